"""Which bars a row of a table has in its source, as the @rend of the row says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tei_cable.nest import Node

BARS = "bars"
BEFORE = (f"{BARS}-before", f"{BARS}-around")
AFTER = (f"{BARS}-after", f"{BARS}-around")


def bars(text: str, row: Node) -> str:
    """Return the @rend of a row with its cells; "" if there are no bars."""
    cells = [cell.span for cell in row.children]
    before = "|" in text[row.span.start : cells[0].start]
    after = "|" in text[cells[-1].end : row.span.end]
    if before and after:
        return f"{BARS}-around"
    if before or after:
        return f"{BARS}-before" if before else f"{BARS}-after"
    return BARS if len(cells) > 1 and "|" in text[cells[0].end : cells[1].start] else ""
