"""Turns of speakers, and lines that only look like them."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.tei.names import TEI
from tests.annotators.blocks.shape import shape
from tests.pages import converted, page

LEAD = "The talk began at ten in the morning, in the house of the ministry."
END = "The talk ended at noon, and nobody had agreed to anything at all."


def _body(*blocks: str) -> str:
    return shape("\n\n".join((LEAD, *blocks, END)))


def test_recurring_names_before_a_colon_are_speakers() -> None:
    """A name that recurs makes turns; others with a title in the same talk are turns, too."""
    found = _body(
        "Comrade Novak: The rice has come.",
        "Ambassador Wolski: We are glad of it.",
        "Novak: So are we.",
    )
    assert found == "p sp(speaker p) sp(speaker p) sp(speaker p) p"


def test_a_paragraph_without_a_name_is_no_part_of_a_turn() -> None:
    """It may be the recorder's: a turn ends with its block."""
    found = _body(
        "Comrade Novak: The rice has come.",
        "(He got up and shook hands.)",
        "Comrade Wolski: We are glad of it.",
        "Comrade Novak: So are we.",
    )
    assert found == "p sp(speaker p) p sp(speaker p) sp(speaker p) p"


def test_a_speakers_words_may_stand_in_the_next_block() -> None:
    """A name alone on its line takes the block after it."""
    found = _body(
        "Comrade Novak:", "The rice has come.", "Comrade Wolski:", "Good.", "Comrade Novak:", "Yes."
    )
    assert found == "p sp(speaker p) sp(speaker p) sp(speaker p) p"


def test_a_speaker_without_words_hears_no_other_turn() -> None:
    """Of two names without words the second takes the block after it, the first nothing."""
    found = _body(
        "Comrade Novak: We agree.", "Comrade Novak: Yes.", "Chancellor:", "Comrade Novak:", "No."
    )
    assert found == "p sp(speaker p) sp(speaker p) p sp(speaker p) p"


@pytest.mark.parametrize(
    ("one", "other"), [("A.I. Novak.", "B. Wolski."), ("NOVAK.", "WOLSKI."), ("NOVAK:", "WOLSKI:")]
)
def test_initials_or_capitals_before_a_full_stop_are_speakers(one: str, other: str) -> None:
    """Stenographers end the name by a full stop."""
    found = _body(
        f"{one} The rice has come.", f"{other} We are glad of it.", f"{one} So are all of us."
    )
    assert found == "p sp(speaker p) sp(speaker p) sp(speaker p) p"


def test_a_turn_says_who_speaks() -> None:
    """The person who is named as the speaker is the one of the turn."""
    talk = ["Jan Wolski: Rice.", "Anton Novak: Tea.", "Jan Wolski: Rice and tea."]
    root = etree.fromstring(converted(page("\n\n".join([LEAD, *talk, END]))).xml)
    spoken = [speech.get("who") for speech in root.iter(f"{TEI}sp")]
    assert spoken == ["#person-jan-wolski", "#person-anton-novak", "#person-jan-wolski"]


def test_an_office_is_a_speaker() -> None:
    """`Chancellor:` is a turn where it recurs, as is the name that answers it."""
    found = _body(
        "Chancellor: The rice has come.",
        "President Wolski: We are glad of it.",
        "Chancellor: So are we.",
    )
    assert found == "p sp(speaker p) sp(speaker p) sp(speaker p) p"


def test_a_turn_that_a_page_breaks_is_one() -> None:
    """A sentence that runs on over a blank line stays in the turn."""
    found = _body(
        "Comrade Novak: The rice has come to the harbour of the north, where it\n\nlies.",
        "Comrade Wolski: Good.",
        "Comrade Novak: Yes.",
    )
    assert found == "pb21 p sp(speaker p(pb22)) sp(speaker p) sp(speaker p) p"


@pytest.mark.parametrize(
    "blocks",
    [
        ["The Foreign Minister said: yes.", "The Foreign Minister asked: why?"] * 2,
        ["Summary: rice.", "Comment: none.", "Summary: salt.", "Summary: tea."],
        ["To: Comrade Novak", "From: Comrade Wolski", "Copy: Comrade Novak", "To: Comrade Orlov"],
        ["Comrade Novak: The rice has come.", "Comrade Wolski: Good.", "Comrade Orlov: Yes."],
        ["Capture Date: 1 May", "Draft Date: 2 May", "Review Date: 3 May", "Page Count: 1"],
        ["Reply 1: yes.", "Reply 2: no.", "Reply 1: yes."],
        ["TASS. Moscow is silent.", "They went home after that."],
    ],
)
def test_near_misses_of_a_turn_are_paragraphs(blocks: list[str]) -> None:
    """Sentences, labels of fields, names that never recur and single names are no turns."""
    assert "sp(" not in _body(*blocks)


def test_names_in_a_text_of_capitals_are_no_speakers_before_a_stop() -> None:
    """Where everything is in capitals, a word in capitals and a stop are a sentence."""
    rows = ["NOTED. RICE HAS COME.", "NOTED. SALT HAS COME.", "NOTED. TEA HAS COME TO US."]
    assert "sp(" not in shape("\n\n".join(["THE TALK BEGAN AT TEN.", *rows, "IT ENDED AT NOON."]))


@pytest.mark.parametrize(
    ("asks", "answers"), [("Q.", "A."), ("Q:", "A:"), ("QUESTION:", "ANSWER:")]
)
def test_questions_and_answers_are_turns(asks: str, answers: str) -> None:
    """`Q.` and `A.` are the two sides of an interview, however often one speaks."""
    said = f"{asks} Is there rice?\n\n{answers} There is.\n\n{asks} Much?\n\n{asks} Who has it?"
    assert shape(f"{LEAD}\n\n{said}\n\n{END}") == f"p {' '.join(['sp(speaker p)'] * 4)} p"


@pytest.mark.parametrize(
    "said",
    [
        "A. Rice.\n\nB. Sugar.\n\nC. Tea.",
        "Q. Is there rice?\n\nA. There is.",
        "Q. Is there rice?\n\nQ. Much?\n\nQ. Who has it?",
    ],
)
def test_letters_that_are_no_questions_and_answers(said: str) -> None:
    """A lettered list, two lines, and questions without an answer are no turns."""
    assert "sp(" not in shape(f"{LEAD}\n\n{said}\n\n{END}")


@pytest.mark.parametrize(
    ("label", "number"),
    [
        ("72. Mr. NOVAK (Ruritania):", "72"),
        ("Mr. NOVAK (Ruritania):", ""),
        ("Mrs. von WOLSKI (Republic of the Isles) (translated):", ""),
        ("Sir Jan NOVAK (Ruritania):", ""),
    ],
)
def test_a_delegate_with_a_country_is_a_speaker_even_once(label: str, number: str) -> None:
    """The record's own number goes with the turn; the number is part of the words."""
    assert _body(f"{label} We thank you.") == f"p sp{number}(speaker p) p"


@pytest.mark.parametrize(
    "line",
    [
        "Mr. NOVAK (see above): we thank him.",
        "Mr. NOVAK (Ruritania) said: we thank you.",
        "NOVAK (Ruritania): we thank you.",
        "Mr. NOVAK: we thank you.",
    ],
)
def test_near_misses_of_a_delegate(line: str) -> None:
    """Without a title, without a country, or with words between, one name is no turn."""
    assert _body(line) == "p p p"
