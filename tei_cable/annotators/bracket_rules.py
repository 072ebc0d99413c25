"""The rules that say what a pair of square brackets does.

The test an editor makes is to read the sentence without the bracket: if it breaks, the words
were supplied; if it stays whole and the bracket renames what stands before, it is a gloss; if
the bracket speaks of the page, it is a note or a gap. The rules are tried in order; a bracket
that none claims is taken as supplied words, of low certainty.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tei_cable.authority import shipped, words
from tei_cable.model import BracketFunction, Certainty, EntityKind

UNCLAIMED = "brackets.unclaimed"

_F = BracketFunction
_NUMBER = "brackets.note-number"
_QUESTION = "brackets.question"
# (what the words between the brackets look like, what the bracket then does, the rule)
_VOCABULARY = tuple(
    (re.compile(pattern, re.IGNORECASE), function, rule)
    for pattern, function, rule in (
        (r"\d{1,3}", _F.NOTE_NUMBER, "brackets.note-number"),
        (r"[.\s]*(?:…|\.\s?\.)[.…\s]*", _F.OMISSION, "brackets.ellipsis"),
        (
            (
                r"here follows?\b.*|(?:[\w ,-]* )?(?:omitted|not included)"
                r"(?:[.,:;].*| (?:here|from|by|as)\b.*)?"
            ),
            _F.OMISSION,
            "brackets.omitted",
        ),
        (
            (
                r".*\b(?:illegible|unreadable|indecipherable|redacted|excised|blacked out"
                r"|(?:words?|lines?|pages?|passages?|remainder|document)"
                r" (?:(?:is|are) )?(?:missing|lost)"
                r"|missing (?:words?|lines?|pages?|passages?))\b.*"
            ),
            _F.ILLEGIBLE,
            "brackets.illegible",
        ),
        (r"sic\b.*", _F.SIC, "brackets.sic"),
        (
            r"(?:\w+ )?hand-?written\b.*|(?:in|on) the (?:\w+ )?margin\b.*",
            _F.HANDWRITING,
            "brackets.hand",
        ),
        (r"(?:\w+ )?(?:signatures?|signed)\b.*", _F.SIGNATURE, "brackets.signature"),
        (
            (
                r"(?:translator|editor|author|transcriber|interpreter)['’]?s?['’]?"
                r" (?:note|comment|remark)\b.*"
                r"|(?:note|source|footnote|stamp|seal|stamped)(?::.*)?|emphasis .*"
                r"|page (?:break|\d+|one|two|three|four|five)(?: of \w+)?"
            ),
            _F.EDITORIAL,
            "brackets.remark",
        ),
        (r"\?", _F.EDITORIAL, "brackets.question"),
        (r".*\?", _F.UNCLEAR, "brackets.conjecture"),
    )
)
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATE_PART = re.compile(
    rf"(?:of )?(?:\d{{1,2}} )?(?:{_MONTHS})(?: \d{{1,2}},?)?(?: \d{{4}})?|(?:18|19|20)\d\d"
    r"|\d{1,2}"
)
_PUNCTUATION = re.compile(r"[.,;:!'\"“”‘’()–—-]")
_ABBREVIATION = re.compile(r"[A-Z]{2,7}")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+")
_CAPITALISED = re.compile(r"[A-ZÀ-Ž][\w'’ʼ.-]*")
PRONOUNS = frozenset({"he", "him", "she", "her", "they", "them", "himself", "herself"})


@dataclass(frozen=True, slots=True)
class Context:
    """A bracket's words, and what stands right before and after it, brackets aside.

    White space in `inner` is folded: a bracket means the same over the edge of a page.
    """

    inner: str
    before: str
    after: str

    @property
    def previous(self) -> str:
        """The word before, "" where the bracket opens a block or follows punctuation."""
        match = re.search(r"([\w'’ʼ.-]+)\s$", self.before)
        word = match[1] if match else ""
        ends_sentence = word.endswith(".") and not _ABBREVIATED.fullmatch(word)
        return "" if ends_sentence and word not in words("titles") else word

    @property
    def in_date(self) -> bool:
        """Whether figures inside are a day before a month, or a half of a year: `19[53]`."""
        half_year = len(self.inner) == 2 and re.search(r"(?<!\d)\d\d$", self.before)
        return bool(half_year or re.match(r"\w| (?:of )?\[?(?:" + _MONTHS + ")", self.after))

    @property
    def first(self) -> str:
        """The first word inside, in lower case."""
        match = re.match(r"\W*([\w'’ʼ-]+)", self.inner)
        return match[1].lower() if match else ""


Decision = tuple[BracketFunction, str, Certainty]


def classify(context: Context) -> Decision:
    """Return what the bracket does, the rule that says so, and how sure it is."""
    for pattern, function, rule in _VOCABULARY:
        if pattern.fullmatch(context.inner) and not (rule == _NUMBER and context.in_date):
            return function, rule, Certainty.LOW if rule == _QUESTION else Certainty.HIGH
    for rule_function in (_letters, _gloss, _words):
        if decided := rule_function(context):
            return decided
    return _F.WORDS, UNCLAIMED, Certainty.LOW


def _letters(context: Context) -> Decision | None:
    """Brackets within a word: letters that complete an abbreviation, or restore a damaged word."""
    before, after = context.before[-1:].isalpha(), context.after[:1].isalpha()
    if not (before or after) or not context.inner.strip(".").isalpha():
        return None
    if before and len(context.inner) > 1 and context.inner[0].islower():
        return _F.EXPANSION, "brackets.abbreviation", Certainty.HIGH
    if after and len(context.inner) == 1 and context.inner.isupper():
        return _F.WORDS, "brackets.capital", Certainty.MEDIUM
    if after:
        return _F.DAMAGE, "brackets.letters", Certainty.MEDIUM
    return _F.WORDS, "brackets.ending", Certainty.MEDIUM


def _gloss(context: Context) -> Decision | None:
    """A name after a name, an abbreviation beside what it stands for."""
    previous, inner = context.previous, context.inner
    explained = _ABBREVIATION.fullmatch(previous) and _initials(inner) == previous
    explains = _ABBREVIATION.fullmatch(inner) and _ends_with(context.before, inner)
    if explained or explains:
        return _F.GLOSS, "brackets.abbreviation-explained", Certainty.HIGH
    named = any(shipped().named(inner, kind) for kind in EntityKind)
    if named and previous.lower() in PRONOUNS:
        return _F.GLOSS, "brackets.pronoun-explained", Certainty.HIGH
    if not named or previous.lower() in words("function-words") or previous in words("titles"):
        return None
    if _CAPITALISED.fullmatch(previous):
        return _F.GLOSS, "brackets.other-name", Certainty.MEDIUM
    return None


def _initials(phrase: str) -> str:
    """Return the capitals that the words of a phrase begin with."""
    return "".join(word[0] for word in re.findall(r"\w+", phrase) if word[0].isupper())


def _ends_with(before: str, abbreviation: str) -> bool:
    """Whether the words right before the bracket begin with the letters of an abbreviation."""
    names = [word for word in re.findall(r"[\w'’ʼ]+", before) if word[0].isupper()]
    return _initials(" ".join(names[-len(abbreviation) :])) == abbreviation


def _words(context: Context) -> Decision | None:
    """Words that the sentence needs."""
    inner = context.inner
    if _PUNCTUATION.fullmatch(inner):
        return _F.WORDS, "brackets.punctuation", Certainty.HIGH
    if _DATE_PART.fullmatch(inner):
        return _F.WORDS, "brackets.date-part", Certainty.HIGH
    if context.first in words("function-words"):
        return _F.WORDS, "brackets.function-word", Certainty.HIGH
    if inner[:1].islower() and context.first.endswith("ing"):
        return _F.WORDS, "brackets.participle", Certainty.MEDIUM
    one_word = inner.isalpha() and inner.islower()
    if one_word and context.previous.lower() in words("function-words"):
        return _F.WORDS, "brackets.premodifier", Certainty.MEDIUM
    return None
