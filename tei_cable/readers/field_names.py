"""The names that sources give their fields, and what a field of each name is."""

from __future__ import annotations

import re

from tei_cable.metadata import CATALOGUED, EntryRole

# (a field of the page, the names that sources give it, the best first)
FIELDS = {
    "title": ("title", "cable-subject", "subject", "subj"),
    "date": ("doc-date", "cable-date", "date-time-group", "date", "draft-date"),
    "citation": ("citation", "naa-refs.reference", "source"),
    "summary": ("summary", "abstract", "description"),
    "original_language": ("original-language",),
    "authors": ("author", "authors"),
}
_ROLES = {
    EntryRole.SENDER: ("cable-from", "fm", "from", "sender"),
    EntryRole.RECEIVER: ("cable-to", "to", "receiver", "recipient", "addressee"),
    EntryRole.IDENTIFIER: ("cable-doc-number", "document-number"),
    EntryRole.KEYWORDS: ("cable-tags", "cable-concepts", "tags", "concepts", "keywords"),
    EntryRole.VOLUME_TITLE: ("vol-title", "vol-full-title", "volume-title"),
    EntryRole.VOLUME: ("vol-id", "vol-num", "volume-number"),
    EntryRole.DOCUMENT: ("doc-num", "doc-number"),
    EntryRole.SERIES: ("naa-series",),
    EntryRole.CONTROL_SYMBOL: ("naa-control-symbol",),
    EntryRole.BARCODE: ("naa-barcode",),
    EntryRole.REFERENCES: ("cable-ref",),
}
_ROLE_OF = {name: role for role, names in _ROLES.items() for name in names}
_CATALOGUED = {name: role for name, role in _ROLE_OF.items() if role in CATALOGUED}
KNOWN = frozenset((*_ROLE_OF, *(name for names in FIELDS.values() for name in names)))
_OWN = re.compile(r"^(?:(?:meta|metadata|header|document|doc|cable|telegram|letter)\.)+")


def role_of(name: str) -> EntryRole:
    """Return the role that a field's name tells, of a path its last name: `refs.naa_series`."""
    whole = slug(name)
    return _ROLE_OF.get(whole) or _CATALOGUED.get(whole.rpartition(".")[2], EntryRole.NOTE)


def slug(name: str) -> str:
    """Return a field's name as roles are looked up: lower case, words joined by hyphens.

    Of a name's path the part that only says "this document" is left out: `meta.date`.
    """
    return _OWN.sub("", re.sub(r"[^\w.]+|_", "-", name.lower()).strip("-"))
