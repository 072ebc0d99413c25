"""The grammar of calendar expressions: from words to W3C dates.

`find` reads what a text says; `DateValue` holds it as TEI's att.datable.w3c wants it. A missing
year is taken from a reference date (the document's own): the year that brings the date nearest
to it, at most about three months ahead, since documents speak of the past more than the future.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tei_cable.model import Certainty, DateValue, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBERS = {name[:3].upper(): number for number, name in enumerate(_MONTHS, 1)}
_AHEAD = timedelta(days=92)

_NAMES = [form for m in _MONTHS for form in (m, m.upper())]
_SHORT = [form for m in _MONTHS if m != "May" for form in (m[:3], m[:3].upper())]
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:{'|'.join(_SHORT)}|Sept|SEPT)\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_TO = r"(?: ?[-–—] ?| (?:to|through|and) )"
_DAYS = rf"(?P<day>{_DAY}){_ORDINAL}(?:{_TO}(?P<last>{_DAY}){_ORDINAL})?"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)"
_CUE = r"\b(?:in|of|by|from|till|year|since|until|after|before|during) "
_BEFORE, _AFTER = r"(?<![\w./-])", r"(?![\w/]|[-–—]\w| [Mm]ovement)"

_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_BEFORE}(?P<whole>{_DAYS} (?:of )?{_MONTH}(?:,? {_YEAR})?){_AFTER}",
        rf"{_BEFORE}(?P<whole>{_MONTH} {_DAYS}(?:,? {_YEAR})?){_AFTER}",
        rf"{_BEFORE}(?P<whole>{_MONTH},? (?:of )?{_YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<whole>(?P<day>{_DAY})\.(?P<number>0?[1-9]|1[0-2])\.{_YEAR}){_AFTER}",
        rf"{_CUE}(?P<whole>{_YEAR}){_AFTER}",
    )
)


@dataclass(frozen=True, slots=True)
class DateFound:
    """A calendar expression: where it stands, what it means, how sure that is.

    `value` is None where the expression has no year and no reference date gives one.
    """

    span: Span
    value: DateValue | None
    cert: Certainty


def find(text: str, reference: date | None = None) -> Iterator[DateFound]:
    """Yield the calendar expressions of `text` in order, none overlapping another.

    Where two forms read the same place the longer is taken. What is no day of the calendar
    (31 February) is no expression.
    """
    hits = [m for form in _FORMS for m in form.finditer(text)]
    hits.sort(key=lambda m: (m.start("whole"), -m.end("whole")))
    position = 0
    for match in hits:
        if match.start("whole") < position:
            continue
        position = match.end("whole")
        if found := _read(match, reference):
            yield found


def parse(text: str, reference: date | None = None) -> DateFound | None:
    """Read `text` if the whole of it is one calendar expression or a year, else None."""
    if re.fullmatch(_YEAR, text):
        return DateFound(Span(0, len(text)), DateValue(when=text), Certainty.HIGH)
    first = next(find(text, reference), None)
    return first if first and first.span == Span(0, len(text)) else None


def reference_of(value: DateValue | None) -> date | None:
    """Return the day that a document's date gives to reckon from: a month's or year's middle."""
    if value is None:
        return None
    numbers = [int(n) for n in (value.when or value.start or value.not_before).split("-") if n]
    if not numbers:
        return None
    year, month, day = (*numbers, *(6, 15)[len(numbers) - 1 :])[:3]
    return date(year, month, day)


def _read(match: re.Match[str], reference: date | None) -> DateFound | None:
    groups = match.groupdict()
    span = Span(*match.span("whole"))
    if (month := _month(groups)) is None:
        return DateFound(span, DateValue(when=groups["year"]), Certainty.HIGH)
    if not groups.get("day"):
        return DateFound(span, DateValue(when=f"{groups['year']}-{month:02}"), Certainty.HIGH)
    days = [int(d) for d in (groups["day"], groups.get("last")) if d]
    year = groups["year"]
    if not all(_exists(int(year or 2000), month, day) for day in days) or days != sorted(set(days)):
        return None
    cert = Certainty.HIGH if year and not _either_order(groups) else Certainty.MEDIUM
    known = int(year) if year else _nearest_year(month, days[0], reference)
    if known is None:
        return DateFound(span, None, Certainty.LOW)
    return DateFound(span, _value(known, month, days), cert)


def _month(groups: dict[str, str | None]) -> int | None:
    if number := groups.get("number"):
        return int(number)
    name = groups.get("month")
    return _MONTH_NUMBERS[name[:3].upper()] if name else None


def _either_order(groups: dict[str, str | None]) -> bool:
    """Whether a date in figures could be read as month and day as well."""
    day, number = groups.get("day"), groups.get("number")
    return bool(day and number) and int(day or 0) <= 12 and int(day or 0) != int(number or 0)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _nearest_year(month: int, day: int, reference: date | None) -> int | None:
    if reference is None:
        return None
    years = (reference.year - 1, reference.year, reference.year + 1)
    days = [date(y, month, day) for y in years if y > 0 and _exists(y, month, day)]
    candidates = [d for d in days if d <= reference + _AHEAD]
    return min(candidates, key=lambda d: abs(d - reference)).year if candidates else None


def _value(year: int, month: int, days: list[int]) -> DateValue:
    first, *rest = (f"{year:04}-{month:02}-{day:02}" for day in days)
    return DateValue(start=first, end=rest[0]) if rest else DateValue(when=first)
