"""Findings as workflow commands of GitHub Actions, which shows them beside the lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.findings import RULES, Severity

if TYPE_CHECKING:
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Report

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GRAVEST_FIRST = tuple(_COMMANDS)


def write_report(report: Report, stream: TextIO) -> None:
    """Write a command for each finding, errors first: GitHub shows only the first of a step."""
    ordered = sorted(report.findings(), key=lambda f: _GRAVEST_FIRST.index(f.severity))
    stream.writelines(_command(finding) + "\n" for finding in ordered)


def _command(finding: Finding) -> str:
    places = {"file": finding.file, "line": finding.line, "col": finding.column}
    title = f"{finding.code} {RULES[finding.code].name}"
    named = {**{name: value for name, value in places.items() if value}, "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in named.items())
    return f"::{_COMMANDS[finding.severity]} {properties}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    lines = [finding.message]
    if finding.xpath:
        lines.append(f"at {finding.xpath}")
    if finding.expected:
        lines.append(f"expected: {', '.join(finding.expected)}")
    if finding.fix:
        lines.append(f"mend: {finding.fix}")
    return "\n".join(lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
