"""Numbers without brackets that lead to notes: fused to a word, or at the end of a block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.kinds import NOTE_ANCHOR
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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
_ANCHOR = Bracket(BracketFunction.NOTE_NUMBER, opened=False, closed=False)


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


def _places(cable: Cable, body: Span) -> Iterator[tuple[int, Span, str, Certainty]]:
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
    places: Iterator[tuple[int, Span, str, Certainty]], numbers: Sequence[int]
) -> Iterator[tuple[Span, str, Certainty]]:
    """Yield the first place of each number, after that of the number before it."""
    wanted = iter(numbers)
    number = next(wanted, None)
    for found, at, rule, cert in places:
        if found == number:
            yield at, rule, cert
            number = next(wanted, None)
