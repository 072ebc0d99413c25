"""What closes what in an HTML file, however many elements are open."""

from __future__ import annotations

import pytest

from tei_cable.readers.html_text import text_of
from tei_cable.readers.html_tokens import tokens


@pytest.mark.parametrize(
    ("html", "items"),
    [
        ("<ul><li>elm<li>oak</ul>", ["elm", "oak"]),
        ("<ul><li>elm<ul><li>ash</ul>fir<li>oak</ul>", ["ash", "elm\n\nash\n\nfir", "oak"]),
        ("<li>elm<b>oak<li>ash", ["elmoak", "ash"]),
        ("<ul><li>elm</ol>oak</ul>", ["elm\n\noak"]),
    ],
)
def test_an_item_ends_the_one_before_in_its_own_list(html: str, items: list[str]) -> None:
    """An item of an inner list ends none outside; a closing tag that opened nowhere ends none."""
    made = text_of(html, list(tokens(html)))
    found = [x.span.of(made.text) for x in made.elements if x.tag == "li"]
    assert found == items


def test_thousands_of_open_elements_all_hold_the_words() -> None:
    """Each has the same words, without the white space around them."""
    html = "<div>" * 3000 + " elm " + "</div>" * 3000
    made = text_of(html, list(tokens(html)))
    assert {x.span.of(made.text) for x in made.elements} == {"elm"}
    assert len(made.elements) == 3000
