"""Lines of stars or dashes between sections."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable import validate
from tei_cable.tei.names import TEI
from tei_cable.tei.text import body_text
from tests.annotators.blocks.shape import shape
from tests.pages import converted, page

LONG = "The delegation of Poland arrived, and was met by the leadership of the country."
MORE = "It has brought a message that concerns the harvest and the price of sugar."


@pytest.mark.parametrize("signs", ["* * *", "***", "-----", "— — —", "• • •", "o o o"])
def test_signs_in_a_line_of_their_own_part_two_sections(signs: str) -> None:
    """They are a milestone, come back in the text, and the file is valid."""
    body = f"{LONG}\n\n{signs}\n\n{MORE}\n\n{LONG}"
    result = converted(page(body))
    root = etree.fromstring(result.xml)
    found = root.find(f".//{TEI}milestone")
    assert found is not None
    assert (found.get("type"), found.get("rend")) == ("ornament", signs)
    assert body_text(root).text == body
    assert validate(result.xml, "x.xml") == []


def test_an_ornament_ends_a_list() -> None:
    """What follows it belongs to no item."""
    assert shape(f"1. {LONG}\n\n2. {LONG}\n\n* * *\n\n{MORE}\n\n{LONG}") == (
        "list(item1 item2) milestone p p"
    )


def test_a_text_of_ornaments_alone_is_a_paragraph() -> None:
    """A division has to hold something."""
    assert shape("* * *") == "p"


@pytest.mark.parametrize("words", ["**", "* - *", "ooo", "###", "...", "* * * as said", "- 2 -"])
def test_near_misses_of_an_ornament(words: str) -> None:
    """Two signs, signs of several sorts, dots and words are none."""
    assert "milestone" not in shape(f"{LONG}\n\n{words}\n\n{MORE}\n\n{LONG}")
