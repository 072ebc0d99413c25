"""The original as the fields of a catalogue identify it: series, control symbol, barcode.

Where a source has such fields they stand in the `msIdentifier`, not the reference that it prints:
that one stays in the `bibl`. It only adds what the fields leave out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.authority import repositories
from tei_cable.metadata import CATALOGUED, CitationRole, EntryRole, Repository
from tei_cable.tei.names import element

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from tei_cable.metadata import CitationPart, Entry
    from tei_cable.tei.facts import Facts

_COMPLETE = (EntryRole.SERIES, EntryRole.CONTROL_SYMBOL)


def catalogued(facts: Facts) -> list[list[Entry]]:
    """Return the fields of the catalogue, those of one file together: none comes twice in one."""
    files: list[list[Entry]] = []
    for entry in facts.page.entries_of(*CATALOGUED):
        if not files or any(entry.role is other.role for other in files[-1]):
            files.append([])
        files[-1].append(entry)
    return files


def archive_of(file: Sequence[Entry]) -> Repository:
    """Return the archive that the names of the fields name: `naa_refs.naa_series`."""
    names = (name.upper() for entry in file for name in re.split(r"[\W_]+", entry.key))
    known = (repositories()[name] for name in names if name in repositories())
    return next(known, Repository(""))


def write_numbers(
    facts: Facts, file: Sequence[Entry], locator: CitationPart | None
) -> Iterator[etree._Element]:
    """Yield the idno of a file; `locator` says in the printed reference what no field says."""
    stated = {entry.role: entry.field.value for entry in file}
    for role in _COMPLETE:
        if role in stated:
            yield _idno(role, stated[role])
    if locator:
        yield from _printed(facts, locator)
    if barcode := stated.get(EntryRole.BARCODE):
        yield element("altIdentifier", _idno(EntryRole.BARCODE, barcode))


def _printed(facts: Facts, locator: CitationPart) -> Iterator[etree._Element]:
    """Yield the numbers of a printed reference of a type that no field of the source has."""
    stated = {entry.role for entry in facts.page.entries_of(*_COMPLETE)}
    for part in locator.parts:
        symbol = part.detail == "part" and EntryRole.CONTROL_SYMBOL in stated
        if part.role is CitationRole.SHELFMARK and part.detail not in stated and not symbol:
            yield _idno(part.detail, part.value)


def _idno(type_: str, value: str) -> etree._Element:
    return element("idno", value, attributes={"type": type_})
