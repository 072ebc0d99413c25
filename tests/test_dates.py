"""Calendar expressions and their W3C values."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.dates import find, parse, reference_of
from tei_cable.model import Certainty, DateValue

REFERENCE = date(1962, 11, 2)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("on 2 November 1962.", "2 November 1962", DateValue(when="1962-11-02")),
        ("on November 2, 1962,", "November 2, 1962", DateValue(when="1962-11-02")),
        ("of November 03, 1962", "November 03, 1962", DateValue(when="1962-11-03")),
        ("on 1st April, 1949", "1st April, 1949", DateValue(when="1949-04-01")),
        ("the 20th of November", "20th of November", DateValue(when="1962-11-20")),
        ("MOSCOW, 12 MARCH 1950", "12 MARCH 1950", DateValue(when="1950-03-12")),
        ("in May 1963", "May 1963", DateValue(when="1963-05")),
        ("in Sept. 1961", "Sept. 1961", DateValue(when="1961-09")),
        ("since 1956 they", "1956", DateValue(when="1956")),
        ("dated 10.1.1949", "10.1.1949", DateValue(when="1949-01-10")),
        (
            "from 7 through 13 July 1961",
            "7 through 13 July 1961",
            DateValue(start="1961-07-07", end="1961-07-13"),
        ),
        ("on May 4-5", "May 4-5", DateValue(start="1962-05-04", end="1962-05-05")),
        ("statement of 28 October", "28 October", DateValue(when="1962-10-28")),
        ("by 10 January", "10 January", DateValue(when="1963-01-10")),
        ("on 25 December", "25 December", DateValue(when="1962-12-25")),
        ("on 25 March", "25 March", DateValue(when="1962-03-25")),
        ("by 2 May of next year", "2 May of next year", DateValue(when="1963-05-02")),
        (
            "in August-September of this year",
            "August-September of this year",
            DateValue(start="1962-08", end="1962-09"),
        ),
        ("on 19 and 21 March", "21 March", DateValue(when="1962-03-21")),
    ],
)
def test_expressions_are_found_and_valued(text: str, words: str, value: DateValue) -> None:
    """An expression is found whole, and its value follows from its words and the reference."""
    (found,) = find(text, REFERENCE)
    assert found.span.of(text) == words
    assert found.value == value


@pytest.mark.parametrize(
    "text",
    [
        "the 30th of September Movement's",
        "31 February 1950",
        "they may 5 times",
        "Resolution 1956",
        "file 111-00601-07, 11-12",
        "5-4 May",
        "1962/11/2",
    ],
)
def test_what_is_no_date_stays_untouched(text: str) -> None:
    """Numbers, impossible days and movements named after a day are no dates."""
    assert list(find(text, REFERENCE)) == []


def test_a_year_taken_from_the_reference_is_less_sure() -> None:
    """A written year is certain, an inferred one is of medium certainty, none at all is low."""
    certs = [next(find(t, REFERENCE)).cert for t in ("2 May 1950", "2 May")]
    assert certs == [Certainty.HIGH, Certainty.MEDIUM]
    undated = next(find("2 May"))
    assert (undated.value, undated.cert) == (None, Certainty.LOW)


def test_figures_that_read_either_way_are_less_sure() -> None:
    """11.03.1962 may be March or November; 24.3.1950 can only be March."""
    assert next(find("on 11.03.1962")).cert is Certainty.MEDIUM
    assert next(find("on 24.3.1950")).cert is Certainty.HIGH


def test_parse_wants_the_whole_text() -> None:
    """A title that holds a date is no date; a year alone is one."""
    assert parse("Talk of 2 November 1962") is None
    year = parse("1958")
    assert year is not None
    assert year.value == DateValue(when="1958")


@pytest.mark.parametrize(
    ("when", "day"),
    [("1962", date(1962, 6, 15)), ("1962-05", date(1962, 5, 15)), ("1962-11-02", REFERENCE)],
)
def test_the_reference_of_a_vague_date_is_its_middle(when: str, day: date) -> None:
    """Years and months are reckoned from their middle."""
    assert reference_of(DateValue(when=when)) == day


@given(st.dates(date(1800, 1, 1), date(2099, 12, 31)))
def test_what_is_written_is_read(day: date) -> None:
    """Every date is read back from both usual ways of writing it."""
    for form in (f"{day.day} {day:%B} {day.year}", f"{day:%B} {day.day:02}, {day.year}"):
        found = parse(form)
        assert found is not None
        assert found.value == DateValue(when=day.isoformat())


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("1962-11-02", "1962-11-02"),
        ("2 nov 1962", "1962-11-02"),
        ("02 NOV 1962", "1962-11-02"),
        ("021830Z NOV 62", "1962-11-02"),
    ],
)
def test_forms_of_records_and_telegrams_are_whole_dates(text: str, when: str) -> None:
    """ISO 8601, small month names and date-time groups are read where they are a whole field."""
    found = parse(text)
    assert found is not None
    assert found.value == DateValue(when=when)


@pytest.mark.parametrize("text", ["1962-13-02", "1962-11-2", "991830Z NOV 62", "021830Z ABC 62"])
def test_what_is_no_day_is_no_whole_date(text: str) -> None:
    """A day or month that no calendar has is no date."""
    assert parse(text) is None
