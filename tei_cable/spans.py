"""Many spans, asked which of them overlap another without looking at each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from tei_cable.model import BY_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tei_cable.model import Span


class Spans:
    """Spans in order; they may overlap and lie in each other."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans, key=BY_PLACE)
        self._reached = list(accumulate((span.end for span in self._spans), max))

    def over(self, span: Span) -> list[Span]:
        """Return those that share a character with a span, in order."""
        first = bisect_right(self._reached, span.start)
        last = bisect_left(self._spans, span.end, key=lambda s: s.start)
        return [other for other in self._spans[first:last] if other.overlaps(span)]
