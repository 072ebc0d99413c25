"""What a line says of itself: a classification mark, an addressee, a dateline, a signature."""

from __future__ import annotations

import re

from tei_cable.annotators import persons
from tei_cable.authority import shipped, words
from tei_cable.dates import find
from tei_cable.model import EntityKind

_CLASSIFICATION = re.compile(
    r"(?:(?:strictly|top|most|very|special) )?(?:secret|confidential|restricted|unclassified"
    r"|eyes only|limited official use|making copies prohibited)[.!]?",
    re.IGNORECASE,
)
_DEAR = re.compile(r"\[?(?:Dear|DEAR)\b")
_TO = re.compile(r"\[?(?:To|TO)(?::|\]? (?:the |comrades? |(?=[A-ZÀ-Ž\[])))")
_ENDS_SENTENCE = re.compile(r"(?<![ .][^\W\d_])[.?!]\]?$")
_LEAVE = re.compile(
    r"(?:with .*\b(?:greetings|regards|respect|compliments|wishes)|(?:yours|sincerely|respectfully"
    r"|cordially|faithfully|best regards|kind regards)\b.*)[,.!]?$",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNATURE_MARK = re.compile(r"[\[(/]?(?:signature|signed|sgd|s/)", re.IGNORECASE)
_ITEM = re.compile(r"\(?\w{1,4}\)\s|\d+\.\s|[-–—•*]\s?")
_SENTENCE = re.compile(r"[.!?:;][\"”’')\]]*$")

_SALUTE_WORDS = 12
_SIGNATURE_WORDS = 12


def classifies(line: str) -> bool:
    """Whether a line is a classification mark."""
    return _CLASSIFICATION.fullmatch(_bare(line)) is not None


def addresses(line: str) -> bool:
    """Whether a line names an addressee: it is short, and begins or ends as one does."""
    tokens = _LETTERS.findall(line)
    if len(tokens) > _SALUTE_WORDS:
        return False
    if _DEAR.match(line):
        return not line.endswith(".")
    if _ENDS_SENTENCE.search(line):
        return False
    if _TO.match(line):
        return True
    ends = line.rstrip("]").endswith((",", ":"))
    names = all(t[0].isupper() or t in words("function-words") for t in tokens)
    return ends and names and not (words("org-heads") | words("titles")).isdisjoint(tokens)


def closes_with_date(line: str) -> bool:
    """Whether a line is short and ends in a date, and is no sentence."""
    short = len(_LETTERS.findall(line)) <= _SIGNATURE_WORDS
    is_sentence = line.endswith(".") and not is_dateline(line)
    return short and not is_sentence and _date_at_end(line) is not None


def is_dateline(line: str) -> bool:
    """Whether a line is a date, or a place and a date."""
    at = _date_at_end(line)
    if at is None:
        return False
    place = _bare(line)[:at].strip(" ,")
    return not place or shipped().named(place, EntityKind.PLACE) is not None


def takes_leave(line: str) -> bool:
    """Whether a closing line is a form of greeting: `With comradely greetings,`."""
    return _LEAVE.match(line) is not None


def is_signature(line: str) -> bool:
    """Whether a line says that it is signed, or is for the most part a person's name."""
    if _SIGNATURE_MARK.match(line):
        return True
    bare = _bare(line)
    return any(2 * (hit.end - hit.start) >= len(bare) for hit in persons.hits(bare))


def may_sign(line: str) -> bool:
    """Whether a line may belong to a signature: short, no sentence, no item, no quotation."""
    short = 0 < len(_LETTERS.findall(line)) <= _SIGNATURE_WORDS
    return not (not short or _SENTENCE.search(line) or _ITEM.match(line) or line[0] in '"“')


def _date_at_end(line: str) -> int | None:
    """Return where the date begins that ends a line (full stop and brackets aside), or None."""
    bare = _bare(line).rstrip(" .,")
    last = list(find(bare))[-1:]
    complete = last and last[0].value and last[0].span.end == len(bare)
    return last[0].span.start if complete else None


def _bare(line: str) -> str:
    return line.replace("[", "").replace("]", "").strip()
