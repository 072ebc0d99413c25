"""The body: a forest of annotations over the text becomes elements.

Every character of the text is written once, or lies under MARKUP and is implied by its element.
Between blocks a blank line is implied; a single line break is written as `lb`. Within a
paragraph that was joined, a `pb` with `@rend` "blank-line" stands where the source has the blank
line, with "new-page" where the file itself begins a page. A speaker whose words go on in the same
line has `@rend` "run-in"; the bars between the cells of a row are implied by its `@rend`. The
words that mark a page break are an `fw` after the `pb`; the stars or dashes of an ornament are the
`@rend` of its `milestone`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tei_cable import kinds
from tei_cable.model import Bracket, BracketFunction, Span
from tei_cable.notes import number_of
from tei_cable.tei.elements import ELEMENTS, OPAQUE, Style, attributes
from tei_cable.tei.names import TEI, XML_ID, XML_LANG, append_text, child, element
from tei_cable.tei.notes import pointers
from tei_cable.tei.rows import bars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.nest import Node

BLANK_LINE = "blank-line"
NEW_PAGE = "new-page"
_HEAD = f"{TEI}head"
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5}|[A-Z])[.)]\s")
RUN_IN = "run-in"
OWN_BLOCK = "block"
ORNAMENT = "ornament"
_CONTAINERS = frozenset(
    {
        kinds.OPENER,
        kinds.CLOSER,
        kinds.POSTSCRIPT,
        kinds.LIST,
        kinds.PARTICIPANTS,
        kinds.SPEECH,
        kinds.TABLE,
        kinds.ROW,
        kinds.FLOATING_TEXT,
    }
)
# what may stand before a head
_LEADING = frozenset(
    TEI + name for name in ("opener", "head", "pb", "lb", "milestone", "note", "gap", "fw")
)


def write_body(
    cable: Cable,
    forest: Sequence[Node],
    style: Style,
    language: str,
    root: etree._Element | None = None,
) -> etree._Element:
    """Return `text`: one div of the document's type with the whole of the cable's text.

    It is appended to `root` before anything is in it: for libxml2 to move n elements that have an
    xml:id takes n * n steps.
    """
    kind = cable.correspondence.document_type
    text = element("text") if root is None else child(root, "text")
    div = child(child(text, "body"), "div", attributes={"type": kind, XML_LANG: language})
    _Writer(cable, style, forest).blocks(div, forest)
    return text


class _Writer:
    """Writes one body; counts paragraphs, items and split elements as it goes."""

    def __init__(self, cable: Cable, style: Style, forest: Sequence[Node]) -> None:
        self._text = cable.text
        self._style = style
        self._markup = sorted(a.span.start for a in cable.annotations if a.kind is kinds.MARKUP)
        self._paragraphs = 0
        self._items = 0
        self._uncounted = False
        pointed = pointers(cable.text, forest)
        self._targets, self._names = pointed.targets, pointed.names
        self._notes = iter(pointed.notes)
        self._ids: dict[int, int] = {}
        self._end = 0

    def blocks(self, parent: etree._Element, nodes: Sequence[Node]) -> None:
        """Write blocks one after another, with `lb` where only a line break parts them."""
        numbered = self._numbered_heads(nodes)
        for node in nodes:
            if self._text[self._end : node.span.start] == "\n":
                child(parent, "lb")
            made = self._element(parent, node)
            leads = node.span not in numbered and all(s.tag in _LEADING for s in parent)
            if made.tag == _HEAD and not leads:
                made.tag = f"{TEI}label"
                made.set("type", "heading")
            self._content(parent, made, node)
            self._end = node.span.end

    def _numbered_heads(self, nodes: Sequence[Node]) -> frozenset[Span]:
        """Return the numbered headings, if there are several: none of them is a title."""
        heads = (node.span for node in nodes if node.annotation.kind is kinds.HEAD)
        found = frozenset(span for span in heads if _NUMBERED.match(span.of(self._text)))
        return found if len(found) > 1 else frozenset()

    def _content(self, parent: etree._Element, made: etree._Element, node: Node) -> None:
        """Write what a block holds: blocks, cells, or words."""
        kind = node.annotation.kind
        if kind is kinds.PAGE_BREAK:
            self._page_mark(parent, node)
        elif kind is kinds.ORNAMENT:
            made.set("rend", node.span.of(self._text))
        elif kind in _CONTAINERS or any(
            c.annotation.kind in kinds.BLOCK_KINDS for c in node.children
        ):
            if kind is kinds.ROW:
                if rend := bars(self._text, node):
                    made.set("rend", rend)
            elif kind is kinds.FLOATING_TEXT:
                made = child(made, "body")
            self._end = node.span.start
            outside = self._uncounted
            self._uncounted = outside or kind in (kinds.NOTE_TEXT, kinds.ITEM)
            self.blocks(made, node.children)
            self._uncounted = outside
            if kind is kinds.SPEECH:
                _ascribe(made)
        else:
            self._inline(made, node)
            if kind is not kinds.CELL and self._text[node.span.end : node.span.end + 1] == " ":
                made.set("rend", RUN_IN)

    def _page_mark(self, parent: etree._Element, node: Node) -> etree._Element | None:
        """Write the words that mark a page break, if there are any, after the break."""
        if not len(node.span):
            return None
        return child(parent, "fw", node.span.of(self._text), attributes={"type": "pageBreak"})

    def _element(self, parent: etree._Element, node: Node) -> etree._Element:
        """Write a node's element after what its parent holds; what it holds itself comes later."""
        kind = node.annotation.kind
        made = child(parent, ELEMENTS[kind], attributes=attributes(node, self._style))
        if kind is kinds.PARAGRAPH and (self._uncounted or _is_addition(node)):
            pass  # the paragraphs of a note or an item are cited by it
        elif kind is kinds.ITEM:
            self._items += 1
            made.set(XML_ID, f"i{self._items}")
        elif kind is kinds.PARAGRAPH:
            self._paragraphs += 1
            made.set(XML_ID, f"p{self._paragraphs}")
            made.set("n", str(self._paragraphs))
        elif kind is kinds.NOTE_TEXT:
            if number := next(self._notes):
                made.set(XML_ID, number)
        elif kind is kinds.NOTE_ANCHOR:
            self._point(made, node)
        if node.parts > 1 and kind not in OPAQUE:
            self._link(made, node)
        return made

    def _point(self, made: etree._Element, node: Node) -> None:
        """Let the number of a note lead to the note, and the note's own back to it."""
        start = node.annotation.span.start
        words = node.annotation.span.of(self._text)
        if (number := number_of(words)) != words.strip("[]"):
            made.set("n", number)  # `^1` is a format's way to write 1
        if start in self._targets:
            made.set("target", "#" + self._targets[start])
        if start in self._names and not node.part:
            made.set(XML_ID, self._names[start])

    def _link(self, made: etree._Element, node: Node) -> None:
        """Chain the parts of a split element by @next and @prev."""
        number = self._ids.setdefault(id(node.annotation), len(self._ids) + 1)
        made.set(XML_ID, f"part{number}.{node.part + 1}")
        if node.part + 1 < node.parts:
            made.set("next", f"#part{number}.{node.part + 2}")
        if node.part:
            made.set("prev", f"#part{number}.{node.part}")

    def _inline(self, parent: etree._Element, node: Node) -> None:
        """Write a node's words and what stands among them."""
        if node.annotation.kind in OPAQUE:
            self._opaque(parent, node)
            return
        position, last = node.span.start, None
        for inner in node.children:
            self._words(parent, last, position, inner.span.start)
            last = self._element(parent, inner)
            if inner.annotation.kind is kinds.LINE_BREAK:
                pass
            elif inner.annotation.kind in (kinds.PAGE_BREAK, kinds.BREAK):
                first = inner.span.start == node.span.start
                last = self._break(parent, last, inner, first=first)
            else:
                self._inline(last, inner)
            if inner.parts > 1 and _names(node, inner):
                last.set("reason", BracketFunction.IDENTIFICATION)
            position = inner.span.end
        self._words(parent, last, position, node.span.end)

    def _break(
        self, parent: etree._Element, made: etree._Element, node: Node, *, first: bool
    ) -> etree._Element:
        """Say how a break within a paragraph looks, and write the words that mark it."""
        start, end = node.span.start, node.span.end
        parted = not first and self._text[max(start - 2, 0) : start] == "\n\n"
        mark = self._page_mark(parent, node)
        if parted and mark is not None and self._text[end : end + 2] == "\n\n":
            mark.set("rend", OWN_BLOCK)
        elif parted:
            told = node.annotation.rule.startswith("reader.")
            made.set("rend", NEW_PAGE if told else BLANK_LINE)
        return made if mark is None else mark

    def _opaque(self, parent: etree._Element, node: Node) -> None:
        detail = node.annotation.detail
        start, end = node.span.start, node.span.end
        if isinstance(detail, Bracket):
            inner = detail.inner(node.annotation.span)
            start, end = max(start, inner.start), min(end, inner.end)
        words = self._text[start:end]
        if node.annotation.kind is kinds.GAP:
            child(parent, "desc", words)
        else:
            append_text(parent, words)

    def _words(
        self, parent: etree._Element, last: etree._Element | None, start: int, end: int
    ) -> None:
        """Write the text of a range after the last child, without markup; a blank line is a space.

        A single line break stays before its `lb`, for readers that know of no `lb`.

        The child is handed over, since finding an element's last child takes as long as it has
        children.
        """
        pieces = []
        for at in self._markup[bisect_left(self._markup, start) : bisect_left(self._markup, end)]:
            pieces.append(self._text[start:at])
            start = at + 1
        pieces.append(self._text[start:end])
        words = "".join(pieces).replace("\n\n", " ")
        if last is None:
            parent.text = words or None
        else:
            last.tail = words or None


def _ascribe(speech: etree._Element) -> None:
    """Say who speaks, if one person is named as the speaker."""
    names = speech.findall(f"{TEI}speaker/{TEI}persName")
    if len(names) == 1:
        speech.set("who", names[0].get("ref", ""))


def _names(node: Node, part: Node) -> bool:
    """Whether a part of supplied words that was split stands in a person's name."""
    return node.annotation.kind is kinds.PERSON and part.annotation.kind is kinds.SUPPLIED


def _is_addition(node: Node) -> bool:
    """Whether a paragraph is nothing but what another hand added: it is not the text's."""
    alone = len(node.children) == 1 and node.children[0].annotation.kind is kinds.ADDITION
    return alone and node.children[0].span == node.span


def writable(text: str, span: Span) -> bool:
    """Whether a part of a split element has more to write than what parts two blocks or cells."""
    return bool(span.of(text).replace("|", "").strip())
