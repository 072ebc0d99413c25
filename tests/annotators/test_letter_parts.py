"""Whom the addressees, the byline and the signatures of a text name, and for whom they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import annotate
from tei_cable.annotators.correspondence import correspondence
from tei_cable.annotators.titles import route
from tests.annotators.cables import cable

if TYPE_CHECKING:
    from tei_cable.metadata import Correspondence

BODY = "It rains in the harbour, and the delegation is late."


def _of(title: str, text: str) -> Correspondence:
    return correspondence(annotate(cable(text, title=title, date="November 2, 1962")))


def _sender(title: str, text: str) -> tuple[str, str, str]:
    party = _of(title, text).sender
    assert party
    return party.name, party.entity.id if party.entity else "", party.cert.value


def test_the_signature_says_who_held_an_office() -> None:
    """An office that sends without a name is the one person who signs; less sure without it."""
    title = "Report from the Head of the Harvest Mission"
    signed = f"TOP SECRET\n\n{BODY}\n\nHead of the mission\n\nJan Novak"
    assert _sender(title, signed) == (
        "Head of the Harvest Mission",
        "person-jan-novak",
        "medium",
    )
    without = _sender(title, f"{BODY}\n\nFidel Castro")
    assert without[1:] == ("castro-fidel", "low")


def test_two_signatures_leave_an_office_open() -> None:
    """Which of two who sign held the office is not said; nor is it where nobody signs."""
    title = "Report from the Head of the Harvest Mission"
    assert _sender(title, f"{BODY}\n\nJan Novak\n\nFidel Castro")[1] == ""
    assert _sender(title, f"Jan Novak is here.\n\n{BODY}")[1] == ""


def test_a_surname_is_that_of_who_signs() -> None:
    """A lone surname is the person of that surname who signs: one person, one entry."""
    title = "Letter from Brookmann to Fidel Castro"
    assert _sender(title, f"{BODY}\n\nAda Brookmann") == (
        "Brookmann",
        "person-ada-brookmann",
        "medium",
    )


@pytest.mark.parametrize("text", ["Jan Novak", "Mr. Brookmann is ill, and nobody signs."])
def test_another_signature_is_not_the_sender(text: str) -> None:
    """Another surname below, or the same one in a paragraph, says nothing."""
    assert _sender("Letter from Brookmann to Fidel Castro", f"{BODY}\n\n{text}")[1] == ""


def _receivers(text: str) -> list[str]:
    found = _of("Report on the Weather", text)
    parties = (found.receiver, *found.co_receivers)
    return [party.entity.id for party in parties if party and party.entity]


def test_each_line_of_addressees_names_one() -> None:
    """Two lines `to ...` above a text are two receivers, one that is named again is one."""
    lines = "Top Secret\n\nto the CPSU CC\n\nto Cde. N. S. KHRUSHCHEV\n\n"
    assert _receivers(f"{lines}{BODY}") == ["cpsu-cc", "khrushchev-nikita"]


def test_a_greeting_is_no_second_receiver() -> None:
    """`Dear ...` below an addressee greets the one who was named."""
    text = f"to the CPSU CC\n\nDear Comrade Khrushchev,\n\n{BODY}"
    assert _receivers(text) == ["cpsu-cc"]


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Ada Brook's Recollections of the Harvest", "Ada Brook"),
        ("Ada Brook’s handwritten notes on the harvest", "Ada Brook"),
        ("The Brooks' Diary", "Brooks"),
        ("From the Memoirs of Ada Brook", ""),
        ("The Harvest of Ada Brook's Farm", ""),
        ("Ada Brook's Farm, Recollections", ""),
        ("Ada Brook's House Notes", ""),
    ],
)
def test_whose_recollections_they_are(title: str, author: str) -> None:
    """A personal writing has the one for its author whose it is called."""
    assert route(title).author == author


def test_a_place_keeps_no_diary() -> None:
    """A person's recollections have an author and no sender; a country's have neither."""
    found = _of("Fidel Castro's Recollections of a Harvest", BODY)
    assert found.author
    assert found.author.entity
    assert (found.author.entity.id, found.sender) == ("castro-fidel", None)
    assert _of("Poland's Impressions of a Harvest", BODY).author is None
