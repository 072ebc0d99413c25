"""`tei-cable evaluate`: files, folders, figures, exit codes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from tei_cable.cli import main

if TYPE_CHECKING:
    from pathlib import Path

GOLD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
<p><persName>Jan Dvorak</persName> left <placeName>Ruritania</placeName>.</p></body></text></TEI>"""
MADE = GOLD.replace("<placeName>Ruritania</placeName>", "Ruritania")


def run(*arguments: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def _files(folder: Path) -> tuple[Path, Path]:
    gold, made = folder / "gold", folder / "made"
    for place, text in ((gold, GOLD), (made, MADE)):
        place.mkdir()
        (place / "one.xml").write_text(text, "utf-8")
    return gold, made


def test_two_files_or_two_folders_are_compared(tmp_path: Path) -> None:
    """Figures by kind, and what went wrong, with the name of the file in a folder."""
    gold, made = _files(tmp_path)
    single = run(gold / "one.xml", made / "one.xml")
    assert single.exit_code == 0
    assert "place: “Ruritania” is missed" in single.output
    assert "one: place: “Ruritania” is missed" in run(gold, made).output
    assert "missed" not in run(gold, made, "--faults", 0).output


def test_figures_come_as_json(tmp_path: Path) -> None:
    """For other programs: the same figures and every fault."""
    result = json.loads(run(*_files(tmp_path), "--json").output)
    assert result["all"] == {"gold": 2, "found": 1, "precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert result["certainty"]["high"] == {"right": 1, "of": 1}
    assert len(result["faults"]) == 1


def test_a_threshold_makes_it_fail(tmp_path: Path) -> None:
    """Exit code 1 if F1 is below it."""
    gold, made = _files(tmp_path)
    assert run(gold, made, "--fail-under", 0.9).exit_code == 1
    assert run(gold, gold, "--fail-under", 0.9).exit_code == 0


def test_what_cannot_be_read_ends_in_2(tmp_path: Path) -> None:
    """A missing partner, or a folder without an encoding."""
    gold, made = _files(tmp_path)
    (made / "one.xml").unlink()
    assert run(gold, made).exit_code == 2
    assert run(made, gold).exit_code == 2
