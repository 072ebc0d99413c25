"""What kind of document a title names: one of the few types of `div`, and a finer genre."""

from __future__ import annotations

import re

from tei_cable.annotators.titles import head_of, without_remarks

_TALK = r"(?:conversations?|talks?|meetings?|discussions?|negotiations?)"
_OF = r"(?:of|on|about) (?:[\w’'-]+ ){0,6}"
_CALL = r"(?:telephone |phone )?(?:conversation|talk|call|discussion|meeting)s? (?:with|between)"

# (what a title says near its beginning, the type, the genre): the first in the title counts, and
# of two that begin at one place the first in the table
_TABLE = (
    (r"\beditorial note\b", "document", "editorial-note"),
    (rf"memorand(?:um|a) {_OF}conversations?", "memorandum", "memorandum-of-conversation"),
    (rf"(?:record|notes?|account|protocol) {_OF}{_TALK}", "memorandum", "record-of-conversation"),
    (rf"{_CALL}", "memorandum", "record-of-conversation"),
    (r"\b(?:cipher(?:ed)?|coded|encoded|encrypted) (?:telegram|cable)", "telegram", "ciphergram"),
    (r"\bciphergram", "telegram", "ciphergram"),
    (r"\bcable\b|\bc?ablegram|airgram", "cable", ""),
    (r"telegram|\btelex\b", "telegram", ""),
    (r"\bnotes? verbales?\b|\b(?:diplomatic|verbal) note\b", "letter", "note-verbale"),
    (r"\bletters?\b", "letter", ""),
    (r"\bmessage\b", "document", "message"),
    (r"\bminutes\b|stenogra|\btranscript\b", "minutes", ""),
    (r"\baide[- ]m[eé]moire\b", "memorandum", "aide-memoire"),
    (r"memorandum|\bminute\b", "memorandum", ""),
    (r"\b(?:diary|journal)\b", "document", "diary"),
    (r"\bnote\b", "memorandum", "note"),
    (r"\bsubmission\b", "memorandum", "submission"),
    (r"\bdespatch\b|\bdispatch\b", "report", "dispatch"),
    (r"\breport\b|\bsurvey\b", "report", ""),
    (r"\bstatement\b|\bdeclaration\b", "document", "statement"),
    (r"\bspeech\b|\baddress (?:by|of|to)\b|\bremarks (?:by|of|at)\b", "document", "speech"),
    (r"\bresolution\b|\bdecree\b|\bdecision of\b|\bprotocol\b", "document", "resolution"),
    (r"\binstructions?\b|\bdirectives?\b|\border\b", "document", "directive"),
    (r"\bagreement\b|\btreaty\b|\bcommuniqu[eé]\b", "document", "agreement"),
)
_TYPES = tuple((re.compile(p, re.IGNORECASE), type_, genre) for p, type_, genre in _TABLE)
UNKNOWN = "document"


def document_type(title: str) -> tuple[str, str]:
    """Return type and genre of the kind that a title names first, before its subject.

    The genre is "" where it says no more than the type; both where it names no kind are
    `UNKNOWN` and "".
    """
    whole, before_subject = without_remarks(title), len(head_of(title))
    found = [
        (match.start(), number, type_, genre)
        for number, (pattern, type_, genre) in enumerate(_TYPES)
        if (match := pattern.search(whole)) and match.start() < before_subject
    ]
    return min(found)[2:] if found else (UNKNOWN, "")
