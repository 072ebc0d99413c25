"""Where a document contradicts itself: the date it is signed with is not the page's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.context import document_date
from tei_cable.annotators.near_doubles import bearers, doubles
from tei_cable.findings import finding
from tei_cable.kinds import CLOSER, DATE, DATELINE, FLOATING_TEXT
from tei_cable.model import DateValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Span


def annotate(cable: Cable) -> Iterator[Finding]:
    """Yield a finding for each date in the closer or a dateline that is not the page's date.

    After them, surnames that two bear, and entries that are nearly the same.
    """
    page = document_date(cable)
    closers = [a.span for a in cable.annotations if a.kind is CLOSER]
    datelines = _datelines(cable)
    for written in cable.annotations:
        value = written.detail
        if written.kind is not DATE or not isinstance(value, DateValue) or not page:
            continue
        closing = any(span.contains(written.span) for span in closers)
        dated = any(span.contains(written.span) for span in datelines)
        differs = value.when and page.when and not _agree(value.when, page.when)
        if differs and (closing or dated):
            verb = "signed" if closing else "dated"
            message = f"the document is {verb} {value.when}, the page dates it {page.when}"
            yield finding("TC303", message, span=written.span)
    yield from bearers(cable)
    yield from doubles(cable)


def _datelines(cable: Cable) -> list[Span]:
    """Return where the document itself, not a text in it, is dated."""
    inner = [a.span for a in cable.annotations if a.kind is FLOATING_TEXT]
    return [
        a.span
        for a in cable.annotations
        if a.kind is DATELINE and not any(text.contains(a.span) for text in inner)
    ]


def _agree(one: str, other: str) -> bool:
    """Whether two dates can be the same: `1949-06` agrees with `1949-06-11`."""
    return one.startswith(other) or other.startswith(one)
