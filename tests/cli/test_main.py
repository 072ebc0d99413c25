"""The command line as a whole."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from tei_cable import __version__
from tei_cable.cli import main


def test_version() -> None:
    """--version prints the package's version."""
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"tei-cable, version {__version__}\n")


@pytest.mark.parametrize(
    "command", ["authority", "convert", "evaluate", "schema", "text", "validate", "verify"]
)
def test_every_command_has_help(command: str) -> None:
    """Each command that --help lists can be asked for help itself."""
    assert f"  {command} " in CliRunner().invoke(main, ["--help"]).output
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert "Usage: " in result.output


@pytest.mark.parametrize("arguments", [["nonsense"], ["convert"], ["convert", "--nonsense", "x"]])
def test_unusable_arguments_exit_with_2(arguments: list[str]) -> None:
    """An unknown command or option, or a missing argument, is an error of usage."""
    assert CliRunner().invoke(main, arguments).exit_code == 2


@pytest.mark.parametrize(
    ("statement", "heavy"),
    [
        ("import tei_cable", {"click", "lxml", "xmlschema"}),
        ("import tei_cable.cli", {"lxml", "xmlschema", "tei_cable.pipeline"}),
        ("import tei_cable.pipeline", {"xmlschema", "lxml.isoschematron", "click"}),
        ("import tei_cable.validation", {"xmlschema", "lxml.isoschematron"}),
    ],
)
def test_imports_stay_light(statement: str, heavy: set[str]) -> None:
    """What a command does not need is not imported by it."""
    code = f"import sys; {statement}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert heavy.isdisjoint(done.stdout.split())


@pytest.mark.parametrize("error", [ValueError("odd"), RecursionError("deep"), KeyError("x")])
def test_a_bug_is_told_in_a_line_and_is_no_finding(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """What nobody foresaw exits with 2, not with the 1 of findings; a traceback is there to ask."""

    def broken(_: str) -> None:
        raise error

    monkeypatch.setattr("tei_cable.cli.text.read_bytes", broken)
    told = CliRunner().invoke(main, ["text", "x.xml"])
    assert told.exit_code == 2
    assert told.stderr.startswith(f"tei-cable: bug in tei_cable: {type(error).__name__}: ")
    assert told.stderr.count("\n") == 1
    monkeypatch.setenv("TEI_CABLE_TRACEBACK", "1")
    assert "Traceback" in CliRunner().invoke(main, ["text", "x.xml"]).stderr


def test_an_error_of_the_system_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which file is full, locked or gone is told with what is the matter."""

    def broken(_: str) -> None:
        raise PermissionError(13, "Permission denied", "out/x.xml")

    monkeypatch.setattr("tei_cable.cli.text.read_bytes", broken)
    told = CliRunner().invoke(main, ["text", "x.xml"])
    assert (told.exit_code, told.stderr) == (2, "tei-cable: out/x.xml: Permission denied\n")
