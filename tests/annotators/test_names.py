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
    ],
)
def test_places_are_nouns_that_the_authority_knows(text: str, found: list[tuple[str, str]]) -> None:
    """Adjectives, peoples, compounds and ordinary words are no places; the possessive is out."""
    assert [(text[h.start : h.end], h.entity.id) for h in places.hits(text)] == found
    assert {h.rule for h in places.hits(text)} <= {"places.authority"}


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("the Berlin–Moscow line", "joined", ["Berlin", "Moscow"]),
        ("the Berlin-Xyzdorf line", "joined", []),
        ("in the Zzyli valley of", "head-noun", ["Zzyli valley"]),
        ("in the Zzyli district of", "head-noun", ["Zzyli"]),
        ("across the Zzyli River", "head-noun", ["Zzyli River"]),
        ("in a Great River", "head-noun", []),
        ("on Lake Zzyli", "head-noun", ["Lake Zzyli"]),
        ("troops in East Java fought", "directed", ["East Java"]),
        ("South and South East Asia", "directed", ["South and South East Asia"]),
        ("Outer and Inner Mongolia", "directed", ["Outer"]),
        ("East Meets West", "directed", []),
        ("arrived in Tangshan by train", "gazetteer", ["Tangshan"]),
        ("Tangshan said no", "gazetteer", []),
        ("in Tangshan Nowak sat", "gazetteer", []),
        ("Wolverhampton, June 4, 1951", "gazetteer", ["Wolverhampton"]),
        ("from Moscow, Tangshan and Wolverhampton", "listed", ["Tangshan", "Wolverhampton"]),
        ("Tangshan, Moscow and elsewhere", "listed", ["Tangshan"]),
        ("in Tangshan. Tangshan fell", "recurring", ["Tangshan"]),
        ("a bridge near Wuzzhen across", "cue", ["Wuzzhen"]),
        ("near Christmas", "cue", []),
        ("with the West on this", "bloc", ["West"]),
        ("the West German note", "bloc", []),
    ],
)
def test_places_unknown_to_the_files_are_found_by_their_words(
    text: str, rule: str, found: list[str]
) -> None:
    """A head noun, a point of the compass, a hyphen, a list, a preposition with the gazetteer."""
    hits = [text[h.start : h.end] for h in places.hits(text) if h.rule == f"places.{rule}"]
    assert hits == found


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("the Zonal Study Board (ZSB) met; the ZSB agreed", "acronym-defined", ["ZSB", "ZSB"]),
        ("the Zonal Study Board (XQ) met; the XQ agreed", "acronym-defined", []),
        ("the ZQB met, and ZQB sat", "acronym", ["ZQB", "ZQB"]),
        ("the ZQB met", "acronym", []),
        ("12 ICBM and 3 ICBM", "acronym", []),
        ("for EUR/SOV only, N/A", "symbol", ["EUR/SOV"]),
        ("FM AMEMBASSY WARSAW\nTO", "post", ["AMEMBASSY WARSAW"]),
        ("the papers Zum Beispiel and Merdeka were", "newspaper", ["Zum Beispiel", "Merdeka"]),
        ("the papers of the Minister", "newspaper", []),
        ("I told State that", "cue", ["State"]),
        ("the State that", "cue", []),
        ("the Congress voted", "congress", ["Congress"]),
        ("the Party Congress met; the Congress voted", "congress", []),
        ("the 24th Army and the 3rd infantry division", "unit", ["3rd infantry division"]),
        ("Radio Zanzara said", "led", ["Radio Zanzara"]),
    ],
)
def test_bodies_unknown_to_the_files_are_found_by_their_words(
    text: str, rule: str, found: list[str]
) -> None:
    """Acronyms, symbols of offices, posts, newspapers, and words that are bodies in their place."""
    hits = [h for h in organisations.hits(text) if h.rule == f"organisations.{rule}"]
    assert [text[h.start : h.end] for h in hits] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Committee of Wool and the Board of Corn", ["Committee of Wool", "Board of Corn"]),
        ("the Union to Advance Wool in China", ["Union to Advance Wool in China"]),
        ("the Institute of Wool in China", ["Institute of Wool"]),
        ("the Association for Saving the Wool", ["Association for Saving the Wool"]),
        ("at St. Zita University", ["St. Zita University"]),
        ("the 24th Army left", ["24th Army"]),
        ("the Board of Wool on Monday", ["Board of Wool"]),
        ("the Zonal Conference", []),
    ],
)
def test_the_tail_of_a_head_noun_ends_where_the_name_does(text: str, found: list[str]) -> None:
    """Prepositions go on with it, days and places of work do not, nor another body."""
    hits = [h for h in organisations.hits(text) if h.rule == "organisations.head-noun"]
    assert [text[h.start : h.end] for h in hits] == found


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
        ("Foreign Ministry", "organisations.no-owner"),
    ]
    ids = [
        id_ for _, id_ in named(text, ORGANISATION, title="Cable from the Polish Embassy in Cuba")
    ]
    nobodys = "org-ministry-of-foreign-affairs"
    assert ids == ["poland-ministry-of-foreign-affairs", nobodys]
    assert named(text, ORGANISATION)[0][1] == nobodys


@pytest.mark.parametrize(
    ("day", "who"), [("May 3, 1943", "org-united-nations"), ("May 3, 1953", "un")]
)
def test_a_body_is_not_meant_before_there_was_one(day: str, who: str) -> None:
    """The United Nations of 1943 are the Allies."""
    assert [id_ for _, id_ in named("The United Nations won.", ORGANISATION, date=day)] == [who]


@pytest.mark.parametrize(
    "text", ["AN/GRC radios", "an AN/PRC-77 set", "the PRC-25 set", "file 12/GRC"]
)
def test_designations_of_equipment_are_no_states(text: str) -> None:
    """An acronym in a designation names nobody."""
    assert not list(organisations.hits(text))
    assert not places.hits(text)


def test_a_title_in_capitals_is_no_body() -> None:
    """However often `MR.` is met."""
    text = "MR. Dvorek said that MR. Nowik had told MR. Dvorek."
    assert not list(organisations.hits(text))


@pytest.mark.parametrize("text", ["PRC/USSR talks", "the PRC, 3 days later", "GRC 1972"])
def test_acronyms_beside_a_stroke_or_a_number_are_names(text: str) -> None:
    """A stroke joins states as well, and a number may follow them."""
    assert list(organisations.hits(text)) or places.hits(text)


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
