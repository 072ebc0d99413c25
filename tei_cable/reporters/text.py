"""Findings as lines for a terminal: `file:line:column: severity CODE message`."""

from __future__ import annotations

import re
import unicodedata
from textwrap import fill
from typing import TYPE_CHECKING

from tei_cable.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Report

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
_BOLD, _DIM = "1", "2"
_BEFORE, _WIDTH = 30, 80
_FILLED = 100
_TAG = re.compile(r"<[^\s<>/]+")
_ATTRIBUTE = re.compile(r"""[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*')""")


def write_report(report: Report, stream: TextIO, *, color: bool = False) -> None:
    """Write all findings of a run, each with its line of the source where that is known."""
    for checked in report.files:
        write_text(checked.findings, stream, color=color, lines=checked.lines)
    write_text(report.notes, stream, color=color)


def write_text(
    findings: Iterable[Finding],
    stream: TextIO,
    *,
    color: bool = False,
    lines: Mapping[int, str] | None = None,
) -> None:
    """Write a line for each finding, and under it what was expected and how to mend it.

    `lines` are lines of the file by their numbers; a finding that points into one shows it.
    """
    for item in findings:
        stream.write(_head(item, color=color) + "\n")
        if item.xpath:
            stream.write(f"    at {item.xpath}\n")
        if lines and item.line and item.line in lines:
            stream.write(_excerpt(lines[item.line], item, color=color))
        if item.expected:
            stream.write(f"{_filled('expected: ' + _printable(', '.join(item.expected)))}\n")
        if item.fix:
            stream.write(f"    mend: {_printable(item.fix)}\n")


def _filled(text: str) -> str:
    """Return a list in lines that a terminal shows whole."""
    return fill(
        text,
        _FILLED,
        initial_indent="    ",
        subsequent_indent=" " * 14,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _head(item: Finding, *, color: bool) -> str:
    label, place = f"{item.severity} {item.code}", _place(item)
    if color:
        label = _painted(label, _COLORS[item.severity])
        place = _painted(place, _BOLD)
    return f"{place}: {label} {_printable(item.message)}"


def _painted(text: str, style: str) -> str:
    return f"\033[{style}m{text}\033[0m"


def _place(item: Finding) -> str:
    numbers = (str(n) for n in (item.line, item.column) if n is not None)
    return ":".join((_printable(item.file) or "-", *numbers))


def _printable(text: str) -> str:
    """Return a text that can't command a terminal, whatever a document or a file name holds."""
    return text if text.isprintable() else "".join(map(_visible, text))


def _excerpt(line: str, item: Finding, *, color: bool) -> str:
    """Return the part of a line around a finding, and carets under its tag or attribute."""
    at = (item.column or 1) - 1
    start = max(at - _BEFORE, 0) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH]
    left = "…" if start else ""
    right = "…" if start + _WIDTH < len(line) else ""
    meant = _TAG.match(line, at) or ("/@" in item.xpath and _ATTRIBUTE.match(line, at))
    length = min(len(meant[0]), start + _WIDTH - at) if meant else 1
    blank = " " * (_width(shown[: at - start]) + len(left))
    number = f"{item.line} | "
    mark = "^" * length
    if color:
        mark = _painted(mark, _COLORS[item.severity])
        number = _painted(number, _DIM)
    gutter = " " * len(str(item.line)) + " | "
    return f"    {number}{left}{_printable(shown)}{right}\n    {gutter}{blank}{mark}\n"


def _visible(character: str) -> str:
    """Return a character as a terminal may be shown it: no tab, no control."""
    return " " if unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"} else character


def _width(text: str) -> int:
    """Return how many columns of a terminal a text fills."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
