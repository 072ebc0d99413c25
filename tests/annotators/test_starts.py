"""Where names can begin: a pattern tried only there finds what it finds anywhere."""

from __future__ import annotations

import re
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
    name_shapes,
    org_heads,
    organisations,
    places,
)
from tei_cable.annotators.starts import capitals, matches, names, words_before
from tei_cable.readers import read
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

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
        *("\n", "(", ")", ",", ":", ".", "-", "–", "'s", "12", "\n\n", "Berlin-Moscow", "A-B"),
    )
)
_SOUGHT: tuple[tuple[re.Pattern[str], Callable[[str], Sequence[int]]], ...] = (
    *((pattern, capitals) for pattern in (places._JOINED, places._HEADED, places._LED)),
    *((pattern, capitals) for pattern in (places._DIRECTED, places._DATELINE, places._NAME_WORD)),
    *((pattern, capitals) for pattern in (acronyms._ACRONYM, acronyms._SYMBOL, acronyms._POST)),
    *((pattern, capitals) for pattern in (missions._MISSION, missions._MINISTRY, cued._PAIR)),
    *((pattern, capitals) for pattern in (family_first._OLD_STYLE, family_first._VIETNAMESE)),
    *((pattern, capitals) for pattern in (name_shapes._WITH_INITIALS, lone_names._COMMON)),
    *((pattern, names) for pattern in (name_shapes._INITIALS_AFTER, name_shapes._COMMA)),
    *((pattern, names) for pattern in (name_shapes._MAY_BE_FORENAME, family_first._PAIR)),
    *((pattern, names) for pattern in (cued._SPEAKING, cued._SPEAKER)),
    (cued._OPENING, capitals),
    *((pattern, words_before) for pattern in (places._CUED, places._BLOC, cued._CLAUSE)),
    (organisations._CONGRESS, words_before),
    (org_heads._head_noun(), org_heads._beginnings),
)


@given(st.lists(_PIECES, max_size=16), st.sampled_from((" ", "", " ")))
def test_nothing_is_missed(pieces: list[str], joint: str) -> None:
    """No rule's pattern matches where it is not tried, and none matches otherwise."""
    text = joint.join(pieces)
    for pattern, starts in _SOUGHT:
        found = [match.span() for match in matches(pattern, text, starts(text))]
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


def test_nothing_is_kept_of_a_text_that_is_annotated() -> None:
    """The offsets kept for all annotators are let go: of a long text they are many."""
    annotate(read(decode(page("Comrade Novak went to Prague.").encode(), "x.txt")))
    assert [kept.cache_info().currsize for kept in (capitals, names, words_before)] == [0, 0, 0]
