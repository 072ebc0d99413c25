"""Each form of a report: whole outputs, and the rules of the form."""

from __future__ import annotations

import io
import json
from typing import Any

import junitparser
import pytest
from lxml import etree

from tei_cable.findings import Finding, Severity, finding
from tei_cable.report import Checked, Report, fingerprint
from tei_cable.reporters import FORMATS, reporter
from tei_cable.reporters.text import write_text
from tests.reporters.sarif import check_sarif

_BAD = finding(
    "TC403",
    'The value "a\n50%" of rend is wrong.',
    file="of, a/b:c.xml",
    line=2,
    column=4,
    xpath="/TEI/text",
    expected=("open", "close"),
    fix="write open",
)
_LATER = finding("TC404", "No \x01 here.", file="of, a/b:c.xml", line=9, column=1)
_WARNING = Finding("TC201", Severity.WARNING, "A stray one.", file="of, a/b:c.xml")
_NOTE = finding("TC405", "Nothing was found.")
_REPORT = Report(
    (Checked("good.xml"), Checked("of, a/b:c.xml", (_WARNING, _BAD, _LATER), {2: "ab <p>x</p>"})),
    (_NOTE,),
    known=3,
)


def written(form: str, report: Report = _REPORT) -> str:
    """Return a report in one of the forms."""
    stream = io.StringIO()
    reporter(form)(report, stream)
    return stream.getvalue()


def test_the_summary_counts_files_and_findings() -> None:
    """Nothing that was found is left out of the count."""
    said = "2 files checked, 1 valid, 2 errors, 1 warning, 3 known from the baseline"
    assert _REPORT.summary() == said
    assert Report((Checked("a.xml"),)).summary() == "1 file checked, 1 valid, 0 errors"


def test_text_shows_the_line_and_a_caret_under_the_place() -> None:
    """The start tag is underlined, and what was expected stands below."""
    assert written("text", Report((Checked("x", (_BAD,), {2: "ab <p>x</p>"}),))) == (
        'of, a/b:c.xml:2:4: error TC403 The value "a 50%" of rend is wrong.\n'
        "    at /TEI/text\n"
        "    2 | ab <p>x</p>\n"
        "      |    ^^\n"
        "    expected: open, close\n"
        "    mend: write open\n"
    )


@pytest.mark.parametrize(
    ("line", "column", "excerpt"),
    [
        ("\t<p>", 2, ("     <p>", "     ^^")),
        ("北京<p>", 3, ("    北京<p>", "        ^^")),
        ("e\u0301<p>", 3, ("    e\u0301<p>", "     ^^")),
        ("\x1b[31m<p>", 6, ("     [31m<p>", "         ^^")),
        (
            "a" * 100 + "<seg>" + "b" * 100,
            101,
            ("    …" + "a" * 30 + "<seg>" + "b" * 45 + "…", "    " + " " * 31 + "^^^^"),
        ),
        ("ab", 9, ("    ab", "      ^")),
    ],
    ids=["tab", "wide", "combining", "escape", "long", "beyond"],
)
def test_the_caret_stands_under_its_place_on_a_terminal(
    line: str, column: int, excerpt: tuple[str, str]
) -> None:
    """Wide, combining and control characters are reckoned with, and long lines are cut."""
    stream = io.StringIO()
    item = finding("TC403", "x", file="a", line=7, column=column)
    write_text([item], stream, lines={7: line})
    _, text, caret = stream.getvalue().splitlines()
    assert text == "    7 | " + excerpt[0][4:]
    assert caret == "      | " + excerpt[1][4:]


def test_an_attribute_is_underlined_whole() -> None:
    """Where the finding is about an attribute; in a text of another kind it is a single caret."""
    line = "<p a='b' rend = \"x y\">"
    for xpath, mark in (("/TEI/p/@rend", "^" * 12), ("", "^")):
        stream = io.StringIO()
        write_text([finding("TC403", "x", line=1, column=10, xpath=xpath)], stream, lines={1: line})
        assert stream.getvalue().splitlines()[-1] == "      | " + " " * 9 + mark


def test_a_long_list_is_shown_whole_and_broken_into_lines() -> None:
    """All that was expected can be read without a wide window."""
    stream = io.StringIO()
    names = tuple(f"<element-{number}>" for number in range(40))
    write_text([finding("TC403", "x", expected=names)], stream)
    lines = stream.getvalue().splitlines()[1:]
    assert max(map(len, lines)) <= 100
    assert " ".join(line.strip() for line in lines) == f"expected: {', '.join(names)}"


def test_a_document_cannot_command_the_terminal() -> None:
    """Control characters of messages, file names and proposals are blanks."""
    stream = io.StringIO()
    write_text([finding("TC403", "a\x9b2Jb", file="x\x1b[2J", fix="c\u202ed")], stream)
    assert stream.getvalue() == "x [2J: error TC403 a 2Jb\n    mend: c d\n"


