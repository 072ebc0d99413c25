"""Documents made at random from the schema, and ways to spoil them at random."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema import schema_file
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.odd import TEI, read_odd
from tei_cable.schema.patterns import TEXT, Pattern, derivative, expected, nullable

if TYPE_CHECKING:
    from random import Random

    from tei_cable.schema.odd import Attribute

_VALUES = {
    "teidata.count": ("0", "3"),
    "teidata.enumerated": ("one", "URI"),
    "teidata.language": ("en", "ru-Latn", ""),
    "teidata.pointer": ("#a", "https://example.org/?q=1#b", "gn:1"),
    "teidata.prefix": ("wd",),
    "teidata.temporal.w3c": ("1962", "1962-11", "1962-11-02", "--11-02", "09:15:00"),
    "teidata.text": ("any text", ""),
    "teidata.versionNumber": ("0.1.0",),
    "teidata.word": ("word", "11"),
    "teidata.xmlName": ("tei_cable",),
}
_XML = "{http://www.w3.org/XML/1998/namespace}"
_DATA = {"gi", "att"}


@dataclass(frozen=True, slots=True)
class _Declared:
    attributes: tuple[Attribute, ...]
    content: Pattern


@cache
def _declared() -> dict[str, _Declared]:
    odd = read_odd(schema_file("odd").read_bytes())
    models = read_grammar(schema_file("rng").read_bytes())
    return {
        element.name: _Declared(
            (*(a for name in element.classes for a in odd.classes[name]), *element.attributes),
            models[element.name].content,
        )
        for element in odd.elements
    }


@dataclass(slots=True)
class Generator:
    """Makes documents that the schema allows; the same ones for the same random numbers."""

    random: Random
    ids: int = 0

    def document(self) -> etree._Element:
        """Return a document of a few hundred elements."""
        return self.element("TEI", 0)

    def element(self, name: str, depth: int) -> etree._Element:
        """Return an element with attributes and children that the schema allows."""
        made = etree.Element(f"{{{TEI}}}{name}")
        for attribute in _declared()[name].attributes:
            if attribute.required or self.random.random() < 0.2:
                made.set(attribute.name.replace("xml:", _XML), self.value(attribute))
        if name in _DATA:
            made.text = "p"
            return made
        for child in self.word(_declared()[name].content, depth):
            if child != TEXT:
                made.append(self.element(child, depth + 1))
            elif len(made):
                made[-1].tail = "text "
            else:
                made.text = "text "
        return made

    def value(self, attribute: Attribute) -> str:
        """Return a value that the attribute allows."""
        if attribute.datatype == "ID":
            self.ids += 1
            return f"id-{self.ids}"
        values = attribute.values or _VALUES[attribute.datatype]
        values = tuple(filter(None, values)) if attribute.many else values
        return " ".join(self.random.choices(values, k=2 if attribute.many else 1))

    def word(self, pattern: Pattern, depth: int) -> list[str]:
        """Return names of children: a random walk, ended the shortest way."""
        word: list[str] = []
        steps = self.random.randint(0, 6) if depth < 7 else 0
        for _ in range(steps):
            names = expected(pattern)
            if not names:
                break
            word.append(self.random.choice(names))
            pattern = derivative(pattern, word[-1])
        return word + shortest(pattern)


def shortest(pattern: Pattern) -> list[str]:
    """Return the shortest sequence of names that the pattern matches."""
    todo: deque[tuple[Pattern, list[str]]] = deque([(pattern, [])])
    seen = {pattern}
    while todo:
        now, word = todo.popleft()
        if nullable(now):
            return word
        for name in expected(now):
            after = derivative(now, name)
            if after not in seen:
                seen.add(after)
                todo.append((after, [*word, name]))
    raise AssertionError("the pattern matches nothing")


def spoil(root: etree._Element, random: Random) -> None:
    """Change one element of a document: its name, place, text or attributes; or remove it."""
    elements = list(root.iter(etree.Element))[1:]
    one, other = random.choice(elements), random.choice(elements)
    match random.randint(0, 5):
        case 0:
            one.tag = other.tag
        case 1:
            one.getparent().remove(one)  # type: ignore[union-attr]  # the root is left out
        case 2:
            one.text = "stray"
        case 3 if one.attrib:
            del one.attrib[random.choice(list(one.attrib))]
        case 4 if one.attrib:
            one.set(random.choice(list(one.attrib)), "not ok")
        case _:
            one.set(random.choice(["rend", "type", "when", "reason", "other"]), "value")
