"""Words that the sentence needs."""

from __future__ import annotations

import re

from tei_cable.annotators.bracket_rules.context import MONTHS, Context, Decision
from tei_cable.authority import words
from tei_cable.model import BracketFunction, Certainty

_WORDS = BracketFunction.WORDS
_DATE_PART = re.compile(
    rf"(?:(?:of|on|in) )?(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{1,2}}(?:[-–]\d{{1,2}})?,?)?"
    r"(?:,? \d{4})?|(?:(?:of|on|in) )?(?:18|19|20)\d\d|\d{1,2}|[ap]\.?m\.?"
)
_LED = re.compile(r"of |on |in |[ap]\.?m")  # words that lead to a date, half of a day
# the number of a message, which the editors infer: `Cablegram [2824]`
_FIGURES = re.compile(r"(?:No\.? ?)?[A-Z]?\d{1,6}")
_NUMBERED = re.compile(
    r"\b(?:cablegram|telegram|savingram|airgram|des?patch|letter|memorandum|message|number|no\.?)"
    r"\s?$",
    re.IGNORECASE,
)
_ITEM_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]")
# a mark, or the end of a sentence with the capital after it: `went[. T]he`
_PUNCTUATION = re.compile(r"[.,;:!'\"“”‘’()–—-]|[.!?] ?[A-Z]")
_ADJECTIVE = re.compile(
    r"\w{2,}(?:al|ic|ive|ous|ary|ory|ese|ian|ish|ful|less|able|ible|ern|ant|ent)"
)
_PEOPLE = re.compile(r"[A-Z]\w+(?:ese|ian|ean|ish|ch|an|iet)")
_PLAIN = re.compile(r"[a-z][a-z'’-]+")
_MOST_PLAIN = 3
_OFFICES = frozenset({"warlord", "cofounder", "co-founder", "wife", "son", "brother", "friend"})
_POSSESSOR = re.compile(r"[A-ZÀ-Ž].*(?:['’]s|s['’])")


def supplied(context: Context) -> Decision | None:  # noqa: PLR0911 (a rule a line)
    """Decide by the words at the edges of the bracket and around it."""
    inner = context.inner
    if _PUNCTUATION.fullmatch(inner):
        return BracketFunction.OMITTED, "brackets.punctuation", Certainty.HIGH
    if _DATE_PART.fullmatch(inner):
        function = _WORDS if _LED.match(inner) else BracketFunction.DATE
        return function, "brackets.date-part", Certainty.HIGH
    if _FIGURES.fullmatch(inner) and _NUMBERED.search(context.before):
        return BracketFunction.OMITTED, "brackets.number", Certainty.MEDIUM
    if _ITEM_NUMBER.fullmatch(inner) and not context.before.strip():
        return _WORDS, "brackets.item-number", Certainty.MEDIUM
    if office := _office(context):
        return office
    if context.first in words("function-words"):
        return _WORDS, "brackets.function-word", Certainty.HIGH
    if inner[:1].islower() and context.first.endswith("ing"):
        return _WORDS, "brackets.participle", Certainty.MEDIUM
    ends_lower = context.tokens[-1:] and context.tokens[-1].islower()
    if context.last in words("function-words") and ends_lower and inner[-1].isalpha():
        return _WORDS, "brackets.leads-on", Certainty.HIGH
    return _plain(context)


def _office(context: Context) -> Decision | None:
    """An office or rank before a name: `[Navy commander] Novak`, `[head of the port] Novak`."""
    tokens = context.tokens
    if not context.next[:1].isupper() or tokens[-1:] == ["the"]:
        return None
    ends = {"of", "in", "to", "for", "at", "on", "and"}
    for number, token in enumerate(tokens):
        is_last = number + 1 == len(tokens)
        if _is_office(token) and (is_last or tokens[number + 1] in ends):
            identified = BracketFunction.IDENTIFICATION, "brackets.office", Certainty.MEDIUM
            return identified if context.last not in ends else None
    return None


def _is_office(token: str) -> bool:
    head = token.lower()
    offices = words("offices")
    return (
        head in offices or head.removesuffix("s") in offices | _OFFICES or token in words("titles")
    )


def _plain(context: Context) -> Decision | None:  # noqa: PLR0911 (a rule a line)
    """A few plain words where the words around show that a phrase lacks them."""
    inner, previous = context.inner, context.previous.lower()
    if _POSSESSOR.fullmatch(inner) and context.next.islower():
        return _WORDS, "brackets.possessor", Certainty.MEDIUM
    if (
        " " not in inner
        and inner[:1].isupper()
        and _PEOPLE.fullmatch(inner)
        and context.next.islower()
    ):
        return _WORDS, "brackets.adjective", Certainty.MEDIUM
    plain = all(_PLAIN.fullmatch(word) for word in inner.split())
    if not plain or len(inner.split()) > _MOST_PLAIN:
        return None
    if previous in words("function-words") or re.search(r"['’]s$|s['’]$", previous):
        return _WORDS, "brackets.premodifier", Certainty.MEDIUM
    if " " not in inner and _ADJECTIVE.fullmatch(inner) and context.next.islower():
        return _WORDS, "brackets.adjective", Certainty.MEDIUM
    if _ADJECTIVE.fullmatch(previous) or previous in ("party", "state", "government"):
        return _WORDS, "brackets.noun", Certainty.MEDIUM
    return None
