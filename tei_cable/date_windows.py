"""Where a text can hold calendar expressions at all, and which of their signs stand there.

Most words have nothing to do with dates: each is looked at once, however often it comes.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.date_forms import ANY_MONTH, ANY_YEAR

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANCHOR = re.compile(
    rf"{ANY_MONTH}|\d{{4}}|\d\d?['’]?s\b|\d[./-](?:\d|[IVX])|\d[Zz]|[Ss]pring|[Ss]ummer"
    rf"|[Aa]utumn|[Ff]all"
    r"|[Ww]inter|day|DAY|ndated|[Mm]orrow|MORROW|[Nn]ight|NIGHT|[Mm]orning|[Ee]vening"
    r"|[Aa]fternoon|month|year"
    r"|week"
)
_SIGNS = {
    name: re.compile(pattern)
    for name, pattern in (
        ("month", ANY_MONTH),
        ("two-months", rf"(?:{ANY_MONTH}).*?(?:{ANY_MONTH})"),
        ("year", rf"{ANY_YEAR}|year"),
        ("decade", r"0['’]?s"),
        ("figures", r"\d[./]\d"),
        ("group", r"\d[Zz]"),
        ("season", r"pring|ummer|utumn|all|inter"),
        ("undated", r"ndated"),
        ("day", r"day|DAY|orrow|ORROW|ight|IGHT|orning|vening|fternoon"),
        ("unit", r"month|year|week"),
    )
}
_TWO_MONTHS = frozenset({"two-months"})
_REACH = 48  # characters on either side of what gives an expression away
_MANY = 1 << 16


class Window(NamedTuple):
    """A stretch [start, end) of a text that can hold calendar expressions, and its signs."""

    start: int
    end: int
    signs: frozenset[str]


def windows(text: str) -> Iterator[Window]:
    """Yield the stretches of a text that can hold calendar expressions, in order and apart."""
    start, end = 0, -1
    signs: frozenset[str] = frozenset()
    for first, last, more in _anchors(text):
        if first - _REACH > end:
            if end >= 0:
                yield Window(start, _word_end(text, end), signs)
            start, signs = _word_start(text, max(first - _REACH, 0)), frozenset()
        end = last + _REACH
        signs |= more | _TWO_MONTHS if "month" in signs & more else more
    if end >= 0:
        yield Window(start, _word_end(text, end), signs)


def _anchors(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """Yield what gives calendar expressions away: where it stands, and the signs of its word."""
    position = 0
    for word in text.split(" "):
        anchors, signs = _in_word(word)
        for start, end in anchors:
            yield position + start, position + end, signs
        position += len(word) + 1


@lru_cache(maxsize=_MANY)
def _in_word(word: str) -> tuple[tuple[tuple[int, int], ...], frozenset[str]]:
    """Return the places of anchors in a word, and the signs it has."""
    anchors = tuple(anchor.span() for anchor in _ANCHOR.finditer(word))
    signs = (name for name, sign in _SIGNS.items() if anchors and sign.search(word))
    return anchors, frozenset(signs)


def _word_start(text: str, at: int) -> int:
    while at > 0 and not text[at - 1].isspace():
        at -= 1
    return at


def _word_end(text: str, at: int) -> int:
    while at < len(text) and not text[at].isspace():
        at += 1
    return min(at, len(text))
