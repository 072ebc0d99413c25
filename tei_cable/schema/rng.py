"""ODD to RELAX NG, in the plain subset that libxml2, jing and trang read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.odd import NOTE, TEI

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from tei_cable.schema.odd import Attribute, Element, Odd, Particle

_RNG = "http://relaxng.org/ns/structure/1.0"
_DATATYPES = "http://www.w3.org/2001/XMLSchema-datatypes"
_W3C_DATES = (
    "date", "gYear", "gMonth", "gDay", "gYearMonth", "gMonthDay", "time", "dateTime",
)  # fmt: skip


def to_rng(odd: Odd) -> bytes:
    """Return the RELAX NG grammar of an ODD; ConfigError for a datatype that isn't known."""
    grammar = etree.fromstring(
        f'<grammar xmlns="{_RNG}" ns="{TEI}" datatypeLibrary="{_DATATYPES}"/>'
    )
    grammar.append(etree.Comment(NOTE))
    start = (_node("ref", name=name) for name in odd.start)
    grammar.append(_node("start", _one("choice", start)))
    for name, attributes in odd.classes.items():
        grammar.append(_node("define", *map(_attribute, attributes), name=name))
    for name, content in odd.macros.items():
        grammar.append(_node("define", *map(_particle, content), name=name))
    for element in odd.elements:
        grammar.append(_node("define", _element(element), name=element.name))
    etree.indent(grammar)
    text = etree.tostring(grammar, encoding="utf-8", xml_declaration=True)
    return bytes(text) + b"\n"


def _node(tag: str, /, *children: etree._Element, **attributes: str) -> etree._Element:
    node = etree.Element(f"{{{_RNG}}}{tag}", attributes)
    node.extend(children)
    return node


def _one(name: str, children: Iterable[etree._Element]) -> etree._Element:
    parts = list(children)
    return parts[0] if len(parts) == 1 else _node(name, *parts)


def _with_text(tag: str, text: str, /, **attributes: str) -> etree._Element:
    node = _node(tag, **attributes)
    node.text = text
    return node


def _element(element: Element) -> etree._Element:
    children = [_node("ref", name=name) for name in element.classes]
    children += [_attribute(a) for a in element.attributes]
    children += [_particle(particle) for particle in element.content]
    return _node("element", *children, name=element.name)


def _particle(particle: Particle) -> etree._Element:
    return _repeated(_once(particle), particle)


def _once(particle: Particle) -> etree._Element:
    match particle.kind:
        case "elementRef" | "macroRef":
            return _node("ref", name=particle.name)
        case "sequence":
            return _one("group", map(_particle, particle.parts))
        case "alternate":
            return _one("choice", map(_particle, particle.parts))
        case "dataRef":
            return _datatype(particle.name)
        case "textNode":
            return _node("text")
        case _:
            return _node("empty")


_OCCURRENCES: Mapping[tuple[int, int | None], str] = {
    (0, 1): "optional",
    (0, None): "zeroOrMore",
    (1, None): "oneOrMore",
}


def _repeated(node: etree._Element, particle: Particle) -> etree._Element:
    bounds = (particle.low, particle.high)
    if bounds == (1, 1):
        return node
    if bounds not in _OCCURRENCES:
        raise ConfigError(f"occurrences {bounds} of {particle.kind} are not understood")
    return _node(_OCCURRENCES[bounds], node)


def _attribute(attribute: Attribute) -> etree._Element:
    if attribute.values:
        value = _one("choice", (_with_text("value", v) for v in attribute.values))
    elif attribute.many and attribute.datatype == "teidata.language":
        value = _data("language")  # no member of a list is empty
    else:
        value = _datatype(attribute.datatype)
    if attribute.many:
        value = _node("list", _node("oneOrMore", value))
    node = _node("attribute", value, name=attribute.name)
    return node if attribute.required else _node("optional", node)


def _data(name: str, pattern: str = "") -> etree._Element:
    if not pattern:
        return _node("data", type=name)
    return _node("data", _with_text("param", pattern, name="pattern"), type=name)


_TEI_DATATYPES: Mapping[str, Callable[[], etree._Element]] = {
    "teidata.count": lambda: _data("nonNegativeInteger"),
    "teidata.enumerated": lambda: _data("token", r"[^\p{C}\p{Z}]+"),
    "teidata.language": lambda: _node("choice", _data("language"), _with_text("value", "")),
    "teidata.pointer": lambda: _data("anyURI", r"\S+"),
    "teidata.prefix": lambda: _data("token", r"[a-z][a-z0-9\+\.\-]*"),
    "teidata.temporal.w3c": lambda: _node("choice", *map(_data, _W3C_DATES)),
    "teidata.text": lambda: _data("string"),
    "teidata.versionNumber": lambda: _data("token", r"[\d]+(\.[\d]+){0,2}[a-z]?"),
    "teidata.word": lambda: _data("token", r"[^\p{C}\p{Z}]+"),
    "teidata.xmlName": lambda: _data("NCName"),
}


def _datatype(key: str) -> etree._Element:
    if key == "ID":
        return _data("ID")
    if key not in _TEI_DATATYPES:
        raise ConfigError(f"the datatype {key!r} of the ODD is not known")
    return _TEI_DATATYPES[key]()
