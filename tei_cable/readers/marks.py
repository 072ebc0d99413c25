"""Structure that a reader has seen, carried from the source's text to the folded one."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.kinds import (
    CELL,
    HEAD,
    ITEM,
    LABEL,
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
_INSIDE = {ITEM: LIST, ROW: TABLE}


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
    held = sorted(m.span for m in placed if m.kind in (LIST, TABLE))
    for mark in placed:
        if mark.kind in (ITEM, NOTE_TEXT):
            inside = _within(mark.span, cable.blocks)
            inner = [
                s for s in _within(mark.span, held) if s != mark.span and mark.span.contains(s)
            ]
            for block in inside if len(inside) > 1 else ():
                if not any(span.contains(block) for span in inner):
                    yield Annotation(block, PARAGRAPH, rule)


def _within(outer: Span, spans: Sequence[Span]) -> Sequence[Span]:
    """Return which of some spans, in order and not crossing it, are in another."""
    first = bisect_left(spans, outer.start, key=lambda span: span.start)
    last = bisect_left(spans, outer.end, key=lambda span: span.start)
    return spans[first:last]


def _sound(placed: list[Mark], blocks: Sequence[Span]) -> list[Mark]:
    """Return the marks that a tree can hold: over whole blocks, not crossing, lists with items."""
    nested = _nested([mark for mark in placed if mark.kind in _OVER_BLOCKS], blocks)
    items: dict[int, list[Span]] = {}
    for mark, around in nested:
        if mark.kind is ITEM:
            items.setdefault(around, []).append(mark.span)
    lists = {
        number
        for number, (mark, _) in enumerate(nested)
        if mark.kind is LIST and _tiled(mark.span, items.get(number, ()), blocks)
    }
    notes = {mark.span.start for mark, _ in nested if mark.kind is NOTE_TEXT}
    return [
        *(
            mark
            for number, (mark, around) in enumerate(nested)
            if (mark.kind is not LIST or number in lists)
            and (mark.kind is not ITEM or around in lists)
        ),
        *(mark for mark in placed if mark.kind not in _OVER_BLOCKS and mark.kind is not LABEL),
        *(mark for mark in placed if mark.kind is LABEL and mark.span.start in notes),
    ]


def _nested(marks: Sequence[Mark], blocks: Sequence[Span]) -> list[tuple[Mark, int]]:
    """Return the marks over whole blocks that cross none before them, each with what is around it.

    That is a number in the list, -1 if there is none. An item is in a list, a row in a table; a
    heading or a note is in nothing.
    """
    starts, ends = {b.start for b in blocks}, {b.end for b in blocks}
    found: list[tuple[Mark, int]] = []
    open_marks: list[tuple[Mark, int]] = []
    for mark in sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.kind.rank)):
        while open_marks and open_marks[-1][0].span.end <= mark.span.start:
            open_marks.pop()
        around, number = open_marks[-1] if open_marks else (None, -1)
        crosses = around is not None and around.span.end < mark.span.end
        whole = mark.span.start in starts and mark.span.end in ends
        if whole and not crosses and _may_be_in(mark.kind, around and around.kind):
            open_marks.append((mark, len(found)))
            found.append((mark, number))
    return found


def _may_be_in(kind: Kind, around: Kind | None) -> bool:
    if kind in _INSIDE:
        return around is _INSIDE[kind]
    return around is None or (kind in (LIST, TABLE) and around in (ITEM, LIST, NOTE_TEXT))


def _tiled(span: Span, items: Sequence[Span], blocks: Sequence[Span]) -> bool:
    """Whether each block of a list is in one of its own items, which are in order."""
    reach = span.start
    own = iter(items)
    item = next(own, None)
    for block in _within(span, blocks):
        while item and item.start <= block.start:
            reach = max(reach, item.end)
            item = next(own, None)
        if block.end > reach:
            return False
    return bool(items)


def _placed(mark: Mark, cable: Cable) -> Mark | None:
    """Return a mark over the folded text, None if its words are not all there."""
    length = len(cable.text)
    start = cable.origin.position(mark.span.start, length)
    end = cable.origin.position(mark.span.end, length)
    if mark.kind is CELL and not cable.text[start:end].strip():
        return mark._replace(span=Span(end, end)) if 0 < end < length else None
    while start < end and cable.text[start] in " \n":
        start += 1
    while end > start and cable.text[end - 1] in " \n":
        end -= 1
    if mark.kind is CELL:  # characters that XML cannot hold are not in its words
        return mark._replace(span=Span(start, max(start, end))) if 0 < start < length else None
    whole = start < end and cable.origin.span(start, end) == mark.span
    return mark._replace(span=Span(start, end)) if whole else None
