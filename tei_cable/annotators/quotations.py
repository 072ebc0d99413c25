"""Passages in double quotation marks, and marks that have no partner.

Typographic marks pair by their shape; straight ones open before a word and close after one.
Marks are paired within a paragraph (joined over the edge of a page, it has several blocks) or
another block, or around a message within the text, and stay in the text; guillemets may stand
within each other. A single mark that closes (after punctuation, so that it is no apostrophe) and
that nothing opened is reported.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.kinds import BYLINE, DATELINE, FLOATING_TEXT, MARKUP, PARAGRAPH, QUOTE, SALUTE
from tei_cable.model import Annotation, Bracket, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding

_DOUBLE = re.compile(r'["“”„«»]')
_SINGLE = re.compile(
    r"""(?P<opening>(?:(?<=[\s(\[“"])|^)['‘](?=[^\W\d]))|(?<=[.,;:!?])['’](?=[\s)\]]|$)"""
)
_OPENING = re.compile(r"(?:^|(?<=\n))\[?(?P<mark>[\"“„'‘])")
_SEVERAL = 3
_LOOK_BEHIND = 80
_CLOSING = re.compile(r"(?P<mark>[\"”’'])[.,;!?]?\]?$")


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield a quotation for each pair of double marks, a finding for each stray mark."""
    holders = _Holders(cable)
    stretches = list(_stretches(cable))
    starts = [stretch.start for stretch in stretches]
    bare = {
        bisect_right(starts, a.span.start)
        for a in cable.annotations
        if a.kind in (SALUTE, DATELINE, BYLINE)
    }
    paired = _around_messages(cable)
    stray: list[int] = []
    for number, block in enumerate(stretches, 1):
        for found in _double(cable.text, block, holders, paired):
            if isinstance(found, int):
                stray.append(found)
            elif number not in bare:  # TEI has no quote there: the marks alone stay
                yield found
        stray += _single(cable.text, block, paired)
    yield from _unpaired(cable.text, stray)


def _stretches(cable: Cable) -> Iterator[Span]:
    """Yield each block, or the paragraph that was joined of several, in the order of the text."""
    joined = {a.span.start: a.span.end for a in cable.annotations if a.kind is PARAGRAPH}
    end = 0
    for block in cable.blocks:
        if block.start >= end:
            end = max(block.end, joined.get(block.start, 0))
            yield Span(block.start, end)


def _around_messages(cable: Cable) -> frozenset[int]:
    """Return the marks that open a message within the text, or its paragraphs, and close it."""
    at: set[int] = set()
    for span in (a.span for a in cable.annotations if a.kind is FLOATING_TEXT):
        words = cable.text[span.start : span.end]
        opened = _OPENING.finditer(words)
        closed = _CLOSING.search(words)
        starts = [m.start("mark") for m in opened]
        if starts[:1] and closed and starts[0] <= 1:
            at.update(span.start + start for start in (*starts, closed.start("mark")))
    return frozenset(at)


class _Holders:
    """Which pair of brackets holds an offset; asked in the order of the text."""

    def __init__(self, cable: Cable) -> None:
        brackets = (a for a in cable.annotations if isinstance(a.detail, Bracket))
        spans = {a.span for a in brackets if a.kind is not MARKUP}
        self._waiting = sorted(spans, key=lambda s: (s.start, -s.end), reverse=True)
        self._open: list[Span] = []

    def of(self, at: int) -> tuple[Span | None, Span]:
        """Return the innermost pair that holds more than the mark at `at`, and the mark's span.

        A mark alone in its brackets (`["]`) takes them with it.
        """
        while self._waiting and self._waiting[-1].start <= at:
            self._open.append(self._waiting.pop())
        self._open = [span for span in self._open if span.end > at]
        mark = Span(at, at + 1)
        inner = self._open[-1] if self._open else mark
        if (inner.start, inner.end) == (at - 1, at + 2):
            mark = inner
        outer = [span for span in self._open if span != mark]
        return (outer[-1] if outer else None), mark


def _double(
    text: str, block: Span, holders: _Holders, paired: frozenset[int]
) -> Iterator[Annotation | int]:
    """Yield quotations, and the places of marks without a partner.

    Pair marks that stand in the same brackets, or in none: no quotation crosses a bracket.
    """
    opened: dict[Span | None, list[Span]] = {}
    for match in _DOUBLE.finditer(text, block.start, block.end):
        at = match.start()
        if at in paired:
            continue
        holder, mark = holders.of(at)
        begun = opened.setdefault(holder, [])
        angled = [text[b.start + (text[b.start] == "[")] in "«»" for b in begun[-1:]]
        if _opens(text, at, block, inside=bool(begun)) and (not begun or text[at] in "«»"):
            begun.append(mark)
        elif angled == [text[at] in "«»"] and not _opens(text, at, block, inside=True):
            rule = "quotations.double"
            yield Annotation(Span(begun.pop().start, mark.end), QUOTE, rule, Certainty.HIGH)
        else:
            yield at
    for mark in (mark for marks in opened.values() for mark in marks):
        yield mark.start + (text[mark.start] == "[")


def _opens(text: str, at: int, block: Span, *, inside: bool = False) -> bool:
    if text[at] in "«»":  # «so» or »so«: what stands before a word and after a space opens
        before, after = text[at - 1 : at] if at > block.start else " ", text[at + 1 : at + 2]
        return after.strip() != "" and before in " \t\n\xa0([-–—«»" and after not in ".,;:!?)"
    if text[at] in "“„":
        return not (inside and text[at] == "“" and not text[at + 1 : at + 2].isalnum())
    before = text[at - 1] if at > block.start else " "
    return text[at] == '"' and before in " \t\n([-–—" and text[at + 1 : at + 2].strip() != ""


def _single(text: str, block: Span, paired: frozenset[int]) -> Iterator[int]:
    opened = 0
    for match in _SINGLE.finditer(text, block.start, block.end):
        if match.start() in paired:
            continue
        if match["opening"]:
            opened += 1
        elif opened:
            opened -= 1
        else:
            yield match.start()


def _unpaired(text: str, marks: Sequence[int]) -> Iterator[Finding]:
    """Report each mark; those that end a bracket, if there are several, all at once."""
    ending = [at for at in marks if text[at + 1 : at + 2] == "]"]
    if len(ending) < _SEVERAL:
        ending = []
    together = frozenset(ending)
    for at in (at for at in marks if at not in together):
        message = f"the quotation mark {text[at]} has no partner; it stays in the text"
        yield finding("TC204", message, span=Span(at, at + 1))
    if ending:
        first, *others = ending
        before = ", ".join(f"“{_words_before(text, at)}”" for at in others)
        message = (
            f"{len(ending)} brackets end with a quotation mark that has no partner; the marks stay"
            f" in the text: here, and after {before}"
        )
        yield finding("TC204", message, span=Span(first, first + 1))


def _words_before(text: str, at: int) -> str:
    return " ".join(text[max(0, at - _LOOK_BEHIND) : at].split()[-3:])
