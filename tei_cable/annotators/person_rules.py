"""The rules that find persons known already: to an authority file, or from the same text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit
from tei_cable.annotators.name_shapes import may_be_name
from tei_cable.authority import SURNAME, shipped
from tei_cable.model import Certainty, EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.authority import Form, FormFound
    from tei_cable.model import Entity

_FIRST_WORD = re.compile(r"(?<!\w[-–'’ʼ])[^\W_ʼ]+")
_WORD_GOES_ON = re.compile(r"[^\W_ʼ]|[-–]\w")
_LONGEST_TITLE = 60
_HEADS = re.compile(
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Shah|Emperor|Emir|General Secretary"
    r"|First Secretary|Chairman) of\b"
)


def known(text: str) -> Iterator[Hit]:
    """Find the names that an authority file knows; surnames that several bear are left out."""
    for found in shipped().find(text, EntityKind.PERSON):
        if found.form.cert is not Certainty.LOW:
            alone = found.form.type == SURNAME
            rule = "persons.authority-surname" if alone else "persons.authority"
            yield _hit(found, found.form, rule, found.form.cert)


def in_office(text: str, year: int | None) -> Iterator[Hit]:
    """Find the surnames that are ambiguous by themselves, borne by one in office at the time."""
    for found in _ambiguous(text) if year else ():
        bearers = [(_rank(f.entity, year or 0), f) for f in shipped().bearers(found.form)]
        best = max(rank for rank, _ in bearers)
        leading = [form for rank, form in bearers if rank == best]
        if best:
            cert = Certainty.MEDIUM if len(leading) == 1 else Certainty.LOW
            yield _hit(found, leading[0], "persons.in-office", cert)


def with_office(text: str, year: int | None) -> Iterator[Hit]:
    """Find the surnames with the title of an office that one bearer held at the time."""
    for found in _ambiguous(text) if year else ():
        before = text[max(0, found.start - _LONGEST_TITLE) : found.start].rstrip()
        holders = [
            form
            for form in shipped().bearers(found.form)
            for office in form.entity.offices
            if office.covers(year or 0) and before.endswith(office.name.partition(" of ")[0])
        ]
        if len({form.entity.id for form in holders}) == 1:
            yield _hit(found, holders[0], "persons.office-title", Certainty.HIGH)


def _ambiguous(text: str) -> Iterator[FormFound]:
    """Find the names that alone do not tell whom they mean."""
    found = shipped().find(text, EntityKind.PERSON)
    return (name for name in found if name.form.cert is Certainty.LOW)


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


def recurring(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Find the surnames of names met in full, where they stand alone; less sure before that."""
    bearers: dict[str, Hit] = {}
    for hit in found:
        surname = next((p.span.of(text) for p in hit.parts if p.role == "surname"), "")
        if not surname and not hit.entity.known:
            surname = text[hit.start : hit.end]
        if _FIRST_WORD.match(surname) and may_be_name(surname):
            bearers.setdefault(surname, hit)
    longest: dict[str, list[str]] = {}
    for surname in sorted(bearers, key=len, reverse=True):
        longest.setdefault(_FIRST_WORD.match(surname)[0], []).append(surname)  # type: ignore[index]
    for word in _FIRST_WORD.finditer(text):
        for surname in longest.get(word[0], ()):
            end = word.start() + len(surname)
            if text.startswith(surname, word.start()) and not _WORD_GOES_ON.match(text, end):
                entity = bearers[surname].entity
                before = bearers[surname].start > word.start()
                cert = Certainty.LOW if before else Certainty.MEDIUM
                yield Hit(word.start(), end, entity, "persons.recurring-surname", cert)
                break
