"""Headings in capitals, and capitals that mean something else."""

from __future__ import annotations

import pytest

from tests.annotators.blocks.shape import shape

TEXT = "The harvest of this year was better than that of the last one, and the mills work again."


def test_a_line_in_capitals_heads_what_follows() -> None:
    """At the beginning it is a head, among paragraphs a label."""
    found = shape(f"THE SUPPLY OF GRAIN\n\n{TEXT}\n\nON THE VKP(b)\n\n{TEXT}")
    assert found == "head p label p"


def test_a_wrapped_heading_is_one() -> None:
    """Lines in capitals right under each other are one heading."""
    found = shape(f"{TEXT}\n\nON THE SUPPLY OF GRAIN\nTO THE NORTH\n\n{TEXT}")
    assert found == "p label p"


@pytest.mark.parametrize(
    "line",
    ["I. THE SUPPLY OF GRAIN", "3. QUESTIONS OF TRADE", "A QUESTION ABOUT TRADE.", "TRADE"],
)
def test_numbers_stops_and_single_words_may_stand_in_a_heading(line: str) -> None:
    """A heading may have a number before it and a full stop after it."""
    assert shape(f"{TEXT}\n\n{line}\n\n{TEXT}") == "p label p"


def test_a_heading_follows_its_text_on_the_next_line() -> None:
    """A line in capitals under the end of a sentence is a heading without a blank line."""
    assert shape(f"{TEXT}\nGood.\nTHE QUESTION OF TRADE\n\n{TEXT}") == "p label p"


@pytest.mark.parametrize(
    "line",
    [
        "TOP SECRET",
        "IMMEDIATE RESTRICTED",
        "2781. SECRET",
        "USA",
        "1962",
        "The Supply of Grain",
        "THE SUPPLY OF GRAIN,",
        "NIKITA KHRUSHCHEV",
    ],
)
def test_near_misses_of_a_heading_are_paragraphs(line: str) -> None:
    """Marks of secrecy and urgency, short names, signatures and small letters head nothing."""
    assert shape(f"{TEXT}\n\n{line}\n\n{TEXT}") == "p p p"


def test_the_wrapped_end_of_a_line_is_no_heading() -> None:
    """Capitals that a line in small letters runs on to are part of it."""
    assert "label" not in shape(f"The plenum of the\nCENTRAL COMMITTEE\n\n{TEXT}\n\n{TEXT}")


def test_the_last_line_heads_nothing() -> None:
    """What no paragraph follows is no heading."""
    assert "label" not in shape(f"{TEXT}\n\n{TEXT}\n\nTHE SUPPLY OF GRAIN")


def test_in_a_text_of_capitals_they_mean_nothing() -> None:
    """A telegram in capitals has no headings."""
    lines = ["RICE HAS COME", "THE MILLS WORK AGAIN SINCE MAY", "SALT HAS NOT COME YET"]
    assert shape("\n\n".join([*lines, "The embassy."])) == "p p p p"
