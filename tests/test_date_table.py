"""A table of calendar expressions as documents write them, each with what it means."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.dates import find
from tei_cable.model import DateValue

REFERENCE = date(1962, 11, 2)

# the words around «» are context; then: when, from..to, or notBefore~notAfter; "" is no value
TABLE = """
on «2 November 1962» | 1962-11-02
on «02 November 1962» | 1962-11-02
on «2 Nov. 1962» | 1962-11-02
on «2 Nov 1962» | 1962-11-02
on «2 NOV 1962» | 1962-11-02
on «01 jan 1960» | 1960-01-01
on «2nd November, 1962» | 1962-11-02
on the «2nd of November 1962» | 1962-11-02
on the «2nd of November, 1962» | 1962-11-02
on «2 November of this year» | 1962-11-02
on «13 September of last year» | 1961-09-13
on «13 September last year» | 1961-09-13
by «2 May of next year» | 1963-05-02
on «November 2, 1962» | 1962-11-02
on «November 2 1962» | 1962-11-02
on «November 2nd, 1962» | 1962-11-02
on «NOVEMBER 2, 1962» | 1962-11-02
on «Nov. 2, 1962» | 1962-11-02
on «Sept. 2, 1962» | 1962-09-02
on «Sept 23rd» | 1962-09-23
on «July 23rd» | 1962-07-23
on «March 24» and | 1962-03-24
«March 24, 1955»—7 p.m. | 1955-03-24
«August 11, 1961», midnight | 1961-08-11
«1972 July 1» | 1972-07-01
«1972, July 1» | 1972-07-01
dated «1953-03-05» | 1953-03-05
dated «10.1.1949» | 1949-01-10
dated «5.3.53» | 1953-03-05
dated «31.X.62» | 1962-10-31
dated «5.III.1953» | 1953-03-05
dated «27/X/62» | 1962-10-27
dated «27-X-1962» | 1962-10-27
dated «30.XII.1948» | 1948-12-30
dated «10/14/62» | 1962-10-14
dated «14/10/62» | 1962-10-14
dated «10/14/1962» | 1962-10-14
dated «11/1/62» | 1962-11-01
dated «1/11/62» | 1962-11-01
dated «7 AUG 79» | 1979-08-07
dated «12 May 62» | 1962-05-12
on «May 4, ’62» | 1962-05-04
on «“15” January 1963» | 1963-01-15
on «"15" January 1963» | 1963-01-15
on «28 [sic] October» | 1962-10-28
on «the first of April» | 1962-04-01
on «twenty-first of March 1949» | 1949-03-21
on «Monday, 5 November 1962» | 1962-11-05
on «Monday, November 5, 1962» | 1962-11-05
on «Tuesday, the 6th of November» | 1962-11-06
«082010Z JUL 79» | 1979-07-08
O «070430z Aug 79» FM | 1979-08-07
R «112030Z» | 1962-11-11
R «302359Z» | 1962-10-30
on «28 October» | 1962-10-28
by «10 January» | 1963-01-10
on «25 December» | 1962-12-25
on «25 March» | 1962-03-25
on the «night of May 4» | 1962-05-04
the «morning of 2 November» | 1962-11-02
the «evening of the 2nd of November» | 1962-11-02
in «May 1963» | 1963-05
in «May, 1963» | 1963-05
in «May of 1963» | 1963-05
in «Sept. 1961» | 1961-09
in «MAY 1963» | 1963-05
in «March» they | 1962-03
by «March» they | 1962-03
since «September» they | 1962-09
the «July» elections | 1962-07
in «September this year» | 1962-09
in «September of last year» | 1961-09
«last May» | 1962-05
«last December» | 1961-12
«next March» | 1963-03
in «1956» | 1956
since «1956» they | 1956
after «1956» | 1956
the years «1941-1945» | 1941..1945
Minister («1937») of | 1937
the «1952» revolution | 1952
both the «1958» and | 1958
for «1963» | 1963
«from 7 through 13 July 1961» | 1961-07-07..1961-07-13
«from 7 to 13 July» | 1962-07-07..1962-07-13
on «27-28 October» | 1962-10-27..1962-10-28
on «27–28 October 1962» | 1962-10-27..1962-10-28
on «27th to 28th October 1962» | 1962-10-27..1962-10-28
on «4/5 May» | 1962-05-04..1962-05-05
on «May 4-5» | 1962-05-04..1962-05-05
on «May 4-5, 1961» | 1961-05-04..1961-05-05
on «May 4 to 5, 1961» | 1961-05-04..1961-05-05
«OCTOBER 13 TO 17» | 1962-10-13..1962-10-17
«between May 9 and 11» | 1962-05-09..1962-05-11
«between 9 and 11 May 1961» | 1961-05-09..1961-05-11
the «night of May 4-5» | 1962-05-04..1962-05-05
«28 October – 2 November 1962» | 1962-10-28..1962-11-02
«28 December 1961 to 2 January 1962» | 1961-12-28..1962-01-02
«from 28 December to 2 January 1962» | 1961-12-28..1962-01-02
«May 30 to June 2, 1962» | 1962-05-30..1962-06-02
«May 30–June 2, 1962» | 1962-05-30..1962-06-02
«from May 30 to June 2» | 1962-05-30..1962-06-02
«between May 30 and June 2, 1962» | 1962-05-30..1962-06-02
«between 30 May and 2 June 1962» | 1962-05-30..1962-06-02
«December 28, 1961 to January 2, 1962» | 1961-12-28..1962-01-02
«June 1958–January 1959» | 1958-06..1959-01
«from June 1958 to January 1959» | 1958-06..1959-01
«since October 1948 to January 1949» | 1948-10..1949-01
in «September-October 1949» | 1949-09..1949-10
in «August-September of this year» | 1962-08..1962-09
in «December-January 1950» | 1949-12..1950-01
«between May and July 1962» | 1962-05..1962-07
«1946-1947» | 1946..1947
«1952-56» | 1952..1956
«1952–56» | 1952..1956
«1946 to 1947» | 1946..1947
«from 1962 to 1963» | 1962..1963
«between 1946 and 1949» | 1946..1949
the «1960s» | 1960..1969
the «1960's» | 1960..1969
the «1960’s» | 1960..1969
the «40s» | 1940..1949
the «mid-1960s» | 1964~1966
the «early 1940's» | 1940~1943
the «late 1950s» | 1957~1959
in «early 1956» | 1956-01~1956-03
in «mid-1961» | 1961-05~1961-08
in «late 1961» | 1961-10~1961-12
the «end of 1961» | 1961-10~1961-12
the «beginning of this year» | 1962-01~1962-03
the «end of last year» | 1961-10~1961-12
the «first half of 1961» | 1961-01~1961-06
the «second half of 1961» | 1961-07~1961-12
the «third quarter of 1961» | 1961-07~1961-09
in «late October» | 1962-10-21~1962-10-31
in «early May 1961» | 1961-05-01~1961-05-10
in «mid-November» | 1962-11-11~1962-11-20
the «end of February 1960» | 1960-02-21~1960-02-29
the «beginning of the month of March» | 1962-03-01~1962-03-10
the «first half of May» | 1962-05-01~1962-05-15
the «second half of February 1961» | 1961-02-16~1961-02-28
in the «fall of 1948» | 1948-09~1948-11
in «spring 1962» | 1962-03~1962-05
the «summer of 1962» | 1962-06~1962-08
«Summer, 1962» | 1962-06~1962-08
the «winter of 1949» | 1949-12~1950-02
the «winter of 1949-50» | 1949-12~1950-02
the «summer of next year» | 1963-06~1963-08
«this summer» | 1962-06~1962-08
«last summer» | 1962-06~1962-08
«last autumn» | 1961-09~1961-11
«next winter» | 1962-12~1963-02
«next spring» | 1963-03~1963-05
in the «fall», we | -
«today» | 1962-11-02
«yesterday» | 1962-11-01
«yesterday evening» | 1962-11-01
«tomorrow» | 1962-11-03
«tonight» | 1962-11-02
«this morning» | 1962-11-02
«last night» | 1962-11-01
«the day before yesterday» | 1962-10-31
«the day after tomorrow» | 1962-11-04
«last month» | 1962-10
«next month» | 1962-12
«this year» | 1962
«last year» | 1961
«next week» | -
on «Friday» | -
«last Friday» | -
on 3 May 1945 and on «8 June» | 1945-06-08
"""
NO_DATES = """
the 30th of September Movement's
31 February 1950
they may 5 times
Resolution 1956
file 111-00601-07, 11-12
file 403/2/3/2, part 3
A1838, 160/11/1/1
5-4 May
the 7th, 8th Session
in May Street
in 1947-1946
a late spring
an early end
January 1950 - December 1949
30 February - 2 March 1949
1640 hours
in 1900 tons of wool
$1950
1,950 men
version 1.10.3
at 13.2.1 of the text
259999Z
403021Z
the todays
13/14/62
June-Mary
"""


def _rows() -> list[tuple[str, str, str]]:
    rows = (line.rpartition(" | ") for line in TABLE.strip().splitlines())
    return [(row.replace("«", "").replace("»", ""), row, meaning) for row, _, meaning in rows]


def _value(meaning: str) -> DateValue | None:
    if meaning == "-":
        return None
    start, dots, end = meaning.partition("..")
    if dots:
        return DateValue(start=start, end=end)
    first, tilde, last = meaning.partition("~")
    return DateValue(not_before=first, not_after=last) if tilde else DateValue(when=meaning)


@pytest.mark.parametrize(("text", "marked", "meaning"), _rows(), ids=[r[1] for r in _rows()])
def test_each_expression_has_its_extent_and_value(text: str, marked: str, meaning: str) -> None:
    """The last expression of a text is found with its edges, and means what it says."""
    found = list(find(text, REFERENCE))[-1:]
    words = marked.partition("«")[2].partition("»")[0]
    assert [(f.span.of(text).removeprefix("on "), f.value) for f in found] == [
        (words, _value(meaning))
    ]


@pytest.mark.parametrize("text", NO_DATES.strip().splitlines())
def test_numbers_that_look_like_dates_are_left(text: str) -> None:
    """Sessions, resolutions, files, hours, amounts and impossible days are no dates."""
    assert list(find(text, REFERENCE)) == []


DAYS = st.dates(date(1900, 1, 1), date(1999, 12, 31))
_FORMS = (
    "{0.day} {0:%B} {0.year}",
    "{0:%B} {0.day}, {0.year}",
    "{0.year} {0:%B} {0.day}",
    "{0.day} {0:%b} {0.year}",
    "{0:%Y-%m-%d}",
    "{0.day}.{0.month}.{0.year}",
    "the {0.day} of {0:%B}, {0.year}",
    "“{0.day}” {0:%B} {0.year}",
)


@given(DAYS, st.sampled_from(_FORMS))
def test_every_form_of_a_day_is_read(day: date, form: str) -> None:
    """What a form writes of any day is read back as that day."""
    (found,) = find(form.format(day))
    assert found.value == DateValue(when=day.isoformat())


@given(DAYS, st.integers(1, 200))
def test_every_range_is_read(day: date, length: int) -> None:
    """A range of two days of any two months is read with both its ends."""
    last = day + timedelta(days=length)
    for text in (
        f"from {day.day} {day:%B} {day.year} to {last.day} {last:%B} {last.year}",
        f"{day:%B} {day.day}, {day.year} to {last:%B} {last.day}, {last.year}",
    ):
        if day.month != last.month:
            (found,) = find(text)
            assert found.value == DateValue(start=day.isoformat(), end=last.isoformat())


@given(
    st.lists(
        st.sampled_from(
            ["1", "31", "May", "1962", "/", "to", "from", "of", "IV", "the", "082010Z", "early"]
        )
    )
)
def test_any_row_of_pieces_gives_days_of_the_calendar(pieces: list[str]) -> None:
    """Whatever the words, finds are in order and apart, and a day found exists."""
    text = " ".join(pieces)
    position = 0
    for found in find(text, REFERENCE):
        assert position <= found.span.start < found.span.end <= len(text)
        position = found.span.end
        if found.value and len(found.value.when) == len("1962-11-02"):
            date.fromisoformat(found.value.when)
