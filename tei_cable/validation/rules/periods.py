"""What a date's attributes say, as a first and a last day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?(?:Z|[+-]\d\d:\d\d)?")


@dataclass(frozen=True, slots=True)
class Period:
    """From a first to a last day; None where there is no such end."""

    first: date | None
    last: date | None

    @property
    def is_empty(self) -> bool:
        """Whether it ends before it begins."""
        return not _in_order(self.first, self.last)

    def meets(self, other: Period) -> bool:
        """Return whether there is a day in both."""
        return _in_order(self.first, other.last) and _in_order(other.first, self.last)


def _in_order(first: date | None, last: date | None) -> bool:
    return first is None or last is None or first <= last


def period(value: str | None) -> Period | None:
    """Return the days of a year, a month or a day; None for anything else (a time, `--11-02`)."""
    match = _DAY.fullmatch(value or "")
    if match is None:
        return None
    year, month, day = (int(number) if number else None for number in match.groups())
    try:
        first = date(year or 1, month or 1, day or 1)
        last_month = month or 12
        return Period(
            first, date(year or 1, last_month, day or monthrange(year or 1, last_month)[1])
        )
    except ValueError:
        return None


def period_of(element: etree._Element) -> Period | None:
    """Return what the attributes of a date say; None if they say nothing, or no days."""
    if element.get("when"):
        return period(element.get("when"))
    first = period(element.get("from") or element.get("notBefore"))
    last = period(element.get("to") or element.get("notAfter"))
    if first is None and last is None:
        return None
    return Period(first.first if first else None, last.last if last else None)
