"""What a title says: the kind of document, and whom it names as parties."""

from __future__ import annotations

import pytest

from tei_cable.annotators.document_types import document_type
from tei_cable.annotators.titles import Route, route


@pytest.mark.parametrize(
    ("title", "type_", "genre"),
    [
        ("Cable from the Polish Embassy in Cuba, 'On the Letter'", "cable", ""),
        ("Telegram No. 12 from Novak to Dvorak", "telegram", ""),
        ("Ciphered Telegram from Novak to Dvorak", "telegram", "ciphergram"),
        (
            "Memorandum of Conversation between Novak and Dvorak",
            "memorandum",
            "memorandum-of-conversation",
        ),
        ("Memorandum of a Telephone Conversation", "memorandum", "memorandum-of-conversation"),
        ("Record of a Meeting with Novak", "memorandum", "record-of-conversation"),
        ("Note On a Conversation with the First Secretary", "memorandum", "record-of-conversation"),
        (
            "Chancellor's Conversation with the President of Elm",
            "memorandum",
            "record-of-conversation",
        ),
        ("President's Telephone Call with Novak", "memorandum", "record-of-conversation"),
        ("Minutes of the Meeting on the Report", "minutes", ""),
        ("Letter from Novak", "letter", ""),
        ("Note Verbale from the Elm Embassy", "letter", "note-verbale"),
        ("Note by Novak", "memorandum", "note"),
        ("Report on the Telegram", "report", ""),
        ("Despatch from the Embassy in Elm", "report", "dispatch"),
        ("From the Journal of N. V. Novak, 'On a Letter'", "document", "diary"),
        ("Statement of Jan Novak, Opposing a Report", "document", "statement"),
        ("Address by Mr. Novak to the Assembly", "document", "speech"),
        ("Politburo Resolution", "document", "resolution"),
        ("Protocol No. 12 of the Session", "document", "resolution"),
        ("Instruction to the Ambassador", "document", "directive"),
        ("Report on the Conversation with Novak", "report", ""),
        ("Thoughts on a Letter", "document", ""),
        ("Notebook of Novak", "document", ""),
        ("Addressing the Weather", "document", ""),
        ("", "document", ""),
    ],
)
def test_the_title_names_type_and_genre(title: str, type_: str, genre: str) -> None:
    """The kind that stands first counts, sub-title aside; the genre is finer than the type."""
    assert document_type(title) == (type_, genre)


@pytest.mark.parametrize(
    ("title", "sender", "receivers"),
    [
        ("Letter from Ada Brook to Karl Stein", "Ada Brook", ("Karl Stein",)),
        ("LETTER FROM BROOK TO STEIN", "BROOK", ("STEIN",)),
        ("Letter, Brook To Karl Stein", "Brook", ("Karl Stein",)),
        ("Cable, Brook to Stein, 3 May 1961", "Brook", ("Stein",)),
        ("Cable, Brook to Stein (Excerpt)", "Brook", ("Stein",)),
        ("Telegram No. 12/b from Brook to Stein", "Brook", ("Stein",)),
        (
            "Telegram From the Embassy in Elm to the Department of State",
            "Embassy in Elm",
            ("Department of State",),
        ),
        ("Telegram from Elm, DC, No.084, Urgent, SECRET", "Elm, DC", ()),
        ("Telegram of Brook to Stein", "Brook", ("Stein",)),
        ("Cablegram to Canberra", "", ("Canberra",)),
        ("Letter to the Foreign Ministry from Brook", "Brook", ("Foreign Ministry",)),
        ("Minute by Stein", "Stein", ()),
        ("Report by the Ambassador in Elm to the Ministry", "Ambassador in Elm", ("Ministry",)),
        ("Memorandum Prepared by the Elm Bureau", "Elm Bureau", ()),
        ("Elm Office, Outgoing Telegram to the Oak Embassy", "Elm Office", ("Oak Embassy",)),
        (
            "Letter from Brook, Minister to Elm, to Stein, Prime Minister, and to Dee, Minister",
            "Brook, Minister to Elm",
            ("Stein, Prime Minister", "Dee, Minister"),
        ),
        (
            "Letter From the Ambassador to Elm (Brook) to the Secretary to the Cabinet (Stein)",
            "Ambassador to Elm (Brook)",
            ("Secretary to the Cabinet (Stein)",),
        ),
        ("Letter from the Foreign Secretary to Brook", "Foreign Secretary", ("Brook",)),
        (
            "Letter from the Chairman of the Force on Rice to Brook",
            "Chairman of the Force on Rice",
            ("Brook",),
        ),
        ("Telegram from Brook to Stein on the trip to Elm", "Brook", ("Stein",)),
        ("Report from the Ambassador to Elm", "Ambassador to Elm", ()),
    ],
)
def test_the_title_names_the_parties(title: str, sender: str, receivers: tuple[str, ...]) -> None:
    """Sender and receivers in every order; offices keep the `to` that belongs to them."""
    assert route(title) == Route(sender, receivers)


@pytest.mark.parametrize(
    "title",
    [
        "Memorandum of Conversation between Brook and Stein",
        "Minutes of a Trip to Elm",
        "Record of a Talk from Morning to Night",
        "Weather, and How to Read It",
        "Notebook to Read",
        "Report to be Read",
        "From Elm to Oak",
        "",
    ],
)
def test_other_titles_name_no_party(title: str) -> None:
    """Conversations, trips and what merely looks like a way have no sender and no receiver."""
    assert route(title) == Route()


def test_a_diary_has_an_author_and_no_sender() -> None:
    """Who keeps a diary writes to nobody."""
    assert route("From the Diary of N. V. Brook: Record of a Talk") == Route(author="N. V. Brook")


def test_the_carrier_stands_in_brackets() -> None:
    """`[via X]` is cut out of the names."""
    assert route("Cable, Brook to Stein [via Dee]") == Route("Brook", ("Stein",), "Dee")
