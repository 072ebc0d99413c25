"""How white space is folded: lines become blocks, wraps become spaces, nothing else is touched.

A run of spaces and tabs becomes one space; blank lines and form feeds part blocks; a single line
break parts two blocks too, unless it is a wrap: the next word would not have fitted on the line.
A hyphen or a dash that ends a line right after a word is kept and joined without a space. What
XML cannot hold is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.model import Span
from tei_cable.offsets import Derivation, OffsetMap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

_LINE = re.compile(r"[^\r\n\f]*(?:\r\n|\r|\n|\f|$)")
_WIDEST_WRAPPED = 130  # longer lines than a page is wide are paragraphs
_NARROWEST_WRAPPED = 40  # a text of shorter lines only is no wrapped text
_FULL = 0.75  # a line at least so full, with the next word added, is taken as wrapped
_RUN = re.compile(rf"(?:[ \t\v]*{NOT_XML.pattern})+[ \t\v]*|[ \t\v]{{2,}}|[\t\v]")
_EDGE = re.compile(rf"(?:\s|{NOT_XML.pattern})*")
_BROKEN_WORD = re.compile(r"\w[-–—]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a source without its white space at both ends; `page` if it begins a page."""

    span: Span
    page: bool = False

    @property
    def blank(self) -> bool:
        """Whether there is nothing on the line."""
        return not len(self.span)


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded: `blocks` are spans of it, `pages` the blocks that begin a page."""

    text: str
    origin: OffsetMap
    blocks: tuple[Span, ...]
    pages: tuple[int, ...]


def lines_of(text: str) -> list[Line]:
    """Split a text into its lines; a form feed ends a line, and the next begins a page."""
    lines: list[Line] = []
    page = False
    for match in _LINE.finditer(text):
        if match.end() == match.start():
            break
        lines.append(Line(trim(text, *match.span()), page))
        page = match.group().endswith("\f")
    return lines


def trim(text: str, start: int, end: int) -> Span:
    """Return the span without white space, and what XML cannot hold, at both ends."""
    left = _EDGE.match(text, start, end)
    start = left.end() if left else start
    while end > start and (text[end - 1].isspace() or NOT_XML.match(text[end - 1])):
        end -= 1
    return Span(start, end)


def fold(text: str, lines: Sequence[Line], *, wrapped: bool = True) -> Folded:
    """Fold lines of a source into blocks of running text.

    `wrapped` says that lines may be wrapped; without it each line is a block of its own.
    """
    width = max((len(line.span) for line in lines), default=0) if wrapped else 0
    made = Derivation(text)
    blocks: list[Span] = []
    pages: list[int] = []
    for paragraph in _paragraphs(lines):
        if paragraph[0].page:
            pages.append(len(blocks))
        for number, block in enumerate(_unwrapped(text, paragraph, width)):
            if blocks:
                made.insert("\n" if number else "\n\n", block[0].span.start)
            start = len(made)
            _copy(text, block, made)
            blocks.append(Span(start, len(made)))
    derived, origin = made.finish()
    return Folded(derived, origin, tuple(blocks), tuple(pages))


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Group lines between blank lines; a new page parts them too, and is kept on the first."""
    group: list[Line] = []
    page = False
    for line in lines:
        page = page or line.page
        if group and (line.blank or page):
            yield group
            group = []
        if not line.blank:
            group.append(Line(line.span, page))
            page = False
    if group:
        yield group


def _unwrapped(text: str, paragraph: Sequence[Line], width: int) -> Iterator[list[Line]]:
    """Group the lines of a paragraph that are one line wrapped."""
    block = [paragraph[0]]
    for line in paragraph[1:]:
        next_word = line.span.of(text).split(maxsplit=1)[0]
        needed = len(block[-1].span) + 1 + len(next_word)
        if not _NARROWEST_WRAPPED <= width <= _WIDEST_WRAPPED or needed < _FULL * width:
            yield block
            block = []
        block.append(line)
    yield block


def _copy(text: str, block: Sequence[Line], made: Derivation) -> None:
    for number, line in enumerate(block):
        if number and not _BROKEN_WORD.search(block[number - 1].span.of(text)):
            made.insert(" ", block[number - 1].span.end)
        position, end = line.span.start, line.span.end
        for run in _RUN.finditer(text, position, end):
            made.copy(position, run.start())
            if any(c in " \t\v" for c in run.group()):
                made.insert(" ", run.start())
            position = run.end()
        made.copy(position, end)
