"""The Schematron that is made from an ODD."""

from __future__ import annotations

from lxml import etree

from tei_cable.schema.odd import read_odd
from tei_cable.schema.schematron import to_schematron
from tests.schema.small import SMALL


def test_keys_come_before_the_patterns_and_each_constraint_is_a_pattern() -> None:
    """Keys serve all patterns; a constraint without rules makes no pattern."""
    schema = etree.fromstring(to_schematron(read_odd(SMALL.encode())))
    kinds = [etree.QName(node).localname for node in schema.iterchildren(etree.Element)]
    assert kinds == ["ns", "key", "pattern"]
    assert schema.xpath("string(*[local-name() = 'pattern']/@id)") == "numbered"