def test_colour_is_used_when_it_is_asked_for_alone() -> None:
    """Severities have colours of their own."""
    plain, colored = io.StringIO(), io.StringIO()
    write_text([_BAD, _WARNING], plain)
    write_text([_BAD, _WARNING], colored, color=True)
    assert "\033" not in plain.getvalue()
    assert "\033[31merror TC403\033[0m" in colored.getvalue()
    assert "\033[33mwarning TC201\033[0m" in colored.getvalue()


def test_json_holds_every_field() -> None:
    """A program gets files, findings and the summary."""
    document = json.loads(written("json"))
    assert document["files"][0] == {"name": "good.xml", "valid": True}
    assert document["findings"][1] == {
        "code": "TC403",
        "name": "invalid",
        "severity": "error",
        "message": _BAD.message,
        "file": "of, a/b:c.xml",
        "line": 2,
        "column": 4,
        "xpath": "/TEI/text",
        "expected": ["open", "close"],
        "fix": "write open",
        "fingerprint": fingerprint(_BAD),
    }
    assert document["summary"] == {
        "files": 2,
        "valid": 1,
        "errors": 2,
        "warnings": 1,
        "infos": 1,
        "known": 3,
    }


def test_github_gets_errors_first_and_everything_escaped() -> None:
    """A message can't end a command, and a file name can't end a property."""
    lines = written("github").splitlines()
    assert lines[0] == (
        "::error file=of%2C a/b%3Ac.xml,line=2,col=4,title=TC403 invalid::"
        'The value "a%0A50%25" of rend is wrong.%0Aat /TEI/text%0Aexpected: open, close'
        "%0Amend: write open"
    )
    assert [line.split(" ")[0] for line in lines] == ["::error", "::error", "::warning", "::notice"]


@pytest.mark.parametrize("report", [_REPORT, Report(())], ids=["findings", "nothing"])
def test_sarif_is_valid_by_its_official_schema(report: Report) -> None:
    """OASIS's JSON schema accepts each log of ours, and rejects one that is spoilt."""
    log = json.loads(written("sarif", report))
    assert check_sarif(log) == []
    log["runs"][0]["tool"]["driver"]["colour"] = "red"
    assert len(check_sarif(log)) == 1


def test_sarif_has_everything_where_a_service_looks_for_it() -> None:
    """Rules, places, levels and fingerprints."""
    log = json.loads(written("sarif"))
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "TC201",
        "TC403",
        "TC404",
        "TC405",
    ]
    result: dict[str, Any] = run["results"][1]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "of%2C%20a/b%3Ac.xml"
    assert place["region"] == {"startLine": 2, "startColumn": 4}
    assert result["level"] == "error"
    assert "locations" not in run["results"][3]


def test_sarif_fingerprints_stay_when_lines_move_and_differ_for_findings_alike() -> None:
    """A service knows an old finding again, and tells two of one kind apart."""
    moved = finding("TC404", _LATER.message, file=_LATER.file, line=700, column=3)
    marks = []
    for items in ((_LATER, _LATER), (moved, moved)):
        log = json.loads(written("sarif", Report((Checked("x", items),))))
        marks.append([r["partialFingerprints"]["teiCable/v1"] for r in log["runs"][0]["results"]])
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == 2


def test_junit_has_a_case_for_each_file() -> None:
    """A file with errors fails; what are no errors stands in its output."""
    root = etree.fromstring(written("junit").encode())
    (suite,) = root
    assert dict(suite.items()) == {
        "name": "tei-cable validate",
        "tests": "2",
        "failures": "1",
        "errors": "0",
        "skipped": "0",
    }
    good, bad = suite.findall("testcase")
    assert len(good) == 0
    assert str(bad.find("failure").get("message")).endswith("(and 1 more)")  # type: ignore[union-attr]
    assert "TC404 No   here." in str(bad.findtext("failure"))
    assert "TC201" in str(bad.findtext("system-out"))


def test_junit_is_read_by_another_program() -> None:
    """The junitparser package finds suites, cases, failures and output."""
    read = junitparser.JUnitXml.fromstring(written("junit").encode())
    (suite,) = read
    assert (read.tests, read.failures, suite.tests, suite.failures) == (2, 1, 2, 1)
    good, bad = suite
    assert (good.name, good.result, good.is_passed) == ("good.xml", [], True)
    (failure,) = bad.result
    assert isinstance(failure, junitparser.Failure)
    assert (failure.type, bad.is_passed) == ("TC403", False)
    assert "TC201" in bad.system_out


def test_checkstyle_has_an_element_for_each_finding() -> None:
    """Line, column, severity and code are attributes."""
    root = etree.fromstring(written("checkstyle").encode())
    good, bad, notes = root.findall("file")
    assert (good.get("name"), len(good)) == ("good.xml", 0)
    assert dict(bad[1].items()) == {
        "line": "2",
        "column": "4",
        "severity": "error",
        "message": 'The value "a\n50%" of rend is wrong.',
        "source": "tei_cable.TC403",
    }
    assert notes.get("name") == "-"


@pytest.mark.parametrize("form", FORMATS)
def test_a_run_without_findings_makes_a_report_too(form: str) -> None:
    """Each form has a way to say that nothing is wrong."""
    said = written(form, Report(()))
    assert (said == "") == (form in {"text", "github"})
