"""Brackets within a word: letters that complete an abbreviation, or restore a damaged word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.model import BracketFunction, Certainty

if TYPE_CHECKING:
    from tei_cable.annotators.bracket_rules.context import Context, Decision

_F = BracketFunction
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
    if before and len(inner) > 1 and inner[0].islower():
        return _F.EXPANSION, "brackets.abbreviation", Certainty.HIGH
    if after and len(inner.strip(".")) == 1 and inner.strip(".").isupper():
        return _F.WORDS, "brackets.capital", Certainty.MEDIUM
    if after:
        return _F.DAMAGE, "brackets.letters", Certainty.MEDIUM
    return (_F.WORDS, "brackets.ending", Certainty.MEDIUM) if inner.isalpha() else None
