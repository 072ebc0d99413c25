"""ODD to Schematron: the constraints that a grammar can't express, a pattern for each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.odd import NOTE, TEI

if TYPE_CHECKING:
    from tei_cable.schema.odd import Constraint, Odd

_SCH = "http://purl.oclc.org/dsdl/schematron"
_XSL = "http://www.w3.org/1999/XSL/Transform"
_SENTENCES = {f"{{{_SCH}}}assert", f"{{{_SCH}}}report"}
_SPACE = re.compile(r"\s+")
_KEY = f"{{{_XSL}}}key"


def to_schematron(odd: Odd) -> bytes:
    """Return the Schematron schema of an ODD; its keys come first, as they serve all patterns."""
    schema = etree.fromstring(f'<schema xmlns="{_SCH}" xmlns:xsl="{_XSL}" queryBinding="xslt"/>')
    schema.append(etree.Comment(NOTE))
    etree.SubElement(schema, f"{{{_SCH}}}ns", {"prefix": "tei", "uri": TEI})
    parsed = [(constraint, _body(constraint)) for constraint in odd.constraints]
    for _, body in parsed:
        schema.extend(node for node in body if node.tag == _KEY)
    for constraint, body in parsed:
        rules = [node for node in body if node.tag != _KEY]
        if rules:
            pattern = etree.SubElement(schema, f"{{{_SCH}}}pattern", {"id": constraint.name})
            pattern.extend(rules)
    etree.cleanup_namespaces(schema)
    etree.indent(schema)
    text = etree.tostring(schema, encoding="utf-8", xml_declaration=True)
    return bytes(text) + b"\n"


def _body(constraint: Constraint) -> list[etree._Element]:
    body = [etree.fromstring(piece) for piece in constraint.body]
    for node in (node for piece in body for node in piece.iter(etree.Element)):
        _fold(node)
    return body


def _fold(node: etree._Element) -> None:
    for name, value in node.attrib.items():
        node.set(name, _SPACE.sub(" ", str(value)))
    node.text = _folded(node.text)
    for child in node:
        child.tail = _folded(child.tail)
    if node.tag in _SENTENCES:
        _strip(node)


def _folded(text: str | None) -> str | None:
    return _SPACE.sub(" ", text) if text else None


def _strip(node: etree._Element) -> None:
    if node.text:
        node.text = node.text.lstrip()
    if len(node):
        node[-1].tail = (node[-1].tail or "").rstrip()
    elif node.text:
        node.text = node.text.rstrip()
