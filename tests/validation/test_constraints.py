"""The project's Schematron: each pattern is a twin of a rule, which says the same of a document."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from tei_cable.findings import RULES
from tei_cable.schema import schema_file
from tei_cable.validation.rules import TWINS
from tei_cable.validation.schematron import compiled
from tests.validation.mutants import CONSTRUCTS
from tests.validation.test_rules import BROKEN, FINE, POINTERS

_BY_PATTERN = "is not what the prefix"  # XPath 1.0 knows no regular expressions


@cache
def schematron() -> etree.XSLT:
    """Return the project's Schematron, ready to run."""
    return compiled(etree.parse(schema_file("sch")))


def said(change: tuple[str, str]) -> set[str]:
    """Return the codes of the twins of what the Schematron finds broken after a change."""
    text = CONSTRUCTS.read_text("utf-8").replace(*change, 1)
    report = schematron()(etree.fromstring(text.encode()))
    return {TWINS[str(failed.get("pattern"))] for failed in report.getroot().iter("failed")}


def test_each_pattern_has_a_twin_among_the_rules() -> None:
    """The Schematron need not be run where the rules are: nothing is in it alone."""
    patterns = [node.get("id") for node in etree.parse(schema_file("sch")).iter("{*}pattern")]
    assert patterns
    assert set(patterns) == TWINS.keys()
    assert set(TWINS.values()) <= RULES.keys()


@pytest.mark.parametrize(
    ("code", "change"),
    [
        *(
            (code, change)
            for code, change, _, message in BROKEN
            if code in TWINS.values() and _BY_PATTERN not in message
        ),
        *(("TC601", (old, new)) for old, new, *_ in POINTERS),
    ],
    ids=lambda value: str(value)[:24],
)
def test_editors_are_told_of_what_the_rules_find(code: str, change: tuple[str, str]) -> None:
    """What breaks a rule that has a twin breaks the twin, and no other."""
    assert said(change) == {code}


@pytest.mark.parametrize("change", FINE, ids=lambda change: str(change[1])[:40])
def test_editors_are_not_told_of_what_is_no_breach(change: tuple[str, str]) -> None:
    """What is only like a breach is right by the twins, too."""
    assert said(change) == set()
