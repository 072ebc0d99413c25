"""The body: annotations become elements, and elements give the text back."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from tei_cable import kinds
from tei_cable.cable import Cable
from tei_cable.kinds import MARKUP, PARAGRAPH, Kind
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    DateValue,
    Entity,
    EntityKind,
    Mention,
    PageBreak,
    Span,
)
from tei_cable.nest import nest
from tei_cable.offsets import OffsetMap
from tei_cable.tei.body import writable, write_body
from tei_cable.tei.elements import Style
from tei_cable.tei.names import NAMESPACE, TEI, element
from tei_cable.tei.text import body_text

FULL = Style("#translator", minimal=False)
_F = BracketFunction


def note(
    text: str,
    words: str,
    kind: Kind,
    detail: Bracket | Mention | DateValue | PageBreak | None = None,
) -> Annotation:
    """Return an annotation of the first place where a text has some words."""
    start = text.index(words)
    return Annotation(Span(start, start + len(words)), kind, "test", detail=detail)


def bracket(text: str, words: str, kind: Kind, detail: Bracket) -> list[Annotation]:
    """Return the annotation of a bracket, and the markup of those it has."""
    made = note(text, words, kind, detail)
    start, end = made.span.start, made.span.end
    marks = [Span(start, start + 1)] * detail.opened + [Span(end - 1, end)] * detail.closed
    return [made, *(Annotation(mark, MARKUP, "test", detail=detail) for mark in marks)]


def paragraphs(text: str) -> list[Annotation]:
    """Return a paragraph for each block between blank lines."""
    return [note(text, block, PARAGRAPH) for block in text.split("\n\n")]


def written(text: str, annotations: list[Annotation], style: Style = FULL) -> str:
    """Return what stands in the body's div, after showing that it gives the text back."""
    cable = Cable(text, (), OffsetMap((0,), (0,), (True,)), annotations=tuple(annotations))
    nesting = nest(annotations, writable=lambda span: writable(text, span))
    body = write_body(cable, nesting.forest, style, "en")
    assert body_text(element("TEI", body)).text == text
    made = etree.tostring(body, encoding="unicode").replace(f' xmlns="{NAMESPACE}"', "")
    made = made.replace(' ana="#test"', "")
    before, after = '<text><body><div type="document" xml:lang="en">', "</div></body></text>"
    assert made.startswith(before)
    assert made.endswith(after)
    return made.removeprefix(before).removesuffix(after)


def p(content: str, number: int = 1) -> str:
    """Return a paragraph as it is written."""
    return f'<p xml:id="p{number}" n="{number}">{content}</p>'


@pytest.mark.parametrize(
    ("function", "kind", "made"),
    [
        (_F.WORDS, kinds.SUPPLIED, '<supplied reason="subaudible" resp="#translator">x</supplied>'),
        (
            _F.IDENTIFICATION,
            kinds.SUPPLIED,
            '<supplied reason="identification" resp="#translator">x</supplied>',
        ),
        (_F.DATE, kinds.SUPPLIED, '<supplied reason="date" resp="#translator">x</supplied>'),
        (_F.DAMAGE, kinds.SUPPLIED, '<supplied reason="damage" resp="#translator">x</supplied>'),
        (_F.EXPANSION, kinds.EXPANSION, '<ex resp="#translator">x</ex>'),
        (_F.UNCLEAR, kinds.UNCLEAR, '<unclear resp="#translator" cert="low">x</unclear>'),
        (
            _F.OMISSION,
            kinds.GAP,
            '<gap reason="sampling" resp="#translator"><desc>x</desc></gap>',
        ),
        (
            _F.ILLEGIBLE,
            kinds.GAP,
            '<gap reason="illegible" resp="#translator"><desc>x</desc></gap>',
        ),
        (_F.GLOSS, kinds.NOTE, '<note type="gloss" resp="#translator">x</note>'),
        (_F.EDITORIAL, kinds.NOTE, '<note type="editorial" resp="#translator">x</note>'),
        (_F.SIC, kinds.NOTE, '<note type="sic" resp="#translator">x</note>'),
        (_F.HANDWRITING, kinds.NOTE, '<note type="handwriting" resp="#translator">x</note>'),
        (_F.SIGNATURE, kinds.NOTE, '<note type="signature" resp="#translator">x</note>'),
        (_F.NOTE_NUMBER, kinds.NOTE_ANCHOR, '<ref type="noteAnchor" resp="#translator">x</ref>'),
    ],
)
def test_each_bracket_is_an_element(function: BracketFunction, kind: Kind, made: str) -> None:
    """What a bracket does says which element it is; its two brackets are not written."""
    text = "a [x] b"
    annotations = [*paragraphs(text), *bracket(text, "[x]", kind, Bracket(function))]
    assert written(text, annotations) == p(f"a {made} b")


