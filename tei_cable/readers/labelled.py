"""Lines of the form `Key: value`: which are there, and what they say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.model import Span
from tei_cable.readers.parts import entry, field_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.metadata import Entry
    from tei_cable.readers.folding import Line

_LABEL = re.compile(
    r"(?:[-*•][ \t]+)?(?:\*\*)?(?P<key>[^\W\d_][\w /()&'’.-]{0,48}?)"
    r"[ \t]*:(?:\*\*|\.)?(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line that begins with a label, and the lines that go on with its value."""

    key: str
    label: Span
    end: int

    def entry(self, text: str, hidden: Sequence[Span]) -> Entry | None:
        """Return the field that stands under the label, None if nothing does."""
        field = field_of(text, self.label.end, self.end, hidden)
        return entry(self.key, field) if field else None


def label_of(text: str, line: Line) -> tuple[str, Span] | None:
    """Return the name of the field that a line begins with, and the label's span."""
    match = _LABEL.match(text, line.span.start, line.span.end)
    return (match["key"], Span(*match.span())) if match else None


def labelled(text: str, lines: Sequence[Line]) -> Iterator[Labelled]:
    """Yield each labelled line with all the lines up to the next; what is before it is not told."""
    current: tuple[str, Span] | None = None
    end = 0
    for line in lines:
        if found := label_of(text, line):
            if current:
                yield Labelled(*current, end)
            current = found
        if not line.blank:
            end = line.span.end
    if current:
        yield Labelled(*current, max(end, current[1].end))
