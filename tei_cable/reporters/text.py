"""Findings as lines for a terminal: `file:line:column: severity CODE message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from tei_cable.findings import Finding

_COLORS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}


def write_text(findings: Iterable[Finding], stream: TextIO, *, color: bool = False) -> None:
    """Write a line for each finding, and under it what was expected and how to mend it."""
    for item in findings:
        stream.write(_head(item, color=color) + "\n")
        if item.xpath:
            stream.write(f"    at {item.xpath}\n")
        if item.expected:
            stream.write(f"    expected: {', '.join(item.expected)}\n")
        if item.fix:
            stream.write(f"    mend: {item.fix}\n")


def _head(item: Finding, *, color: bool) -> str:
    label = f"{item.severity} {item.code}"
    if color:
        label = f"\033[{_COLORS[item.severity]}m{label}\033[0m"
    return f"{_place(item)}: {label} {item.message}"


def _place(item: Finding) -> str:
    numbers = (str(n) for n in (item.line, item.column) if n is not None)
    return ":".join((item.file or "-", *numbers))
