"""Where names can begin: a pattern tried only there finds what it finds anywhere."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable import decode
from tei_cable.annotators import (
    acronyms,
    annotate,
    cued,
    family_first,
    lone_names,
    missions,
    name_rows,
    name_shapes,
    org_heads,
    organisations,
    places,
    starts,
)
from tei_cable.annotators.starts import (
    capitals,
    cues,
    joints,
    lines,
    matches,
    names,
    near,
    paired,
    sentences,
    vocabulary,
    words_before,
)
from tei_cable.readers import read
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PIECES = st.sampled_from(
    (
        *(
            "Novak",
            "NOVAK",
            "O'Brien",
            "D’Arcy",
            "d'Arcy",
            "al-Hakim",
            "Al-Hakim",
            "de",
            "la",
            "van",
        ),
        *("Kim-Il", "Mao", "Nguyen", "Ho", "Chi", "J.", "J.F.", "St.", "U.S.", "Éluard", "Žižka"),
        *(
            "East",
            "Lake",
            "River",
            "Province",
            "Embassy",
            "Mission",
            "MFA",
            "From",
            "For",
            "EUR/SOV",
        ),
        *(
            "said",
            "told",
            "had",
            "the",
            "Congress",
            "Ministry",
            "Union",
            "that",
            "in",
            "and",
            "or",
            "of",
            "x_Novak",
            "_Novak_",
            "ʼNovak",
            "3rd",
        ),
        *("Dear", "Mr.", "Minister", "of", "Trade", "Ministers", "Comrades", "Messrs.", "wife"),
        *("vis-à-vis", "replied", "to", "talks", "with", "paper", "Radio", "and", "(12)", "the"),
        *("North-Eastern", "Northeast", "district", "Air", "Base", "!", "? ", ". "),
        *("\n", "(", ")", ",", ":", ".", "-", "–", "'s", "12", "\n\n", "Berlin-Moscow", "A-B"),
    )
)
_SOUGHT: tuple[tuple[re.Pattern[str], Callable[[str], Iterable[int]]], ...] = (
    (places._JOINED, places._joining),
    (places._HEADED, places._before_heads),
    (places._LED, partial(starts.places, sought=places._LEADS)),
    (places._DIRECTED, partial(starts.places, sought=places._POINTS)),
    (places._NAME_WORD, capitals),
    (places._DATELINE, lines),
    (places._CUED, partial(cues, sought=places._CUES)),
    (places._BLOC, partial(cues, sought=places._ARTICLES)),
    (acronyms._ACRONYM, acronyms._shouted),
    (acronyms._SYMBOL, capitals),
    (acronyms._POST, capitals),
    (missions._MISSION, partial(starts.places, sought=missions._MISSIONS)),
    (missions._MINISTRY, partial(starts.places, sought=missions._MINISTRIES)),
    *((pattern, paired) for pattern in (family_first._OLD_STYLE, family_first._VIETNAMESE)),
    *((pattern, paired) for pattern in (family_first._PAIR, cued._PAIR)),
    (name_shapes._WITH_INITIALS, capitals),
    (name_shapes._INITIALS_AFTER, paired),
    *((pattern, names) for pattern in (name_shapes._COMMA, name_shapes._MAY_BE_FORENAME)),
    (name_shapes._PORTFOLIO, name_shapes._ministers),
    (name_rows._plurals()[0], partial(starts.places, sought=name_rows._plurals()[1])),
    (lone_names._COMMON, capitals),
    (lone_names._SALUTED, lines),
    (lone_names._PARTICLED, names),
    (cued._SPEAKING, names),
    (cued._SPEAKER, lines),
    (cued._OPENING, partial(starts.places, sought=cued._OPENS)),
    (cued._CLAUSE, partial(cues, sought=cued._CONJUNCTIONS)),
    (cued._ADDRESSED, cued._addressing),
    (cued._ALONE, sentences),
    (cued._KIN, cued._related),
    (organisations._CONGRESS, partial(cues, sought=organisations._BEFORE_CONGRESS)),
    (organisations._PAPERS, partial(starts.places, sought=organisations._PAPER_WORDS)),
    (org_heads._head_noun()[0], org_heads._beginnings),
    (org_heads._LED, partial(starts.places, sought=org_heads._LEADING)),
)


@given(st.lists(_PIECES, max_size=16), st.sampled_from((" ", "", " ")))
def test_nothing_is_missed(pieces: list[str], joint: str) -> None:
    """No rule's pattern matches where it is not tried, and none matches otherwise."""
    text = joint.join(pieces)
    for pattern, places_of in _SOUGHT:
        found = [match.span() for match in matches(pattern, text, places_of(text))]
        assert found == [match.span() for match in pattern.finditer(text)], pattern.pattern


