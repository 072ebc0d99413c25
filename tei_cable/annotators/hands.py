"""What a bracket says that a hand wrote, parted from the description that stands before it.

`[handwritten in the left margin: "no"]` has both; `[handwritten]` is a description alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.kinds import ADDITION, DESCRIPTION
from tei_cable.model import Annotation, BracketFunction, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.pair import Pair

_HAND = re.compile(
    r"(?P<description>[^“\"«:?!\d]{0,200}?(?:hand-?writ|margin|written)[^“\"«:?!\d]{0,200}?)"
    r"(?:\s*:\s*|\s+(?=[“\"«]))(?P<words>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# a place, then at once what stands there: `handwritten in the left 2. But will there be ...`;
# a mark that only ends a quotation tells that small letters are it: `in the left from whom?"`
_HAND_PLACE = re.compile(
    r"(?P<description>(?i:(?:[a-z-]+,? ){0,6}?(?:in|at|on|over|above|below|under) the"
    r" (?:(?:left|right|upper|lower|top|bottom|hand|side|corner|margin|text|line|page|sheet)\b[ -]?"
    r"|of the )+))(?<![ -]),?\s*\s(?P<words>(?:\d{1,2}[.)]\s|[A-ZÀ-Ž“\"«])\S?.*"
    r"|[a-zà-ž][^“”\"«»]*[”\"][\s\]]*)",
    re.DOTALL,
)
_PLACES = (
    ("margin-left", r"left[- ](?:hand )?margin"),
    ("margin-right", r"right[- ](?:hand )?margin"),
    ("margin-left", r"\b(?:in|on|at) the left(?: ?hand)?\s*$"),
    ("margin-right", r"\b(?:in|on|at) the right(?: ?hand)?\s*$"),
    ("margin", r"margin"),
    ("left", r"\bleft(?:[- ]hand)? side\b"),
    ("right", r"\bright(?:[- ]hand)? side\b"),
    ("top", r"\b(?:top|above the text|head of)\b"),
    ("bottom", r"\b(?:bottom|foot of)\b"),
    ("above", r"\b(?:above|over)\b"),
    ("below", r"\b(?:below|under)\b"),
)


def handwriting(
    text: str, pair: Pair, whole: Annotation, taken: Sequence[int]
) -> Iterator[Annotation]:
    """Yield the words that a hand wrote with their description in them, or `whole` as it is.

    `taken` are the offsets, in order, where anything else begins: a description holds no other
    bracket, and no break.
    """
    inner = pair.inner
    match = _HAND_PLACE.fullmatch(text, inner.start, inner.end) or _HAND.fullmatch(
        text, inner.start, inner.end
    )
    if not match or _is_crowded(text, Span(inner.start, match.start("words")), taken):
        yield whole
        return
    description = match["description"]
    place = next((p for p, words in _PLACES if re.search(words, description, re.IGNORECASE)), "")
    detail = replace(pair.encoded(BracketFunction.HANDWRITING), place=place)
    yield replace(whole, kind=ADDITION, detail=detail)
    lead = text[inner.start : match.start("words")]
    start = inner.start + len(lead) - len(lead.lstrip())
    end = inner.start + len(lead.rstrip())
    yield Annotation(Span(start, end), DESCRIPTION, whole.rule, whole.cert)


def _is_crowded(text: str, lead: Span, taken: Sequence[int]) -> bool:
    """Whether a description holds what may not stand in one, or would be cut."""
    words = lead.of(text)
    within = bisect_left(taken, lead.end) - bisect_right(taken, lead.start - 1)
    return within > 0 or bool(set("[]\n/") & set(words))
