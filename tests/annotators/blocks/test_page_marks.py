"""Words that mark a page: between blocks, in mid-sentence, in a line."""

from __future__ import annotations

import pytest

from tei_cable.annotators.blocks.page_marks import mark
from tei_cable.model import PageBreak
from tests.annotators.blocks.shape import shape
from tests.pages import converted, page

TEXT = "The harvest of this year was better than that of the last one."
OPEN = "The delegation of Poland will in all likelihood go on to be"


@pytest.mark.parametrize(
    ("words", "number"),
    [("(p. 2)", "2"), ("(page 12)", "12"), ("- 2 -", "2"), ("–3–", "3"), ("//", ""),
     ("Page 2 of 5", "2")],
)  # fmt: skip
def test_a_block_of_these_words_marks_a_page(words: str, number: str) -> None:
    """The page has the number that the mark gives it."""
    assert mark(words) == PageBreak(number)
    assert shape(f"{TEXT}\n\n{words}\n\n{TEXT}") == f"p pb{number} fw p"


@pytest.mark.parametrize("words", ["(p. x)", "2", "(2)", "- rice -", "(see p. 2)", "/", "Page"])
def test_near_misses_of_a_page_mark(words: str) -> None:
    """Bare numbers, and brackets with other words, mark no page."""
    assert mark(words) is None


@pytest.mark.parametrize("rest", ["met by the leadership of Poland.", "Met by Mao Zedong today."])
def test_a_sentence_runs_on_over_a_mark(rest: str) -> None:
    """The paragraph is one: over the edge of a page even a capital goes on."""
    result = converted(page(f"{TEXT}\n\n{OPEN}\n\n(p. 2)\n\n{rest}\n\n{TEXT}"))
    assert shape(f"{TEXT}\n\n{OPEN}\n\n(p. 2)\n\n{rest}") == "p p(pb2 fw milestone)"
    assert [f.code for f in result.findings] == ["TC205"]


def test_a_mark_after_a_full_stop_parts_paragraphs() -> None:
    """Nothing is joined where a sentence ends before the mark."""
    assert shape(f"{TEXT}\n\n(p. 2)\n\nmet by him.\n\n{TEXT}") == "p pb2 fw p p"


def test_marks_in_a_line_count_up() -> None:
    """`(p. 2)` and `(p. 3)` in running text mark pages, a single `(p. 45)` is a reference."""
    assert shape(f"One (p. 2) two (p. 3) three.\n\n{TEXT}") == "p(pb2 fw pb3 fw) p"
    assert shape(f"Lenin says so (p. 45) of it.\n\n{TEXT}") == "p p"
    assert shape(f"Lenin (p. 45) and Marx (p. 2) say so.\n\n{TEXT}") == "p p"


def test_slashes_between_blanks_mark_a_page() -> None:
    """Transcripts have two slashes at the page's edge; an address has none between blanks."""
    assert shape(f"The talks // went on. //\n\n{TEXT}") == "p(pb fw pb fw) p"
    assert shape(f"See https://example.org//a for it.\n\n{TEXT}") == "p p"
