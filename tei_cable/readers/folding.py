"""How white space is folded: lines become blocks, wraps become spaces, nothing else is touched.

A run of spaces and tabs becomes one space; blank lines and form feeds part blocks; a single line
break parts two blocks too, unless it is a wrap: the next word would not have fitted on the line.
A hyphen or a dash that ends a line right after a word is kept and joined without a space. What
XML cannot hold is left out, and so is what the reader hides (its format's own marks).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.characters import NOT_XML
from tei_cable.model import BY_PLACE, Span
from tei_cable.offsets import Derivation, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINE = re.compile(  # what is written on a line between its edges, and its end
    rf"(?:[^\S\r\n\f]|{NOT_XML.pattern})*(?P<words>(?:[^\r\n\f]*(?!{NOT_XML.pattern})\S)?)"
    r"[^\r\n\f]*(?P<end>\r\n|\r|\n|\f|$)"
)
_WIDEST_WRAPPED = 130  # longer lines than a page is wide are paragraphs
_NARROWEST_WRAPPED = 40  # a text of shorter lines only is no wrapped text
_FULL = 0.75  # a line at least so full, with the next word added, is taken as wrapped
_RUN = re.compile(rf"(?:[ \t\v]*{NOT_XML.pattern})+[ \t\v]*|[ \t\v]{{2,}}|[\t\v]")
_ODD = re.compile(rf"[\t\v]|{NOT_XML.pattern}")  # a run has one of these, or two spaces
_EDGE = re.compile(rf"(?:\s|{NOT_XML.pattern})*")
_LABELLED = re.compile(
    r"\d{1,2}\\?\.(?!\d)|\(?(?:\d{1,2}|[A-Za-z])\) |[A-Z]\. |[-*•] "
    r"|(?:FM|[OPRZ]{1,2} \d{6}Z)\b|(?:TAGS|SUBJ(?:ECT)?|REFS?|E\.O\. \d+) ?:"
)
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_SIGNATURE = re.compile(r"[A-Z][A-Z'’-]{2,}(?: [A-Z]{2,})?|[A-Z][a-z]{2,}(?:[A-Z][a-z]+)?")
_SIGNED = re.compile(  # an office, and initials with a surname, without a full stop
    r"(?:(?:[A-Z]\w*|of|the|to|in|for|and),? ){1,10}(?:[A-Z]\. ?){1,3}[A-Z][\w'’-]+"
)
_BROKEN_WORD = re.compile(r"\w[-–—]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source without its white space at both ends; `page` if it begins a page.

    `n` is the number of that page, where the source tells it.
    """

    span: Span
    page: bool = False
    n: str = ""

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not len(self.span)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded: `blocks` are spans of it, `pages` the blocks that begin a page.

    `numbers` are the pages' numbers, "" where the source does not tell one.
    """

    text: str
    origin: OffsetMap
    blocks: tuple[Span, ...]
    pages: tuple[int, ...]
    numbers: tuple[str, ...] = ()


def lines_of(text: str) -> list[Line]:
    """Split a text into its lines; a form feed ends a line, and the next begins a page."""
    return list(_lines_of(text))


@lru_cache(maxsize=2)  # more than one reader asks for those of a text
def _lines_of(text: str) -> tuple[Line, ...]:
    return tuple(each_line(text))


def each_line(text: str) -> Iterator[Line]:
    """Yield the lines of a text as `lines_of` has them."""
    page = False
    for match in _LINE.finditer(text):
        if match.end() == match.start():
            return
        start, end = match.span("words")
        # a line without words is nowhere in it, but where the next one begins
        yield Line(Span(start, end) if end > start else Span(match.end(), match.end()), page)
        page = match["end"] == "\f"


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space, and what XML cannot hold, at both ends."""
    left = _EDGE.match(text, start, end)
    start = left.end() if left else start
    while end > start and (text[end - 1].isspace() or NOT_XML.match(text[end - 1])):
        end -= 1
    return Span(start, end)


def _signs(line: str, last: str) -> bool:
    """Whether the last line of a paragraph is the name under a telegram: `... ICE. / SMITH`."""
    return bool(_SENTENCE_END.search(line) and _SIGNATURE.fullmatch(last))


