"""Read a RELAX NG grammar as content models and attributes, an entry for each element name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.odd import TEI
from tei_cable.schema.patterns import (
    EMPTY,
    NOTHING,
    TEXT,
    Pattern,
    choice,
    interleave,
    repeat,
    sequence,
    symbol,
)
from tei_cable.schema.values import patterns, read_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.schema.values import Values

_RNG = "{http://relaxng.org/ns/structure/1.0}"
_ANY = "#any"

_VALUE = choice(EMPTY, symbol(TEXT))
_VALUES = frozenset(("data", "value", "list"))
_LEAVES: Mapping[str, Pattern] = {
    "text": repeat(symbol(TEXT)),
    "data": _VALUE,
    "value": _VALUE,
    "list": _VALUE,
    "notAllowed": NOTHING,
    **dict.fromkeys(("attribute", "empty", "name", "anyName", "nsName", "param"), EMPTY),
}


@dataclass(frozen=True, slots=True)
class Model:
    """What an element may hold; `attributes` says of each name whether it is required.

    `values` judges attributes by their names, and `text` the content of an element that holds a
    mere value; an attribute that is not there may have any value as far as is known.
    """

    content: Pattern
    attributes: Mapping[str, bool]
    values: Mapping[str, Values]
    text: Values | None


def read_grammar(rng: bytes) -> Mapping[str, Model]:
    """Return the model of each element of a flat grammar; ConfigError if it isn't one."""
    root = etree.fromstring(rng, etree.XMLParser(resolve_entities=False, no_network=True))
    reader = _Reader(root)
    models: dict[str, Model] = {}
    for node in root.iter(f"{_RNG}element"):
        name = _name(node)
        model = reader.model(node)
        models[name] = _merged(models[name], model) if name in models else model
    return models


def _merged(one: Model, other: Model) -> Model:
    required = {a: one.attributes.get(a, False) and r for a, r in other.attributes.items()}
    values = {a: v for a, v in one.values.items() if other.values.get(a, v) == v}
    values |= {a: v for a, v in other.values.items() if a not in one.attributes}
    text = one.text if one.text == other.text else None
    content = choice(one.content, other.content)
    return Model(content, {**one.attributes, **required}, values, text)


def _name(node: etree._Element) -> str:
    """Return `p` for an element of TEI, `{urn:x}p` for another; `n`, `xml:id`, `{urn:x}n`."""
    child = node.find(f"{_RNG}name")
    found = (node.get("name") if child is None else child.text or "") or ""
    prefix, _, name = found.strip().rpartition(":")
    is_attribute = node.tag == f"{_RNG}attribute"
    if not name or (prefix == "xml" and is_attribute):
        return found.strip() or _ANY
    own = is_attribute and child is None  # its name attribute takes no namespace from around
    space = node.nsmap.get(prefix) if prefix else _namespace(node, own=own)
    if is_attribute:
        return f"{{{space}}}{name}" if space else name
    return name if space == TEI else f"{{{space or ''}}}{name}"


def _namespace(node: etree._Element, *, own: bool) -> str:
    around = (node,) if own else (node, *node.iterancestors())
    child = node.find(f"{_RNG}name")
    given = child.get("ns") if child is not None else None
    found = (space for each in around if (space := each.get("ns")) is not None)
    return given if given is not None else next(found, "")


@dataclass(slots=True)
class _Reader:
    root: etree._Element
    defines: dict[str, list[etree._Element]] = field(init=False)
    patterns: dict[str, Pattern] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.defines = {}
        for define in self.root.iter(f"{_RNG}define"):
            self.defines.setdefault(define.get("name", ""), []).append(define)

    def group(self, node: etree._Element) -> Pattern:
        return reduce(sequence, map(self.pattern, patterns(node)), EMPTY)

    def pattern(self, node: etree._Element) -> Pattern:
        kind = etree.QName(node).localname
        if kind in _LEAVES:
            return _LEAVES[kind]
        match kind:
            case "element":
                return symbol(_name(node))
            case "ref":
                return self.reference(node.get("name", ""))
            case "choice":
                return choice(*map(self.pattern, patterns(node)))
            case "interleave":
                return reduce(interleave, map(self.pattern, patterns(node)), EMPTY)
            case _:
                return self.compound(kind, node)

    def compound(self, kind: str, node: etree._Element) -> Pattern:
        inner = self.group(node)
        match kind:
            case "group" | "div":
                return inner
            case "optional":
                return choice(EMPTY, inner)
            case "zeroOrMore":
                return repeat(inner)
            case "oneOrMore":
                return sequence(inner, repeat(inner))
            case "mixed":
                return interleave(inner, repeat(symbol(TEXT)))
            case _:
                raise ConfigError(f"line {node.sourceline} of the grammar: {kind} is unknown")

    def reference(self, name: str) -> Pattern:
        if name not in self.patterns:
            self.patterns[name] = NOTHING
            parts = map(self.group, self.defines.get(name, ()))
            self.patterns[name] = reduce(sequence, parts, EMPTY)
        return self.patterns[name]

    def model(self, node: etree._Element) -> Model:
        found = list(self.walk(node, frozenset(), required=True))
        attributes = {_name(attribute): required for attribute, required in found}
        read: dict[str, set[Values | None]] = {}
        for attribute, _ in found:
            value = read_values(patterns(attribute), self.defines)
            read.setdefault(_name(attribute), set()).add(value)
        values = {n: v for n, one in read.items() if len(one) == 1 and (v := next(iter(one)))}
        inner = [child for child in patterns(node) if etree.QName(child).localname in _VALUES]
        text = read_values(inner, self.defines) if inner else None
        return Model(self.group(node), attributes, values, text)

    def walk(
        self, node: etree._Element, within: frozenset[str], *, required: bool
    ) -> Iterator[tuple[etree._Element, bool]]:
        for child in patterns(node):
            kind = etree.QName(child).localname
            if kind == "attribute":
                yield child, required
            elif kind == "ref":
                yield from self.walk_reference(child.get("name", ""), within, required=required)
            elif kind != "element":
                strict = required and kind in {"group", "div"}
                yield from self.walk(child, within, required=strict)

    def walk_reference(
        self, name: str, within: frozenset[str], *, required: bool
    ) -> Iterator[tuple[etree._Element, bool]]:
        if name not in within:
            for define in self.defines.get(name, ()):
                yield from self.walk(define, within | {name}, required=required)
