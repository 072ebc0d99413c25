"""The W3C schema says the same as the grammar, but for what it cannot say."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, reduce
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_cable.schema import schema_file
from tei_cable.schema.patterns import (
    EMPTY,
    TEXT,
    choice,
    counterexample,
    interleave,
    repeat,
    sequence,
    symbol,
)
from tei_cable.schema.values import Data, Values
from tei_cable.validation import VALIDATORS, Engine
from tei_cable.validation.explain import cable_models
from tei_cable.validation.relaxng import relaxng_is_valid
from tei_cable.validation.xsd import xsd_problems
from tests.validation.mutants import CONSTRUCTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.schema.patterns import Pattern

_XS = "{http://www.w3.org/2001/XMLSchema}"
_XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
_VALUE = choice(EMPTY, symbol(TEXT))


@cache
def declared(kind: str) -> dict[str, etree._Element]:
    """Return the declarations of a kind that the W3C schema has at its top, by their names."""
    root = etree.parse(schema_file("xsd")).getroot()
    return {str(node.get("name")): node for node in root.iterchildren(f"{_XS}{kind}")}


def referred(node: etree._Element) -> str:
    """Return the name that a reference leads to, without its prefix unless that is xml."""
    name = str(node.get("ref") or node.get("name"))
    return name if name.startswith("xml:") else name.rpartition(":")[2]


def particle(node: etree._Element) -> Pattern:
    """Return what a particle of a content model matches."""
    match etree.QName(node).localname:
        case "element":
            once = symbol(referred(node))
        case "group":
            once = together(declared("group")[referred(node)] if node.get("ref") else node)
        case "choice":
            once = choice(*map(particle, node.iterchildren(f"{_XS}*")))
        case "sequence":
            once = together(node)
        case kind:
            assert kind in {"attribute", "attributeGroup"}
            return EMPTY
    low, high = node.get("minOccurs", "1"), node.get("maxOccurs", "1")
    if high == "unbounded":
        return repeat(once) if low == "0" else sequence(once, repeat(once))
    assert (low, high) in {("0", "1"), ("1", "1")}
    return choice(EMPTY, once) if low == "0" else once


def together(node: etree._Element) -> Pattern:
    """Return what the particles of a node match, one after the other."""
    return reduce(sequence, map(particle, node.iterchildren(f"{_XS}*")), EMPTY)


def content(name: str) -> Pattern:
    """Return what an element may hold."""
    element = declared("element")[name]
    held = element.find(f"{_XS}complexType")
    if held is None or held.find(f"{_XS}simpleContent") is not None:
        return _VALUE
    found = together(held)
    return interleave(found, repeat(symbol(TEXT))) if held.get("mixed") == "true" else found


def attributes(node: etree._Element) -> Iterator[tuple[str, bool, Values]]:
    """Yield name, requirement and values of each attribute that a declaration has or refers to."""
    for child in node.iterchildren(f"{_XS}*"):
        match etree.QName(child).localname:
            case "attributeGroup":
                yield from attributes(declared("attributeGroup")[referred(child)])
            case "attribute":
                name = referred(child)
                judged = XML_VALUES[name] if name.startswith("xml:") else values(child)
                yield name, child.get("use") == "required", judged
            case "complexType" | "simpleContent" | "extension":
                yield from attributes(child)
            case _:
                pass


def values(node: etree._Element) -> Values:
    """Return what an attribute or a simple type allows."""
    given = node.get("type") or node.get("base")
    inner = node.find(f"{_XS}simpleType")
    if given is None and inner is not None and node.tag not in {f"{_XS}list", f"{_XS}union"}:
        return values(inner)
    match etree.QName(node).localname:
        case "simpleType":
            return values(node[0])
        case "list":
            item = Values(data=(Data(node.get("itemType", "")[3:]),))
            return replace(item if inner is None else values(inner), many=True)
        case "union":
            named = [Data(each[3:]) for each in (node.get("memberTypes") or "").split()]
            parts = [values(each) for each in node]
            listed = tuple(value for part in parts for value in part.listed)
            return Values(listed, (*named, *(data for part in parts for data in part.data)))
        case _:
            return restricted(str(given)[3:], node)


def restricted(base: str, node: etree._Element) -> Values:
    """Return what a datatype with facets allows: a list of values, or a datatype by a pattern."""
    listed = tuple(str(each.get("value")) for each in node.iterchildren(f"{_XS}enumeration"))
    patterns = (("pattern", str(each.get("value"))) for each in node.iterchildren(f"{_XS}pattern"))
    return Values(listed) if listed else Values(data=(Data(base, tuple(patterns)),))


# declared in xml.xsd
XML_VALUES = {
    "xml:id": Values(data=(Data("ID"),)),
    "xml:lang": Values(listed=("",), data=(Data("language"),)),
}


@pytest.mark.parametrize("name", sorted(cable_models()))
def test_each_content_model_is_that_of_the_grammar(name: str) -> None:
    """No sequence of children and text is allowed by one of them and not by the other."""
    ours = cable_models()[name].content
    assert counterexample(ours, content(name)) is None
    assert counterexample(content(name), ours) is None


@pytest.mark.parametrize("name", sorted(cable_models()))
def test_the_attributes_of_each_element_are_those_of_the_grammar(name: str) -> None:
    """They have the same names and values, and the same ones are required."""
    model = cable_models()[name]
    theirs = {a: (required, v) for a, required, v in attributes(declared("element")[name])}
    ours = {a: (required, model.values[a]) for a, required in model.attributes.items()}
    assert sorted(theirs) == sorted(ours)
    for attribute, (required, judged) in ours.items():
        assert theirs[attribute][0] == required, attribute
        same = theirs[attribute][1]
        assert (set(same.listed), set(same.data), same.many) == (
            set(judged.listed),
            set(judged.data),
            judged.many,
        ), attribute


@pytest.mark.parametrize(
    ("old", "new", "by_grammar", "by_w3c"),
    [
        ('<pb n="2"/>', '<pb n="2"> </pb>', True, False),
        ('<pb n="2"/>', '<pb n="2"><!-- a comment --></pb>', True, True),
        ("<body>", f'<body {_XSI} xsi:schemaLocation="urn:x x.xsd">', False, True),
    ],
)
def test_what_a_w3c_schema_cannot_say(old: str, new: str, by_grammar: bool, by_w3c: bool) -> None:
    """That empty elements may hold blanks, and that its own attributes are not wanted."""
    text = CONSTRUCTS.read_text("utf-8")
    assert old in text
    tree = etree.fromstring(text.replace(old, new, 1).encode()).getroottree()
    assert relaxng_is_valid(tree) == by_grammar
    assert (VALIDATORS[Engine.DERIVATIVE](tree) == []) == by_grammar
    assert (xsd_problems(tree) == []) == by_w3c


def test_any_element_is_a_document_for_a_w3c_schema() -> None:
    """What it declares at its top may be the root; the grammar starts with TEI alone."""
    tree = etree.fromstring('<p xmlns="http://www.tei-c.org/ns/1.0">x</p>').getroottree()
    assert xsd_problems(tree) == []
    assert not relaxng_is_valid(tree)


@pytest.mark.parametrize("name", ["schemaLocation", "type", "nil"])
def test_attributes_of_schema_instances_are_refused_by_the_engine(name: str) -> None:
    """So that the engine gives the verdict of the grammar, and follows no hint to another."""
    text = CONSTRUCTS.read_text("utf-8").replace("<body>", f'<body {_XSI} xsi:{name}="x">', 1)
    (only,) = VALIDATORS[Engine.XMLSCHEMA](etree.fromstring(text.encode()).getroottree())
    assert only.message.startswith(f"The attribute {name} of http://www.w3.org/2001/XMLSchema")


@pytest.mark.parametrize(
    ("old", "new", "allowed"),
    [
        ("<gi>pb</gi>", "<gi>p<!-- a comment -->b</gi>", True),
        ("<gi>pb</gi>", "<gi>p<!-- a comment --> b</gi>", False),
        ('rend="open"', 'rend="open\N{NO-BREAK SPACE}"', False),
        ('rend="open"', 'rend=" open "', True),
        ('target="https://example.org/2"', 'target=" #a"', False),
        ('when="1950-02">', 'when=" 1950 ">', True),
    ],
)
def test_derivatives_and_libxml2_agree_on_blanks(old: str, new: str, allowed: bool) -> None:
    """Blanks of XML alone are blanks, and a pointer has none around it."""
    text = CONSTRUCTS.read_text("utf-8")
    assert old in text
    tree = etree.fromstring(text.replace(old, new, 1).encode()).getroottree()
    assert relaxng_is_valid(tree) == allowed
    assert (VALIDATORS[Engine.DERIVATIVE](tree) == []) == allowed
