"""Readers: one format each, a `Source` in, a `Cable` out; detection by content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.readers import (
    archive_flat,
    archive_new_site,
    archive_old_site,
    archive_page,
    archive_record,
    archive_sheet,
    html,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_cable.cable import Cable
    from tei_cable.model import Source

    Reader = Callable[[Source], Cable]
    Detector = Callable[[Source], str]

# name: (why the reader declines a source, "" if it takes it; the reader; what it expects)
READERS: dict[str, tuple[Detector, Reader, str]] = {
    "archive-record": (archive_record.declines, archive_record.read, archive_record.EXPECTED),
    "html": (html.declines, html.read, html.EXPECTED),
    "archive-page": (archive_page.declines, archive_page.read, archive_page.EXPECTED),
    "archive-flat": (archive_flat.declines, archive_flat.read, archive_flat.EXPECTED),
    "archive-old-site": (
        archive_old_site.declines,
        archive_old_site.read,
        archive_old_site.EXPECTED,
    ),
    "archive-new-site": (
        archive_new_site.declines,
        archive_new_site.read,
        archive_new_site.EXPECTED,
    ),
    "archive-sheet": (archive_sheet.declines, archive_sheet.read, archive_sheet.EXPECTED),
}


def read(source: Source) -> Cable:
    """Read a source with the first reader that takes it; SourceError says why each declined."""
    reasons, expected = [], []
    for name, (declines, reader, expectation) in READERS.items():
        reason = declines(source)
        if not reason:
            return reader(source)
        reasons.append(f"{name}: {reason}")
        expected.append(expectation)
    problem = f"this is no cable that can be read ({'; '.join(reasons)})"
    raise SourceError(source.name, problem, " or ".join(expected))
