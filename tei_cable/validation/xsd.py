"""The W3C schema, by libxml2."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING, cast

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.validation.problem import Paths, Problem, local, unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _LogEntry

_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ABOUT = re.compile(r"Element '([^']*)'(?:, attribute '([^']*)')?: (.*)", re.DOTALL)
_SET = re.compile(r"\[facet 'enumeration'\] .* of the set \{(.*)\}\.", re.DOTALL)
_PLAIN = re.compile(r"'(.*)' is not a valid value of (?:the|a) (?:local )?(.*)\.", re.DOTALL)


@lru_cache(maxsize=16)
def _schema(_thread: int) -> etree.XMLSchema:
    """Compile the schema, one for each thread: it holds what was said last."""
    return etree.XMLSchema(etree.parse(schema_file("xsd")))


def xsd_problems(tree: etree._ElementTree) -> list[Problem]:
    """Return what is wrong by the W3C schema; ConfigError when the schema is missing."""
    schema = _schema(get_ident())
    if schema.validate(tree):
        return []
    return problems_of(schema, tree)


def problems_of(schema: etree.XMLSchema, tree: etree._ElementTree) -> list[Problem]:
    """Return what a W3C schema has just said about a document that it found invalid."""
    log = cast("Iterable[_LogEntry]", schema.error_log)
    paths, ids = Paths(tree), _ids(tree)
    said = unique(_problem(paths.element(error.path), error.message, ids) for error in log)
    return said or [Problem(tree.getroot(), "The document is not what the W3C schema allows.")]


def _ids(tree: etree._ElementTree) -> Counter[str]:
    return Counter(str(value) for e in tree.iter(etree.Element) if (value := e.get(_XML_ID)))


def _problem(element: etree._Element, message: str, ids: Counter[str]) -> Problem:
    about = _ABOUT.match(message)
    if about is None:
        return Problem(element, message)
    if about[2] is None:
        return _of_content(element, about[3])
    return _of_attribute(element, about[2], about[3], ids)


def _of_content(element: etree._Element, said: str) -> Problem:
    tag = f"<{local(str(element.tag))}>"
    if said.startswith("[facet") or _PLAIN.match(said):
        text = "".join(map(str, element.itertext()))
        return Problem(element, f'The text "{text}" is not allowed as the content of {tag}.')
    plain = re.sub(r"\{[^{}]*\}", "", said)
    return Problem(element, f"{tag}: {plain}")


def _of_attribute(element: etree._Element, name: str, said: str, ids: Counter[str]) -> Problem:
    value = str(element.get(name))
    plain = _PLAIN.match(said)
    if plain is not None and plain[2] == "atomic type 'xs:ID'":
        twice = f'The xml:id "{value}" is used more than once.'
        return Problem(element, twice if ids[value] > 1 else f'"{value}" cannot be an xml:id.')
    listed = _SET.match(said)
    values = tuple(re.findall(r"'([^']*)'", listed[1])) if listed else ()
    tag = f"<{local(str(element.tag))}>"
    message = f'The value "{value}" of {local(name)} is not allowed on {tag}.'
    return Problem(element, message, expected=values)
