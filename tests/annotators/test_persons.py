"""Persons: what each rule finds, what belongs to a name, and brackets within names."""

from __future__ import annotations

import pytest

from tei_cable.annotators import persons
from tei_cable.kinds import FORENAME, PERSON, ROLE_NAME, SURNAME
from tei_cable.model import Certainty
from tests.annotators.cables import words_of

HIGH, MEDIUM = Certainty.HIGH, Certainty.MEDIUM

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
    ("Comrades Dvorak and Horak left", []),
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
    assert persons.hits("Kennedy left", 1921) == []
    assert persons.hits("Kennedy left") == []


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
        ("then Jan [Editor's note: so] Dvorak left", []),
    ],
)
def test_brackets_in_names_are_seen_through(text: str, words: list[str]) -> None:
    """Supplied words read on with the name; a gloss or a remark parts it."""
    assert words_of(text, PERSON) == words
