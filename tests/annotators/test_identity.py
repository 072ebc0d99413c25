"""A gloss that names an unknown person says who that is."""

from __future__ import annotations

import pytest

from tei_cable.kinds import PERSON
from tests.annotators.cables import named


def test_a_gloss_identifies_the_name_before_it_in_the_whole_text() -> None:
    """`Orlenko [Mikoyan]`: the cover name is Mikoyan's, there and wherever it stands."""
    text = "I met Comrade Orlenko [Mikoyan] today. Comrade Orlenko left."
    assert {id_ for _, id_ in named(text, PERSON)} == {"mikoyan-anastas"}


def test_a_gloss_after_a_known_person_changes_nothing() -> None:
    """Two people whom the authority knows stay two, whatever the bracket."""
    text = "I met Khrushchev [Mikoyan] today."
    assert [id_ for _, id_ in named(text, PERSON)] == ["khrushchev-nikita", "mikoyan-anastas"]


def test_a_pseudonym_that_the_authority_knows_is_the_same_person() -> None:
    """`Filippov [Stalin]`: both names are one entry, with a gloss or without."""
    text = "I met Filippov [Stalin] today. Filippov left."
    assert [id_ for _, id_ in named(text, PERSON)] == ["stalin-joseph"] * 3


def test_a_gloss_makes_a_name_of_the_word_before_it() -> None:
    """`and Orlenko [Mikoyan]`: what no rule takes for a name is the cover name of whom it says."""
    assert named("Then he and Orlenko [Mikoyan] left.", PERSON) == [
        ("Orlenko", "mikoyan-anastas"),
        ("Mikoyan", "mikoyan-anastas"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Then the Orlenko [Mikoyan] left.",
        "Then he and Friends [Mikoyan] left.",
        "Then he left. Orlenko [Mikoyan] came.",
    ],
)
def test_near_misses_of_a_word_that_a_gloss_names(text: str) -> None:
    """After an article, at the head of a sentence, or for a word of English there is none."""
    assert {words for words, _ in named(text, PERSON)} <= {"Mikoyan"}
