"""Structure that a reader has seen, carried from the source's text to the folded one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_cable.kinds import (
    CELL,
    HEAD,
    ITEM,
    LIST,
    NOTE_TEXT,
    PAGE_BREAK,
    PARAGRAPH,
    ROW,
    TABLE,
    Kind,
)
from tei_cable.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Detail


_OVER_BLOCKS = frozenset({HEAD, ITEM, LIST, NOTE_TEXT, ROW, TABLE})


class Mark(NamedTuple):
    """A piece of structure over a stretch of a source's text."""

    span: Span
    kind: Kind
    detail: Detail = None


def annotations_of(marks: Sequence[Mark], cable: Cable, rule: str) -> Iterator[Annotation]:
    """Yield marks as annotations of a cable, and the paragraphs that items and notes need."""
    placed = _sound([m for m in (_placed(mark, cable) for mark in marks) if m], cable.blocks)
    starts = {block.start: block for block in cable.blocks}
    for mark in placed:
        span = mark.span
        if mark.kind is PAGE_BREAK and starts.get(span.start, span) != span:
            span = Span(span.start, span.start)  # its words are the first of a block
        yield Annotation(span, mark.kind, rule, detail=mark.detail)
    blocks = [m.span for m in placed if m.kind in (LIST, TABLE)]
    for mark in placed:
        if mark.kind in (ITEM, NOTE_TEXT):
            inside = [block for block in cable.blocks if mark.span.contains(block)]
            for block in inside if len(inside) > 1 else ():
                held = (b for b in blocks if mark.span.contains(b) and b != mark.span)
                if not any(b.contains(block) for b in held):
                    yield Annotation(block, PARAGRAPH, rule)


def _sound(placed: list[Mark], blocks: Sequence[Span]) -> list[Mark]:
    """Return the marks that a tree can hold: over whole blocks, not crossing, lists with items."""
    starts, ends = {b.start for b in blocks}, {b.end for b in blocks}
    whole = [
        mark
        for mark in placed
        if mark.kind not in _OVER_BLOCKS or (mark.span.start in starts and mark.span.end in ends)
    ]
    outer = [mark.span for mark in whole if mark.kind in _OVER_BLOCKS]
    nested = [m for m in whole if not any(m.span.crosses(span) for span in outer)]
    items = [mark.span for mark in nested if mark.kind is ITEM]
    lists = [m for m in nested if m.kind is LIST and _tiled(m.span, items, blocks)]
    return [
        mark
        for mark in nested
        if (mark.kind is not LIST or mark in lists)
        and (mark.kind is not ITEM or any(m.span.contains(mark.span) for m in lists))
        and (mark.kind is not HEAD or not any(_holds(span, mark.span) for span in outer))
    ]


def _holds(outer: Span, inner: Span) -> bool:
    return outer.contains(inner) and outer != inner


def _tiled(span: Span, items: Sequence[Span], blocks: Sequence[Span]) -> bool:
    """Whether each block of a list is in one of its items."""
    own = [item for item in items if span.contains(item)]
    inside = [block for block in blocks if span.contains(block)]
    return all(any(item.contains(block) for item in own) for block in inside)


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
