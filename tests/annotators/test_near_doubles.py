"""Names that are nearly one another are reported."""

from __future__ import annotations

import pytest

from tei_cable.annotators import annotate
from tests.annotators.cables import cable


def _found(text: str, code: str) -> list[str]:
    findings = annotate(cable(text)).findings
    return [f.span.of(text) for f in findings if f.span and f.code == code]


def test_a_surname_that_two_bear_is_reported_once() -> None:
    """Nothing says which of the two is meant."""
    text = "We met Karl Nowak and Anna Nowak. Nowak agreed. Then Nowak left."
    assert _found(text, "TC304") == ["Nowak"]


def test_a_surname_that_one_bears_is_not() -> None:
    """One full name leaves no doubt, however often it stands."""
    assert _found("We met Karl Nowak. Nowak agreed. Karl Nowak left.", "TC304") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Karl Nowickij. Then Karl Nowicki left.", ["Karl Nowicki"]),
        ("The Sugar Board met. The Sugar Board of Poland rose.", ["Sugar Board of Poland"]),
    ],
)
def test_names_that_are_nearly_the_same_are_reported(text: str, names: list[str]) -> None:
    """One letter, or a tail that one has and the other has not."""
    assert _found(text, "TC305") == names


@pytest.mark.parametrize(
    "text",
    [
        "We met Karl Nowicki. Then Karl Nowotny left.",
        "The 24th Army and the 25th Army met.",
        "We met Karl Nowicki. Then Karl Nowicki left.",
    ],
)
def test_names_that_differ_by_more_or_by_a_figure_are_not(text: str) -> None:
    """Two names that merely begin alike, two numbers, and one name twice are no doubles."""
    assert _found(text, "TC305") == []
