"""What lines at the edges of a document have in common: their bare words, dates and places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_cable.authority import in_use, words
from tei_cable.dates import find
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

LETTERS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_ANCHOR = re.compile(r" ?\[\^?\d{1,3}\](?:\(#\w+\))?(?=\W|$)")
_SPACED = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){3,}(?![^\s\])(.,:;!?])")
_PLACE = re.compile(r"[A-ZÀ-Ž][\w.'’ʼ-]*(?:,? (?:[A-ZÀ-Ž][\w.'’ʼ-]*|[a-z]{2,3})){0,3}")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?$", re.IGNORECASE)
_TIME = re.compile(
    r"(?:,? ?[-–—] ?|,? ?\(?(?:at )?)(?P<time>(?:\d{1,2}[.:]\d\d ?[-–] ?)?"
    r"(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?"
    r" ?(?P<half>a\. ?m\.?|p\. ?m\.?|am|pm|noon|midnight|hrs|hours|h)\b\.?"
    r"|(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?: (?:hrs|hours))?|noon|midnight"
    r"|(?P<military>(?:[01]\d|2[0-3])[0-5]\d) ?(?:hrs|hours|Z))\)?$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
# dates that only stand by themselves in a line, where nothing else can be meant
_FIGURES = re.compile(
    r"(?<![\w./-])[“\"]?\d{1,2}[”\"]?[./-] ?(?:[0-3]?\d|[IVX]{1,4})[./-] ?"
    r"(?:\d{4}|\d\d|1\d\d\S)$"
    rf"|\b(?:1[89]|20)\d\d,? {_MONTH} \d{{1,2}}$"
    rf"|[“\"]\d{{1,2}}[”\"] {_MONTH},? (?:1[89]|20)\d\d$"
    r"|\b(?:1[89]|20)\d\d-\d\d-\d\d$",
    re.IGNORECASE,
)
_UNDATED = re.compile(r"(?<=, )(?:undated|not dated|no date)$", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"(?<![ .(][^\W\d_])[.?!][\]\"”’')]*$")
_LEFT_OUT = re.compile(r"[\[\]\\*]")
_LONGEST_PLACE = 60
_NOON = 12
_LONGEST_DATE = 120
_LONGEST_TIME = 60
_TOLD = re.compile(r"\d|dated|no date", re.IGNORECASE)  # one is in what ends in a date
_LINES = 256  # of which what was read is kept: one line is asked for many times
LONGEST_LINE = 800


@dataclass(frozen=True, slots=True)
class Bare:
    """A line without brackets, numbers of notes, backslashes, and spaces in spaced-out words.

    `origin` holds the offset of each of its characters in the line.
    """

    text: str
    origin: Sequence[int]
    length: int

    def cut(self, at: int, *, end: bool = False) -> int:
        """Return the offset in the line of a place in the text that is next to a space.

        At the edges of the text that is the edge of the line.
        """
        if at <= 0:
            return 0
        if at >= len(self.text):
            return self.length
        return self.origin[at] if end else self.origin[at - 1] + 1


@lru_cache(maxsize=_LINES)
def bare(line: str) -> Bare:
    """Return the words of a line as they are read; the numbers of notes are none of them.

    A paragraph has none: what is longer than `LONGEST_LINE` characters is no line of an edge.
    """
    if len(line) > LONGEST_LINE:
        return Bare("", (), len(line))
    spaced = spaced_out(line)
    if not spaced and not _LEFT_OUT.search(line):
        start = len(line) - len(line.lstrip(" "))
        text = line.strip(" ")
        return Bare(text, range(start, start + len(text)), len(line))
    left_out = {match.start() for match in _LEFT_OUT.finditer(line)}
    for anchor in _ANCHOR.finditer(line):
        left_out.update(range(*anchor.span()))
    for start, end in spaced:
        left_out.update(i for i in range(start, end) if line[i] == " ")
    kept = [i for i in range(len(line)) if i not in left_out]
    while kept and line[kept[-1]] == " ":
        kept.pop()
    while kept and line[kept[0]] == " ":
        del kept[0]
    return Bare("".join(line[i] for i in kept), tuple(kept), len(line))


def spaced_out(line: str) -> list[tuple[int, int]]:
    """Return where words stand whose letters are parted by spaces: `N o t e`.

    An alphabet or a row of initials (`A B C D`) is none.
    """
    found = []
    for match in _SPACED.finditer(line):
        letters = match.group().replace(" ", "").lower()
        steps = {ord(b) - ord(a) for a, b in pairwise(letters)}
        if steps != {1}:
            found.append(match.span())
    return found


def count(line: str) -> int:
    """Return how many words a line has."""
    return len(LETTERS.findall(line))


def ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do; the full stop of an initial does not count."""
    return _ENDS_SENTENCE.search(line) is not None


