"""What `[sic]` and `[?]` say of the words before, and readings that are given for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.kinds import (
    CHOICE,
    CORRECTION,
    DATE,
    METAMARK,
    NOTE,
    PERSON,
    PLACE,
    SIC,
    UNCLEAR,
    WRONG,
)
from tests.annotators.cables import named, words_of

if TYPE_CHECKING:
    from tei_cable.kinds import Kind


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the goverment [sic] fell", ["goverment"]),
        ("the goverment[sic] fell", ["goverment"]),
        ("the goverment (sic) fell", ["goverment"]),
        ("the men [SIC, plural] fell", ["men"]),
        ("Fidel Castro's [sic] speech", ["Fidel Castro's"]),
        ("“the men” [sic] fell", ["men"]),
        ("the city of Sh…… [sic] fell", ["Sh……"]),
        ("with Novak (Taibi /?/) [sic] there", ["Taibi"]),
        ("the men came. [sic] fell", []),
        ("he spoke the Warsaw dialect [sic, in fact Gdynia] there", ["Warsaw"]),
        ("with one (Nozako Sanzo) [sic, should be Nosaka Sanzo] there", ["Nozako Sanzo"]),
        ("[sic] the men fell", []),
        ("the men.\n\n[sic] fell", []),
        ("wrote recieve[sic: receive] twice", ["recieve"]),
    ],
)
def test_sic_marks_the_word_before(text: str, words: list[str]) -> None:
    """The word before is wrong, with the name that reaches into it; no word ends a sentence.

    What is given as a name corrects the name before, though other words stand between.
    """
    assert words_of(text, SIC) == words


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("came to Gdinya [sic, should be Gdynia] today", "Gdinya"),
        ("came to Gdinya [sic, Gdynia] today", "Gdinya"),
        ("one cannot [sic, probably “can”] go", "cannot"),
        ("met Jan Nowek [sic, should be Jan Nowak] today", "Jan Nowek"),
        ("went to the the house [sic, should be to the house] then", "to the the house"),
        ("and the party [sic, should be Party] met", "party"),
        ("left the capital [sic, should be Gdynia] then", "capital"),
    ],
)
def test_a_reading_makes_a_choice(text: str, wrong: str) -> None:
    """The wrong words and the bracket are the two forms; what leads to the reading is a mark."""
    assert words_of(text, WRONG) == [wrong]
    assert words_of(text, CORRECTION) == [text[text.index("[") : text.index("]") + 1]]
    assert words_of(text, CHOICE) == [text[text.index(wrong) : text.index("]") + 1]]
    assert words_of(text, METAMARK)[0].startswith("sic,")


@pytest.mark.parametrize(
    ("bracket", "lead"),
    [
        ("[word should probably read ‘tide’]", "word should probably read"),
        ("[the word should be “tide”]", "the word should be"),
    ],
)
def test_an_editor_who_tells_the_word_gives_a_reading(bracket: str, lead: str) -> None:
    """That makes a choice as `sic, should be` does."""
    text = f"against the tied {bracket} then"
    assert words_of(text, WRONG) == ["tied"]
    assert words_of(text, CORRECTION) == [bracket]
    assert words_of(text, METAMARK) == [lead]


@pytest.mark.parametrize(
    "bracket", ["[word should probably be left out]", "[the date should be that of the letter]"]
)
def test_a_remark_on_a_word_without_a_reading_is_none(bracket: str) -> None:
    """What describes the right word does not give it."""
    text = f"against the tied {bracket} then"
    assert words_of(text, CHOICE) == []
    assert words_of(text, NOTE) == [bracket]


@pytest.mark.parametrize(
    "bracket", ["[sic, plural]", "[sic.]", "[sic, in the original]", "[sic, Nosuch", "[sic!]"]
)
def test_a_comment_is_no_reading(bracket: str) -> None:
    """What says something of the word, or is not closed, gives no other word for it."""
    assert words_of(f"the men {bracket} fell", CHOICE) == []


@pytest.mark.parametrize(
    ("bracket", "kind"),
    [("[sic]", METAMARK), ("[SIC.]", METAMARK), ("(sic!)", METAMARK), ("[sic, plural]", NOTE)],
)
def test_sic_alone_is_a_mark(bracket: str, kind: Kind) -> None:
    """A bracket that says more than that is a note."""
    other = NOTE if kind is METAMARK else METAMARK
    assert words_of(f"the men {bracket} fell", other) == []
    assert words_of(f"the men {bracket} fell", kind) == [bracket]


def test_sic_without_a_word_before_is_a_note() -> None:
    """A mark at the beginning of a block says that of nothing before it."""
    assert words_of("[sic] the men fell", NOTE) == ["[sic]"]


def test_a_place_with_a_correction_is_one_name() -> None:
    """The name grows over the bracket that corrects it."""
    assert words_of("in Cuba [sic, should be Haiti] then", PLACE) == ["Cuba [sic, should be Haiti]"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("the men left Chengdu [?] today", "Chengdu"), ("with Taibi /?/ there", "Taibi")],
)
def test_a_question_mark_doubts_the_word_before(text: str, word: str) -> None:
    """The word is unclear without brackets of its own; the mark is a note."""
    assert words_of(text, UNCLEAR) == [word]
    assert len(words_of(text, NOTE)) == 1


def test_names_and_dates_read_on_over_what_only_marks_a_word() -> None:
    """A mark inside of a name or a date does not part it."""
    assert words_of("met Jan [sic] Dvorak today", PERSON) == ["Jan [sic] Dvorak"]
    assert words_of("on 28 [?] November 1962 he", DATE) == ["28 [?] November 1962"]


def test_in_a_gap_nothing_is_marked() -> None:
    """What stands in a gap is written as it is."""
    assert words_of("so [one [sic] word missing] there", SIC) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "They besieged Havanna-la [sic, perhaps Havana] then",
            ["Havanna-la [sic, perhaps Havana]"],
        ),
        ("They besieged Gdx [sic, should be Zzyzak] then.\n\nHe went to the town of Zzyzak.", None),
    ],
)
def test_a_corrected_name_is_a_name(text: str, names: list[str] | None) -> None:
    """Where the reading is a name, known or found elsewhere, the two forms are one name."""
    found = [words for words, _ in named(text, PLACE)]
    assert found == (names or ["Gdx [sic, should be Zzyzak]", "Zzyzak"])


def test_a_corrected_name_beside_other_marks_is_two() -> None:
    """Where a mark parts the two forms, each is a name of whom the reading names."""
    text = "with one (Nozako Sanzo) [sic, should be Nosaka Sanzo] there"
    assert dict(named(text, PERSON)) == {
        "Nozako Sanzo": "nosaka-sanzo",
        "Nosaka Sanzo": "nosaka-sanzo",
    }


@pytest.mark.parametrize(
    "text",
    [
        "They left the capital [sic, should be Zzyzak] then",
        "They saw Gdx [sic, should be Zzyzak] then",
        "They left the havannah [sic, should be Havana] then",
    ],
)
def test_near_misses_of_a_corrected_name(text: str) -> None:
    """A word without a capital is no name, and a reading that names nobody known makes none."""
    assert words_of(text, PLACE) == []
