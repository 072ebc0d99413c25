"""What calendar expressions mean: from the words of a form to W3C dates.

A reading takes the groups of a form's match and the day to reckon from. It returns the value (None
where nothing says when, `--11-27` where only the year is wanting) with its certainty, or None for
what is no date: 31 February.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from tei_cable.model import Certainty, DateValue

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW
Groups: TypeAlias = Mapping[str, str]
Meaning: TypeAlias = tuple[DateValue | None, Certainty]
Reading: TypeAlias = Callable[[Groups, date | None], Meaning | None]

MONTHS = re.findall(
    r"\w+",
    "January February March April May June July August September October November December",
)
_NUMBERS = {name[:3].upper(): number for number, name in enumerate(MONTHS, 1)}
ORDINALS = {
    word: number
    for number, word in enumerate(
        re.findall(
            r"[\w-]+",
            "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
            " thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
            " twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
            " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first",
        ),
        1,
    )
}
_ROMAN = {
    r: n for n, r in enumerate(re.findall(r"\w+", "I II III IV V VI VII VIII IX X XI XII"), 1)
}
_LEAP_YEAR = 2000
_AHEAD = timedelta(days=92)
_OF_YEAR = {
    "early": (1, 3),
    "beginning": (1, 3),
    "start": (1, 3),
    "first days": (1, 1),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (10, 12),
    "end": (10, 12),
    "close": (10, 12),
    "last days": (12, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}
_OF_MONTH = {
    "early": (1, 10),
    "beginning": (1, 10),
    "start": (1, 10),
    "first days": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
    "close": (21, 31),
    "last days": (21, 31),
    "first half": (1, 15),
    "second half": (16, 31),
}
_OF_DECADE = {
    "early": (0, 3),
    "beginning": (0, 3),
    "mid": (4, 6),
    "middle": (4, 6),
    "late": (7, 9),
    "end": (7, 9),
    "first half": (0, 4),
    "second half": (5, 9),
}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_RELATIVE = {"next": 1, "last": -1}
_FARTHEST_SHORT = 40  # years from the document's to one written with two figures


def day(groups: Groups, reference: date | None) -> Meaning | None:
    """Read one day."""
    month, number = _month(groups), _day(groups)
    if month is None or number is None:
        return None
    year, cert = _year(groups, month, number, reference)
    if not _exists(year or _LEAP_YEAR, month, number):
        return None
    return DateValue(when=_iso(year, month, number)), cert if year else LOW


def days(groups: Groups, reference: date | None) -> Meaning | None:
    """Read the first and the last day of a range within a month."""
    month, first = _month(groups), _day(groups)
    last = int(groups.get("last") or groups.get("or") or 0)
    if month is None or first is None or first >= last:
        return None
    year, cert = _year(groups, month, last, reference)
    if not _exists(year or _LEAP_YEAR, month, last):
        return None
    value = DateValue(start=_iso(year, month, first), end=_iso(year, month, last))
    return value, cert if year else LOW


def figures(groups: Groups, reference: date | None) -> Meaning | None:
    """Read a date in figures; where day and month can change places, the nearer day is taken."""
    first, second = int(groups["first"]), int(groups["second"])
    year = _written_year(groups, reference)
    if year is None:
        return None
    day_first = groups.get("dot") == "."
    orders = [(first, second)] if day_first else [(first, second), (second, first)]
    orders = orders if day_first or first != second else orders[:1]
    found = [date(year, m, d) for d, m in orders if _exists(year, m, d)]
    if not found:
        return None
    sure = len(found) == 1 and not (day_first and second <= 12 and first <= 12 and first != second)
    if len(found) > 1 and reference:
        chosen = min(found, key=lambda d: abs(d - reference))
    else:
        chosen = found[-1]
    return DateValue(when=chosen.isoformat()), HIGH if sure else MEDIUM


def date_time_group(groups: Groups, reference: date | None) -> Meaning | None:
    """Read a telegram's group of day, time and zone: its day, in the month of the reference."""
    number = int(groups["day"])
    hours, minutes = int(groups["time"][:2]), int(groups["time"][2:])
    if hours > 23 or minutes > 59 or not 1 <= number <= 31:
        return None
    name = groups.get("month", "").upper()
    if name and name not in _NUMBERS:
        return None
    if name:
        year = _written_year(groups, reference)
        if year is None or not _exists(year, _NUMBERS[name], number):
            return None
        return DateValue(when=_iso(year, _NUMBERS[name], number)), HIGH
    if reference is None:
        return None, LOW
    months = [reference.replace(day=1) - timedelta(days=n) for n in (-31, 0, 1)]
    near = [date(m.year, m.month, number) for m in months if _exists(m.year, m.month, number)]
    return DateValue(when=min(near, key=lambda d: abs(d - reference)).isoformat()), MEDIUM


