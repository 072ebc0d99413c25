"""The rules that find persons in a plain text, each yielding its hits in order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.authority import SURNAME, shipped, words
from tei_cable.model import Certainty, EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.authority import Form, FormFound
    from tei_cable.model import Entity

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


def known(text: str) -> Iterator[Hit]:
    """Find the names that an authority file knows; surnames that several bear are left out."""
    for found in shipped().find(text, EntityKind.PERSON):
        if found.form.cert is not Certainty.LOW:
            alone = "-surname" if found.form.type == SURNAME else ""
            yield _hit(found, found.form, f"persons.authority{alone}", found.form.cert)


def in_office(text: str, year: int | None) -> Iterator[Hit]:
    """Find the surnames that are ambiguous by themselves, borne by one in office at the time."""
    authority = shipped()
    for found in authority.find(text, EntityKind.PERSON):
        if found.form.cert is not Certainty.LOW or year is None:
            continue
        bearers = [(_rank(f.entity, year), f) for f in authority.bearers(found.form)]
        best = max(rank for rank, _ in bearers)
        leading = [form for rank, form in bearers if rank == best]
        if best:
            cert = Certainty.MEDIUM if len(leading) == 1 else Certainty.LOW
            yield _hit(found, leading[0], "persons.in-office", cert)


_HEADS = re.compile(
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Shah|Emperor|Emir|General Secretary"
    r"|First Secretary|Chairman) of\b"
)


def _rank(person: Entity, year: int) -> int:
    """Return 2 for a head of state, government or party in a year, 1 for other offices, else 0."""
    held = [office for office in person.offices if office.covers(year)]
    return max((2 if _HEADS.match(office.name) else 1 for office in held), default=0)


def _hit(found: FormFound, form: Form, rule: str, cert: Certainty) -> Hit:
    parts = tuple(
        NamePart(p.role, Span(p.span.start + found.start, p.span.end + found.start))
        for p in form.parts
    )
    return Hit(found.start, found.end, form.entity, rule, cert, parts)


def with_initials(text: str) -> Iterator[Hit]:
    """Find surnames with initials before them."""
    for match in _WITH_INITIALS.finditer(text):
        if _may_be_name(match["surname"]):
            yield _named(match, "persons.initials", Certainty.HIGH)


def with_forename(text: str) -> Iterator[Hit]:
    """Find a forename of the list with a capitalised word after it."""
    for match in _WITH_FORENAME.finditer(text):
        if match["first"] in words("forenames") and _may_be_name(match["surname"]):
            yield _named(match, "persons.forename", Certainty.MEDIUM)


def titled(text: str) -> Iterator[Hit]:
    """Find names right after a title."""
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
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
    ]
)


def recurring(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
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
