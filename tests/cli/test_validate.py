"""`tei-cable validate`: what it prints where, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main

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


@pytest.mark.parametrize("engine", ["lxml", "xmlschema"])
def test_valid_files_end_in_0(engine: str) -> None:
    """Nothing is printed but the summary."""
    result = run(_GOOD, _GOOD, "--engine", engine)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 files checked, 2 valid, 0 errors\n"


def test_findings_go_to_stdout_and_end_in_1(bad: Path) -> None:
    """Each finding has file, line, column, code and XPath; the summary counts them."""
    result = run(_GOOD, bad)
    assert result.exit_code == 1
    first = result.stdout.splitlines()[:2]
    assert first[0].startswith(f"{bad}:94:")
    assert first[0].endswith('error TC403 The value "half" of rend is not allowed on <supplied>.')
    assert first[1] == "    at /TEI/text/body/div/p[1]/supplied"
    assert result.stderr == "2 files checked, 1 valid, 2 errors\n"


def test_a_file_that_cannot_be_read_does_not_stop_the_others(tmp_path: Path, bad: Path) -> None:
    """A missing file and a directory are findings; the files after them are checked."""
    result = run(tmp_path / "gone.xml", tmp_path, bad, _GOOD)
    assert result.exit_code == 1
    assert f"{tmp_path / 'gone.xml'}: error TC401 The file cannot be read: " in result.stdout
    assert f"{tmp_path}: error TC401 The file cannot be read: " in result.stdout
    assert result.stderr == "4 files checked, 1 valid, 4 errors\n"


def test_a_dash_reads_the_standard_input() -> None:
    """The findings name it <stdin>."""
    assert run("-", stdin=_GOOD.read_bytes()).exit_code == 0
    result = run("-", stdin=b"<TEI>")
    assert result.exit_code == 1
    assert result.stdout.startswith("<stdin>:1:")
    assert result.stderr == "1 file checked, 0 valid, 1 error\n"


@pytest.mark.parametrize("arguments", [[], ["--engine", "none", _GOOD], ["--unheard-of", _GOOD]])
def test_a_wrong_call_ends_in_2(arguments: list[object]) -> None:
    """Nothing was checked, and the reason goes to stderr."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Error: " in result.stderr
