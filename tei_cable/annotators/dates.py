"""Calendar expressions, reckoned from the document's own date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.context import reference_date
from tei_cable.annotators.hits import widened
from tei_cable.dates import find
from tei_cable.kinds import DATE
from tei_cable.model import Annotation, Certainty
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable

_HEAD = 600  # characters in which a document says what it is
_RECORD = re.compile(
    r"\b(?:conversations?|talks?|meetings?|discussions?|interviews?|tete-a-tete|conferences?)\b"
    r"(?: of [^,.;\n]{1,80}?)? (?:with|between)\b"
    r"|\b(?:memorandum|record|minutes|notes?|transcripts?)"
    r" (?:of|on) (?:an? |the )?(?:conversation|meeting|talks?|discussions?|interview)",
    re.IGNORECASE,
)
_RECKONED = re.compile(
    r"(?:the )?(?:today|yesterday|tomorrow|tonight|day |this |last |next )", re.IGNORECASE
)


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a date for each calendar expression, with its value where one follows."""
    view = View.of(cable)
    widen = widened(cable)
    retold = _is_record(cable)
    for found in find(view.text, reference_date(cable)):
        span = widen(view.span(found.span.start, found.span.end))
        doubtful = retold and _RECKONED.match(found.span.of(view.text))
        cert = Certainty.LOW if doubtful else found.cert
        yield Annotation(span, DATE, "dates.grammar", cert, found.value)


def _is_record(cable: Cable) -> bool:
    """Whether a document tells what was said: `today` may be the day of the talk, or of writing."""
    title = cable.metadata.title.value if cable.metadata.title else ""
    head = cable.text[:_HEAD].partition("\n\n\n")[0]
    return bool(_RECORD.search(title) or _RECORD.search(head))
