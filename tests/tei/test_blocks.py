"""Lists, turns, headings, tables, notes and letters within a text: written, and read back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from lxml import etree

from tei_cable import kinds
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Numbered,
    PageBreak,
    Span,
)
from tei_cable.tei import body_text
from tei_cable.tei.names import NAMESPACE
from tests.tei.test_body import p, written
from tests.tei.trees import Tree, annotated, trees

if TYPE_CHECKING:
    from tei_cable.kinds import Kind
    from tei_cable.model import Detail

ANCHOR = Bracket(BracketFunction.NOTE_NUMBER, opened=False, closed=False)


def over(text: str, words: str, kind: Kind, detail: Detail = None) -> Annotation:
    """Return an annotation over the first place where a text has some words."""
    start = text.index(words)
    return Annotation(Span(start, start + len(words)), kind, "test", detail=detail)


def test_a_list_has_items_with_their_numbers() -> None:
    """The number is an attribute without its punctuation; its label stays in the text."""
    text = "1. Rice.\n2. Salt.\n\nEnd."
    annotations = [
        over(text, "1. Rice.\n2. Salt.", kinds.LIST),
        over(text, "1. Rice.", kinds.ITEM, Numbered("1")),
        over(text, "1.", kinds.LABEL),
        over(text, "2. Salt.", kinds.ITEM, Numbered("2")),
        over(text, "2.", kinds.LABEL),
        over(text, "End.", kinds.PARAGRAPH),
    ]
    assert written(text, annotations) == (
        '<list><item n="1" xml:id="i1"><label>1.</label> Rice.</item><lb/>'
        f'<item n="2" xml:id="i2"><label>2.</label> Salt.</item></list>{p("End.")}'
    )


def test_an_item_of_several_blocks_has_paragraphs_and_lists() -> None:
    """An item's own words are a paragraph once another block stands in it; it has no number.

    Items are counted through whatever list they are in, so none is cited as another one is.
    """
    text = "1. Aid:\n(a) rice\n(b) salt\n\n2. Trade\n\nEnd."
    annotations = [
        over(text, text.removesuffix("\n\nEnd."), kinds.LIST),
        over(text, "End.", kinds.PARAGRAPH),
        over(text, "1. Aid:\n(a) rice\n(b) salt", kinds.ITEM, Numbered("1")),
        over(text, "1. Aid:", kinds.PARAGRAPH),
        over(text, "(a) rice\n(b) salt", kinds.LIST),
        over(text, "(a) rice", kinds.ITEM, Numbered("a")),
        over(text, "(b) salt", kinds.ITEM, Numbered("b")),
        over(text, "2. Trade", kinds.ITEM, Numbered("2")),
    ]
    assert written(text, annotations) == (
        '<list><item n="1" xml:id="i1"><p>1. Aid:</p><lb/>'
        '<list><item n="a" xml:id="i2">(a) rice</item><lb/>'
        '<item n="b" xml:id="i3">(b) salt</item></list></item>'
        f'<item n="2" xml:id="i4">2. Trade</item></list>{p("End.")}'
    )


def test_what_another_hand_added_is_no_paragraph_of_the_text() -> None:
    """A block that is all an addition has no number; one with words of its own has."""
    text = "[margin: seen]\n\nRice [margin: seen]\n\nEnd."
    first, second = Span(0, 14), Span(21, 35)
    detail = Bracket(BracketFunction.HANDWRITING)
    annotations = [
        over(text, "[margin: seen]", kinds.PARAGRAPH),
        Annotation(first, kinds.ADDITION, "test", detail=detail),
        Annotation(Span(16, 35), kinds.PARAGRAPH, "test"),
        Annotation(second, kinds.ADDITION, "test", detail=detail),
        over(text, "End.", kinds.PARAGRAPH),
    ]
    annotations += [
        Annotation(Span(at, at + 1), kinds.MARKUP, "test", detail=detail)
        for span in (first, second)
        for at in (span.start, span.end - 1)
    ]
    found = re.findall("<p[^>]*>", written(text, annotations))
    assert found == ["<p>", '<p xml:id="p1" n="1">', '<p xml:id="p2" n="2">']


def test_a_list_that_is_a_guess_says_so() -> None:
    """Structure that the tool is not sure of has a certainty and a responsibility."""
    text = "- rice"
    guess = Annotation(Span(0, 6), kinds.LIST, "test", Certainty.MEDIUM)
    found = written(text, [guess, over(text, text, kinds.ITEM, Numbered())])
    assert found == '<list cert="medium" resp="#tei_cable"><item xml:id="i1">- rice</item></list>'


@pytest.mark.parametrize(
    ("between", "rend", "after"),
    [(" ", ' rend="run-in"', ""), ("\n", "", "<lb/>"), ("\n\n", "", "")],
)
def test_a_turn_has_a_speaker(between: str, rend: str, after: str) -> None:
    """The words go on in the speaker's line (run-in), in the next, or after a blank line."""
    text = f"Novak:{between}Yes.\n\nWe agree."
    annotations = [
        over(text, text, kinds.SPEECH),
        over(text, "Novak:", kinds.SPEAKER),
        over(text, "Yes.", kinds.PARAGRAPH),
        over(text, "We agree.", kinds.PARAGRAPH),
    ]
    speaker = f"<speaker{rend}>Novak:</speaker>{after}"
    assert written(text, annotations) == (f"<sp>{speaker}{p('Yes.')}{p('We agree.', 2)}</sp>")


