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


def test_what_is_seen_ends_a_table() -> None:
    """Rows before and after a quoted letter are not one table."""
    letter = "“Dear Jan,\n\nRice is good.\n\nAda Novak”"
    found = shape(f"{LEAD}\n\nRice | 12\n\n{letter}\n\nSalt | 7\n\n{LEAD}")
    assert found == "p p p p"


@pytest.mark.parametrize("rows", ["[Rice | | 7\n| | [12]", "| | |\n| | ]"])
def test_brackets_may_cross_empty_cells(rows: str) -> None:
    """What is supplied over several cells has no part where there is none."""
    assert shape(f"{LEAD}\n\n{rows}\n\n{LEAD}").count("row(") == 2
