"""Structure that a format tells: marks over stretches of a source become annotations of blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from tei_cable import kinds
from tei_cable.model import Annotation, Numbered, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.kinds import Kind
    from tei_cable.model import Mark
    from tei_cable.readers.folding import Folded

_LABEL = re.compile(r"(?:\(?(?P<n>\d{1,3}|[A-Za-z])[.)]|\[(?P<note>\d+)\]|[-*•])(?= )")
_BAR = re.compile(r" \|(?= |$|\n)")


def structure(folded: Folded, marks: Iterable[Mark], rule: str) -> Iterator[Annotation]:
    """Yield annotations of the blocks that lie under a mark, by `rule` ("reader.docx").

    Blocks under one mark after another of the same name are one list. A block that reaches over
    its mark's edge is left to the recognisers.
    """
    ordered = sorted(marks, key=lambda mark: mark.span)
    starts = [mark.span.start for mark in ordered]
    named = [(_mark_of(folded, block, ordered, starts), block) for block in folded.blocks]
    for mark, group in groupby(named, lambda pair: _kin(pair[0])):
        if mark:
            yield from _group(folded.text, mark[0], [block for _, block in group], rule)


def _kin(mark: Mark | None) -> tuple[str, int] | None:
    """Return what blocks of one list have in common; two tables in a row are two."""
    return (mark.name, mark.span.start if mark.name == "table" else 0) if mark else None


def _mark_of(
    folded: Folded, block: Span, marks: Sequence[Mark], starts: Sequence[int]
) -> Mark | None:
    inside = folded.origin.span(block.start, block.end)
    number = bisect_right(starts, inside.start) - 1
    return marks[number] if number >= 0 and marks[number].span.contains(inside) else None


def _group(text: str, name: str, blocks: Sequence[Span], rule: str) -> Iterator[Annotation]:
    whole = Span(blocks[0].start, blocks[-1].end)
    if name in ("title", "heading"):
        yield from (Annotation(block, kinds.HEAD, rule) for block in blocks)
    elif name == "dateline":
        yield Annotation(whole, kinds.OPENER, rule)
        yield from (Annotation(block, kinds.DATELINE, rule) for block in blocks)
    elif name == "note":
        yield from (a for block in blocks for a in _numbered(text, block, kinds.NOTE_TEXT, rule))
    elif name == "item":
        yield Annotation(whole, kinds.LIST, rule)
        yield from (a for block in blocks for a in _numbered(text, block, kinds.ITEM, rule))
    elif name == "table":
        yield Annotation(whole, kinds.TABLE, rule)
        for block in blocks:
            yield Annotation(block, kinds.ROW, rule)
            yield from (Annotation(cell, kinds.CELL, rule) for cell in _cells(text, block))


def _numbered(text: str, block: Span, kind: Kind, rule: str) -> Iterator[Annotation]:
    label = _LABEL.match(text, block.start, block.end)
    n = (label["n"] or label["note"] or "") if label else ""
    yield Annotation(block, kind, rule, detail=Numbered(n))
    if label:
        yield Annotation(Span(*label.span()), kinds.LABEL, rule)


def _cells(text: str, row: Span) -> Iterator[Span]:
    """Yield the cells of a row: what stands between its bars, a point where that is nothing."""
    bars = [match.end() - 1 for match in _BAR.finditer(text, row.start, row.end)]
    edges = [row.start, *bars] if text[row.start] == "|" else [row.start - 1, *bars, row.end]
    for before, after in pairwise(edges):
        words = text[before + 1 : after]
        start = before + 1 + len(words) - len(words.lstrip(" "))
        end = after - (len(words) - len(words.rstrip(" ")))
        yield Span(start, end) if start < end else Span(after, after)
