"""One bracket of a text."""

from __future__ import annotations

from dataclasses import dataclass

from tei_cable.model import Bracket, BracketFunction, Delimiters, Span


@dataclass(frozen=True, slots=True)
class Pair:
    """A bracket and what it holds; a stray one lacks `opened` or `closed`.

    `kept` says why the brackets stay in the text as they are, "" where they are encoded.
    """

    span: Span
    opened: bool = True
    closed: bool = True
    kept: str = ""
    delimiters: Delimiters = Delimiters.SQUARE

    def encoded(self, function: BracketFunction) -> Bracket:
        """Return what an annotation says that is made from the bracket."""
        return Bracket(function, self.opened, self.closed, self.delimiters)

    @property
    def inner(self) -> Span:
        """The span of the words between the delimiters."""
        return self.encoded(BracketFunction.WORDS).inner(self.span)

    @property
    def marks(self) -> list[Span]:
        """The spans of the delimiters' characters, one each."""
        inner = self.inner
        places = [*range(self.span.start, inner.start), *range(inner.end, self.span.end)]
        return [Span(at, at + 1) for at in places]
