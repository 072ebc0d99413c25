"""The text of a TEI body, as its source had it: brackets back in place, blocks on their lines.

The inverse of `tei_cable.tei.body`. White space within a block is folded, so that a document
indented by another tool gives the same text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from lxml import etree

from tei_cable.model import Delimiters
from tei_cable.tei.body import BLANK_LINE, NEW_PAGE, ORNAMENT, OWN_BLOCK, RUN_IN
from tei_cable.tei.elements import BRACKETED_NOTES
from tei_cable.tei.names import TEI
from tei_cable.tei.rows import AFTER, BARS, BEFORE

_CONTAINERS = frozenset(
    ["body", "div", "opener", "closer", "postscript", "list", "sp", "floatingText", "table", "row"]
)
_BRACKETED = frozenset(["supplied", "ex", "gap", "unclear", "add", "metamark"])
_BLOCKS = frozenset(["p", "list", "sp", "table", "floatingText"])
_READINGS = frozenset(["reg", "corr"])
_FORMS = _READINGS | {"expan", "abbr"}
_DELIMITERS = {delimiters.value: delimiters for delimiters in Delimiters}
_BLANKS = " \t\r\n"
_SEVERAL_BLANKS = re.compile(r"[ \t\r\n]{2,}|[\t\r\n]")


@dataclass(frozen=True, slots=True)
class BodyText:
    """The text of a body, and which element each stretch of it comes from."""

    text: str
    _starts: tuple[int, ...] = field(repr=False)
    _elements: tuple[etree._Element, ...] = field(repr=False)

    def element_at(self, offset: int) -> etree._Element | None:
        """Return the element that holds the character at an offset, None in an empty text."""
        number = bisect_right(self._starts, offset) - 1
        return self._elements[max(number, 0)] if self._elements else None


def body_text(root: etree._Element) -> BodyText:
    """Return the text of a TEI document's body; "" if it has none."""
    reader = _Reader()
    body = root.find(f"{TEI}text/{TEI}body")
    if body is not None:
        reader.container(body)
    return reader.finish()


class _Reader:
    """Gathers words; white space and breaks are written only once words follow them."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pending = ""
        self._fixed = False
        self._starts: list[int] = []
        self._elements: list[etree._Element] = []

    def finish(self) -> BodyText:
        return BodyText("".join(self._pieces), tuple(self._starts), tuple(self._elements))

    def container(self, parent: etree._Element) -> None:
        """Read an element that holds blocks; loose text in it is a block too."""
        self._loose(parent.text, parent)
        for child in parent:
            name = _name(child)
            if name == "lb":
                self._break("\n")
            elif name == "milestone" and child.get("type") == ORNAMENT:
                self._loose(child.get("rend"), child)
            elif name not in ("", "pb", "milestone"):
                self.block(child)
            self._loose(child.tail, parent)

    def block(self, element: etree._Element) -> None:
        """Read an element that stands between blocks, whatever it holds."""
        if _name(element) == "row" and element.get("rend", "").startswith(BARS):
            self._row(element)
            return
        if _name(element) in _CONTAINERS or any(_name(child) in _BLOCKS for child in element):
            self.container(element)
            return
        self._break("\n\n")
        self.inline(element)
        if element.get("rend") == RUN_IN:
            self._space()
        self._break("\n\n")

    def _row(self, row: etree._Element) -> None:
        """Read a row with the bars that its rend implies."""
        rend = row.get("rend")
        self._break("\n\n")
        if rend in BEFORE:
            self._words("|", row)
            self._space()
        for number, cell in enumerate(row.iterchildren(f"{TEI}cell")):
            if number:
                self._space()
                self._words("|", row)
                self._space()
            self.block(cell)
        if rend in AFTER:
            self._space()
            self._words("|", row)
        self._fixed = False
        self._break("\n\n")

    def _loose(self, text: str | None, parent: etree._Element) -> None:
        if text and text.strip():
            self._break("\n\n")
            self._words(text, parent)
            self._break("\n\n")

    def inline(self, element: etree._Element) -> None:
        name = _name(element)
        opened, closed = _brackets(element, name)
        self._words(opened, element)
        if name == "gap":
            for desc in element.findall(f"{TEI}desc"):
                self.inline(desc)
        elif name == "choice":
            self._choice(element)
        else:
            self._mixed(element)
        self._words(closed, element)

    def _choice(self, element: etree._Element) -> None:
        """Read the alternatives of a choice one after another, a space between."""
        for number, child in enumerate(element.iterchildren(etree.Element)):
            if number:
                self._words(" ", element)
            self.inline(child)

    def _mixed(self, element: etree._Element) -> None:
        if not _indents(element.text):
            self._words(element.text, element)
        for child in element:
            name = _name(child)
            if name == "lb":
                self._break("\n")
            elif child.get("rend") in (BLANK_LINE, NEW_PAGE):
                self._break("\n\n")
            elif name == "fw" and child.get("rend") == OWN_BLOCK:
                self.block(child)
            elif name:
                self.inline(child)
            if not _indents(child.tail) or child.getnext() is not None:
                self._words(child.tail, element)

    def _break(self, characters: str) -> None:
        """Note a break: a written line break is sharper than the blank line between blocks."""
        if not self._fixed and (self._pending != "\n" or characters == "\n"):
            self._pending = characters

    def _space(self) -> None:
        """Note that the next words stand in the same line, whatever their element."""
        self._pending = " "
        self._fixed = True

    def _words(self, text: str | None, element: etree._Element) -> None:
        if not text:
            return
        words = text.strip(_BLANKS)
        if text[0] in _BLANKS:
            self._pending = self._pending or " "
        if not words:
            return
        if self._pending and self._pieces:
            self._write(self._pending)
        self._pending = " " if text[-1] in _BLANKS else ""
        self._fixed = False
        self._starts.append(self._length)
        self._elements.append(element)
        self._write(_SEVERAL_BLANKS.sub(" ", words))

    def _write(self, characters: str) -> None:
        self._pieces.append(characters)
        self._length += len(characters)


def _indents(text: str | None) -> bool:
    """Whether white space at an element's edge is a tool's: this one writes no line ends there."""
    return text is not None and "\n" in text and not text.strip()


def _name(element: etree._Element) -> str:
    """Return an element's local name; "" for a comment or a processing instruction."""
    tag: object = element.tag
    return tag[tag.find("}") + 1 :] if isinstance(tag, str) else ""


def _brackets(element: etree._Element, name: str) -> tuple[str, str]:
    """Return the brackets that an element with this name implies before and after its words."""
    written = element.get("rend")
    rend = written.split("-") if written else ()
    named = next((_DELIMITERS[token] for token in rend if token in _DELIMITERS), None)
    if "none" in rend or not (named or _implies(element, name)):
        return "", ""
    delimiters = named or Delimiters.SQUARE
    opening = "" if "close" in rend else delimiters.opening
    return opening, "" if "open" in rend else delimiters.closing


def _implies(element: etree._Element, name: str) -> bool:
    """Whether an element comes from brackets: by its name, or as the second form of a choice."""
    if name in ("note", "ref"):
        return element.get("type") in BRACKETED_NOTES
    if name not in _FORMS:
        return name in _BRACKETED
    parent = element.getparent()
    in_choice = parent is not None and _name(parent) == "choice"
    first = next(element.itersiblings(etree.Element, preceding=True), None) is None
    return not first if in_choice else name in _READINGS


def element_text(element: etree._Element) -> str:
    """Return the words of one element of a body, brackets included."""
    reader = _Reader()
    reader.block(element)
    return reader.finish().text
