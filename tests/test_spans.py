"""Spans asked for those that overlap another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tei_cable.model import Span
from tei_cable.spans import Spans

_SPANS = st.tuples(st.integers(0, 30), st.integers(0, 8)).map(lambda x: Span(x[0], x[0] + x[1]))


@given(st.lists(_SPANS), _SPANS)
def test_those_that_overlap_are_found_and_no_other(spans: list[Span], asked: Span) -> None:
    """The same as if each were looked at."""
    assert Spans(spans).over(asked) == [span for span in sorted(spans) if span.overlaps(asked)]
