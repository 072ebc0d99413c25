"""`tei-cable convert` with many documents, and `tei-cable status`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from tei_cable.cli import main
from tests.pages import page

if TYPE_CHECKING:
    from pathlib import Path

DAY = ("--date", "2026-01-31")


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder of documents, one of them in a folder of its own."""
    folder = tmp_path / "in"
    (folder / "more").mkdir(parents=True)
    for number in range(40):
        place = folder / ("more" if number == 7 else "") / f"{number:02}.txt"
        place.write_text(page(f"The harvest of {1950 + number} was good."))
    return folder


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


def _tree(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*.xml")}


def test_a_folder_becomes_a_folder(pages: Path, tmp_path: Path) -> None:
    """Each document has its TEI; the last lines say what the batch came to."""
    result = _run("convert", pages, "-o", tmp_path / "out", "-j", 2, *DAY)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "40 documents: 40 converted" in result.stderr
    assert len(_tree(tmp_path / "out")) == 40
    assert (tmp_path / "out/more/07.xml").exists()


def test_a_bad_document_is_a_finding_and_the_rest_goes_on(pages: Path, tmp_path: Path) -> None:
    """The exit code is 1; `status` and the report name the document and say why."""
    (pages / "bad.txt").write_bytes(b"caf\xe9")
    report = tmp_path / "report.jsonl"
    out = tmp_path / "out"
    result = _run("convert", pages, "-o", out, "-j", 1, "--report", report, *DAY)
    assert result.exit_code == 1
    assert "41 documents: 40 converted, 1 failed" in result.stderr
    lines = [json.loads(line) for line in report.read_text("utf-8").splitlines()]
    (failure,) = [line for line in lines if line["file"] == str(pages / "bad.txt")]
    assert failure["code"] == "TC801"
    assert failure["message"].startswith("failed: line 1, column 4: the byte 0xE9 is not UTF-8")
    status = _run("status", out)
    assert status.exit_code == 1
    assert "bad.txt: failed: line 1, column 4" in status.stdout
    assert "bad.txt: failed: line 1, column 4" in result.stderr


def test_a_list_and_a_pattern_name_the_sources(pages: Path, tmp_path: Path) -> None:
    """--files-from has a source on each line, and a pattern is expanded here, not by a shell."""
    listed = tmp_path / "list"
    listed.write_text(f"{pages}/00.txt\n{pages}/more\n")
    assert _run("convert", "--files-from", listed, "-o", tmp_path / "a", *DAY).exit_code == 0
    assert sorted(_tree(tmp_path / "a")) == ["00.xml", "07.xml"]
    assert _run("convert", f"{pages}/0*.txt", "-o", tmp_path / "b", *DAY).exit_code == 0
    assert len(_tree(tmp_path / "b")) == 9


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["in", "-j", "1"], "many documents need -o"),
        (["empty", "-o", "out"], "there is no document in"),
        (["-o", "out"], "there is nothing to convert"),
        (["nowhere/*.txt", "-o", "out"], "no file matches the pattern"),
        (["in", "-o", "out", "--shard", "3/2"], "--shard is '3/2'; expected I/N"),
        (["in", "-o", "out.zip", "--resume"], "need a folder as -o"),
        (["in", "-o", "out", "--title", "One"], "are for a single source"),
        ([], "there is nothing to convert"),
        (["-", "in", "-o", "out"], "the standard input"),
        (["in", "-o", "in/out"], "in/out lies in in: "),
        (["in", "-o", "in"], "in lies in in: "),
        (["in", "-o", "in/00.txt"], "in/00.txt is a file; many documents need a folder"),
        (["in/00.txt", "--levels", "1"], "many documents need -o"),
        (["in/00.txt", "--report", "r"], "many documents need -o"),
        (["in/00.txt", "--engine", "dask"], "many documents need -o"),
        (["in/00.txt", "--files-from", "in/00.txt"], "many documents need -o"),
    ],
)
def test_options_that_make_no_sense_are_errors(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    """Exit code 2, and nothing is written."""
    monkeypatch.chdir(pages.parent)
    (tmp_path / "empty").mkdir()
    result = _run("convert", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert not (tmp_path / "out.zip").exists()


def test_a_folder_without_a_batch_has_no_status(tmp_path: Path) -> None:
    """Exit code 2 says that there was nothing to look at."""
    result = _run("status", tmp_path)
    assert result.exit_code == 2
    assert "there is no manifest" in result.stderr


def test_a_killed_run_is_resumed_to_the_same_bytes(pages: Path, tmp_path: Path) -> None:
    """SIGKILL in mid-run leaves whole files only; resumed, the result is an undisturbed run's."""
    out, whole = tmp_path / "out", tmp_path / "whole"
    command = [sys.executable, "-m", "tei_cable", "convert", str(pages), "-o", str(out), "-j", "1"]
    process = subprocess.Popen([*command, *DAY], start_new_session=True)
    manifest = out / "manifest.jsonl"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if manifest.exists() and manifest.read_bytes().count(b"\n") > 3:
            break
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    for data in _tree(out).values():
        etree.fromstring(data)
    resumed = _run("convert", pages, "-o", out, "-j", 1, "--resume", *DAY)
    assert resumed.exit_code == 0
    assert "unchanged" in resumed.stderr
    assert _run("convert", pages, "-o", whole, "-j", 2, *DAY).exit_code == 0
    assert _tree(out) == _tree(whole)


@pytest.mark.parametrize("suffix", ["json", "sarif"])
def test_a_report_is_whole_in_each_form(pages: Path, tmp_path: Path, suffix: str) -> None:
    """It has each finding once, what could not be converted too, and the rules of all."""
    (pages / "bad.txt").write_bytes(b"caf\xe9")
    (pages / "stray.txt").write_text(page("The harvest] was good."))
    report = tmp_path / f"report.{suffix}"
    run = _run("convert", pages, "-o", tmp_path / "out", "-j", 1, "--report", report, *DAY)
    whole = json.loads(report.read_text("utf-8"))
    if suffix == "json":
        codes = [item["code"] for item in whole["findings"]]
    else:
        (log,) = whole["runs"]
        codes = [result["ruleId"] for result in log["results"]]
        rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
        assert all(rules[r["ruleIndex"]] == r["ruleId"] for r in log["results"])
    assert {"TC801", "TC201"} <= set(codes)
    assert f"{codes.count('TC201')}  TC201" in run.stderr
    assert codes.count("TC801") == 1


def test_a_report_names_documents_as_they_were_given(
    pages: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path can be opened from here; a document of an archive is told as `archive!member`."""
    monkeypatch.chdir(tmp_path)
    (pages / "more" / "stray.txt").write_text(page("The harvest] was good."))
    with zipfile.ZipFile("box.zip", "w") as archive:
        archive.writestr("a/stray.txt", page("The harvest] was good."))
        archive.writestr("a/bad.txt", b"caf\xe9")
    run = _run("convert", "in/more", "box.zip", "-o", "out", "-j", 1, "--report", "r.jsonl", *DAY)
    assert run.exit_code == 1
    lines = [json.loads(line) for line in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert {(line["code"], line["file"]) for line in lines} == {
        ("TC201", "in/more/stray.txt"),
        ("TC201", "box.zip!a/stray.txt"),
        ("TC801", "box.zip!a/bad.txt"),
    }
    assert (tmp_path / "out/box/a/stray.xml").exists()


def test_what_is_given_twice_is_converted_once(pages: Path, tmp_path: Path) -> None:
    """Patterns and folders may overlap: a file is no second document for that."""
    out = tmp_path / "out"
    given = (pages, f"{pages}/0*.txt", pages / "more/../more/07.txt", pages / "00.txt")
    result = _run("convert", *given, "-o", out, "-j", 1, *DAY)
    assert result.exit_code == 0
    assert "40 documents: 40 converted" in result.stderr


def test_authority_files_count(pages: Path, tmp_path: Path) -> None:
    """One that is not there stops the batch; --resume sees that one changed."""
    names = tmp_path / "names.xml"
    run = ("convert", pages / "more", "-o", tmp_path / "out", "-j", 1, *DAY, "--authority", names)
    missing = _run(*run)
    assert (missing.exit_code, "names.xml: No such file" in missing.stderr) == (2, True)
    person = "<person xml:id='k'><persName>{}</persName></person>"
    for name, came_to in (("Ann Elm", "1 converted"), ("Ann Elm", "1 unchanged"), ("Bo", "1 conv")):
        whole = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><listPerson>{}</listPerson></TEI>'
        names.write_text(whole.format(person.format(name)))
        assert f"1 documents: {came_to}" in _run(*run, "--resume").stderr


def test_many_failures_are_counted(tmp_path: Path) -> None:
    """Twenty are told in a line each, with where the others stand; `status` does the same."""
    (tmp_path / "in").mkdir()
    for number in range(23):
        (tmp_path / "in" / f"{number:02}.txt").write_bytes(b"caf\xe9")
    result = _run("convert", tmp_path / "in", "-o", tmp_path / "out", "-j", 1, *DAY)
    assert result.exit_code == 1
    assert result.stderr.count(": failed: line 1, column 4: ") == 20
    assert f"and 3 more; tei-cable status {tmp_path / 'out'}" in result.stderr
    assert "and 3 more" in _run("status", tmp_path / "out").stdout


def test_a_manifest_without_a_document_has_no_status(tmp_path: Path) -> None:
    """A run that never began is exit 2; a line that is none is passed over with a warning."""
    (tmp_path / "manifest.jsonl").write_text("what\n")
    result = _run("status", tmp_path)
    assert result.exit_code == 2
    assert "line 1 is no line of a manifest" in result.stderr
    assert "the manifest has no document" in result.stderr


def test_a_sidecar_counts_in_a_batch(tmp_path: Path) -> None:
    """Its fields are the document's, it is no document, and --resume sees that it changed."""
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "a.txt").write_text("14 March 1951\n\n" + "All is well in the grove. " * 40)
    (source / "a.yaml").write_text("title: Elms\n")
    run = ("convert", source, "-o", out, "-j", 1, *DAY)
    assert "1 documents: 1 converted" in _run(*run).stderr
    assert '<title type="main">Elms</title>' in (out / "a.xml").read_text()
    assert "1 documents: 1 unchanged" in _run(*run, "--resume").stderr
    (source / "a.yaml").write_text("title: Oaks\n")
    assert _run(*run, "--resume").exit_code == 0
    assert '<title type="main">Oaks</title>' in (out / "a.xml").read_text()
    (source / "a.yaml").write_text("title: [a]\n")
    assert "line 1: a field has no single value" in _run(*run, "--resume").stderr
