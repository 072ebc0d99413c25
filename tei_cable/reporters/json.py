"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tei_cable.findings import RULES, Severity
from tei_cable.report import fingerprint

if TYPE_CHECKING:
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Report


def write_report(report: Report, stream: TextIO) -> None:
    """Write one object: `files`, `findings` and `summary`; `version` is that of this form."""
    document = {
        "version": 1,
        "files": [{"name": c.name, "valid": c.is_valid} for c in report.files],
        "findings": [record_of(finding) for finding in report.findings()],
        "summary": {
            "files": len(report.files),
            "valid": sum(checked.is_valid for checked in report.files),
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "infos": report.count(Severity.INFO),
            "known": report.known,
        },
    }
    json.dump(document, stream, ensure_ascii=False, indent=2)
    stream.write("\n")


def record_of(finding: Finding) -> dict[str, object]:
    """Return a finding as an object of JSON."""
    return {
        "code": finding.code,
        "name": RULES[finding.code].name,
        "severity": finding.severity.value,
        "message": finding.message,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "xpath": finding.xpath,
        "expected": list(finding.expected),
        "fix": finding.fix,
        "fingerprint": fingerprint(finding),
    }
