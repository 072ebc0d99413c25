"""The text as recognisers see it: markup hidden, hits answered in the original's offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.kinds import EXPANSION, MARKUP, NOTE, SPACED, UNCLEAR
from tei_cable.model import Bracket, Span
from tei_cable.offsets import OffsetMap, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation

_GOES_ON = re.compile(r"\.\s[A-Z]\.")


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

        A bracket that only interrupts (`28 [sic] May`) is left out with its words. Other brackets
        (a gloss, a remark) stay: no name is found across them. The spaces in words that are spaced
        out (`N o t e`) are hidden too.
        """
        hidden = [a.span for a in cable.annotations if a.kind is MARKUP and _reads_on(a)]
        for a in cable.annotations:
            if _interrupts(a):
                hidden.append(_with_space(cable.text, a.span))
            elif a.kind is UNCLEAR and cable.text[a.span.end - 2 : a.span.end] == "?]":
                hidden.append(Span(a.span.end - 2, a.span.end - 1))
            elif a.kind is EXPANSION:
                hidden += _full_stops(cable.text, a.span)
            elif a.kind is SPACED:
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


def _interrupts(annotation: Annotation) -> bool:
    detail = annotation.detail
    if annotation.kind is not NOTE or not isinstance(detail, Bracket):
        return False
    return detail.opened and detail.closed and detail.function.interrupts


def _full_stops(text: str, span: Span) -> Iterator[Span]:
    """Yield the full stops of an initial that an expansion makes a word: `I[van]. V.`, `R.[oy]`."""
    if text.startswith(".", span.start - 1):
        yield Span(span.start - 1, span.start)
    if _GOES_ON.match(text, span.end) and text[span.start - 1 : span.start].isupper():
        yield Span(span.end, span.end + 1)


def _with_space(text: str, span: Span) -> Span:
    """Take in the space before a span."""
    return Span(span.start - text.startswith(" ", max(span.start - 1, 0)), span.end)
