"""What a grammar says of values is read, and values are judged by it."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.schema.datatypes import allows
from tei_cable.schema.values import Values, read_values

_RNG = 'xmlns="http://relaxng.org/ns/structure/1.0"'


def read(*patterns: str) -> Values | None:
    """Return what patterns of RELAX NG allow as a value."""
    root = etree.fromstring(f"<all {_RNG}>{''.join(patterns)}</all>")
    return read_values(list(root), {})


@pytest.mark.parametrize(
    ("pattern", "good", "bad"),
    [
        ("<text/>", ["", "any thing"], []),
        ("<choice><value>a</value><value>b c</value></choice>", ["a", " b  c "], ["", "c"]),
        ('<data type="date"/>', ["1962-11-02"], ["1962-02-30", ""]),
        (
            '<data type="token"><param name="pattern">[a-z]+</param></data>',
            ["abc", " abc "],
            ["a1", ""],
        ),
        (
            '<choice><data type="gYear"/><value>none</value></choice>',
            ["1962", "none"],
            ["62", "no"],
        ),
        (
            '<list><oneOrMore><data type="anyURI"/></oneOrMore></list>',
            ["#a", " #a  #b "],
            ["", " "],
        ),
    ],
)
def test_values_are_judged(pattern: str, good: list[str], bad: list[str]) -> None:
    """Lists, datatypes, facets and lists of values are judged as RELAX NG does."""
    values = read(pattern)
    assert values is not None
    assert [value for value in good if not allows(values, value)] == []
    assert [value for value in bad if allows(values, value)] == []


@pytest.mark.parametrize(
    "pattern",
    [
        '<data type="token"><except><value>x</value></except></data>',
        "<list><value>a</value><value>b</value></list>",
        "<list><oneOrMore><list><oneOrMore><text/></oneOrMore></list></oneOrMore></list>",
        "<choice><value>a</value><empty/></choice>",
    ],
)
def test_what_cannot_be_said_is_not_judged(pattern: str) -> None:
    """Another engine has to judge it; nothing false is said of it."""
    assert read(pattern) is None


def test_no_pattern_allows_anything_and_two_are_not_understood() -> None:
    """An attribute without a pattern has any text."""
    assert read() == Values(free=True)
    assert read("<text/>", "<text/>") is None
