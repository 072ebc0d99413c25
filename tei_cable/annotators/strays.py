"""How far a square bracket without a partner reaches: what an expert would take.

A stray closing bracket reaches back to the beginning of its sentence, or to the bracket before
it. A stray opening one reaches to the next mark of punctuation, bracket or end of its block; where
it begins with an editor's word (`Translator's note:`) it reaches to the end of the remark, that is
to the last bracket that closes in the block, or to the end of the sentence. `[sic)` is closed by
the round bracket that nothing opened. No stray reaches over another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tei_cable.annotators.pair import Pair
from tei_cable.authority import words
from tei_cable.model import Delimiters, Span

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+(?=\S)")
_CLAUSE_END = re.compile(r"[,;:.!?](?=\s|$)")
_REMARK_END = re.compile(r"[.!?][\"”’']*(?=\s|$)")
_LAST_WORD = re.compile(r"(?<![\w.])\w[\w.]*\.$")
_REMARK = re.compile(
    r"(?:translator|editor|transcriber|author)['’]s? (?:note|comment|remark)s?\b|ed(?:itor)?\.:"
    r"|note:|source:|hand-?written\b|(?:left |right )?margin(?:al note)?\b|in the \w+ margin\b"
    r"|here follows?\b",
    re.IGNORECASE,
)
_ROUND_CLOSED = re.compile(r"\[[^\[\](){}\n]{1,60}\)")
_LOOK_BEHIND = 300


def recovered(
    text: str, at: int, edges: Sequence[int], barriers: Container[int], block: Span
) -> Pair:
    """Return the bracket at `at` with the words it holds.

    `edges` are the offsets of all brackets in order, `barriers` those that a stray stops at: the
    other strays, and the brackets that close in another block.
    """
    if text[at] == "]":
        return _from_closing(text, at, edges, block)
    round_closed = _ROUND_CLOSED.match(text, at, block.end)
    if round_closed and not _opens_round(text, Span(max(block.start, at - _LOOK_BEHIND), at)):
        return Pair(Span(*round_closed.span()), delimiters=Delimiters.PARENTHESIS)
    remark = _REMARK.match(text, at + 1)
    end = (_remark_end if remark else _clause_end)(text, at, edges, barriers, block)
    while end > at + 1 and text[end - 1].isspace():
        end -= 1
    return Pair(Span(at, end), closed=False)


def _opens_round(text: str, before: Span) -> bool:
    """Whether a round bracket is still open at the end of a stretch."""
    opened = text.rfind("(", before.start, before.end)
    return opened >= 0 and ")" not in text[opened : before.end]


def _from_closing(text: str, at: int, edges: Sequence[int], block: Span) -> Pair:
    before = bisect_left(edges, at)
    start = max(block.start, edges[before - 1] + 1 if before else 0)
    for sentence_end in _SENTENCE_END.finditer(text, start, at):
        if not _abbreviates(text, sentence_end.start()):
            start = sentence_end.end()
    while start < at and text[start].isspace():
        start += 1
    return Pair(Span(start, at + 1), opened=False)


def _clause_end(text: str, at: int, edges: Sequence[int], _: Container[int], block: Span) -> int:
    after = bisect_right(edges, at)
    end = min(block.end, edges[after] if after < len(edges) else block.end)
    for clause_end in _CLAUSE_END.finditer(text, at, end):
        if not _abbreviates(text, clause_end.start()):
            return clause_end.start()
    return end


def _remark_end(
    text: str, at: int, edges: Sequence[int], barriers: Container[int], block: Span
) -> int:
    closed = 0
    limit = block.end
    for number in range(bisect_right(edges, at), len(edges)):
        edge = edges[number]
        if edge >= block.end or edge in barriers:
            limit = min(limit, edge)
            break
        closed = edge + 1 if text[edge] in "]}" else closed
    if closed:
        return closed
    for sentence_end in _REMARK_END.finditer(text, at, limit):
        if not _abbreviates(text, sentence_end.start()):
            return sentence_end.end()
    return limit


def _abbreviates(text: str, at: int) -> bool:
    """Whether a full stop belongs to a title or to an initial (`Mr. Novak`, `A. Novak`)."""
    match = _LAST_WORD.search(text[max(0, at - 20) : at + 1])
    return match is not None and (match[0] in words("titles") or len(match[0]) == 2)
