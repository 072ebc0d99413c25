"""Where documents come from: files, folders, patterns, lists, archives and JSON lines."""

from __future__ import annotations

import glob
import json
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TEXT_FIELD = "text"
_MAGIC = "*?["


@dataclass(frozen=True, slots=True)
class Item:
    """One document: its name within the batch, and the file or the bytes that hold it.

    `name` is a relative path with forward slashes, the same in each run. `data` is None for a
    file, which is read where it is worked on.
    """

    name: str
    path: Path
    data: bytes | None = None
    problem: str = ""

    def read(self) -> bytes:
        """Return the bytes; SourceError if they can't be read."""
        if self.problem:
            raise SourceError(self.name, self.problem)
        if self.data is not None:
            return self.data
        try:
            return self.path.read_bytes()
        except OSError as error:
            raise SourceError(str(self.path), error.strerror or "cannot be read") from error


def find_items(inputs: Iterable[str], *, text_field: str = TEXT_FIELD) -> Iterator[Item]:
    """Yield the documents of files, folders, glob patterns, archives and JSON lines, in order.

    Folders are searched through, hidden files left out; files are sorted by name. Raises
    SourceError if an input is not there.
    """
    for given in inputs:
        path = Path(given)
        if path.is_dir():
            yield from _folder(path, text_field)
        elif path.exists():
            yield from _file(path, PurePosixPath(path.name), text_field)
        elif any(mark in given for mark in _MAGIC):
            yield from _pattern(given, text_field)
        else:
            raise SourceError(given, "there is no such file or folder")


def listed(lines: Iterable[str]) -> Iterator[str]:
    """Yield the inputs that a list names, one a line; blank lines and `#` comments are skipped."""
    for line in lines:
        if (words := line.strip()) and not words.startswith("#"):
            yield words


def _folder(folder: Path, text_field: str) -> Iterator[Item]:
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            yield from _file(path, PurePosixPath(inside.as_posix()), text_field)


def _pattern(pattern: str, text_field: str) -> Iterator[Item]:
    found = sorted(Path(match) for match in glob.glob(pattern, recursive=True))  # noqa: PTH207 (absolute patterns too)
    files = [path for path in found if path.is_file()]
    if not files:
        raise SourceError(pattern, "no file matches the pattern")
    fixed = Path(*_fixed_parts(Path(pattern)))
    for path in files:
        yield from _file(path, PurePosixPath(path.relative_to(fixed).as_posix()), text_field)


def _fixed_parts(pattern: Path) -> Iterator[str]:
    """Yield the parts of a pattern before the first that is one."""
    for part in pattern.parts[:-1]:
        if any(mark in part for mark in _MAGIC):
            return
        yield part


def _file(path: Path, name: PurePosixPath, text_field: str) -> Iterator[Item]:
    if name.name.endswith((".zip", ".jsonl", ".tar", ".tar.gz", ".tgz")):
        folder = _within(name)
        reader = _zip if name.suffix == ".zip" else _lines if name.suffix == ".jsonl" else _tar
        yield from reader(path, folder, text_field)
    else:
        yield Item(str(name), path)


def _within(name: PurePosixPath) -> PurePosixPath:
    """Return the folder that the documents of an archive have in the batch."""
    for suffix in (".tar.gz", name.suffix):
        if name.name.endswith(suffix):
            return name.with_name(name.name.removesuffix(suffix))
    return name


def _safe(member: str) -> str:
    """Return an archive's member name without what would lead out of a folder."""
    parts = (part for part in PurePosixPath(member.replace("\\", "/")).parts)
    return "/".join(part for part in parts if part not in ("..", "/", ".")) or "document"


def _zip(path: Path, folder: PurePosixPath, _: str) -> Iterator[Item]:
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                if not member.is_dir():
                    yield Item(str(folder / _safe(member.filename)), path, archive.read(member))
    except (OSError, zipfile.BadZipFile, RuntimeError) as error:  # RuntimeError: a password
        raise SourceError(str(path), f"the archive cannot be read: {error}") from error


def _tar(path: Path, folder: PurePosixPath, _: str) -> Iterator[Item]:
    try:
        with tarfile.open(path, "r|*") as archive:
            for member in archive:
                if member.isfile() and (file := archive.extractfile(member)):
                    yield Item(str(folder / _safe(member.name)), path, file.read())
    except (OSError, tarfile.TarError, EOFError) as error:
        raise SourceError(str(path), f"the archive cannot be read: {error}") from error


def _lines(path: Path, folder: PurePosixPath, text_field: str) -> Iterator[Item]:
    """Yield a document for each line of JSON; its name is its `id`, or the line's number."""
    try:
        with path.open("rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _record(line, number, path, folder, text_field)
    except OSError as error:
        raise SourceError(str(path), error.strerror or "cannot be read") from error


def _record(line: bytes, number: int, path: Path, folder: PurePosixPath, text_field: str) -> Item:
    unnamed = str(folder / f"{number}")
    try:
        record = json.loads(line)
    except (json.JSONDecodeError, UnicodeDecodeError) as error:
        return Item(unnamed, path, problem=f"line {number} is not JSON: {error}")
    text = record.get(text_field) if isinstance(record, dict) else None
    if not isinstance(text, str):
        return Item(unnamed, path, problem=f"line {number} has no field {text_field!r} with a text")
    given = record.get("id")
    name = folder / _safe(str(given)) if isinstance(given, str | int) else unnamed
    return Item(str(name), path, text.encode("utf-8", "surrogatepass"))
