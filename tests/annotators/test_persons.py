"""Persons: what each rule finds, what belongs to a name, and brackets within names."""

from __future__ import annotations

import pytest

from tei_cable.annotators import persons
from tei_cable.kinds import FORENAME, PERSON, ROLE_NAME, SURNAME
from tei_cable.model import Certainty
from tests.annotators.cables import words_of

HIGH, MEDIUM = Certainty.HIGH, Certainty.MEDIUM

UNLINKED = "persons.surname-unlinked"
PERSONS = [
    ("Andrei Gromyko left", [("Andrei Gromyko", "gromyko-andrei", "persons.authority", HIGH)]),
    ("then Gromyko left", [("Gromyko", "gromyko-andrei", "persons.authority-surname", HIGH)]),
    ("the Gromykos left", []),
    ("Kennedy left", [("Kennedy", "kennedy-john", "persons.in-office", MEDIUM)]),
    (
        "President Kennedy left",
        [("President Kennedy", "kennedy-john", "persons.office-title", HIGH)],
    ),
    (
        "Robert Kennedy left; Kennedy then spoke to President Kennedy",
        [
            ("Robert Kennedy", "kennedy-robert", "persons.authority", HIGH),
            ("Kennedy", "kennedy-robert", "persons.recurring-surname", MEDIUM),
            ("President Kennedy", "kennedy-john", "persons.office-title", HIGH),
        ],
    ),
    ("J. Dvorak left", [("J. Dvorak", "person-j-dvorak", "persons.initials", HIGH)]),
    ("the U.S. Navy left", []),
    ("Dr. Dvorak left", [("Dr. Dvorak", "person-dvorak", "persons.title", MEDIUM)]),
    ("Dvorak J. A. left", []),
    ("Current U.S. ships left", []),
    ("Jan Dvorak left", [("Jan Dvorak", "person-jan-dvorak", "persons.forename", MEDIUM)]),
    ("Jan Warsaw left", []),
    ("Jan Committee left", []),
    ("Comrade Dvorak left", [("Comrade Dvorak", "person-dvorak", "persons.title", MEDIUM)]),
    ("comrade Dvorak left", [("comrade Dvorak", "person-dvorak", "persons.title", MEDIUM)]),
    ("Comrade da Silva", [("Comrade da Silva", "person-da-silva", "persons.title", MEDIUM)]),
    ("Comrade Minister", []),
    ("Ambassador March", []),
    ("Comrades and Workers left", []),
    (
        "with Tan Meiling there",
        [("Tan Meiling", "person-tan-meiling", "persons.surname-first", MEDIUM)],
    ),
    (
        "with Kim Tong Su there",
        [("Kim Tong Su", "person-kim-tong-su", "persons.surname-first", MEDIUM)],
    ),
    ("with Tan Stripes there", []),
    ("with Hong Kong there", []),
    ("the general Sterling fund", []),
    ("with Tan Committee there", []),
    (
        "Jan Dvorak left. Dvorak's ship and Dvorakov too",
        [
            ("Jan Dvorak", "person-jan-dvorak", "persons.forename", MEDIUM),
            ("Dvorak", "person-jan-dvorak", "persons.recurring-surname", MEDIUM),
        ],
    ),
]


@pytest.mark.parametrize(("text", "found"), PERSONS, ids=[text for text, _ in PERSONS])
def test_each_rule_for_persons_has_hits_and_near_misses(
    text: str, found: list[tuple[str, str, str, Certainty]]
) -> None:
    """A name is known, shaped like one, titled, or met before in the same text."""
    hits = persons.hits(text, 1962)
    assert [(text[h.start : h.end], h.entity.id, h.rule, h.cert) for h in hits] == found


def test_an_office_of_another_time_names_nobody() -> None:
    """A surname that several bear is nobody's in a year in which none was in office."""
    for year in (1921, None):
        (hit,) = persons.hits("Kennedy left", year)
        assert (hit.entity.known, hit.rule, hit.cert) == (False, UNLINKED, Certainty.LOW)
    assert persons.hits("Ball left", 1921) == []