@pytest.mark.parametrize(
    ("text", "words", "opened", "closed", "rend"),
    [
        ("It] is so.", "It]", False, True, "close"),
        ("He [came. Then", "[came", True, False, "open"),
    ],
)
def test_a_stray_bracket_says_which_one_it_is(
    text: str, words: str, opened: bool, closed: bool, rend: str
) -> None:
    """An element that has one bracket only says which of them the source has."""
    detail = Bracket(_F.WORDS, opened, closed)
    inner = words.strip("[]")
    made = f'<supplied reason="subaudible" resp="#translator" rend="{rend}">{inner}</supplied>'
    found = written(text, [*paragraphs(text), *bracket(text, words, kinds.SUPPLIED, detail)])
    assert found == p(text.replace(words, made))


def test_a_bracket_within_a_name_is_within_its_element() -> None:
    """`[Ada] Brook` is one name that holds the supplied forename."""
    text = "met [Ada] Brook"
    entity = Entity("brook-ada", EntityKind.PERSON, "Ada Brook")
    annotations = [
        *paragraphs(text),
        note(text, "[Ada] Brook", kinds.PERSON, Mention(entity)),
        note(text, "Ada", kinds.FORENAME),
        note(text, "Brook", kinds.SURNAME),
        *bracket(text, "[Ada]", kinds.SUPPLIED, Bracket(_F.IDENTIFICATION)),
    ]
    supplied = '<supplied reason="identification" resp="#translator">'
    assert written(text, annotations) == p(
        'met <persName ref="#brook-ada" cert="high" resp="#tei_cable">'
        f"{supplied}<forename>Ada</forename></supplied> <surname>Brook</surname></persName>"
    )


def test_a_bracket_that_a_name_crosses_is_split_and_linked() -> None:
    """The parts are chained by next and prev, and say which bracket each has."""
    text = "[his aide, Ada] Brook came"
    entity = Entity("brook-ada", EntityKind.PERSON, "Ada Brook")
    annotations = [
        *paragraphs(text),
        note(text, "Ada] Brook", kinds.PERSON, Mention(entity)),
        *bracket(text, "[his aide, Ada]", kinds.SUPPLIED, Bracket(_F.WORDS)),
    ]
    supplied = '<supplied reason="identification" resp="#translator" rend='
    assert written(text, annotations) == p(
        '<supplied reason="subaudible" resp="#translator" rend="open" xml:id="part1.1" '
        'next="#part1.2">his aide, </supplied>'
        '<persName ref="#brook-ada" cert="high" resp="#tei_cable">'
        f'{supplied}"close" xml:id="part1.2" prev="#part1.1">Ada</supplied> Brook</persName> came'
    )


