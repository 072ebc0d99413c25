"""Findings as JUnit XML: a test case for each file, which fails if the file has an error."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.findings import Severity
from tei_cable.reporters.text import write_text
from tei_cable.reporters.xml import printable, write_xml

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from tei_cable.findings import Finding
    from tei_cable.report import Checked, Report

_NAME = "tei-cable validate"


def write_report(report: Report, stream: TextIO) -> None:
    """Write one test suite; what is no error stands in the output of its test case."""
    failed = sum(not checked.is_valid for checked in report.files)
    counts = {"tests": str(len(report.files)), "failures": str(failed), "errors": "0"}
    suites = etree.Element("testsuites", {"name": _NAME, **counts})
    suite = etree.SubElement(suites, "testsuite", {"name": _NAME, **counts, "skipped": "0"})
    for checked in report.files:
        _case(suite, checked)
    if report.notes:
        etree.SubElement(suite, "system-out").text = _text(report.notes)
    write_xml(suites, stream)


def _case(suite: etree._Element, checked: Checked) -> None:
    name = printable(checked.name)
    case = etree.SubElement(suite, "testcase", {"classname": _NAME, "name": name, "file": name})
    errors = [f for f in checked.findings if f.severity is Severity.ERROR]
    others = [f for f in checked.findings if f.severity is not Severity.ERROR]
    if errors:
        first = f"{errors[0].code} {errors[0].message}"
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        message = {"type": errors[0].code, "message": printable(first + more)}
        etree.SubElement(case, "failure", message).text = _text(errors)
    if others:
        etree.SubElement(case, "system-out").text = _text(others)


def _text(findings: Sequence[Finding]) -> str:
    lines = io.StringIO()
    write_text(findings, lines)
    return printable(lines.getvalue())
