"""What name recognisers have in common: hits in a plain text, and how they become annotations."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.kinds import (
    FORENAME,
    MARKUP,
    ORGANISATION,
    PERSON,
    PLACE,
    ROLE_NAME,
    SURNAME,
)
from tei_cable.model import (
    Annotation,
    Bracket,
    Certainty,
    Entity,
    EntityKind,
    Mention,
    NamePart,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind
    from tei_cable.view import View

KINDS: dict[EntityKind, Kind] = {
    EntityKind.PERSON: PERSON,
    EntityKind.PLACE: PLACE,
    EntityKind.ORGANISATION: ORGANISATION,
}
_BEFORE_DESIGNATION = re.compile(r"(?<![\w/])AN/(?:\w+[/-])*$|\d[/-]$")
_AFTER_DESIGNATION = re.compile(r"-?\d")
_LONGEST_DESIGNATION = 12
_PARTED = ("forename", "surname")
_NAMES = 1 << 12  # whose identifiers are kept
_NO_ID = re.compile(r"[^a-z0-9]+")
_PART_KINDS: dict[str, Kind] = {"forename": FORENAME, "surname": SURNAME, "roleName": ROLE_NAME}


@dataclass(frozen=True, slots=True)
class Hit:
    """A name in a text: code points [start, end), whom it names, by which rule, how sure.

    `parts` are spans into the same text.
    """

    start: int
    end: int
    entity: Entity
    rule: str
    cert: Certainty = Certainty.HIGH
    parts: tuple[NamePart, ...] = ()


def local_entity(kind: EntityKind, name: str, parts: tuple[NamePart, ...] = ()) -> Entity:
    """Make an entry for a name that no authority file knows; one name has one id."""
    return Entity(f"{kind.value}-{slug(name)}", kind, name, parts, known=False)


def named(
    match: re.Match[str], rule: str, cert: Certainty, *, begins: int = 0, ends: int | None = None
) -> Hit:
    """Make a hit of a match with the group surname and maybe forename.

    `begins` leaves out what stands before it, `ends` moves the end of the name.
    """
    groups = match.groupdict()
    edges = sorted((*match.span(role), role) for role in _PARTED if groups.get(role))
    edges = [edge for edge in edges if edge[1] > begins]
    if ends is not None:
        edges[-1] = (edges[-1][0], ends, edges[-1][2])
    if begins:
        edges[0] = (begins, *edges[0][1:])
    start, end = edges[0][0], edges[-1][1]
    several = edges if len(edges) > 1 else []
    parts = tuple(NamePart(role, Span(first, last)) for first, last, role in several)
    relative = tuple(
        NamePart(role, Span(first - start, last - start)) for first, last, role in several
    )
    entity = local_entity(EntityKind.PERSON, match.string[start:end], relative)
    return Hit(start, end, entity, rule, cert, parts)


def in_designator(text: str, start: int, end: int) -> bool:
    """Whether an acronym is part of a designation of equipment or files: `AN/GRC`, `PRC-77`."""
    return text[start:end].isupper() and bool(
        _BEFORE_DESIGNATION.search(text, max(0, start - _LONGEST_DESIGNATION), start)
        or _AFTER_DESIGNATION.match(text, end)
    )


@lru_cache(maxsize=_NAMES)
def slug(name: str) -> str:
    """Turn a name into the tail of an xml:id: ASCII letters and digits joined by hyphens."""
    if not name.isascii():
        letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        name = "".join(c if c.isascii() else f"u{ord(c):x}" for c in letters)
    return _NO_ID.sub("-", name.lower()).strip("-") or "x"


def annotated(cable: Cable, view: View, hits: Iterable[Hit]) -> Iterator[Annotation]:
    """Turn hits in a view into annotations of the cable's text, with the parts of the names."""
    widen = widened(cable)
    for hit in hits:
        span = widen(view.span(hit.start, hit.end))
        yield Annotation(span, KINDS[hit.entity.kind], hit.rule, hit.cert, Mention(hit.entity))
        for part in hit.parts:
            inner = view.span(part.span.start, part.span.end)
            inner = widen(inner) if span.contains(widen(inner)) else inner
            yield Annotation(inner, _PART_KINDS[part.role], hit.rule, hit.cert)


def widened(cable: Cable) -> Callable[[Span], Span]:
    """Return a function that takes in the bracket at a span's edge whose partner it holds.

    `Fidel] Castro` becomes `[Fidel] Castro`, but `Castro` in `[Castro]` stays as it is.
    """
    pairs = _brackets(cable)
    return lambda span: _widened(span, pairs)


def _brackets(cable: Cable) -> dict[int, Span]:
    """Map the offset of each bracket of a whole pair to the span of the pair."""
    found: dict[int, Span] = {}
    for annotation in cable.annotations:
        detail = annotation.detail
        whole = isinstance(detail, Bracket) and detail.opened and detail.closed
        if whole and annotation.kind is not MARKUP:
            found[annotation.span.start] = annotation.span
            found[annotation.span.end - 1] = annotation.span
    return found


def _widened(span: Span, pairs: dict[int, Span]) -> Span:
    start, end = span.start, span.end
    before, after = pairs.get(start - 1), pairs.get(end)
    if before and before.start == start - 1 and before.end <= end:
        start = before.start
    if after and after.end == end + 1 and after.start >= start:
        end = after.end
    return Span(start, end)
