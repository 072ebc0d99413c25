"""Those who took part in a conversation."""

from __future__ import annotations

import pytest

from tei_cable.kinds import HEAD, ITEM, PARAGRAPH, PARTICIPANTS
from tests.annotators.cables import words_of

BODY = "The meeting began at noon, and the ambassador spoke of the harvest and the price of sugar."


@pytest.mark.parametrize("heading", ["PARTICIPANTS", "Participants:", "Also present:"])
def test_names_below_a_heading_are_a_list_of_participants(heading: str) -> None:
    """A heading, and two names or more below it, are a list with a head and items."""
    names = ["Ambassador Jan Novak", "Mr. Horak, Second Secretary", "The Secretary"]
    text = "\n".join([heading, *names]) + f"\n\n{BODY}\n\n{BODY}"
    assert words_of(text, PARTICIPANTS) == ["\n".join([heading, *names])]
    assert words_of(text, HEAD) == [heading]
    assert words_of(text, ITEM) == names
    assert words_of(text, PARAGRAPH) == [BODY, BODY]


@pytest.mark.parametrize(
    "lines",
    [
        "PARTICIPANTS\nAmbassador Jan Novak",
        f"Participants:\n{BODY}\n{BODY}",
        "Present: Jan Novak, A. Horak and V. Dvorak",
        "Present conditions\nAmbassador Jan Novak\nAmbassador Jan Horak",
    ],
)
def test_near_misses_of_participants(lines: str) -> None:
    """One name, paragraphs, a line with all of the names, and another heading are no list."""
    assert words_of(f"{lines}\n\n{BODY}\n\n{BODY}", PARTICIPANTS) == []
