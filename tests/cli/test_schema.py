"""`tei-cable schema`: build, check, path."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tei_cable.schema import files, schema_directory
from tei_cable.schema.trang import why_unavailable
from tests.tei_all import unavailable


def run(*arguments: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["schema", *arguments])


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the schema that the commands take for the installed one."""
    copied = Path(shutil.copytree(schema_directory(), tmp_path / "schemas"))
    monkeypatch.setattr(files, "_PLACES", (copied,))
    return copied


def test_check_ends_in_0_when_all_is_in_step() -> None:
    """Nothing is said where nothing is wrong."""
    result = run("check")
    assert (result.exit_code, result.output) == (0, "")


def test_check_ends_in_1_with_a_line_for_each_file(copy: Path) -> None:
    """The files that are out of step are named, and no others."""
    (copy / "tei_cable.sch").write_text("<schema/>\n", "utf-8")
    result = run("check")
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{copy / 'tei_cable.sch'}: line 1 is '<schema/>', not ")


def test_check_ends_in_2_where_there_is_no_schema(copy: Path) -> None:
    """An installation without its schema can't be judged."""
    (copy / "tei_cable.odd").unlink()
    result = run("check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "the schema is not installed" in result.stderr


def test_check_ends_in_2_where_the_odd_cannot_be_read(copy: Path) -> None:
    """An ODD that isn't understood makes no schema."""
    (copy / "tei_cable.odd").write_text("<TEI/>", "utf-8")
    result = run("check")
    assert (result.exit_code, result.stderr) == (2, "tei-cable: the ODD has no schemaSpec\n")


def test_build_brings_all_files_in_step(copy: Path) -> None:
    """What was spoilt and what was missing is made anew, and named."""
    if why_unavailable():
        unavailable(why_unavailable())
    (copy / "tei_cable.rng").write_text("<grammar/>\n", "utf-8")
    (copy / "tei_cable.xsd").unlink()
    result = run("build")
    assert result.exit_code == 0
    names = ["tei_cable.rng", "tei_cable.sch", "catalog.xml", "tei_cable.xsd", "xml.xsd"]
    assert result.stdout.splitlines() == [str(copy / name) for name in names]
    assert run("check").exit_code == 0


@pytest.mark.parametrize("kind", ["odd", "rng", "xsd", "sch"])
def test_path_prints_where_a_schema_is(kind: str) -> None:
    """The output is the path and nothing else."""
    result = run("path", kind)
    assert result.exit_code == 0
    assert Path(result.stdout.strip()).name == f"tei_cable.{kind}"
    assert Path(result.stdout.strip()).is_file()


def test_path_is_that_of_the_grammar_unless_told() -> None:
    """The grammar is what an editor needs first."""
    assert run("path").stdout == run("path", "rng").stdout


def test_path_of_something_else_ends_in_2() -> None:
    """An unknown kind is a wrong call."""
    assert run("path", "dtd").exit_code == 2


def test_show_prints_what_an_element_is_for() -> None:
    """Attributes with their closed lists, content and parents are there."""
    result = run("show", "gap")
    assert result.exit_code == 0
    for part in (
        "<gap>  ",
        "  reason  (required)",
        "      illegible: ",
        "Content:\n",
        "Stands in:\n",
    ):
        assert part in result.stdout


def test_show_without_a_name_lists_all_elements() -> None:
    """Each with its description."""
    lines = run("show").stdout.splitlines()
    assert any(line.startswith("persName ") for line in lines)
    assert all(line.split(maxsplit=1)[1] for line in lines)


def test_show_of_an_unknown_element_ends_in_2() -> None:
    """The nearest names are proposed."""
    result = run("show", "persname")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "perhaps persName" in result.stderr
