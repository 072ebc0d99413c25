"""Who is who once everything is recognised: a gloss that names an unknown person identifies it.

In `Andreev [Mikoyan]` the bracket says whom the name before it means: every mention of the
unknown name in the document is then that entity's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.kinds import NOTE
from tei_cable.model import Bracket, BracketFunction, Entity, EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.model import Annotation

_RULES = {
    EntityKind.PERSON: "persons.glossed",
    EntityKind.PLACE: "places.glossed",
    EntityKind.ORGANISATION: "organisations.glossed",
}


def identified(
    text: str, names: Sequence[Annotation], annotations: Sequence[Annotation]
) -> list[Annotation]:
    """Return the names, those that a gloss explains naming whom it names."""
    by_end = {name.span.end: name for name in names if isinstance(name.detail, Mention)}
    by_start = {name.span.start: name for name in names if isinstance(name.detail, Mention)}
    meant: dict[str, Entity] = {}
    for gloss in annotations:
        detail = gloss.detail
        if gloss.kind is not NOTE or not isinstance(detail, Bracket):
            continue
        start = gloss.span.start
        before = by_end.get(start - (text[start - 1 : start] == " "))
        inside = by_start.get(start + 1)
        if detail.function is BracketFunction.GLOSS and before and inside:
            meant |= _meaning(before, inside)
    return [_renamed(name, meant) for name in names]


def _meaning(before: Annotation, inside: Annotation) -> dict[str, Entity]:
    unknown, known = before.detail, inside.detail
    if not isinstance(unknown, Mention) or not isinstance(known, Mention):
        return {}
    same_kind = unknown.entity.kind is known.entity.kind
    explains = same_kind and not unknown.entity.known and known.entity.known
    return {unknown.entity.id: known.entity} if explains else {}


def _renamed(name: Annotation, meant: dict[str, Entity]) -> Annotation:
    detail = name.detail
    if not isinstance(detail, Mention) or detail.entity.id not in meant:
        return name
    return replace(name, detail=Mention(meant[detail.entity.id]), rule=_RULES[detail.entity.kind])
