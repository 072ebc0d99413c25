"""Names of persons and bodies as citations write them."""

from __future__ import annotations

import re

BODY_WORD = (
    r"(?:Academ|Archiv|Association|Bureau|Cent(?:er|re)\b|College|Commission|Committee|Council"
    r"|Department|Embassy|Foundation|Institut|Libraries|Library|Minist|Museum|National|Office"
    r"|Program|Project|Record|School|Service|Societ|State\b|Universit)"
)
_TOKEN = rf"(?!{BODY_WORD})[^\W\da-z_][\w'’ʼ-]*"
_LAST = rf"(?!{BODY_WORD})[^\W\da-z_][\w'’ʼ-]+"
_PARTICLE = r"(?:(?:al|bin|da|de|del|den|der|di|dos|du|el|la|le|ten|van|von|y|zu) )"
_END = rf"(?=,| \(|[.;:)\]]|$| and\b| [a-z]| https?:| {BODY_WORD})"
PERSON = rf"{_TOKEN}\.?(?: {_PARTICLE}*{_TOKEN}\.?)*? {_PARTICLE}*{_LAST}{_END}"

_person = re.compile(PERSON)
_LONGEST_NAME = 5


def is_person(words: str) -> bool:
    """Whether words have the shape of one person's name: two to five of them, with capitals."""
    match = _person.match(words)
    return bool(match and match.end() == len(words) and len(words.split()) <= _LONGEST_NAME)


def person_at(text: str, at: int) -> int | None:
    """Return the offset at which a person's name that begins at `at` ends, None if none does."""
    match = _person.match(text, at)
    short = match and len(match.group().split()) <= _LONGEST_NAME
    return match.end() if match and short else None
