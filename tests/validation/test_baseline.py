"""A baseline hides what is known, and nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tests.validation.mutants import CONSTRUCTS

_GOOD = CONSTRUCTS.read_text("utf-8")
_BAD = _GOOD.replace('target="#n1"', 'target="#n9"').replace('who="#clerk"><sp', 'who="#c"><sp')


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with a document that has two errors, and its baseline."""
    monkeypatch.chdir(tmp_path)
    Path("a.xml").write_text(_BAD, "utf-8")
    assert run("--write-baseline", "known.json").exit_code == 0
    return tmp_path


def run(*arguments: str, file: str = "a.xml") -> Result:
    """Validate the document."""
    return CliRunner().invoke(main, ["validate", file, *arguments])


def test_what_is_known_is_not_told_but_counted() -> None:
    """The run is clean, and the summary says why."""
    result = run("--baseline", "known.json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "1 file checked, 1 valid, 0 errors, 2 known from the baseline\n"


def test_a_file_is_known_by_any_of_its_names(tmp_path: Path) -> None:
    """From this folder, with ./, or from the root."""
    for name in ("./a.xml", str(tmp_path / "a.xml")):
        assert run("--baseline", "known.json", file=name).exit_code == 0


def test_what_moved_is_still_known_and_what_is_new_is_told() -> None:
    """Lines and paragraphs above change nothing; a second error of one kind is new."""
    moved = _BAD.replace('<p xml:id="p1"', '<p>New.</p>\n<p xml:id="p1"')
    Path("a.xml").write_text(moved, "utf-8")
    assert run("--baseline", "known.json").stdout == ""
    again = '<ref type="noteAnchor" target="#n9">1</ref>'
    assert again in moved
    Path("a.xml").write_text(moved.replace(again, again + again), "utf-8")
    result = run("--baseline", "known.json")
    assert result.exit_code == 1
    assert result.stdout.count("error TC601") == 1


def test_what_is_gone_is_told_so_that_the_baseline_shrinks() -> None:
    """An error that was mended can't come back unseen."""
    Path("a.xml").write_text(_BAD.replace('target="#n9"', 'target="#n1"'), "utf-8")
    result = run("--baseline", "known.json")
    assert result.exit_code == 0
    assert "known.json: info TC405 The baseline has 1 of these files' findings" in result.stdout
    Path("b.xml").write_text(_GOOD, "utf-8")
    assert run("--baseline", "known.json", file="b.xml").stdout == ""


def test_a_baseline_can_be_read_and_compared() -> None:
    """It is sorted, says what each entry is, and is the same each time."""
    document = json.loads(Path("known.json").read_text("utf-8"))
    assert [(e["file"], e["code"], e["count"]) for e in document["findings"]] == [
        ("a.xml", "TC601", 1),
        ("a.xml", "TC601", 1),
    ]
    before = Path("known.json").read_bytes()
    run("--write-baseline", "known.json")
    assert Path("known.json").read_bytes() == before


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version": 2, "findings": []}', '{"version": 1, "findings": [1]}']
)
def test_what_is_no_baseline_ends_in_2(text: str) -> None:
    """A run with a broken baseline hides nothing by accident."""
    Path("known.json").write_text(text, "utf-8")
    result = run("--baseline", "known.json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "known.json" in result.stderr
