"""How much a gap lacks, from the words that tell of it: `[one or two words unclear]`."""

from __future__ import annotations

import re

from tei_cable.model import Extent

_NUMBERS = {
    word: number
    for number, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
        ]
    )
}
_NUMBERS.update(dict.fromkeys(("a", "an", "first", "last", "single", "second", "third"), 1))
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNITS = {"character": "chars", "letter": "chars", "digit": "chars", "figure": "chars"}
_EXTENT = re.compile(
    rf"(?:\b(?:(?:first|last) )?(?P<least>{_COUNT})"
    rf"(?:\s?(?P<range>or|to|[-–])\s?(?P<most>{_COUNT}))?[ -])?"
    r"(?:\w+ )?"
    r"\b(?P<unit>word|line|page|passage|paragraph|sentence|letter|character|digit|figure|name)"
    r"s?\b(?!['’])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\b(lines?|pages?|paragraphs?) (\d{1,3})(?:\s?(?:to|[-–])\s?(\d{1,3}))?\b")


def extent_of(inner: str) -> Extent | None:
    """Return how much is missing, None where the words do not name a unit.

    `[page 5 missing]` lacks one page, `[lines 3-5 missing]` three lines.
    """
    numbered = _NUMBERED.search(inner)
    if numbered:
        first, last = int(numbered[2]), int(numbered[3] or numbered[2])
        count = last - first + 1
        return Extent(numbered[1].rstrip("s"), count, count) if count > 0 else None
    found = list(_EXTENT.finditer(inner))
    if not found:
        return None
    unit = found[0]["unit"].lower()
    if len(found) > 1 or not found[0]["least"]:
        return Extent(_UNITS.get(unit, unit))
    least = _number(found[0]["least"])
    most = _number(found[0]["most"] or found[0]["least"])
    return Extent(_UNITS.get(unit, unit), least, most) if 0 < least <= most else Extent(unit)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word.lower()]