@pytest.mark.parametrize(
    ("text", "high", "all_"),
    [
        ("Ana de Novak", (0, 7), (0, 4, 7)),
        ("al-Hakim, el-Hakim", (3, 13), (0, 3, 10, 13)),
        ("xAna _Ana sede la", (), (15,)),
        ("d'Arcy", (2,), (0, 2)),
    ],
)
def test_where_names_begin(text: str, high: tuple[int, ...], all_: tuple[int, ...]) -> None:
    """Capitals within words are none; particles and articles are words of their own."""
    assert tuple(capitals(text)) == high
    assert tuple(names(f"{text} ")) == all_


def test_a_match_is_not_tried_within_another() -> None:
    """What a match holds is passed over, as `finditer` does."""
    pattern = re.compile("[A-Z][a-z]+ [A-Z][a-z]+")
    text = "Ana Bela Cara Dora"
    assert [m.group() for m in matches(pattern, text, capitals(text))] == ["Ana Bela", "Cara Dora"]


def test_words_before_names() -> None:
    """The words of letters right before a name are known, and those of them that are sought."""
    text = "talks with Ana, that Bela; 12 Cara"
    assert words_before(text) == ((6, "with"), (16, "that"))
    assert cues(text, frozenset({"that", "talks"})) == [16]


def test_where_lines_and_sentences_begin() -> None:
    """A line begins after each line break, a sentence after a space that follows its mark too."""
    text = "A one. Two!\nC 1.5 d? \n"
    assert lines(text) == (0, 12, 22)
    assert list(sentences(text)) == [0, 7, 12, 21, 22]


def test_words_are_found_whole() -> None:
    """A word within another is not found, one beside a hyphen or a full stop is."""
    text = "Port Portland port Air-Port Port_ 2Port Port."
    assert starts.places(text, frozenset({"Port", "Lake"})) == [0, 23, 40]
    assert vocabulary("a-b a's") == {"a", "b", "s"}


def test_names_side_by_side() -> None:
    """A name is paired if another begins after the next space, wherever in the word it stands."""
    assert paired("Ana de Novak said O'Brien Cara") == (0, 4, 18, 20)


def test_what_is_near() -> None:
    """What is sought is near on the same line only, with no more spaces between than told."""
    text = "Ana b Cara d e Fine\nGo Hill"
    assert near(text, capitals(text), [15, 23], 3) == [6, 15, 20, 23]
    assert joints("A-B c-d E–F") == (1, 9)


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("met (Comrade Zorkin)", ["Zorkin"]),
        ("met and/Comrade Zorkin", []),
        ("met 1/Comrade Zorkin", ["Zorkin"]),
        ("met non-Comrade Zorkin", []),
    ],
)
def test_a_title_begins_what_stands_between_spaces(text: str, surnames: list[str]) -> None:
    """A title is found after brackets and figures, but not after another word and a slash."""
    assert [text[hit.start : hit.end] for hit in name_shapes.titled(text)] == surnames


def test_nothing_is_kept_of_a_text_that_is_annotated() -> None:
    """The offsets kept for all annotators are let go: of a long text they are many."""
    annotate(read(decode(page("Comrade Novak went to Prague.").encode(), "x.txt")))
    assert [kept.cache_info().currsize for kept in (capitals, names, words_before)] == [0, 0, 0]
