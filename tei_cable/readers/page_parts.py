"""What the readers of the archive's pages share: fields out of lines, and a cable out of parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.cable import Cable
from tei_cable.characters import NOT_XML
from tei_cable.errors import SourceError
from tei_cable.kinds import PAGE_BREAK
from tei_cable.languages import TAGS
from tei_cable.metadata import CitationRole, Field, Metadata
from tei_cable.model import Annotation, PageBreak, Span
from tei_cable.offsets import Derivation
from tei_cable.readers.citation import parse_citation, said_of
from tei_cable.readers.controls import left_out_characters
from tei_cable.readers.folding import Line, fold
from tei_cable.readers.scripts import several_scripts
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_cable.findings import Finding
    from tei_cable.metadata import Citation
    from tei_cable.model import Source

LANGUAGE = "|".join(sorted(TAGS, key=len, reverse=True))
_FORM = r"(?:Translation|Transcription|Transcript|HTML|PDF)"
# one thing that a page offers, as its Contents name it
CONTENTS = (
    rf"(?:[•*·-] ?)?(?:{_FORM} ?[-–—] ?(?:{LANGUAGE})|(?:{LANGUAGE}) {_FORM}"
    r"|Scan of (?:the )?Original(?: Document)?|Original Scan)\b"
)
CREDITS = re.compile(r"This (?:document|translation|publication) was made possible\b.*")
_DELIMITED_URL = re.compile(r"<(https?://[^\s<>]+)>")
_WORDS = re.compile(rf"(?:(?!{NOT_XML.pattern})\S)+")


@dataclass(frozen=True, slots=True)
class Parts:
    """A page taken apart: its fields, its labels and banners, and the lines of its text."""

    fields: dict[str, Field]
    markup: Sequence[Span]
    body: Sequence[Line]
    findings: Sequence[Finding] = ()


def assemble(source: Source, parts: Parts, *, wrapped: bool = True) -> Cable:
    """Make the cable of a page; SourceError if the page has no text after its fields.

    `wrapped` says that the lines of the text may be wrapped ones.
    """
    text = source.text
    if all(line.blank for line in parts.body):
        problem = "the page has no text after its fields"
        raise SourceError(source.name, problem, "the document's text after the last field")
    folded = fold(text, parts.body, wrapped=wrapped)
    citation = citation_of(parts.fields)
    controls = [Span(*match.span()) for match in NOT_XML.finditer(text)]
    pages = (Span(folded.blocks[i].start, folded.blocks[i].start) for i in folded.pages)
    return Cable(
        text=folded.text,
        blocks=folded.blocks,
        origin=folded.origin,
        metadata=Metadata.of(parts.fields),
        parsed_citation=citation,
        markup=tuple(sorted([*parts.markup, *controls])),
        annotations=tuple(
            Annotation(page, PAGE_BREAK, "reader.form-feed", detail=PageBreak()) for page in pages
        ),
        findings=(
            *parts.findings,
            *left_out_characters(source),
            *field_findings(source, parts.fields, citation),
            *several_scripts(folded.text, folded.blocks),
        ),
    )


def citation_of(fields: Mapping[str, Field]) -> Citation | None:
    """Return the citation of a page taken apart, None if it has none."""
    cited = fields.get("citation")
    return parse_citation(" ".join(cited.paragraphs)) if cited else None


def words_of(text: str, line: Line) -> str:
    """Return a line as a field's value would have it."""
    return " ".join(NOT_XML.sub("", line.span.of(text)).split())


def field_of(
    text: str, lines: Iterable[Line], *, apart: bool = False, skip: Iterable[Span] = ()
) -> Field | None:
    """Fold lines to a value: wraps are spaces, blank lines part paragraphs; None if all are blank.

    `apart` says that each line is a value of its own, `skip` what of the lines is no part of it.
    """
    made = Derivation(text)
    hidden = sorted(skip)
    start = end = 0
    parted = False
    for line in lines:
        parted = parted or line.blank or apart
        for span in _visible(line.span, hidden):
            for word in _WORDS.finditer(text, span.start, span.end):
                if not made:
                    start = word.start()
                elif parted:
                    made.insert("\n\n", word.start())
                elif _spaced(text[end : word.start()]):
                    made.insert(" ", word.start())
                made.copy(*word.span())
                end, parted = word.end(), False
    if not made:
        return None
    value, origin = made.finish()
    return Field(value, Span(start, end), origin)


def _spaced(between: str) -> bool:
    return any(c.isspace() and not NOT_XML.match(c) for c in between)


def angle_brackets(text: str, span: Span) -> Iterator[Span]:
    """Yield the angle brackets around the URLs of a stretch of text."""
    for match in _DELIMITED_URL.finditer(text, span.start, span.end):
        yield Span(match.start(), match.start() + 1)
        yield Span(match.end() - 1, match.end())


def left_out(source: Source, line: Line) -> Finding:
    """Say that a line is left out as furniture of the page."""
    words = words_of(source.text, line)
    message = f"“{words}” is left out, as a banner or a site's furniture is"
    return tell(source, "TC104", message, line.span.start)


def _visible(span: Span, hidden: Sequence[Span]) -> Iterator[Span]:
    """Yield what of a span lies under none of the others (sorted, apart from each other)."""
    start = span.start
    for other in hidden:
        if other.start >= start and other.end <= span.end:
            if other.start > start:
                yield Span(start, other.start)
            start = other.end
    if start < span.end:
        yield Span(start, span.end)


def field_findings(
    source: Source, fields: Mapping[str, Field], citation: Citation | None
) -> Iterator[Finding]:
    """Yield what there is to say about the fields of a page: no date, no archive, other words."""
    if "date" not in fields:
        message = "no date stands above or below the title: the document's date stays unknown"
        yield tell(source, "TC103", message, 0)
    cited = citation.first(CitationRole.TITLE) if citation else ""
    if "title" not in fields and not cited and "title" not in dict(source.stated):
        message = "the source gives no title: the file's name stands in for it"
        yield tell(source, "TC106", message, 0)
    for code, message in said_of(citation) if citation else ():
        yield tell(source, code, message, fields["citation"].span.start)
