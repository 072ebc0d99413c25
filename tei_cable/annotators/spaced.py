"""Words whose letters are spaced out for emphasis: `N o t e`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.lines import spaced_out
from tei_cable.kinds import EXPANDED, SPACED
from tei_cable.model import Annotation, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable

_SHORTEST = len("N o t e")


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield each spaced-out word; the view of the text reads it as one word.

    A letter at its end that is the initial of what a bracket completes is not of it: `R.[ostow]`.
    """
    completed = {a.span.start for a in cable.annotations if a.kind is EXPANDED}
    for block in cable.blocks:
        for start, end in spaced_out(block.of(cable.text)):
            span = Span(block.start + start, block.start + end)
            if span.end - 1 in completed:
                span = Span(span.start, span.end - 2)
            if len(span) >= _SHORTEST:
                yield Annotation(span, SPACED, "spaced.letters", Certainty.HIGH)