def all_names(line: str) -> bool:
    """Whether each word of a line has a capital or is an article, a preposition or the like."""
    return all(t[0].isupper() or t in words("function-words") for t in LETTERS.findall(line))


def time_at_end(text: str) -> re.Match[str] | None:
    """Return the time of day that ends a text (a full stop aside), with the group `time`."""
    return _TIME.search(text, max(0, len(text) - _LONGEST_TIME))


def time_value(found: re.Match[str]) -> str:
    """Return a time of day that `time_at_end` found as HH:MM:SS, "" where it is none."""
    words = found["time"].lower()
    if re.search(r"\d ?[-–] ?\d", words):
        return ""
    digits = re.findall(r"\d+", words)
    if not digits:
        return "12:00:00" if words == "noon" else ""  # which day a midnight ends is not said
    if found["military"]:
        digits = [words[:2], words[2:4]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    half = (found["half"] or "").replace(" ", "").replace(".", "").lower()
    if half in ("am", "pm", "noon", "midnight"):
        if not 1 <= hour <= _NOON or half == "midnight":
            return ""
        hour = hour % _NOON + (_NOON if half in ("pm", "noon") else 0)
    return f"{hour:02}:{minute:02}:00" if hour < 2 * _NOON else ""


def date_at_end(text: str) -> int | None:
    """Return where the date begins that ends a text (time and punctuation aside), or None."""
    skipped = max(0, len(text) - _LONGEST_DATE)
    at = _date_at_end(text[skipped:])
    return None if at is None else at + skipped


@lru_cache(maxsize=_LINES)
def _date_at_end(text: str) -> int | None:
    if not _TOLD.search(text):
        return None
    stripped = text.rstrip(" .,;")
    clock = time_at_end(text.rstrip(" ,;")) or time_at_end(stripped)
    end = clock.start() if clock else len(stripped)
    before = text[:end].rstrip(" .,;-–—(")
    undated = _UNDATED.search(before)
    if undated:
        return undated.start()
    figures = _FIGURES.search(before)
    if figures:
        return figures.start()
    last = list(find(before))[-1:]
    complete = last and last[0].value and last[0].span.end == len(before)
    numbered = complete and any(c.isdigit() for c in last[0].span.of(before))
    return last[0].span.start if numbered else None


def dateline_at_end(text: str, *, known: bool = True) -> int | None:
    """Return where a place and a date begin that end a text, or the date alone; None if none do.

    `known` says that only places of the authority files count; otherwise any short name with a
    comma after it is a place.
    """
    at = date_at_end(text)
    if at is None:
        return None
    before = text[:at].rstrip()
    day = _WEEKDAY.search(before)
    if day:
        at, before = day.start(), before[: day.start()].rstrip()
    comma = before.endswith((",", ":"))
    before = before.rstrip(" ,:")
    starts = _word_starts(before)
    named = next((start for start in starts if _is_place(before[start:])), None)
    if named is None and not known and comma:
        named = next((start for start in starts if _may_be_place(before[start:])), None)
    if named and not known and before[:named].endswith(", ") and _may_be_place(before[: named - 2]):
        named = 0  # Palm Beach, Florida
    return at if named is None else named


def _word_starts(text: str) -> list[int]:
    """Return where the last few words of a text begin, the longest stretch first."""
    low = max(0, len(text) - _LONGEST_PLACE)
    starts = [m.start() for m in re.finditer(r"\S+", text) if m.start() >= low]
    return starts[-4:]


def _is_place(name: str) -> bool:
    authority = in_use()
    found = authority.named(name, EntityKind.PLACE) or authority.named(
        name.title(), EntityKind.PLACE
    )
    return found is not None


def _may_be_place(name: str) -> bool:
    """Whether a name that no authority file has may be a place's: no figures, no titles."""
    if not _PLACE.fullmatch(name) or re.search(r"\d|^[A-ZÀ-Ž][a-z]?\.|\b[A-Z]\. ", name):
        return False
    tokens = LETTERS.findall(name)
    other = words("titles") | words("org-heads")
    begins = (
        tokens[0].lower() in words("function-words")
        or tokens[0] in words("forenames")
        or tokens[0].lower() in words("document-types")
    )
    return not begins and not any(t in other or t.lower() in words("offices") for t in tokens)


def is_dateline(line: str, *, known: bool = True) -> bool:
    """Whether a line is a date, or a place and a date, with or without the time of day."""
    text = bare(line).text.strip("()")
    return dateline_at_end(text, known=known) == 0
