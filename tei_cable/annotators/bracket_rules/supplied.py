"""Words that the sentence needs."""

from __future__ import annotations

import re

from tei_cable.annotators.bracket_rules.context import MONTHS, Context, Decision
from tei_cable.authority import words
from tei_cable.model import BracketFunction, Certainty

_WORDS = BracketFunction.WORDS
_DATE_PART = re.compile(
    rf"(?:(?:of|on|in) )?(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{1,2}}(?:[-–]\d{{1,2}})?,?)?"
    r"(?:,? \d{4})?|(?:(?:of|on|in) )?(?:18|19|20)\d\d|\d{1,2}"
)
_PUNCTUATION = re.compile(r"[.,;:!'\"“”‘’()–—-]")
_ADJECTIVE = re.compile(r"\w{2,}(?:al|ic|ive|ous|ary|ory|ese|ian|ish|ful|less|able|ible|ern|ant|ent)")
_PLAIN = re.compile(r"[a-z][a-z'’-]+")
_MOST_PLAIN = 3


def supplied(context: Context) -> Decision | None:
    """Decide by the words at the edges of the bracket and around it."""
    inner = context.inner
    if _PUNCTUATION.fullmatch(inner):
        return _WORDS, "brackets.punctuation", Certainty.HIGH
    if _DATE_PART.fullmatch(inner):
        return _WORDS, "brackets.date-part", Certainty.HIGH
    if context.first in words("function-words"):
        return _WORDS, "brackets.function-word", Certainty.HIGH
    if inner[:1].islower() and context.first.endswith("ing"):
        return _WORDS, "brackets.participle", Certainty.MEDIUM
    ends_lower = context.tokens[-1:] and context.tokens[-1].islower()
    if context.last in words("function-words") and ends_lower and inner[-1].isalpha():
        return _WORDS, "brackets.leads-on", Certainty.HIGH
    return _office(context) or _plain(context)


def _office(context: Context) -> Decision | None:
    """An office or rank before a name: `[Navy commander] Novak`."""
    heads = words("offices") | words("titles")
    head = context.last in heads or (context.tokens and context.tokens[-1] in heads)
    plural = context.last.removesuffix("s") in words("offices")
    if (head or plural) and context.next[:1].isupper():
        return _WORDS, "brackets.office", Certainty.MEDIUM
    return None


def _plain(context: Context) -> Decision | None:
    """A few plain words where the words around show that a phrase lacks them."""
    inner, previous = context.inner, context.previous.lower()
    plain = all(_PLAIN.fullmatch(word) for word in inner.split())
    if not plain or len(inner.split()) > _MOST_PLAIN:
        return None
    if previous in words("function-words"):
        return _WORDS, "brackets.premodifier", Certainty.MEDIUM
    if " " not in inner and _ADJECTIVE.fullmatch(inner) and context.next.islower():
        return _WORDS, "brackets.adjective", Certainty.MEDIUM
    if _ADJECTIVE.fullmatch(previous) or previous in ("party", "state", "government"):
        return _WORDS, "brackets.noun", Certainty.MEDIUM
    return None
