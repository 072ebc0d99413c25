"""Where results go: a tree of files, each written whole or not at all."""

from __future__ import annotations

import hashlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.writing import write_whole

if TYPE_CHECKING:
    from pathlib import Path


def output_name(name: str, *, levels: int = 0) -> str:
    """Return the place of a document's TEI, from its name alone: the same in each run.

    `.txt` gives way to `.xml`; every other name gets `.xml` added, so that `a.txt` and `a.json`
    are two files. `levels` folders, named by the digest of the name, keep big folders small.
    """
    path = PurePosixPath(name)
    path = path.with_suffix(".xml") if path.suffix == ".txt" else path.with_name(f"{path.name}.xml")
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()
    folders = [digest[2 * level : 2 * level + 2] for level in range(levels)]
    return str(PurePosixPath(*folders, path))


def write_output(target: Path, data: bytes) -> None:
    """Put a document's TEI in its place at once, its folders made; SourceError if it fails."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SourceError(str(target.parent), error.strerror or "cannot be made") from error
    if target.is_dir():
        raise SourceError(str(target), "Is a directory")
    write_whole(target, data, alone=True)
