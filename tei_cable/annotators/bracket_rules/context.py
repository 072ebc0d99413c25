"""What a rule about brackets may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tei_cable.authority import words
from tei_cable.model import BracketFunction, Certainty

Decision = tuple[BracketFunction, str, Certainty]

MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?"
)
SUBJECTS = frozenset({"i", "he", "she", "they", "we"})
OBJECTS = frozenset({"him", "her", "them", "us", "me"})
POSSESSIVES = frozenset({"his", "her", "hers", "their", "theirs", "its", "our", "my", "your"})
PRONOUNS = SUBJECTS | OBJECTS | {"himself", "herself", "themselves", "you", "it"}

_SENTENCE_END = re.compile(r"[.!?][\"”’')]*\s+")
_QUESTION = re.compile(
    r"(?:(?:And|But|So|Then|Now),? )?(?:what|why|how|who|whom|whose|when|where|which|is|are|was"
    r"|were|do|does|did|will|would|can|could|should|shall|may|must|have|has|had)\b(?!,)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:^|[.!?\]][\"”’)]*\s+)\(?\d{1,2}[.)]?"
    r"(?:(?:, ?| and |[-–])\(?\d{1,2}[.)]?)*(?<=[.)])\s*$"
)
_MONTH_AND_DAY = re.compile(rf" (?:of )?(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?\b")
_ABBREVIATED = re.compile(r"(?:[^\W\d_]\.)+")


@dataclass(frozen=True, slots=True)
class Context:
    """A bracket's words, and what stands right before and after it, brackets aside.

    White space in `inner` is folded: a bracket means the same over the edge of a page. `block`
    says whether the bracket is the whole of its block, a number before it aside; `language` is
    the tag of the original's language, "" where it is not known; `own` says whether the words are
    the reference that the page gives for itself, `remark` whether it stands in another remark,
    `noted` whether a note says that the words in square brackets are an editor's, `by_hand`
    whether one says that they are written by hand.
    """

    inner: str
    before: str
    after: str
    block: bool = False
    language: str = ""
    own: bool = False
    remark: bool = False
    noted: bool = False
    by_hand: bool = False

    @property
    def previous(self) -> str:
        """The word before, "" where the bracket opens a block or follows punctuation."""
        match = re.search(r"([\w'’ʼ.-]+)\s$", self.before)
        word = match[1] if match else ""
        ends_sentence = word.endswith(".") and not _ABBREVIATED.fullmatch(word)
        return "" if ends_sentence and word not in words("titles") else word

    @property
    def asks(self) -> bool:
        """Whether the sentence before is a question that has no mark, and another follows."""
        sentence = _SENTENCE_END.split(self.before)[-1].strip(" “\"‘'-–—")
        follows = re.match(r"[”\"’']?(?:\s+[“\"‘']?[A-ZÀ-Ž]|\s*$)", self.after)
        return bool(_QUESTION.match(sentence) and follows)

    @property
    def stands_for_item(self) -> bool:
        """Whether numbers of a list stand before, in a block or after a sentence: `3, 4. [...]`."""
        return bool(_ITEM.search(self.before))

    @property
    def in_date(self) -> bool:
        """Whether figures inside are a day before a month, or a half of a year: `19[53]`.

        A month that has its day after it needs none before: `a message [1] of May 26th`.
        """
        if _MONTH_AND_DAY.match(self.after):
            return False
        half_year = len(self.inner) == 2 and re.search(r"(?<!\d)\d\d$", self.before)
        return bool(
            half_year
            or re.match(r"\d|(?:st|nd|rd|th)\b| (?:of )?\[?(?:" + MONTHS + ")", self.after)
        )

    @property
    def tokens(self) -> list[str]:
        """The words inside."""
        return re.findall(r"[\w'’ʼ-]*\w[\w'’ʼ-]*", self.inner)

    @property
    def first(self) -> str:
        """The first word inside, in lower case."""
        return self.tokens[0].lower() if self.tokens else ""

    @property
    def last(self) -> str:
        """The last word inside, in lower case."""
        return self.tokens[-1].lower() if self.tokens else ""

    @property
    def next(self) -> str:
        """The word after, "" where punctuation follows."""
        match = re.match(r"\s\[?([\w'’ʼ-]+)", self.after)
        return match[1] if match else ""