def test_a_bracket_over_three_paragraphs_has_a_part_in_each() -> None:
    """The part in the middle has no bracket, and links both ways."""
    text = "a [b\n\nc\n\nd] e"
    annotations = [
        *paragraphs(text),
        *bracket(text, "[b\n\nc\n\nd]", kinds.SUPPLIED, Bracket(_F.WORDS)),
    ]
    supplied = '<supplied reason="subaudible" resp="#translator" rend='
    assert written(text, annotations) == "".join(
        [
            p(f'a {supplied}"open" xml:id="part1.1" next="#part1.2">b</supplied>', 1),
            p(f'{supplied}"none" xml:id="part1.2" next="#part1.3" prev="#part1.1">c</supplied>', 2),
            p(f'{supplied}"close" xml:id="part1.3" prev="#part1.2">d</supplied> e', 3),
        ]
    )


def test_a_gap_over_a_paragraph_boundary_is_a_gap_in_each() -> None:
    """A gap's words are split as a bracket's are, but its elements are not linked."""
    text = "a [two\n\nlines lost] b"
    annotations = [
        *paragraphs(text),
        *bracket(text, "[two\n\nlines lost]", kinds.GAP, Bracket(_F.ILLEGIBLE)),
    ]
    gap = '<gap reason="illegible" resp="#translator" rend='
    assert written(text, annotations) == (
        p(f'a {gap}"open"><desc>two</desc></gap>', 1)
        + p(f'{gap}"close"><desc>lines lost</desc></gap> b', 2)
    )


def test_a_gap_keeps_a_bracket_inside_as_text() -> None:
    """What stands in a gap is described, not encoded: a nested bracket stays as it is."""
    text = "a [one [or two] words lost] b"
    annotations = [
        *paragraphs(text),
        *bracket(text, "[one [or two] words lost]", kinds.GAP, Bracket(_F.ILLEGIBLE)),
        *bracket(text, "[or two]", kinds.SUPPLIED, Bracket(_F.WORDS)),
    ]
    assert written(text, annotations) == p(
        'a <gap reason="illegible" resp="#translator"><desc>one [or two] words lost</desc></gap> b'
    )


def test_a_word_with_an_expansion_is_expan() -> None:
    """`com[munist]` is one expanded word, with the letters supplied in it."""
    text = "the com[munist] press"
    annotations = [
        *paragraphs(text),
        note(text, "com[munist]", kinds.EXPANDED),
        *bracket(text, "[munist]", kinds.EXPANSION, Bracket(_F.EXPANSION)),
    ]
    assert written(text, annotations) == p(
        'the <expan>com<ex resp="#translator">munist</ex></expan> press'
    )


def test_a_page_break_in_a_joined_paragraph_stands_for_the_blank_line() -> None:
    """A paragraph over a blank line has a pb in it that says so."""
    text = "He was very\n\nlikely to come."
    at = text.index("likely")
    annotations = [
        Annotation(Span(0, len(text)), PARAGRAPH, "test", Certainty.LOW),
        Annotation(Span(at, at), kinds.PAGE_BREAK, "test", Certainty.LOW, PageBreak("12")),
    ]
    assert written(text, annotations) == p(
        'He was very <pb n="12" cert="low" resp="#tei_cable" rend="blank-line"/>likely to come.'
    )


def test_a_page_that_the_file_begins_is_no_blank_line() -> None:
    """Where a form feed parts a paragraph the pb claims a new page, not a blank line."""
    text = "He was very\n\nlikely to come."
    at = text.index("likely")
    annotations = [
        Annotation(Span(0, len(text)), PARAGRAPH, "test", Certainty.LOW),
        Annotation(Span(at, at), kinds.PAGE_BREAK, "reader.form-feed", detail=PageBreak()),
    ]
    assert written(text, annotations) == p(
        'He was very <pb ana="#reader.form-feed" rend="new-page"/>likely to come.'
    )


def test_a_page_break_between_paragraphs_stands_between_them() -> None:
    """A page that begins with a paragraph has its pb before it, and no rend."""
    text = "one\n\ntwo"
    point = Annotation(Span(5, 5), kinds.PAGE_BREAK, "test", detail=PageBreak())
    assert written(text, [*paragraphs(text), point]) == (p("one", 1) + "<pb/>" + p("two", 2))


