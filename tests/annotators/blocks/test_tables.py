"""Tables that were flattened to lines with bars."""

from __future__ import annotations

import pytest

from tests.annotators.blocks.shape import shape

LEAD = "The embassy reports the following figures of the harvest."


@pytest.mark.parametrize(
    "rows",
    ["Rice | 12 |\nSalt | 7 |", "| Rice | 12 |\n\n| Salt | 7 |", "Rice | 12\nSalt | 7"],
)
def test_two_lines_with_bars_are_a_table(rows: str) -> None:
    """Bars at the edges are there or not; rows stand on lines or in blocks."""
    assert shape(f"{LEAD}\n\n{rows}\n\n{LEAD}") == "p table(row(cell cell) row(cell cell)) p"


def test_empty_cells_are_cells() -> None:
    """Two bars with nothing between them have an empty cell."""
    found = shape(f"{LEAD}\n\n | Rice | | 12 |\n| | Salt | 7 |\n\n{LEAD}")
    assert found == "p table(row(cell cell cell) row(cell cell cell)) p"


@pytest.mark.parametrize(
    "rows",
    [
        "Rice | 12 |",
        "Rice|12\nSalt|7",
        "Rice |\nSalt |",
        "Rice has come |\n\nand salt | too",
        "|\n\n|",
    ],
)
def test_near_misses_of_a_table(rows: str) -> None:
    """One row, bars without blanks, and a single cell make no table."""
    assert "table" not in shape(f"{LEAD}\n\n{rows}\n\n{LEAD}")
