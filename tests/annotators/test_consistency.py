"""The date that a document is signed with, against the page's."""

from __future__ import annotations

import pytest

from tei_cable.annotators import annotate
from tests.annotators.cables import cable

BODY = "The delegation of Poland arrived, and was met by the leadership of the country."


def _codes(closing: str, date: str) -> list[tuple[str, str]]:
    text = f"{BODY}\n\n{BODY}\n\nEmbassy in Cuba\n{closing}"
    findings = annotate(cable(text, date=date)).findings
    return [(f.code, f.span.of(text)) for f in findings if f.span and f.code == "TC303"]


def test_another_day_is_reported() -> None:
    """The page says the 14th, the document is signed on the 11th."""
    assert _codes("11 June 1949", "June 14, 1949") == [("TC303", "11 June 1949")]


@pytest.mark.parametrize("date", ["June 11, 1949", "June 1949", "1949", ""])
def test_the_same_day_or_a_vaguer_date_is_not(date: str) -> None:
    """A page that gives the day, its month, its year or nothing does not contradict it."""
    assert _codes("11 June 1949", date) == []
