"""Fields that a source states twice, and settings of the program that wrote its front matter.

What repeats another field word for word, under a name that means the same, is written once (two
titles of a volume may differ in marks: a dash, a comma); a setting says nothing of the document.
Both are left out, and a finding names them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.metadata import EntryRole
from tei_cable.readers.field_names import slug

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.metadata import Entry, Metadata

# names that mean the same; a name of the page's own field stands for that field
_SAME = (
    ("title", "cable-subject", "subject", "subj"),
    ("date", "cable-date", "doc-date"),
    ("document-number", "cable-doc-number"),
    ("classification", "cable-classification"),
    ("declassified", "cable-declass-date"),
    ("concepts", "cable-concepts"),
    ("tags", "cable-tags"),
    ("from", "fm", "cable-from"),
    ("to", "cable-to"),
    ("doc-num", "doc-order"),
    ("vol-title", "vol-full-title"),
)
_MEANING = {name: group[0] for group in _SAME for name in group}
_PAGE = ("title", "date")
_MARKS = re.compile(r"[\W_]+")
_SETTING = re.compile(r"(?:format|execute)\..+|css|toc|jupyter")
_EDITORS = frozenset(("visual", "source"))


def once(fields: Metadata) -> tuple[Metadata, list[Entry], list[Entry]]:
    """Return the fields each once, those that repeat another, and the settings of a program."""
    said: set[tuple[str, str]] = set()
    for name in _PAGE:
        field = getattr(fields, name)
        if field:
            said.add((name, field.value))
    kept: list[Entry] = []
    repeated: list[Entry] = []
    settings: list[Entry] = []
    for entry in fields.entries:
        meaning = _MEANING.get(slug(entry.key), "")
        value = entry.field.value
        value = _MARKS.sub(" ", value) if entry.role is EntryRole.VOLUME_TITLE else value
        if _is_setting(entry):
            settings.append(entry)
        elif meaning and (meaning, value) in said:
            repeated.append(entry)
        else:
            kept.append(entry)
            said.add((meaning, value))
    return replace(fields, entries=tuple(kept)), repeated, settings


def named(entries: Sequence[Entry]) -> str:
    """Return the names of fields as a finding lists them."""
    return ", ".join(dict.fromkeys(entry.key for entry in entries))


def _is_setting(entry: Entry) -> bool:
    name = entry.key.lower()
    if name == "editor":
        return entry.field.value in _EDITORS
    return _SETTING.fullmatch(name) is not None
