"""The W3C schema, by libxml2: a second verdict, and the best messages about values."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING, cast

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.validation.problem import Problem, element_at, local, unique

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _LogEntry

_STRUCTURE = re.compile(r"SCHEMAV_(ELEMENT_CONTENT|CVC_COMPLEX_TYPE_)")
_ABOUT = re.compile(r"Element '([^']*)'(?:, attribute '([^']*)')?: (.*)", re.DOTALL)
_SET = re.compile(r"\[facet 'enumeration'\] .* of the set \{(.*)\}\.", re.DOTALL)
_PLAIN = re.compile(r"'(.*)' is not a valid value of (?:the|a) (?:local )?(.*)\.", re.DOTALL)


@lru_cache(maxsize=16)
def _schema(_thread: int) -> etree.XMLSchema:
    """Compile the schema, one for each thread: it holds what was said last."""
    return etree.XMLSchema(etree.parse(schema_file("xsd")))


def xsd_problems(tree: etree._ElementTree, *, values_only: bool = False) -> list[Problem]:
    """Return what is wrong by the W3C schema; `values_only` leaves out what is misplaced.

    ConfigError when the schema is missing.
    """
    schema = _schema(get_ident())
    if schema.validate(tree):
        return []
    log = cast("Iterable[_LogEntry]", schema.error_log)
    judged = [e for e in log if not (values_only and _STRUCTURE.match(e.type_name))]
    said = unique(problem for error in judged for problem in _problems(tree, error))
    if said or values_only:
        return said
    return [Problem(tree.getroot(), "The document is not what the W3C schema allows.")]


def _problems(tree: etree._ElementTree, error: _LogEntry) -> Iterator[Problem]:
    element = element_at(tree, error.path)
    about = _ABOUT.match(error.message)
    if about is None:
        yield Problem(element, error.message)
    elif about[2] is None:
        yield _of_content(element, about[3])
    else:
        yield _of_attribute(element, about[2], about[3])


def _of_content(element: etree._Element, said: str) -> Problem:
    tag = f"<{local(str(element.tag))}>"
    if said.startswith("[facet") or _PLAIN.match(said):
        text = "".join(map(str, element.itertext()))
        return Problem(element, f'The text "{text}" is not allowed as the content of {tag}.')
    plain = re.sub(r"\{[^{}]*\}", "", said)
    return Problem(element, f"{tag}: {plain}")


def _of_attribute(element: etree._Element, name: str, said: str) -> Problem:
    value = element.get(name)
    message = f'The value "{value}" of {local(name)} is not allowed on <{local(str(element.tag))}>'
    listed = _SET.match(said)
    if listed is not None:
        values = tuple(re.findall(r"'([^']*)'", listed[1]))
        return Problem(element, f"{message}.", expected=values)
    plain = _PLAIN.match(said)
    if plain is not None and plain[2] == "atomic type 'xs:ID'":
        return Problem(element, _bad_id(element, str(value)))
    return Problem(element, f"{message}.", expected=_datatype(local(name)))


def _bad_id(element: etree._Element, value: str) -> str:
    same = element.getroottree().xpath("count(//*[@xml:id = $value])", value=value)
    if isinstance(same, float) and same > 1:
        return f'The xml:id "{value}" is used more than once.'
    return f'"{value}" cannot be an xml:id.'


_DATES = ("a date such as 1962-11-02, 1962-11 or 1962",)
_DATATYPES = {
    **dict.fromkeys(("when", "from", "to", "notBefore", "notAfter"), _DATES),
    "xml:lang": ("a language tag such as en or ru-Latn",),
    "quantity": ("a whole number",),
}


def _datatype(name: str) -> tuple[str, ...]:
    return _DATATYPES.get(name, ())