def month(groups: Groups, reference: date | None) -> Meaning | None:
    """Read a month."""
    number = _month(groups)
    if number is None:
        return None
    year, cert = _year(groups, number, 1, reference)
    return DateValue(when=_iso(year, number)), cert if year else LOW


def relative_month(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `last May`: the one before the reference, or `next May`, or this year's."""
    number = _month(groups)
    if number is None or reference is None:
        return None, LOW
    which, year = groups["relative_month"], reference.year
    if which == "last" and number >= reference.month:
        year -= 1
    if which == "next" and number <= reference.month:
        year += 1
    return DateValue(when=f"{year:04}-{number:02}"), MEDIUM


def between(groups: Groups, reference: date | None) -> Meaning | None:
    """Read a range from a month, or from a day of one, to another's."""
    first, last = _month(groups), _month(groups, "to_month")
    if first is None or last is None:
        return None
    first_day, last_day = int(groups.get("day", 0)), int(groups.get("to_day", 0))
    year, cert = _year(groups, last, last_day or 1, reference)
    if year is None:
        return None, LOW
    begins = int(groups.get("first_year", year - (first > last)))
    start, end = (begins, first, first_day), (year, last, last_day)
    if start >= end or not all(_exists(y, m, d or 1) for y, m, d in (start, end)):
        return None
    return DateValue(start=_iso(*start), end=_iso(*end)), cert


def part_of_month(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `late October`."""
    number, part = _month(groups), groups["part"].lower()
    if number is None or part not in _OF_MONTH:
        return None
    first, last = _OF_MONTH[part]
    year, _ = _year(groups, number, first, reference)
    if year is None:
        return None, LOW
    while not _exists(year, number, last):
        last -= 1
    bounds = _iso(year, number, first), _iso(year, number, last)
    return DateValue(not_before=bounds[0], not_after=bounds[1]), MEDIUM


def part_of_year(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `mid-1961` and `the end of this year`."""
    year, part = _whole_year(groups, reference), groups["part"].lower()
    return _months(year, *_OF_YEAR[part]) if part in _OF_YEAR else None


def quarter(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `the third quarter of 1963`."""
    last = 3 * _QUARTERS[groups["quarter"]]
    return _months(_whole_year(groups, reference), last - 2, last)


def season(groups: Groups, reference: date | None) -> Meaning | None:
    """Read the season of a year; the winter of a year begins in its December."""
    return _season(groups["season"].lower(), _whole_year(groups, reference))


def near_season(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `last summer`: the one over before the reference, `next` the one that is to begin."""
    if reference is None:
        return None, LOW
    name, year = groups["season"].lower(), reference.year
    first = _SEASONS.get(name, (12, 14))[0]
    nearness = groups["nearness"].lower()
    if nearness == "last" and reference.month <= first + 2:
        year -= 1
    if nearness == "next" and reference.month >= first:
        year += 1
    return _season(name, year)


def decade(groups: Groups, reference: date | None) -> Meaning | None:  # noqa: ARG001 (a reading)
    """Read a decade, or its early, middle or late years."""
    start = int(f"{groups['decade']}0" if "decade" in groups else f"19{groups['short_decade']}0")
    part = groups.get("part", "").lower()
    if not part:
        return DateValue(start=str(start), end=str(start + 9)), HIGH
    if part not in _OF_DECADE:
        return None
    first, last = _OF_DECADE[part]
    return DateValue(not_before=str(start + first), not_after=str(start + last)), MEDIUM


def years(groups: Groups, reference: date | None) -> Meaning | None:  # noqa: ARG001 (a reading)
    """Read a range of years, the last one written in full or with two figures."""
    first = groups["year"]
    last = groups.get("to_year") or first[:2] + groups["to_short"]
    return (DateValue(start=first, end=last), HIGH) if first < last else None


def year(groups: Groups, reference: date | None) -> Meaning | None:  # noqa: ARG001 (a reading)
    """Read a year."""
    return DateValue(when=groups["year"]), HIGH


def deictic(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `yesterday` and its like."""
    if reference is None:
        return None, LOW
    words = groups["deictic"].lower()
    offset = 0
    if "yesterday" in words or words.startswith("last"):
        offset = -2 if "before" in words else -1
    elif "tomorrow" in words:
        offset = 2 if "after " in words and "day" in words else 1
    return DateValue(when=(reference + timedelta(days=offset)).isoformat()), MEDIUM


def near_unit(groups: Groups, reference: date | None) -> Meaning | None:
    """Read `last month` and `this year`; a week has no certain edges."""
    if reference is None or groups["unit"] == "week":
        return None, LOW
    offset = _RELATIVE.get(groups["nearness"].lower(), 0)
    if groups["unit"] == "year":
        return DateValue(when=str(reference.year + offset)), MEDIUM
    number = reference.year * 12 + reference.month - 1 + offset
    return DateValue(when=f"{number // 12:04}-{number % 12 + 1:02}"), MEDIUM


def nowhen(groups: Groups, reference: date | None) -> Meaning | None:  # noqa: ARG001 (a reading)
    """Read what does not say when: a weekday, a season of no year."""
    return None, LOW


def _months(year: int | None, first: int, last: int) -> Meaning:
    if year is None:
        return None, LOW
    return DateValue(not_before=f"{year}-{first:02}", not_after=f"{year}-{last:02}"), MEDIUM


def _season(name: str, year: int | None) -> Meaning:
    if name in _SEASONS:
        return _months(year, *_SEASONS[name])
    if year is None:
        return None, LOW
    return DateValue(not_before=f"{year}-12", not_after=f"{year + 1}-02"), MEDIUM


def _month(groups: Groups, name: str = "month") -> int | None:
    if name == "month" and "roman" in groups:
        return _ROMAN.get(groups["roman"])
    if name == "month" and "number" in groups:
        return int(groups["number"])
    return _NUMBERS.get(groups[name][:3].upper()) if name in groups else None


def _day(groups: Groups) -> int | None:
    if "ordinal" in groups:
        return ORDINALS[groups["ordinal"]]
    written = groups.get("day") or groups.get("quoted")
    return int(written) if written else None


def _year(
    groups: Groups, month: int, day: int, reference: date | None
) -> tuple[int | None, Certainty]:
    """Return the year that is written or follows, and how sure it is."""
    if "year" in groups or "short_year" in groups:
        return _written_year(groups, reference), HIGH
    whole = _whole_year(groups, reference) if "relative" in groups else None
    return whole or _nearest_year(month, day, reference), MEDIUM


def _whole_year(groups: Groups, reference: date | None) -> int | None:
    if "year" in groups:
        return int(groups["year"])
    return reference.year + _RELATIVE.get(groups["relative"], 0) if reference else None


def _written_year(groups: Groups, reference: date | None) -> int | None:
    """Return a year written in full, or the one of this age that two figures mean."""
    if "year" in groups:
        return int(groups["year"])
    year = 1900 + int(groups.get("short_year", "0"))
    near = reference is None or abs(year - reference.year) <= _FARTHEST_SHORT
    return year if near else None


def _nearest_year(month: int, day: int, reference: date | None) -> int | None:
    if reference is None:
        return None
    years_ = (reference.year - 1, reference.year, reference.year + 1)
    dates = [date(y, month, day) for y in years_ if y > 0 and _exists(y, month, day)]
    candidates = [d for d in dates if d <= reference + _AHEAD]
    return min(candidates, key=lambda d: abs(d - reference)).year if candidates else None


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _iso(year: int | None, month: int, day: int = 0) -> str:
    """Write a month or a day; without a year as XML Schema does: `--11-27`."""
    month_ = f"{year:04}-{month:02}" if year else f"--{month:02}"
    return f"{month_}-{day:02}" if day else month_
