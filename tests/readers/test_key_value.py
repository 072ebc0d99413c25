"""Fields above a text: `Key: value` lines."""

from __future__ import annotations

import pytest

from tei_cable.readers import detect, read
from tests.pages import source

BLOCK = "Title: Letter from Harland\nDate: 14 March 1951\nFrom: Harland\n"


def _values(text: str) -> dict[str, str]:
    return {name: field.value for name, field in read(source(text)).metadata.fields().items()}


def test_a_block_of_fields_is_read() -> None:
    """Title and date are the header's, others keep their names; the text begins after the block."""
    text = f"{BLOCK}Colour: blue\n\nAll is well.\n"
    assert _values(text) == {
        "title": "Letter from Harland",
        "date": "14 March 1951",
        "From#1": "Harland",
        "Colour#1": "blue",
    }
    assert read(source(text)).text == "All is well."


def test_values_wrap_and_blocks_go_on_after_blank_lines() -> None:
    """A known label after a blank line is still a field; a wrapped value is one value."""
    text = f"{BLOCK}\nSource: The Archive,\nfile 7\n\nNote: this is text.\n"
    cable = read(source(text))
    assert cable.metadata.citation is not None
    assert cable.metadata.citation.value == "The Archive, file 7"
    assert cable.text == "Note: this is text."


def test_text_right_under_a_label_without_a_value_is_text() -> None:
    """`Description:` with nothing after it does not swallow the document."""
    assert read(source(f"{BLOCK}Description:\nAll is well.\n")).text == "All is well."


def test_two_fields_in_one_line_are_two() -> None:
    """A known label far to the right begins a field of its own."""
    values = _values("Title: A Letter\nDate: 14 March 1951        From: Harland\n\nAll is well.\n")
    assert values == {"title": "A Letter", "date": "14 March 1951", "From#1": "Harland"}


def test_lines_above_the_block_are_kept() -> None:
    """A banner is a field of its own."""
    assert _values(f"Papers\n\n{BLOCK}\nAll is well.\n")["banner#1"] == "Papers"


@pytest.mark.parametrize(
    "text",
    [
        "Harland: I think so.\nBrook: So do I.\n\n14 March 1951\n",
        "14 March 1951\n\nOne.\n\nTwo.\n\nThree.\n\nTitle: none.\nDate: none.\n\nFour.\n",
    ],
)
def test_speakers_and_late_labels_are_no_block(text: str) -> None:
    """Labels that are no fields, or stand deep in the text, are text."""
    assert detect(source(text)) == "plain"


def test_what_of_a_citation_is_not_recognised_is_told() -> None:
    """A citation in a field is read as on a page: what no rule takes is reported."""
    text = "Title: On rice\nSource: AVP RF, fond 1, opis 2, the brown box\n\nThe rice came.\n"
    assert "TC111" in [f.code for f in read(source(text)).findings]
