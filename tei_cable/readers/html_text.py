"""The text of an HTML file, and where in it its elements stand.

White space, no-break spaces too, is one space, a `br` is a line break, a `div` begins a line, any
other block is parted by a blank line. A row of a table is a line with bars around its cells. What
is not written (tags, scripts, navigation) is markup.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span
from tei_cable.offsets import Derivation, OffsetMap
from tei_cable.readers.html_tags import BLOCKS, FURNITURE, LINES, VOID, data_tables, skips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.readers.html_tokens import Token

_LISTS = frozenset(("li", "ul", "ol"))
_PIECE = re.compile(r"\s+|\S+")


class Element(NamedTuple):
    """Where the words of an element stand in a text; nowhere if it has none.

    The tag of a row and a cell of a table of data is "row" and "cell".
    """

    tag: str
    span: Span
    token: Token


class Written(NamedTuple):
    """The text of a file, its map to the file, its elements, and what is not in the text.

    `furniture` are the places with words of navigation and the like; they are in `markup` too.
    """

    text: str
    origin: OffsetMap
    elements: tuple[Element, ...]
    markup: tuple[Span, ...]
    furniture: tuple[Span, ...]


def text_of(source: str, tokens: Sequence[Token]) -> Written:
    """Return the text of a stretch of an HTML file, given as its tokens."""
    writer = _Writer(source, data_tables(tokens))
    skipped: list[str] = []
    for number, token in enumerate(tokens):
        if token.outside:
            writer.skip(token)
        elif skipped:
            writer.skip(token)
            if token.tag == skipped[0]:
                skipped = skipped[1:] if token.ends else [*skipped, token.tag]
        elif skips(token, inside=writer.depth > 0):
            writer.skip(token)
            skipped = [token.tag]
        else:
            writer.write(token, number)
    return writer.finish()


class _Writer:
    """Writes the words of tokens; breaks are written only once words follow them."""

    def __init__(self, source: str, tables: frozenset[int]) -> None:
        self._source = source
        self._tables = tables
        self._made = Derivation(source)
        self._pending = ""
        self._open: list[tuple[str, int, Token]] = []
        self._count: Counter[str] = Counter()  # of the open ones
        self._lists: list[str] = []  # the open lists and items
        self._elements: list[Element] = []
        self._markup: list[Span] = []
        self._furniture: list[Span] = []
        self._rows: list[list[tuple[Token, list[Token]]]] = []
        self._in_table = False
        self._fresh = 0  # where no break is to be written
        self.depth = 0

    def finish(self) -> Written:
        while self._open:
            self._close(self._open[-1][0])
        text, origin = self._made.finish()
        elements = tuple(
            Element(tag, _trimmed(text, span), token) for tag, span, token in self._elements
        )
        return Written(text, origin, elements, tuple(self._markup), tuple(self._furniture))

    def skip(self, token: Token) -> None:
        """Leave a token out."""
        self._markup.append(token.span)
        if token.value.strip():
            self._furniture.append(token.span)
        elif token.tag in FURNITURE or token.tag == "nav":
            self._break("\n\n")

    def write(self, token: Token, number: int) -> None:
        """Write a token's words, or heed what its tag says."""
        if not token.value:
            self._markup.append(token.span)
        if token.tag in ("article", "main"):
            self.depth += -1 if token.ends else 1
        if self._in_table and token.tag != "table":
            self._in_row(token)
        elif token.tag and token.ends:
            self._close(token.tag)
        elif token.tag:
            self._begin(token, number)
        elif token.value:
            self._words(token)

    def _begin(self, token: Token, number: int) -> None:
        tag = token.tag
        self._close_implied(tag)
        self._between(tag)
        self._in_table = tag == "table" and number in self._tables
        if tag not in VOID:
            self._open.append((tag, len(self._made), token))
            self._count[tag] += 1
            if tag in _LISTS:
                self._lists.append(tag)

    def _close_implied(self, tag: str) -> None:
        """Close what a browser closes where a tag begins: an item, a paragraph."""
        if tag == "li" and self._lists[-1:] == ["li"]:
            self._close("li")
        elif tag in BLOCKS and self._open and self._open[-1][0] == "p":
            self._close("p")

    def _close(self, tag: str) -> None:
        if self._in_table:
            self._write_rows()
            self._in_table = False
        self._between(tag)
        while self._count[tag]:
            name, start, token = self._open.pop()
            self._elements.append(Element(name, Span(start, len(self._made)), token))
            self._count[name] -= 1
            if name in _LISTS:
                self._lists.pop()
            if name == tag:
                return

    def _between(self, tag: str) -> None:
        if tag == "br":
            self._break("\n\n" if self._pending == "\n" else "\n")
        elif tag in BLOCKS or tag in LINES:
            self._break("\n\n" if tag in BLOCKS else "\n")

    def _break(self, characters: str) -> None:
        self._pending = max(self._pending, characters, key=("", " ", "\n", "\n\n").index)

    def _words(self, token: Token) -> None:
        """Write text or a reference; white space waits for words."""
        if token.value.isspace() and token.span.of(self._source) != token.value:
            self._markup.append(token.span)
            self._break(" ")
            return
        if token.span.of(self._source) != token.value:
            self._flush(token.span.start)
            self._made.replace(token.span.start, token.span.end, token.value)
            return
        for piece in _PIECE.finditer(self._source, token.span.start, token.span.end):
            if piece.group().isspace():
                self._break(" ")
            else:
                self._flush(piece.start())
                self._made.copy(*piece.span())

    def _flush(self, at: int) -> None:
        if len(self._made) != self._fresh:
            self._made.insert(self._pending, at)
        self._pending = ""

    def _in_row(self, token: Token) -> None:
        """Gather the cells of a table of data."""
        if token.tag == "tr" and not token.ends:
            self._rows.append([])
        elif token.tag in ("td", "th") and not token.ends:
            if not self._rows:
                self._rows.append([])
            self._rows[-1].append((token, []))
        elif self._rows and self._rows[-1]:
            self._rows[-1][-1][1].append(token)
        elif token.value:
            self._words(token)

    def _write_rows(self) -> None:
        """Write each row that has words, with bars around its cells."""
        rows, self._rows = self._rows, []
        for row in rows:
            words = [token for _, cell in row for token in cell if token.value.strip()]
            for token in (t for _, cell in row for t in cell if not words and t.value):
                self._markup.append(token.span)
            if not words:
                continue
            self._pending = "\n\n"
            self._flush(words[0].span.start)
            start = len(self._made)
            for opening, cell in row:
                self._made.insert("| ", opening.span.end)
                self._cell(opening, cell)
            self._made.insert("|", row[-1][0].span.end)
            self._elements.append(Element("row", Span(start, len(self._made)), row[0][0]))
        self._pending = "\n\n"

    def _cell(self, opening: Token, cell: Sequence[Token]) -> None:
        """Write a cell; blocks in it are parted by a space."""
        self._fresh = start = len(self._made)
        self._pending = ""
        for token in cell:
            if token.tag in BLOCKS | LINES | {"br"}:
                self._break(" ")
            elif token.value:
                self._words(token)
        self._pending = ""
        span = Span(start, len(self._made))
        if len(span):
            self._made.insert(" ", opening.span.end)
        self._elements.append(Element("cell", span, opening))


def _trimmed(text: str, span: Span) -> Span:
    """Return a span without white space at its edges."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else Span(span.start, span.start)
