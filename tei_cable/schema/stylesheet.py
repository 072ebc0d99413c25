"""Schematron to XSLT 1.0: rules as templates, a mode for each pattern.

What is understood are namespaces, keys, variables, patterns, rules (with `sch:let`), assertions
and reports, with `sch:value-of` and `sch:name` in their sentences; phases and abstract patterns
are refused, so that no constraint is passed over in silence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCH = "{http://purl.oclc.org/dsdl/schematron}"
_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_PREDICATE = re.compile(r"\[[^\[\]]*\]")
_PASSED_OVER = frozenset(("title", "p", "ns", "diagnostics", "properties"))


def to_xslt(schema: etree._ElementTree) -> etree._ElementTree:
    """Return a stylesheet that reports what a document breaks; ConfigError for what is unknown.

    Its result is `<report>` with a `<failed id="..." pattern="...">` for each failure and, if
    there is one, `<ids>`: the ids of all elements in the order of the document.
    """
    root = schema.getroot()
    spaces = {str(ns.get("prefix")): str(ns.get("uri")) for ns in root.iter(f"{_SCH}ns")}
    sheet = etree.Element(
        f"{_XSL}stylesheet", {"version": "1.0"}, nsmap={"xsl": _XSL[1:-1], **spaces}
    )
    body = _main(sheet)
    for number, node in enumerate(root.iterchildren(etree.Element)):
        if node.tag == f"{_XSL}key":
            sheet.insert(0, _copy(node))
        elif node.tag == f"{_SCH}let":
            sheet.insert(0, _variable(node))
        elif node.tag == f"{_SCH}pattern":
            etree.SubElement(body, f"{_XSL}apply-templates", {"select": "/", "mode": f"p{number}"})
            sheet.extend(_pattern(node, f"p{number}"))
        elif etree.QName(node).localname not in {*_PASSED_OVER, "pattern"}:
            raise _unknown(node)
    return sheet.getroottree()


def _main(sheet: etree._Element) -> etree._Element:
    template = etree.SubElement(sheet, f"{_XSL}template", {"match": "/"})
    body = etree.SubElement(template, f"{_XSL}variable", {"name": "failed"})
    report = etree.SubElement(template, "report")
    etree.SubElement(report, f"{_XSL}copy-of", {"select": "$failed"})
    some = etree.SubElement(report, f"{_XSL}if", {"test": "string($failed)"})
    ids = etree.SubElement(some, "ids")
    every = etree.SubElement(ids, f"{_XSL}for-each", {"select": "//*"})
    etree.SubElement(every, f"{_XSL}value-of", {"select": "concat(generate-id(), ' ')"})
    return body


def _pattern(pattern: etree._Element, mode: str) -> Iterator[etree._Element]:
    rules = list(pattern.iterchildren(etree.Element))
    select = _walked(rules)
    priority = len(rules)
    for node in rules:
        if node.tag == f"{_SCH}rule" and node.get("context"):
            yield _rule(node, mode, priority, select, str(pattern.get("id")))
            priority -= 1
        elif etree.QName(node).localname not in _PASSED_OVER:
            raise _unknown(node)
    walk = etree.Element(f"{_XSL}template", {"match": "*|/", "mode": mode, "priority": "-1"})
    etree.SubElement(walk, f"{_XSL}apply-templates", {"select": select, "mode": mode})
    yield walk


def _walked(rules: list[etree._Element]) -> str:
    """Return what a walk visits: attributes only where a rule is about them."""
    contexts = [_PREDICATE.sub("", str(rule.get("context"))) for rule in rules]
    return "*|@*" if any("@" in context for context in contexts) else "*"


def _rule(rule: etree._Element, mode: str, priority: int, select: str, name: str) -> etree._Element:
    attributes = {"match": str(rule.get("context")), "mode": mode, "priority": str(priority)}
    template = etree.Element(f"{_XSL}template", attributes)
    for node in rule.iterchildren(etree.Element):
        match etree.QName(node).localname:
            case "let":
                template.append(_variable(node))
            case "assert":
                template.append(_check(node, f"not({node.get('test')})", name))
            case "report":
                template.append(_check(node, str(node.get("test")), name))
            case _:
                raise _unknown(node)
    etree.SubElement(template, f"{_XSL}apply-templates", {"select": select, "mode": mode})
    return template


def _check(node: etree._Element, test: str, name: str) -> etree._Element:
    condition = etree.Element(f"{_XSL}if", {"test": test})
    where = {"id": "{generate-id(ancestor-or-self::*[1])}", "pattern": name}
    failed = etree.SubElement(condition, "failed", where)
    _say(failed, node.text)
    for child in node.iterchildren(etree.Element):
        match etree.QName(child).localname:
            case "value-of":
                etree.SubElement(failed, f"{_XSL}value-of", {"select": str(child.get("select"))})
            case "name":
                path = child.get("path")
                select = f"name({path})" if path else "name()"
                etree.SubElement(failed, f"{_XSL}value-of", {"select": select})
            case _:
                _say(failed, "".join(map(str, child.itertext())))
        _say(failed, child.tail)
    return condition


def _say(failed: etree._Element, text: str | None) -> None:
    if text:
        etree.SubElement(failed, f"{_XSL}text").text = text


def _variable(node: etree._Element) -> etree._Element:
    attributes = {"name": str(node.get("name")), "select": str(node.get("value"))}
    return etree.Element(f"{_XSL}variable", attributes)


def _copy(node: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(node, with_tail=False))


def _unknown(node: etree._Element) -> ConfigError:
    name = etree.QName(node).localname
    return ConfigError(f"line {node.sourceline} of the Schematron: {name} is not understood")
