"""The printed references of a document: which is its own, and where only its text has one.

[ABC: A1838, 160/11]              a line of its own: where this document is kept
... [On file ABC: A1838, 160/12]  inside a note: where another one is
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.metadata import CITED, CitationRole, Entry, EntryRole
from tei_cable.readers.field_names import FIELDS, slug
from tei_cable.readers.parts import field_of
from tei_cable.readers.shelfmark import parse_shelfmark
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.findings import Finding
    from tei_cable.metadata import Field
    from tei_cable.model import Source, Span
    from tei_cable.readers.folding import Line

_NO_WORD = re.compile(r"[\W_]+")
_ON_FILE = re.compile(r"\[?on file\b", re.IGNORECASE)
_LINE = re.compile(r"[*_ ]*(?P<reference>\[[^\[\]]+\])[*_ .]*")
_HOLDING = re.compile(r"\b(?:PAPERS|COLLECTION|RECORDS|FILES?|FOLDER)\b|\d/\d", re.IGNORECASE)


def sorted_out(text: str, lines: Sequence[Line], entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those marked as cited that tell where another document is kept.

    These have a reference that the text (`lines`) has inside a paragraph or a note only, while it
    has another in a line of its own; or that says `On file`.
    """
    files = _files(entries)
    words = [_bare(line.span.of(text)) for line in lines if not line.blank]
    whole = "".join(words)
    alone = {
        id(file): bool({_bare(r.field.value) for r in _printed(file)} & {*words}) for file in files
    }
    cited: set[int] = set()
    for file in files:
        printed = _printed(file)
        inside = printed and all(_bare(r.field.value) in whole for r in printed)
        others = any(alone[id(other)] for other in files if other is not file)
        told = others or any(_ON_FILE.match(r.field.value) for r in printed)
        if inside and told and not alone[id(file)]:
            cited.update(map(id, file))
    return [replace(e, role=CITED[e.role]) if id(e) in cited else e for e in entries]


def stated_in_text(
    source: Source, lines: Sequence[Line], hidden: Sequence[Span], entries: Sequence[Entry]
) -> tuple[list[Entry], list[Finding]]:
    """Return the reference that the text has as its one such line, where no field has any."""
    own = [e for e in entries if slug(e.key) in FIELDS["citation"] and e.role is EntryRole.NOTE]
    found = [] if own else [f for line in lines if (f := _reference(source.text, line, hidden))]
    if len({field.value for field in found}) != 1:
        return [], []
    message = f"“{found[-1].value}” says where the original is kept: it is taken for the citation"
    told = tell(source, "TC109", message, found[-1].span.start)
    return [Entry("citation", found[-1])], [told]


def _reference(text: str, line: Line, hidden: Sequence[Span]) -> Field | None:
    match = _LINE.fullmatch(line.span.of(text)) if not line.blank else None
    if not match:
        return None
    start = line.span.start
    field = field_of(text, start + match.start("reference"), start + match.end("reference"), hidden)
    citation = parse_shelfmark(field.value) if field else None
    if not citation:
        return None
    known = any(part.value for part in citation.all(CitationRole.REPOSITORY))
    return field if known or _HOLDING.search(citation.text) else None


def _files(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries of each item of a list of references: none comes twice in one."""
    files: list[list[Entry]] = []
    parent = ""
    for entry in entries:
        path, _, name = entry.key.rpartition(".")
        if f"{slug(path)}.reference" not in FIELDS["citation"] or entry.role not in CITED:
            continue
        if path != parent or name in {e.key.rpartition(".")[2] for e in files[-1]}:
            files.append([])
        files[-1].append(entry)
        parent = path
    return files


def _printed(file: Sequence[Entry]) -> list[Entry]:
    return [entry for entry in file if slug(entry.key) in FIELDS["citation"]]


def _bare(words: str) -> str:
    return _NO_WORD.sub("", words).lower()
