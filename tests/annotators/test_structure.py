"""Opener, paragraphs, closer, postscript, and paragraphs that a page broke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import structure
from tei_cable.kinds import (
    BREAK,
    CLASSIFICATION,
    CLOSER,
    DATELINE,
    OPENER,
    PAGE_BREAK,
    PARAGRAPH,
    POSTSCRIPT,
    SALUTE,
    SIGNED,
)
from tei_cable.model import Annotation, Certainty, PageBreak, Span
from tests.annotators.cables import cable, codes, marked, words_of

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind

BODY = "The delegation of Poland arrived, and was met by the leadership of the country."
MORE = "It has brought a message that concerns the harvest and the price of sugar."


def _lines(text: str, *kinds: object) -> list[str]:
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    return [a.span.of(text) for a in found if a.kind in kinds]


def test_a_text_of_paragraphs_has_nothing_else() -> None:
    """Each block is a paragraph, where nothing opens or closes the text."""
    found = marked(f"{BODY}\n\n{MORE}", PARAGRAPH, annotator=structure.annotate)
    assert found == [(BODY, "structure.paragraph"), (MORE, "structure.paragraph")]
    assert _lines(f"{BODY}\n\n{MORE}", OPENER, CLOSER, POSTSCRIPT, PAGE_BREAK) == []


@pytest.mark.parametrize(
    "line",
    ["TOP SECRET", "Strictly confidential", "[SECRET]", "Secret!", "MAKING COPIES PROHIBITED"],
)
def test_classification_marks_open_a_text(line: str) -> None:
    """A line that is a classification mark, in any case or in brackets, is one."""
    text = f"{line}\n\n{BODY}"
    assert _lines(text, OPENER) == _lines(text, CLASSIFICATION) == [line]
    assert _lines(text, PARAGRAPH) == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Ministry,",
        "[To the] Foreign Ministry:",
        "To Comrade Novak",
        "To: the Polish Embassy",
        "To comrade Novak J. A.",
        "TO THE CENTRAL COMMITTEE",
        "Dear Comrade Ambassador,",
        "Dear Comrade Novak!",
        "Central Committee of the Polish Workers' Party,",
    ],
)
def test_an_addressee_opens_a_text(line: str) -> None:
    """A short line that begins with To or Dear, or is a body's name with a comma, is a salute."""
    assert _lines(f"{line}\n\n{BODY}", SALUTE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Ministry",
        "To the south lies Cuba.",
        "To strengthen peace we propose:",
        "The Chairman said:",
        "In the harbour the Ministry has counted these ships:",
        "Today, the Ministry",
        "Secret talks",
        "To Comrade Novak and all of the delegates that came with him from Warsaw today",
    ],
)
def test_near_misses_of_an_addressee_are_paragraphs(line: str) -> None:
    """Sentences, headings and long lines at the beginning are no opener."""
    text = f"{line}\n\n{BODY}"
    assert _lines(text, OPENER) == []
    assert _lines(text, PARAGRAPH) == [line, BODY]


def test_the_last_block_never_opens_a_text() -> None:
    """A text that is all addressee keeps a paragraph."""
    assert _lines("Foreign Ministry,\n\nForeign Ministry,", PARAGRAPH) == ["Foreign Ministry,"]


@pytest.mark.parametrize(
    ("lines", "signed", "dated"),
    [
        ("Embassy in Poland\n2 May 1962", ["Embassy in Poland"], ["2 May 1962"]),
        ("2 May 1962", [], ["2 May 1962"]),
        ("Jan Novak\nWarsaw, 2 May 1962", ["Jan Novak"], ["Warsaw, 2 May 1962"]),
        ("[signature] J. Novak, 2 May 1962", ["[signature] J. Novak,"], ["2 May 1962"]),
        ("[signature]\n[Jan Novak]", ["[signature]", "[Jan Novak]"], []),
        ("Jan Novak", ["Jan Novak"], []),
        ("Ambassador J. Novak", ["Ambassador J. Novak"], []),
        ("J. Novak\nAmbassador of Poland", ["J. Novak", "Ambassador of Poland"], []),
    ],
)
def test_a_closer_is_a_date_and_the_short_lines_above_or_a_name(
    lines: str, signed: list[str], dated: list[str]
) -> None:
    """Its lines are signatures or datelines; the paragraphs above are left alone."""
    text = f"{BODY}\n\n{MORE}\n\n{lines}"
    assert _lines(text, CLOSER) == [lines]
    assert _lines(text, SIGNED) == signed
    assert _lines(text, DATELINE) == dated
    assert _lines(text, PARAGRAPH) == [BODY, MORE]


@pytest.mark.parametrize("leave", ["With greetings,", "Yours sincerely,", "Respectfully"])
def test_a_form_of_greeting_in_the_closer_is_a_salute(leave: str) -> None:
    """What takes leave is no signature."""
    text = f"{BODY}\n\n{MORE}\n\n{leave}\nJ. Novak\n2 May 1962"
    assert _lines(text, SALUTE) == [leave]
    assert _lines(text, SIGNED) == ["J. Novak"]


@pytest.mark.parametrize(
    "line",
    [
        "This has been so since 1956.",
        "They left on 2 May 1962.",
        "The harvest of sugar",
        "1) Jan Novak",
        "- J. Novak",
        "Jan Novak agrees with what was said.",
        "“Jan Novak",
        "The delegation then went on to see all of the harbour on 2 May 1962",
    ],
)
def test_near_misses_of_a_closer_are_paragraphs(line: str) -> None:
    """Sentences, items, headings and quotations at the end close nothing."""
    text = f"{BODY}\n\n{line}"
    assert _lines(text, CLOSER) == []
    assert _lines(text, PARAGRAPH) == [BODY, line]


