"""The rules that find persons known already: to an authority file, or from the same text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.annotators.name_words import is_unusual, may_be_name
from tei_cable.annotators.starts import matches, places
from tei_cable.authority import SURNAME, in_use, words
from tei_cable.model import Certainty, EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.authority import Authority, Form, FormFound
    from tei_cable.model import Entity

_FIRST_WORD = re.compile(r"(?<!\w[-–'’ʼ])[^\W_ʼ]+")
_WORD_GOES_ON = re.compile(r"[^\W_ʼ]|[-–]\w")
_LONGEST_TITLE = 60
_FEMALE = frozenset(
    {"Mrs", "Mrs.", "Miss", "Ms.", "Mme", "Mme.", "Madame", "Mlle.", "Frau", "Lady", "Señora"}
)
_HEADS = re.compile(
    r"(?:President|Prime Minister|Premier|Chancellor|King|Queen|Shah|Emperor|Emir|General Secretary"
    r"|First Secretary|Chairman) of\b"
)


def known(text: str) -> Iterator[Hit]:
    """Find the names that an authority file knows; surnames that several bear are left out."""
    for found in in_use().find(text, EntityKind.PERSON):
        if found.form.cert is not Certainty.LOW:
            alone = found.form.type == SURNAME
            rule = "persons.authority-surname" if alone else "persons.authority"
            yield _hit(found, found.form, rule, found.form.cert)


def in_office(text: str, year: int | None) -> Iterator[Hit]:
    """Find the surnames that are ambiguous by themselves, borne by one in office at the time."""
    for found in _ambiguous(text) if year else ():
        bearers = [(rank(f.entity, year or 0), f) for f in in_use().bearers(found.form)]
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
            for form in in_use().bearers(found.form)
            for office in form.entity.offices
            if office.covers(year or 0) and before.endswith(office.name.partition(" of ")[0])
        ]
        if len({form.entity.id for form in holders}) == 1:
            yield _hit(found, holders[0], "persons.office-title", Certainty.HIGH)


def unlinked(text: str) -> Iterator[Hit]:
    """Find the surnames that several bear, none of them in office then: linked to nobody known."""
    for found in _ambiguous(text):
        surname = text[found.start : found.end]
        if found.form.type == SURNAME and is_unusual(surname):
            entity = local_entity(EntityKind.PERSON, surname)
            yield Hit(found.start, found.end, entity, "persons.surname-unlinked", Certainty.LOW)


def _ambiguous(text: str) -> tuple[FormFound, ...]:
    """Find the names that alone do not tell whom they mean."""
    return _sought(text, in_use())


@lru_cache(maxsize=1)  # three rules ask for those of one text
def _sought(text: str, authority: Authority) -> tuple[FormFound, ...]:
    found = authority.find(text, EntityKind.PERSON)
    return tuple(name for name in found if name.form.cert is Certainty.LOW)


def rank(person: Entity, year: int) -> int:
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
    """Find the surnames of names met in full, where they stand alone; less sure before that.

    Where two bear one surname, a title met with one of them tells who is meant; else it is the one
    met last, and that is of low certainty. `Mrs.` before the surname of a man is somebody else.
    """
    bearers: dict[str, _Bearers] = {}
    for hit in found:
        for called in _called(text, hit):
            if _FIRST_WORD.match(called) and may_be_name(called):
                bearers.setdefault(called, _Bearers(text)).hits.append(hit)
    longest: dict[str, list[str]] = {}
    for surname in sorted(bearers, key=len, reverse=True):
        longest.setdefault(_FIRST_WORD.match(surname)[0], []).append(surname)  # type: ignore[index]
    for word in _words(text, longest) if longest else ():
        for surname in longest.get(word[0], ()):
            end = word.start() + len(surname)
            if text.startswith(surname, word.start()) and not _WORD_GOES_ON.match(text, end):
                yield from bearers[surname].meant(word.start(), end)
                break


def _called(text: str, hit: Hit) -> tuple[str, ...]:
    """Return what one is called by after a full name: the surname, its first half, the whole."""
    surname = next((p.span.of(text) for p in hit.parts if p.role == "surname"), "")
    if not surname and not hit.entity.known:
        surname = text[hit.start : hit.end]
    first, _, rest = surname.partition(" ")
    double = first[:1].isupper() and rest[:1].isupper() and len(hit.parts) > 1
    whole = text[hit.start : hit.end] if len(hit.parts) > 1 and not hit.entity.known else surname
    return tuple(dict.fromkeys((surname, whole, first) if double else (surname, whole)))


def _words(text: str, firsts: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield the words of a text, only those of `firsts` if each of these has a capital."""
    low = not all("A" <= first[0] <= "Z" for first in firsts)
    if low or "_" in text or "ʼ" in text:
        return _FIRST_WORD.finditer(text)
    return matches(_FIRST_WORD, text, places(text, frozenset(firsts)))


class _Bearers:
    """Those who bear a surname in a text; asked for each place where it stands alone, in order."""

    def __init__(self, text: str) -> None:
        self.hits: list[Hit] = []
        self._text = text
        self._passed = 0
        self._met: dict[str, Hit] = {}
        self._titled: dict[str, dict[str, Hit]] = {}

    def meant(self, start: int, end: int) -> Iterator[Hit]:
        """Yield whom the surname at a place means, nobody if a title speaks against it."""
        self._pass_to(start)
        title = _title_before(self._text, start)
        with_title = self._titled.get(title, {}) if title else {}
        if title in _FEMALE and not with_title:
            return
        if not self._met:
            if self.hits:
                yield self._hit(start, end, self.hits[0], Certainty.LOW)
            return
        told = list(with_title.values()) if len(with_title) == 1 else []
        doubtful = len(self._met) > 1 and not told
        chosen = told[0] if told else self.hits[self._passed - 1]
        yield self._hit(start, end, chosen, Certainty.LOW if doubtful else Certainty.MEDIUM)

    def _pass_to(self, start: int) -> None:
        while self._passed < len(self.hits) and self.hits[self._passed].start <= start:
            hit = self.hits[self._passed]
            self._met[hit.entity.id] = hit
            if title := _title_before(self._text, hit.start):
                self._titled.setdefault(title, {})[hit.entity.id] = hit
            self._passed += 1

    def _hit(self, start: int, end: int, bearer: Hit, cert: Certainty) -> Hit:
        return Hit(start, end, bearer.entity, "persons.recurring-surname", cert)


def _title_before(text: str, start: int) -> str:
    """Return the title of one word right before a place, "" if there is none."""
    last = text[max(0, start - _LONGEST_TITLE) : start].split(" ")[-2:-1]
    return last[0] if last and last[0] in words("titles") else ""
