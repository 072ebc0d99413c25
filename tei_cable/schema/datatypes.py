"""Whether a value is what a grammar allows: lists of values, and the datatypes of W3C Schema.

Each datatype is compiled once, by libxml2, and each value is judged once for its datatype, so
that a document with many values costs no more than its different ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from tei_cable.schema.values import Data, Values

# datatypes of which blanks around a value are no part, though libxml2 takes them for one
_DATES = frozenset(
    ("date", "dateTime", "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "time")
)
_BLANKS = re.compile(r"[ \t\r\n]+")
_XS = "{http://www.w3.org/2001/XMLSchema}"


def allows(values: Values, value: str) -> bool:
    """Return whether the value is allowed; blanks around and within a list mean nothing."""
    if values.free:
        return True
    if not values.many:
        return _allows_one(values, value)
    words = [word for word in _BLANKS.split(value) if word]
    return bool(words) and all(_allows_one(values, word) for word in words)


def _allows_one(values: Values, value: str) -> bool:
    if values.listed and _BLANKS.sub(" ", value).strip(" ") in values.listed:
        return True
    return any(_is_of(data, value, get_ident()) for data in values.data)


@lru_cache(maxsize=1 << 16)
def _is_of(data: Data, value: str, thread: int) -> bool:
    if data.name == "anyURI" and data.facets and value != value.strip(" \t\r\n"):
        return False  # as libxml2 has it, which matches a pattern before it folds blanks
    element = etree.Element("value")
    element.text = value.strip(" \t\r\n") if data.name in _DATES else value
    return bool(_compiled(data, thread).validate(element))


@lru_cache(maxsize=512)
def _compiled(data: Data, _thread: int) -> etree.XMLSchema:
    schema = etree.Element(f"{_XS}schema")
    element = etree.SubElement(schema, f"{_XS}element", {"name": "value"})
    simple = etree.SubElement(element, f"{_XS}simpleType")
    base = {"base": f"xs:{data.name}"}
    restriction = etree.SubElement(simple, f"{_XS}restriction", base, nsmap={"xs": _XS[1:-1]})
    for name, value in data.facets:
        etree.SubElement(restriction, f"{_XS}{name}", {"value": value})
    return etree.XMLSchema(schema)
