"""`tei-cable authority` and `convert --authority`: names of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tests.pages import page

if TYPE_CHECKING:
    from pathlib import Path

LAYER = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="zorkin-zarko">
<persName><forename>Zarko</forename> <surname>Zorkin</surname></persName>
<persName type="surname">Zorkin</persName>
</person></listPerson></standOff></TEI>"""


def run(*arguments: object) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, [*map(str, arguments)])


@pytest.mark.parametrize(
    ("old", "new", "code", "said"),
    [
        ("Zarko", "Zarko", 0, ""),
        (' xml:id="zorkin-zarko"', "", 1, "TC701"),
        ("person", "nobody", 1, "TC701"),
        ("</TEI>", "", 1, "TC701"),
        ("</person>", '<occupation from="1950" to="1940">Clerk</occupation></person>', 1, "TC701"),
        ('<persName type="surname">Zorkin', "<persName>Reading", 0, "TC702"),
        (
            "</listPerson>",
            '<person xml:id="z2"><persName type="surname">Zorkin</persName></person></listPerson>',
            0,
            "TC702",
        ),
        ('"surname">Zorkin', '"surname">Gromyko', 0, "TC703"),
    ],
)
def test_a_file_of_names_is_checked(
    tmp_path: Path, old: str, new: str, code: int, said: str
) -> None:
    """What cannot be used is an error, what misleads a warning, what is taken over is said."""
    file = tmp_path / "mine.xml"
    file.write_text(LAYER.replace(old, new), "utf-8")
    result = run("authority", "check", file)
    assert result.exit_code == code
    assert said in result.output
    assert bool(result.output) is bool(said)


def test_names_of_a_layer_are_linked(tmp_path: Path) -> None:
    """By an option or by the configuration, which names files beside it."""
    file, source, config = tmp_path / "mine.xml", tmp_path / "a.txt", tmp_path / "mine.toml"
    file.write_text(LAYER, "utf-8")
    source.write_text(page("It rains on Zorkin."), "utf-8")
    config.write_text('authority = ["mine.xml"]\n', "utf-8")
    tag = '<persName ref="#zorkin-zarko"'
    assert tag not in run("convert", source).output
    assert tag in run("convert", source, "--authority", file).output
    assert tag in run("convert", source, "--config", config).output


@pytest.mark.parametrize("settings", ['authority = "mine.xml"\n', "authority = [1]\n"])
def test_a_setting_that_is_no_list_of_files_is_refused(tmp_path: Path, settings: str) -> None:
    """The message says what was expected."""
    config = tmp_path / "mine.toml"
    config.write_text(settings, "utf-8")
    (tmp_path / "a.txt").write_text(page("It rains."), "utf-8")
    result = run("convert", tmp_path / "a.txt", "--config", config)
    assert result.exit_code == 2
    assert "expected a list of files" in result.output


def test_a_layer_that_is_not_there_ends_in_2(tmp_path: Path) -> None:
    """The message names the file."""
    (tmp_path / "a.txt").write_text(page("It rains."), "utf-8")
    result = run("convert", tmp_path / "a.txt", "--authority", tmp_path / "none.xml")
    assert result.exit_code == 2
    assert "none.xml" in result.output
