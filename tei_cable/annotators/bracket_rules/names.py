"""A name, or what stands for one, right after a name: glosses, spellings and parts of names.

`Filippov [Stalin]` is a gloss, `Tan [Tang] Enbo` another spelling, `Liu [Shaoqi]` the rest of a
name. Which it is follows from the words on both sides.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from tei_cable.annotators.bracket_rules.context import (
    OBJECTS,
    POSSESSIVES,
    PRONOUNS,
    SUBJECTS,
    Context,
    Decision,
)
from tei_cable.authority import in_use, words
from tei_cable.model import BracketFunction, Certainty, EntityKind

_F = BracketFunction
ABBREVIATION = re.compile(r"[A-Z][A-Z./]{1,7}")
_NAME_WORD = r"(?:[A-ZÀ-Ž][\w'’ʼ]*(?:-\w+)*|[A-Z]\.)"
_CAPITALISED = re.compile(r"[A-ZÀ-Ž][\w'’ʼ.-]*")
_FULL_NAME = re.compile(rf"{_NAME_WORD}(?: (?:de|da|di|von|van|der|bin|al|el|{_NAME_WORD})){{1,3}}")
_ONE_NAME = re.compile(r"[A-ZÀ-Ž][a-zà-ž'’ʼ]+(?:-\w+)?")
_LEGEND = re.compile(
    r"(?:literally|lit\.|i\.\s?e\.|that is|namely|viz\.|meaning|referring to|a\.?k\.?a\.?|also"
    r" known|known as|alias|nicknames?|code ?names?|pseudonym|formerly|present[- ]day|modern"
    r"|today|now|or)(?=[\s,:])[ ,:]*.+",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(
    r".*\b(?:referring to|nicknames?|pseudonyms?|code ?names?)\b.*", re.IGNORECASE
)
_RELATIVE = re.compile(
    r"(?:this|that|the same|yesterday|today|tomorrow|tonight)(?: \w+)?\s$", re.IGNORECASE
)
_SEVERAL_NAMES = re.compile(rf"{_FULL_NAME.pattern}(?:(?:,|,? and) {_FULL_NAME.pattern})+")
_BRANCHED = re.compile(r"[A-Z]{2,8}(?:\(\w\)|/\w/)\s$")  # VKP(b)
_FULL_DATE = re.compile(r"(?:on )?\d{1,2} [A-Z][a-z]+ \d{4}|[A-Z][a-z]+ \d{1,2}, \d{4}")
_ALIKE = 0.6
_SHORTEST = 3


def names(context: Context) -> Decision | None:
    """Try the rules of this file in order."""
    for rule in (_abbreviation, _legend, _pronoun, _date, _spelling, _rest_of_name, _other_name):
        if decided := rule(context):
            return decided
    return None


def _abbreviation(context: Context) -> Decision | None:
    """An abbreviation beside what it stands for, on either side."""
    inner, previous = context.inner, context.previous
    explained = ABBREVIATION.fullmatch(previous) and _stands_for(previous, inner)
    explains = ABBREVIATION.fullmatch(inner) and expansion_before(context.before, inner)
    if explained or explains:
        return _F.ABBREVIATED, "brackets.abbreviation-explained", Certainty.HIGH
    if _BRANCHED.search(context.before) and len(context.tokens) > 1 and inner[0].isupper():
        return _F.GLOSS, "brackets.abbreviation-explained", Certainty.MEDIUM
    return None


def _stands_for(abbreviation: str, phrase: str) -> bool:
    wanted = re.sub(r"[^A-Z]", "", abbreviation)
    initials = [word[0] for word in re.findall(r"[\w'’ʼ]+", phrase)]
    capitals = "".join(c for c in initials if c.isupper())
    return len(wanted) > 1 and wanted in (capitals, "".join(initials).upper())


def expansion_before(before: str, abbreviation: str) -> str:
    """Return the words at the end of `before` that an abbreviation stands for, "" if none do."""
    wanted = re.sub(r"[^A-Z]", "", abbreviation)
    found = list(re.finditer(r"[\w'’ʼ]+", before))
    capital = [m for m in found if m[0][0].isupper()]
    if len(wanted) < 2 or len(capital) < len(wanted):
        return ""
    phrase = before[capital[-len(wanted)].start() :].rstrip()
    last = capital[-1] is found[-1]
    return phrase if last and _stands_for(abbreviation, phrase) and "." not in phrase else ""


def _legend(context: Context) -> Decision | None:
    """Words that say that they explain: `[literally: ...]`, `[now Lviv]`."""
    inner = context.inner
    if not context.previous or context.previous.lower() in words("function-words"):
        return None
    if _EXPLAINS.fullmatch(inner):
        return _F.GLOSS, "brackets.explained", Certainty.MEDIUM
    match = _LEGEND.fullmatch(inner)
    first_is_weak = context.first in ("today", "now", "or", "modern", "formerly", "that")
    named = context.tokens[-1:] and context.tokens[-1][0].isupper()
    if match and (not first_is_weak or (named and context.previous[0].isupper())):
        return _F.GLOSS, "brackets.explained", Certainty.MEDIUM
    return None


def _pronoun(context: Context) -> Decision | None:
    """Who or what a pronoun means: `him [U Thant]`, `they [the guests]`, `their [Mao's] views`."""
    previous, inner = context.previous.lower(), context.inner
    if previous not in PRONOUNS | POSSESSIVES:
        return None
    rule, phrase = "brackets.pronoun-explained", inner.lower().startswith("the ")
    if previous in POSSESSIVES and re.search(r"(?:['’]s|s['’])$", inner):
        return _F.GLOSS, rule, Certainty.HIGH
    named = _is_named(inner) or _is_named(re.sub(r"^[Tt]he ", "", inner))
    if named and previous in PRONOUNS:
        return _F.GLOSS, rule, Certainty.HIGH
    names = (_ONE_NAME, _FULL_NAME, _SEVERAL_NAMES)
    if previous in SUBJECTS and (phrase or any(name.fullmatch(inner) for name in names)):
        return _F.GLOSS, rule, Certainty.HIGH if phrase else Certainty.MEDIUM
    person = context.last in words("offices") or context.last.removesuffix("s") in words("offices")
    many = previous in ("them", "us") and context.last.endswith("s")
    whole = re.match(
        r"\s?(?:$|[,.;:!?)]|to\b|that\b|and\b|in\b|with\b|from\b|for\b|at\b)", context.after
    )
    if previous in OBJECTS and phrase and (person or many) and whole:
        return _F.GLOSS, rule, Certainty.MEDIUM
    return None


def _date(context: Context) -> Decision | None:
    """Which day a relative word means: `this morning [27 October 1962]`."""
    if _FULL_DATE.fullmatch(context.inner) and _RELATIVE.search(context.before):
        return _F.GLOSS, "brackets.day-explained", Certainty.HIGH
    return None


def _spelling(context: Context) -> Decision | None:
    """Another spelling of the word before, inside a name or at its end: `Tan [Tang] Enbo`."""
    previous, inner = context.previous, context.inner
    if not (_ONE_NAME.fullmatch(previous) and _ONE_NAME.fullmatch(inner)) or previous == inner:
        return None
    if _known(previous) and _known(inner):
        return None  # settled once the names are known
    first, second = previous.lower(), inner.lower()
    alike = SequenceMatcher(None, first, second, autojunk=False).ratio() >= _ALIKE
    if alike and min(len(first), len(second)) >= _SHORTEST and first[-1:] + second[-1:] != "":
        return _F.REGULARISED, "brackets.spelling", Certainty.MEDIUM
    return None


def _rest_of_name(context: Context) -> Decision | None:
    """The given name after a family name: `Liu [Shaoqi]`, or the family name: `Fidel [Castro]`."""
    previous, inner = context.previous, context.inner
    if not _ONE_NAME.fullmatch(previous) or not _CAPITALISED.fullmatch(inner):
        return None
    if _place_before(context.before):
        return None
    whole = _is_named(f"{previous} {inner}")
    begins = previous in words("family-names") or previous in words("forenames")
    if whole:
        return _F.IDENTIFICATION, "brackets.rest-of-name", Certainty.HIGH
    if begins and _ONE_NAME.fullmatch(inner) and not _known(previous):
        return _F.IDENTIFICATION, "brackets.rest-of-name", Certainty.MEDIUM
    return None


def _other_name(context: Context) -> Decision | None:  # noqa: PLR0911 (a rule a line)
    """Another name of who or what is named before: `Filippov [Stalin]`, `Ma Bai [John Brown]`."""
    previous, inner = context.previous, context.inner
    if not _CAPITALISED.fullmatch(previous) or previous in words("titles"):
        return None
    if previous.lower() in words("function-words") or previous.lower() in words("offices"):
        return None
    if context.next[:1].isupper() and not _is_named(inner):
        return None
    if _is_named(inner):
        return _F.GLOSS, "brackets.other-name", Certainty.MEDIUM
    if _place_before(context.before) and _ONE_NAME.fullmatch(inner):
        return _F.GLOSS, "brackets.other-name", Certainty.LOW
    if _FULL_NAME.fullmatch(inner) and not in_use().named(previous, EntityKind.PLACE):
        return _F.GLOSS, "brackets.other-name", Certainty.LOW
    return None


def _place_before(before: str) -> bool:
    """Whether the last one, two or three words name a place that is known."""
    tokens = before.split()
    phrases = [" ".join(tokens[-count:]) for count in (1, 2, 3)]
    return any(in_use().named(phrase, EntityKind.PLACE) for phrase in phrases)


def _is_named(phrase: str) -> bool:
    return any(in_use().named(phrase, kind) for kind in EntityKind)


def _known(word: str) -> bool:
    return _is_named(word)
