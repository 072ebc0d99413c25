"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Put the data in the place of a file at once; SourceError, and no trace, if it can't be.

    What is no regular file (a pipe, a terminal) is written straight.
    """
    partial = path.resolve().with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        try:
            partial.write_bytes(data)
            if path.exists():
                partial.chmod(path.stat().st_mode & 0o7777)
            partial.replace(path.resolve())
        finally:
            partial.unlink(missing_ok=True)
    except OSError as error:
        raise SourceError(str(path), error.strerror or "cannot be written") from error
