"""Lines of marks: of secrecy, urgency and handling, with numbers, addressees, place and date.

    line   := number? part+
    part   := mark | copy | telegram | "for" name "only"? | dateline (at the end)

A line is read only if nothing of it is left over; otherwise it is not such a line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from tei_cable.annotators import persons
from tei_cable.annotators.lines import LETTERS, Bare, dateline_at_end
from tei_cable.authority import words

_CODE = r"[\w/().-]*\d[\w/().-]*"
_SIGN = r"(?:no|nos|nr|number|num)\b\.?:?|n[º°o]\.?|[№#]"
_NOUN = (
    r"cablegrams?|telegrams?|ciphergrams?|ciphertel|savingrams?|airgrams?|telexe?s?|teleprinter"
    r"|memorandum|despatch|dispatch|letter|minute|message|circular"
)
_COPY = re.compile(
    rf"(?:copy|copies|ekz\.?|exemplar)(?: ?(?:{_SIGN}))? ?\d+(?: of \d+(?: copies)?)?\b"
    rf"|(?:(?:{_SIGN}) ?)?\d+ of \d+ copies\b|\d+ copies\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    rf"(?:(?:spec|special|outgoing|incoming|entry|doc|document|ref|our ref|file)\b\.?:? ?)?"
    rf"(?:{_SIGN}) ?{_CODE}(?:(?:,| and|;) ?{_CODE})*",
    re.IGNORECASE,
)
_TELEGRAM = re.compile(
    rf"(?:(?:[A-Z][\w.]*|from|to) ){{0,2}}?(?i:{_NOUN})(?:(?:,|:| -)? (?:{_SIGN}))?"
    rf"(?: ?(?:(?:The )?[A-Z][a-z]+ )?{_CODE}(?:,| and)?)+(?: \(\w+\))?,?",
)
_UNNUMBERED = re.compile(rf"(?i:{_NOUN}),? unnumbered(?: \(\w+\))?,?", re.IGNORECASE)
_SERIAL = re.compile(
    r"(?:SECTION \d+ OF \d+ )?[A-Z]{2,}(?: [A-Z]{2,}){0,2} \d{3,6}\b"
    r"|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2} \d{4,6}$|SECTION \d+ OF \d+"
)
_LEADING = re.compile(
    rf"(?:\d{{1,5}}\.|(?:[A-Z]{{1,3}}\.)?[A-Z]{{1,4}}\.? ?\d[\w/.-]*|(?:{_SIGN}) ?{_CODE})(?= |$)"
)
_INITIALS_NUMBER = re.compile(r"(?:[A-Z]\.){1,4} ?(?:No\.? ?)?\d[\w/.-]*")
_RECEIVED = re.compile(r" \(?(?:received|recd?|despatched|dispatched)\b[^a-z]*\d.*$", re.IGNORECASE)
_FOR = re.compile(
    r"(?:following |personal |message )*(?:for|For|FOR) (?:the |THE )?(?P<name>[^\d,;:]+?)"
    r"(?P<only> only| ONLY)?(?: from (?P<source>[A-Z][\w. ]+))?(?P<stop>[.,:]?[-–—]?)"
    r"(?=$|(?P<rest> ))",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(r"[\s,;./|!–—-]*(?:(?:and|&)\s+)?", re.IGNORECASE)
_HIMSELF = frozenset({"himself", "herself", "themselves", "you", "yourself"})
_LONGEST_LINE = 200


class Role(Enum):
    """What a part of a line at the head of a document is."""

    MARK = "mark"
    COPY = "copy"
    NUMBER = "number"
    ADDRESSEE = "addressee"
    DATELINE = "dateline"
    BYLINE = "byline"
    SUBJECT = "subject"
    REFERENCE = "reference"
    NOTE = "note"
    HEADING = "heading"
    TOPIC = "topic"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line: code points [start, end) of the line."""

    role: Role
    start: int
    end: int


@cache
def _mark() -> re.Pattern[str]:
    marks = sorted(map(re.escape, words("marks")), key=len, reverse=True)
    mark = "|".join(marks)
    by = r"to be (?:de|en)(?:coded|c[iy]phered) (?:only )?by [\w ]{3,40}?(?=$|[,;.])"
    return re.compile(rf"(?:{mark}|{by})(?![\w'’-])|\((?:{mark})\)", re.IGNORECASE)