def test_lines_of_an_opener_and_a_closer_are_parted_by_lb() -> None:
    """A single line break is an lb, in a container and between paragraphs; a blank line none."""
    text = "Secret\nComrade Brook,\n\nOne.\nTwo.\n\nElm Mission\n4 March 1957"
    annotations = [
        note(text, "Secret\nComrade Brook,", kinds.OPENER),
        note(text, "Secret", kinds.CLASSIFICATION),
        note(text, "Comrade Brook,", kinds.SALUTE),
        note(text, "One.", PARAGRAPH),
        note(text, "Two.", PARAGRAPH),
        note(text, "Elm Mission\n4 March 1957", kinds.CLOSER),
        note(text, "Elm Mission", kinds.SIGNED),
        note(text, "4 March 1957", kinds.DATELINE),
        note(text, "4 March 1957", kinds.DATE, DateValue(when="1957-03-04")),
    ]
    date = '<date when="1957-03-04" cert="high" resp="#tei_cable">4 March 1957</date>'
    assert written(text, annotations) == (
        '<opener><note type="classification">Secret</note><lb/>'
        "<salute>Comrade Brook,</salute></opener>"
        f"{p('One.', 1)}<lb/>{p('Two.', 2)}"
        f"<closer><signed>Elm Mission</signed><lb/><dateline>{date}</dateline></closer>"
    )


@pytest.mark.parametrize(
    ("value", "attributes"),
    [
        (DateValue(when="1957"), 'when="1957" '),
        (DateValue(start="1957-03-01", end="1957-03-04"), 'from="1957-03-01" to="1957-03-04" '),
        (
            DateValue(not_before="1957-03-21", not_after="1957-03-31"),
            'notBefore="1957-03-21" notAfter="1957-03-31" ',
        ),
        (None, ""),
    ],
)
def test_a_dates_value_is_in_its_attributes(value: DateValue | None, attributes: str) -> None:
    """A date has the one sort of attributes that its value is of, none without a value."""
    made = f'<date {attributes}cert="high" resp="#tei_cable">then</date>'
    annotations = [*paragraphs("then"), note("then", "then", kinds.DATE, value)]
    assert written("then", annotations) == p(made)


def test_minimal_attribution_leaves_out_what_goes_without_saying() -> None:
    """A name has no resp, and cert only where it is not high; brackets keep theirs."""
    text = "In Elm [and] Oak"
    places = [
        Annotation(Span(3, 6), kinds.PLACE, "test", Certainty.HIGH),
        Annotation(Span(13, 16), kinds.PLACE, "test", Certainty.LOW),
    ]
    supplied = bracket(text, "[and]", kinds.SUPPLIED, Bracket(_F.WORDS))
    assert written(text, [*paragraphs(text), *places, *supplied], Style("#archive", True)) == p(
        'In <placeName>Elm</placeName> <supplied reason="subaudible" resp="#archive">and'
        '</supplied> <placeName cert="low">Oak</placeName>'
    )


def test_a_quotation_keeps_its_marks() -> None:
    """Quotation marks are within the quote, as text."""
    text = 'He said "no".'
    annotations = [*paragraphs(text), note(text, '"no"', kinds.QUOTE)]
    assert written(text, annotations) == p('He said <quote>"no"</quote>.')


def test_the_text_hangs_under_tei() -> None:
    """Every element that is written is of TEI."""
    cable = Cable("", (), OffsetMap((0,), (0,), (True,)))
    made = write_body(cable, (), FULL, "en")
    assert {str(e.tag).removeprefix(TEI) for e in made.iter()} == {"text", "body", "div"}


