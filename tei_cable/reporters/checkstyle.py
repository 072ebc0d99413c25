"""Findings as Checkstyle XML, which many build servers read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.report import Checked
from tei_cable.reporters.xml import printable, write_xml

if TYPE_CHECKING:
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Report


def write_report(report: Report, stream: TextIO) -> None:
    """Write an element for each file, and in it one for each finding."""
    root = etree.Element("checkstyle", {"version": "4.3"})
    notes = Checked("-", report.notes)
    for checked in (*report.files, *([notes] if report.notes else [])):
        file = etree.SubElement(root, "file", {"name": printable(checked.name)})
        for finding in checked.findings:
            etree.SubElement(file, "error", _attributes(finding))
    write_xml(root, stream)


def _attributes(finding: Finding) -> dict[str, str]:
    place = {"line": finding.line, "column": finding.column}
    return {
        **{name: str(number) for name, number in place.items() if number},
        "severity": finding.severity.value,
        "message": printable(finding.message),
        "source": f"tei_cable.{finding.code}",
    }
