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
