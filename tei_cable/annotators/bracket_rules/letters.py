"""Brackets within a word: letters that complete an abbreviation, or restore a damaged word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.authority import words
from tei_cable.model import BracketFunction, Certainty

if TYPE_CHECKING:
    from tei_cable.annotators.bracket_rules.context import Context, Decision

_F = BracketFunction
_STEM = re.compile(r"[^\W\d_]+$")
_SHORT_STEM, _LONG_STEM = 3, 4
_ENDINGS = {
    **dict.fromkeys(("ed", "ing", "ly", "es"), _SHORT_STEM),
    **dict.fromkeys(("an", "ian", "al", "ion", "ions", "ment", "ments"), _LONG_STEM),
    **dict.fromkeys(("er", "ers", "en", "ness", "able", "ies"), _LONG_STEM),
}
_INITIAL = re.compile(r"(?<![^\W\d_])[^\W\d_]\.$")


def letters(context: Context) -> Decision | None:  # noqa: PLR0911 (a rule a line)
    """Decide where the bracket touches a letter: `com[munist]`, `[sh]ould`, `R.[ostow]`."""
    before, after = context.before[-1:].isalpha(), context.after[:1].isalpha()
    inner = context.inner
    if inner.startswith("-") and inner[1:2].isalpha():
        return _F.DAMAGE, "brackets.rest-of-word", Certainty.MEDIUM
    if not inner.strip(".'’-").replace("-", "").isalpha() or " " in inner:
        return None
    if _INITIAL.search(context.before) and inner[0].islower():
        return _F.EXPANSION, "brackets.abbreviation", Certainty.HIGH
    if not (before or after):
        return None
    if before and not after and (completed := _completed(context)):
        return completed
    if before and len(inner) > 1 and inner[0].islower():
        return _F.EXPANSION, "brackets.abbreviation", Certainty.HIGH
    if after and len(inner.strip(".")) == 1 and inner.strip(".").isupper():
        return _F.WORDS, "brackets.capital", Certainty.MEDIUM
    if after:
        return _F.DAMAGE, "brackets.letters", Certainty.MEDIUM
    return (_F.WORDS, "brackets.ending", Certainty.MEDIUM) if inner.isalpha() else None


def _completed(context: Context) -> Decision | None:
    """Decide where no abbreviation is completed: `follow[ed]`, or a whole word: `of[the]`."""
    match = _STEM.search(context.before)
    stem, inner = (match[0] if match else ""), context.inner
    if len(stem) >= _ENDINGS.get(inner, len(stem) + 1):
        return _F.WORDS, "brackets.ending", Certainty.MEDIUM
    closed = words("function-words")
    if stem in closed and inner in closed and stem + inner not in closed and len(inner) > 1:
        return _F.WORDS, "brackets.function-word", Certainty.MEDIUM
    return None
