"""Fields of a source that cannot both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.dates import parse
from tei_cable.metadata import CitationRole, EntryRole
from tei_cable.readers.field_names import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.metadata import Citation, Field, Metadata

_RELEASED = ("cable-declass-date", "declassified", "declass-date", "release-date")


def clashes(fields: Metadata, citation: Citation | None) -> Iterator[tuple[str, Field]]:
    """Yield what contradicts: a message, and the field that it is about."""
    yield from _series(fields, citation)
    yield from _release(fields)


def _series(fields: Metadata, citation: Citation | None) -> Iterator[tuple[str, Field]]:
    """Yield a series that the printed reference names otherwise: `A1838` and `[NAA: Al838, 1]`."""
    printed = citation.values(CitationRole.SHELFMARK, "series") if citation else ()
    for entry, series in zip(fields.entries_of(EntryRole.SERIES), printed, strict=False):
        if fields.citation and not _alike(entry.field.value, series):
            message = (
                f"the printed reference has the series “{series}”, the field {entry.key} "
                f"“{entry.field.value}”: the field's stands in the msIdentifier"
            )
            yield message, fields.citation


def _alike(series: str, printed: str) -> bool:
    """Whether two series are one; a printed one may name the accession after a slash."""
    one, other = ("".join(words.split()).upper() for words in (series, printed))
    return one == other or other.startswith(f"{one}/")


def _release(fields: Metadata) -> Iterator[tuple[str, Field]]:
    """Yield a release that comes before the document's own date."""
    written = parse(fields.date.value) if fields.date else None
    day = written.value.when if written and written.value else ""
    for entry in fields.entries:
        if slug(entry.key) not in _RELEASED or not day:
            continue
        found = parse(entry.field.value)
        released = found.value.when if found and found.value else ""
        if released and released < day[: len(released)]:
            message = f"the field {entry.key} says {released}, before the document's date {day}"
            yield message, entry.field
