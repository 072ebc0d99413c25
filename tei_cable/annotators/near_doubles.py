"""Names that are nearly one another: two bearers of a surname, two spellings, a name cut short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.kinds import PERSON
from tei_cable.model import Certainty, EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Annotation, Entity

_SHORTEST = 7  # letters of a name that can be misspelt
_BEGINNING = 4  # letters that two spellings share
_OF = re.compile(r" of (?:the )?[A-ZÀ-Ž]")


def bearers(cable: Cable) -> Iterator[Finding]:
    """Yield a finding for each surname alone that two named in full bear, at its first place."""
    text = cable.text
    borne: dict[str, set[str]] = {}
    for name in _mentions(cable):
        words = name.span.of(text).rsplit(" ", 1)
        if name.kind is PERSON and len(words) > 1 and name.cert is not Certainty.LOW:
            borne.setdefault(words[1], set()).add(_entity(name).id)
    told: set[str] = set()
    for name in _mentions(cable):
        surname = name.span.of(text)
        doubtful = name.rule == "persons.recurring-surname" and name.cert is Certainty.LOW
        if doubtful and len(borne.get(surname, ())) > 1 and surname not in told:
            told.add(surname)
            message = f"“{surname}” is borne by {len(borne[surname])} persons: the last is taken"
            yield finding("TC304", message, span=name.span)


def doubles(cable: Cable) -> Iterator[Finding]:
    """Yield a finding for each entry of the document's own that is nearly another one."""
    met: dict[tuple[EntityKind, str], dict[str, Entity]] = {}
    for name in _mentions(cable):
        entity = _entity(name)
        key = _key(entity)
        others = met.setdefault((entity.kind, key[:_BEGINNING]), {})
        if entity.id in others:
            continue
        for other in others.values():
            unknown = not (entity.known and other.known)
            if unknown and _nearly(entity, other):
                message = f"“{entity.name}” may be “{other.name}”: they have two entries"
                yield finding("TC305", message, span=name.span)
                break
        others[entity.id] = entity


def _mentions(cable: Cable) -> list[Annotation]:
    return [a for a in cable.annotations if isinstance(a.detail, Mention)]


def _entity(name: Annotation) -> Entity:
    assert isinstance(name.detail, Mention)  # noqa: S101 (as `_mentions` has it)
    return name.detail.entity


def _key(entity: Entity) -> str:
    """Return what tells entries apart: a person's last word, another's whole name."""
    return entity.name.rpartition(" ")[2] if entity.kind is EntityKind.PERSON else entity.name


def _nearly(one: Entity, other: Entity) -> bool:
    short, long = sorted((_key(one), _key(other)), key=len)
    if one.kind is EntityKind.ORGANISATION and long.startswith(short):
        return _OF.match(long, len(short)) is not None
    return len(short) >= _SHORTEST and short != long and _one_letter(short, long)


def _one_letter(short: str, long: str) -> bool:
    """Whether two words differ by one letter that is other, or is wanting; no figure, no `s`."""
    if len(long) - len(short) > 1:
        return False
    at = next((n for n, c in enumerate(short) if c != long[n]), len(short))
    same_length = len(short) == len(long)
    rest = short[at + 1 :] if same_length else short[at:]
    letters = long[at : at + 1] + (short[at : at + 1] if same_length else "")
    return rest == long[at + 1 :] and letters.isalpha() and long[at:] != "s"
