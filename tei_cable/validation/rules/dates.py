"""Dates: given in one way, in order, and the same in the attributes as in the words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.dates import parse
from tei_cable.model import Certainty
from tei_cable.validation.document import ancestors, name_of, text_of
from tei_cable.validation.problem import Edit, Problem
from tei_cable.validation.rules.periods import Period, period, period_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from lxml import etree

    from tei_cable.model import DateValue
    from tei_cable.validation.document import Document

ATTRIBUTES = frozenset(("when", "from", "to", "notBefore", "notAfter"))
_WAYS = (("when",), ("from", "to"), ("notBefore", "notAfter"))
_PAIRS = (("from", "to"), ("notBefore", "notAfter"))
_NOT_DATES = frozenset(("biblScope", "locus", "citedRange", "app", "span", "fw"))
# elements whose words are not all the date's own
_UNSURE = tuple(f"{{*}}{n}" for n in ("choice", "note", "gap", "unclear", "sic", "del"))


def date_problems(document: Document) -> Iterator[Problem]:
    """Yield TC605 for two ways to date, TC606 for a wrong order, TC607 for words that differ.

    And TC608 for a date of a dateline or of correspondence that no program can read.
    """
    dated = {e: None for name in sorted(ATTRIBUTES) for e in document.having[name]}
    for element in dated:
        if name_of(element) not in _NOT_DATES:
            yield from _ways(element)
            yield from _order(element)
    for element in document.named("date", "origDate"):
        yield from _words(element)
    for element in document.named("date"):
        yield from _readable(element)


def _ways(element: etree._Element) -> Iterator[Problem]:
    if sum(any(element.get(name) for name in way) for way in _WAYS) > 1:
        message = (
            f"{name_of(element)} is dated in more than one way: use when alone, or from and to,"
            " or notBefore and notAfter."
        )
        yield Problem(element, message, code="TC605")


def _order(element: etree._Element) -> Iterator[Problem]:
    for first, last in _PAIRS:
        one, other = period(element.get(first)), period(element.get(last))
        if one and other and one.first and other.last and one.first > other.last:
            message = (
                f'{first}="{element.get(first)}" of {name_of(element)} is later than'
                f' {last}="{element.get(last)}".'
            )
            fix = f"exchange {first} and {last}, or correct one of them"
            yield Problem(element, message, code="TC606", fix=fix)


_RELATIVE = re.compile(
    r"\b(?:next|last|this|that|same|current|previous|following|coming|past|ago|yesterday|today"
    r"|tonight|tomorrow)\b",
    re.IGNORECASE,
)


def _words(element: etree._Element) -> Iterator[Problem]:
    """Compare a date with its words; those without a year say nothing of the year.

    Words that count from another day (`yesterday`, `next year`) say nothing by themselves.
    """
    said = period_of(element)
    if said is None or said.is_empty or next(element.iter(*_UNSURE), None) is not None:
        return
    text = text_of(element)
    if _RELATIVE.search(text):
        return
    readings = []
    for day in dict.fromkeys(day for day in (said.first, said.last) if day):
        if reading := _reading(text, day):
            readings.append(reading)
            if reading[1].meets(said):
                return
    if not readings or _either_order(text, said):
        return
    shown, attributes = _shown(readings[0][0]), _attributes(element)
    message = f'"{text}" is {shown}, but the attributes say {attributes}.'
    yield Problem(element, message, code="TC607", fix="correct the attributes, or the words")


def _reading(text: str, day: date) -> tuple[DateValue, Period] | None:
    """Return what words mean that were written about this day, as a value and as days."""
    found = parse(text, day)
    if found is None or found.value is None or found.cert is Certainty.LOW:
        return None
    meant = _period(found.value)
    return (found.value, meant) if meant else None


def _period(value: DateValue) -> Period | None:
    first = period(value.when or value.start or value.not_before)
    last = period(value.when or value.end or value.not_after)
    if first is None or last is None:
        return None
    return Period(first.first, last.last)


def _either_order(text: str, said: Period) -> bool:
    """Whether a date in figures is meant with the month before the day."""
    day, *others = text.replace("/", ".").replace("-", ".").split(".")
    if len(others) != 2:
        return False
    found = parse(f"{others[0]}.{day}.{others[1]}")
    meant = _period(found.value) if found and found.value else None
    return meant is not None and meant.meets(said)


def _shown(value: DateValue) -> str:
    return value.when or f"{value.start or value.not_before} to {value.end or value.not_after}"


def _attributes(element: etree._Element) -> str:
    given = ((name, element.get(name)) for way in _WAYS for name in way)
    return " ".join(f'{name}="{value}"' for name, value in given if value)


# what says that there is no date
_UNDATED = re.compile(
    r"[\[(]?(?:undated|not dated|no date|without date|date unknown|n\. ?d\.|s\. ?d\.|sans date"
    r"|ohne datum|без даты)\.?[\])]?",
    re.IGNORECASE,
)


def _readable(element: etree._Element) -> Iterator[Problem]:
    if element.keys() and any(element.get(name) for name in ATTRIBUTES):
        return
    where = next(ancestors(element, "dateline", "correspAction"), None)
    if where is not None and not _UNDATED.fullmatch(text_of(element)):
        message = f"The date of this {name_of(where)} has no value that a program can read."
        fix = "add when, from and to, or notBefore and notAfter"
        yield Problem(element, message, code="TC608", fix=fix, edits=_by_words(element))


def _by_words(element: etree._Element) -> tuple[Edit, ...]:
    """Return the value that the words have beyond doubt, if they are all the date's own."""
    found = parse(text_of(element))
    sure = found is not None and found.cert is Certainty.HIGH
    if not sure or found is None or found.value is None or len(element):
        return ()
    value = found.value
    given = {
        "when": value.when,
        "from": value.start,
        "to": value.end,
        "notBefore": value.not_before,
        "notAfter": value.not_after,
    }
    return tuple(Edit(element, name, said) for name, said in given.items() if said)
