"""Safe mends: attributes that can only be meant in one way, changed in the bytes of the file.

Nothing but the values of these attributes changes; that is verified, and a mend that would change
anything else is not made. What a mend is, each rule declares in the edits of its problems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from tei_cable.errors import InternalError
from tei_cable.findings import Finding
from tei_cable.validation.parse import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from tei_cable.validation.problem import Edit, Problem

_NAME = re.compile(rb"<[^\s/>]+")
_ATTRIBUTE = re.compile(rb"""\s+([^\s=/>]+)\s*=\s*("[^"]*"|'[^']*')""")
_ROUNDS = 5
_UTF8 = re.compile(
    rb"""^(?:\xef\xbb\xbf)?(?:<\?xml(?![^>]*encoding)|<\?xml[^>]*["']utf-?8["']|<[^?])""",
    re.IGNORECASE,
)


def mended(
    data: bytes, name: str, judged: Callable[[etree._ElementTree], Sequence[Problem]]
) -> bytes:
    """Return a file with all that can be mended safely; the same bytes if there is nothing.

    `judged` finds what is wrong. What is not UTF-8 or not well-formed is left as it is. Mending
    twice is mending once.
    """
    if not _UTF8.match(data):
        return data
    for _ in range(_ROUNDS):
        tree = parse(data, name)
        if isinstance(tree, Finding):
            return data
        edits = _first_of_each(edit for problem in judged(tree) for edit in problem.edits)
        if not edits:
            return data
        data = _verified(tree, edits, _edited(data, tree, edits), name)
    return data


def _first_of_each(edits: Iterator[Edit]) -> Mapping[tuple[etree._Element, str], str]:
    first: dict[tuple[etree._Element, str], str] = {}
    for edit in edits:
        first.setdefault((edit.element, edit.attribute), edit.value)
    return first


def _edited(
    data: bytes, tree: etree._ElementTree, edits: Mapping[tuple[etree._Element, str], str]
) -> bytes:
    order = {element: index for index, element in enumerate(tree.iter(etree.Element))}
    places = _start_bytes(data)
    by_place: dict[int, dict[str, str]] = {}
    for (element, attribute), value in edits.items():
        by_place.setdefault(places[order[element]], {})[attribute] = value
    pieces, end = [], 0
    for place in sorted(by_place):
        pieces.append(data[end:place])
        tag, end = _tag(data, place, by_place[place])
        pieces.append(tag)
    return b"".join((*pieces, data[end:]))


def _start_bytes(data: bytes) -> list[int]:
    """Return the offset of each start tag."""
    places: list[int] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda *_: places.append(parser.CurrentByteIndex)
    parser.Parse(data, True)
    return places


def _tag(data: bytes, start: int, values: Mapping[str, str]) -> tuple[bytes, int]:
    """Return a start tag up to its last attribute, with other values, and where that ended."""
    name = _NAME.match(data, start)
    if name is None:
        raise InternalError(f"no start tag at byte {start}")
    left = dict(values)
    made, end = name[0], name.end()
    while attribute := _ATTRIBUTE.match(data, end):
        value = left.pop(attribute[1].decode(), None)
        if value is None:
            made += attribute[0]
        else:
            before = data[end : attribute.start(2)]
            made += before + _quoted(value, chr(attribute[2][0]))
        end = attribute.end()
    for added, value in left.items():
        made += f" {added}=".encode() + _quoted(value, '"')
    return made, end


def _quoted(value: str, quote: str) -> bytes:
    entities = {"&": "&amp;", "<": "&lt;", quote: "&quot;" if quote == '"' else "&apos;"}
    escaped = "".join(entities.get(character, character) for character in value)
    return f"{quote}{escaped}{quote}".encode()


def _verified(
    before: etree._ElementTree,
    edits: Mapping[tuple[etree._Element, str], str],
    data: bytes,
    name: str,
) -> bytes:
    """Return the edited bytes; InternalError if they say anything but the edits."""
    after = parse(data, name)
    if isinstance(after, Finding):
        raise InternalError(f"{name} is not well-formed after a mend")
    for (element, attribute), value in edits.items():
        element.set(attribute, value)
    if etree.tostring(before, method="c14n") != etree.tostring(after, method="c14n"):
        raise InternalError(f"a mend of {name} would change more than it should")
    return data
