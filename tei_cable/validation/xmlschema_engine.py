"""The W3C schema again, by the xmlschema package: an independent, slower, second opinion."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.validation.problem import Problem, local, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from xmlschema import XMLSchema10, XMLSchemaValidationError

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"


@cache
def _schema() -> XMLSchema10:
    from tei_cable.validation.xmlschema_cache import compiled  # noqa: PLC0415 (seldom needed)

    return compiled(schema_file("xsd"))


def xmlschema_problems(tree: etree._ElementTree) -> list[Problem]:
    """Return what the xmlschema package says; ConfigError when the schema is missing.

    Attributes of schema instances, which could change the verdict, are refused as the grammar does.
    """
    root = tree.getroot()
    if refused := [problem for element in tree.iter(etree.Element) for problem in _xsi(element)]:
        return refused
    return unique(_problem(root, error) for error in _schema().iter_errors(tree))


def _problem(root: etree._Element, error: XMLSchemaValidationError) -> Problem:
    element = error.elem if etree.iselement(error.elem) else root
    unexpected = getattr(error, "invalid_tag", None)
    expected = _names(getattr(error, "expected", None) or ())
    tag = f"<{local(str(element.tag))}>"
    if unexpected is not None:
        message = f"<{local(unexpected)}> is not allowed here in {tag}."
        return Problem(_child(element, error), message, expected=expected)
    reason = re.sub(r"\{[^{}]*\}", "", error.reason or "it is not valid").strip()
    return Problem(element, f"{tag}: {reason.rstrip('.')}.", expected=expected)


def _xsi(element: etree._Element) -> Iterator[Problem]:
    for key in map(str, element.keys()):
        if key.startswith(_XSI):
            name = f"{local(key)} of {_XSI[1:-1]}"
            message = f"The attribute {name} is not allowed on <{local(str(element.tag))}>."
            yield Problem(element, message, attribute=key)


def _child(element: etree._Element, error: XMLSchemaValidationError) -> etree._Element:
    children = list(element.iterchildren(etree.Element))
    index = getattr(error, "index", None)
    return children[index] if isinstance(index, int) and index < len(children) else element


def _names(particles: Iterable[object]) -> tuple[str, ...]:
    found = (getattr(particle, "local_name", None) for particle in particles)
    return tuple(dict.fromkeys(f"<{name}>" for name in found if isinstance(name, str)))
