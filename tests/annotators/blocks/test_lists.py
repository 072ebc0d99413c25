"""Numbered, lettered and dashed lists, what stands in their items, and numbered headings."""

from __future__ import annotations

import pytest

from tei_cable.annotators.blocks.labels import labels
from tests.annotators.blocks.shape import shape

LEAD = "The embassy asks for the following things."
LONG = (
    "The harvest of this year was better than that of the last one, though the rains came late "
    "and the mills stood still for weeks."
)
END = "That is all the embassy has to say about it at the moment, as far as is known."


def _body(*blocks: str) -> str:
    return shape("\n\n".join((LEAD, *blocks, END)))


@pytest.mark.parametrize(
    "shown",
    ["{}.", "{})", "({})", "{}．", "{}\\."],
)
def test_numbered_blocks_are_a_list(shown: str) -> None:
    """Two blocks that count up are a list, whatever the punctuation of their numbers."""
    blocks = [f"{shown.format(n)} rice for the mission" for n in (1, 2)]
    assert _body(*blocks) == "p list(item1 item2) p"


@pytest.mark.parametrize(
    ("first", "second"),
    [("a)", "b)"), ("(a)", "(b)"), ("A.", "B."), ("i.", "ii."), ("(iv)", "(v)"), ("I.", "II."),
     ("h)", "i)"), ("(A)", "(B)")],
)  # fmt: skip
def test_letters_and_roman_numbers_count_too(first: str, second: str) -> None:
    """A letter or a Roman number is an item's number as it is written."""
    one, two = first.strip("().").strip(), second.strip("().")
    found = _body(f"{first} rice for the mission", f"{second} salt for the mission")
    assert found == f"p list(item{one} item{two}) p"


@pytest.mark.parametrize("dash", ["-", "–", "•", "*"])
def test_dashes_are_items_without_a_number(dash: str) -> None:
    """Blocks that begin with the same dash or bullet, one after another, are a list."""
    assert _body(f"{dash} rice", f"{dash} salt") == "p list(item item) p"


def test_items_on_lines_of_their_own_are_a_list() -> None:
    """A list does not need blank lines."""
    assert _body("1. rice\n2. salt\n3. tea") == "p list(item1 item2 item3) p"


def test_a_list_may_begin_anywhere() -> None:
    """Telegrams leave the first paragraph unnumbered, excerpts leave out more."""
    assert _body(f"2. {LONG}", f"3. {LONG}") == "p list(item2 item3) p"
    assert _body(f"72. {LONG}", f"73.{LONG}") == "p list(item72 item73) p"
    assert _body(f"2. {LONG}", f"4. {LONG}") == "p list(item2 item4) p"


def test_a_crawl_that_counts_each_item_from_one_is_counted() -> None:
    """Items that all say 1 are numbered by their place, and the list is of medium certainty."""
    assert _body("1. rice", "1. salt", "1. tea") == "p list(item1 item2 item3) p"


def test_a_list_within_an_item() -> None:
    """Letters between two numbers stand in the item before them."""
    found = _body("1. Food:", "(a) rice", "(b) salt", "2. Money for the mission")
    assert found == "p list(item1(p list(itema itemb)) item2) p"


def test_a_list_within_the_last_item() -> None:
    """A list right after the last item belongs to it."""
    found = _body("1. Money for the mission", "2. Food:", "a) rice", "b) salt")
    assert found == "p list(item1 item2(p list(itema itemb))) p"


def test_paragraphs_between_two_items_belong_to_the_first() -> None:
    """What stands between item 1 and item 2 is in item 1; what follows the last item is not."""
    found = _body(f"1. {LONG}", LONG, f"2. {LONG}", LONG)
    assert found == "p list(item1(p p) item2) p p"


def test_a_list_after_a_paragraph_within_an_item() -> None:
    """The count of the outer list goes on after an inner one with an introduction."""
    found = _body(f"1. {LONG}", "They are:", "(a) rice", "(b) salt", LONG, f"2. {LONG}")
    assert found == "p list(item1(p p list(itema itemb) p) item2) p"


def test_many_paragraphs_between_two_numbers_are_not_taken() -> None:
    """Nobody can say that seven paragraphs without a number belong to an item."""
    found = _body(f"1. {LONG}", *[LONG] * 7, f"2. {LONG}")
    assert found == " ".join(["p"] * 11)


def test_one_number_may_go_on_with_a_list_before() -> None:
    """After a heading the count goes on, even with one item; a number out of it is none."""
    head = "THE PRICE OF RICE"
    two = [f"1. {LONG}", f"2. {LONG}"]
    assert _body(*two, head, f"3. {LONG}") == "p list(item1 item2) label list(item3) p"
    assert _body(*two, head, f"5. {LONG}") == "p list(item1 item2) label p p"
    assert _body(*two, head, f"(3) {LONG}") == "p list(item1 item2) label p p"


def test_short_numbered_lines_over_paragraphs_are_headings() -> None:
    """`1. Trade` with paragraphs under it heads a section; the last one, too."""
    found = _body("1. Trade", LONG, LONG, "2. The railway of the north", LONG)
    assert found == "p label p p label p p"


def test_a_count_that_begins_anew_is_another_list() -> None:
    """Numbers of the same style never stand within each other, however often they begin anew."""
    found = _body(*["1. rice", "2. salt"] * 400)
    assert found == " ".join(["p", *["list(item1 item2)"] * 400, "p"])


