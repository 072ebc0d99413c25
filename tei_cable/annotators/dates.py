"""Calendar expressions, reckoned from the document's own date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.context import reference_date
from tei_cable.annotators.hits import widened
from tei_cable.dates import find
from tei_cable.kinds import DATE
from tei_cable.model import Annotation
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a date for each calendar expression, with its value where one follows."""
    view = View.of(cable)
    widen = widened(cable)
    for found in find(view.text, reference_date(cable)):
        span = widen(view.span(found.span.start, found.span.end))
        yield Annotation(span, DATE, "dates.grammar", found.cert, found.value)
