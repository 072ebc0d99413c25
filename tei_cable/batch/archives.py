"""The documents in an archive or a file of JSON lines, each by itself.

What cannot be read is a member with a problem, and the rest goes on as far as the archive lets it.
No member is held in memory that is larger than `LARGEST`.
"""

from __future__ import annotations

import json
import tarfile
import zipfile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import IO

LARGEST = 64 * 2**20  # bytes
_TOO_LARGE = f"it is larger than {LARGEST // 2**20} MB"


class Member(NamedTuple):
    """A document of an archive; its name is "" where the problem is the archive's own."""

    name: str
    data: bytes | None = None
    problem: str = ""


def members_of(path: Path, text_field: str) -> Iterator[Member]:
    """Yield the documents of an archive in its order; of JSON lines the texts in `text_field`."""
    try:
        if path.name.endswith(".jsonl"):
            yield from _lines(path, text_field)
        elif path.name.endswith(".zip"):
            yield from _zip(path)
        else:
            yield from _tar(path)
    except Exception as error:
        yield Member("", problem=f"the archive cannot be read: {_why(error)}")


def _why(error: Exception) -> str:
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return " ".join(str(error).split()) or type(error).__name__


def _zip(path: Path) -> Iterator[Member]:
    with zipfile.ZipFile(path) as archive:
        for member in archive.infolist():
            if not member.is_dir():
                yield _unzipped(archive, member)


def _unzipped(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Member:
    if member.file_size > LARGEST:
        return Member(member.filename, problem=_TOO_LARGE)
    try:
        with archive.open(member) as file:
            return _read(member.filename, file)
    except Exception as error:
        return Member(member.filename, problem=f"it cannot be unpacked: {_why(error)}")


def _tar(path: Path) -> Iterator[Member]:
    with tarfile.open(path, "r|*") as archive:
        for member in archive:
            if member.isfile() and member.size > LARGEST:
                yield Member(member.name, problem=_TOO_LARGE)
            elif member.isfile() and (file := archive.extractfile(member)):
                yield _read(member.name, file)


def _read(name: str, file: IO[bytes]) -> Member:
    data = file.read(LARGEST + 1)
    return Member(name, data) if len(data) <= LARGEST else Member(name, problem=_TOO_LARGE)


def _lines(path: Path, text_field: str) -> Iterator[Member]:
    """Yield a document for each line; its name is its `id`, or the line's number."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(LARGEST + 1):
            number += 1
            if len(line) > LARGEST:
                yield Member(f"{number}", problem=f"line {number}: {_TOO_LARGE}")
                while line and not line.endswith(b"\n"):
                    line = file.readline(LARGEST)
            elif line.strip():
                yield _record(line, number, text_field)


def _record(line: bytes, number: int, text_field: str) -> Member:
    unnamed = f"{number}"
    try:
        record = json.loads(line)
    except RecursionError:
        return Member(unnamed, problem=f"line {number} is nested too deep")
    except ValueError as error:
        return Member(unnamed, problem=f"line {number} is not JSON: {error}")
    text = record.get(text_field) if isinstance(record, dict) else None
    if not isinstance(text, str):
        return Member(unnamed, problem=f"line {number} has no field {text_field!r} with a text")
    given = record.get("id")
    name = str(given) if isinstance(given, str | int) else ""
    return Member(name or unnamed, text.encode("utf-8", "surrogatepass"))