def test_heads_of_state_come_before_other_offices() -> None:
    """Of two in office, the head of state or government is meant."""
    (hit,) = persons.hits("Johnson left", 1965)
    assert (hit.entity.id, hit.cert) == ("johnson-lyndon", MEDIUM)


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("then Polish Ambassador Dvorak left", "Polish Ambassador Dvorak"),
        ("then Foreign Minister Gromyko left", "Foreign Minister Gromyko"),
        ("the Soviet Foreign Minister Gromyko left", "Soviet Foreign Minister Gromyko"),
        ("with UN Secretary-General U Thant there", "UN Secretary-General U Thant"),
        ("Yesterday Ambassador Dvorak left", "Ambassador Dvorak"),
        ("the interpreter Jan Dvorak left", "interpreter Jan Dvorak"),
        ("the Ambassador, Jan Dvorak, left", "Jan Dvorak"),
    ],
)
def test_titles_and_offices_right_before_a_name_belong_to_it(text: str, full: str) -> None:
    """With the state or body that they name, but not over a comma."""
    assert words_of(text, PERSON) == [full]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Prime Minister and Foreign Minister Dvorak left",
            ["Prime Minister and Foreign Minister Dvorak"],
        ),
        ("Chairman and Premier Dvorak left", ["Chairman and Premier Dvorak"]),
        ("the Chancellor and President Dvorak left", ["President Dvorak"]),
        ("King and Prime Minister Dvorak left", ["Prime Minister Dvorak"]),
        ("Chancellor and President Dvorak left", ["President Dvorak"]),
        ("Ambassador and Mrs. Dvorak left", ["Mrs. Dvorak"]),
        ("the President and Mr. Dvorak left", ["Mr. Dvorak"]),
    ],
)
def test_two_titles_are_one_persons_or_two_persons(text: str, found: list[str]) -> None:
    """Two heads, a title with its article and `Mr.` after another title are somebody else's."""
    assert words_of(text, PERSON) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the position on U.S.A. Dvorek asked", ["Dvorek"]),
        ("He spoke of Mao Zedong. I was there.", ["Mao Zedong"]),
        ("then Molotov V. M. left", ["Molotov V. M."]),
        ("A. No. Paul went", []),
        ("of Borneo The Rt. Hon. Jan Dvorak, M.P.", ["The Rt. Hon. Jan Dvorak"]),
        ("Deputy Minister The Rt. Hon. Jan Dvorak, M.P.", ["The Rt. Hon. Jan Dvorak"]),
        ("then MR. CURTIN left", ["MR. CURTIN"]),
    ],
)
def test_a_name_begins_and_ends_with_its_own_words(text: str, found: list[str]) -> None:
    """Not with a state, a number, the next sentence, or what another one is."""
    assert [text[h.start : h.end] for h in persons.hits(text, 1949)] == found


def test_who_held_office_much_later_is_not_meant() -> None:
    """A bare surname in a document of decades before is a namesake's."""
    early, late = (persons.hits("then Chernomyrdin left", year)[0] for year in (1949, 1993))
    assert (early.entity.id, early.cert) == ("person-chernomyrdin", Certainty.LOW)
    assert late.entity.id == "chernomyrdin-viktor"


def test_plural_titles_do_not_belong_to_a_name() -> None:
    """`Comrades` before several known names is outside of each."""
    assert words_of("Comrades Gromyko and Mikoyan left", PERSON) == ["Gromyko", "Mikoyan"]


