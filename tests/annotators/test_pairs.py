"""Square brackets are paired, and what lacks its partner is given an extent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.annotators.pairs import DEEPEST, pairs
from tei_cable.model import Delimiters
from tests.annotators.cables import cable


def _pairs(text: str) -> list[tuple[str, bool, bool]]:
    return [(p.span.of(text), p.opened, p.closed) for p in pairs(cable(text))]


def test_balanced_brackets_are_pairs_in_order() -> None:
    """Each pair is found with both its brackets; its words are what stands between."""
    text = "On that day [he] met [Fidel] Castro."
    assert _pairs(text) == [("[he]", True, True), ("[Fidel]", True, True)]
    assert [p.inner.of(text) for p in pairs(cable(text))] == ["he", "Fidel"]


def test_nested_brackets_are_pairs_outer_first() -> None:
    """A bracket within a bracket belongs to the nearest opening one."""
    text = "sent [the invitation[s] of May] back"
    assert _pairs(text) == [("[the invitation[s] of May]", True, True), ("[s]", True, True)]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("It waits. The Polish side] did not answer.", "The Polish side]"),
        ("The Polish side] did not answer.", "The Polish side]"),
        ("[He] said that the Polish side] is late.", "said that the Polish side]"),
        ("One line.\n\nThe other side] is late.", "The other side]"),
        ("He asked “Why now?” The side] is late.", "The side]"),
        ("It waits. Mr. Novak] did not answer.", "Mr. Novak]"),
        ("It waits. A. Novak] did not answer.", "A. Novak]"),
        ("He arrived today. ] It rains.", "He arrived today. ]"),
    ],
)
def test_a_stray_closing_bracket_reaches_back_to_its_sentence(text: str, extent: str) -> None:
    """It holds the words from the beginning of the sentence, or from the bracket before it."""
    assert (extent, False, True) in _pairs(text)


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        ("When [the delegation left, it rained.", "[the delegation left"),
        ("When [the delegation left [Minsk] again", "[the delegation left"),
        ("When [the delegation left\n\nMinsk again", "[the delegation left"),
        ("When [the 3.5 percent fell. It rained.", "[the 3.5 percent fell"),
        ("When [Mr. Novak left, it rained.", "[Mr. Novak left"),
        ("When [J. Novak left, it rained.", "[J. Novak left"),
    ],
)
def test_a_stray_opening_bracket_reaches_to_the_end_of_its_clause(text: str, extent: str) -> None:
    """It holds the words up to punctuation, the next bracket, or the end of its block."""
    assert (extent, True, False) in _pairs(text)


def test_a_pair_reaches_over_one_break_between_blocks() -> None:
    """A bracket that a page breaks is still one pair."""
    assert _pairs("He took [the post\n\nof envoy] then.") == [
        ("[the post\n\nof envoy]", True, True)
    ]


def test_a_pair_does_not_reach_over_two_breaks() -> None:
    """Two blocks apart, the brackets are two strays of their own blocks."""
    assert _pairs("He took [the post\n\nof envoy\n\nthen] left.") == [
        ("[the post", True, False),
        ("then]", False, True),
    ]


def test_an_opening_bracket_out_of_reach_leaves_later_pairs_alone() -> None:
    """A stray opening bracket does not take the closing one of a later pair."""
    assert _pairs("One [two.\n\nThree.\n\nFour [five] six.") == [
        ("[two", True, False),
        ("[five]", True, True),
    ]


@pytest.mark.parametrize("text", ["nothing [] here", "nothing [ \t] here", "at the end ["])
def test_empty_brackets_are_kept_as_text(text: str) -> None:
    """A bracket without words cannot be encoded: it says why it stays."""
    (pair,) = pairs(cable(text))
    assert pair.kept == "there are no words in it"


def test_brackets_below_the_deepest_level_are_kept_as_text() -> None:
    """As many levels as `DEEPEST` are encoded, and what is nested within them is not."""
    depth = DEEPEST + 2
    made = pairs(cable("[a " * depth + "]" * depth))
    assert [bool(pair.kept) for pair in made] == [False] * DEEPEST + [True] * 2


def test_twenty_thousand_brackets_are_paired_without_recursion() -> None:
    """Depth is no limit to pairing: every bracket finds the partner that mirrors it."""
    text = "[ " * 10_000 + "a" + " ]" * 10_000
    made = pairs(cable(text))
    assert len(made) == 10_000
    assert all(p.span.start + p.span.end == len(text) for p in made)


@given(st.text("[]a. \n", max_size=40))
def test_every_bracket_has_a_place(text: str) -> None:
    """Each bracket is the edge of exactly one pair, whatever the text, and pairs never cross."""
    made = pairs(cable(text))
    edges = [mark.start for pair in made for mark in pair.marks]
    assert sorted(edges) == [at for at, c in enumerate(text) if c in "[]"]
    assert not any(p.span.crosses(q.span) for p in made for q in made)


@pytest.mark.parametrize(
    ("text", "found", "delimiters"),
    [
        ("the word [SIC} so", "[SIC}", Delimiters.BRACE),
        ("the word [sic) so. [he] left", "[sic)", Delimiters.PARENTHESIS),
        ("the word [and no more) so", "[and no more)", Delimiters.PARENTHESIS),
        ("the [[very old]] town", "[[very old]]", Delimiters.DOUBLE),
        ("Nowak /?/ left", "/?/", Delimiters.SLASH),
        ("with Taibi /?/) there", "/?/", Delimiters.SLASH),
        ("the goverment (sic) fell", "(sic)", Delimiters.ROUND),
        ("the word (illegible) fell", "(illegible)", Delimiters.ROUND),
        ("the word (one line missing) fell", "(one line missing)", Delimiters.ROUND),
    ],
)
def test_other_marks_may_serve_as_brackets(text: str, found: str, delimiters: Delimiters) -> None:
    """A slip of the typist closes a square bracket; an editor's word needs no square one."""
    assert (found, delimiters) in [(p.span.of(text), p.delimiters) for p in pairs(cable(text))]


