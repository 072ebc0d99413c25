"""Names and dates of invented cables encoded by hand: how many are found, and how surely."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def _rows() -> dict[str, list[str]]:
    """Return what the tool prints of the gold cables: the figures after each row's name."""
    command = [sys.executable, "tools/ablation.py", "tests/gold"]
    run = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    lines = [line.rpartition("  ") for line in run.stdout.splitlines()]
    return {line[0][:44].strip(): line[0][44:].split() for line in lines}


def test_names_of_other_countries_and_years_are_found() -> None:
    """Rules and lists together find most; each does better with the other's help."""
    rows = _rows()
    every = {name: float(rows[name][-1]) for name in rows if len(rows[name]) == len("PLODA")}
    assert every["both"] >= 0.93
    assert every["both"] > every["rules, and files without persons"] >= 0.9
    assert every["both"] > every["rules only, no file of names"] > every["files of names only"]
