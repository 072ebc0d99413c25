"""Passages in capitals: known names get their letters back, ordinary words become small."""

from __future__ import annotations

import pytest
from hypothesis import given

from tei_cable.annotators.capitals import recased
from tei_cable.kinds import ORGANISATION, PERSON, PLACE
from tests.annotators.cables import texts, words_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("THE AMBASSADOR LEFT LA PAZ.", "the Ambassador left La Paz."),
        ("GENERAL ZORKIN SAID NO.", "General Zorkin said no."),
        ("MR. WALTER H. ZORKIN", "Mr. Walter H. Zorkin"),
        ("MINISTER OF FOREIGN AFFAIRS SAID", "minister of Foreign Affairs said"),
        ("WHO IS IN THE US", "who is in the US"),
        ("FOR SY/PRS ONLY", "for SY/PRS only"),
        ("THE SOMETHING ELSE (ZQIB) SAID", "the something else (ZQIB) said"),
        ("The USSR and MR are kept", "The USSR and MR are kept"),
        ("diary of N. V. ROSHCHIN here", "diary of N. V. Roshchin here"),
        ("as Mr. NATO here", "as Mr. NATO here"),
        ("Small.\nALL IS WELL\nSmall.", "Small.\nall is well\nSmall."),
    ],
)
def test_capitals_are_read_as_small_letters_would_be(text: str, read: str) -> None:
    """Only lines without a small letter change, and surnames in capitals after initials."""
    assert recased(text) == read


def test_names_are_found_in_a_telegram_in_capitals() -> None:
    """Persons, places and bodies come out as from a text in small letters."""
    text = "GENERAL ZORKIN TOLD AMBASSADOR IN LA PAZ THAT THE SOVIET UNION ASKED UNESCO."
    assert words_of(text, PERSON) == ["GENERAL ZORKIN"]
    assert words_of(text, PLACE) == ["LA PAZ", "SOVIET UNION"]
    assert words_of(text, ORGANISATION) == ["UNESCO"]


@given(texts())
def test_no_letter_moves(text: str) -> None:
    """Whatever the text, it keeps its length and its letters, case apart."""
    assert len(recased(text)) == len(text)
    assert recased(text).casefold() == text.casefold()
    assert recased(recased(text)) == recased(text)
