"""The structure that the elements of an HTML file show: lists, tables, headings, notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.kinds import (
    CELL,
    HEAD,
    ITEM,
    LABEL,
    LIST,
    NOTE_ANCHOR,
    NOTE_TEXT,
    PAGE_BREAK,
    ROW,
    TABLE,
)
from tei_cable.model import Bracket, BracketFunction, Numbered, PageBreak, Span
from tei_cable.readers.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.readers.html_text import Element

MOST_LISTS = 50  # one in another
_LISTS = ("ul", "ol")
_TABLES = {"table": TABLE, "row": ROW, "cell": CELL}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NUMBER = re.compile(r"\d{1,3}|[*†‡]")
_NOTES = re.compile(r"\b(?:foot|end)-?notes?\b", re.IGNORECASE)
_NOTE_ID = re.compile(
    r"_?(?:fn|ftn|edn|en|foot-?note|end-?note|note)[-_:.]?(\d{1,3})", re.IGNORECASE
)
_PAGE = re.compile(r"(?<![^\s])//(?![^\s])")
_UNBRACKETED = Bracket(BracketFunction.NOTE_NUMBER, opened=False, closed=False)


def marks_of(text: str, elements: Sequence[Element]) -> tuple[Mark, ...]:
    """Return the structure of a text whose elements are known."""
    notes = [e for e in elements if _holds_notes(e)]
    deep = {id(element) for element in too_deep(elements)}
    found: list[Mark] = []
    for number, element in enumerate(elements):
        span, tag = element.span, element.tag
        if not len(span) and tag != "cell":
            continue
        if tag in _TABLES:
            found.append(Mark(span, _TABLES[tag]))
        elif tag in _HEADINGS and "\n" not in span.of(text):
            found.append(Mark(span, HEAD))
        elif tag in _LISTS and id(element) not in deep:
            found += _list(element, _inside(elements, number), notes)
    rows = [e.span for e in elements if e.tag == "row"]
    found = [m for m in found if m.kind is not TABLE or any(m.span.contains(r) for r in rows)]
    found += _notes(text, elements, rows)
    found += (Mark(Span(*m.span()), PAGE_BREAK, PageBreak()) for m in _PAGE.finditer(text))
    return tuple(found)


def too_deep(elements: Sequence[Element]) -> list[Element]:
    """Return the lists that stand in too many others to be encoded."""
    lists = [e for e in elements if e.tag in _LISTS and len(e.span)]
    around: list[Element] = []
    found: list[Element] = []
    for element in reversed(lists):  # a list ends after those in it
        while around and not around[-1].span.contains(element.span):
            around.pop()
        around.append(element)
        if len(around) > MOST_LISTS:
            found.append(element)
    return found


def _holds_notes(element: Element) -> bool:
    names = f"{element.token.get('class')} {element.token.get('id')} {element.token.get('role')}"
    return element.tag not in ("sup", "a", "span") and _NOTES.search(names) is not None


def _inside(elements: Sequence[Element], number: int) -> Sequence[Element]:
    """Return the elements in an element: they end before it does, and begin no earlier."""
    first = number
    while first and elements[first - 1].span.start >= elements[number].span.start:
        first -= 1
    return elements[first:number]


def _list(element: Element, inside: Sequence[Element], notes: Sequence[Element]) -> Iterator[Mark]:
    """Yield a list and its items, or the notes that it lists."""
    own = _own(inside)
    inner = {e.span.start for e in inside if e.tag in (*_LISTS, "row") and len(e.span)}
    wordless = any(item.span.start in inner for item in own)  # before the list or table in it
    if not own or wordless or own[0].span.start != element.span.start:
        return
    are_notes = any(n.span.contains(element.span) for n in notes) or all(
        _NOTE_ID.fullmatch(i.token.get("id")) for i in own
    )
    if not are_notes:
        yield Mark(element.span, LIST)
    number = _start(element.token.get("start"))
    for item in own:
        number = _start(item.token.get("value")) if item.token.get("value") else number
        given = _NOTE_ID.fullmatch(item.token.get("id"))
        if are_notes:
            yield Mark(item.span, NOTE_TEXT, Numbered(given[1] if given else str(number)))
        else:
            style = element.token.get("type")
            yield Mark(item.span, ITEM, Numbered(_label(element.tag, style, number)))
        number += 1


def _own(inside: Sequence[Element]) -> list[Element]:
    """Return the items of a list that are not those of a list in it."""
    own: list[Element] = []
    before = None  # where the last list begins of those that end after what comes next
    for element in reversed(inside):
        if not len(element.span):
            continue
        if before is not None and element.span.start >= before:
            continue
        if element.tag == "li":
            own.append(element)
        before = element.span.start if element.tag in _LISTS else None
    return own[::-1]


def _start(value: str) -> int:
    return int(value) if re.fullmatch(r"-?\d{1,6}", value) else 1


def _label(tag: str, style: str, number: int) -> str:
    if tag == "ul":
        return ""
    if style in ("a", "A") and 0 < number <= 26:
        return chr(ord(style) + number - 1)
    return str(number)


def _notes(text: str, elements: Sequence[Element], rows: Sequence[Span]) -> Iterator[Mark]:
    """Yield numbers that are raised: anchors, and the labels of the notes that they lead to."""
    blocks = {e.span.start: e for e in elements if e.tag in ("p", "div", "li") and len(e.span)}
    anchored: set[str] = set()
    raised = sorted((e for e in elements if e.tag == "sup" and len(e.span)), key=lambda e: e.span)
    for element in raised:
        words = element.span.of(text)
        if not _NUMBER.fullmatch(words) or any(row.contains(element.span) for row in rows):
            continue
        block = blocks.get(element.span.start)
        if block is None:
            anchored.add(words)
            yield Mark(element.span, NOTE_ANCHOR, _UNBRACKETED)
        elif words in anchored and block.tag == "p" and "\n" not in block.span.of(text):
            yield Mark(block.span, NOTE_TEXT, Numbered(words))
            yield Mark(element.span, LABEL)
