"""What readers of texts with their own field names share: fields, their roles, the cable."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.cable import Cable
from tei_cable.characters import NOT_XML
from tei_cable.dates import parse
from tei_cable.errors import SourceError
from tei_cable.kinds import PAGE_BREAK
from tei_cable.metadata import CITED, Entry, EntryRole, Field, Metadata, names_nothing
from tei_cable.model import Annotation, Medium, PageBreak, Span
from tei_cable.offsets import without
from tei_cable.readers.blocks import structure
from tei_cable.readers.citation import parse_citation, said_of
from tei_cable.readers.contradictions import clashes
from tei_cable.readers.controls import left_out_characters
from tei_cable.readers.field_names import FIELDS, role_of, slug
from tei_cable.readers.folding import fold, trim
from tei_cable.readers.repeats import named, once
from tei_cable.readers.shelfmark import parse_shelfmark
from tei_cable.readers.told import tell
from tei_cable.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.findings import Finding
    from tei_cable.metadata import Citation
    from tei_cable.model import Mark, Source
    from tei_cable.readers.folding import Folded, Line

_BLANK_LINE = re.compile(r"(?:\r\n|[\r\n\f])[ \t]*(?:[\r\n\f]\s*)+")
_NO_WORD = re.compile(r"[^\w.-]+")
_REFERENCES = re.compile(r"(?:\(?[A-Z]\)? ?)?(?:[A-Z]+ ){1,3}\d{2,6}\b[^.]{0,120}\.?")
_NOTHING = frozenset(("n/a", "none"))


def field_of(text: str, start: int, end: int, hidden: Iterable[Span] = ()) -> Field | None:
    """Return the field that a stretch of a source says, what is hidden left out; None if nothing.

    Wraps are spaces; blank lines part paragraphs.
    """
    span = trim(text, start, end)
    inside = [
        Span(max(h.start, span.start) - span.start, min(h.end, span.end) - span.start)
        for h in hidden
        if h.overlaps(span)
    ]
    words = NOT_XML.sub("", without(span.of(text), inside)[0])
    paragraphs = (" ".join(part.split()) for part in _BLANK_LINE.split(words))
    value = "\n\n".join(filter(None, paragraphs))
    return Field(value, span) if value else None


def entry(name: str, field: Field) -> Entry:
    """Return a field under its own name, with the role that the name tells."""
    role = EntryRole.NOTE if field.value.lower() in _NOTHING else role_of(name)
    if role is EntryRole.REFERENCES and not _REFERENCES.fullmatch(field.value):
        role = EntryRole.NOTE  # the sentences that a telegram goes on with
    return Entry(_NO_WORD.sub("-", name).strip("-") or "field", field, role)


def metadata(entries: Sequence[Entry]) -> Metadata:
    """Return the fields of a page: each of its own kind once, all others as entries."""
    fields: dict[str, Field] = {}
    left = list(entries)
    by_slug: dict[str, list[Entry]] = {}
    for e in entries:
        if e.role in CITED.values():
            continue
        by_slug.setdefault(slug(e.key), []).append(e)
    for name, keys in FIELDS.items():
        found = _best(name, [e for key in keys for e in by_slug.get(key, ())])
        if found:
            fields[name] = found.field
            left.remove(found)
    return Metadata.of(fields, tuple(left))


def _best(name: str, found: Sequence[Entry]) -> Entry | None:
    if name == "date":
        readable = (e for e in found if parse(e.field.value))
        return next(readable, next(iter(found), None))
    return next(iter(found), None)


def cable(  # noqa: PLR0913 (all by name: what a reader made of its source)
    source: Source,
    lines: Sequence[Line],
    fields: Metadata,
    *,
    markup: Iterable[Span] = (),
    hidden: Iterable[Span] = (),
    findings: Iterable[Finding] = (),
    marks: Iterable[Mark] = (),
) -> Cable:
    """Put a cable together; SourceError if no text is left for its body.

    `lines` are the body's, `hidden` what in them is no text, `markup` other labels. `marks` tell
    which stretches of the source are headings, items, tables or notes.
    """
    hidden = tuple(hidden)
    wrapped = source.medium is not Medium.DOCX
    folded = fold(source.text, lines, hidden, labelled=True, wrapped=wrapped)
    if not folded.text:
        problem = "there is no text after the fields"
        raise SourceError(source.name, problem, "the document's text after its fields")
    control = [Span(*m.span()) for m in NOT_XML.finditer(source.text)]
    markup = tuple(sorted((*markup, *hidden, *control)))
    fields, repeated, settings = once(_settled(source.text, fields, markup))
    markup = tuple(sorted((*markup, *(e.field.span for e in (*repeated, *settings)))))
    citation = _citation(fields)
    return Cable(
        text=folded.text,
        blocks=folded.blocks,
        origin=folded.origin,
        metadata=fields,
        parsed_citation=citation,
        markup=markup,
        annotations=(*_page_breaks(folded), *structure(folded, marks, "reader.marks")),
        findings=(
            *findings,
            *_left_out(source, repeated, settings),
            *_common(source, fields, citation),
        ),
    )


def _settled(text: str, fields: Metadata, markup: Sequence[Span]) -> Metadata:
    """Return the fields without the labels and marks that turned out to lie in them."""
    marks = Spans(markup)

    def settled(field: Field) -> Field | None:
        return field_of(text, field.span.start, field.span.end, marks.over(field.span))

    fresh = ((e, settled(e.field)) for e in fields.entries)
    entries = tuple(replace(e, field=field) for e, field in fresh if field)
    own: dict[str, Field] = {}
    for name in FIELDS:
        field = getattr(fields, name)
        if field and (found := settled(field)):
            own[name] = found
    return Metadata.of(own, entries)


def _left_out(
    source: Source, repeated: Sequence[Entry], settings: Sequence[Entry]
) -> Iterator[Finding]:
    for entries, why in (
        (repeated, "these fields say again what another says and are left out"),
        (settings, "these settings of the program that wrote the file are left out"),
    ):
        if entries:
            message = f"{why}: {named(entries)}"
            yield tell(source, "TC113", message, entries[0].field.span.start)


def _page_breaks(folded: Folded) -> Iterator[Annotation]:
    for at, n in zip(folded.pages, folded.numbers, strict=True):
        start = folded.blocks[at].start
        yield Annotation(Span(start, start), PAGE_BREAK, "reader.page", detail=PageBreak(n))


def _citation(fields: Metadata) -> Citation | None:
    if not fields.citation:
        return None
    value = " ".join(fields.citation.paragraphs)
    return parse_shelfmark(value) or parse_citation(value)


def _common(source: Source, fields: Metadata, citation: Citation | None) -> Iterator[Finding]:
    yield from left_out_characters(source)
    if fields.citation and citation:
        for code, words in said_of(citation):
            yield tell(source, code, words, fields.citation.span.start)
    for message, field in clashes(fields, citation):
        yield tell(source, "TC116", message, field.span.start)
    stated = dict(source.stated)
    if not fields.title and "title" not in stated:
        message = "the source gives no title: the file's name stands in for it"
        yield tell(source, "TC106", message, 0)
    elif fields.title and names_nothing(fields.title.value):
        message = f"“{fields.title.value}” is no title: the header has it with little certainty"
        yield tell(source, "TC106", message, fields.title.span.start)
    if not fields.date and "date" not in stated:
        yield tell(source, "TC103", "the source gives no date: the document's stays unknown", 0)
    elif fields.date and not parse(fields.date.value):
        message = f"“{fields.date.value}” is no date that can be read"
        yield tell(source, "TC103", message, fields.date.span.start)
