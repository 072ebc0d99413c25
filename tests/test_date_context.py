"""The year of a date without one, as the words around tell it."""

from __future__ import annotations

from datetime import date

import pytest

from tei_cable.dates import find
from tei_cable.model import Certainty, DateValue

_DAY = date(1955, 4, 12)


def _values(text: str) -> list[tuple[str, Certainty]]:
    found = list(find(text, _DAY))
    return [(f.value.when or f.value.start if f.value else "", f.cert) for f in found]


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He will come in October.", "1955-10"),
        ("They intend to leave in January.", "1956-01"),
        ("We plan a visit in September.", "1955-09"),
        ("The talks are expected in December.", "1955-12"),
        ("In November the delegation will go home.", "1955-11"),
        ("The visit is scheduled for 13 October.", "1955-10-13"),
    ],
)
def test_what_is_spoken_of_as_to_come_is_the_next_such_month(text: str, when: str) -> None:
    """After words of the future a month is the next of its name, however far ahead."""
    assert _values(text) == [(when, Certainty.MEDIUM)]


@pytest.mark.parametrize(
    "text",
    [
        "A plan adopted in October was kept.",
        "He will report what was done in October.",
        "They left in October.",
    ],
)
def test_a_month_far_back_is_of_low_certainty(text: str) -> None:
    """Without such words it is the nearest, and far from the document's day hardly sure."""
    assert _values(text) == [("1954-10", Certainty.LOW)]


def test_a_month_nearby_is_as_sure_as_ever() -> None:
    """A month within a quarter of the document's day is of medium certainty."""
    assert _values("They left in February.") == [("1955-02", Certainty.MEDIUM)]


def test_months_told_in_a_row_do_not_run_backwards() -> None:
    """The month after another of the same passage follows it, and an earlier one stays earlier."""
    values = _values("They meet in June and again in July. In August they part.")
    assert [when for when, _ in values] == ["1955-06", "1955-07", "1955-08"]
    values = _values("They left in March; the trip in February was short.")
    assert [when for when, _ in values] == ["1955-03", "1955-02"]


def test_a_part_of_a_decade_lies_within_it() -> None:
    """The apostrophe belongs to the decade, and its part bounds it."""
    found = next(find("in the second half of the 1950's they", _DAY))
    assert found.value == DateValue(not_before="1955", not_after="1959")
    assert len(found.span) == len("second half of the 1950's")
