"""Numbers without brackets that lead to notes: fused to a word, or at the end of a block."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tei_cable.kinds import NOTE_ANCHOR
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.cable import Cable

BRACKETED = re.compile(r"\[(\d{1,3})\]")
_FUSED = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]{2,60})[.,;:!?]?[\"”’')\]]{0,2}(?P<n>\d{1,3})(?![\w%°]|[.,:]\d|-\d)"
)
_SPACED = re.compile(r"(?P<word>[^\W\d_]{2,})[\"”’')\]]? (?P<n>\d{1,3})(?=[,;:.)]?$)")
_COUNTED = frozenset(  # what has a number of its own
    {
        *("article", "art", "chapter", "clause", "copy", "document", "enclosure", "file", "folder"),
        *("fol", "group", "item", "line", "ll", "no", "nos", "number", "op", "page", "paragraph"),
        *("part", "point", "pp", "section", "series", "table", "telegram", "version", "vol"),
        *("volume", "january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    }
)
_Place: TypeAlias = "tuple[int, Span, str, Certainty]"
_ANCHOR = Bracket(BracketFunction.NOTE_NUMBER, opened=False, closed=False)


class _Row(NamedTuple):
    """Places in order, by the last of them."""

    last: _Place
    before: _Row | None


def fused(cable: Cable, body: Span, numbers: Sequence[int]) -> list[Annotation]:
    """Return numbers without brackets that lead to notes, in the order of the notes."""
    if not numbers:
        return []
    bracketed = {int(m[1]) for m in BRACKETED.finditer(cable.text, body.start, body.end)}
    wanted = [number for number in numbers if number not in bracketed]
    return [
        Annotation(at, NOTE_ANCHOR, rule, cert, _ANCHOR)
        for at, rule, cert in _in_order(_places(cable, body), wanted)
    ]


def _places(cable: Cable, body: Span) -> Iterator[_Place]:
    """Yield the numbers that are fused to a word, or end a block after one."""
    for block in cable.blocks:
        if block.start >= body.end:
            return
        for match in _FUSED.finditer(cable.text, block.start, block.end):
            if match["word"].lower() not in _COUNTED:
                at = Span(*match.span("n"))
                yield int(match["n"]), at, "notes.fused", Certainty.MEDIUM
        match_ = _SPACED.search(cable.text, max(block.start, block.end - 40), block.end)
        if match_ and match_["word"].lower() not in _COUNTED:
            yield int(match_["n"]), Span(*match_.span("n")), "notes.after-word", Certainty.LOW


def _in_order(
    places: Iterable[_Place], numbers: Sequence[int]
) -> Iterator[tuple[Span, str, Certainty]]:
    """Yield the places of the most numbers that stand in the order of the notes.

    A number that the source has lost takes only its own note with it. Of two places of a number
    the first is taken.
    """
    rank = {number: at for at, number in enumerate(numbers)}
    ends: list[int] = []  # for each length of a row, the lowest rank that ends one
    rows: list[_Row] = []
    for place in places:
        here = rank.get(place[0])
        if here is None:
            continue
        length = bisect_left(ends, here)
        if ends[length : length + 1] == [here]:
            continue
        row = _Row(place, rows[length - 1] if length else None)
        ends[length : length + 1] = [here]
        rows[length : length + 1] = [row]
    for _, at, rule, cert in reversed(list(_backwards(rows[-1] if rows else None))):
        yield at, rule, cert


def _backwards(row: _Row | None) -> Iterator[_Place]:
    while row:
        yield row.last
        row = row.before
