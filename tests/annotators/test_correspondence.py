"""What a document is, and from whom to whom it went."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import annotate
from tei_cable.annotators.correspondence import correspondence, unresolved
from tei_cable.annotators.posts import station
from tei_cable.metadata import Field
from tei_cable.model import Span
from tests.annotators.cables import cable
from tests.pages import source

if TYPE_CHECKING:
    from tei_cable.metadata import Correspondence, Party

BODY = "It rains in the harbour, and the delegation is late."


def _of(title: str, text: str = BODY) -> Correspondence:
    return correspondence(annotate(cable(text, title=title, date="November 2, 1962")))


def _party(party: Party | None) -> tuple[str, str, str] | None:
    if party is None:
        return None
    entity, seat = (item.id if item else "" for item in (party.entity, party.seat))
    return party.name, entity, seat


@pytest.mark.parametrize(
    ("title", "type_"),
    [
        ("Cable from the Polish Embassy in Cuba, 'On the Weather'", "cable"),
        ("Cablegram to Havana", "cable"),
        ("Ciphered Telegram from Novak to Dvorak", "telegram"),
        ("Letter from Novak to Dvorak", "letter"),
        ("Record of Conversation between Novak and Dvorak", "memorandum"),
        ("Memorandum of Conversation between Novak and Dvorak", "memorandum"),
        ("Record of the Main Content of the Talk", "memorandum"),
        ("Stenographic Account of the Meeting", "minutes"),
        ("Minutes of the Meeting on the Report", "minutes"),
        ("Report on the Telegram", "report"),
        ("Note by Novak", "memorandum"),
        ("Notebook of Novak", "document"),
        ("Weather in Cuba, 'The Letter of May'", "document"),
        ("", "document"),
    ],
)
def test_the_title_tells_the_type(title: str, type_: str) -> None:
    """The type that the title names first, before its quoted part."""
    assert _of(title).document_type == type_


@pytest.mark.parametrize(
    ("title", "sender", "receiver"),
    [
        (
            "Cable from the Polish Embassy in Cuba, 'On the Weather'",
            ("Polish Embassy in Cuba", "poland-embassy-cuba", "havana"),
            None,
        ),
        (
            "Letter from Fidel Castro to Nikita Khrushchev",
            ("Fidel Castro", "castro-fidel", ""),
            ("Nikita Khrushchev", "khrushchev-nikita", ""),
        ),
        (
            "Report, Jan Novak to the Polish Foreign Ministry",
            ("Jan Novak", "person-jan-novak", ""),
            ("Polish Foreign Ministry", "poland-ministry-of-foreign-affairs", "warsaw"),
        ),
        (
            "Telegram from Polish Ambassador to Cuba Novak to Fidel Castro",
            ("Polish Ambassador to Cuba Novak", "", "havana"),
            ("Fidel Castro", "castro-fidel", ""),
        ),
        ("Telegram from the Ambassador to Cuba", ("Ambassador to Cuba", "", "havana"), None),
        (
            "Telegram from Fidel Castro, 3 May 1961",
            ("Fidel Castro", "castro-fidel", ""),
            None,
        ),
        ("Memorandum of Conversation between Fidel Castro and Jan Novak", None, None),
        ("Minutes of a Trip to Cuba", None, None),
        ("Weather, and How to Read It", None, None),
    ],
)
def test_the_title_tells_the_parties(
    title: str, sender: tuple[str, str, str] | None, receiver: tuple[str, str, str] | None
) -> None:
    """`X from A to B` and `X, A to B` name them; conversations and trips have none."""
    made = _of(title)
    assert (_party(made.sender), _party(made.receiver)) == (sender, receiver)


def test_addressee_and_closer_tell_what_the_title_does_not() -> None:
    """The receiver is who is addressed, the sender who signs; a mission has a seat."""
    text = f"Foreign Ministry,\n\n{BODY}\n\nEmbassy in Cuba\n2 November 1962"
    made = _of("Cable on the Polish Embassy", text)
    assert _party(made.sender) == ("Embassy in Cuba", "poland-embassy-cuba", "havana")
    assert _party(made.receiver) == (
        "Foreign Ministry",
        "poland-ministry-of-foreign-affairs",
        "warsaw",
    )


def test_the_title_comes_before_addressee_and_closer() -> None:
    """What the title says is not looked for in the text."""
    text = f"To Comrade Dvorak\n\n{BODY}\n\nJ. Horak\n2 November 1962"
    made = _of("Letter from Fidel Castro to Nikita Khrushchev", text)
    assert _party(made.sender) == ("Fidel Castro", "castro-fidel", "")
    assert _party(made.receiver) == ("Nikita Khrushchev", "khrushchev-nikita", "")


def test_a_text_that_says_nothing_has_no_parties() -> None:
    """Names in paragraphs are nobody's sender or receiver."""
    made = _of("", f"{BODY}\n\nThen Fidel Castro spoke to Nikita Khrushchev, and it rained.")
    assert (made.sender, made.receiver) == (None, None)