@pytest.mark.parametrize(
    "text",
    [
        "the VKP(b) and VKP/b/ so",
        "the resident(s) and/or others",
        "in Congo (Br.) then",
        "he asked (why?) so",
        "a man (sick) there",
        "f(?) is so",
        "and/?/or",
        "{one} and (two)",
    ],
)
def test_round_brackets_and_slashes_of_the_text_are_no_brackets(text: str) -> None:
    """Only what holds nothing but an editor's word is an editor's."""
    assert pairs(cable(text)) == []


def test_a_round_bracket_that_is_the_texts_own_closes_no_square_one() -> None:
    """`(two [three)` has a stray opening bracket: the round one has its partner."""
    assert _pairs("one (two [three) four") == [("[three) four", True, False)]


@pytest.mark.parametrize(
    ("text", "extent"),
    [
        (
            "So it is. [Translator's note: crossed [out], and so on. He left.",
            "[Translator's note: crossed [out]",
        ),
        ("So. [Translator's note: see Mr. Novak. He left.", "[Translator's note: see Mr. Novak."),
        ("So. [handwritten: 10/43 [?] [illegible]", "[handwritten: 10/43 [?] [illegible]"),
        ("So. [handwritten, in ink [note, no", "[handwritten, in ink"),
        ("So. [handwritten: a [b\n\nc] d [e] f", "[handwritten: a"),
        ("So. [Editor's note: no end", "[Editor's note: no end"),
    ],
)
def test_a_stray_remark_reaches_to_its_end(text: str, extent: str) -> None:
    """To the last bracket that closes in the block, else to the end of the sentence."""
    assert (extent, True, False) in _pairs(text)


def test_a_pair_over_a_break_holds_no_end_of_a_sentence() -> None:
    """Two brackets that lack partners in two paragraphs are no pair."""
    text = "He saw [the men left. So.\n\nIt rained. He came] in."
    assert [(o, c) for _, o, c in _pairs(text)] == [(True, False), (False, True)]


def test_a_pair_of_whole_paragraphs_may_hold_sentences() -> None:
    """A bracket that opens with its block, or closes with it, is a passage in brackets."""
    assert _pairs("[It was late. So.\n\nIt rained.]") == [
        ("[It was late. So.\n\nIt rained.]", True, True)
    ]


@pytest.mark.parametrize("text", ["A [b\n\n]\n\nC d.", "[\n\nb c] d.", "[[\n\nb]] c"])
def test_a_bracket_that_is_a_paragraph_of_its_own_is_kept(text: str) -> None:
    """An element that ends there would leave a paragraph without words."""
    assert {pair.kept for pair in pairs(cable(text))} == {"a paragraph has nothing else in it"}


def test_a_bracket_over_two_paragraphs_with_words_is_encoded() -> None:
    """Each paragraph has its part of the words."""
    assert [pair.kept for pair in pairs(cable("[b\n\nc] d"))] == [""]
