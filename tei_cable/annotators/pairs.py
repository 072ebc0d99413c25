"""Brackets paired, and the extent of what lacks its partner recovered.

A pair may reach over one break between blocks, not over two. `[SIC}` is a pair too, and so is
`[[...]]`: one bracket, doubled. `tei_cable.annotators.strays` says how far a bracket without a
partner reaches, `tei_cable.annotators.delimiters` which round brackets and slashes are an
editor's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.annotators.delimiters import editorial
from tei_cable.annotators.pair import Pair
from tei_cable.annotators.strays import recovered
from tei_cable.model import Delimiters, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable

__all__ = ["DEEPEST", "Pair", "pairs"]

DEEPEST = 12

# a round bracket right after an editor's word closes it: `[sic)`
_MARK = re.compile(r"\[(?:[Ss]ic|SIC|\?|\.\.\.|…)[.,!]?\)|[\[\]{}]")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*(?=\s)")
_INK = re.compile(r"\S")
_WORD = re.compile(r"[^\s\[\]{}]")


class _Matched(NamedTuple):
    """The offsets of two marks that belong together, and which marks they are."""

    start: int
    end: int
    delimiters: Delimiters = Delimiters.SQUARE


def pairs(cable: Cable) -> list[Pair]:
    """Return every bracket of a cable's text, as a pair or a recovered stray, in order."""
    text = cable.text
    starts = [block.start for block in cable.blocks]
    matched, strays = _match(text, _Reach(cable))
    edges = sorted([*(edge for pair in matched for edge in pair[:2]), *strays])
    wordless = _Wordless(cable)
    found = [
        _judged(text, Pair(Span(start, end + 1), delimiters=delimiters), depth, wordless)
        for (start, end, delimiters), depth in _one_of_doubled(matched)
    ]
    barriers = {*strays, *(p.start for p in matched if not _same_block(starts, p.start, p.end))}
    for at in strays:
        block = cable.blocks[bisect_right(starts, at) - 1]
        found.append(_judged(text, recovered(text, at, edges, barriers, block), 0, wordless))
    found += editorial(text)
    return sorted(found, key=lambda pair: (pair.span.start, -pair.span.end))


class _Wordless:
    """The blocks that hold nothing but brackets: an element made of those would be empty."""

    def __init__(self, cable: Cable) -> None:
        blocks = [block for block in cable.blocks if not _WORD.search(block.of(cable.text))]
        self._starts = [block.start for block in blocks]
        self._ends = [block.end for block in blocks]

    def reached_by(self, span: Span) -> bool:
        """Whether a bracket that stands in two blocks has an end in such a block."""
        for at in (span.start, span.end - 1):
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and at < self._ends[number] and not self._holds(number, span):
                return True
        return False

    def _holds(self, number: int, span: Span) -> bool:
        return self._starts[number] <= span.start and span.end <= self._ends[number]


def _judged(text: str, pair: Pair, depth: int, wordless: _Wordless) -> Pair:
    inner = pair.inner
    if not _INK.search(text, inner.start, inner.end):
        return replace(pair, kept="there are no words in it")
    if wordless.reached_by(pair.span):
        return replace(pair, kept="a paragraph has nothing else in it")
    return replace(pair, kept="it is nested too deeply") if depth > DEEPEST else pair


def _one_of_doubled(matched: Sequence[_Matched]) -> Iterator[tuple[_Matched, int]]:
    """Yield each pair with its depth; of a pair right around another, the two as one."""
    square = {pair[:2] for pair in matched if pair.delimiters is Delimiters.SQUARE}
    inner: set[tuple[int, int]] = set()
    for pair, depth in zip(matched, _depths(matched), strict=True):
        within = (pair.start + 1, pair.end - 1)
        if pair[:2] in inner:
            continue
        if within in square and pair.delimiters is Delimiters.SQUARE:
            inner.add(within)
            yield pair._replace(delimiters=Delimiters.DOUBLE), depth
        else:
            yield pair, depth


def _depths(matched: Sequence[_Matched]) -> Iterator[int]:
    open_ends: list[int] = []
    for start, end, _ in matched:
        while open_ends and open_ends[-1] < start:
            open_ends.pop()
        open_ends.append(end)
        yield len(open_ends)


class _Reach:
    """How far apart the two marks of a pair may be."""

    def __init__(self, cable: Cable) -> None:
        self._starts = [block.start for block in cable.blocks]
        self._ends = {block.end for block in cable.blocks}
        self._sentences = [m.start() for m in _SENTENCE_END.finditer(cable.text)]

    def same_block(self, opening: int, closing: int) -> bool:
        return bisect_right(self._starts, opening) == bisect_right(self._starts, closing)

    def allows(self, opening: int, closing: int) -> bool:
        """Whether a pair is in one block, or over one break without the end of a sentence.

        A bracket that opens or closes with its block may hold whole sentences.
        """
        first, last = bisect_right(self._starts, opening), bisect_right(self._starts, closing)
        if last - first != 1:
            return first == last
        if self._starts[first - 1] == opening or closing + 1 in self._ends:
            return True
        within = bisect_right(self._sentences, opening)
        return not (within < len(self._sentences) and self._sentences[within] < closing)


def _match(text: str, reach: _Reach) -> tuple[list[_Matched], list[int]]:
    """Pair marks by a stack; a square bracket that has no partner within reach is stray."""
    matched: list[_Matched] = []
    strays: list[int] = []
    stack: list[int] = []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if len(mark) > 1:
            matched.append(_Matched(at, match.end() - 1, Delimiters.PARENTHESIS))
        elif mark in "[{":
            stack.append(at)
        elif mark == "}":
            if stack and reach.same_block(stack[-1], at):
                opening = stack.pop()
                if text[opening] == "[":
                    matched.append(_Matched(opening, at, Delimiters.BRACE))
        else:
            while stack and text[stack[-1]] == "{":
                stack.pop()
            if stack and reach.allows(stack[-1], at):
                matched.append(_Matched(stack.pop(), at))
            else:
                strays.extend(stack)
                stack.clear()
                strays.append(at)
    return sorted(matched), sorted(at for at in [*strays, *stack] if text[at] in "[]")


def _same_block(starts: Sequence[int], first: int, second: int) -> bool:
    return bisect_right(starts, first) == bisect_right(starts, second)
