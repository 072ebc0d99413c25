"""Square brackets paired, and the extent of what lacks its partner recovered.

A pair may reach over one break between blocks, not over two. A stray closing bracket reaches
back to the beginning of its sentence, or to the bracket before it; a stray opening one reaches
to the next mark of punctuation, bracket or end of its block.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.authority import words
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable

DEEPEST = 12

_BRACKET = re.compile(r"[\[\]]")
_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=\S)")
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$)")
_LAST_WORD = re.compile(r"(?<![\w.])\w[\w.]*\.$")


@dataclass(frozen=True, slots=True)
class Pair:
    """Square brackets and what they hold; a stray one lacks `opened` or `closed`.

    `kept` says why the brackets stay in the text as they are, "" where they are encoded.
    """

    span: Span
    opened: bool = True
    closed: bool = True
    kept: str = ""

    @property
    def inner(self) -> Span:
        """The span of the words between the brackets."""
        return Span(self.span.start + self.opened, self.span.end - self.closed)


def pairs(cable: Cable) -> list[Pair]:
    """Return every bracket of a cable's text, as a pair or a recovered stray, in order."""
    text = cable.text
    starts = [block.start for block in cable.blocks]
    matched, strays = _match(text, starts)
    edges = sorted([*(edge for pair in matched for edge in pair), *strays])
    found = [
        _judged(text, Pair(Span(start, end + 1)), depth)
        for (start, end), depth in zip(matched, _depths(matched), strict=True)
    ]
    for at in strays:
        block = cable.blocks[bisect_right(starts, at) - 1]
        recover = _from_opening if text[at] == "[" else _from_closing
        found.append(_judged(text, recover(text, at, edges, block), 0))
    return sorted(found, key=lambda pair: (pair.span.start, -pair.span.end))


def _judged(text: str, pair: Pair, depth: int) -> Pair:
    if not pair.inner.of(text).strip():
        return replace(pair, kept="there are no words in it")
    return replace(pair, kept="it is nested too deeply") if depth > DEEPEST else pair


def _depths(matched: Sequence[tuple[int, int]]) -> Iterator[int]:
    open_ends: list[int] = []
    for start, end in matched:
        while open_ends and open_ends[-1] < start:
            open_ends.pop()
        open_ends.append(end)
        yield len(open_ends)


def _match(text: str, starts: Sequence[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Pair brackets by a stack; what has no partner within two blocks is stray."""
    matched: list[tuple[int, int]] = []
    strays: list[int] = []
    stack: list[int] = []
    for match in _BRACKET.finditer(text):
        at = match.start()
        if match.group() == "[":
            stack.append(at)
        elif stack and bisect_right(starts, at) - bisect_right(starts, stack[-1]) <= 1:
            matched.append((stack.pop(), at))
        else:
            strays.extend(stack)
            stack.clear()
            strays.append(at)
    return sorted(matched), sorted([*strays, *stack])


def _from_closing(text: str, at: int, edges: Sequence[int], block: Span) -> Pair:
    before = bisect_left(edges, at)
    start = max(block.start, edges[before - 1] + 1 if before else 0)
    for sentence_end in _SENTENCE_END.finditer(text, start, at):
        if not _abbreviates(text, sentence_end.start()):
            start = sentence_end.end()
    while start < at and text[start].isspace():
        start += 1
    return Pair(Span(start, at + 1), opened=False)


def _from_opening(text: str, at: int, edges: Sequence[int], block: Span) -> Pair:
    after = bisect_right(edges, at)
    end = min(block.end, edges[after] if after < len(edges) else block.end)
    for clause_end in _CLAUSE_END.finditer(text, at, end):
        if not _abbreviates(text, clause_end.start()):
            end = clause_end.start()
            break
    while end > at + 1 and text[end - 1].isspace():
        end -= 1
    return Pair(Span(at, end), closed=False)


def _abbreviates(text: str, at: int) -> bool:
    """Whether a full stop belongs to a title or to an initial (`Mr. Novak`, `A. Novak`)."""
    match = _LAST_WORD.search(text[max(0, at - 20) : at + 1])
    return match is not None and (match[0] in words("titles") or len(match[0]) == 2)
