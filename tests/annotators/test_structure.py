"""Paragraphs, and those that a page broke."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import structure
from tei_cable.kinds import (
    BREAK,
    CLOSER,
    LINE_BREAK,
    OPENER,
    PAGE_BREAK,
    PARAGRAPH,
    POSTSCRIPT,
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
        f"{BODY[:-1]}\nMet by the leadership of the country.",
        f"{BODY[:-1]},\nmet by the leadership of the country.",
        f"{BODY}\nmet by the leadership of the country.",
    ],
)
def test_near_misses_of_a_broken_paragraph_are_two(text: str) -> None:
    """Items, short lines, capitals and full stops join nothing, nor a comma at a line break."""
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


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (" Orlenko [Mikoyan]", "went on"),
        (" the talks (of May) [sic]", "went on"),
        (" it [handwritten in the left 18.", "Yes] he went on"),
    ],
)
def test_a_bracket_at_the_end_of_a_page_does_not_end_a_sentence(end: str, start: str) -> None:
    """A small letter goes on after it, and what a hand wrote goes on after its number."""
    text = f"{BODY}{end}\n\n{start} over the edge of the page."
    assert _made(_with_pages(text, start), PARAGRAPH) == [0]


@pytest.mark.parametrize(
    ("end", "start"),
    [
        (" to Orlenko [Mikoyan]", "He went on"),
        (" it. [note]", "went on"),
        (" it [He left.]", "went on"),
        (" it in the left 18.", "Yes] he went on"),
        (" it [handwritten in the left.", "Yes] he went on"),
    ],
)
def test_near_misses_of_a_bracket_that_a_page_cuts_off(end: str, start: str) -> None:
    """A capital after it, or the end of a sentence before it or in it, parts paragraphs."""
    text = f"{BODY}{end}\n\n{start} over the edge of the page."
    assert _made(_with_pages(text, start), PARAGRAPH) == [0, text.index(start)]


def test_where_pages_are_marked_a_blank_line_is_no_page_break() -> None:
    """A paragraph broken within a page is joined at a milestone, not at a page break."""
    text = f"{BODY[:-1]}\n\nand went on to the harbour.\n\n{MORE}"
    made = _with_pages(text, MORE)
    assert _made(made, BREAK) == [text.index("and went")]
    assert _made(made, PAGE_BREAK) == []


def test_a_remark_or_a_gap_by_itself_is_no_paragraph() -> None:
    """A block that is wholly in brackets about the page is not counted among the paragraphs."""
    text = f"{BODY}\n\n[...]\n\n{MORE}\n\n[handwritten in the margin]\n\n[page 2]"
    assert words_of(text, PARAGRAPH) == [BODY, MORE]
    assert words_of("[...]", PARAGRAPH) == ["[...]"]
    assert words_of("[...]\n\n[...]", PARAGRAPH) == ["[...]", "[...]"]


def test_a_gap_over_a_blank_line_keeps_its_paragraphs_apart() -> None:
    """What stands in a gap is written as it is, so nothing is joined within one."""
    text = f"{BODY[:-1]} [illegible\n\nthree words missing] of the house.\n\n{MORE}"
    assert len(words_of(text, PARAGRAPH)) == 3


@pytest.mark.parametrize(
    ("end", "joined"),
    [
        ("to meet Mr.", True),
        ("to meet A. B.", True),
        ("to meet nobody.", False),
        ("in room 7.", False),
        ("in the U. S.", False),
        ("in group B.", False),
    ],
)
def test_a_title_without_its_name_runs_on(end: str, joined: bool) -> None:
    """`Mr.` at the end of a block ends no sentence, though a capital follows."""
    text = f"The delegation of Poland arrived in the evening {end}\n\nNovak was not there.\n\nEnd."
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    paragraphs = [a.span.of(text) for a in found if a.kind is PARAGRAPH]
    assert len(paragraphs) == (2 if joined else 3)


@pytest.mark.parametrize("number", ["[1]", "[^1]"])
def test_the_number_of_a_note_that_stands_alone_goes_with_the_paragraph_before(number: str) -> None:
    """`[1]` in a line of its own is no paragraph, and where it stood is no edge of a page."""
    text = f"{BODY}\n\n{number}\n\n{MORE}"
    assert words_of(text, PARAGRAPH) == [f"{BODY}\n\n{number}", MORE]
    assert words_of(text, PAGE_BREAK) == []
    assert words_of(f"{BODY}\n\n[a]\n\n{MORE}", PARAGRAPH) == [BODY, "[a]", MORE]


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("The farmers of the valley said that a telegram was\nreceived from the embassy.", True),
        ("The farmers of the valley wrote a letter to Fidel\nCastro about it.", True),
        ("The farmers of the valley wrote a letter to Fidel\nWolski about it.", False),
        ("The farmers of the valley wrote a letter to Fidel.\nCastro was here.", False),
        ("A letter to Fidel\nCastro about it.", False),
    ],
)
def test_a_line_wrapped_early_goes_on_in_the_next(lines: str, *, joined: bool) -> None:
    """A small letter after one, or the rest of a known name: one paragraph with a line break."""
    text = f"{BODY}\n\n{lines}\n\n{BODY}"
    found = list(structure.annotate(cable(text)))
    at = text.index("\n", len(BODY) + 2) + 1
    assert (codes([f for f in found if not isinstance(f, Annotation)], text) != []) == joined
    assert [a.span.start for a in found if isinstance(a, Annotation) and a.kind is LINE_BREAK] == (
        [at] if joined else []
    )


def test_lines_that_were_joined_are_reported_once() -> None:
    """A text that was typed line by line has one finding, that counts them."""
    text = f"{BODY}\n\n" + "\n".join(["the farmers of the valley have heard that"] * 3) + " one."
    found = [f for f in structure.annotate(cable(text)) if not isinstance(f, Annotation)]
    assert [f.message[:7] for f in found] == ["2 lines"]
