"""Archive pages for tests, put together from their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.pipeline import convert
from tei_cable.source import decode

if TYPE_CHECKING:
    from tei_cable.model import Source
    from tei_cable.pipeline import Result

DATE = "March 4, 1957"
TITLE = "Cable from the Chinese Embassy in Poland, 'On the Harvest'"
CITATION = (
    f'"{TITLE}", {DATE}, Wilson Center Digital Archive, PRC FMA 109-00777-03, 21-22. '
    "Translated by Ada Brook.\n<https://digitalarchive.example.org/document/200001>"
)
BODY = "The harvest was good.\n\nNobody had expected it."


def page(
    body: str = BODY,
    *,
    date: str | None = DATE,
    title: str | None = TITLE,
    citation: str = CITATION,
    summary: str | None = "A report on the harvest.",
    credits_: str | None = None,
    language: str | None = "Chinese",
    contents: str | None = "Translation - English",
) -> str:
    """Return a page's text: the fields that are not None, then the body."""
    labelled = (
        ("Citation", citation),
        ("Summary", summary),
        ("Credits", credits_),
        ("Original Language", language),
        ("Contents", contents),
    )
    heading = [value for value in (date, title) if value is not None]
    fields = [f"{label}:\n\n{value}" for label, value in labelled if value is not None]
    return "\n\n".join([*heading, *fields, body]) + "\n"


def source(text: str, name: str = "harvest.txt") -> Source:
    """Return a text as a source."""
    return decode(text.encode(), name)


def converted(text: str) -> Result:
    """Return the conversion of a page's text."""
    return convert(source(text))
