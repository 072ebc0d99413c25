"""A derived text knows where its characters come from; a view hides markup."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tei_cable.model import Span
from tei_cable.offsets import Derivation, without
from tei_cable.view import View
from tests.strategies import spans


@given(st.text(max_size=40), st.lists(spans(40), max_size=8))
def test_without_hides_exactly_the_hidden_characters(text: str, hidden: list[Span]) -> None:
    """The derived text is what is left, in order, and each character maps to itself."""
    left = [i for i in range(len(text)) if not any(s.start <= i < s.end for s in hidden)]
    derived, origin = without(text, hidden)
    assert derived == "".join(text[i] for i in left)
    assert [origin.offset(i) for i in range(len(derived))] == left


def test_an_inserted_character_maps_to_the_place_it_stands_for() -> None:
    """A space that stands for a line wrap maps to the wrap."""
    made = Derivation("one\r\n  two")
    made.copy(0, 3)
    made.insert(" ", 3)
    made.copy(7, 10)
    text, origin = made.finish()
    assert text == "one two"
    assert [origin.offset(i) for i in range(7)] == [0, 1, 2, 3, 7, 8, 9]


def test_a_hit_in_a_view_answers_in_the_original() -> None:
    """`Li [Xian]nian` is found as `Li Xiannian`, over its brackets."""
    text = "met Li [Xian]nian there"
    view = View.hiding(text, [Span(7, 8), Span(12, 13)])
    ((span, match),) = view.finditer(re.compile("Li Xiannian"))
    assert match.group() == "Li Xiannian"
    assert span.of(text) == "Li [Xian]nian"


def test_a_hit_at_a_hidden_edge_leaves_the_markup_outside() -> None:
    """The bracket before a hit's first letter is not part of the hit."""
    view = View.hiding("[Fidel] Castro", [Span(0, 1), Span(6, 7)])
    ((span, _),) = view.finditer(re.compile("Fidel Castro"))
    assert span == Span(1, 14)


@given(st.text(alphabet="ab[] ", max_size=30), st.data())
def test_view_spans_hold_what_the_view_shows(text: str, data: st.DataObject) -> None:
    """Hiding the markup of the original span gives the view's words back."""
    markup = [Span(i, i + 1) for i, c in enumerate(text) if c in "[]"]
    view = View.hiding(text, markup)
    start = data.draw(st.integers(0, len(view.text)))
    end = data.draw(st.integers(start, len(view.text)))
    if start < end:
        words = view.span(start, end).of(text)
        assert words.replace("[", "").replace("]", "") == view.text[start:end]


def test_an_escape_stands_for_all_its_characters() -> None:
    """What replaces a stretch of the original is at its start, and accounts for all of it."""
    made = Derivation("a&eacute;b")
    made.copy(0, 1)
    made.replace(1, 9, "é")
    made.insert(" ", 9)
    made.copy(9, 10)
    text, origin = made.finish()
    assert text == "aé b"
    assert origin.copied_spans(len(text)) == [Span(0, 1), Span(1, 9), Span(9, 10)]
    assert origin.span(1, 2) == Span(1, 9)
    assert origin.faithful(text, "a&eacute;b")
    assert not origin.faithful("ae c", "a&eacute;b")


@given(st.text("ab&", min_size=1), st.data())
def test_maps_can_be_joined(original: str, data: st.DataObject) -> None:
    """A text derived from a derived one maps to the first as the two maps one after the other."""
    outer = Derivation(original)
    for at, character in enumerate(original):
        if character == "&":
            outer.replace(at, at + 1, "xyz")
        else:
            outer.copy(at, at + 1)
    middle, to_original = outer.finish()
    start, end = sorted(data.draw(st.lists(st.integers(0, len(middle)), min_size=2, max_size=2)))
    inner = Derivation(middle)
    inner.copy(start, end)
    inner.insert("-", end)
    inner.copy(0, start)
    text, to_middle = inner.finish()
    joined = to_middle.through(to_original, len(text))
    for at, character in enumerate(text):
        if character != "-":
            assert joined.offset(at) == to_original.offset(to_middle.offset(at))
    assert joined.faithful(text, original)
