"""Bare titles: from whom to whom."""

from __future__ import annotations

import pytest

from tei_cable.annotators.parties import addressed, routed


@pytest.mark.parametrize(
    ("title", "sender", "receiver"),
    [
        ("Harland to Department of Grain", "Harland", "Department of Grain"),
        (
            "Mr A. Harland, Minister to Norland, to Ada Brook",
            "Mr A. Harland, Minister to Norland",
            "Ada Brook",
        ),
        ("Cablegram From Harland to the Department", "Harland", "Department"),
        ("CABLEGRAM FROM HARLAND TO THE DEPARTMENT", "HARLAND", "DEPARTMENT"),
        ("Submission No. 53, Harland To Cabinet", "Harland", "Cabinet"),
        ("Submission 53 To Cabinet By Harland", "Harland", "Cabinet"),
        ("PAPER BY THE GRAIN OFFICE FOR BROOK", "GRAIN OFFICE", "BROOK"),
        ("Cablegram to Lindholm", "", "Lindholm"),
        ("Minute by Harland", "Harland", ""),
        ("Telex, Harland To Brook", "Harland", "Brook"),
        (
            "M. Durand, Chargé d'Affaires in Norland, to Brook",
            "M. Durand, Chargé d'Affaires in Norland",
            "Brook",
        ),
    ],
)
def test_a_title_that_is_names_tells_both(title: str, sender: str, receiver: str) -> None:
    """Kind, number, `from`, `by` and offices with `to` are seen through."""
    assert addressed(title) == (sender, receiver)


@pytest.mark.parametrize(
    "title",
    [
        "Visit of Brook to Norland",
        "Note on the visit to Norland",
        "Reply to a Letter",
        "Report 'Harland to Brook'",
        "The way to go",
        "Minutes of the Conference",
        "Wheat for the Northern Ports",
    ],
)
def test_other_titles_tell_nobody(title: str) -> None:
    """What is done to somebody is no letter to him."""
    assert addressed(title) == ("", "")


@pytest.mark.parametrize(
    ("words", "party"),
    [
        ("SecState WashDC Niact Immediate 8764", "SecState WashDC"),
        ("SecState WashDC 2387", "SecState WashDC"),
        ("AmConsul Lindholm", "AmConsul Lindholm"),
    ],
)
def test_precedence_and_number_are_no_part_of_a_party(words: str, party: str) -> None:
    """A telegram's route is cut to the name."""
    assert routed(words) == party