def test_the_first_paragraph_is_never_a_closer() -> None:
    """A text that is all signature keeps a paragraph."""
    assert _lines("Jan Novak\n\n2 May 1962", PARAGRAPH) == ["Jan Novak"]


def test_what_follows_the_closer_is_a_postscript() -> None:
    """Copies and typist's marks after the date stand in a postscript, as paragraphs."""
    text = f"{BODY}\n\nJ. Novak\n2 May 1962\n\nPrinted in 3 copies.\n\nTelegraph the fulfilment."
    assert _lines(text, CLOSER) == ["J. Novak\n2 May 1962"]
    assert _lines(text, POSTSCRIPT) == ["Printed in 3 copies.\n\nTelegraph the fulfilment."]
    assert _lines(text, PARAGRAPH) == [BODY, "Printed in 3 copies.", "Telegraph the fulfilment."]


def test_a_paragraph_broken_in_mid_sentence_is_one() -> None:
    """A long line without a stop, then a small letter: one paragraph and an unnumbered page."""
    text = "The delegation of Poland will in all likelihood be\n\nmet by the leadership. It rains."
    found = list(structure.annotate(cable(text)))
    (paragraph,) = [a for a in found if isinstance(a, Annotation) and a.kind is PARAGRAPH]
    assert (paragraph.span.of(text), paragraph.cert) == (text, Certainty.LOW)
    breaks = [a for a in found if isinstance(a, Annotation) and a.kind is PAGE_BREAK]
    assert [(b.span.start, b.detail, b.cert) for b in breaks] == [
        (text.index("met"), PageBreak(""), Certainty.LOW)
    ]
    assert codes([f for f in found if not isinstance(f, Annotation)], text) == [("TC205", "")]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n(a) met by the leadership of the country and",
        f"{BODY[:-1]}\n\na) met by the leadership of the country and",
        f"{BODY[:-1]}\n\nii. met by the leadership of the country and",
        "The harvest of\n\nsugar and corn is late this year.",
        f"{BODY[:-1]}\n\nMet by the leadership of the country.",
        f"{BODY}\n\nmet by the leadership of the country.",
        f"{BODY[:-1]}\nmet by the leadership of the country.",
    ],
)
def test_near_misses_of_a_broken_paragraph_are_two(text: str) -> None:
    """Items of a list, short lines, capitals, full stops and mere line breaks join nothing."""
    assert len(_lines(text, PARAGRAPH)) == 2
    assert _lines(text, PAGE_BREAK) == []


@pytest.mark.parametrize(
    ("pages", "numbers"),
    [
        ("11-12", ["11", "12"]),
        ("pp. 11–12", ["11", "12"]),
        ("11-13", [""]),
        ("11", [""]),
        ("", [""]),
        ("11, 12", [""]),
    ],
)
def test_pages_are_numbered_when_the_citation_counts_as_many(
    pages: str, numbers: list[str]
) -> None:
    """The citation's span numbers the pages only if it has one number for each page seen."""
    text = f"{BODY[:-1]}\n\nmet by the leadership of the country."
    found = structure.annotate(cable(text, pages=pages))
    details = [a.detail for a in found if isinstance(a, Annotation) and a.kind is PAGE_BREAK]
    assert details == [PageBreak(n) for n in numbers]


def test_a_text_on_one_page_has_the_citations_number() -> None:
    """Without any break a citation of a single page numbers the beginning."""
    found = structure.annotate(cable(BODY, pages="7"))
    details = [a.detail for a in found if isinstance(a, Annotation) and a.kind is PAGE_BREAK]
    assert details == [PageBreak("7")]


def _with_pages(text: str, *starts: str) -> Cable:
    made = cable(text)
    points = (Span(text.index(start), text.index(start)) for start in starts)
    pages = [Annotation(at, PAGE_BREAK, "reader.form-feed", detail=PageBreak()) for at in points]
    return replace(made, annotations=(*made.annotations, *pages))


def _made(made: Cable, kind: Kind) -> list[int]:
    found = structure.annotate(made)
    return [a.span.start for a in found if isinstance(a, Annotation) and a.kind is kind]


def test_over_the_edge_of_a_page_a_capital_goes_on() -> None:
    """A line that runs out at the end of a page is joined even before a capital."""
    text = f"{BODY[:-1]},\n\nMao replied that it is so.\n\n{MORE}"
    assert _made(_with_pages(text, "Mao"), PARAGRAPH) == [0, text.index(MORE)]
    assert len(_made(cable(text), PARAGRAPH)) == 3


def test_where_pages_are_marked_a_blank_line_is_no_page_break() -> None:
    """A paragraph broken within a page is joined at a milestone, not at a page break."""
    text = f"{BODY[:-1]}\n\nand went on to the harbour.\n\n{MORE}"
    made = _with_pages(text, MORE)
    assert _made(made, BREAK) == [text.index("and went")]
    assert _made(made, PAGE_BREAK) == []


def test_a_remark_or_a_gap_by_itself_is_no_paragraph() -> None:
    """A block that is wholly in brackets about the page is not counted among the paragraphs."""
    text = f"{BODY}\n\n[...]\n\n{MORE}\n\n[handwritten: send to all]"
    assert words_of(text, PARAGRAPH) == [BODY, MORE]
    assert words_of("[...]", PARAGRAPH) == ["[...]"]
    assert words_of("[...]\n\n[...]", PARAGRAPH) == ["[...]", "[...]"]


def test_a_gap_over_a_blank_line_keeps_its_paragraphs_apart() -> None:
    """What stands in a gap is written as it is, so nothing is joined within one."""
    text = f"{BODY[:-1]} [illegible\n\nthree words missing] of the house.\n\n{MORE}"
    assert len(words_of(text, PARAGRAPH)) == 3
