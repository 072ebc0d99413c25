"""Say what the grammar expected: each element against its own content model and attributes."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.patterns import NOTHING, TEXT, derivative, expected, nullable
from tei_cable.validation.parse import TEI
from tei_cable.validation.problem import Problem, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.schema.grammar import Model
    from tei_cable.schema.patterns import Pattern

_SHOWN = 30


@cache
def _models() -> Mapping[str, Model]:
    return read_grammar(schema_file("rng").read_bytes())


def explain(tree: etree._ElementTree) -> Iterator[Problem]:
    """Yield each misplaced child, missing child, and misnamed or missing attribute.

    Values of attributes and of text are not judged. An element that the schema does not know
    is reported where it stands, and what it holds is left alone.
    """
    todo = [tree.getroot()]
    while todo:
        element = todo.pop()
        model = _models().get(_name(element))
        if model is not None:
            yield from _attributes(element, model)
            yield from _children(element, model.content)
            todo.extend(element.iterchildren(etree.Element))


def _name(element: etree._Element) -> str:
    name = etree.QName(element)
    return name.localname if name.namespace == TEI else str(name.text)


def _tag(name: str) -> str:
    qualified = etree.QName(name)
    shown = f"<{qualified.localname}>"
    return f"{shown} of {qualified.namespace}" if qualified.namespace else shown


def _attributes(element: etree._Element, model: Model) -> Iterator[Problem]:
    tag = f"<{_name(element)}>"
    present = [local(str(name)) for name in element.attrib]
    allowed = tuple(sorted(model.attributes))
    for name in present:
        if name not in model.attributes:
            message = f"The attribute {name} is not allowed on {tag}."
            yield Problem(element, message, expected=allowed, fix=_nearest(name, allowed))
    for name, required in model.attributes.items():
        if required and name not in present:
            yield Problem(element, f"{tag} lacks the attribute {name}.", fix=f"add {name}")


def _children(element: etree._Element, pattern: Pattern) -> Iterator[Problem]:
    tag = f"<{_name(element)}>"
    for name, child, text in _sequence(element):
        after = derivative(pattern, name)
        if after is NOTHING:
            shown = f'The text "{_short(text)}"' if name == TEXT else _tag(name)
            known = name == TEXT or name in _models()
            message = f"{shown} is not allowed {'here ' if known else ''}in {tag}."
            fix = "" if known else _nearest(name, expected(pattern), "<{}>")
            yield Problem(child, message, expected=_shown(pattern, tag), fix=fix)
            after = _recovered(pattern, name)
        pattern = after
    if not nullable(pattern):
        yield Problem(element, f"{tag} is not complete.", expected=_shown(pattern, tag))


def _sequence(element: etree._Element) -> Iterator[tuple[str, etree._Element, str]]:
    if element.text and element.text.strip():
        yield TEXT, element, element.text
    for child in element:
        if isinstance(child.tag, str):
            yield _name(child), child, ""
        if child.tail and child.tail.strip():
            yield TEXT, element, child.tail


def _recovered(pattern: Pattern, name: str) -> Pattern:
    for missing in expected(pattern):
        after = derivative(derivative(pattern, missing), name)
        if after is not NOTHING:
            return after
    return pattern


def _shown(pattern: Pattern, tag: str) -> tuple[str, ...]:
    names = ["text" if name == TEXT else f"<{name}>" for name in expected(pattern)]
    if nullable(pattern):
        names.append(f"the end of {tag}")
    hidden = len(names) - _SHOWN
    return (*names[:_SHOWN], f"{hidden} more") if hidden > 0 else tuple(names)


def _nearest(name: str, allowed: tuple[str, ...], form: str = "{}") -> str:
    found = get_close_matches(name, allowed, n=1)
    return f"perhaps {form.format(found[0])} is meant" if found else ""


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 40 else words[:37] + "..."
