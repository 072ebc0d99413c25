"""Readers: one format each, a `Source` in, a `Cable` out; detection by content."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.model import Medium
from tei_cable.readers import (
    archive_flat,
    archive_new_site,
    archive_old_site,
    archive_page,
    archive_record,
    archive_sheet,
    docx,
    front_matter,
    html,
    key_value,
    pdf,
    plain,
    several,
    telegram,
)
from tei_cable.readers.stated import with_stated
from tei_cable.readers.told import tell
from tei_cable.source import part_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
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
    "front-matter": (front_matter.declines, front_matter.read, front_matter.EXPECTED),
    "telegram": (telegram.declines, telegram.read, telegram.EXPECTED),
    "key-value": (key_value.declines, key_value.read, key_value.EXPECTED),
    "pdf": (pdf.declines, pdf.read, pdf.EXPECTED),
    "docx": (docx.declines, docx.read, docx.EXPECTED),
    "plain": (plain.declines, plain.read, plain.EXPECTED),
}
# (a reader, what stands in nearly all of its sources, and seldom in others'): the surest first
_SIGNS = (
    ("archive-record", re.compile(r"\A\ufeff?\s*\{")),
    ("front-matter", re.compile(r"\A\ufeff?\s*---\s")),
    ("html", re.compile(r"\A\ufeff?\s*<")),
    ("archive-page", re.compile(r"^[ \t]*Citation ?:", re.MULTILINE)),
    ("archive-flat", re.compile(r"\bCitation ?:")),
    ("telegram", re.compile(r"^(?:FM|TO) \S", re.MULTILINE)),
)
_ANY_FORMAT = "one of these formats, or --from plain for a text of no format"
# formats that say nothing about what stands in them: any text may be read as one of these
_ANY_TEXT = frozenset(["plain"])


def detect(source: Source) -> str:
    """Return the name of the reader that takes a source: the user's choice, else the first.

    SourceError says why each declined, or why the chosen one does.
    """
    names = [source.reader] if source.reader else list(READERS)
    if source.reader in _ANY_TEXT:
        return source.reader
    reasons, expected = {}, []
    for name in names:
        declines, _, expectation = READERS[name]
        reason = declines(source)
        if not reason:
            return name
        reasons[name] = reason
        expected.append(expectation)
    if source.reader:
        problem = f"this is no cable that can be read ({source.reader}: {reasons[source.reader]})"
        raise SourceError(source.name, problem, expected[0])
    raise SourceError(source.name, _declined(source, reasons))


def _declined(source: Source, reasons: Mapping[str, str]) -> str:
    """Say why no reader takes a source: the nearest first, then each in a line of its own."""
    nearest = _nearest(source)
    others = len(reasons) - 1
    lines = (f"\n  {name}: {reason}" for name, reason in reasons.items())
    first = f"this is no cable that can be read (as {nearest}: {reasons[nearest]}"
    summary = f"{first}; {others} more formats do not fit either)"
    return f"{summary}{''.join(lines)}\n  expected {_ANY_FORMAT}"


def _nearest(source: Source) -> str:
    """Return the reader that a source was likeliest meant for, by a sign that only it has."""
    if source.medium is not Medium.TEXT:
        return source.medium.value
    return next((name for name, sign in _SIGNS if sign.search(source.text)), "plain")


def read(source: Source) -> Cable:
    """Read a source with the reader that takes it; SourceError says why none does."""
    name = detect(source)
    cable = with_stated(READERS[name][1](source), source)
    return replace(cable, findings=(*cable.findings, *_reported(source, name)))


def split(source: Source) -> list[Source]:
    """Return the documents of a source, each with everything else blank; one if it holds one."""
    starts = several.starts(source, detect(source))
    if len(starts) == 1:
        return [source]
    ends = [*starts[1:], len(source.text)]
    parts = enumerate(zip(starts, ends, strict=True), 1)
    return [part_of(source, number, *bounds) for number, bounds in parts]


def _reported(source: Source, reader: str) -> Iterator[Finding]:
    for remark in source.remarks:
        yield tell(source, remark.code, remark.message, remark.offset)
    if source.part:
        return
    for start in several.starts(source, reader)[1:]:
        message = "another document begins here; --split writes each to a file of its own"
        yield tell(source, "TC107", message, start)
