"""Bytes become a `Source`: encoding found, lines indexed, digest taken.

Of a PDF and of a .docx the text is extracted, with libraries that are loaded only then; any
other binary file is refused.
"""

from __future__ import annotations

import hashlib
import importlib
import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.arguments import expect, path_of
from tei_cable.errors import SourceError
from tei_cable.model import Medium, Source
from tei_cable.sidecar import fields_of, read_sidecar, sidecar_of

if TYPE_CHECKING:
    import os
    from pathlib import Path

    from tei_cable.extraction import Extracted

_MAGIC = {
    b"PK\x03\x04": "a ZIP archive, and no .docx",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"\xd0\xcf\x11\xe0": "an old Microsoft Office file",
}
_BYTE_ORDER_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_UTF_32 = (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")
_PRINTED = re.compile(r"[^\r\n]")
_LINE_END = re.compile(r"\r\n|\r|\n")
_EXPECTED = "a text in UTF-8 (or UTF-16 with a byte order mark), a PDF or a .docx"
_PDF_WITHIN = 1024  # readers of PDF look for its mark so far from the start


def read_source(path: str | os.PathLike[str], *, sidecar: bool = True) -> Source:
    """Read a file, and what the file of fields beside it says (`Source.stated`), if there is one.

    Without `sidecar` that is not looked for. Raises SourceError where one of the two can't be
    opened or used, TypeError if `path` is none.
    """
    file = path_of(path, "path")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise SourceError(str(file), error.strerror or "cannot be read", "a text file") from error
    source = decode(data, str(file))
    return replace(source, stated=_beside(file)) if sidecar else source


def _beside(file: Path) -> tuple[tuple[str, str], ...]:
    beside = sidecar_of(file)
    return fields_of(read_sidecar(beside), str(beside)) if beside else ()


def decode(data: bytes, name: str) -> Source:
    """Turn bytes into a `Source`.

    SourceError if they are empty, in another encoding, binary and of no known format, or a PDF
    or .docx that cannot be read; TypeError if they are no bytes.
    """
    expect(data, bytes, "data", "bytes")
    medium = _medium(data)
    if medium is not Medium.TEXT:
        module = importlib.import_module(f"tei_cable.extraction.{medium.value}")
        return _extracted(data, name, medium, module.extract(data, name))
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    _refuse_binary(data, name, wide=encoding == "utf-16")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(name, _undecodable(data, error, encoding), _EXPECTED) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise SourceError(name, f"the file is binary (a zero character in line {line})", _EXPECTED)
    if not text.strip():
        raise SourceError(name, "the file is empty", _EXPECTED)
    return Source(name, text, hashlib.sha256(data).hexdigest(), encoding, _line_starts(text))


def part_of(source: Source, number: int, start: int, end: int) -> Source:
    """Return a source of which only a stretch is left: all else is blank, so places stay right."""
    before = _blank(source.text[:start])
    text = before + source.text[start:end] + _blank(source.text[end:])
    return replace(source, text=text, part=number)


def _blank(text: str) -> str:
    return _PRINTED.sub(" ", text)


def _line_starts(text: str) -> tuple[int, ...]:
    return (0, *(match.end() for match in _LINE_END.finditer(text)))


def _medium(data: bytes) -> Medium:
    if b"%PDF-" in data[:_PDF_WITHIN] and not data[:1].isalnum():
        return Medium.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    return Medium.TEXT


def _zipped(data: bytes) -> Medium:
    import zipfile  # noqa: PLC0415 (a text needs none)

    if zipfile.is_zipfile(io.BytesIO(data)):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if "word/document.xml" in archive.namelist():
                return Medium.DOCX
    return Medium.TEXT


def _extracted(data: bytes, name: str, medium: Medium, found: Extracted) -> Source:
    digest = hashlib.sha256(data).hexdigest()
    starts = _line_starts(found.text)
    return Source(name, found.text, digest, "", starts, medium, found.marks, found.remarks)


def _refuse_binary(data: bytes, name: str, *, wide: bool) -> None:
    if data.startswith(_UTF_32):
        raise SourceError(name, "the file is in UTF-32", _EXPECTED)
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise SourceError(name, f"the file is {what}, not text", _EXPECTED)
    at = data.find(b"\0")
    if at >= 0 and not wide:
        raise SourceError(name, f"the file is binary (a zero byte at offset {at})", _EXPECTED)


def _undecodable(data: bytes, error: UnicodeDecodeError, encoding: str) -> str:
    before = data[: error.start].decode(encoding, errors="replace")
    lines = _LINE_END.split(before)
    place = f"line {len(lines)}, column {len(lines[-1]) + 1}"
    byte = data[error.start]
    return f"{place}: the byte 0x{byte:02X} is not {encoding.upper()} ({error.reason})"
