"""Texts without fields: what the first lines tell, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tei_cable.errors import SourceError
from tei_cable.kinds import DATELINE, HEAD
from tei_cable.readers import detect, read
from tests.pages import source

TITLE = "26. Telegram From the Embassy in Norland to the Department"
TEXT = f"{TITLE}\n\nLindholm, August 11, 1951, midnight.\n\nAll is well.\n"


def _plain(text: str) -> dict[str, str]:
    cable = read(replace(source(text), reader="plain"))
    return {name: field.value for name, field in cable.metadata.fields().items()}


def test_a_title_above_a_dateline_is_read() -> None:
    """Number, title and day are read off the first lines, told, and stay in the text."""
    cable = read(source(TEXT))
    assert _plain(TEXT) == {"title": TITLE[4:], "date": "August 11, 1951", "number#1": "26"}
    assert cable.text == TEXT.strip()
    assert [f.code for f in cable.findings] == ["TC109"] * 3
    marked = {a.kind: a.span.of(cable.text) for a in cable.annotations}
    assert marked[HEAD] == TITLE
    assert marked[DATELINE] == "Lindholm, August 11, 1951, midnight."


@pytest.mark.parametrize(
    "line",
    [
        "14 March 1951",
        "Lindholm, March 14, 1951—7 p.m.",
        "LINDHOLM, 14 March 1951, 9.48 p.m.",
        "New York, March 14, 1951.",
        "Lindholm, March 14-16, 1951.",
        "Lindholm, March 1951",
    ],
)
def test_datelines(line: str) -> None:
    """A place, a day and a time are a dateline."""
    assert "1951" in _plain(f"A Letter\n\n{line}\n\nAll is well.\n")["date"]


def test_a_number_above_the_title_is_no_part_of_it() -> None:
    """`Document 41` in a line of its own numbers the title below it."""
    assert _plain("Document 41\n\nA Letter\n\nLindholm, 14 March 1951\n\nText.\n") == {
        "title": "A Letter",
        "date": "14 March 1951",
    }


def test_an_undated_line_is_a_dateline_without_a_date() -> None:
    """`Lindholm, undated.` shows where the title ends; the date stays unknown."""
    cable = read(source("26. Telegram to Brook\n\nLindholm, undated.\n\nAll is well.\n"))
    assert cable.metadata.title is not None
    assert cable.metadata.title.value == "Telegram to Brook"
    assert cable.metadata.date is None
    assert "TC103" in [f.code for f in cable.findings]


@pytest.mark.parametrize(
    "line",
    [
        "On 14 March 1951 we met the Minister, who told us that all was well.",
        "We met in March 1951.",
        "The meeting of 14 March 1951",
    ],
)
def test_a_day_in_a_sentence_is_no_dateline(line: str) -> None:
    """A date within a sentence tells nothing about the document."""
    assert "date" not in _plain(f"A Letter\n\n{line}\n\nAll is well.\n")


def test_nothing_is_made_up() -> None:
    """Without a dateline all is text, and what is unknown is told."""
    cable = read(replace(source("All is well.\n\nNothing more.\n"), reader="plain"))
    assert cable.metadata.fields() == {}
    assert [f.code for f in cable.findings] == ["TC106", "TC103"]


def test_a_text_that_tells_nothing_is_not_taken_by_itself() -> None:
    """Detection needs a date; the error says how to read the text all the same."""
    with pytest.raises(SourceError, match="with --from plain it is read all the same"):
        read(source("All is well.\n"))


def test_what_the_user_states_fills_what_is_missing() -> None:
    """A stated field is the header's; one that the source has itself is not replaced, and told."""
    stated = (("title", "A Letter"), ("date", "1951"), ("ink", "blue"))
    cable = read(replace(source("All is well.\n"), stated=stated))
    values = {name: field.value for name, field in cable.metadata.fields().items()}
    assert values == {"title": "A Letter", "date": "1951", "ink#1": "blue"}
    assert cable.findings == ()
    own = read(replace(source(TEXT), stated=stated))
    assert own.metadata.title is not None
    assert own.metadata.title.value == TITLE[4:]
    assert [f.code for f in own.findings if f.code == "TC110"] == ["TC110"] * 2


def test_approvals_and_remarks_that_repeat_are_text() -> None:
    """A line that comes again is no running head by that alone."""
    text = f"{TEXT}\nApprove\n\n[matter omitted]\n\nApprove\n\n[matter omitted]\n"
    assert read(source(text)).text.count("Approve") == 2


def test_what_runs_on_most_pages_is_taken_out() -> None:
    """The first line of each of three pages goes, with the folios, which number the pages."""
    pages = "\f".join(f"Papers\n\n{words}\n\n{n}\n" for n, words in enumerate("ABC", 7))
    cable = read(replace(source(pages), reader="plain"))
    assert cable.text == "A\n\nB\n\nC"
    heads = [v.value for k, v in cable.metadata.fields().items() if k.startswith("running-head")]
    assert heads == ["Papers", "7"]
    assert [getattr(a.detail, "n", "") for a in cable.annotations] == ["8", "9"]


def test_a_text_of_some_length_needs_no_dateline() -> None:
    """Its first line is the title, if it is none of its sentences; the date stays unknown."""
    text = "Statement of Ada Brook on the Harvest\n" + "The harvest was good, they said. " * 12
    made = read(source(text))
    assert detect(source(text)) == "plain"
    assert made.metadata.title
    assert made.metadata.title.value == "Statement of Ada Brook on the Harvest"
    assert [f.code for f in made.findings] == ["TC109", "TC103"]


@pytest.mark.parametrize("text", ["Dear diary,\n", "a;b;c\n" * 40, "word " * 60])
def test_what_is_no_text_is_declined(text: str) -> None:
    """A line or two, a table of values, words without a sentence: the user has to say so."""
    with pytest.raises(SourceError, match="it is short, and no date leads it"):
        detect(source(text))
