"""Paragraphs, and those that a page or a blank line breaks in mid-sentence.

The number of a note that stands alone (`[1]`) belongs to the paragraph before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tei_cable.annotators.blocks.ornaments import is_ornament
from tei_cable.annotators.blocks.page_marks import mark, marks_in_lines
from tei_cable.annotators.blocks.units import Role, Unit
from tei_cable.annotators.running_on import awaits_name, parts_name
from tei_cable.kinds import EXPANSION, GAP, NOTE, NOTE_ANCHOR, PAGE_BREAK
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from tei_cable.cable import Cable

_LIST_LABEL = re.compile(r"\(?(?:\w|[ivx]+)[.)]\s")
_LONGEST_HEADING = 80  # a longer line in capitals is a telegram's
_LAST_BRACKETS = re.compile(r"(?:\s?(?:\[[^\[\]]*[^\[\].!?]\]|\([^()]*[^().!?]\)))+$")
# in a bracket that is open, the number of what a hand wrote: `[handwritten in the left 18.`
_NUMBER_IN_BRACKET = re.compile(r"\[[^\[\]]*[^\W\d]\s+\(?\d{1,2}[.)]$")
_SHORTEST_BROKEN = 40  # a shorter line before a small letter may be an item of a list


def standing_alone(cable: Cable) -> frozenset[Span]:
    """Return the spans of remarks, gaps and marked page breaks: such a block is no paragraph.

    What a mark of a page stands in is one: its parts are in a line.
    """
    alone = [a for a in cable.annotations if a.kind in (NOTE, GAP, PAGE_BREAK) and len(a.span)]
    pages = [*(a for a in alone if a.kind is PAGE_BREAK), *marks_in_lines(cable.text, cable.blocks)]
    marks = sorted(page.span.start for page in pages)
    return frozenset(
        a.span
        for a in alone
        if a.kind is PAGE_BREAK
        or bisect_left(marks, a.span.start) == bisect_left(marks, a.span.end)
    )


class Joiner:
    """Makes units of blocks: gathers those that one sentence runs through."""

    def __init__(self, cable: Cable, rows: Container[Span], seen: Container[Span]) -> None:
        self._text = cable.text
        self._rows = rows
        self._seen = seen
        self._pages = {a.span.start for a in cable.annotations if a.kind is PAGE_BREAK}
        self._apart = standing_alone(cable)
        self._held = _held(cable)
        self._numbers = {a.span for a in cable.annotations if a.kind is NOTE_ANCHOR}
        self._groups: list[list[Span]] = []
        self.breaks: list[Span] = []

    def units(self, blocks: Sequence[Span]) -> list[Unit]:
        """Return the units of blocks, in order; `breaks` are then the places of the joins."""
        for number, block in enumerate(blocks):
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            self._take(block, following)
        return [self._unit(group) for group in self._groups]

    def _take(self, block: Span, following: Span | None) -> None:
        last = self._groups[-1][-1] if self._groups else None
        if last is None or self._role(last) in (Role.ROW, Role.SEEN) or block.start in self._held:
            self._groups.append([block])
        elif self._role(last) is Role.PAGE and len(self._groups[-1]) > 1:
            self._groups[-1].append(block)  # the mark was taken for the sake of this block
            self.breaks.append(Span(block.start, block.start))
        elif self._role(block) is Role.PAGE and following is not None:
            apart = block.start - last.end == following.start - block.end == 2
            goes_on = apart and self._broken(last, following, page=True)
            self._add(block, goes_on=goes_on and following.start not in self._held)
        else:
            page = block.start in self._pages
            goes_on = block in self._numbers and self._role(last) is Role.TEXT
            goes_on = goes_on and block.start - last.end == 2
            goes_on = goes_on or self._broken(last, block, page=page)
            self._add(block, goes_on=goes_on)
            if goes_on:
                self.breaks.append(Span(block.start, block.start))

    def _add(self, block: Span, *, goes_on: bool) -> None:
        if goes_on:
            self._groups[-1].append(block)
        else:
            self._groups.append([block])

    def _broken(self, block: Span, following: Span, *, page: bool) -> bool:
        """Whether a sentence runs on from one block to another.

        A title or initials without a name (`to meet Mr.`, `A. B.`) run on too, and so does a known
        name that is cut in two; a mere line break is a weaker sign than a blank line.
        Over the edge of a page a capital may go on, if what stands before is no heading in
        capitals.
        """
        if self._role(block) is not Role.TEXT or self._role(following) is not Role.TEXT:
            return False
        line, rest = block.of(self._text), following.of(self._text)
        titled = awaits_name(line, rest)
        numbered = page and "]" in rest and _NUMBER_IN_BRACKET.search(line) is not None
        closed = page and rest[0].islower() and _runs_out_in_bracket(line)
        runs_out = numbered or closed or _runs_out(line)
        heading = line.isupper() and len(line) <= _LONGEST_HEADING
        goes_on = rest[0].islower() or (page and rest[0].isalpha() and not heading)
        long = len(line) >= _SHORTEST_BROKEN
        if following.start - block.end == 1:  # a line that was wrapped early
            goes_on, runs_out, titled = rest[0].islower(), line[-1].islower(), False
        named = long and parts_name(line, rest)
        joins = titled or named or (runs_out and goes_on)
        return long and joins and not _LIST_LABEL.match(rest)

    def _role(self, block: Span) -> Role:
        if block in self._seen:
            return Role.SEEN
        if block in self._rows:
            return Role.ROW
        if mark(block.of(self._text)):
            return Role.PAGE
        if is_ornament(block.of(self._text)):
            return Role.ORNAMENT
        return Role.TEXT

    def _unit(self, group: Sequence[Span]) -> Unit:
        span = Span(group[0].start, group[-1].end)
        role = self._role(group[0])
        if span in self._apart and role is Role.TEXT:
            role = Role.ASIDE
        close = span.start > 0 and self._text[max(0, span.start - 2) : span.start] != "\n\n"
        return Unit(span, span.of(self._text), role, len(group) > 1, close)


def _runs_out(line: str) -> bool:
    return line[-1:].isalnum() or line.endswith((",", ";", "-", "–", "—"))


def _runs_out_in_bracket(line: str) -> bool:
    """Whether a line ends in brackets, and no sentence ends before them or in them."""
    match = _LAST_BRACKETS.search(line)
    return match is not None and _runs_out(line[: match.start()].rstrip())


def _held(cable: Cable) -> frozenset[int]:
    """Return the starts of blocks that begin within what is written as it stands."""
    starts = [block.start for block in cable.blocks]
    opaque = [a.span for a in cable.annotations if a.kind in (GAP, NOTE_ANCHOR, EXPANSION)]
    return frozenset(
        starts[n]
        for span in opaque
        for n in range(bisect_right(starts, span.start), bisect_left(starts, span.end))
    )
