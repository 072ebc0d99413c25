"""Constraints of the project's Schematron that no rule covers."""

from __future__ import annotations

import pytest

from tei_cable.validation import validate
from tests.validation.mutants import CONSTRUCTS


@pytest.mark.parametrize(
    ("old", "new", "xpath", "message"),
    [
        (
            '<author><orgName ref="#legation">',
            '<title type="main">Again</title><author><orgName ref="#legation">',
            "/TEI/teiHeader/fileDesc/titleStmt",
            "titleStmt has more than one title of the type main.",
        ),
        (
            '<relatedItem type="reprinted">',
            '<relatedItem type="reprinted" target="#page">',
            "/TEI/teiHeader/fileDesc/sourceDesc/bibl/relatedItem",
            "relatedItem needs either target or a bibl in it.",
        ),
    ],
)
def test_a_broken_constraint_is_reported_at_its_element(
    old: str, new: str, xpath: str, message: str
) -> None:
    """The finding is a TC404, says what is wrong, and points to the element."""
    text = CONSTRUCTS.read_text("utf-8")
    assert old in text
    (found,) = validate(text.replace(old, new, 1).encode(), "a.xml")
    assert (found.code, found.xpath, found.message) == ("TC404", xpath, message)
