"""A whole TEI document: header, standOff and text; and its bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable import __version__
from tei_cable.config import VERSION
from tei_cable.tei.body import write_body
from tei_cable.tei.elements import Style, named_rule
from tei_cable.tei.facts import Facts
from tei_cable.tei.header import write_header
from tei_cable.tei.names import TEI, XML_ID, XML_LANG, element
from tei_cable.tei.prefixes import declare_prefixes
from tei_cable.tei.standoff import write_standoff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.cable import Cable
    from tei_cable.config import Config
    from tei_cable.model import Source
    from tei_cable.nest import Node

_MODELS = (
    ("rng", "http://relaxng.org/ns/structure/1.0"),
    ("sch", "http://purl.oclc.org/dsdl/schematron"),
)
# elements that hold only elements: white space in them says nothing, so they are indented
_STRUCTURAL = frozenset(
    [
        "TEI",
        "teiHeader",
        "fileDesc",
        "titleStmt",
        "editionStmt",
        "publicationStmt",
        "availability",
        "notesStmt",
        "sourceDesc",
        "msDesc",
        "msIdentifier",
        "msContents",
        "msItem",
        "physDesc",
        "history",
        "encodingDesc",
        "editorialDecl",
        "refsDecl",
        "classDecl",
        "taxonomy",
        "appInfo",
        "profileDesc",
        "abstract",
        "langUsage",
        "textClass",
        "correspDesc",
        "correspAction",
        "revisionDesc",
        "standOff",
        "listPerson",
        "listPlace",
        "listOrg",
        "person",
        "place",
        "org",
        "text",
        "body",
        "div",
        "opener",
        "closer",
        "postscript",
        "floatingText",
        "list",
        "sp",
        "table",
        "row",
        "respStmt",
        "category",
        "application",
        "listPrefixDef",
        "prefixDef",
    ]
)
# elements that hold either words or blocks
_EITHER = frozenset({"item", "note", "cell"})
_INDENT = "  "


def to_tei(cable: Cable, source: Source, forest: Sequence[Node], config: Config) -> etree._Element:
    """Return the TEI root element of a cable whose annotations are nested in `forest`."""
    facts = Facts(cable, source, config.languages)
    style = Style(facts.editor, config.attribution == "minimal")
    rules = frozenset() if style.minimal else _rules(forest)
    root = element(
        "TEI",
        write_header(facts, config, rules),
        write_standoff(cable),
        attributes={XML_ID: facts.id(config.id_prefix), XML_LANG: facts.language},
    )
    write_body(cable, forest, style, facts.language, root)
    declare_prefixes(root)
    _indent(root, 0)
    return root


def _rules(forest: Sequence[Node]) -> frozenset[str]:
    """Return the rules that the elements of a forest name."""
    found: set[str] = set()
    waiting = list(forest)
    while waiting:
        node = waiting.pop()
        found.add(named_rule(node))
        waiting.extend(node.children)
    return frozenset(found - {""})


def serialize(root: etree._Element, config: Config) -> bytes:
    """Return a document as UTF-8 bytes, with its declaration and xml-model instructions."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    address = config.schema.replace(VERSION, __version__)
    lines += [
        f'<?xml-model href="{address}.{suffix}" type="application/xml" schematypens="{namespace}"?>'
        for suffix, namespace in _MODELS
    ]
    written = etree.tostring(root, encoding="utf-8", xml_declaration=False)
    return b"\n".join((*(line.encode() for line in lines), written, b""))


def _indent(parent: etree._Element, depth: int) -> None:
    name = str(parent.tag).removeprefix(TEI)
    holds_blocks = name in _EITHER and parent.find(f"{TEI}p") is not None
    if not (name in _STRUCTURAL or holds_blocks) or not len(parent):
        return
    parent.text = "\n" + _INDENT * (depth + 1)
    for child in parent:
        child.tail = parent.text
        _indent(child, depth + 1)
    parent[-1].tail = "\n" + _INDENT * depth