class _Hidden:
    """The spans of a text that are not to be folded into it."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=BY_PLACE)
        self._ends = [span.end for span in self._spans]

    def _hides(self, span: Span) -> bool:
        """Whether anything in a span is hidden."""
        first = bisect_right(self._ends, span.start)
        return first < len(self._spans) and self._spans[first].start < span.end

    def visible(self, span: Span) -> Iterator[Span]:
        """Yield what is left of a span."""
        position = span.start
        for number in range(bisect_left(self._ends, span.start), len(self._spans)):
            hidden = self._spans[number]
            if hidden.start >= span.end:
                break
            if hidden.start > position:
                yield Span(position, hidden.start)
            position = max(position, hidden.end)
        if position < span.end:
            yield Span(position, span.end)

    def trimmed(self, text: str, line: Line) -> Line:
        """Return a line without what is hidden, and white space, at both its ends."""
        if not self._hides(line.span):
            return line
        pieces = [trim(text, *_ends(piece)) for piece in self.visible(line.span)]
        pieces = [piece for piece in pieces if len(piece)]
        if not pieces:
            return replace(line, span=Span(line.span.start, line.span.start))
        return replace(line, span=Span(pieces[0].start, pieces[-1].end))


def _ends(span: Span) -> tuple[int, int]:
    return span.start, span.end


def fold(
    text: str,
    lines: Sequence[Line],
    hidden: Iterable[Span] = (),
    *,
    wrapped: bool = True,
    labelled: bool = False,
) -> Folded:
    """Fold lines of a source into blocks of running text; `hidden` spans are left out.

    `wrapped` says that lines may be wrapped; without it each line is a block of its own.
    `labelled` says that a line which begins like an item or a telegram's field, or signs it, is
    never taken as the rest of the line above.
    """
    marks = _Hidden(hidden)
    lines = [marks.trimmed(text, line) for line in lines]
    width = max((len(line.span) for line in lines), default=0) if wrapped else 0
    made = Derivation(text)
    blocks: list[Span] = []
    pages: list[int] = []
    numbers: list[str] = []
    for paragraph in _paragraphs(lines):
        if paragraph[0].page:
            pages.append(len(blocks))
            numbers.append(paragraph[0].n)
        for number, block in enumerate(_unwrapped(text, paragraph, width, labelled)):
            if blocks:
                made.insert("\n" if number else "\n\n", block[0].span.start)
            start = len(made)
            _copy(text, block, made, marks)
            blocks.append(Span(start, len(made)))
    derived, origin = made.finish()
    return Folded(derived, origin, tuple(blocks), tuple(pages), tuple(numbers))


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group lines between blank lines; a new page parts them too, and is kept on the first."""
    group: list[Line] = []
    page, n = False, ""
    for line in lines:
        page, n = page or line.page, line.n or n
        if group and (line.blank or page):
            yield group
            group = []
        if not line.blank:
            group.append(Line(line.span, page, n))
            page, n = False, ""
    if group:
        yield group


def _unwrapped(
    text: str, paragraph: Sequence[Line], width: int, labelled: bool
) -> Iterator[list[Line]]:
    """Group the lines of a paragraph that are one line wrapped."""
    block = [paragraph[0]]
    for number, line in enumerate(paragraph[1:], 1):
        above, words = block[-1].span.of(text), line.span.of(text)
        needed = len(above) + 1 + len(words.split(maxsplit=1)[0])
        full = needed >= _FULL * width or (labelled and bool(_BROKEN_WORD.search(above)))
        wrapped = _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED and full
        last = number == len(paragraph) - 1
        apart = _LABELLED.match(words) or (last and _signs(above, words))
        named = last and _SENTENCE_END.search(above) and _SIGNED.fullmatch(words)
        if not wrapped or named or (labelled and apart):
            yield block
            block = []
        block.append(line)
    yield block


def _copy(text: str, block: Sequence[Line], made: Derivation, hidden: _Hidden) -> None:
    for number, line in enumerate(block):
        spaced = number == 0  # whether a blank would be a second one here
        if number and not _BROKEN_WORD.search(block[number - 1].span.of(text)):
            made.insert(" ", block[number - 1].span.end)
            spaced = True
        for piece in hidden.visible(line.span):
            spaced = _copy_piece(text, piece, made, spaced=spaced)


def _copy_piece(text: str, piece: Span, made: Derivation, *, spaced: bool) -> bool:
    """Copy a piece of a line with its blanks folded; return whether it ends in a blank."""
    position = piece.start
    if spaced:
        position = trim(text, piece.start, piece.end).start
    if "  " in piece.of(text) or _ODD.search(text, position, piece.end):
        for run in _RUN.finditer(text, position, piece.end):
            made.copy(position, run.start())
            if any(c in " \t\v" for c in run.group()):
                made.insert(" ", run.start())
            position = run.end()
    made.copy(position, piece.end)
    return text[piece.end - 1] in " \t\v"
