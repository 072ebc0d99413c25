"""Words whose letters are spaced out for emphasis: `N o t e`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.lines import spaced_out
from tei_cable.kinds import SPACED
from tei_cable.model import Annotation, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield each spaced-out word; the view of the text reads it as one word."""
    for block in cable.blocks:
        for start, end in spaced_out(block.of(cable.text)):
            span = Span(block.start + start, block.start + end)
            yield Annotation(span, SPACED, "spaced.letters", Certainty.HIGH)