def test_an_element_names_its_rule_unless_the_attribution_is_minimal() -> None:
    """@ana points to the rule; a plain paragraph and a part of a name have none to tell."""
    entity = Entity("novak", EntityKind.PERSON, "Jan Novak")
    mention = Annotation(Span(0, 9), kinds.PERSON, "persons.title", detail=Mention(entity))
    part = Annotation(Span(0, 3), kinds.FORENAME, "persons.title")
    paragraph = Annotation(Span(0, 9), PARAGRAPH, "structure.paragraph")
    nodes = nest([paragraph, mention, part], writable=lambda _: True).forest
    cable = Cable("Jan Novak", (), OffsetMap((0,), (0,), (True,)))
    for style, rules in ((FULL, ["#persons.title"]), (Style("#archive", minimal=True), [])):
        body = write_body(cable, nodes, style, "en")
        assert body.xpath("//@ana") == rules


def test_a_part_that_holds_bars_alone_is_not_written() -> None:
    """`Salt | | 12]`: the empty cell has no part of the bracket, and the chain has two links."""
    text = "Salt | | 12]"
    stray = Bracket(_F.WORDS, opened=False, closed=True)
    cells = [Annotation(Span(*edges), kinds.CELL, "test") for edges in ((0, 4), (7, 7), (8, 12))]
    table = [Annotation(Span(0, 12), kind, "test") for kind in (kinds.TABLE, kinds.ROW)]
    made = written(text, [*table, *cells, *bracket(text, text, kinds.SUPPLIED, stray)])
    assert made.count("<supplied") == 2
    assert "<cell/>" in made


@pytest.mark.parametrize(
    ("words", "writes"),
    [("12]", True), ("|", False), (" | | ", False), ("\n\n", False), ("| a", True)],
)
def test_what_parts_two_blocks_or_cells_is_nothing_to_write(words: str, *, writes: bool) -> None:
    """Bars and white space alone are implied."""
    assert writable(words, Span(0, len(words))) is writes


def test_a_bracket_that_ends_in_what_is_written_as_it_stands() -> None:
    """The closing bracket stands among the words of the number, so the part before implies none."""
    text = "He came\n\nNo. 7]"
    stray = Bracket(_F.WORDS, opened=False, closed=True)
    made = written(
        text,
        [
            note(text, "He came", PARAGRAPH),
            note(text, "No. 7]", kinds.OPENER),
            note(text, "No. 7]", kinds.TELEGRAM_NUMBER),
            *bracket(text, text, kinds.SUPPLIED, stray),
        ],
    )
    assert 'rend="none">He came</supplied>' in made
    assert '<idno type="telegram">No. 7]</idno>' in made
    assert "next=" not in made


def test_a_page_mark_deep_in_brackets_leaves_no_chain_that_leads_nowhere() -> None:
    """`[[ // ] ]`: the outer bracket has no part in the mark, however many are cut around it."""
    text = "so [a [b // c] d] on"
    whole = Bracket(_F.WORDS)
    made = written(
        text,
        [
            note(text, text, PARAGRAPH),
            *bracket(text, "[a [b // c] d]", kinds.SUPPLIED, whole),
            *bracket(text, "[b // c]", kinds.SUPPLIED, whole),
            note(text, "//", kinds.PAGE_BREAK, PageBreak("")),
        ],
    )
    for end in ("next", "prev"):
        pointers = re.findall(f'{end}="#([^"]*)"', made)
        assert pointers
        assert all(f'xml:id="{pointer}"' in made for pointer in pointers)


@pytest.mark.parametrize("function", list(BracketFunction), ids=lambda f: f.value)
def test_the_brackets_of_a_note_come_back_whatever_it_does(function: BracketFunction) -> None:
    """What writes a note and what reads it agree on the brackets that go without saying."""
    text = "he came [then] home"
    marks = bracket(text, "[then]", kinds.NOTE, Bracket(function))
    assert ">then</note>" in written(text, [note(text, text, PARAGRAPH), *marks])
