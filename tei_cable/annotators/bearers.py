"""Who bears a surname in this very text: names met in full speak louder than an authority file.

A file knows one bearer of a surname; a text that gives another one's full name means that one.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import local_entity
from tei_cable.annotators.person_rules import rank
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tei_cable.annotators.hits import Hit
    from tei_cable.model import Entity

_ALONE = "persons.authority-surname"
_BY_INITIALS = frozenset({"persons.initials", "persons.initials-after"})
_HEAD_OF_STATE = 2
_CAREER = 20  # years in which a person may be spoken of before a first office


def by_text(text: str, found: Sequence[Hit], year: int | None) -> list[Hit]:
    """Return hits, less the bare surnames of which the text names another bearer in full.

    Who heads a state or party in the year keeps the surname, of medium certainty. One whose first
    office is to come many years later is hardly meant.
    """
    full = _full_names(text, one_person(text, found))
    kept: list[Hit] = []
    for hit in one_person(text, found):
        rivals = _rivals(text, hit, full) if hit.rule == _ALONE else []
        if not rivals:
            kept.append(_doubted(text, hit, year))
        elif _keeps(hit.entity, rivals, year):
            kept.append(replace(hit, cert=Certainty.MEDIUM))
    return kept


def one_person(text: str, found: Iterable[Hit]) -> list[Hit]:
    """Give a full name that lacks its second surname the entry of the one that has it."""
    hits = list(found)
    longer = {_name(text, hit): hit.entity for hit in hits if " " in _part(text, hit, "surname")}
    shorter = {(first, last.rpartition(" ")[0]): who for (first, last), who in longer.items()}
    return [
        replace(hit, entity=shorter[_name(text, hit)])
        if not hit.entity.known and _name(text, hit) in shorter and _name(text, hit)[0]
        else hit
        for hit in hits
    ]


def surnames_of(text: str, hit: Hit) -> tuple[str, ...]:
    """Return what a name is called by: its surname, and the first of two of a Hispanic name."""
    surname = _part(text, hit, "surname")
    first, _, rest = surname.partition(" ")
    double = rest[:1].isupper() and first[:1].isupper() and hit.parts[-1].role == "surname"
    return (surname, first) if double else (surname,) if surname else ()


def _full_names(text: str, found: Sequence[Hit]) -> dict[str, list[Hit]]:
    full: dict[str, list[Hit]] = {}
    for hit in found:
        sure = hit.cert is not Certainty.LOW and hit.entity.kind is EntityKind.PERSON
        if sure and _part(text, hit, "forename"):
            for surname in surnames_of(text, hit):
                full.setdefault(surname, []).append(hit)
    return full


def _rivals(text: str, hit: Hit, full: dict[str, list[Hit]]) -> list[Hit]:
    others = full.get(text[hit.start : hit.end], [])
    return [other for other in others if other.entity.id != hit.entity.id]


def _keeps(person: Entity, rivals: Sequence[Hit], year: int | None) -> bool:
    """Whether the person of the authority file is meant, though others are named in full."""
    held = rank(person, year) if year else _HEAD_OF_STATE
    only_initials = all(rival.rule in _BY_INITIALS for rival in rivals)
    return held == _HEAD_OF_STATE or (held > 0 and only_initials)


def _doubted(text: str, hit: Hit, year: int | None) -> Hit:
    starts = [office.start for office in hit.entity.offices if office.start]
    if hit.rule != _ALONE or not year or not starts or min(starts) - year <= _CAREER:
        return hit
    namesake = local_entity(EntityKind.PERSON, text[hit.start : hit.end])
    return replace(hit, entity=namesake, rule="persons.surname-unlinked", cert=Certainty.LOW)


def _name(text: str, hit: Hit) -> tuple[str, str]:
    return _part(text, hit, "forename"), _part(text, hit, "surname")


def _part(text: str, hit: Hit, role: str) -> str:
    return next((part.span.of(text) for part in hit.parts if part.role == role), "")