def test_who_passed_it_on_is_no_part_of_the_name() -> None:
    """`[via X]` in a title names who transmitted the document."""
    found = _of("Cable, Nikita Khrushchev [via Mikoyan] to Fidel Castro")
    assert _party(found.sender) == ("Nikita Khrushchev", "khrushchev-nikita", "")
    assert _party(found.receiver) == ("Fidel Castro", "castro-fidel", "")
    assert _party(found.transmitter) == ("Mikoyan", "mikoyan-anastas", "")


def test_the_holder_of_an_office_is_not_the_body_it_belongs_to() -> None:
    """A title that names an office and no person leaves open who is meant."""
    found = _of("Report from the Head of the Delegation of the Polish Foreign Ministry")
    assert _party(found.sender) == (
        "Head of the Delegation of the Polish Foreign Ministry",
        "",
        "warsaw",
    )


def test_an_office_is_a_person_and_its_holder_may_stand_in_brackets() -> None:
    """The name in brackets after an office says who is meant; the body of the office is not."""
    found = _of(
        "Telegram from the Secretary of State (Kissinger) to the Ambassador to Cuba (Novak)"
    )
    assert _party(found.sender) == ("Secretary of State (Kissinger)", "kissinger-henry", "")
    assert found.receiver
    assert (found.receiver.entity, found.receiver.is_person) == (None, True)


def test_a_name_in_brackets_says_whose_pseudonym_stands_before_it() -> None:
    """`X [Y]` means Y."""
    found = _of("Cable, Zephyrov [Fidel Castro] to Khrushchev")
    assert _party(found.sender) == ("Zephyrov [Fidel Castro]", "castro-fidel", "")


def test_several_parties_are_parted_where_each_is_known() -> None:
    """`A and B` are two parties, but a name with `and` in it is one."""
    found = _of("Letter from Fidel Castro to Nikita Khrushchev and the Polish Foreign Ministry")
    assert _party(found.receiver) == ("Nikita Khrushchev", "khrushchev-nikita", "")
    assert [_party(party) for party in found.co_receivers] == [
        ("Polish Foreign Ministry", "poland-ministry-of-foreign-affairs", "warsaw")
    ]
    one = _of("Letter from Fidel Castro to the Ministry of Rice and Corn")
    assert one.co_receivers == ()


def test_two_surnames_are_two_parties() -> None:
    """`Nowak and Hodd` are two, whether anybody knows them or not."""
    found = _of("Letter from Fidel Castro to Nowak and Hodd")
    assert [party.name for party in (found.receiver, *found.co_receivers) if party] == [
        "Nowak",
        "Hodd",
    ]


def test_a_person_of_a_body_is_the_party() -> None:
    """`Jan Novak of the Polish Foreign Ministry` is he, not the ministry."""
    found = _of("Letter from Jan Novak of the Polish Foreign Ministry to Fidel Castro")
    assert _party(found.sender) == (
        "Jan Novak of the Polish Foreign Ministry",
        "person-jan-novak",
        "warsaw",
    )


def test_a_place_may_stand_for_a_post() -> None:
    """A telegram to a capital goes to the post there."""
    assert _party(_of("Cablegram to Havana").receiver) == ("Havana", "havana", "")


def test_a_diary_has_an_author() -> None:
    """The author of a diary is known, and nobody sent it."""
    found = _of("From the Diary of Fidel Castro, 'On the Weather'", "J. Horak\n\n" + BODY)
    assert _party(found.author) == ("Fidel Castro", "castro-fidel", "")
    assert (found.sender, found.genre) == (None, "diary")


