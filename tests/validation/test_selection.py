"""Which rules count, as the settings and the options say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.errors import ConfigError
from tei_cable.findings import RULES, Severity, finding
from tei_cable.validation.selection import Selection, codes_of, load_selection

if TYPE_CHECKING:
    from pathlib import Path

_ALL = [finding(code, "x") for code in ("TC201", "TC401", "TC403", "TC404")]


def kept(selection: Selection) -> list[str]:
    """Return the codes that a selection leaves."""
    return [item.code for item in selection.apply(_ALL)]


@pytest.mark.parametrize(
    ("selection", "codes"),
    [
        (Selection(), ["TC201", "TC401", "TC403", "TC404"]),
        (Selection(select=("TC2",)), ["TC201", "TC401"]),
        (Selection(select=("invalid", "TC404")), ["TC401", "TC403", "TC404"]),
        (Selection(ignore=("TC4",)), ["TC201", "TC401"]),
        (Selection(ignore=("TC401",)), ["TC201", "TC403", "TC404"]),
        (Selection(ignore=("unreadable",)), ["TC201", "TC403", "TC404"]),
        (Selection(select=("TC4",), ignore=("TC404",)), ["TC401", "TC403"]),
    ],
)
def test_rules_are_chosen_by_code_beginning_or_name(selection: Selection, codes: list[str]) -> None:
    """What is ignored wins, and what can't be read is only left out by its whole code."""
    assert kept(selection) == codes


def test_a_rule_that_only_warns_makes_no_error() -> None:
    """Errors become warnings; warnings stay what they are."""
    found = {f.code: f.severity for f in Selection(warn=("TC404", "TC201")).apply(_ALL)}
    assert found["TC404"] is found["TC201"] is Severity.WARNING
    assert found["TC403"] is Severity.ERROR


def test_ignores_that_nothing_falls_under_are_reported_once() -> None:
    """An exception that is needed no longer is told, with the file that has it."""
    selection = Selection(ignore=("TC404", "TC5", "TC5"))
    (unused,) = selection.unused({"TC404"}, "tei_cable.toml")
    assert (unused.code, unused.file) == ("TC405", "tei_cable.toml")
    assert "TC5 " in unused.message


def test_the_table_of_the_settings_is_read(tmp_path: Path) -> None:
    """All three lists are there, and a file without the table selects everything."""
    file = tmp_path / "tei_cable.toml"
    file.write_text('publisher = "x"\n[rules]\nselect = ["TC4"]\nwarn = ["TC404"]\n', "utf-8")
    assert load_selection(file) == Selection(("TC4",), (), ("TC404",))
    file.write_text('publisher = "x"\n', "utf-8")
    assert load_selection(file) == Selection()


def test_the_settings_of_a_project_may_hold_the_table(tmp_path: Path) -> None:
    """In a pyproject.toml it stands below the table of this tool."""
    file = tmp_path / "pyproject.toml"
    file.write_text('[tool.tei_cable.rules]\nignore = ["TC404"]\n[tool.other]\n', "utf-8")
    assert load_selection(file) == Selection(ignore=("TC404",))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules = 1", "expected a table"),
        ("[rules]\nskip = []", "unknown key 'skip'"),
        ('[rules]\nignore = "TC404"', "expected a list of rules"),
        ('[rules]\nignore = ["TC9"]', "'TC9' is no rule"),
        ('[rules]\nignore = [""]', "'' is no rule"),
        ("[rules", "tei_cable.toml"),
    ],
)
def test_settings_that_cannot_be_used_are_refused(tmp_path: Path, text: str, message: str) -> None:
    """A slip in the settings is no silent change of what is checked."""
    file = tmp_path / "tei_cable.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(ConfigError, match=r"tei_cable\.toml") as error:
        load_selection(file)
    assert message in str(error.value)


def test_a_beginning_stands_for_all_its_codes() -> None:
    """`TC50` is what `verify` finds; nothing else is meant."""
    assert codes_of("TC50") == {code for code in RULES if code.startswith("TC50")} != set()
    assert codes_of("no-such-rule") == frozenset()
