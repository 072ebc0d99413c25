"""Places and organisations: what each rule finds, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given

from tei_cable.annotators import annotate, organisations, persons, places
from tei_cable.kinds import ORGANISATION, PERSON, PLACE
from tei_cable.model import Certainty
from tests.annotators.cables import cable, marked, named, texts

HIGH, MEDIUM = Certainty.HIGH, Certainty.MEDIUM


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
        ("$300 million US were paid", []),
        ("in the 300 million US homes", [("US", "us")]),
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
