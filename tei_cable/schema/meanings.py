"""What datatypes mean, in words: those of TEI by their names, those of a grammar by theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_cable.schema.values import Data, Values

_DATE = "a date such as 1962-11-02, 1962-11 or 1962, or a time"
_LANGUAGE = "a language tag such as en or ru-Latn"
_NUMBER = "a whole number"
_POINTER = "a pointer: #id, prefix:id or an address"
KINDS: Mapping[str, str] = {
    "ID": "a name, once in the document",
    "teidata.count": _NUMBER,
    "teidata.enumerated": "a word",
    "teidata.language": _LANGUAGE,
    "teidata.pointer": _POINTER,
    "teidata.prefix": "a prefix in small letters",
    "teidata.temporal.w3c": _DATE,
    "teidata.text": "any text",
    "teidata.versionNumber": "a version such as 0.1.0",
    "teidata.word": "a word",
    "teidata.xmlName": "an XML name",
}
_DATES = ("date", "gYear", "gMonth", "gDay", "gYearMonth", "gMonthDay", "time", "dateTime")
_DATA: Mapping[str, str] = {
    **dict.fromkeys(_DATES, _DATE),
    "ID": "a name, once in the document",
    "NCName": "an XML name: a letter first, no blank, no colon",
    "anyURI": _POINTER,
    "decimal": "a number",
    "language": _LANGUAGE,
    "nonNegativeInteger": _NUMBER,
}
# the patterns of TEI's datatypes
_PATTERNS: Mapping[str, str] = {
    r"[^\p{C}\p{Z}]+": "a word: no blank in it",
    r"[a-z][a-z0-9\+\.\-]*": "a prefix in small letters",
    r"[\d]+(\.[\d]+){0,2}[a-z]?": "a version such as 0.1.0",
}


def meanings(values: Values) -> tuple[str, ...]:
    """Return all that a value may be: each value of a list, and each datatype in words."""
    kinds = [_meaning(data) for data in values.data]
    if values.many:
        kinds = [f"{kind}; several are parted by blanks" for kind in kinds]
    return tuple(dict.fromkeys((*(value for value in values.listed if value), *kinds)))


def _meaning(data: Data) -> str:
    pattern = next((value for name, value in data.facets if name == "pattern"), "")
    if pattern in _PATTERNS:
        return _PATTERNS[pattern]
    known = _DATA.get(data.name)
    if known:
        return known
    return f"{data.name} like {pattern}" if pattern else data.name
