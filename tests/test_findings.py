"""Every code has a rule, a page, and a place that emits it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tei_cable.findings import RULES, Severity, finding

PAGES = Path("docs/rules")
SOURCES = "".join(
    path.read_text("utf-8")
    for path in Path("tei_cable").rglob("*.py")
    if path.name != "findings.py"
)


def test_every_rule_has_its_page_and_every_page_its_rule() -> None:
    """The table and the documentation name the same codes, by the same names."""
    titles = {path.stem: path.read_text("utf-8").splitlines()[0] for path in PAGES.glob("*.md")}
    assert titles == {code: f"# {code} {rule.name}" for code, rule in RULES.items()}


@pytest.mark.parametrize("code", RULES)
def test_every_page_says_what_why_and_how(code: str) -> None:
    """A page tells what is checked, why, and how to mend it."""
    page = (PAGES / f"{code}.md").read_text("utf-8")
    for part in ("**What it checks.**", "**Why.**", "**How to mend it.**"):
        assert part in page


def test_every_code_in_the_package_is_in_the_table_and_is_used() -> None:
    """No rule is dead, and none is emitted that nobody documented."""
    assert set(re.findall(r'"(TC\d{3})"', SOURCES)) == set(RULES)


def test_a_finding_has_the_severity_of_its_rule() -> None:
    """The severity comes from the table; an unknown code is an error in the program."""
    assert finding("TC201", "x").severity is Severity.WARNING
    with pytest.raises(KeyError):
        finding("TC999", "x")
