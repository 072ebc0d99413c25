"""Structure that a reader has seen, carried from the source's text to the folded one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_cable.kinds import CELL, ITEM, LIST, NOTE_TEXT, PARAGRAPH, TABLE, Kind
from tei_cable.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Detail


class Mark(NamedTuple):
    """A piece of structure over a stretch of a source's text."""

    span: Span
    kind: Kind
    detail: Detail = None


def annotations_of(marks: Sequence[Mark], cable: Cable, rule: str) -> Iterator[Annotation]:
    """Yield marks as annotations of a cable, and the paragraphs that items and notes need."""
    placed = [mark for mark in (_placed(mark, cable) for mark in marks) if mark]
    for mark in placed:
        yield Annotation(mark.span, mark.kind, rule, detail=mark.detail)
    blocks = [m.span for m in placed if m.kind in (LIST, TABLE)]
    for mark in placed:
        if mark.kind in (ITEM, NOTE_TEXT):
            inside = [block for block in cable.blocks if mark.span.contains(block)]
            for block in inside if len(inside) > 1 else ():
                held = (b for b in blocks if mark.span.contains(b) and b != mark.span)
                if not any(b.contains(block) for b in held):
                    yield Annotation(block, PARAGRAPH, rule)


def _placed(mark: Mark, cable: Cable) -> Mark | None:
    """Return a mark over the folded text, None if its words are not all there."""
    length = len(cable.text)
    start = cable.origin.position(mark.span.start, length)
    end = cable.origin.position(mark.span.end, length)
    if mark.kind is CELL and not len(mark.span):
        return mark._replace(span=Span(end, end)) if 0 < end < length else None
    while start < end and cable.text[start] in " \n":
        start += 1
    while end > start and cable.text[end - 1] in " \n":
        end -= 1
    whole = start < end and cable.origin.span(start, end) == mark.span
    return mark._replace(span=Span(start, end)) if whole else None
