"""A record of the archive as JSON: fields, and the document's text as a string.

Two kinds are read: a record of the site (its text under `text_body`, plain or HTML), and a
transcript of the archive's interface (its text as HTML under `html` or `raw`). Escapes are decoded;
in plain text each line is a block of its own, nothing is unwrapped. "source" is read as the
citation. A list may be a JSON list, or a string that holds one. Keys and punctuation are markup;
what stands under other keys is left out, which is said in a finding.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.characters import NOT_XML
from tei_cable.errors import SourceError
from tei_cable.metadata import Field, Metadata
from tei_cable.model import Span
from tei_cable.offsets import Derivation
from tei_cable.readers import html
from tei_cable.readers.decoded import Decoded, between, rebased
from tei_cable.readers.folding import lines_of
from tei_cable.readers.json_text import Leaf, leaves, members
from tei_cable.readers.page_parts import Parts, assemble, citation_of, field_findings, field_of
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Source

EXPECTED = "a record of the archive as JSON, with 'text_body' or 'html'"
_OF_FIELDS = ("TC102", "TC103", "TC106", "TC111")  # said of the fields of the whole record
_TRANSCRIPT = re.compile(r"TranscriptFile_(?P<record>\d{4,7})\.\w+")
_BODIES = ("text_body", "body", "html", "raw")
_FIELDS = {
    "title": "title",
    "original_publication_date": "date",
    "date": "date",
    "summary": "summary",
    "credits": "credits",
    "source": "citation",
    "citation": "citation",
    "language": "original_language",
    "original_language": "original_language",
    "document_url": "url",
    "record_id": "record_id",
    "authors": "authors",
    "associated_people_orgs": "persons",
    "associated_places": "places",
    "associated_topics": "topics",
    "subjects_discussed": "subjects",
    "document_contributors": "contributors",
    "original_archive_title": "archive",
    "original_archive": "archive",
    "rights": "rights",
    "original_upload_date": "uploaded",
    "type": "type",
    "original_classification": "classification",
    "donors": "donors",
}


class _Entry(NamedTuple):
    key: str
    leaves: list[Leaf]


def declines(source: Source) -> str:
    """Say why the source is no record; "" if it is one."""
    if not source.text.lstrip("\ufeff \t\r\n").startswith("{"):
        return "it is no JSON object"
    try:
        keys = [key for key, _ in members(source.text)]
    except ValueError as error:
        return f"it is no JSON ({error})"
    if not set(keys) & set(_BODIES):
        return "it has none of the keys " + ", ".join(_BODIES)
    return ""


def read(source: Source) -> Cable:
    """Read a record; SourceError if it has no text."""
    entries = [_Entry(key, list(leaves(source.text, span))) for key, span in members(source.text)]
    body = _body(source, entries)
    fields, used = _fields(source, entries)
    citation = citation_of(fields)
    cable = _text(source, body, [leaf for entry in used for leaf in entry.leaves])
    ignored = [e.key for e in entries if e not in used and e.leaves and body not in e.leaves]
    said = [
        item for item in cable.findings if item.code not in ("TC102", "TC103", "TC106", "TC111")
    ]
    return replace(
        cable,
        metadata=Metadata.of(fields),
        parsed_citation=citation,
        findings=(
            *_left_out(source, ignored),
            *field_findings(source, fields, citation),
            *said,
        ),
    )


def _body(source: Source, entries: Sequence[_Entry]) -> Leaf:
    """Return the string that is the document's text."""
    by_key = {entry.key: entry.leaves for entry in entries}
    for key in _BODIES:
        for leaf in by_key.get(key, []):
            if leaf.text.strip():
                return leaf
    problem = "the record has no text"
    raise SourceError(source.name, problem, "the document's text under 'text_body' or 'html'")


def _fields(source: Source, entries: Sequence[_Entry]) -> tuple[dict[str, Field], list[_Entry]]:
    """Return the fields of a record, and the entries they are from."""
    fields: dict[str, Field] = {}
    used: list[_Entry] = []
    for entry in entries:
        name = _FIELDS.get(entry.key, "")
        if entry.key == "filename" and (number := _numbered(entry)):
            fields.setdefault("record_id", number)
            continue
        field = _field(source, entry) if name and name not in fields else None
        if field:
            fields[name] = field
            used.append(entry)
    return fields, used


def _numbered(entry: _Entry) -> Field | None:
    """Return the number of the record that the name of a transcript's file has in it."""
    for leaf in entry.leaves:
        if match := _TRANSCRIPT.fullmatch(leaf.text):
            at = leaf.origin.offset(match.start("record"))
            return Field(match["record"], Span(at, at + len(match["record"])))
    return None


def _field(source: Source, entry: _Entry) -> Field | None:
    """Return the values of an entry as one field; each line of a string is a paragraph."""
    made = Derivation(source.text)
    for leaf in entry.leaves:
        value = field_of(leaf.text, lines_of(leaf.text), apart=True)
        if value and value.origin:
            origin = value.origin.through(leaf.origin, len(value.value))
            made.insert("\n\n" if made else "", origin.offset(0))
            made.append(value.value, origin)
    if not made:
        return None
    words, origin = made.finish()
    return Field(words, origin.span(0, len(words)), origin)


def _text(source: Source, body: Leaf, fields: Sequence[Leaf]) -> Cable:
    """Return the cable of the document's text, its markup all that is in no field."""
    held = [body, *fields]
    spans = [leaf.origin.span(0, len(leaf.text)) for leaf in held if leaf.text]
    markup = [*between(spans, len(source.text)), *(s for leaf in held for s in _blank(leaf))]
    inner = Decoded.of(source, body.text, body.origin, markup)
    if html.begins(body.text):
        cable = html.read(inner.source)
    else:
        cable = assemble(inner.source, Parts({}, (), lines_of(body.text)), wrapped=False)
    return rebased(cable, source, inner)


def _blank(leaf: Leaf) -> Iterator[Span]:
    """Yield the escapes that stand for white space, or for what XML cannot hold."""
    for start, end, at, _, width in leaf.origin.runs(len(leaf.text)):
        if width and not NOT_XML.sub("", leaf.text[start:end]).strip():
            yield Span(at, at + width)


def _left_out(source: Source, keys: Sequence[str]) -> Iterator[Finding]:
    if keys:
        message = f"what stands under these keys is left out: {', '.join(keys)}"
        yield tell(source, "TC113", message, 0)