def test_sentences_over_paragraphs_are_items() -> None:
    """A short sentence with a full stop heads nothing, unless the others are headings."""
    found = _body("1. They agreed on rice.", LONG, "2. They agreed on tea.", LONG)
    assert found == "p list(item1(p p) item2) p p"
    found = _body("1. Trade", LONG, "2. The railway", LONG, "3. On the price of rice.", LONG)
    assert found == "p label p label p label p p"


def test_a_gap_between_items_does_not_end_a_list() -> None:
    """Matter left out between two items stands between them in the list."""
    found = _body(f"1. {LONG}", "[matter omitted]", f"2. {LONG}")
    assert found == "p list(item1 gap item2) p"


@pytest.mark.parametrize(
    "blocks",
    [
        ["1. " + LONG],
        ["1956 was a good year, all in all.", "1957 was better than the year before."],
        ["A. Gromyko said so.", "They went on for an hour."],
        ["A. N. Novak said so.", "B. K. Wolski agreed to it."],
        ["12. November 1956 was a Monday.", "13. November 1956 was a Tuesday."],
        ["3. " + LONG, "2. " + LONG],
        ["a) " + LONG, "(b) " + LONG],
        ["- rice for the mission", "They said.", "- salt for the mission"],
        ["*** rice", "*** salt"],
    ],
)
def test_near_misses_of_a_list(blocks: list[str]) -> None:
    """One number, years, initials, dates, other styles and broken counts make no list."""
    assert "list" not in _body(*blocks)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("iv. rice", [("a-roman.", 4, "iv")]),
        ("i) rice", [("a-roman)", 1, "i"), ("a)", 9, "i")]),
        ("iiii. rice", []),
        ("10．rice", []),
        ("10．Rice", [("1.", 10, "10")]),
        ("1.5 million", []),
        ("(D)Experience shows", [("(A)", 4, "D")]),
        ("(D)AB", []),
        ("a)Experience shows", []),
        ("(1 rice", []),
        ("1.", []),
        ("U.S. forces", []),
        ("5. May I say so", [("1.", 5, "5")]),
        ("3, 4. Rice", [("1.", 3, "3-4")]),
        ("3-4. Rice", [("1.", 3, "3-4")]),
        ("(3 and 4) rice", [("(1)", 3, "3-4")]),
        ("4, 3. Rice", []),
        ("3, 4 Rice", []),
    ],
)
def test_labels_are_read_in_each_way_they_may_be(
    words: str, found: list[tuple[str, int, str]]
) -> None:
    """A label has a style, a place in the count and the number as it is written."""
    read = labels(words)
    assert [(r.style, r.value, r.n) for r in read] == found


def test_one_item_may_have_two_numbers() -> None:
    """What stands for two items goes on with the count, and the count goes on after it."""
    assert _body(f"2. {LONG}", "3, 4. [Sums up.]", f"5. {LONG}") == "p list(item2 item3-4 item5) p"
    assert _body(f"2. {LONG}", "3, 4 of them went.", f"3. {LONG}") == "p list(item2(p p) item3) p"


@pytest.mark.parametrize("one", ["I.", "l."])
def test_a_letter_for_the_number_one_begins_a_list(one: str) -> None:
    """`I.` before `2.` is its first item, with what stands below it."""
    assert _body(f"{one} {LONG}", LONG, f"2. {LONG}") == "p list(item1(p p) item2) p"


@pytest.mark.parametrize(
    "blocks",
    [[f"I. {LONG}", f"3. {LONG}"], [f"V. {LONG}", f"2. {LONG}"], [f"I. {LONG}", f"2) {LONG}"]],
)
def test_near_misses_of_a_letter_for_one(blocks: list[str]) -> None:
    """Another number, another letter or other punctuation begins no list."""
    assert _body(*blocks) == "p p p p"


def test_a_letter_that_other_letters_follow_is_a_letter() -> None:
    """A Roman list keeps its first number, also with a list in its first item."""
    found = _body("I. rice:", "1. white", "2. brown", "II. salt")
    assert found == "p list(itemI(p list(item1 item2)) itemII) p"


def test_the_last_item_of_an_inner_list_is_like_those_before() -> None:
    """If each has paragraphs of its own, those before the next outer item belong to the last."""
    found = _body("1. rice,", "a) white,", LONG, "b) brown,", LONG, LONG, "2. salt,")
    assert found == "p list(item1(p list(itema(p p) itemb(p p p))) item2) p"


def test_what_follows_an_inner_list_whose_items_have_nothing_else() -> None:
    """Then it belongs to the outer item."""
    found = _body("1. rice,", "a) white,", "b) brown,", LONG, "2. salt,")
    assert found == "p list(item1(p list(itema itemb) p) item2) p"


def test_numbered_headings_are_alike() -> None:
    """The first of several is no title, so that it is a label as the others are."""
    text = "\n\n".join(["1. Sugar", LONG, "2. Salt", LONG, "3. Rice", LONG])
    assert shape(text) == "label p label p label p"


def test_a_numbered_heading_alone_may_be_the_title() -> None:
    """What leads the text and has no siblings is its head."""
    assert shape(f"4. THE SUPPLY OF GRAIN\n\n{LONG}\n\n{END}") == "head p p"
