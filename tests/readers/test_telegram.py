"""A telegram with its head in the text, and the attributes of its database."""

from __future__ import annotations

import pytest

from tei_cable.errors import SourceError
from tei_cable.kinds import PAGE_BREAK
from tei_cable.model import PageBreak
from tei_cable.readers import detect, read
from tests.pages import source

HEAD = (
    "P 141445Z MAR 77\nFM AMCONSUL LINDHOLM\nTO SECSTATE WASHDC 4417\n\n"
    "TAGS: EAGR\nSUBJECT: WHEAT FOR THE\nPORTS\n\n"
)
BODY = (
    "1. THE MINISTER OF GRAIN SAYS THAT THE HARVEST OF THE NORTH WAS\nGOOD.\n"
    "2. PLEASE ADVISE.\nHARLAND\n"
)


def _values(text: str) -> dict[str, str]:
    return {name: field.value for name, field in read(source(text)).metadata.fields().items()}


def test_the_head_is_read_and_stays_in_the_text() -> None:
    """Title, date and parties come from the head; its lines are the text's first."""
    values = _values(HEAD + BODY)
    assert values == {
        "title": "WHEAT FOR THE PORTS",
        "date": "141445Z MAR 77",
        "FM#1": "AMCONSUL LINDHOLM",
        "TO#1": "SECSTATE WASHDC 4417",
        "TAGS#1": "EAGR",
    }
    assert read(source(HEAD + BODY)).text.startswith("P 141445Z MAR 77\nFM AMCONSUL LINDHOLM\n")


def test_wraps_are_folded_but_items_and_the_signature_stand_alone() -> None:
    """A numbered paragraph and the name below the text begin lines of their own."""
    assert read(source(HEAD + BODY)).text.split("\n\n")[-1].split("\n") == [
        "1. THE MINISTER OF GRAIN SAYS THAT THE HARVEST OF THE NORTH WAS GOOD.",
        "2. PLEASE ADVISE.",
        "HARLAND",
    ]


def test_attributes_are_fields_and_what_goes_on_belongs_to_them() -> None:
    """After `Message Attributes` each label has its value, wrapped or not; empty ones have none."""
    attributes = "\nMessage Attributes\nDraft Date: 14 mar 1977\nErrors:\nNote: one\n   two\n"
    values = _values(f"Message Text\n{HEAD}{BODY}{attributes}")
    assert values["Note#1"] == "one two"
    assert values["Draft-Date#1"] == "14 mar 1977"
    assert "Errors#1" not in values


def test_a_field_of_the_head_ends_where_the_next_begins() -> None:
    """Only a line that is no field goes on with the one above."""
    head = (
        "DRAFT DATE: 24 APR 1974\nFM: AMCONSUL LINDHOLM\nTO: SECSTATE\nSUBJECT: WHEAT\nTAGS: A\n\n"
    )
    values = _values(head + BODY)
    assert (values["title"], values["date"]) == ("WHEAT", "24 APR 1974")
    assert (values["FM#1"], values["TO#1"]) == ("AMCONSUL LINDHOLM", "SECSTATE")


def test_a_page_line_is_a_page_break() -> None:
    """`PAGE 02 ...` numbers the page that begins, and is no text."""
    text = f"{HEAD}1. THE HARVEST WAS\n\nPAGE 02  LINDHO 00417 141520Z\n\nGOOD.\n"
    cable = read(source(text))
    (found,) = (a for a in cable.annotations if a.kind is PAGE_BREAK)
    assert found.detail == PageBreak("2")
    assert "PAGE" not in cable.text
    assert cable.metadata.fields()["running-head#1"].value == "PAGE 02 LINDHO 00417 141520Z"
    assert [f.code for f in cable.findings if f.line == 11] == ["TC105"]


@pytest.mark.parametrize(
    "text",
    [
        "FM THE MINISTER\n\nAll is well.\n",
        "From: Harland\nTo: Brook\n\nAll is well, FM says.\n",
        "FMX A\nTO B\n\nAll is well.\n",
    ],
)
def test_what_only_looks_like_a_head_is_declined(text: str) -> None:
    """A telegram has a line `FM` and soon after one `TO`."""
    try:
        assert detect(source(text)) != "telegram"
    except SourceError as error:
        assert "telegram: no line" in str(error)  # noqa: PT017 (either outcome declines)
