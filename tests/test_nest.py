"""Overlapping annotations become a tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

from tei_cable.kinds import (
    DATE,
    NOTE,
    ORGANISATION,
    PAGE_BREAK,
    PARAGRAPH,
    PERSON,
    PLACE,
    QUOTE,
    SUPPLIED,
    TELEGRAM_NUMBER,
    Kind,
)
from tei_cable.model import Annotation, Span
from tei_cable.nest import Node, block_edges, nest
from tests.strategies import overlapping

if TYPE_CHECKING:
    from collections.abc import Iterator


def _annotation(start: int, end: int, kind: Kind) -> Annotation:
    return Annotation(Span(start, end), kind, "test")


def _shape(nodes: tuple[Node, ...]) -> list[object]:
    return [(n.annotation.kind.name, n.span.start, n.span.end, *_shape(n.children)) for n in nodes]


def _walk(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _walk(node.children)


def test_bracket_inside_a_name() -> None:
    """`[Nikita] Khrushchev`: the supplied forename stands within the name."""
    result = nest([_annotation(0, 8, SUPPLIED), _annotation(0, 19, PERSON)])
    assert _shape(result.forest) == [("person", 0, 19, ("supplied", 0, 8))]


def test_name_inside_a_bracket() -> None:
    """`[the Soviet Union]`: the name stands within the supplied words."""
    result = nest([_annotation(5, 17, PLACE), _annotation(0, 18, SUPPLIED)])
    assert _shape(result.forest) == [("supplied", 0, 18, ("place", 5, 17))]


def test_crossing_bracket_is_cut_at_the_names_edge() -> None:
    """`[his aide, Albino] da Silva`: the bracket is cut where the name begins in it."""
    result = nest([_annotation(0, 18, SUPPLIED), _annotation(11, 27, PERSON)])
    assert _shape(result.forest) == [
        ("supplied", 0, 11),
        ("person", 11, 27, ("supplied", 11, 18)),
    ]
    first, second = (n for n in _walk(result.forest) if n.annotation.kind is SUPPLIED)
    assert (first.part, first.parts) == (0, 2)
    assert (second.part, second.parts) == (1, 2)


def test_bracket_across_two_paragraphs_leaves_out_the_blank_line() -> None:
    """A bracket over a paragraph boundary has a part in each paragraph, none between."""
    text = "one [two\n\nthree] four"
    result = nest(
        [
            _annotation(0, 8, PARAGRAPH),
            _annotation(10, 21, PARAGRAPH),
            _annotation(4, 16, SUPPLIED),
        ],
        writable=lambda span: not span.of(text).isspace(),
    )
    assert _shape(result.forest) == [
        ("paragraph", 0, 8, ("supplied", 4, 8)),
        ("paragraph", 10, 21, ("supplied", 10, 16)),
    ]
    assert [n.parts for n in _walk(result.forest) if n.annotation.kind is SUPPLIED] == [2, 2]


def test_a_bracket_over_whole_paragraphs_is_cut_at_their_edges() -> None:
    """No paragraph stands within a bracket: each holds its part of it."""
    result = nest(
        [_annotation(0, 5, PARAGRAPH), _annotation(7, 12, PARAGRAPH), _annotation(0, 12, SUPPLIED)],
        writable=lambda span: not span.of("[one.\n\ntwo.]").isspace(),
    )
    assert _shape(result.forest) == [
        ("paragraph", 0, 5, ("supplied", 0, 5)),
        ("paragraph", 7, 12, ("supplied", 7, 12)),
    ]


def test_crossing_names_keep_the_outer_kind_and_report_the_other() -> None:
    """Two rigid annotations that cross: the lower rank stays, the other is dropped."""
    organisation, date = _annotation(0, 10, ORGANISATION), _annotation(5, 15, DATE)
    result = nest([date, organisation])
    assert _shape(result.forest) == [("organisation", 0, 10)]
    assert result.dropped == (date,)


def test_of_two_crossing_names_of_a_kind_the_longer_stays() -> None:
    """Within one rank the longer annotation stays."""
    short, long = _annotation(0, 6, PERSON), _annotation(4, 15, PERSON)
    assert nest([short, long]).dropped == (short,)


def test_a_point_stands_before_what_begins_at_its_place() -> None:
    """A page break at the beginning of a paragraph stands before the paragraph."""
    result = nest([_annotation(3, 9, PARAGRAPH), _annotation(3, 3, PLACE)])
    assert _shape(result.forest) == [("place", 3, 3), ("paragraph", 3, 9)]


@given(overlapping())
def test_the_forest_is_well_nested(given_annotations: list[Annotation]) -> None:
    """Children lie within their parent, and siblings follow one another."""

    def check(nodes: tuple[Node, ...], outer: Span) -> None:
        position = outer.start
        for node in nodes:
            assert position <= node.span.start <= node.span.end <= outer.end
            position = node.span.end
            check(node.children, node.span)

    check(nest(given_annotations).forest, Span(0, 40))


@given(overlapping())
def test_nothing_vanishes_and_rigid_kinds_stay_whole(given_annotations: list[Annotation]) -> None:
    """Each annotation is placed over exactly its characters, or reported."""
    result = nest(given_annotations)
    covered: dict[int, list[Node]] = {}
    for node in _walk(result.forest):
        covered.setdefault(id(node.annotation), []).append(node)
    dropped = {id(a) for a in result.dropped}
    for annotation in given_annotations:
        nodes = covered.get(id(annotation), [])
        assert bool(nodes) != (id(annotation) in dropped)
        if not annotation.kind.splittable:
            assert [n.span for n in nodes] in ([], [annotation.span])
            continue
        assert "".join("x" * len(n.span) for n in nodes) == "x" * len(annotation.span)
        assert [n.part for n in nodes] == list(range(len(nodes)))
        assert {n.parts for n in nodes} == {len(nodes)}


@given(overlapping())
def test_nest_does_not_depend_on_the_order_it_is_given(given_annotations: list[Annotation]) -> None:
    """The forest is a function of the set of annotations."""
    forward, backward = nest(given_annotations), nest(reversed(given_annotations))
    assert _shape(forward.forest) == _shape(backward.forest)


@given(overlapping())
def test_every_dropped_annotation_crosses_one_that_stayed(
    given_annotations: list[Annotation],
) -> None:
    """Nothing is dropped without a reason that can be shown: a block within is one too."""
    result = nest(given_annotations)
    kept = [n.annotation.span for n in _walk(result.forest) if not n.annotation.kind.splittable]
    reaches_over = block_edges(given_annotations)
    for annotation in result.dropped:
        crosses = any(annotation.span.crosses(span) for span in kept)
        assert crosses or (reaches_over(annotation.span) and not annotation.kind.is_block)


@given(overlapping())
def test_no_block_stands_in_what_is_none(given_annotations: list[Annotation]) -> None:
    """A name, a bracket or a quotation has no block in it, at any depth."""

    def check(nodes: tuple[Node, ...], *, in_words: bool) -> None:
        for node in nodes:
            is_block = node.annotation.kind.is_block
            assert not (in_words and is_block and len(node.span))
            check(node.children, in_words=in_words or not is_block)

    check(nest(given_annotations).forest, in_words=False)


def test_a_name_over_whole_blocks_is_dropped() -> None:
    """A name that would be the parent of two paragraphs is dropped, and reported."""
    first, second = _annotation(0, 7, PARAGRAPH), _annotation(8, 15, PARAGRAPH)
    over = _annotation(0, 15, ORGANISATION)
    result = nest([first, second, over])
    assert _shape(result.forest) == [("paragraph", 0, 7), ("paragraph", 8, 15)]
    assert result.dropped == (over,)


def test_a_name_that_is_a_whole_block_stands_in_it() -> None:
    """The words of a block may be one name."""
    result = nest([_annotation(0, 7, ORGANISATION), _annotation(0, 7, PARAGRAPH)])
    assert _shape(result.forest) == [("paragraph", 0, 7, ("organisation", 0, 7))]


@given(overlapping(kinds=(PARAGRAPH, PAGE_BREAK, TELEGRAM_NUMBER, PERSON, QUOTE, NOTE, SUPPLIED)))
def test_what_is_bare_holds_no_part_of_what_was_cut(given_annotations: list[Annotation]) -> None:
    """However deep: the chain of parts has no link in words that are written as they stand."""

    def check(nodes: tuple[Node, ...], *, bare: bool) -> None:
        for node in nodes:
            assert not (bare and node.parts > 1)
            check(node.children, bare=bare or node.annotation.kind.bare)

    check(nest(given_annotations).forest, bare=False)
