"""Dates in a cable: brackets inside them, the document's own date, and vague expressions."""

from __future__ import annotations

from datetime import date

import pytest

from tei_cable.annotators import dates
from tei_cable.dates import find
from tei_cable.kinds import DATE
from tei_cable.model import Certainty, DateValue
from tests.annotators.cables import cable, words_of

REFERENCE = date(1962, 11, 2)


def _dates(text: str, day: str = "November 2, 1962") -> list[tuple[str, object]]:
    found = dates.annotate(cable(text, date=day))
    return [(a.span.of(text), a.detail) for a in found]


def test_a_year_follows_from_the_documents_date() -> None:
    """A day without a year is reckoned from the page's date; without one it has no year."""
    assert _dates("the note of 28 October") == [("28 October", DateValue(when="1962-10-28"))]
    assert _dates("the note of 28 October", "undated") == [
        ("28 October", DateValue(when="--10-28"))
    ]


def test_a_bracket_belongs_to_the_date_that_it_completes() -> None:
    """`22 [November]` is one date with its bracket; so is one that begins with a bracket."""
    assert words_of("On 22 [November] and [3 May] 1961 it rained.", DATE) == [
        "22 [November]",
        "[3 May] 1961",
    ]


def test_a_date_wholly_in_a_bracket_stays_inside() -> None:
    """The bracket around `of 28 October`, and around a whole date, is not the date's."""
    assert words_of("the note [of 28 October] and [3 May 1961]", DATE) == [
        "28 October",
        "3 May 1961",
    ]


def test_no_date_reaches_over_a_remark() -> None:
    """A remark parts the words around it; a bracket that only marks a word does not."""
    assert words_of("on 27 [Editor's note: so] November 1962", DATE) == ["November 1962"]
    assert words_of("on 27 [sic] November 1962", DATE) == ["27 [sic] November 1962"]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("in 1946-1947 they", "1946-1947", DateValue(start="1946", end="1947")),
        ("In 1937 they", "1937", DateValue(when="1937")),
        ("by March they", "March", DateValue(when="1962-03")),
        (
            "from June 1958–January 1959",
            "from June 1958–January 1959",
            DateValue(start="1958-06", end="1959-01"),
        ),
        (
            "in September-October 1949",
            "September-October 1949",
            DateValue(start="1949-09", end="1949-10"),
        ),
        (
            "in December-January 1950",
            "December-January 1950",
            DateValue(start="1949-12", end="1950-01"),
        ),
        (
            "28 October – 2 November 1962",
            "28 October – 2 November 1962",
            DateValue(start="1962-10-28", end="1962-11-02"),
        ),
        ("on the night of May 4", "night of May 4", DateValue(when="1962-05-04")),
        (
            "in the fall of 1948",
            "fall of 1948",
            DateValue(not_before="1948-09", not_after="1948-11"),
        ),
        ("since mid-1961", "mid-1961", DateValue(not_before="1961-05", not_after="1961-08")),
        (
            "at the end of February 1960",
            "end of February 1960",
            DateValue(not_before="1960-02-21", not_after="1960-02-29"),
        ),
        (
            "in late October",
            "late October",
            DateValue(not_before="1962-10-21", not_after="1962-10-31"),
        ),
    ],
)
def test_ranges_and_vague_dates_have_bounds(text: str, words: str, value: DateValue) -> None:
    """A range has both its ends, a vague date the earliest and the latest it can mean."""
    assert [(f.span.of(text), f.value) for f in find(text, REFERENCE)] == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "in May Street",
        "the mid-1960sh",
        "in 1947-1946",
        "a late spring",
        "an early end",
        "January 1950 - December 1949",
        "30 February - 2 March 1949",
        "march by March Field",
    ],
)
def test_near_misses_of_vague_dates_are_left(text: str) -> None:
    """Streets, decades, backward ranges, impossible days and bare seasons are no dates."""
    assert list(find(text, REFERENCE)) == []


def test_a_range_needs_a_day_on_both_sides_or_on_neither() -> None:
    """`3 May to June 1949` is a day and a month, no range."""
    found = [f.span.of("3 May to June 1949") for f in find("3 May to June 1949", REFERENCE)]
    assert found == ["3 May", "June 1949"]


@pytest.mark.parametrize(
    ("title", "cert"),
    [
        ("Memorandum of Conversation with Comrade Nowak", Certainty.LOW),
        ("Record of a Meeting between Nowak and Dvorak", Certainty.LOW),
        ("Cable from Nowak to Dvorak", Certainty.MEDIUM),
    ],
)
def test_in_a_record_today_may_be_the_day_of_the_talk(title: str, cert: Certainty) -> None:
    """A record may be written on another day than the talk: its deictic words are doubtful."""
    cable_ = cable("He arrived yesterday from Kyiv.", title=title, date="November 2, 1962")
    (found,) = dates.annotate(cable_)
    assert (found.detail, found.cert) == (DateValue(when="1962-11-01"), cert)


def test_a_full_date_in_a_record_is_sure() -> None:
    """Only what is reckoned from the document's day is doubtful."""
    title = "Memorandum of Conversation with Comrade Nowak"
    (found,) = dates.annotate(cable("He came on 3 May 1961.", title=title))
    assert found.cert is Certainty.HIGH


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("since the October revolution in the USSR", []),
        ("since the October elections in the USSR", ["October"]),
        ("in October the revolution began", ["October"]),
    ],
)
def test_a_revolution_is_named_after_a_month(text: str, words: list[str]) -> None:
    """Its month is no date; that of elections is."""
    assert [found.span.of(text) for found in find(text, REFERENCE)] == words
