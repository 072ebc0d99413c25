"""Bytes become a `Source`: encoding found, binary refused, lines indexed, digest taken."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.model import Source

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive (a .docx or .odt file is one)",
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
_LINE_END = re.compile(r"\r\n|\r|\n")
_EXPECTED = "the text of an archive's page in UTF-8 (or UTF-16 with a byte order mark)"


def read_source(path: Path) -> Source:
    """Read a file; SourceError where it can't be opened or `decode` refuses it."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), error.strerror or "cannot be read", "a text file") from error
    return decode(data, str(path))


def decode(data: bytes, name: str) -> Source:
    """Turn bytes into a `Source`; SourceError if they are empty, binary or in another encoding."""
    encoding = next((e for mark, e in _BYTE_ORDER_MARKS.items() if data.startswith(mark)), "utf-8")
    _refuse_binary(data, name, wide=encoding == "utf-16")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(name, _undecodable(data, error, encoding), _EXPECTED) from error
    if not text.strip():
        raise SourceError(name, "the file is empty", _EXPECTED)
    starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
    return Source(name, text, hashlib.sha256(data).hexdigest(), encoding, starts)


def _refuse_binary(data: bytes, name: str, *, wide: bool) -> None:
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
