"""Another spelling right after a name makes one name of the two; another name does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import annotate
from tei_cable.kinds import CHOICE, NOTE, ORIGINAL, PERSON, PLACE, REGULARISED, SUPPLIED
from tei_cable.nest import nest
from tests.annotators.cables import cable, named, words_of
from tests.pages import converted, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.nest import Node


@pytest.mark.parametrize(
    ("text", "name", "id_"),
    [
        ("left Beiping [Beijing] then", "Beiping [Beijing]", "beijing"),
        ("with Chiang Kai-shek [Jiang Jieshi] there", "Chiang Kai-shek [Jiang Jieshi]", None),
    ],
)
def test_a_spelling_is_one_name_with_a_choice(text: str, name: str, id_: str | None) -> None:
    """The present name of a place, and another way of writing a person's, are one mention."""
    assert words_of(text, CHOICE) == [name]
    found = [*named(text, PLACE), *named(text, PERSON)]
    assert [words for words, _ in found] == [name]
    assert id_ in (None, found[0][1])
    assert words_of(text, NOTE) == []


@pytest.mark.parametrize(
    "text",
    [
        "met Filippov [Stalin] then",
        "left Shenyang [Mukden] then",
        "left Beiping, [Beijing] then",
        "left Cuba [Beijing] then",
    ],
)
def test_another_name_is_no_spelling(text: str) -> None:
    """Cover names, older names and other places stay apart from the name before."""
    assert words_of(text, CHOICE) == []
    assert len(words_of(text, NOTE)) + len(words_of(text, SUPPLIED)) == 1


def test_every_character_stays_under_one_annotation() -> None:
    """The pair keeps the bracket, so that the text can be written and read back."""
    text = "left Beiping [Beijing] then"
    kinds = {a.kind.name for a in annotate(cable(text)).annotations}
    assert {"choice", "original", "regularised", "markup"} <= kinds


def test_a_remark_that_reaches_into_the_first_name_is_cut() -> None:
    """The choice has its two parts and nothing around them, whatever else is amiss."""
    text = "[SIC} Beiping [Beijing]"
    forest = nest(annotate(cable(text)).annotations).forest
    (choice,) = [n for n in _walk(forest) if n.annotation.kind is CHOICE]
    assert [n.annotation.kind for n in choice.children] == [ORIGINAL, REGULARISED]


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def test_a_choice_does_not_reach_over_the_parts_of_a_closing_line() -> None:
    """A signature that ends before the bracket and a dateline that begins with it stay apart."""
    result = converted(page("The rice came.\n\nPRC [People's Republic of China] 2 November 1962"))
    assert b"<signed" in result.xml
    assert b"<choice" not in result.xml
