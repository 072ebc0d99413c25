"""The ODD as people read it: what each element is for, may carry and may hold, with examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import dedent, fill
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.meanings import KINDS
from tei_cable.schema.odd import TEI, Particle, read_odd

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_cable.schema.odd import Odd

_T = f"{{{TEI}}}"
_EXAMPLES = "http://www.tei-c.org/ns/Examples"
_SUFFIXES = {(0, 1): "?", (0, None): "*", (1, None): "+"}


@dataclass(frozen=True, slots=True)
class AttributeReference:
    """An attribute: what it says, what its value may be, and each value of a closed list."""

    name: str
    description: str
    required: bool
    kind: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ElementReference:
    """An element: `content` in the notation of DTDs, `parents` where it may stand, examples."""

    name: str
    description: str
    attributes: tuple[AttributeReference, ...]
    content: str
    parents: tuple[str, ...]
    examples: tuple[str, ...]


def read_reference(odd: bytes) -> Mapping[str, ElementReference]:
    """Return what an ODD says of each element, by name; ConfigError if it is not understood."""
    declared = read_odd(odd)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, collect_ids=False)
    root = etree.fromstring(odd, parser)
    classes = {c.get("ident", ""): _attributes(c) for c in root.iter(f"{_T}classSpec")}
    parents = _parents(declared)
    specs = {e.get("ident", ""): e for e in root.iter(f"{_T}elementSpec")}
    return {
        element.name: ElementReference(
            element.name,
            _description(specs[element.name]),
            tuple(
                sorted(
                    (
                        *(a for name in element.classes for a in classes[name]),
                        *_attributes(specs[element.name]),
                    ),
                    key=lambda attribute: attribute.name,
                )
            ),
            _sequence(element.content, declared),
            tuple(sorted(parents.get(element.name, ()))),
            tuple(_examples(specs[element.name])),
        )
        for element in declared.elements
    }


def as_text(element: ElementReference) -> str:
    """Return the reference of an element for a terminal."""
    lines = [f"<{element.name}>  {element.description}", ""]
    if element.attributes:
        lines.append("Attributes:")
        for attribute in element.attributes:
            lines += _attribute_lines(attribute)
        lines.append("")
    lines += ["Content:", _indented(element.content), ""]
    lines += ["Stands in:", _indented(", ".join(element.parents) or "nothing: it is the root"), ""]
    for example in element.examples:
        lines += ["Example:", *(f"  {line}" for line in example.splitlines()), ""]
    return "\n".join(lines).rstrip() + "\n"


def as_markdown(elements: Mapping[str, ElementReference]) -> bytes:
    """Return the reference of all elements as one page."""
    pages = [_HEADING, *(_section(elements[name]) for name in sorted(elements, key=str.casefold))]
    return "\n".join(pages).encode()


_HEADING = """# Elements of the schema

Generated from tei_cable.odd by `tei-cable schema build`: change the ODD, not this.
`tei-cable schema show ELEMENT` prints the same for one element. In the content, `?` means at most
once, `*` any number of times, `+` once or more, `|` either, and a comma one after the other.
"""


def _section(element: ElementReference) -> str:
    parts = [f"## {element.name}\n\n{element.description}\n"]
    if element.attributes:
        rows = (
            f"| `{a.name}`{' (required)' if a.required else ''} | {_one_line(_value(a))} "
            f"| {_one_line(a.description)} |"
            for a in element.attributes
        )
        parts.append("\n".join(["| attribute | value | meaning |", "|---|---|---|", *rows]) + "\n")
    parts.append(f"Content: `{element.content}`\n")
    if element.parents:
        parts.append(f"Stands in: {', '.join(element.parents)}\n")
    parts += [f"```xml\n{example}\n```\n" for example in element.examples]
    return "\n".join(parts)


def _value(attribute: AttributeReference) -> str:
    listed = ", ".join(f"`{value}` ({meaning})" for value, meaning in attribute.values)
    return listed or attribute.kind


def _one_line(text: str) -> str:
    return text.replace("|", "\\|")


def _attribute_lines(attribute: AttributeReference) -> Iterator[str]:
    required = "  (required)" if attribute.required else ""
    yield f"  {attribute.name}{required}"
    yield _indented(attribute.description, 6)
    if not attribute.values:
        yield _indented(f"value: {attribute.kind}", 6)
    for value, meaning in attribute.values:
        yield f"      {value}: {meaning}"


def _indented(text: str, by: int = 2) -> str:
    blank = " " * by
    return fill(text, 96, initial_indent=blank, subsequent_indent=blank, break_on_hyphens=False)


def _description(spec: etree._Element) -> str:
    return " ".join((spec.findtext(f"{_T}desc") or "").split())


def _attributes(spec: etree._Element) -> tuple[AttributeReference, ...]:
    return tuple(_attribute(a) for a in spec.findall(f"{_T}attList/{_T}attDef"))


def _attribute(spec: etree._Element) -> AttributeReference:
    reference = spec.find(f"{_T}datatype/{_T}dataRef")
    key = "" if reference is None else reference.get("key", reference.get("name", ""))
    many = spec.find(f"{_T}datatype[@maxOccurs='unbounded']") is not None
    kind = KINDS.get(key, key)
    items = spec.findall(f"{_T}valList[@type='closed']/{_T}valItem")
    return AttributeReference(
        spec.get("ident", ""),
        _description(spec),
        spec.get("usage") == "req",
        f"{kind}; several are parted by blanks" if many else kind,
        tuple((item.get("ident", ""), _description(item)) for item in items),
    )


def _parents(odd: Odd) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = {}
    for element in odd.elements:
        for name in _names(element.content, odd):
            found.setdefault(name, set()).add(element.name)
    return found


def _names(particles: Sequence[Particle], odd: Odd) -> Iterator[str]:
    for particle in particles:
        if particle.kind == "elementRef":
            yield particle.name
        elif particle.kind == "macroRef":
            yield from _names(odd.macros[particle.name], odd)
        yield from _names(particle.parts, odd)


def _sequence(particles: Sequence[Particle], odd: Odd) -> str:
    return ", ".join(_shown(particle, odd) for particle in particles)


def _shown(particle: Particle, odd: Odd) -> str:
    suffix = _SUFFIXES.get((particle.low, particle.high), "")
    match particle.kind:
        case "elementRef":
            return particle.name + suffix
        case "textNode":
            return "text"
        case "dataRef":
            return KINDS.get(particle.name, particle.name)
        case "macroRef":
            inner = odd.macros[particle.name]
            return _grouped([_shown(part, odd) for part in inner], ", ", suffix)
        case "sequence" | "alternate":
            between = ", " if particle.kind == "sequence" else " | "
            return _grouped([_shown(part, odd) for part in particle.parts], between, suffix)
        case _:
            return "nothing"


def _grouped(parts: Sequence[str], between: str, suffix: str) -> str:
    if len(parts) == 1 and not suffix:
        return parts[0]
    if len(parts) == 1 and parts[0].endswith(")"):
        return parts[0] + suffix
    return f"({between.join(parts)}){suffix}"


def _examples(spec: etree._Element) -> Iterator[str]:
    for example in spec.iter(f"{{{_EXAMPLES}}}egXML"):
        text = etree.tostring(example, encoding="unicode", with_tail=False)
        inner = text[text.index(">") + 1 : text.rindex("<")]
        lines = re.sub(r' xmlns(:\w+)?="[^"]*"', "", inner)
        yield dedent("\n".join(line.rstrip() for line in lines.strip("\n").splitlines())).strip()
