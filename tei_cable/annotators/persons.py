"""Persons: those the authority files know, and names that give themselves away.

A name unknown to every file is found by a title before it, by initials, by a forename, or by a
family name that stands first; its surname alone is then the same person in the whole document.
Titles and offices that stand right before a name belong to it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.context import reference_date
from tei_cable.annotators.hits import Hit, annotated
from tei_cable.annotators.name_shapes import (
    surname_first,
    titled,
    with_forename,
    with_initials,
    with_initials_after,
)
from tei_cable.annotators.person_rules import in_office, known, recurring, with_office
from tei_cable.authority import shipped, words
from tei_cable.model import EntityKind, NamePart, Span
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation

_LONGEST = 5  # words of a title


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a person for each name of one, with the title or office right before it."""
    view = View.of(cable)
    reference = reference_date(cable)
    yield from annotated(cable, view, hits(view.text, reference.year if reference else None))


def hits(text: str, year: int | None = None) -> list[Hit]:
    """Return the persons of a text written in `year`, in order; none overlaps another."""
    found: list[Hit] = []
    by_title = list(titled(text))
    for hits_ in (
        known(text),
        with_office(text, year),
        with_initials(text),
        with_initials_after(text),
        with_forename(text),
        surname_first(text),
        (hit for hit in by_title if hit.parts),
    ):
        _add(found, hits_)
    _add(found, list(recurring(text, found)))
    _add(found, in_office(text, year))
    _add(found, by_title)
    _add(found, list(recurring(text, found)))
    return [_with_role(text, hit) for hit in found]


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
    agrees = not forenames or any(forename.startswith(beginning) for forename in forenames)
    return replace(longer, entity=known.entity) if agrees else longer


@cache
def _titles() -> frozenset[str]:
    return words("titles") | {t.lower() for t in words("titles")} | words("offices")


def _with_role(text: str, hit: Hit) -> Hit:
    """Take the title or office right before a name into the hit, with the state it belongs to."""
    before = text[max(0, hit.start - 80) : hit.start]
    if not before.endswith(" "):
        return hit
    tokens = before[:-1].split(" ")
    first = _first_title(tokens)
    if first == len(tokens):
        return hit
    title = " ".join(tokens[first:])
    owned = first > 0 and title not in words("honorifics") and _qualifies(tokens[first - 1])
    role = " ".join(tokens[first - 1 :]) if owned else title
    start = hit.start - 1 - len(role)
    part = NamePart("roleName", Span(start, hit.start - 1))
    return replace(hit, start=start, parts=(part, *hit.parts))


def _first_title(tokens: Sequence[str]) -> int:
    """Return where the titles begin that a row of words ends with, its length if it has none."""
    begins = {len(tokens)}
    for first in range(len(tokens) - 1, -1, -1):
        ends = range(first + 1, min(first + _LONGEST, len(tokens)) + 1)
        if any(end in begins and " ".join(tokens[first:end]) in _titles() for end in ends):
            begins.add(first)
    return min(begins)


def _qualifies(word: str) -> bool:
    """Whether a word before an office names a state, a people or a body."""
    authority = shipped()
    return bool(
        authority.named(word, EntityKind.PLACE)
        or authority.named(word, EntityKind.PLACE, demonyms=True)
        or authority.named(word, EntityKind.ORGANISATION)
    )
