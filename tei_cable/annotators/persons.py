"""Persons: those the authority files know, and names that give themselves away.

A name unknown to every file is found by a title before it, by initials, by a forename, or by a
family name that stands first; its surname alone is then the same person in the whole document.
Titles and offices that stand right before a name belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_cable.annotators.bearers import by_text
from tei_cable.annotators.capitals import recased
from tei_cable.annotators.context import reading, reference_date
from tei_cable.annotators.cued import (
    ALONE,
    addressed,
    bracketed,
    in_family,
    opening,
    speakers,
    speaking,
    standing_alone,
    supposed,
)
from tei_cable.annotators.family_first import surname_first
from tei_cable.annotators.hits import Hit, annotated
from tei_cable.annotators.lone_names import common, particled, saluted
from tei_cable.annotators.name_rows import listed_rows, titled_rows
from tei_cable.annotators.name_shapes import (
    WITH_PORTFOLIO,
    titled,
    with_comma,
    with_forename,
    with_initials,
    with_initials_after,
)
from tei_cable.annotators.person_rules import in_office, known, recurring, unlinked, with_office
from tei_cable.annotators.places import joined
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from tei_cable.authority import Authority
    from tei_cable.cable import Cable
    from tei_cable.model import Annotation, Entity

_LONGEST = 5  # words of a title
_AGREEING = 3  # letters
_LONGEST_ROLE = 90
_PHRASES = 256  # whose persons are kept: one line is asked for many times
_OPENING = '(["“«'
_MOST_OWNERS = 2
_ABBREVIATED = frozenset({"c."})  # comrade, but no title that a name alone may follow
_ADDRESS = re.compile(r"(?<!\S)The (?:Rt\.?|Right|Hon)\b")
_OFFICE_OF = re.compile(r"\b(?:(?:First )?Deputy )?(?:Chief|Commander|Head) of (?:the )?$")
_HEADS = frozenset(
    {"Chancellor", "Emperor", "King", "Premier", "President", "Prime Minister", "Shah"}
)
_NO_SMALL_TITLES = frozenset({"brother", "father", "citizen", "count", "counsel"})


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a person for each name of one, with the title or office right before it."""
    view = reading(cable)
    reference = reference_date(cable)
    yield from annotated(cable, view, hits(view.text, reference.year if reference else None))


def hits_in_phrase(phrase: str, year: int | None = None) -> list[Hit]:
    """Find persons in a phrase that is no text of its own: that it stands alone says nothing."""
    return list(_in_phrase(phrase, year, in_use()))


@lru_cache(maxsize=_PHRASES)
def _in_phrase(phrase: str, year: int | None, authority: Authority) -> tuple[Hit, ...]:  # noqa: ARG001 (what is known)
    return tuple(hit for hit in hits(phrase, year) if hit.rule != ALONE)


def hits(text: str, year: int | None = None) -> list[Hit]:
    """Return the persons of a text written in `year`, in order; none overlaps another."""
    text = recased(text)
    found: list[Hit] = []
    by_title = list(titled(text))
    shaped: tuple[Iterable[Hit], ...] = (
        known(text),
        with_office(text, year),
        with_initials(text),
        with_initials_after(text),
        with_forename(text),
        with_comma(text),
        surname_first(text),
        (hit for hit in by_title if hit.parts),
    )
    for hits_ in shaped:
        _add(found, hits_)
    found = by_text(text, found, year)
    _add(found, list(recurring(text, found)))
    _add(found, in_office(text, year))
    _add(found, list(joined(text, _bearer(text, found), "persons.joined")))
    cued: tuple[Iterable[Hit], ...] = (
        by_title,
        titled_rows(text),
        saluted(text),
        particled(text),
        opening(text),
        bracketed(text),
        speakers(text),
        standing_alone(text),
        in_family(text),
        speaking(text),
        addressed(text),
        supposed(text),
        unlinked(text),
    )
    for hits_ in cued:
        _add(found, hits_)
    _add(found, list(recurring(text, found)))
    _add(found, list(listed_rows(text, found)))
    _add(found, common(text))
    _add(found, list(recurring(text, found)))
    return [_with_role(text, hit) for hit in found]


def _bearer(text: str, found: Sequence[Hit]) -> Callable[[str], tuple[Entity, bool] | None]:
    """Return a function from a surname to who bears it in the text, or is known by it alone."""
    met = {part.span.of(text): hit.entity for hit in found for part in hit.parts}

    def bearer(name: str) -> tuple[Entity, bool] | None:
        if form := in_use().named(name, EntityKind.PERSON):
            return met.get(name, form.entity), form.cert is not Certainty.LOW
        return (met[name], True) if name in met else None

    return bearer


