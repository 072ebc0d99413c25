"""The grammar of calendar expressions: from words to W3C dates.

`find` reads what a text says; `DateValue` holds it as TEI's att.datable.w3c wants it. A missing
year is taken from a reference date (the document's own): the year that brings the date nearest
to it, at most about three months ahead, since documents speak of the past more than the future.
Where the words around speak of the future it is the next one, and months told in a row go on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from tei_cable.date_context import ahead, going_on, postponed, sureness
from tei_cable.date_forms import FORMS
from tei_cable.date_windows import windows
from tei_cable.model import Certainty, DateValue, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_DATED = frozenset({"year", "short_year", "relative", "relative_month", "deictic", "nearness"})
_CALENDAR = frozenset({"month", "roman", "number"})
_DAYS = frozenset({"day", "quoted", "ordinal", "number", "part"})
_PASSAGE = 400  # characters between two months of one passage
_NEAR = 150  # characters between two dates of one sentence
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


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
    hits = [
        (match, form.reading)
        for window in windows(text)
        for form in FORMS
        if form.may_be_in(text[window.start : window.end], window.signs)
        for match in form.pattern.finditer(text, window.start, window.end)
    ]
    hits.sort(key=lambda hit: (hit[0].start("whole"), -hit[0].end("whole")))
    position = 0
    previous: DateFound | None = None
    for match, reading in hits:
        if match.start("whole") < position:
            continue
        position = match.end("whole")
        groups = {name: words for name, words in match.groupdict().items() if words}
        carried = previous and _carries_on(text, previous.span.end, match.start("whole"), groups)
        day = (reference_of(previous.value) if carried and previous else None) or reference
        if meaning := reading(groups, day):
            found = DateFound(Span(*match.span("whole")), *meaning)
            if _undated(groups) and reference and not carried:
                found = _in_context(text, found, groups, reference, previous)
            previous = found
            yield found


def _undated(groups: Mapping[str, str]) -> bool:
    """Whether an expression has a month and no year, nor a word that tells it."""
    told = _DATED | {"first_year"}
    return "month" in groups and told.isdisjoint(groups)


def _in_context(
    text: str,
    found: DateFound,
    groups: Mapping[str, str],
    reference: date,
    previous: DateFound | None,
) -> DateFound:
    """Reckon the year again from the words around, and say how sure a month's is."""
    value = found.value
    if value is None:
        return found
    if ahead(text, found.span.start, found.span.end):
        return replace(found, value=postponed(value, reference))
    if not _DAYS.isdisjoint(groups):
        return found
    value = going_on(value, _spoken_of(text, found.span.start, previous))
    return replace(found, value=value, cert=sureness(value, reference, found.cert))


def _spoken_of(text: str, start: int, previous: DateFound | None) -> DateValue | None:
    """Return the date before a place, if it stands near in the same paragraph."""
    between = text[previous.span.end : start] if previous else "\n"
    near = previous and len(between) <= _PASSAGE and "\n" not in between
    return previous.value if previous and near else None


def _carries_on(text: str, end: int, start: int, groups: Mapping[str, str]) -> bool:
    """Whether a date without a year follows another in the same sentence: it shares its age."""
    dated = not groups.keys().isdisjoint(_DATED) or groups.keys().isdisjoint(_CALENDAR)
    return not dated and start - end <= _NEAR and not _SENTENCE_END.search(text, end, start)


def parse(text: str, reference: date | None = None) -> DateFound | None:
    """Read `text` if the whole of it is one calendar expression or a year, else None."""
    if _YEAR.fullmatch(text):
        return DateFound(Span(0, len(text)), DateValue(when=text), Certainty.HIGH)
    for words in (text, text.title()):  # a record may write `2 nov 1962`
        first = next(find(words, reference), None)
        if first and first.value and first.span == Span(0, len(words)):
            return first
    return None


def reference_of(value: DateValue | None) -> date | None:
    """Return the day that a document's date gives to reckon from: a month's or year's middle."""
    written = (value.when or value.start or value.not_before) if value else ""
    if not written or written.startswith("--"):
        return None
    numbers = [int(n) for n in written.split("-")]
    year, month, day = (*numbers, *(6, 15)[len(numbers) - 1 :])[:3]
    return date(year, month, day)
