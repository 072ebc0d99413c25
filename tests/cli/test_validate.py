"""`tei-cable validate`: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tei_cable.reporters import FORMATS

_GOOD = Path(__file__).parent.parent / "validation" / "constructs.xml"


def run(*arguments: object, stdin: bytes = b"") -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["validate", *map(str, arguments)], input=stdin)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """Return a document with two errors."""
    path = tmp_path / "bad.xml"
    text = _GOOD.read_text("utf-8").replace('rend="open"', 'rend="half"')
    path.write_text(text.replace("<sp who", "<sp whose"), "utf-8")
    return path


@pytest.mark.parametrize("engine", ["lxml", "xmlschema", "derivative"])
def test_valid_files_end_in_0(engine: str, tmp_path: Path) -> None:
    """Nothing is printed but the summary."""
    shutil.copy(_GOOD, tmp_path / "b.xml")
    result = run(_GOOD, tmp_path / "b.xml", _GOOD, "--engine", engine)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 files checked, 2 valid, 0 errors\n"


def test_findings_go_to_stdout_and_end_in_1(bad: Path) -> None:
    """Each finding has file, line, column, code, XPath and its line; the summary counts them."""
    result = run(_GOOD, bad)
    assert result.exit_code == 1
    first = result.stdout.splitlines()[:4]
    assert first[0].startswith(f"{bad}:94:")
    assert first[0].endswith('error TC403 The value "half" of rend is not allowed on <supplied>.')
    assert first[1] == "    at /TEI/text/body/div/p[1]/supplied/@rend"
    assert first[2].startswith("    94 | …")
    assert first[2][first[3].index("^") :].startswith('rend="half"')
    assert first[3].count("^") == len('rend="half"')
    assert "\033" not in result.stdout
    assert result.stderr == "2 files checked, 1 valid, 2 errors\n"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, bad: Path) -> None:
    """A missing file is a finding; the files after it are checked."""
    result = run(tmp_path / "gone.xml", "a\0b", bad, _GOOD)
    assert result.exit_code == 1
    assert f"{tmp_path / 'gone.xml'}: error TC401 The file cannot be read: " in result.stdout
    assert result.stderr == "4 files checked, 1 valid, 4 errors\n"


def test_a_dash_reads_the_standard_input() -> None:
    """The findings name it <stdin>."""
    assert run("-", stdin=_GOOD.read_bytes()).exit_code == 0
    result = run("-", stdin=b"<TEI>")
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:")
    assert result.stderr == "1 file checked, 0 valid, 1 error\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--engine", "none", _GOOD],
        ["--unheard-of", _GOOD],
        ["--files-from", "gone.txt"],
        ["--ignore", "TC999", _GOOD],
        ["--config", "gone.toml", _GOOD],
        ["--output", "gone/report.txt", _GOOD],
        ["*.gone"],
    ],
)
def test_a_wrong_call_ends_in_2(arguments: list[object]) -> None:
    """Nothing was checked, and the reason goes to stderr."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr or result.stderr.startswith("tei-cable: ")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with four documents, one of them hidden, in three folders."""
    monkeypatch.chdir(tmp_path)
    for name in ("a.xml", "in/b.xml", "in/deep/c.xml", ".git/d.xml", "in/e.txt", "in/.f.xml"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(_GOOD, path)
    return tmp_path


@pytest.mark.parametrize(
    ("names", "checked"),
    [
        (["in"], ["in/b.xml", "in/deep/c.xml"]),
        (["."], ["a.xml", "in/b.xml", "in/deep/c.xml"]),
        (["*.xml", "a.xml"], ["a.xml"]),
        (["**/*.xml"], ["a.xml", "in/b.xml", "in/deep/c.xml"]),
        (["in/e.txt"], ["in/e.txt"]),
        (["in/deep", "in"], ["in/deep/c.xml", "in/b.xml"]),
        (["none*", "a.xml", "--allow-empty"], ["a.xml"]),
    ],
)
@pytest.mark.usefixtures("folder")
def test_folders_and_patterns_stand_for_files(names: list[str], checked: list[str]) -> None:
    """Hidden files are left out, and each file is checked once."""
    result = run(*names, "--format", "json", "--quiet")
    assert result.exit_code == 0
    assert [file["name"] for file in json.loads(result.stdout)["files"]] == checked
    assert ("none*: no file matches" in result.stderr) == ("none*" in names)


@pytest.mark.parametrize("parted_by", ["\n", "\r\n", "\0"])
@pytest.mark.usefixtures("folder")
def test_files_can_be_listed_in_a_file_or_on_stdin(parted_by: str) -> None:
    """Names are one a line, or parted by zero bytes as `find -print0` writes them."""
    listing = parted_by.join(["a.xml", "in/b.xml", ""]).encode()
    Path("list").write_bytes(listing)
    for result in (run("--files-from", "list"), run("--files-from", "-", stdin=listing)):
        assert result.stderr == "2 files checked, 2 valid, 0 errors\n"


@pytest.mark.usefixtures("folder")
def test_a_list_may_have_comments() -> None:
    """They and blank lines are passed over, but not in what a program lists with zero bytes."""
    result = run("--files-from", "-", stdin=b"# ours\n\n  a.xml \n# b.xml\n")
    assert result.stderr == "1 file checked, 1 valid, 0 errors\n"
    shutil.copy("a.xml", "#a.xml")
    assert (
        run("--files-from", "-", stdin=b"#a.xml\0").stderr == "1 file checked, 1 valid, 0 errors\n"
    )


@pytest.mark.usefixtures("folder")
def test_to_check_nothing_is_an_error_unless_it_is_allowed() -> None:
    """A pattern with a slip in it must not look like a clean run."""
    Path("empty").mkdir()
    for names in (["empty", "no*.xml"], ["a.xml", "no*.xml", "empty"]):
        result = run(*names)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no*.xml" in result.stderr
        assert "there is no file to check" in result.stderr
        assert "a.xml" not in result.stderr
    allowed = run("empty", "--allow-empty")
    assert (allowed.exit_code, allowed.stderr.splitlines()[-1]) == (
        0,
        "0 files checked, 0 valid, 0 errors",
    )


@pytest.mark.usefixtures("folder")
def test_many_files_are_checked_in_their_order() -> None:
    """Processes share the work, and nothing of it is lost or mixed up."""
    for number in range(70):
        shutil.copy(_GOOD, f"{number:02}.xml")
    Path("33.xml").write_text("<TEI", "utf-8")
    result = run("??.xml", "--format", "json", "--jobs", "2")
    files = json.loads(result.stdout)["files"]
    assert [file["name"] for file in files] == [f"{number:02}.xml" for number in range(70)]
    assert [file["name"] for file in files if not file["valid"]] == ["33.xml"]


@pytest.mark.usefixtures("folder")
def test_a_report_can_go_to_a_file(bad: Path) -> None:
    """It is written whole; no other file is left, and nothing goes to stdout."""
    before = set(Path().iterdir())
    Path("report.json").write_text("old", "utf-8")
    result = run(bad, "--format", "json", "--output", "report.json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert json.loads(Path("report.json").read_text("utf-8"))["summary"]["errors"] == 2
    assert set(Path().iterdir()) - before == {Path("report.json")}


@pytest.mark.parametrize("form", FORMATS)
def test_quiet_leaves_the_summary_out(bad: Path, form: str) -> None:
    """The findings are still there, in any form."""
    result = run(bad, "--quiet", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "")
    assert "TC403" in result.stdout


@pytest.mark.usefixtures("folder")
def test_rules_are_chosen_by_settings_and_options(bad: Path) -> None:
    """Options come on top of the settings of this folder, and decide the exit code."""
    assert run(bad, "--warn", "TC403").exit_code == 0
    assert run(bad, "--warn", "TC403", "--fail-on", "warning").exit_code == 1
    assert run(bad, "--ignore", "TC2,invalid").stdout.startswith("-: info TC405 ")
    Path("tei_cable.toml").write_text('[rules]\nignore = ["TC403", "TC404"]\n', "utf-8")
    result = run(bad)
    assert (result.exit_code, result.stderr) == (0, "1 file checked, 1 valid, 0 errors\n")
    assert result.stdout.startswith("tei_cable.toml: info TC405 Nothing was found ")
    assert run(bad, "--ignore", "TC405").stdout == ""
    assert run(bad, "--select", "TC403").exit_code == 0


@pytest.mark.skipif(sys.platform != "linux", reason="names are bytes on Linux alone")
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_name_that_is_no_text_is_told_all_the_same(folder: Path, form: str) -> None:
    """Whatever bytes a name has, the report is written, in any form and encoding."""
    (folder / os.fsdecode(b"\xff.xml")).write_text("<TEI>", "utf-8")
    code = f"from tei_cable.cli import main; main(['validate', '.', '--format', '{form}'])"
    paths = {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=folder,
        env={**os.environ, **paths, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert b"TC402" in done.stdout
