"""Persons: those the authority files know, and names that give themselves away.

A name unknown to every file is found by a title before it, by initials, or by a forename; its
surname alone is then the same person for the rest of the document. Titles and offices that
stand right before a name belong to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, annotations, local_entity
from tei_cable.authority import shipped, words
from tei_cable.model import Certainty, EntityKind, NamePart, Span
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_cable.model import Annotation, Cable

_WORD = r"[A-ZÀ-Ž][a-zß-ž'’ʼ]+(?:[A-Z][a-zß-ž]+)?(?:-[A-Za-zÀ-ž][a-zß-ž]+)*"
_PARTICLE = r"(?:da|de|del|della|der|di|do|dos|du|el|al|bin|ibn|la|le|van|von|ten|ter)"
_SURNAME = rf"(?:(?:{_PARTICLE} ){{0,2}}{_WORD})"
_INITIALS = r"[A-ZÀ-Ž][a-zß-ž]?\.(?: ?[A-ZÀ-Ž][a-zß-ž]?\.){0,2}"

_WITH_INITIALS = re.compile(rf"(?<![\w.])(?P<forename>{_INITIALS}) ?(?P<surname>{_SURNAME})\b")
_WITH_FORENAME = re.compile(
    rf"\b(?P<forename>(?P<first>{_WORD})(?: {_INITIALS})?) (?P<surname>{_SURNAME})\b"
)
_FIRST_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_NAME = re.compile(
    rf"(?:(?P<forename>{_INITIALS}|{_WORD}(?: {_INITIALS})?) ?(?<=[ .]))?(?P<surname>{_SURNAME})"
)


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a person for each name of one, with the title or office right before it."""
    view = View.of(cable)
    yield from annotations(cable, view, hits(view.text))


def hits(text: str) -> list[Hit]:
    """Return the persons of a text, in order; none overlaps another."""
    found: list[Hit] = []
    for rule in (_known, _titled, _with_initials, _with_forename):
        _add(found, rule(text))
    _add(found, _recurring(text, found))
    return [_with_role(text, hit) for hit in found]


def _add(found: list[Hit], more: Iterable[Hit]) -> None:
    """Add hits where nothing was found before, keeping the order of the text.

    A longer hit that ends with the one found before takes its place.
    """
    for hit in more:
        first = bisect_right(found, hit.start, key=lambda f: f.end)
        after = bisect_left(found, hit.end, key=lambda f: f.start)
        if first == after:
            found.insert(first, hit)
        elif after == first + 1 and hit.start < found[first].start and hit.end == found[first].end:
            found[first] = _joined(hit, found[first])


def _joined(longer: Hit, known: Hit) -> Hit:
    """A surname known alone, found again within a fuller name: the same person if names agree."""
    forenames = [p.span.of(known.entity.name) for p in known.entity.parts if p.role == "forename"]
    written = longer.entity.name.split(" ", 1)[0]
    agrees = not forenames or any(name.startswith(written.rstrip(".")) for name in forenames)
    return replace(longer, entity=known.entity) if agrees else longer


def _known(text: str) -> Iterator[Hit]:
    for found in shipped().find(text, EntityKind.PERSON):
        form = found.form
        parts = tuple(
            NamePart(p.role, Span(p.span.start + found.start, p.span.end + found.start))
            for p in form.parts
        )
        yield Hit(
            found.start,
            found.end,
            form.entity,
            f"persons.authority{'-surname' if form.type == 'surname' else ''}",
            form.cert,
            parts,
        )


def _with_initials(text: str) -> Iterator[Hit]:
    for match in _WITH_INITIALS.finditer(text):
        if _may_be_name(match["surname"]):
            yield _named(match, "persons.initials", Certainty.HIGH)


def _with_forename(text: str) -> Iterator[Hit]:
    for match in _WITH_FORENAME.finditer(text):
        if match["first"] in words("forenames") and _may_be_name(match["surname"]):
            yield _named(match, "persons.forename", Certainty.MEDIUM)


