"""Tables that were flattened to lines with bars: `Grain | 12 |`."""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from tei_cable.kinds import CELL, ROW, TABLE
from tei_cable.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

_RULE = "structure.table"
_BAR = re.compile(r"(?<![^ ])\|(?![^ ])")


def tables(text: str, blocks: Sequence[Span], seen: Container[Span]) -> list[list[Span]]:
    """Return the runs of blocks that are rows: at least two, each of at least two cells.

    What is `seen` is no row, and ends a table.
    """
    rows = groupby(blocks, lambda block: block not in seen and _is_row(block.of(text)))
    runs = (list(run) for is_row, run in rows if is_row)
    return [run for run in runs if len(run) > 1]


def annotate_table(text: str, rows: Sequence[Span]) -> Iterator[Annotation]:
    """Yield the table, its rows and its cells."""
    yield Annotation(Span(rows[0].start, rows[-1].end), TABLE, _RULE)
    for row in rows:
        yield Annotation(row, ROW, _RULE)
        for start, end in _cells(row.of(text)):
            yield Annotation(Span(row.start + start, row.start + end), CELL, _RULE)


def _is_row(line: str) -> bool:
    """Whether each bar of a line stands between single blanks, and they part at least two cells."""
    bars = len(_BAR.findall(line))
    inner = bars - line.startswith("|") - line.endswith("|")
    return bars == line.count("|") and inner > 0 and "  " not in line


def _cells(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the cells of a row stand; an empty one is a point after its blank."""
    bars = [match.start() for match in _BAR.finditer(line)]
    if bars[0]:
        yield 0, bars[0] - 1
    for before, after in pairwise(bars):
        yield (before + 2, after - 1) if after - before > 2 else (before + 1, before + 1)
    if bars[-1] < len(line) - 1:
        yield bars[-1] + 2, len(line)
