"""Hypothesis strategies: annotations, and cables with brackets, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from tei_cable.kinds import DATE, ORGANISATION, PARAGRAPH, PERSON, PLACE, QUOTE, SUPPLIED
from tei_cable.model import Annotation, Span

KINDS = (PARAGRAPH, ORGANISATION, PERSON, PLACE, DATE, QUOTE, SUPPLIED)


def spans(longest: int = 40) -> st.SearchStrategy[Span]:
    """Spans within [0, longest], points among them."""
    edge = st.integers(0, longest)
    return st.tuples(edge, edge).map(lambda pair: Span(min(pair), max(pair)))


def overlapping(longest: int = 40, most: int = 14) -> st.SearchStrategy[list[Annotation]]:
    """Lists of annotations of every kind that overlap as they like."""
    one = st.builds(Annotation, spans(longest), st.sampled_from(KINDS), st.just("test"))
    return st.lists(one, max_size=most)
