"""A letter or telegram within the text."""

from __future__ import annotations

import pytest

from tei_cable.annotators import annotate, embedded
from tei_cable.annotators.correspondence import correspondence
from tei_cable.kinds import CLOSER, FLOATING_TEXT, LIST, OPENER, PARAGRAPH
from tests.annotators.cables import cable, codes, marked, words_of

BODY = "The delegation of Poland arrived, and was met by the leadership of the country."
MORE = "It has brought a message that concerns the harvest and the price of sugar."
LETTER = f'"Comrade Dvorak!\n\n{BODY}\n\n{MORE}\n\nWith greetings,\nJan Horak".'


def _texts(text: str) -> list[str]:
    return [words for words, _ in marked(text, FLOATING_TEXT, annotator=embedded.annotate)]


def test_a_message_in_quotation_marks_has_its_own_opener_and_closer() -> None:
    """A greeting and a signature inside marks that open once make a message of the blocks."""
    text = f"He wrote:\n\n{LETTER}\n\nThis is all that he wrote to us."
    assert _texts(text) == [LETTER]
    parts = marked(text, OPENER, CLOSER, PARAGRAPH, annotator=embedded.annotate)
    assert [words for words, _ in parts] == [
        '"Comrade Dvorak!',
        BODY,
        MORE,
        'With greetings,\nJan Horak".',
    ]


def test_the_marks_around_a_message_are_a_pair() -> None:
    """Neither mark is reported as one without a partner."""
    text = f"He wrote:\n\n{LETTER}\n\nThis is all that he wrote to us."
    assert [code for code, _ in codes(annotate(cable(text)).findings, text)] == []


@pytest.mark.parametrize(
    "quoted",
    [
        f'"{BODY}\n\n{MORE}"',
        f"'{BODY}\n\n{MORE}'",
        f"“{BODY}\n\n“{MORE}”",
    ],
)
def test_an_announcement_makes_a_message_of_a_quotation(quoted: str) -> None:
    """After "pass the following message" several quoted blocks are one, without any signature."""
    announced = f"Please pass the following message to Warsaw:\n\n{quoted}\n\n{MORE}"
    assert _texts(announced) == [quoted]
    assert _texts(f"He said of this:\n\n{quoted}\n\n{MORE}") == []


def test_begins_and_ends_hold_a_message() -> None:
    """What stands between `Begins:` and `Ends.` is a message; without the end nothing is."""
    letter = f"Dear Sir,\n\n{BODY}\n\nJ. NOVAK"
    assert _texts(f"{MORE}\n\nBegins:\n\n{letter}\n\nEnds.\n\n{MORE}") == [letter]
    assert _texts(f"{MORE}\n\nBegins:\n\n{letter}\n\n{MORE}") == []


@pytest.mark.parametrize(
    "text",
    [
        f'He said:\n\n"{BODY}"\n\n{MORE}',
        f'"{BODY}\n\n{MORE}\n\nJan Novak"',
        f'He said:\n\n"{BODY}\n\n{MORE}',
        f"Transmit the following answer.\n\n{BODY}\n\n{MORE}",
    ],
)
def test_near_misses_of_a_message_stay_paragraphs(text: str) -> None:
    """One block, the whole text, marks without an end, an announcement without marks: none."""
    assert _texts(text) == []


def test_who_signs_a_message_is_not_the_sender_of_the_text() -> None:
    """Sender and receiver are read from the text's own opener and closer."""
    text = f"TO NOVAK\n\nTransmit this:\n\n{LETTER}\n\n{MORE}\n\n8.VI.50 J. DVORNIK"
    found = correspondence(annotate(cable(text, date="June 8, 1950")))
    assert [p.name if p else None for p in (found.sender, found.receiver)] == [
        "J. DVORNIK",
        "NOVAK",
    ]


def test_begins_and_ends_may_stand_after_other_words() -> None:
    """`Begins:-` may end the paragraph above, `Ends.` the last one of the message."""
    for letter in (f"{BODY}\n\n{MORE} Ends.", f"{MORE} Ends."):
        assert _texts(f"The message to Jan Novak begins:-\n\n{letter}\n\n{BODY}") == [letter]
    for above, letter in (
        ("The message to Jan Novak begins:-", MORE),
        ("The message to Jan Novak begins here.", f"{MORE} Ends."),
        ("The message to Jan Novak begins:-", f"{MORE} So it ends."),
    ):
        assert _texts(f"{above}\n\n{letter}\n\n{BODY}") == []


def test_a_message_may_hold_a_list() -> None:
    """The items of a message are those of a list, as in any text."""
    text = f"{BODY} Begins:\n\n(a) Rice.\n\n(b) Sugar. Ends.\n\n{MORE}"
    assert words_of(text, LIST) == ["(a) Rice.\n\n(b) Sugar. Ends."]
