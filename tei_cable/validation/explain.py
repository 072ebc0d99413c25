"""Judge each element against its own content model and attributes, and say what was expected.

One walk over the tree by the derivatives of the content models: its cost grows with the size of
the document alone, however many errors there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.datatypes import allows
from tei_cable.schema.files import schema_file
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.patterns import NOTHING, TEXT, derivative, expected, nullable
from tei_cable.schema.values import Data, Values
from tei_cable.validation import messages
from tei_cable.validation.problem import local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.schema.grammar import Model
    from tei_cable.schema.patterns import Pattern
    from tei_cable.validation.problem import Problem

_REMEMBERED = 50_000
_BLANK = " \t\r\n"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_XML_ID = f"{_XML}id"
_ANY_ID = Values(data=(Data("ID"),))
_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


@cache
def cable_models() -> Mapping[str, Model]:
    """Return the models of the project's own schema; ConfigError when it is missing."""
    return read_grammar(schema_file("rng").read_bytes())


def explain(
    tree: etree._ElementTree, models: Mapping[str, Model] | None = None
) -> Iterator[Problem]:
    """Yield each misplaced or missing child, each wrong, missing or misnamed attribute.

    An element that the schema does not know is reported where it stands, and what it holds is
    left alone. `models` are those of the project's schema unless told.
    """
    walk = _Walk(cable_models(), _known_fine()) if models is None else _Walk(models)
    todo = [tree.getroot()]
    while todo:
        element = todo.pop()
        model = walk.models.get(_local(element.tag))
        if model is None:  # unknown, or no element: a comment
            continue
        own = element.get(_XML_ID)
        start = _start(element, own)
        if start not in walk.fine or not walk.is_new(own, model):
            found = list(walk.attributes(element, model))
            yield from found
            if not found:
                walk.fine.add(start)
        children = list(element)
        if not _fits(element.text, children, model):
            yield from walk.content(element, model)
        todo += reversed(children)


def _start(element: etree._Element, own: object) -> tuple[object, ...]:
    """Return a start tag as it is judged; of an xml:id, which is judged by itself, that it is."""
    if own is None:
        return (element.tag, *element.items())
    return (element.tag, _XML_ID, *(item for item in element.items() if item[0] != _XML_ID))


def _fits(text: str | None, children: list[etree._Element], model: Model) -> bool:
    """Whether text and children are what the model allows: the quick answer, without a reason."""
    if model.text is not None:
        return False
    pattern = model.content
    if text and text.strip(_BLANK):
        pattern = derivative(pattern, TEXT)
    for child in children:
        if name := _local(child.tag):
            pattern = derivative(pattern, name)
        text = child.tail
        if text and text.strip(_BLANK):
            pattern = derivative(pattern, TEXT)
    return nullable(pattern)


@cache
def _fine() -> set[tuple[object, ...]]:
    return set()


def _known_fine() -> set[tuple[object, ...]]:
    """Return the start tags that were found right, in this document or one before."""
    if len(_fine()) > _REMEMBERED:
        _fine().clear()
    return _fine()


@dataclass(slots=True)
class _Walk:
    models: Mapping[str, Model]
    fine: set[tuple[object, ...]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def is_new(self, own: str | bytes | None, model: Model) -> bool:
        """Whether an xml:id is plain and no other's, which it then is not any more; None is."""
        if own is None:
            return True
        name = str(own)
        if model.values.get("xml:id") != _ANY_ID or not _PLAIN_NAME.fullmatch(name):
            return False
        if name in self.ids:
            return False
        self.ids.add(name)
        return True

    def attributes(self, element: etree._Element, model: Model) -> Iterator[Problem]:
        present: set[str] = set()
        for key, value in map(_texts, element.items()):
            name = _attribute(key)
            present.add(name)
            if name not in model.attributes:
                yield messages.misnamed(element, name, key, model)
            elif name in model.values and not allows(model.values[name], value):
                yield messages.bad_value(element, name, key, value, model.values[name])
            elif key == _XML_ID and value in self.ids:
                yield messages.twice(element, value, key)
        if _XML_ID in element.attrib:
            self.ids.add(str(element.get(_XML_ID)))
        for name, required in model.attributes.items():
            if required and name not in present:
                yield messages.lacking(element, name, model)

    def content(self, element: etree._Element, model: Model) -> Iterator[Problem]:
        if model.text is not None and next(element.iterchildren(etree.Element), None) is None:
            if not allows(model.text, "".join(map(str, element.itertext(etree.Element)))):
                yield messages.bad_content(element, model.text)
            return
        pattern = model.content
        for name, child, text in _sequence(element):
            after = derivative(pattern, name)
            if after is NOTHING:
                yield messages.misplaced(element, child, pattern, name, text, self.models)
                after = _recovered(pattern, name)
            pattern = after
        if not nullable(pattern):
            yield messages.incomplete(element, pattern)


@lru_cache(maxsize=4096)
def _local(tag: object) -> str:
    """Return the name of a tag as the models have it, "" for what is no element."""
    return messages.known_name(tag) if isinstance(tag, str) else ""


def _texts(item: tuple[object, object]) -> tuple[str, str]:
    """Return an attribute's name and value, which lxml's types take for bytes perhaps."""
    return str(item[0]), str(item[1])


@lru_cache(maxsize=4096)
def _attribute(key: str) -> str:
    return local(key) if key.startswith(_XML) else key


def _sequence(element: etree._Element) -> Iterator[tuple[str, etree._Element, str]]:
    if element.text and element.text.strip(_BLANK):
        yield TEXT, element, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield _local(child.tag), child, ""
        if child.tail and child.tail.strip(_BLANK):
            yield TEXT, element, child.tail


def _recovered(pattern: Pattern, name: str) -> Pattern:
    for missing in expected(pattern):
        after = derivative(derivative(pattern, missing), name)
        if after is not NOTHING:
            return after
    return pattern
