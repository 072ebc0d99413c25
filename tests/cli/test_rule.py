"""`tei-cable rule`: the page of a rule, and the list of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tei_cable.cli import main
from tei_cable.findings import RULES


@pytest.mark.parametrize("rule", ["TC403", "tc403", "invalid", "INVALID"])
def test_a_rule_is_found_by_code_or_name(rule: str) -> None:
    """The page is printed as it is."""
    result = CliRunner().invoke(main, ["rule", rule])
    assert (result.exit_code, result.stdout) == (0, Path("docs/rules/TC403.md").read_text("utf-8"))


def test_all_rules_are_listed() -> None:
    """A line for each, with severity, name and summary."""
    result = CliRunner().invoke(main, ["rule"])
    lines = result.stdout.splitlines()
    assert [line.split()[0] for line in lines] == list(RULES)
    assert [line.split()[2] for line in lines] == [rule.name for rule in RULES.values()]


def test_an_unknown_rule_ends_in_2() -> None:
    """The reason says where to look."""
    result = CliRunner().invoke(main, ["rule", "TC999"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "`tei-cable rule` lists all" in result.stderr
