"""The middle of a text: what its blocks are, one phenomenon a module.

Tables and page marks are seen first, then sentences that run on are joined; of what is left,
headings in capitals and turns of speakers end lists. Whatever fits nothing is a paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.blocks.headings import annotate_heading, headings, in_capitals, run_in
from tei_cable.annotators.blocks.lists import annotate_list, with_headings
from tei_cable.annotators.blocks.outline import Listing, outline
from tei_cable.annotators.blocks.page_marks import mark, marks_in_lines
from tei_cable.annotators.blocks.paragraphs import Joiner, standing_alone
from tei_cable.annotators.blocks.speakers import annotate_turn, turns
from tei_cable.annotators.blocks.tables import annotate_table, tables
from tei_cable.annotators.blocks.units import Role, Unit, paragraph
from tei_cable.kinds import HEAD, ORNAMENT, PAGE_BREAK
from tei_cable.model import Annotation, Certainty

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Span

__all__ = ["annotate_middle", "standing_alone"]


def annotate_middle(
    cable: Cable, blocks: Sequence[Span], seen: Container[Span], breaks: list[Span]
) -> Iterator[Annotation]:
    """Yield the structure of blocks that stand one after another.

    Those that were `seen` by the reader are left alone. The places where a paragraph was joined
    without a mark in the source are added to `breaks`.
    """
    found = tables(cable.text, blocks, seen)
    for rows in found:
        yield from annotate_table(cable.text, rows)
    joiner = Joiner(cable, frozenset(row for rows in found for row in rows), seen)
    units = joiner.units(blocks)
    breaks += joiner.breaks
    free = [block for block in blocks if block not in seen]
    yield from _pages(cable.text, free)
    yield from marks_in_lines(cable.text, free)
    yield from _Middle(units).annotations()


def _pages(text: str, blocks: Sequence[Span]) -> Iterator[Annotation]:
    for block in blocks:
        if page := mark(block.of(text)):
            yield Annotation(block, PAGE_BREAK, "structure.page-mark", detail=page)


_ENDING = (Role.ROW, Role.ORNAMENT, Role.SEEN)


class _Middle:
    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        capitals = self._capitals = in_capitals(units)
        self._heads = headings(units)
        found = turns(units, capitals=capitals)
        self._turns = {
            number: end
            for number, end in found.items()
            if number not in self._heads
            and (end < len(units[number].words) or self._hears(number, found))
        }
        self._heard = {n + 1 for n, end in self._turns.items() if end == len(units[n].words)}

    def _hears(self, number: int, found: Container[int]) -> bool:
        """Whether the words of a speaker follow in the next unit, which is no turn itself."""
        following = self._units[number + 1 : number + 2]
        free = number + 1 not in found and number + 1 not in self._heads
        return bool(following) and following[0].is_text and free

    def annotations(self) -> Iterator[Annotation]:
        lines = {line for first, end in self._heads.items() for line in range(first, end)}
        taken = lines | set(self._turns) | self._heard
        taken |= {n for n, unit in enumerate(self._units) if unit.role in _ENDING}
        for part, is_head in with_headings(outline(self._units, taken), self._units):
            if isinstance(part, Listing):
                yield from annotate_list(part, self._units)
            elif is_head:
                yield from annotate_heading([self._units[part]])
            elif part in self._heads:
                yield from annotate_heading(self._units[part : self._heads[part]])
            elif self._units[part].role is Role.ORNAMENT:
                yield Annotation(self._units[part].span, ORNAMENT, "structure.ornament")
            elif part not in lines and self._units[part].is_text:
                yield from self._text(part)

    def _text(self, number: int) -> Iterator[Annotation]:
        if number in self._turns:
            following = self._units[number + 1] if number + 1 in self._heard else None
            yield from annotate_turn(self._units[number], self._turns[number], following)
        elif number not in self._heard:
            unit = self._units[number]
            if end := 0 if self._capitals else run_in(unit.words):
                rule = "structure.heading-run-in"
                yield Annotation(unit.part(0, end), HEAD, rule, Certainty.MEDIUM)
            yield paragraph(unit, end + 1 if end else 0)
