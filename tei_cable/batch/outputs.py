"""Where results go: a tree of files, each written whole or not at all."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path, PurePosixPath


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


def write_whole(target: Path, data: bytes) -> None:
    """Put a file in its place at once, with the permissions of the old one if there is one.

    OSError if it can't be written; then what was there is as it was. What a killed process leaves
    half written has a name of its own, which the next attempt takes over.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.partial")
    try:
        partial.write_bytes(data)
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    except OSError:
        partial.unlink(missing_ok=True)
        raise
