"""How white space is folded, and what it leaves alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.characters import NOT_XML
from tei_cable.model import Span
from tei_cable.readers.folding import fold, lines_of

WRAPPED = (
    "The delegation arrived in the town at the\nbeginning of the week and was led to the\nmill."
)
TEXTS = st.text(
    st.sampled_from("ab-.é毛\U0001f33e \t\n\r\f\v\u00a0\u2028\u0007\ufffe") | st.characters(),
    max_size=80,
)


def _folded(text: str) -> str:
    return fold(text, lines_of(text)).text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("one  two\t three\vfour", "one two three four"),
        ("  edges\t\n", "edges"),
        ("no\u00a0break", "no\u00a0break"),
        ("no \u00a0 break", "no \u00a0 break"),
        ("a\n\nb", "a\n\nb"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\n \t\nb", "a\n\nb"),
        ("a\n\u00a0\nb", "a\n\nb"),
        ("a\r\n\r\nb", "a\n\nb"),
        ("a\r\rb", "a\n\nb"),
        ("a\fb", "a\n\nb"),
        ("a\n\f\nb", "a\n\nb"),
        ("a\u0007b", "ab"),
        ("a \u0007 b", "a b"),
        ("\u0007a\ufffe", "a"),
        ("\u0007\n\n", ""),
        ("", ""),
    ],
)
def test_white_space_is_folded_and_nothing_else(text: str, folded: str) -> None:
    """Runs become a space, blank lines and form feeds a break; what XML cannot hold goes."""
    assert _folded(text) == folded


def test_a_wrap_becomes_a_space() -> None:
    """A line break that the next word would have overflowed is a wrap."""
    assert _folded(WRAPPED) == WRAPPED.replace("\n", " ")


def test_a_break_before_which_there_was_room_stays() -> None:
    """A line that had room for the next word was ended on purpose."""
    text = "The delegation arrived.\nA. Brook\nIt was led to the mill of the town."
    assert _folded(text) == text


def test_lines_wider_than_a_page_are_no_wraps() -> None:
    """Where a line is longer than a page is wide, nothing was wrapped."""
    long = "word " * 30 + "end"
    assert _folded(f"{long}\n{long}") == f"{long}\n{long}"


def test_a_hyphen_at_a_wrap_is_kept_and_joined() -> None:
    """A word broken at a wrap keeps its hyphen; a dash between words keeps its space."""
    broken = WRAPPED.replace("at the\n", "at re-\n")
    assert "in the town at re-beginning of" in _folded(broken)
    dashed = WRAPPED.replace("at the\n", "at  -\n")
    assert "in the town at - beginning of" in _folded(dashed)


def test_a_form_feed_begins_a_page_and_is_remembered_over_blank_lines() -> None:
    """The block after a form feed begins a page, also where the page begins with blank lines."""
    text = "one\n\ntwo\f\n\nthree\n\nfour"
    folded = fold(text, lines_of(text))
    assert folded.pages == (2,)
    assert folded.blocks[2].of(folded.text) == "three"


def test_a_text_of_short_lines_only_is_not_wrapped() -> None:
    """A signature, a date and a copy list are three lines, however long the longest is."""
    text = "E. Kiselev\nBudapest, 5 March 1953\nCopy to the minister"
    folded = fold(text, lines_of(text))
    assert [block.of(folded.text) for block in folded.blocks] == text.split("\n")


@given(TEXTS)
def test_every_character_that_xml_can_hold_comes_out_in_order(text: str) -> None:
    """White space and what XML cannot hold aside, the folded text is the text."""
    wanted = "".join(NOT_XML.sub("", text).split())
    assert "".join(_folded(text).split()) == wanted


@given(TEXTS)
def test_blocks_tile_the_text(text: str) -> None:
    """Blocks follow one another with one break or two between, and none is empty or edged."""
    folded = fold(text, lines_of(text))
    position = 0
    for number, block in enumerate(folded.blocks):
        assert folded.text[position : block.start] in (("\n", "\n\n") if number else ("",))
        assert block.of(folded.text) == block.of(folded.text).strip() != ""
        assert not set("\r\n\f\v\t") & set(block.of(folded.text))
        position = block.end
    assert position == len(folded.text)


@given(TEXTS)
def test_each_copied_character_is_found_back_in_the_source(text: str) -> None:
    """The origin map leads each character to itself, or a space or break to where it stands."""
    folded = fold(text, lines_of(text))
    for at, character in enumerate(folded.text):
        if not character.isspace():
            assert text[folded.origin.offset(at)] == character


@given(TEXTS)
def test_lines_are_in_order_and_hold_all_that_is_not_blank(text: str) -> None:
    """Lines do not overlap, and between them there is only white space or what XML lacks."""
    position = 0
    for line in lines_of(text):
        assert NOT_XML.sub("", text[position : line.span.start]).strip() == ""
        position = max(position, line.span.end)
    assert NOT_XML.sub("", text[position:]).strip() == ""


def test_a_line_knows_whether_it_is_blank() -> None:
    """A line of spaces is blank and has an empty span."""
    first, second = lines_of(" a\n \n")
    assert (first.span, first.blank) == (Span(1, 2), False)
    assert second.blank


@pytest.mark.parametrize(
    ("last", "blocks"),
    [("Ambassador of Poland J. Novak", 2), ("Ambassador of Poland J. Novak.", 1)],
)
def test_an_office_with_a_name_below_a_sentence_is_no_rest_of_it(last: str, blocks: int) -> None:
    """A signature in the line below a full one signs; a sentence that goes on is a wrap."""
    full = "[The Ambassador asks for help with the materials of his embassy in Poland.]"
    text = f"{full}\n{last}\n"
    assert len(fold(text, lines_of(text)).blocks) == blocks
