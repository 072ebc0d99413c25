"""Names on the command line to files: patterns, folders, lists of names, the standard input."""

from __future__ import annotations

import glob
import os
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.cli.common import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"


def names_from(listing: str) -> list[str]:
    """Return the names that a file lists, one a line or parted by zero bytes; `-` is stdin.

    Blank lines, and lines that begin with `#`, are passed over; what is parted by zero bytes comes
    from a program, and is taken as it is. SourceError if it can't be read.
    """
    _, data = read_bytes(listing)
    if b"\0" in data:
        return [os.fsdecode(part) for part in data.split(b"\0") if part.strip()]
    lines = (line.strip() for line in data.splitlines())
    return [os.fsdecode(line) for line in lines if line and not line.startswith(b"#")]


def expand(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the files that each name stands for, sorted.

    A folder stands for the .xml files in it and below, hidden ones left out; a pattern (`*`, `?`,
    `[...]`, `**` for any folders) for what it matches. Any other name stands for itself, whether
    or not there is such a file.
    """
    return {name: list(_expanded(name)) for name in dict.fromkeys(names)}


def _expanded(name: str) -> Iterator[str]:
    if name == STDIN or Path(name).is_file():
        yield name
    elif Path(name).is_dir():
        yield from _below(name)
    elif glob.has_magic(name):
        for found in sorted(glob.glob(name, recursive=True)):  # noqa: PTH207 (keeps ./ as it is)
            yield from _below(found) if Path(found).is_dir() else (found,)
    else:
        yield name


def _below(folder: str) -> Iterator[str]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(".xml") and not name.startswith("."):
                yield str(Path(place, name))