def test_a_heading_is_a_head_at_the_beginning_and_a_label_later() -> None:
    """TEI has no head among paragraphs, so a heading there is a label of the type heading."""
    text = "TRADE\n\nGood.\n\nAID\n\nNone."
    annotations = [
        over(text, "TRADE", kinds.HEAD),
        over(text, "Good.", kinds.PARAGRAPH),
        over(text, "AID", kinds.HEAD),
        over(text, "None.", kinds.PARAGRAPH),
    ]
    assert written(text, annotations) == (
        f'<head>TRADE</head>{p("Good.")}<label type="heading">AID</label>{p("None.", 2)}'
    )


def test_a_heading_of_two_lines_has_a_line_break() -> None:
    """The lb stands at the beginning of the second line, after white space."""
    text = "ON\nAID\n\nNone."
    annotations = [
        over(text, "ON\nAID", kinds.HEAD),
        Annotation(Span(3, 3), kinds.LINE_BREAK, "test"),
        over(text, "None.", kinds.PARAGRAPH),
    ]
    assert written(text, annotations) == f"<head>ON\n<lb/>AID</head>{p('None.')}"


@pytest.mark.parametrize(
    ("row", "rend"),
    [("A | B", "bars"), ("| A | B", "bars-before"), ("A | B |", "bars-after"),
     ("| A | B |", "bars-around")],
)  # fmt: skip
def test_the_bars_of_a_row_are_implied(row: str, rend: str) -> None:
    """The cells hold no bar; the row says which there are."""
    annotations = [over(row, row, kinds.TABLE), over(row, row, kinds.ROW)]
    annotations += [over(row, "A", kinds.CELL), over(row, "B", kinds.CELL)]
    assert written(row, annotations) == (
        f'<table><row rend="{rend}"><cell>A</cell><cell>B</cell></row></table>'
    )


def test_an_empty_cell_stands_between_two_bars() -> None:
    """A point between two bars is an empty cell."""
    text = "A | | B"
    annotations = [over(text, text, kinds.TABLE), over(text, text, kinds.ROW)]
    annotations += [over(text, "A", kinds.CELL), over(text, "B", kinds.CELL)]
    annotations.append(Annotation(Span(3, 3), kinds.CELL, "test"))
    assert written(text, annotations) == (
        '<table><row rend="bars"><cell>A</cell><cell/><cell>B</cell></row></table>'
    )


def test_a_bracket_over_two_cells_is_cut_at_the_bar() -> None:
    """Each cell has its part of the bracket, the bar between them has none."""
    text = "[A | B]"
    supplied = Bracket(BracketFunction.WORDS)
    annotations = [over(text, text, kinds.TABLE), over(text, text, kinds.ROW)]
    annotations += [over(text, "[A", kinds.CELL), over(text, "B]", kinds.CELL)]
    annotations += [over(text, text, kinds.SUPPLIED, supplied)]
    annotations += [over(text, mark, kinds.MARKUP, supplied) for mark in "[]"]
    assert written(text, annotations).count("<supplied") == 2


