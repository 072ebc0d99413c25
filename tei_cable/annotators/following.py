"""What stands after signatures: copies, numbers, distribution, orders, the marks of a typist."""

from __future__ import annotations

import re

from tei_cable.annotators.lines import LONGEST_LINE, bare, count
from tei_cable.annotators.marks import parts

_BEGINS = re.compile(
    r"(?:printed|typed|copied|dictated|made|executed|reproduced|issued) (?:in|by|from|on)\b"
    r"|(?:\w+ )?(?:\d+|one|two|three|four|five|six) copies\b|\d+ copy\b|copies?\b|cc\b|c\.c\."
    r"|distribut|circulat|sent (?:to|by)\b|send (?:to|out)\b|mailing list"
    r"|(?:please )?(?:telegraph|cable|confirm|acknowledge|report) "
    r"|spravka\b|reference\b|information:|n\.?b\.?\b|p\.?p?\.?s\.?(?=\W)|postscript"
    r"|translat(?:ed|ion|or)\b|transcribed\b|true copy|certified\b|authentic|verified\b|correct:"
    r"|(?:de|en)?(?:ciphered|coded|crypted)\b|received\b|transmitted\b|source:"
    r"|encl(?:osures?|s)?\b|attach|annex|appendix|file\b|original\b|checked\b|drafted\b|approved\b"
    r"|typist|executor|exec\.|no\.? ?\d|№|nº|handwritten|note:|remark|resolution|stamp\b|in cipher"
    r"|via\b|by courier|n{3,4}\.?$|ends?\.?$",
    re.IGNORECASE,
)
_TYPIST = re.compile(
    r"(?:[A-Za-z]{1,4} ?[/:-] ?){1,2}[A-Za-z]{1,4}\.?(?: ?[-/]? ?\d+)?|[a-z]{2,3}\.?"
)
_NUMBERS = re.compile(r"[\W\d_]*\d[\W\d_]*(?:[A-Za-z]{1,3}\b[\W\d_]*){0,3}")
_RECIPIENT = re.compile(r"(?:no\.? ?)?\d+(?: ?[-–—.)]| ?copy| to\b)", re.IGNORECASE)
_HOLDING = re.compile(r"\[ ?[A-Z]{2,8} ?: ?[^\[\]]*\d[^\[\]]*\]")  # [ABC: A1838, 160/11]
_SHORT = 12


def follows(line: str) -> bool:
    """Whether a line is what stands after signatures: copies, numbers, orders, a typist's mark."""
    text = bare(line[:LONGEST_LINE]).text.strip("() ")
    if not text:
        return True
    return bool(
        re.match(r"\[\d+\]", line)
        or _BEGINS.match(text)
        or _TYPIST.fullmatch(text)
        or _NUMBERS.fullmatch(text)
        or (_RECIPIENT.match(text) and count(text) <= _SHORT)
        or parts(bare(line))
    )


def names_holding(line: str) -> bool:
    """Whether a line is the archive's shelfmark that an editor put below a text, in brackets."""
    return _HOLDING.fullmatch(line) is not None
