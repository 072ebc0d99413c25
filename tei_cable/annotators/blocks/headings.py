"""Headings in capitals: `THE SUPPLY OF GRAIN`, also wrapped, or with a number before them.

Where a text is written in capitals throughout, as telegrams are, they mean nothing. The last
words of a text are no heading, nor are marks of secrecy and signatures.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators import signatures
from tei_cable.kinds import HEAD, LINE_BREAK
from tei_cable.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.blocks.units import Unit

_RULE = "structure.heading"
_OPENING = "\"“‘'(["
_MARKS = frozenset(  # of secrecy and urgency
    {
        *("TOP", "MOST", "STRICTLY", "VERY", "SPECIAL", "SECRET", "CONFIDENTIAL", "RESTRICTED"),
        *("UNCLASSIFIED", "LIMITED", "OFFICIAL", "USE", "EYES", "ONLY", "MAKING", "COPIES"),
        *("PROHIBITED", "IMMEDIATE", "PRIORITY", "ROUTINE", "URGENT", "FLASH", "PERSONAL"),
    }
)
_WORD = re.compile(r"[^\W\d_]+")
_SIGNS = r"[A-ZÀ-Ž0-9,:'’&()./-]*"
_RUN_IN = re.compile(  # before a sentence, or the first item of one
    rf"(?:(?:\d{{1,2}}|[A-Z]|[IVX]{{1,5}})\. )?[A-ZÀ-Ž]{_SIGNS}"
    rf"(?: (?!\d{{1,3}}\. )[A-ZÀ-Ž0-9(]{_SIGNS})*"
    r"(?= (?:[A-ZÀ-Ž][a-zà-ž]+|A|I) [a-zà-ž]| \([a-z]\) | \d{1,3}\. [A-ZÀ-Ž])"
)
_FEWEST_RUN_IN = 4  # words
_FEWEST_LETTERS_RUN_IN = 20
_MOST_WORDS = 16
_MOST_LINES = 4
_FEWEST_LETTERS = 4
_MOST_CAPITALS = 0.4  # of the units of a text that has capitals for its headings only


def in_capitals(units: Sequence[Unit]) -> bool:
    """Whether a text is for the most part in capitals: then they say nothing."""
    length = sum(len(unit.words) for unit in units if unit.is_text)
    capitals = sum(len(unit.words) for unit in units if unit.is_text and unit.words.isupper())
    return capitals > _MOST_CAPITALS * length


def headings(units: Sequence[Unit]) -> dict[int, int]:
    """Return the headings: the number of the first unit of each, and of the one after its last."""
    if in_capitals(units):
        return {}
    found: dict[int, int] = {}
    last_text = max((n for n, u in enumerate(units) if u.is_text and not _looks(u)), default=0)
    number = 0
    while number < last_text:
        end = _end(units, number)
        if end > number:
            found[number] = end
        number = max(end, number + 1)
    return found


def annotate_heading(units: Sequence[Unit]) -> Iterator[Annotation]:
    """Yield a heading over units, with its line breaks."""
    yield Annotation(Span(units[0].span.start, units[-1].span.end), HEAD, _RULE)
    for unit in units[1:]:
        yield Annotation(Span(unit.span.start, unit.span.start), LINE_BREAK, _RULE)


def run_in(words: str) -> int:
    """Return the length of the heading in capitals that a paragraph begins with, 0 without one.

    The name of a body in capitals, or of who speaks, may begin a sentence: a heading is longer.
    """
    match = _RUN_IN.match(words)
    if match is None:
        return 0
    found = _WORD.findall(match.group())
    long = _FEWEST_RUN_IN <= len(found) <= _MOST_WORDS and not _MARKS.issuperset(found)
    return match.end() if long and sum(map(len, found)) >= _FEWEST_LETTERS_RUN_IN else 0


def _end(units: Sequence[Unit], first: int) -> int:
    """Return where the heading ends that begins with a unit, `first` if there is none."""
    if not _looks(units[first]) or (units[first].close and first and _runs_out(units[first - 1])):
        return first
    end = first + 1
    while (
        end < len(units) and units[end].close and _looks(units[end]) and end - first < _MOST_LINES
    ):
        end += 1
    if not units[end].close:
        return end
    goes_on = units[end].is_text and units[end].words[0].islower()
    return end if _ends_line(units[end - 1]) and not goes_on else first


def _looks(unit: Unit) -> bool:
    words = _WORD.findall(unit.words)
    return (
        unit.is_text
        and not unit.joined
        and _capitals(words)
        and len(words) <= _MOST_WORDS
        and unit.words[-1] not in ",;!"
        and (unit.words[0].isalnum() or unit.words[0] in _OPENING)
        and not _MARKS.issuperset(words)
        and not (len(words) <= 3 and signatures.is_signature(unit.words))
    )


def _capitals(words: Sequence[str]) -> bool:
    """Whether words are in capitals, but for a suffix as in `VKP(b)`."""
    if not words or sum(map(len, words)) < _FEWEST_LETTERS or len(max(words, key=len)) < 3:
        return False
    return all(word.isupper() or len(word) == 1 for word in words)


def _runs_out(unit: Unit) -> bool:
    """Whether the line before goes on in the next: it ends without a mark, in small letters."""
    return unit.is_text and unit.words[-1].islower()


def _ends_line(unit: Unit) -> bool:
    return unit.words[-1] not in "-–—"
