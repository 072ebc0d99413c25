"""Words whose letters are spaced out."""

from __future__ import annotations

import pytest

from tei_cable.annotators import annotate
from tei_cable.kinds import PLACE, SPACED
from tei_cable.view import View
from tests.annotators.cables import cable, named, words_of

BODY = "It rains in the harbour, and the delegation is late."


@pytest.mark.parametrize("word", ["N o t e", "B e r l i n", "N O V A K", "М о с к в а"])
def test_letters_parted_by_spaces_are_one_word(word: str) -> None:
    """Four letters or more, each with a space before it, are set off as one word."""
    assert words_of(f"He wrote {word}, and left.", SPACED) == [word]


@pytest.mark.parametrize("row", ["A B C D E", "I a m", "a b c", "J. K. L. M."])
def test_near_misses_of_spaced_words(row: str) -> None:
    """An alphabet, three letters, and initials are none."""
    assert words_of(f"These are {row}, as was said.", SPACED) == []


def test_recognisers_read_through_the_spaces() -> None:
    """The view hides the spaces, so that a place is found; the source keeps them."""
    text = f"{BODY}\n\nThey went to B e r l i n in May.\n\n{BODY}"
    assert named(text, PLACE) == [("B e r l i n", "berlin")]
    assert "to Berlin in" in View.of(annotate(cable(text))).text


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("S E C R E T R.[ostow] came.", ["S E C R E T"]),
        ("S E C R E T [then] it came.", ["S E C R E T"]),
        ("N o t R.[ostow] came.", []),
    ],
)
def test_an_initial_that_a_bracket_completes_is_no_letter_of_the_word(
    text: str, word: list[str]
) -> None:
    """`R.[ostow]` is a name of its own; what is left of the word has four letters still."""
    made = annotate(cable(text))
    assert [a.span.of(text) for a in made.annotations if a.kind is SPACED] == word
    assert "TC301" not in {f.code for f in made.findings}
