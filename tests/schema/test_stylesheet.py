"""Schematron becomes XSLT that finds what is broken, at its element."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.validation.schematron import broken, compiled

_SCHEMA = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <title>A test</title>
  <ns prefix="t" uri="urn:t"/>
  <xsl:key name="ids" match="*" use="@id"/>
  <let name="most" value="2"/>
  <pattern id="numbers">
    <rule context="t:p[@special]"><assert test="true()">never</assert></rule>
    <rule context="t:p">
      <let name="length" value="count(t:q)"/>
      <assert test="$length &lt;= $most">
        <name/> has <value-of select="$length"/> <emph>parts</emph>.
      </assert>
      <report test="@to and not(key('ids', @to))">to nowhere</report>
    </rule>
  </pattern>
  <pattern id="attributes">
    <rule context="@n"><assert test="number(.) = number(.)">no number: <name/></assert></rule>
  </pattern>
</schema>"""


def said(body: str, *, schema: str = _SCHEMA) -> list[tuple[str, str]]:
    """Return the names of elements that break a constraint, and what is said."""
    constraints = compiled(etree.fromstring(schema.encode()).getroottree())
    tree = etree.fromstring(f'<d xmlns="urn:t">{body}</d>').getroottree()
    return [(str(p.element.get("id")), p.message) for p in broken(constraints, tree)]


def test_an_assertion_that_fails_and_a_report_that_holds_are_told() -> None:
    """Sentences have their values filled in, in the order of the document."""
    assert said('<p id="a" to="b"/><p id="b"><q/><q/><q/></p><p id="c" to="x"/>') == [
        ("b", "p has 3 parts."),
        ("c", "to nowhere"),
    ]


def test_the_first_rule_that_matches_an_element_is_the_one_that_counts() -> None:
    """As Schematron wants it: later rules of the pattern are passed over."""
    assert said('<p id="a" special="" to="x"/>') == []


def test_a_rule_about_an_attribute_points_to_its_element() -> None:
    """Attributes are visited where a rule asks for them."""
    assert said('<q id="a" n="1"/><q id="b" n="x"/>') == [("b", "no number: n")]


def test_nothing_outside_the_document_can_be_read() -> None:
    """A constraint that opens a file is stopped."""
    schema = _SCHEMA.replace("number(.) = number(.)", "document('file:///etc/hostname')")
    with pytest.raises(etree.XSLTApplyError, match="denied"):
        said('<q n="1"/>', schema=schema)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("<title>A test</title>", '<phase id="x"/>', "phase is not understood"),
        ('<rule context="@n">', '<rule abstract="true" id="x">', "rule is not understood"),
        ('<let name="length"', '<extends rule="x"/><let name="length"', "extends is not"),
        ('test="number(.) = number(.)"', 'test="matches(., 1)("', "cannot be used"),
    ],
)
def test_what_is_not_understood_is_refused(old: str, new: str, message: str) -> None:
    """No constraint is passed over in silence."""
    assert old in _SCHEMA
    with pytest.raises(ConfigError, match=message):
        said("", schema=_SCHEMA.replace(old, new, 1))