def _words(party: Party | None) -> list[tuple[str, str]]:
    assert party
    return [(part.role, part.span.of(party.name)) for part in party.parts]


def test_an_office_after_a_name_is_the_persons_role() -> None:
    """The office after a comma belongs to the person whose name begins the words."""
    found = _of("Letter from Jan Novak, Minister to Cuba, to Fidel Castro, Prime Minister")
    assert _party(found.sender) == ("Jan Novak, Minister to Cuba", "person-jan-novak", "")
    assert _words(found.sender) == [("roleName", "Minister to Cuba")]
    assert _party(found.receiver) == ("Fidel Castro, Prime Minister", "castro-fidel", "")


def test_two_offices_of_a_person_are_no_second_party() -> None:
    """`Prime Minister and Minister for Corn` after a name says who he is."""
    found = _of("Letter from Jan Novak to Fidel Castro, Prime Minister and Minister for Corn")
    assert found.co_receivers == ()
    assert _words(found.receiver) == [("roleName", "Prime Minister and Minister for Corn")]


def test_a_person_whose_name_shows_no_title_may_be_of_a_body() -> None:
    """A forename makes a person of the words before `of the BODY`; other words do not."""
    found = _of("Memorandum from Lindsey Grain of the Harvest Council Staff to Fidel Castro")
    assert _words(found.sender) == [("affiliation", "Harvest Council Staff")]
    assert found.sender
    assert found.sender.entity
    assert found.sender.entity.id == "person-lindsey-grain"
    body = _of("Memorandum from the Planning Section of the Harvest Council Staff to Fidel Castro")
    assert body.sender
    assert not body.sender.parts


def test_the_dateline_says_where_it_was_sent_from() -> None:
    """A place on the dateline needs no conjecture; a place in a paragraph is none."""
    title = "Cable from the Polish Embassy in Cuba"
    found = _of(title, f"Warsaw, 2 November 1962\n\n{BODY}")
    assert found.sent_from
    assert found.sent_from.entity.id == "warsaw"
    assert found.sender
    assert found.sender.seat is None
    other = _of(title, "It rains in Warsaw, and on 2 November 1962 the delegation is late.")
    assert other.sent_from is None
    assert _party(other.sender) == ("Polish Embassy in Cuba", "poland-embassy-cuba", "havana")


@pytest.mark.parametrize(
    ("words", "entity", "seat"),
    [
        ("AmEmbassy La Paz", "us-embassy-bolivia", "la-paz"),
        ("AMCONSUL GUAYAQUIL", "us-consulate-guayaquil", "guayaquil"),
        ("SecState WashDC", "us-department-of-state", "washington"),
    ],
)
def test_a_telegrams_station_is_a_mission(words: str, entity: str, seat: str) -> None:
    """A field of a telegram names an embassy by its city."""
    assert _party(station(words)) == (words, entity, seat)


@pytest.mark.parametrize("words", ["Embassy Row", "AmEmbassy Nowhereville", "La Paz"])
def test_other_words_are_no_station(words: str) -> None:
    """A station has a head and a city that is known."""
    assert station(words) is None


def test_a_party_of_whom_no_entry_is_known_is_reported() -> None:
    """A surname alone is told of; who is known is not."""
    text = "Brookmann to Fidel Castro"
    title = Field(text, Span(0, len(text)))
    found = unresolved(_of(f"Letter from {text}"), title, source(text))
    assert [(f.code, f.message) for f in found] == [
        ("TC115", "who the sender “Brookmann” is, is not known")
    ]


def test_nobody_sent_a_conversation() -> None:
    """Who signed the record of a conversation is its author; a letter's signatory its sender."""
    text = BODY + "\n\nFidel Castro\n\nPrime Minister"
    found = _of("Memorandum of Conversation with Jan Novak", text)
    assert (found.sender, found.receiver) == (None, None)
    assert _party(found.author) == ("Fidel Castro", "castro-fidel", "")
    assert _party(_of("Letter to Jan Novak", text).sender) == ("Fidel Castro", "castro-fidel", "")
