"""Where documents come from: files, folders, patterns, lists, archives and JSON lines.

What cannot be read, an archive or a document in one, is an item with a problem: the rest goes on.
"""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tei_cable.batch.archives import members_of
from tei_cable.batch.names import ARCHIVES, safe_name
from tei_cable.errors import SourceError
from tei_cable.sidecar import SUFFIX, read_sidecar, sidecar_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.model import Source

TEXT_FIELD = "text"
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Item:
    """One document: its name within the batch, and the file or the bytes that hold it.

    `name` is a relative path with forward slashes, the same in each run. `data` is None for a
    file, which is read where it is worked on, together with its `sidecar`; `said` is what that
    says, None where it is still to be read. `problem` says why there is nothing to read. `given`
    is a source, or a path to it, of a caller in Python. `place` is what findings call the document:
    its path as the user gave it, `archive!member` in an archive.
    """

    name: str
    path: Path
    data: bytes | None = None
    problem: str = ""
    sidecar: Path | None = None
    said: bytes | None = None
    given: Source | Path | None = None
    place: str = ""

    def read(self) -> bytes:
        """Return the bytes; SourceError if they can't be read."""
        if self.problem:
            raise SourceError(self.name, self.problem)
        if self.data is not None:
            return self.data
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise SourceError(self.name, error.strerror or "cannot be read") from error

    def read_sidecar(self) -> bytes:
        """Return the bytes of the sidecar, b"" if there is none; SourceError if unreadable."""
        if self.said is not None:
            return self.said
        return read_sidecar(self.sidecar) if self.sidecar else b""


def find_items(inputs: Iterable[str], *, text_field: str = TEXT_FIELD) -> Iterator[Item]:
    """Yield the documents of files, folders, glob patterns, archives and JSON lines, in order.

    Folders are searched through, hidden files left out; files are sorted by name. Several files
    are named from the folder that they have in common. The sidecar of a file is no document. A
    file that several inputs mean is taken once, as the first of them names it.
    Raises SourceError if an input is not there, before anything is yielded.
    """
    given = list(inputs)
    files = [name for name in given if Path(name).is_file()]
    above = _common_folder(files)
    for name in given:
        if not Path(name).exists() and not _is_pattern(name):
            raise SourceError(name, "there is no such file or folder")
    taken = _Taken()
    for name in given:
        for path, inside in filter(taken.adds, _files_of(name, above)):
            yield from _file(path, inside, text_field)


def _files_of(name: str, above: str) -> Iterator[tuple[Path, str]]:
    """Yield the files that an input means, each with its name within the batch."""
    path = Path(name)
    if path.is_dir():
        yield from _several(_below(path), path)
    elif path.exists():
        yield path, os.path.relpath(name, above) if above else path.name
    else:
        yield from _pattern(name)


class _Taken:
    """The files that were taken already; of a link to a file the place of the link counts."""

    def __init__(self) -> None:
        self._files: set[str] = set()
        self._folder = cache(lambda folder: str(folder.resolve()))

    def adds(self, found: tuple[Path, str]) -> bool:
        """Take a file; return whether it is a new one."""
        path, _ = found
        before = len(self._files)
        self._files.add(f"{self._folder(path.parent)}/{path.name}")
        return len(self._files) > before


def _is_pattern(name: str) -> bool:
    return any(mark in name for mark in _MAGIC)


def _common_folder(files: Sequence[str]) -> str:
    folders = [os.path.dirname(os.path.abspath(file)) for file in files]  # noqa: PTH100, PTH120
    try:
        return os.path.commonpath(folders) if folders else ""
    except ValueError:  # on several drives
        return ""


def _below(folder: Path) -> list[Path]:
    found = sorted(folder.rglob("*"))
    hidden = (any(part.startswith(".") for part in x.relative_to(folder).parts) for x in found)
    return [path for path, out in zip(found, hidden, strict=True) if path.is_file() and not out]


def _pattern(pattern: str) -> Iterator[tuple[Path, str]]:
    found = sorted(Path(match) for match in glob.glob(pattern, recursive=True))  # noqa: PTH207 (absolute patterns too)
    files = [path for path in found if path.is_file()]
    if not files:
        raise SourceError(pattern, "no file matches the pattern")
    yield from _several(files, Path(*_fixed_parts(Path(pattern))))


def _fixed_parts(pattern: Path) -> Iterator[str]:
    """Yield the parts of a pattern before the first that is one."""
    for part in pattern.parts[:-1]:
        if _is_pattern(part):
            return
        yield part


def _several(files: Sequence[Path], folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield files of a folder with their names in it, sidecars left out."""
    sources = [path for path in files if path.suffix != SUFFIX]
    sidecars = {sidecar_of(path) for path in sources}
    for path in files:
        if path not in sidecars:
            yield path, path.relative_to(folder).as_posix()


def _file(path: Path, name: str, text_field: str) -> Iterator[Item]:
    name = safe_name(name)
    if not name.endswith(ARCHIVES):
        yield Item(name, path, sidecar=sidecar_of(path), place=str(path))
        return
    folder = _within(PurePosixPath(name))
    for member in members_of(path, text_field):
        inside = safe_name(member.name) if member.name else ""
        full = str(folder / inside) if inside else name
        place = f"{path}!{inside}" if inside else str(path)
        yield Item(full, path, member.data, member.problem, place=place)


def _within(name: PurePosixPath) -> PurePosixPath:
    """Return the folder that the documents of an archive have in the batch."""
    suffix = next(suffix for suffix in ARCHIVES if name.name.endswith(suffix))
    return name.with_name(name.name.removesuffix(suffix) or name.name)
