"""The bytes of a file as the lines that people count."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tei_cable.findings import Finding

_LINE_END = re.compile(r"\r\n|\r|\n")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def lines_of(data: bytes, findings: Sequence[Finding]) -> Mapping[int, str]:
    """Return the lines that findings point to, by their numbers from 1."""
    wanted = {item.line for item in findings if item.line}
    if not wanted:
        return {}
    lines = split_lines(data)
    return {number: lines[number - 1] for number in sorted(wanted) if number <= len(lines)}


def split_lines(data: bytes) -> Sequence[str]:
    """Return the lines of an XML file, without their ends."""
    text = decoded(data)
    return _LINE_END.split(text) if "\r" in text else text.split("\n")


def decoded(data: bytes) -> str:
    """Return the text of an XML file, by its mark or declaration; what can't be is replaced."""
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    declared = _ENCODING.match(data)
    if not encoding and declared:
        encoding = declared[1].decode()
    try:
        return data.decode(encoding or "utf-8", errors="replace")
    except LookupError:
        return data.decode("utf-8", errors="replace")
