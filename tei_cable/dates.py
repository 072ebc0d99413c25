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

from tei_cable.date_forms import FORMS, MONTH_NUMBERS, OF_MONTH, OF_YEAR, YEAR
from tei_cable.model import Certainty, DateValue, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_AHEAD = timedelta(days=92)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_TIME_GROUP = re.compile(r"(?P<day>\d\d)\d{4}Z (?P<month>[A-Z]{3}) (?P<year>\d\d)")


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
    hits = [m for form in FORMS for m in form.finditer(text)]
    hits.sort(key=lambda m: (m.start("whole"), -m.end("whole")))
    position = 0
    for match in hits:
        if match.start("whole") < position:
            continue
        position = match.end("whole")
        if found := _read(match, reference):
            yield found


def parse(text: str, reference: date | None = None) -> DateFound | None:
    """Read `text` if the whole of it is one calendar expression or a year, else None.

    Besides what `find` reads these are the forms of records and telegrams: `1962-11-02`,
    `2 nov 1962`, `021830Z NOV 62` (the century is the twentieth).
    """
    whole = Span(0, len(text))
    if re.fullmatch(YEAR, text) or _is_iso(text):
        return DateFound(whole, DateValue(when=text), Certainty.HIGH)
    if group := _DATE_TIME_GROUP.fullmatch(text):
        text = f"{group['day']} {group['month']} {1900 + int(group['year'])}"
    for words in (text, text.title()):
        first = next(find(words, reference), None)
        if first and first.span == Span(0, len(words)):
            return DateFound(whole, first.value, first.cert)
    return None


def _is_iso(text: str) -> bool:
    try:
        return bool(_ISO.fullmatch(text)) and bool(date.fromisoformat(text))
    except ValueError:
        return False


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
    groups = {name: words for name, words in match.groupdict().items() if words}
    span = Span(*match.span("whole"))
    month = _month(groups)
    if month is None:
        value = _in_years(groups)
        cert = Certainty.MEDIUM if "part" in groups else Certainty.HIGH
        return DateFound(span, value, cert) if value else None
    days = [int(groups[name]) for name in ("day", "last", "to_day") if name in groups]
    last_month = _month(groups, "to_month") or month
    year = _year(groups, last_month, (days or [1])[-1], reference)
    ends = [(int(groups.get("first_year", year or 2000)), month), (year or 2000, last_month)]
    if month > last_month and "first_year" not in groups:
        ends[0] = (ends[0][0] - 1, month)
    if not _in_order(ends, days) or groups.get("part", "early") not in OF_MONTH:
        return None
    if year is None:
        return DateFound(span, None, Certainty.LOW)
    sure = "year" in groups and not _either_order(groups)
    cert = Certainty.HIGH if sure else Certainty.MEDIUM
    if part := groups.get("part"):
        return DateFound(span, _part_of_month(year, month, part), Certainty.MEDIUM)
    return DateFound(span, _value(ends, days), cert)


def _year(groups: dict[str, str], month: int, day: int, reference: date | None) -> int | None:
    if "year" in groups:
        return int(groups["year"])
    if reference and (relative := groups.get("relative")):
        return reference.year + {"next": 1, "last": -1}.get(relative, 0)
    return _nearest_year(month, day, reference)


def _in_order(ends: list[tuple[int, int]], days: list[int]) -> bool:
    """Whether the days exist, and what ends a range is later than what begins it."""
    if not days:
        return ends[0] <= ends[1]
    points = list(zip((ends[0], ends[-1]) if len(days) > 1 else ends[-1:], days, strict=True))
    exist = all(_exists(*end, day) for end, day in points)
    return exist and points == sorted(set(points))


def _in_years(groups: dict[str, str]) -> DateValue | None:
    """Return the value of a year, of a part of it, or of a range of years."""
    year = groups["year"]
    if to := groups.get("to"):
        return DateValue(start=year, end=to) if year < to else None
    if part := groups.get("part"):
        first, last = OF_YEAR[part]
        return DateValue(not_before=f"{year}-{first:02}", not_after=f"{year}-{last:02}")
    return DateValue(when=year)


def _part_of_month(year: int, month: int, part: str) -> DateValue:
    first, last = OF_MONTH[part]
    while not _exists(year, month, last):
        last -= 1
    month_ = f"{year:04}-{month:02}"
    return DateValue(not_before=f"{month_}-{first:02}", not_after=f"{month_}-{last:02}")


def _month(groups: dict[str, str], name: str = "month") -> int | None:
    if number := groups.get("number"):
        return int(number) if name == "month" else None
    return MONTH_NUMBERS[groups[name][:3].upper()] if name in groups else None


def _either_order(groups: dict[str, str]) -> bool:
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


def _value(ends: list[tuple[int, int]], days: list[int]) -> DateValue:
    months = [f"{year:04}-{month:02}" for year, month in ends]
    if len(days) > 1:
        start, end = (f"{month}-{day:02}" for month, day in zip(months, days, strict=True))
        return DateValue(start=start, end=end)
    if days:
        return DateValue(when=f"{months[-1]}-{days[0]:02}")
    first, last = months
    return DateValue(when=first) if first == last else DateValue(start=first, end=last)
