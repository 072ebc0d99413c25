"""Files that are written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KEPT = 48  # characters of a name: with what is added it stays within what file systems allow


def write_whole(path: Path, data: bytes, *, alone: bool = False) -> None:
    """Put the data in the place of a file at once; SourceError, and no trace, if it can't be.

    What is no regular file (a pipe, a terminal) is written straight. `alone` as in `replaced`.
    """
    try:
        with replaced(path, alone=alone) as partial:
            partial.write_bytes(data)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        problem = getattr(error, "strerror", None) or str(error)
        raise SourceError(str(path), problem) from error


@contextmanager
def replaced(path: Path, *, alone: bool = False) -> Iterator[Path]:
    """Give a file to write into, which takes the place of `path` in the end, with its permissions.

    If that fails, or whoever writes fails, it is removed, and what was at `path` is as it was.
    `alone` says that no other process writes there: then what a killed one left half written is
    taken over. What is no regular file is given itself. OSError if it can't be written.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    target = path.resolve()
    mark = "" if alone else f".{os.getpid()}"
    partial = target.with_name(f".{_short(target.name)}{mark}.partial")
    try:
        yield partial
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _short(name: str) -> str:
    """Return a name that fits; one that is cut has a digest of the whole, to be its own."""
    if len(name) <= _KEPT:
        return name
    return f"{name[:_KEPT]}~{hashlib.sha256(os.fsencode(name)).hexdigest()[:12]}"