def test_the_parts_of_a_name_are_annotated() -> None:
    """Role, forename and surname are told apart in a name that has several."""
    text = "Then Ambassador Jan Dvorak left."
    assert words_of(text, ROLE_NAME) == ["Ambassador"]
    assert words_of(text, FORENAME) == ["Jan"]
    assert words_of(text, SURNAME) == ["Dvorak"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("then [Fidel] Castro left", ["[Fidel] Castro"]),
        ("then [he, Gromyko] left", ["Gromyko"]),
        ("then [Fidel Castro] left", ["Fidel Castro"]),
        ("then Li [Xian]nian left", ["Li [Xian]nian"]),
        ("then [Ambassador] Jan Dvorak left", ["[Ambassador] Jan Dvorak"]),
        ("then [his aide, Jan] Dvorak left", ["Jan] Dvorak"]),
        ("then Jan [Dvorak]'s ship left", ["Jan [Dvorak]"]),
        ("then Filippov [Stalin] left", ["Filippov", "Stalin"]),
        ("then Jan [sic] Dvorak left", ["Jan [sic] Dvorak"]),
        ("then Jan [Editor's note: so] Zorkin left", []),
    ],
)
def test_brackets_in_names_are_seen_through(text: str, words: list[str]) -> None:
    """Supplied words read on with the name; a gloss or a remark parts it."""
    assert words_of(text, PERSON) == words


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("Then Zorkin replied that", "speaking", ["Zorkin"]),
        ("Then Congress replied that", "speaking", []),
        ("Then Congressmen replied that", "speaking", []),
        ("in talks with Zorkin on wool", "addressed", ["Zorkin"]),
        ("in talks with Zorkin Island on wool", "addressed", []),
        ("in talks with Tangshan on wool", "addressed", []),
        ("From Zorkin. Would appreciate", "opening", ["Zorkin"]),
        ("From Warsaw. Would appreciate", "opening", []),
        ("the Ambassador in Cuba (Zorkin) to", "bracketed", ["Zorkin"]),
        ("the ship (Zorkin) to", "bracketed", []),
        ("Zorkin: Yes.\nBall: No.\nZorkin: Why?", "speaker", ["Zorkin", "Zorkin"]),
        ("Zorkin: Yes.", "speaker", []),
        ("It rains.\nZORKIN", "alone-on-line", ["ZORKIN"]),
        ("It rains.\nSparks", "alone-on-line", ["Sparks"]),
        ("It rains.\nUNCLASSIFIED", "alone-on-line", []),
        ("Weather\n\nIt rains.", "alone-on-line", []),
        ("there sat Zarko Zorkin and others", "unusual-words", ["Zarko Zorkin"]),
        ("it seems that Zorkin would come", "unusual-words", ["Zorkin"]),
        ("it seems that Everybody would come", "unusual-words", []),
        ("two sons, Walter (37) and", "kin", ["Walter"]),
        ("VANCE, CYRUS", "comma", ["VANCE, CYRUS"]),
        ("the theory of Lenin-Stalin and", "joined", ["Lenin", "Stalin"]),
        ("the Lenin-Zorkin line", "joined", []),
        ("with Teng Hsiao-ping there", "authority", ["Teng Hsiao-ping"]),
        ("with Chang Pao-tsu there", "surname-first", ["Chang Pao-tsu"]),
        ("with Nguyen Van Zong there", "surname-first", ["Nguyen Van Zong"]),
        ("with Nakajima Kenzo there", "surname-first", ["Nakajima Kenzo"]),
        ("with Nakajima Report there", "surname-first", []),
        ("Mr. Washington left", "title", ["Mr. Washington"]),
        ("the General Considerations are", "title", []),
        ("General Davo Zorkin Arze, then", "title", ["General Davo Zorkin Arze"]),
        ("General David Zorkin Arze, then", "forename", ["General David Zorkin Arze"]),
        ("Walter Zorkin Arze spoke", "forename", ["Walter Zorkin Arze"]),
        ("Rosa Zorkin de Arze spoke", "forename", ["Rosa Zorkin de Arze"]),
        ("Walter Zorkin Monday", "forename", ["Walter Zorkin"]),
        ("Sheryl P. Zorkin", "initials", ["Sheryl P. Zorkin"]),
    ],
)
def test_persons_unknown_to_the_files_are_found_by_their_words(
    text: str, rule: str, found: list[str]
) -> None:
    """Each cue and each shape finds a name, and leaves what only looks like one."""
    hits = [h for h in persons.hits(text, 1962) if h.rule == f"persons.{rule}"]
    assert [text[h.start : h.end] for h in hits] == found


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("then CCP CC Politburo Member Dvorak left", ["CCP CC Politburo Member Dvorak"]),
        ("his brother Dr. Dvorak left", ["Dr. Dvorak"]),
    ],
)
def test_a_title_takes_the_bodies_before_it_but_no_kin(text: str, full: list[str]) -> None:
    """`Politburo Member` belongs to a body of several words; a brother is no title."""
    assert words_of(text, PERSON) == full


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Walter Zorkin and Ivan Zorkin sat. Zorkin left.",
            [("Zorkin", "person-ivan-zorkin", Certainty.LOW)],
        ),
        (
            "General Walter Zorkin and Dr. Ivan Zorkin sat. General Zorkin left.",
            [("General Zorkin", "person-walter-zorkin", MEDIUM)],
        ),
        ("Walter Zorkin sat. Zorkin left.", [("Zorkin", "person-walter-zorkin", MEDIUM)]),
        (
            "Walter Zorkin sat with Mrs. Zorkin. Zorkin left.",
            [("Zorkin", "person-walter-zorkin", MEDIUM)],
        ),
        ("Zorkin left. Walter Zorkin sat.", [("Zorkin", "person-walter-zorkin", Certainty.LOW)]),
    ],
)
def test_a_surname_alone_is_told_apart_or_left_doubtful(
    text: str, who: list[tuple[str, str, Certainty]]
) -> None:
    """By a title met before; else the bearer met last is meant, if with low certainty."""
    rule = "persons.recurring-surname"
    hits = [h for h in persons.hits(text, 1962) if h.rule == rule]
    assert [(text[h.start : h.end], h.entity.id, h.cert) for h in hits] == who


def test_a_wife_is_somebody_else() -> None:
    """`Mrs.` with the surname of a man met before is an entry of her own."""
    text = "General Walter Zorkin came with Mrs. Zorkin. Zorkin left, Mrs. Zorkin stayed."
    ids = [h.entity.id for h in persons.hits(text, 1962)]
    assert ids == ["person-walter-zorkin", "person-zorkin", "person-walter-zorkin", "person-zorkin"]


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("saw Minister of Economics Zorkin there", "Minister of Economics Zorkin"),
        ("saw (Prime Minister Zorkin) there", "Prime Minister Zorkin"),
        (
            "saw the Deputy Minister for Foreign Affairs Zorkin",
            "Deputy Minister for Foreign Affairs Zorkin",
        ),
        ("went to Cuba\nPresident Zorkin spoke", "President Zorkin"),
    ],
)
def test_an_office_with_its_portfolio_belongs_to_the_name(text: str, full: str) -> None:
    """`Minister of Economics` is a title; brackets and line ends part it from what is before."""
    assert words_of(text, PERSON) == [full]


@pytest.mark.parametrize(
    "text",
    ["A. Lead the way", "the U.K. Joint Staff", "Lt. Colonels met", "Q. Tom left?\nA. Tom did."],
)
def test_labels_states_and_plurals_are_no_initials_and_titles(text: str) -> None:
    """A label of a list, a state's letters, and a title in the plural make no name."""
    assert persons.hits(text, 1962) == []