def test_a_note_is_found_from_its_number() -> None:
    """An anchor without brackets leads to the note of its number."""
    text = "Rice1 came.\n\n1. Or wheat."
    annotations = [
        over(text, "Rice1 came.", kinds.PARAGRAPH),
        over(text, "1", kinds.NOTE_ANCHOR, ANCHOR),
        over(text, "1. Or wheat.", kinds.NOTE_TEXT, Numbered("1")),
        over(text, "1.", kinds.LABEL),
    ]
    ref = '<ref type="noteAnchor" resp="#translator" rend="none" target="#n1">1</ref>'
    assert written(text, annotations) == (
        f'{p(f"Rice{ref} came.")}<note n="1" place="end" xml:id="n1">'
        "<label>1.</label> Or wheat.</note>"
    )


def test_notes_counted_anew_are_found_in_their_order() -> None:
    """The second anchor of a number leads to the second note of that number."""
    text = "a1 b2 c1 d2 e2 f3\n\n1 x\n\n2 y\n\n1 z"
    found = written(
        text,
        [
            over(text, "a1 b2 c1 d2 e2 f3", kinds.PARAGRAPH),
            *(
                Annotation(Span(at, at + 1), kinds.NOTE_ANCHOR, "test", detail=ANCHOR)
                for at in range(1, 17, 3)
            ),
            over(text, "1 x", kinds.NOTE_TEXT, Numbered("1")),
            over(text, "2 y", kinds.NOTE_TEXT, Numbered("2")),
            over(text, "1 z", kinds.NOTE_TEXT, Numbered("1")),
        ],
    )
    root = etree.fromstring(f"<div>{found}</div>")
    assert [ref.get("target") for ref in root.iter("ref")] == [
        "#n1", "#n2", "#n1-2", "#n2", "#n2", None,
    ]  # fmt: skip


def test_a_letter_within_a_text_has_a_body_of_its_own() -> None:
    """Opener, paragraphs and closer stand in the body of the floatingText."""
    text = "He wrote:\n\nDear Ada,\n\nCome.\n\nJan"
    annotations = [
        over(text, "He wrote:", kinds.PARAGRAPH),
        over(text, "Dear Ada,\n\nCome.\n\nJan", kinds.FLOATING_TEXT),
        over(text, "Dear Ada,", kinds.OPENER),
        over(text, "Dear Ada,", kinds.SALUTE),
        over(text, "Come.", kinds.PARAGRAPH),
        over(text, "Jan", kinds.CLOSER),
        over(text, "Jan", kinds.SIGNED),
    ]
    assert written(text, annotations) == (
        f"{p('He wrote:')}<floatingText><body><opener><salute>Dear Ada,</salute></opener>"
        f"{p('Come.', 2)}<closer><signed>Jan</signed></closer></body></floatingText>"
    )


def test_the_words_that_mark_a_page_are_kept() -> None:
    """They are an fw after the pb: between blocks, in a joined paragraph, in a line."""
    text = "One.\n\n(p. 1)\n\nTwo and\n\n(p. 2)\n\nthree // four."
    annotations = [
        over(text, "One.", kinds.PARAGRAPH),
        over(text, "(p. 1)", kinds.PAGE_BREAK, PageBreak("1")),
        over(text, "Two and\n\n(p. 2)\n\nthree // four.", kinds.PARAGRAPH),
        over(text, "(p. 2)", kinds.PAGE_BREAK, PageBreak("2")),
        over(text, "//", kinds.PAGE_BREAK, PageBreak()),
    ]
    second = (
        'Two and <pb n="2"/><fw type="pageBreak" rend="block">(p. 2)</fw> '
        'three <pb/><fw type="pageBreak">//</fw> four.'
    )
    assert written(text, annotations) == (
        f'{p("One.")}<pb n="1"/><fw type="pageBreak">(p. 1)</fw>{p(second, 2)}'
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<row rend="bars"><cell>a</cell><cell>b</cell></row>', "a | b"),
        ('<row rend="bars-around"><cell/><cell>b</cell></row>', "| | b |"),
        ("<row><cell>a</cell><cell>b</cell></row>", "a\n\nb"),
    ],
)
def test_rows_are_read_back(body: str, text: str) -> None:
    """Bars come back where the row implies them; other cells are blocks."""
    document = (
        f'<TEI xmlns="{NAMESPACE}"><text><body><table>{body}<row><cell>c</cell></row>'
        "</table></body></text></TEI>"
    )
    assert body_text(etree.fromstring(document)).text == f"{text}\n\nc"


@settings(deadline=None)
@given(trees())
def test_whatever_structure_there_is_comes_back(tree: list[Tree]) -> None:
    """A text of random blocks within blocks is written, and read back character for character."""
    text, annotations = annotated(tree)
    assert written(text, annotations)
