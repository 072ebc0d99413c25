"""What the middle of a text consists of: running text, asides, and what marks a page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tei_cable.kinds import PARAGRAPH
from tei_cable.model import Annotation, Certainty, Span


class Role(StrEnum):
    """What a unit is before its words are looked at."""

    TEXT = "text"
    ASIDE = "aside"  # a remark or a gap by itself: it has its annotation already
    PAGE = "page"  # the words that mark a page
    ROW = "row"  # a line of a table
    ORNAMENT = "ornament"  # stars or dashes that part two sections
    SEEN = "seen"  # the reader knows what it is


@dataclass(frozen=True, slots=True)
class Unit:
    """Blocks that are one piece of text: mostly one; several where a sentence runs on."""

    span: Span
    words: str
    role: Role = Role.TEXT
    joined: bool = False
    close: bool = False  # only a line break parts it from the unit before

    @property
    def is_text(self) -> bool:
        """Whether it is running text that nothing else has claimed."""
        return self.role is Role.TEXT

    @property
    def cert(self) -> Certainty:
        """How sure it is that the unit is one piece."""
        return Certainty.LOW if self.joined else Certainty.HIGH

    def part(self, start: int, end: int) -> Span:
        """Return the span of the unit's characters [start, end)."""
        return Span(self.span.start + start, self.span.start + end)


def paragraph(unit: Unit, start: int = 0) -> Annotation:
    """Return a unit as a paragraph, from its character `start` on."""
    span = Span(unit.span.start + start, unit.span.end)
    return Annotation(span, PARAGRAPH, "structure.paragraph", unit.cert)
