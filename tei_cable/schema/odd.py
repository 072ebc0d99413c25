"""Read a self-contained ODD: what each element, class and macro declares, as plain values.

Only what such an ODD needs is understood; anything else is refused, so that nothing of the
declaration is lost in silence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

TEI = "http://www.tei-c.org/ns/1.0"
NOTE = " Generated from tei_cable.odd by `tei-cable schema build`: change the ODD, not this. "

_T = f"{{{TEI}}}"

_GROUPS = {"sequence", "alternate"}
_REFERENCES = {"elementRef", "macroRef", "dataRef"}
_LEAVES = {"textNode", "empty"}


@dataclass(frozen=True, slots=True)
class Particle:
    """A piece of a content model: `kind` is the name of its ODD element.

    `name` is what a reference refers to; `high` is None where there is no upper bound.
    """

    kind: str
    name: str = ""
    parts: tuple[Particle, ...] = ()
    low: int = 1
    high: int | None = 1


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute: `datatype` is a TEI key or an XSD name, `values` its closed list if any."""

    name: str
    datatype: str
    many: bool
    required: bool
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Element:
    """An element: the classes it takes attributes from, its own attributes, its content."""

    name: str
    classes: tuple[str, ...]
    attributes: tuple[Attribute, ...]
    content: tuple[Particle, ...]


@dataclass(frozen=True, slots=True)
class Constraint:
    """A constraint: its name, and its Schematron (and xsl:key) elements as XML."""

    name: str
    body: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Odd:
    """All that a schemaSpec declares, in the order of the file."""

    start: tuple[str, ...]
    classes: Mapping[str, tuple[Attribute, ...]]
    macros: Mapping[str, tuple[Particle, ...]]
    elements: tuple[Element, ...]
    constraints: tuple[Constraint, ...]


def read_odd(data: bytes) -> Odd:
    """Return what the ODD declares; ConfigError where it isn't an ODD that is understood."""
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"the ODD is not well-formed: {error}") from error
    spec = root.find(f".//{_T}schemaSpec")
    if spec is None:
        raise ConfigError("the ODD has no schemaSpec")
    odd = Odd(
        start=tuple(spec.get("start", "").split()),
        classes={_ident(c): _attributes(c) for c in spec.iter(f"{_T}classSpec")},
        macros={_ident(m): _content(m) for m in spec.iter(f"{_T}macroSpec")},
        elements=tuple(_element(e) for e in spec.iter(f"{_T}elementSpec")),
        constraints=tuple(_constraint(c) for c in spec.iter(f"{_T}constraintSpec")),
    )
    _check_references(odd)
    return odd


def _element(spec: etree._Element) -> Element:
    members = tuple(m.get("key", "") for m in spec.iter(f"{_T}memberOf"))
    return Element(_ident(spec), members, _attributes(spec), _content(spec))


def _ident(spec: etree._Element) -> str:
    ident = spec.get("ident")
    if not ident:
        raise ConfigError(f"line {spec.sourceline} of the ODD: {_local(spec)} has no ident")
    return ident


def _local(node: etree._Element) -> str:
    return etree.QName(node).localname


def _attributes(spec: etree._Element) -> tuple[Attribute, ...]:
    return tuple(_attribute(a) for a in spec.findall(f"{_T}attList/{_T}attDef"))


def _attribute(spec: etree._Element) -> Attribute:
    reference = spec.find(f"{_T}datatype/{_T}dataRef")
    if reference is None:
        raise ConfigError(f"line {spec.sourceline} of the ODD: {_ident(spec)} has no datatype")
    closed = spec.findall(f"{_T}valList[@type='closed']/{_T}valItem")
    return Attribute(
        name=_ident(spec),
        datatype=reference.get("key", reference.get("name", "")),
        many=spec.find(f"{_T}datatype[@maxOccurs='unbounded']") is not None,
        required=spec.get("usage") == "req",
        values=tuple(_ident(item) for item in closed),
    )


def _content(spec: etree._Element) -> tuple[Particle, ...]:
    content = spec.find(f"{_T}content")
    if content is None:
        raise ConfigError(f"line {spec.sourceline} of the ODD: {_ident(spec)} has no content")
    return _particles(content)


def _particles(parent: etree._Element) -> tuple[Particle, ...]:
    return tuple(_particle(child) for child in parent.iterchildren(etree.Element))


def _particle(node: etree._Element) -> Particle:
    kind = _local(node)
    if kind not in _GROUPS | _REFERENCES | _LEAVES:
        raise ConfigError(f"line {node.sourceline} of the ODD: {kind} is not understood")
    high = node.get("maxOccurs", "1")
    return Particle(
        kind,
        name=node.get("key", ""),
        parts=_particles(node) if kind in _GROUPS else (),
        low=int(node.get("minOccurs", "1")),
        high=None if high == "unbounded" else int(high),
    )


def _constraint(spec: etree._Element) -> Constraint:
    body = spec.findall(f"{_T}constraint/*")
    return Constraint(_ident(spec), tuple(etree.tostring(e, with_tail=False) for e in body))


def _check_references(odd: Odd) -> None:
    elements = {element.name for element in odd.elements}
    contents = [*odd.macros.values(), *(element.content for element in odd.elements)]
    missing = set(odd.start) - elements
    for content in contents:
        missing |= _names(content, "elementRef") - elements
        missing |= _names(content, "macroRef") - odd.macros.keys()
    for element in odd.elements:
        missing |= set(element.classes) - odd.classes.keys()
    if missing:
        raise ConfigError(f"the ODD refers to what it does not declare: {sorted(missing)}")


def _names(content: tuple[Particle, ...], kind: str) -> set[str]:
    found = {particle.name for particle in content if particle.kind == kind}
    return found.union(*(_names(particle.parts, kind) for particle in content))
