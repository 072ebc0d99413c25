"""Findings as SARIF 2.1.0, the form of code scanning services."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_cable import __version__
from tei_cable.findings import RULES, Severity
from tei_cable.report import fingerprint
from tei_cable.rule_pages import rule_page

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Report

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_FINGERPRINT = "teiCable/v1"


def write_report(report: Report, stream: TextIO) -> None:
    """Write a log of one run; rules are those that were found broken, by their codes."""
    findings = list(report.findings())
    codes = sorted({finding.code for finding in findings})
    seen: dict[str, int] = {}
    run = {
        "tool": {
            "driver": {
                "name": "tei_cable",
                "semanticVersion": __version__,
                "rules": [_rule(code) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": _artifact(checked.name)} for checked in report.files],
        "invocations": [{"executionSuccessful": True}],
        "results": [result_of(finding, codes, seen) for finding in findings],
    }
    json.dump({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, stream, indent=1)
    stream.write("\n")


def log_of(codes: Sequence[str], results: object) -> dict[str, object]:
    """Return a log with these results, which comes before its rules."""
    driver = {"name": "tei_cable", "semanticVersion": __version__, "rules": [*map(_rule, codes)]}
    run = {
        "columnKind": "unicodeCodePoints",
        "results": results,
        "invocations": [{"executionSuccessful": True}],
        "tool": {"driver": driver},
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, object]:
    rule, page = RULES[code], rule_page(code)
    return {
        "id": code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def result_of(finding: Finding, codes: Sequence[str], seen: dict[str, int]) -> dict[str, object]:
    """Return a finding as a result; `codes` are those of the log's rules, `seen` is for its use."""
    result: dict[str, object] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.severity],
        "message": {"text": _message(finding)},
        "partialFingerprints": {_FINGERPRINT: _numbered(fingerprint(finding), seen)},
    }
    if finding.file:
        result["locations"] = [_location(finding)]
    return result


def _numbered(mark: str, seen: dict[str, int]) -> str:
    """Return a fingerprint that findings which are alike don't share."""
    seen[mark] = seen.get(mark, 0) + 1
    return f"{mark}:{seen[mark]}"


def _message(finding: Finding) -> str:
    parts = [finding.message]
    if finding.expected:
        parts.append(f"Expected: {', '.join(finding.expected)}.")
    if finding.fix:
        parts.append(f"To mend it: {finding.fix}.")
    return " ".join(parts)


def _location(finding: Finding) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": _artifact(finding.file)}
    if finding.line:
        physical["region"] = {"startLine": finding.line, "startColumn": finding.column or 1}
    location: dict[str, object] = {"physicalLocation": physical}
    if finding.xpath:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.xpath, "kind": "element"}]
    return location


def _artifact(name: str) -> dict[str, str]:
    path = Path(name)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(os.fsencode(path.as_posix()), safe="/"), "uriBaseId": "%SRCROOT%"}
