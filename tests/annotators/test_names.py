"""Places, organisations and persons: what each rule finds, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from tei_cable.annotators import annotate, organisations, persons, places
from tei_cable.kinds import FORENAME, ORGANISATION, PERSON, PLACE, ROLE_NAME, SURNAME
from tei_cable.model import Certainty
from tests.annotators.cables import cable, marked, named, texts, words_of

HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the US will not", [("US", "us")]),
        ("told Us so", []),
        ("US-Cuban talks", []),
        ("the Cubans and the Soviet side", []),
        ("Cuba's harbour", [("Cuba", "cuba")]),
        ("the Soviet Union and HAVANA", [("Soviet Union", "ussr"), ("HAVANA", "havana")]),
        ("Reading of the note", []),
        ("in New York City", [("New York City", "new-york")]),
        ("Guinea-Bissau", [("Guinea-Bissau", "guinea-bissau")]),
        ("the Berlin–Moscow line", []),
    ],
)
def test_places_are_nouns_that_the_authority_knows(text: str, found: list[tuple[str, str]]) -> None:
    """Adjectives, peoples, compounds and ordinary words are no places; the possessive is out."""
    assert [(text[h.start : h.end], h.entity.id) for h in places.hits(text)] == found
    assert {h.rule for h in places.hits(text)} <= {"places.authority"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the CC CPSU met", [("CC CPSU", "cpsu-cc", "organisations.authority", HIGH)]),
        ("the CPSU CC met", [("CPSU CC", "cpsu-cc", "organisations.authority", HIGH)]),
        (
            "the Bureau of Sugar and Corn's note",
            [
                (
                    "Bureau of Sugar and Corn",
                    "org-bureau-of-sugar-and-corn",
                    "organisations.head-noun",
                    MEDIUM,
                )
            ],
        ),
        (
            "The Supreme Sugar Board met",
            [
                (
                    "Supreme Sugar Board",
                    "org-supreme-sugar-board",
                    "organisations.head-noun",
                    MEDIUM,
                )
            ],
        ),
        ("The Committee met", []),
        ("a committee of peasants", []),
        ("the Soviet Union", []),
        ("the Union of South Africa", []),
        ("the Congress of Peasants", []),
        ("the Party Congress", []),
        (
            "the Great Peasant Congress",
            [
                (
                    "Great Peasant Congress",
                    "org-great-peasant-congress",
                    "organisations.head-noun",
                    MEDIUM,
                )
            ],
        ),
    ],
)
def test_organisations_have_an_entry_or_a_head_noun_with_more(
    text: str, found: list[tuple[str, str, str, Certainty]]
) -> None:
    """A head noun alone, a state with such a word in its name, and meetings are none."""
    hits = organisations.hits(text)
    assert [(text[h.start : h.end], h.entity.id, h.rule, h.cert) for h in hits] == found


@pytest.mark.parametrize(
    ("text", "rule", "cert"),
    [
        ("Polish Embassy in Cuba", "organisations.mission", HIGH),
        ("Embassy in Cuba", "organisations.mission", MEDIUM),
        ("Polish Foreign Ministry", "organisations.ministry", HIGH),
    ],
)
def test_missions_and_ministries_are_organisations(text: str, rule: str, cert: Certainty) -> None:
    """A mission whose owner nobody names is less sure."""
    assert [(h.rule, h.cert) for h in organisations.hits(text) if h.rule == rule] == [(rule, cert)]


def test_an_unqualified_ministry_of_the_addressee_is_the_senders() -> None:
    """It is the sending state's where it is addressed, and nobody's in a paragraph."""
    text = "Foreign Ministry,\n\nThe delegation told the Foreign Ministry that it rains in Cuba."
    made = marked(text, ORGANISATION, title="Cable from the Polish Embassy in Cuba")
    assert made == [
        ("Foreign Ministry", "organisations.own-ministry"),
        ("Foreign Ministry", "organisations.authority"),
    ]
    ids = [
        id_ for _, id_ in named(text, ORGANISATION, title="Cable from the Polish Embassy in Cuba")
    ]
    assert ids == ["poland-ministry-of-foreign-affairs", "foreign-ministry"]
    assert named(text, ORGANISATION)[0][1] == "foreign-ministry"


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
    (
        "Dvorak J. A. left",
        [("Dvorak J. A.", "person-dvorak-j-a", "persons.initials-after", MEDIUM)],
    ),
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
        ("then Jan [sic] Dvorak left", []),
    ],
)
def test_brackets_in_names_are_seen_through(text: str, words: list[str]) -> None:
    """Supplied words read on with the name; a gloss or a remark parts it."""
    assert words_of(text, PERSON) == words


@given(texts())
def test_names_of_a_kind_lie_in_the_text_and_never_overlap(text: str) -> None:
    """Whatever the text, persons do not overlap, nor do places, and no span leaves the text."""
    for hits in (persons.hits(text, 1962), list(places.hits(text))):
        position = 0
        for hit in hits:
            assert position <= hit.start < hit.end <= len(text)
            position = hit.end


@given(texts())
def test_annotating_is_a_function_of_the_text(text: str) -> None:
    """The same cable twice gives the same; every span lies in the text; rivals are settled."""
    once, again = annotate(cable(text)), annotate(cable(text))
    assert once == again
    assert all(a.span.end <= len(text) for a in once.annotations)
    for kind in (PERSON, PLACE):
        spans = [a.span for a in once.annotations if a.kind is kind]
        assert not any(s.overlaps(t) for s in spans for t in spans if s is not t)
