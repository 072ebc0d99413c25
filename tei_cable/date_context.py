"""What the words around a date without a year say of it: that it lies ahead, or goes on in time."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tei_cable.model import Certainty, DateValue

_AHEAD = re.compile(
    r"\b(?:will|shall|(?:plans?|planned|intends?|hopes?|going|scheduled|expected|due|proposes?) to"
    r"|(?:is|are) (?:planned|scheduled|expected|due)"
    r"|(?:planned|scheduled|expected|due) (?:for|in|on|by)"
    r"|plans? (?:a|the|his|their)|forthcoming"
    r"|for (?:the|a|his|her|their|your|our) (?:visit|trip|conference|talks))\b",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\b(?:\w\w+ed|was|were|had|been|which|who|that|because|since|after)\b")
_OPENS = re.compile(r"\W*(?:(?:in|on|by|for|of|the|month|and|early|late) ){0,4}", re.IGNORECASE)
_WILL = re.compile(r"[^.;:!?\n]{0,60}?\b(?:will|shall)\b")
_SENTENCE = re.compile(r"[.;!?]\s|\n")
_REACH = 120  # characters of a sentence before a date that can say it lies ahead
_FAR = timedelta(days=92)
_MONTHS = 12
_NEXT = 3  # months from one to another that goes on from it


def ahead(text: str, start: int, end: int) -> bool:
    """Whether the sentence before a place, or after a date that opens it, speaks of the future."""
    before = _SENTENCE.split(text[max(0, start - _REACH) : start])[-1]
    cues = list(_AHEAD.finditer(before))
    if cues:
        return not _NO_LONGER.search(before, cues[-1].end())
    return _OPENS.fullmatch(before) is not None and _WILL.match(text, end) is not None


def postponed(value: DateValue, reference: date) -> DateValue:
    """Return a date that lies ahead: in the next year where it is over on the reference day."""
    written = value.end or value.when or value.not_after
    over = written < reference.isoformat()[: len(written)]
    return _years_on(value, 1) if over else value


def going_on(value: DateValue, previous: DateValue | None) -> DateValue:
    """Return a month in the year of the one spoken of before it, where it follows that one."""
    earlier = _month_of(previous)
    later = _month_of(value)
    if earlier is None or later is None or later >= earlier:
        return value
    follows = 0 < (later - earlier) % _MONTHS <= _NEXT
    return _years_on(value, 1) if follows and earlier - later < _MONTHS else value


def sureness(value: DateValue, reference: date, cert: Certainty) -> Certainty:
    """Return how sure the year of a month is that lies some months from the reference day."""
    number = _month_of(value)
    if number is None:
        return cert
    middle = date(number // _MONTHS, number % _MONTHS + 1, 15)
    return Certainty.LOW if abs(middle - reference) > _FAR else cert


def _month_of(value: DateValue | None) -> int | None:
    """Return the number of a date's first month, counted from the year 0; None for others."""
    written = (value.when or value.start or value.not_before) if value else ""
    match = re.match(r"(\d{4})-(\d\d)", written)
    return int(match[1]) * _MONTHS + int(match[2]) - 1 if match else None


def _years_on(value: DateValue, years: int) -> DateValue:
    fields = (value.when, value.start, value.end, value.not_before, value.not_after)
    if any(field.endswith("-02-29") for field in fields):
        return value
    moved = [f and f"{int(f[:4]) + years:04}{f[4:]}" for f in fields]
    return DateValue(*moved)
