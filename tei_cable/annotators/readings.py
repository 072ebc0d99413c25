"""Which words a bracket after them corrects: `[sic, should be X]` says X, not instead of what.

It is the word before, if nothing speaks for more: the name that ends there if the reading has
several words, or as many words as are most like the reading. A name that is given as the reading
is that of a name, though other words may stand between: `the Warsaw line [sic, in fact Gdynia]`.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span

if TYPE_CHECKING:
    from tei_cable.annotators.held_names import Names

_READING = re.compile(
    r"(?P<lead>\s*(?:(?:(?:the|this) )?(?:word|name|date|figure|number)(?= should )|sic\b[,;:.]?)"
    r"(?P<cues>(?:\s*(?:it |this |ed\. note[:—–-]* ?)?"
    r"\b(?:should (?:(?P<guess>probably|presumably) )?(?:be|read)|read|recte"
    r"|in fact|actually|correctly|i\.e\.|meaning|must be|may be"
    r"|(?P<doubt>probably|possibly|perhaps|maybe|likely))\b[,:]?)*))"
    r"\s*(?P<reading>[\w“”\"'‘’][^\[\]\n]*?)\s*",
    re.IGNORECASE | re.DOTALL,
)
_NO_READING = re.compile(
    r"(?:plural|singular|in (?:the )?(?:original|text|source)|passim|throughout)\b.*", re.IGNORECASE
)
_WORDS = re.compile(r"[\w'’ʼ-]*\w[\w'’ʼ-]*")
_MOST_WORDS = 5
_LOOK_BEHIND = 120
_ALIKE = 0.6
_NAME_WITHIN = 4


class Reading(NamedTuple):
    """A reading that a bracket gives: the words that lead to it, and whether it is doubtful."""

    words: str
    lead: Span
    doubtful: bool
    cued: bool


def reading_in(text: str, inner: Span) -> Reading | None:
    """Return the reading that the words in a bracket give, None if they give none."""
    match = _READING.fullmatch(text, inner.start, inner.end)
    words = match["reading"].strip("“”‘’\"' ?") if match else ""
    if not match or not words or _NO_READING.match(words) or len(words.split()) > _MOST_WORDS:
        return None
    lead = match["lead"]
    start = match.start("lead") + len(lead) - len(lead.lstrip())
    span = Span(start, match.start("lead") + len(lead.rstrip()))
    doubtful = bool(match["doubt"] or match["guess"]) or "?" in match["reading"]
    return Reading(words, span, doubtful, bool(match["cues"].strip()))


def corrected(text: str, names: Names, word: Span, reading: Reading) -> Span | None:
    """Return the words that a reading corrects, `word` being the one before the bracket.

    They end with that word, unless the reading is of a name and the word is in none; None if the
    bracket's words are no reading of what stands before.
    """
    last = word.of(text)
    count = len(reading.words.split())
    name = names.ending_at(word.end)
    if name and count > 1:
        return name.span
    best = max(_stretches(text, word, count), key=lambda span: _fitness(text, span, reading))
    if best != word and _likeness(text, best, reading) >= _ALIKE:
        return names.around(best)
    as_written = reading.words[0].isupper() == last[0].isupper() or reading.words[0].isdigit()
    if as_written or _likeness(text, word, reading) >= _ALIKE:
        return word
    named = _name_before(text, names, word) if reading.words[0].isupper() else None
    return named or (word if reading.cued else None)


def _stretches(text: str, word: Span, count: int) -> list[Span]:
    """Return the word, and as many words up to it as a reading of `count` words may be of."""
    start = max(0, word.start - _LOOK_BEHIND)
    before = re.split(r"[.,;:!?()\[\]“”\"\n]", text[start : word.start])[-1]
    at = word.start - len(before)
    starts = [at + match.start() for match in _WORDS.finditer(before)]
    return [word, *(Span(first, word.end) for first in reversed(starts[-count:] if count else []))]


def _likeness(text: str, span: Span, reading: Reading) -> float:
    words = span.of(text).casefold()
    return SequenceMatcher(None, words, reading.words.casefold(), autojunk=False).ratio()


def _fitness(text: str, span: Span, reading: Reading) -> tuple[bool, float]:
    """Of like stretches, prefer the one that begins with the first word of the reading."""
    likeness = _likeness(text, span, reading)
    first = span.of(text).split()[0].casefold() == reading.words.split()[0].casefold()
    return first and likeness >= _ALIKE, likeness


def _name_before(text: str, names: Names, word: Span) -> Span | None:
    """Return the nearest name before a word, or word with a capital, in the same clause."""
    stretches = _stretches(text, word, _NAME_WITHIN)[1:]
    for stretch in stretches:
        match = _WORDS.match(text, stretch.start)
        if match and match[0][0].isupper():
            name = names.ending_at(match.end())
            return name.span if name else Span(*match.span())
    return None