def _titled(text: str) -> Iterator[Hit]:
    for title in _title().finditer(text):
        match = _NAME.match(text, title.end())
        if match and _may_be_name(match["surname"]) and _may_be_name(match["forename"] or ""):
            yield _named(match, "persons.title", Certainty.MEDIUM)


def _named(match: re.Match[str], rule: str, cert: Certainty) -> Hit:
    """Make a hit of a match with the groups forename (or none) and surname."""
    start, end = match.start("surname"), match.end("surname")
    parts: list[NamePart] = []
    if match["forename"]:
        start = match.start("forename")
        parts = [NamePart(r, Span(*match.span(r))) for r in ("forename", "surname")]
    relative = tuple(replace(p, span=Span(p.span.start - start, p.span.end - start)) for p in parts)
    entity = local_entity(EntityKind.PERSON, match.string[start:end], relative)
    return Hit(start, end, entity, rule, cert, tuple(parts))


def _may_be_name(word: str) -> bool:
    """Whether a capitalised word is no place, people, office, month or ordinary word."""
    authority = shipped()
    lower = word.lower()
    return not (
        lower in words("function-words")
        or word in words("titles")
        or lower in words("offices")
        or word in words("org-heads")
        or authority.named(word, EntityKind.PLACE)
        or authority.named(word, EntityKind.PLACE, demonyms=True)
        or authority.named(word, EntityKind.ORGANISATION)
        or word in _CALENDAR
    )


_CALENDAR = frozenset(
    "January February March April May June July August September October November December"
    " Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
)


def _recurring(text: str, found: list[Hit]) -> Iterator[Hit]:
    """Find the surnames of names met in full, where they stand alone."""
    bearers: dict[str, Hit] = {}
    for hit in found:
        surname = next((p.span.of(text) for p in hit.parts if p.role == "surname"), "")
        if not surname and not hit.entity.known:
            surname = text[hit.start : hit.end]
        if _FIRST_WORD.match(surname) and _may_be_name(surname):
            bearers.setdefault(surname, hit)
    longest: dict[str, list[str]] = {}
    for surname in sorted(bearers, key=len, reverse=True):
        longest.setdefault(_FIRST_WORD.match(surname)[0], []).append(surname)  # type: ignore[index]
    for word in _FIRST_WORD.finditer(text):
        for surname in longest.get(word[0], ()):
            end = word.start() + len(surname)
            if text.startswith(surname, word.start()) and not text[end : end + 1].isalnum():
                entity = bearers[surname].entity
                rule, cert = "persons.recurring-surname", Certainty.MEDIUM
                yield Hit(word.start(), end, entity, rule, cert)
                break


@cache
def _title() -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, words("titles")), key=len, reverse=True))
    return re.compile(rf"(?<![\w.-])(?:{titles}) (?=[A-ZÀ-Ž]|[a-z]+ [A-Z])")


@cache
def _role() -> re.Pattern[str]:
    """A title or an office at the end of a text, with the state or body it belongs to."""
    titles = "|".join(sorted(map(re.escape, words("titles")), key=len, reverse=True))
    return re.compile(rf"(?:(?P<of>[A-ZÀ-Ž][\w.'’ʼ-]*) )?(?:{titles})(?: (?:{titles}))*$")


def _with_role(text: str, hit: Hit) -> Hit:
    """Take the title or office right before a name into the hit."""
    before = text[max(0, hit.start - 80) : hit.start]
    if not before.endswith(" ") or not (match := _role().search(before[:-1])):
        return hit
    start = match.start()
    if match["of"] and not _qualifies(match["of"]):
        start = match.end("of") + 1
    if start and (before[start - 1].isalnum() or before[start - 1] in "-'’"):
        return hit
    start += hit.start - len(before)
    role = NamePart("roleName", Span(start, hit.start - 1))
    return replace(hit, start=start, parts=(role, *hit.parts))


def _qualifies(word: str) -> bool:
    """Whether a word before an office names a state, a people or a body."""
    authority = shipped()
    return bool(
        authority.named(word, EntityKind.PLACE)
        or authority.named(word, EntityKind.PLACE, demonyms=True)
        or authority.named(word, EntityKind.ORGANISATION)
    )
