"""A person with his office or his body after the name: `R. Lowe, Minister to the Hague`."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators import persons
from tei_cable.authority import words
from tei_cable.model import EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_cable.annotators.hits import Hit

_AFTER = re.compile(r", (?:the )?|(?= of )| (?=\()")
_OF = re.compile(r" of (?:the )?")
_NAME = re.compile(r"[A-ZÀ-Ž][\w’'-]+(?: [A-ZÀ-Ž]\.)*(?: [A-ZÀ-Ž][\w’'-]+)")
_OFFICE_WORDS = re.compile(r"[\w’'-]+")


def led(phrase: str, people: Iterable[Hit]) -> Hit | None:
    """Return the person whose name begins a phrase, what follows being who he is."""
    begins = (hit for hit in people if hit.start == 0 and _AFTER.match(phrase, hit.end))
    return next(begins, None)


def of_body(phrase: str, hits: Iterable[Hit], year: int | None) -> Hit | None:
    """Return the person before `of the BODY`, whose name alone does not show that it is one."""
    for body in hits:
        if body.entity.kind is not EntityKind.ORGANISATION or body.end != len(phrase):
            continue
        before = _OF.search(phrase)
        name = _NAME.fullmatch(phrase, 0, before.start()) if before else None
        if before and name and before.end() == body.start and _forename(name.group()):
            people = persons.hits_in_phrase(f"Mr {name.group()}", year)
            if person := next((p for p in people if p.end == len(name.group()) + 3), None):
                return replace(person, start=0, end=name.end(), parts=())
    return None


def _forename(name: str) -> bool:
    first = name.split(maxsplit=1)[0]
    return first in words("given-names") or first in words("forenames")


def parts_after(phrase: str, end: int) -> tuple[NamePart, ...]:
    """Return what follows a name: the office that its bearer has, or the body he belongs to."""
    match = _AFTER.match(phrase, end)
    if not match:
        return ()
    start = match.end()
    if of := _OF.match(phrase, start):
        return (NamePart("affiliation", Span(of.end(), len(phrase))),)
    named = _OFFICE_WORDS.findall(phrase[start:].lower())
    office = any(word in words("offices") or word == "head" for word in named)
    return (NamePart("roleName" if office else "affiliation", Span(start, len(phrase))),)