def parts(line: Bare) -> tuple[Part, ...]:
    """Return the parts of a line of marks, none if it is no such line."""
    text = line.text
    if not text or len(text) > _LONGEST_LINE:
        return ()
    received = _RECEIVED.search(text)
    whole = received.start() if received else len(text)
    end, found = whole, list[tuple[Role, int]]()
    at = dateline_at_end(text[:whole], known=False)
    if at is not None and (at == 0 or text[at - 1] == " "):
        end = at
    position = 0
    while position < end:
        role, after = _next(text, position, end, before=found[-1][0] if found else None)
        if role is None:
            return ()
        found.append((role, position))
        position = _SEPARATOR.match(text, after, end).end()  # type: ignore[union-attr]
    if end < whole:
        found.append((Role.DATELINE, end))
    if received and found:
        found.append((Role.NOTE, whole + 1))
    only_number = [role for role, _ in found] == [Role.NUMBER] and _LEADING.fullmatch(text)
    return () if only_number and not _INITIALS_NUMBER.match(text) else _cut(line, found)


def _next(text: str, position: int, end: int, *, before: Role | None) -> tuple[Role | None, int]:
    """Return what a line goes on with at a place, after `before`, and where that ends."""
    for role, pattern in (
        (Role.COPY, _COPY),
        (Role.MARK, _mark()),
        (Role.NOTE, _UNNUMBERED),
        (Role.NUMBER, _TELEGRAM),
        (Role.NUMBER, _NUMBERED),
        (Role.NUMBER, _INITIALS_NUMBER),
    ):
        match = pattern.match(text, position, end)
        if match and _ends_word(text, match.end()):
            return role, match.end()
    own = {None: _LEADING, Role.MARK: _SERIAL}.get(before)
    if own and (match := own.match(text, position, end)) and _ends_word(text, match.end()):
        return Role.NUMBER, match.end()
    return (Role.ADDRESSEE, after) if (after := _for(text, position, end)) else (None, position)


def _ends_word(text: str, at: int) -> bool:
    return not text[at : at + 1].isalnum()


def _for(text: str, position: int, end: int) -> int:
    """Return where an addressee ends that begins with "for" and stands among marks; 0 if none."""
    for match in _growing(text, position, end):
        after = _SEPARATOR.match(text, match.end(), end)
        following = after.end() if after else match.end()
        ends = following >= end or _mark().match(text, following, end) is not None
        if ends:
            return match.end() if _names_somebody(match) else 0
    return 0


def _growing(text: str, position: int, end: int) -> list[re.Match[str]]:
    """Return the matches of an addressee from a place up to each space after it."""
    stops = [m.start() for m in re.finditer(r" |$", text[:end]) if m.start() > position]
    matches = (_FOR.fullmatch(text, position, stop) for stop in stops[:12])
    return [match for match in matches if match]


def _names_somebody(match: re.Match[str]) -> bool:
    name = match["name"].strip()
    tokens = LETTERS.findall(name)
    if match["only"] or (tokens and tokens[0].lower() in _HIMSELF):
        return True
    if not tokens or not all(t[0].isupper() or t in words("function-words") for t in tokens):
        return False
    known = words("titles") | words("org-heads") | {t.upper() for t in words("titles")}
    offices = any(t in known or t.lower() in words("offices") for t in tokens)
    phrase = " ".join(tokens).lower()
    return (
        offices
        or bool(match["source"])
        or any(office in phrase for office in words("offices") if " " in office)
        or bool(persons.hits_in_phrase(name))
        or match.string[match.start() : match.end()].isupper()
    )


def _cut(line: Bare, found: list[tuple[Role, int]]) -> tuple[Part, ...]:
    """Cut a line at the spaces where another role begins."""
    cut: list[Part] = []
    for role, start in found:
        at_space = start == 0 or line.text[start - 1] == " "
        if cut and (cut[-1].role is role or not at_space):
            continue
        begin = line.cut(start)
        if cut:
            cut[-1] = Part(cut[-1].role, cut[-1].start, begin - 1)
        cut.append(Part(role, begin, line.length))
    return tuple(cut)
