"""Square brackets become annotations: what each does, and which of the two the source has."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tei_cable.annotators.bracket_rules import Context, classify
from tei_cable.annotators.pairs import pairs
from tei_cable.findings import finding
from tei_cable.kinds import (
    EXPANDED,
    EXPANSION,
    GAP,
    LABEL,
    MARKUP,
    NOTE,
    NOTE_ANCHOR,
    SUPPLIED,
    UNCLEAR,
)
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.annotators.pairs import Pair
    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_LOOK_BEHIND = 80
_LOOK_AHEAD = 15
_F = BracketFunction
_KINDS: dict[BracketFunction, Kind] = {
    _F.EXPANSION: EXPANSION,
    _F.UNCLEAR: UNCLEAR,
    _F.OMISSION: GAP,
    _F.ILLEGIBLE: GAP,
    _F.GLOSS: NOTE,
    _F.EDITORIAL: NOTE,
    _F.SIC: NOTE,
    _F.HANDWRITING: NOTE,
    _F.SIGNATURE: NOTE,
    _F.NOTE_NUMBER: NOTE_ANCHOR,
}


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield for each pair what it does, its bracket characters as MARKUP, and what is amiss."""
    starts = [block.start for block in cable.blocks]
    seen = {a.span.start for a in cable.annotations if a.kind in (LABEL, NOTE_ANCHOR)}
    for pair in pairs(cable):
        if pair.span.start in seen:
            continue  # `[1]` before the text of a note is its label; `[^1]` leads to one
        if pair.kept:
            message = f"a bracket is kept in the text as it is, since {pair.kept}"
            yield finding("TC206", message, span=pair.span)
            continue
        block_start = starts[bisect_right(starts, pair.span.start) - 1]
        yield from _annotations(cable.text, pair, block_start)
        yield from _stray(cable.text, pair)


def _annotations(text: str, pair: Pair, block_start: int) -> Iterator[Annotation]:
    function, rule, cert = classify(_context(text, pair, block_start))
    detail = Bracket(function, pair.opened, pair.closed)
    if not (pair.opened and pair.closed):
        cert = Certainty.LOW
    yield Annotation(pair.span, _KINDS.get(function, SUPPLIED), rule, cert, detail)
    if pair.opened:
        yield Annotation(Span(pair.span.start, pair.span.start + 1), MARKUP, rule, cert, detail)
    if pair.closed:
        yield Annotation(Span(pair.span.end - 1, pair.span.end), MARKUP, rule, cert, detail)
    if function is _F.EXPANSION:
        yield Annotation(_word_around(text, pair.span), EXPANDED, rule, cert)


def _context(text: str, pair: Pair, block_start: int) -> Context:
    """Return what stands around a pair in its own block, as far as rules look."""
    span = pair.span
    before = text[max(block_start, span.start - _LOOK_BEHIND) : span.start]
    after = text[span.end : span.end + _LOOK_AHEAD]
    inner = " ".join(pair.inner.of(text).split())
    return Context(inner, re.sub(r"[\[\]]", "", before), after)


def _word_around(text: str, span: Span) -> Span:
    """Return the word that an expansion completes, with all brackets in it."""
    start, end = span.start, span.end
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(start, end)


def _stray(text: str, pair: Pair) -> Iterator[Finding]:
    extent = f"it is taken to hold “{_shortened(pair.inner.of(text))}”"
    if not pair.opened:
        at = Span(pair.span.end - 1, pair.span.end)
        yield finding("TC201", f"a closing bracket has no opening one; {extent}", span=at)
    elif not pair.closed:
        at = Span(pair.span.start, pair.span.start + 1)
        yield finding("TC202", f"an opening bracket has no closing one; {extent}", span=at)


def _shortened(words: str) -> str:
    phrase = " ".join(words.split())
    return phrase if len(phrase) <= 60 else f"{phrase[:57]}..."
