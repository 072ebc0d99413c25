"""The examples of the ODD: one at least for each element and attribute, and all of them valid."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from tei_cable.schema import schema_file
from tei_cable.schema.odd import TEI, read_odd
from tei_cable.schema.reference import read_reference
from tei_cable.validation.explain import explain

_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_ELEMENTS = [element.name for element in read_odd(schema_file("odd").read_bytes()).elements]


@cache
def examples() -> dict[str, list[etree._Element]]:
    """Return the examples of each element, as TEI."""
    parser = etree.XMLParser(collect_ids=False)
    root = etree.fromstring(schema_file("odd").read_bytes(), parser)
    for node in root.iter(f"{_EXAMPLES}*"):
        node.tag = str(node.tag).replace(_EXAMPLES, f"{{{TEI}}}")
    return {
        str(spec.get("ident")): [
            example[0] for example in spec.iterfind("{*}exemplum/{*}egXML") if len(example) == 1
        ]
        for spec in root.iter(f"{{{TEI}}}elementSpec")
    }


def alone(element: etree._Element) -> etree._ElementTree:
    """Return an example as a document of its own."""
    text = etree.tostring(element, with_tail=False)
    return etree.fromstring(text, etree.XMLParser(collect_ids=False)).getroottree()


@pytest.mark.parametrize("name", _ELEMENTS)
def test_each_element_has_an_example_and_each_example_is_valid(name: str) -> None:
    """Each shows the element it stands at, in a form that the schema allows."""
    found = examples()[name]
    assert found, f"{name} has no exemplum"
    for example in found:
        assert etree.QName(example).localname == name
        assert [problem.message for problem in explain(alone(example))] == []


def test_each_attribute_is_in_an_example() -> None:
    """Of an element, those of its own; of a class, with any of its members."""
    shown = {
        (etree.QName(node).localname, str(name).replace(_XML, "xml:"))
        for found in examples().values()
        for example in found
        for node in example.iter(etree.Element)
        for name in node.attrib
    }
    odd = read_odd(schema_file("odd").read_bytes())
    for element in odd.elements:
        for attribute in element.attributes:
            assert (element.name, attribute.name) in shown
    for name, attributes in odd.classes.items():
        members = [element.name for element in odd.elements if name in element.classes]
        for attribute in attributes:
            assert any((member, attribute.name) in shown for member in members), attribute.name


def test_each_element_and_attribute_is_described_for_readers() -> None:
    """What `schema show` prints has no empty place."""
    for element in read_reference(schema_file("odd").read_bytes()).values():
        assert element.description
        assert element.examples
        for attribute in element.attributes:
            assert attribute.description, (element.name, attribute.name)
            assert all(meaning for _, meaning in attribute.values), attribute.name


def test_names_in_examples_are_used_once() -> None:
    """The ODD stays valid: an xml:id of an example is that of no other."""
    root = etree.parse(schema_file("odd"), etree.XMLParser(collect_ids=False)).getroot()
    ids = [node.get(f"{_XML}id") for node in root.iter(etree.Element)]
    given = [name for name in ids if name]
    assert len(given) == len(set(given)) > 10
