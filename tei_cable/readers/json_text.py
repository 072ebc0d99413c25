"""The strings of a JSON file with their offsets, escapes decoded."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span
from tei_cable.offsets import Derivation, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator

_WHITE = re.compile(r"[\s,:]*")
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|\xa0",
    re.DOTALL,
)
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
_DEEPEST = 100  # no export nests its values so deep
_DECODER = json.JSONDecoder(strict=False)


class Leaf(NamedTuple):
    """A string or a number of a JSON text: what it says, and where each character stands."""

    text: str
    origin: OffsetMap


def members(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each key of the object that a text is, with the span of its value.

    Raises ValueError if the text is no JSON object, or is nested too deep.
    """
    _check_depth(text)
    start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    whole, position = _value(text, start)
    if not isinstance(whole, dict) or text[position:].strip():
        raise ValueError("no JSON object")
    at = start + 1
    while text[(at := _skip(text, at))] != "}":
        key, at = _value(text, at)
        begin = _skip(text, at)
        _, at = _value(text, begin)
        yield str(key), Span(begin, at)


def leaves(text: str, span: Span) -> Iterator[Leaf]:
    """Yield the strings and numbers of a value, in order; of an object in it the values' too.

    A string that is itself a JSON list, as some exports have it, is taken apart.
    """
    first = text[span.start]
    if first == '"':
        leaf = _string(text, Span(span.start + 1, span.end - 1))
        yield from _listed(leaf) if leaf.text.startswith("[") else [leaf]
    elif first in "[{":
        at = span.start + 1
        while (at := _skip(text, at)) < span.end - 1:
            begin = at
            _, at = _value(text, begin)
            is_key = first == "{" and text[_space(text, at)] == ":"
            if not is_key:
                yield from leaves(text, Span(begin, at))
    elif first in "-0123456789":
        made = Derivation(text)
        made.copy(span.start, span.end)
        yield Leaf(*made.finish())


def _listed(leaf: Leaf) -> list[Leaf]:
    try:
        _check_depth(leaf.text)
        value, end = _value(leaf.text, 0)
    except ValueError:
        return [leaf]
    if leaf.text[end:].strip() or not isinstance(value, list):
        return [leaf]
    inner = leaves(leaf.text, Span(0, end))
    return [Leaf(t, o.through(leaf.origin, len(t))) for t, o in inner]


def _string(text: str, span: Span) -> Leaf:
    made = Derivation(text)
    position = span.start
    for escape in _ESCAPE.finditer(text, span.start, span.end):
        made.copy(position, escape.start())
        decoded = json.loads(f'"{escape.group()}"')
        made.replace(*escape.span(), " " if decoded == "\xa0" else decoded)
        position = escape.end()
    made.copy(position, span.end)
    return Leaf(*made.finish())


def _check_depth(text: str) -> None:
    depth = 0
    for token in _NESTING.finditer(text):
        depth += (token[0] in "[{") - (token[0] in "]}")
        if depth > _DEEPEST:
            raise ValueError("nested too deep")


def _value(text: str, at: int) -> tuple[object, int]:
    value, end = _DECODER.raw_decode(text, at)
    return value, end


def _skip(text: str, at: int) -> int:
    """Return where the next token begins, over white space, commas and colons."""
    match = _WHITE.match(text, at)
    return match.end() if match else at


def _space(text: str, at: int) -> int:
    while text[at].isspace():
        at += 1
    return at