def _add(found: list[Hit], more: Iterable[Hit]) -> None:
    """Add hits where nothing was found before, keeping the order of the text.

    A longer hit that holds the one found before takes its place.
    """
    for hit in more:
        first = bisect_right(found, hit.start, key=lambda f: f.end)
        after = bisect_left(found, hit.end, key=lambda f: f.start)
        if first == after:
            found.insert(first, hit)
        elif after == first + 1 and _holds_more(hit, found[first]):
            found[first] = _joined(hit, found[first])


def _holds_more(hit: Hit, other: Hit) -> bool:
    return (hit.start, -hit.end) < (other.start, -other.end) and other.end <= hit.end


def _joined(longer: Hit, known: Hit) -> Hit:
    """A surname known alone, found again within a fuller name: the same person if names agree."""
    forenames = [p.span.of(known.entity.name) for p in known.entity.parts if p.role == "forename"]
    name = longer.entity.name
    written = next((p.span.of(name) for p in longer.entity.parts if p.role == "forename"), name)
    beginning = written.split(" ", 1)[0].partition(".")[0]
    agrees = not forenames or any(_agree(forename, beginning) for forename in forenames)
    return replace(longer, entity=known.entity) if agrees else longer


def _agree(forename: str, written: str) -> bool:
    """Whether a forename is written as another begins: N for Nikita, Andrey for Andrei."""
    return forename.startswith(written[:_AGREEING])


@cache
def _titles() -> frozenset[str]:
    small = {title.lower() for title in words("titles")} - _NO_SMALL_TITLES
    shouted = {title.upper() for title in words("honorifics")}  # MR. NOVAK
    return words("titles") | small | shouted | words("offices") | _ABBREVIATED


def _with_role(text: str, hit: Hit) -> Hit:
    """Take the title or office right before a name into the hit, with the state it belongs to."""
    if not text.startswith(" ", max(hit.start - 1, 0)):
        return hit
    before = text[max(0, hit.start - _LONGEST_ROLE) : hit.start].rpartition("\n")[2]
    before = before[max(map(before.rfind, _OPENING)) + 1 :]
    if not before.endswith(" "):
        return hit
    address = list(_ADDRESS.finditer(before))
    if address:  # what stands before it is another one's
        before = before[address[-1].start() :]
    tokens = before[:-1].split(" ")
    portfolio = WITH_PORTFOLIO.search(before)
    first = before[: portfolio.start()].count(" ") if portfolio else _first_title(tokens)
    if first == len(tokens):
        return hit
    if " ".join(tokens[first:]) not in words("honorifics"):
        first = _owned_from(tokens, first)
    start = hit.start - 1 - len(" ".join(tokens[first:]))
    if office := _OFFICE_OF.search(text, max(0, start - _LONGEST_ROLE), start):
        start = office.start()
    part = NamePart("roleName", Span(start, hit.start - 1))
    return replace(hit, start=start, parts=(part, *hit.parts))


def _owned_from(tokens: Sequence[str], first: int) -> int:
    """Return where the states and bodies begin that a title belongs to: `CCP CC Politburo`."""
    for _ in range(_MOST_OWNERS):
        for width in range(min(_LONGEST, first), 0, -1):
            if _qualifies(" ".join(tokens[first - width : first])):
                first -= width
                break
        else:
            break
    return first


def _first_title(tokens: Sequence[str]) -> int:
    """Return where the titles begin that a row of words ends with, its length if it has none."""
    begins = {len(tokens)}
    for first in range(len(tokens) - 1, -1, -1):
        if first + _LONGEST < min(begins):
            break
        if tokens[first] == "and" and first + 1 in begins and _one_bearer(tokens, first):
            begins.add(first)  # Prime Minister and Foreign Minister
        ends = range(first + 1, min(first + _LONGEST, len(tokens)) + 1)
        if any(end in begins and " ".join(tokens[first:end]) in _titles() for end in ends):
            begins.add(first)
    return min(begin for begin in begins if tokens[begin : begin + 1] != ["and"])


def _one_bearer(tokens: Sequence[str], joint: int) -> bool:
    """Whether the titles on both sides of an `and` are one person's.

    They are two persons' in `Tunku and Mr.`, `the Consul and General`, `King and Premier`.
    """
    second = " ".join(tokens[joint + 1 :])
    if second in words("honorifics"):
        return False
    for first in range(max(0, joint - _LONGEST), joint):
        title = " ".join(tokens[first:joint])
        if title in _titles():
            apart = first > 0 and tokens[first - 1].lower() == "the"
            return not apart and not (title in _HEADS and second in _HEADS)
    return True


def _qualifies(words_: str) -> bool:
    """Whether the words before an office name a state, a people or a body."""
    return _named(words_, in_use())


@lru_cache(maxsize=1 << 12)
def _named(words_: str, authority: Authority) -> bool:
    return bool(
        authority.named(words_, EntityKind.PLACE)
        or authority.named(words_, EntityKind.PLACE, demonyms=True)
        or authority.named(words_, EntityKind.ORGANISATION)
    )
