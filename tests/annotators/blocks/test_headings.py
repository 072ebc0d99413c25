"""Headings in capitals, and capitals that mean something else."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.tei.names import TEI
from tei_cable.tei.text import body_text
from tests.annotators.blocks.shape import shape
from tests.pages import converted, page

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


@pytest.mark.parametrize(
    "heading",
    [
        "THE SUPPLY OF GRAIN TO THE NORTH",
        "3. SUPPLY OF GRAIN AND RICE",
        "SUBJECT: THE PRICE OF GRAIN",
    ],
)
def test_capitals_before_a_sentence_are_a_heading_in_its_line(heading: str) -> None:
    """The paragraph goes on in the same line, and the way back is exact."""
    body = f"{TEXT}\n\n{heading} {TEXT}\n\n{TEXT}"
    root = etree.fromstring(converted(page(body)).xml)
    label = root.find(f".//{TEI}label[@type='heading']")
    assert label is not None
    assert (label.text, label.get("rend"), label.get("cert")) == (heading, "run-in", "medium")
    assert body_text(root).text == body


def test_the_number_of_a_paragraph_is_not_of_the_heading_before_it() -> None:
    """`... OF GRAIN 42. The harvest` is a heading and the paragraph 42."""
    root = etree.fromstring(
        converted(page(f"{TEXT}\n\nTHE SUPPLY OF GRAIN AND RICE 42. {TEXT}\n\n{TEXT}")).xml
    )
    label = root.find(f".//{TEI}label[@type='heading']")
    assert label is not None
    assert label.text == "THE SUPPLY OF GRAIN AND RICE"


@pytest.mark.parametrize(
    "begins",
    [
        "THE MINISTER OF FOREIGN TRADE said that the",  # who speaks
        "CC CPSU AND CCP CC Delegations met, and the",  # bodies
        "GRAIN The",  # one word
        "TOP SECRET EYES ONLY The",  # marks
    ],
)
def test_near_misses_of_a_heading_in_a_line(begins: str) -> None:
    """A name in capitals begins a sentence; marks of secrecy and few words head nothing."""
    assert shape(f"{TEXT}\n\n{begins} {TEXT}\n\n{TEXT}") == "p p p"
