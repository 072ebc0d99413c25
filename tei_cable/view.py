"""The text as recognisers see it: markup hidden, hits answered in the original's offsets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.kinds import MARKUP, SPACED
from tei_cable.model import Bracket, Span
from tei_cable.offsets import OffsetMap, without

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation


@dataclass(frozen=True, slots=True)
class View:
    """A text without its markup: `Li [Xian]nian` reads `Li Xiannian`."""

    text: str
    origin: OffsetMap

    @classmethod
    def hiding(cls, text: str, spans: Iterable[Span]) -> View:
        """Return the view of `text` without the characters of `spans`."""
        return cls(*without(text, spans))

    @classmethod
    def of(cls, cable: Cable) -> View:
        """Return the view of a cable's text without the brackets whose words read on.

        Other brackets (a gloss, a remark) stay: no name is found across them. The spaces in words
        that are spaced out (`N o t e`) are hidden too.
        """
        hidden = [a.span for a in cable.annotations if a.kind is MARKUP and _reads_on(a)]
        for a in cable.annotations:
            if a.kind is SPACED:
                hidden += [
                    Span(i, i + 1) for i in range(a.span.start, a.span.end) if cable.text[i] == " "
                ]
        return cls.hiding(cable.text, hidden)

    def span(self, start: int, end: int) -> Span:
        """Return the original span of the view's characters [start, end)."""
        return self.origin.span(start, end)

    def finditer(self, pattern: re.Pattern[str]) -> Iterator[tuple[Span, re.Match[str]]]:
        """Yield each non-empty match with the original span it covers."""
        for match in pattern.finditer(self.text):
            if match.end() > match.start():
                yield self.span(*match.span()), match


def _reads_on(annotation: Annotation) -> bool:
    detail = annotation.detail
    return not isinstance(detail, Bracket) or detail.function.joins
