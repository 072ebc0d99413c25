"""A page of the Wilson Center Digital Archive as text: date, title, labelled fields, body.

Two renderings are read: the page's own text (labels alone on their line, blank lines between)
and the older PDF's text layer (banner, wrapped lines, a bulleted Contents). The labels stand in
one order: Citation, Summary, Credits, Original Language, Contents; any but the first may lack.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from tei_cable.cable import Cable
from tei_cable.dates import parse
from tei_cable.errors import SourceError
from tei_cable.findings import finding
from tei_cable.kinds import PAGE_BREAK
from tei_cable.metadata import Citation, Field, Metadata
from tei_cable.model import Annotation, PageBreak, Span
from tei_cable.readers.citation import parse_citation, said_of
from tei_cable.readers.folding import NOT_XML, Line, fold, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.findings import Finding
    from tei_cable.model import Source

_LABELS = {
    "citation": "Citation",
    "summary": "Summary",
    "credits": "Credits",
    "original_language": "Original Language",
    "contents": "Contents",
}
_LABEL = re.compile(rf"({'|'.join(_LABELS.values())})\s?:(?:\s|$)")
_BANNER = re.compile(
    r"\W*(?:Digital Archive\b)?\W*(?:digitalarchive\.\S+|International History Declassified)?"
)
_BULLET = re.compile(r".*\b(?:Translation|Transcription|Transcript)\b.*|\W*\w?\W*Scan of .*")
_DELIMITED_URL = re.compile(r"<(https?://[^\s<>]+)>")
EXPECTED = "an archive page's text, with the line 'Citation:' and another of " + ", ".join(
    f"'{label}:'" for label in list(_LABELS.values())[1:]
)


@dataclass(frozen=True, slots=True)
class _Section:
    """The lines under one label; `label` is the span of the label itself."""

    name: str
    label: Span
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    """What leads a page; the last `strange` lines of `above` are no banner that is known."""

    above: tuple[Line, ...]
    date: Line | None
    title: tuple[Line, ...]
    strange: int


def declines(source: Source) -> str:
    """Say why the source is no archive page; "" if it is one."""
    names = [name for name, _, _ in _labels(source.text, lines_of(source.text))]
    if "citation" not in names:
        return "there is no line that begins 'Citation:'"
    return "" if len(names) > 1 else "there is no label but 'Citation:'"


def read(source: Source) -> Cable:
    """Read an archive page; SourceError if it has no text after its fields."""
    text = source.text
    lines = lines_of(text)
    preamble, sections, body = _parts(text, lines)
    if all(line.blank for line in body):
        problem = "the page has no text after its fields"
        raise SourceError(source.name, problem, "the document's text after the last field")
    folded = fold(text, body)
    heading = _heading(text, preamble)
    fields = dict(_fields(text, heading, sections))
    citation = _citation(fields)
    markup = [line.span for line in heading.above] + [section.label for section in sections]
    markup += [*_delimiters(text, fields), *(Span(*m.span()) for m in NOT_XML.finditer(text))]
    return Cable(
        text=folded.text,
        blocks=folded.blocks,
        origin=folded.origin,
        metadata=Metadata(**fields),
        parsed_citation=citation,
        markup=tuple(sorted(markup)),
        annotations=tuple(
            Annotation(_point(folded.blocks[i]), PAGE_BREAK, "reader.form-feed", detail=PageBreak())
            for i in folded.pages
        ),
        findings=tuple(_findings(source, heading, citation, fields.get("citation"))),
    )


def _heading(text: str, preamble: Sequence[Line]) -> _Heading:
    """Part what leads a page: the banner, the date, and the title after it (or before it)."""
    written = [line for line in preamble if not line.blank]
    banner = list(takewhile(lambda line: _BANNER.fullmatch(_words(text, line)), written))
    rest = written[len(banner) :]
    at = next((i for i, line in enumerate(rest) if parse(_words(text, line))), None)
    if at is None:
        return _Heading(tuple(banner), None, tuple(rest), 0)
    before, after = rest[:at], rest[at + 1 :]
    above, title = ([], before) if not after else (before, after)
    return _Heading((*banner, *above), rest[at], tuple(title), len(above))


def _words(text: str, line: Line) -> str:
    """Return a line as a field's value would have it."""
    return " ".join(NOT_XML.sub("", line.span.of(text)).split())


def _point(block: Span) -> Span:
    return Span(block.start, block.start)


def _labels(text: str, lines: Sequence[Line]) -> list[tuple[str, int, re.Match[str]]]:
    """Return (field, number of the line, match) for each label, in the order labels have."""
    found: list[tuple[str, int, re.Match[str]]] = []
    expected = list(_LABELS)
    for number, line in enumerate(lines):
        match = _LABEL.match(text, line.span.start, line.span.end)
        name = next((n for n, label in _LABELS.items() if match and match[1] == label), "")
        if match and name in expected and (found or name == "citation"):
            found.append((name, number, match))
            expected = expected[expected.index(name) + 1 :]
    return found


def _parts(
    text: str, lines: Sequence[Line]
) -> tuple[Sequence[Line], list[_Section], Sequence[Line]]:
    """Part a page into what stands before the labels, the labelled sections, and the body."""
    labels = _labels(text, lines)
    sections = []
    for number, (name, at, match) in enumerate(labels):
        end = labels[number + 1][1] if number + 1 < len(labels) else len(lines)
        label = Span(match.start(), match.start() + len(match.group().rstrip()))
        rest = Line(Span(min(match.end(), lines[at].span.end), lines[at].span.end))
        sections.append(_Section(name, label, (rest, *lines[at + 1 : end])))
    last = sections[-1]
    size = _last_value(text, last)
    sections[-1] = _Section(last.name, last.label, last.lines[:size])
    return lines[: labels[0][1]], sections, last.lines[size:]


def _last_value(text: str, section: _Section) -> int:
    """Return how many lines belong to the last field: its first paragraph, or its bullets."""
    begun = False
    for number, line in enumerate(section.lines):
        ends = line.blank or line.page
        if section.name == "contents" and not ends:
            ends = not _BULLET.fullmatch(line.span.of(text))
        if begun and ends:
            return number
        begun = begun or not line.blank
    return len(section.lines)


def _fields(
    text: str, heading: _Heading, sections: Sequence[_Section]
) -> Iterator[tuple[str, Field]]:
    if heading.date:
        yield "date", _field(text, [heading.date])
    if heading.title:
        yield "title", _field(text, heading.title)
    for section in sections:
        if any(not line.blank for line in section.lines):
            yield section.name, _field(text, section.lines, delimited=section.name == "citation")


def _field(text: str, lines: Sequence[Line], *, delimited: bool = False) -> Field:
    """Fold lines to a value: wraps are spaces, blank lines part paragraphs.

    `delimited` says that angle brackets around a URL are no part of the value.
    """
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.blank:
            paragraphs.append([])
        words = line.span.of(text)
        if delimited:
            words = _DELIMITED_URL.sub(r"\1", words)
        paragraphs[-1].extend(NOT_XML.sub("", words).split())
    value = "\n\n".join(" ".join(words) for words in paragraphs if words)
    written = [line.span for line in lines if not line.blank]
    return Field(value, Span(written[0].start, written[-1].end))


def _delimiters(text: str, fields: dict[str, Field]) -> Iterator[Span]:
    """Yield the angle brackets around the citation's URL."""
    if "citation" in fields:
        span = fields["citation"].span
        for match in _DELIMITED_URL.finditer(text, span.start, span.end):
            yield Span(match.start(), match.start() + 1)
            yield Span(match.end() - 1, match.end())


def _citation(fields: dict[str, Field]) -> Citation | None:
    field = fields.get("citation")
    return parse_citation(" ".join(field.paragraphs)) if field else None


def _findings(
    source: Source, heading: _Heading, citation: Citation | None, cited: Field | None
) -> Iterator[Finding]:
    for line in heading.above[len(heading.above) - heading.strange :]:
        message = f"“{line.span.of(source.text)}” above the date is left out, as a banner is"
        yield _finding(source, "TC104", message, line.span.start)
    for match in NOT_XML.finditer(source.text):
        message = f"the control character U+{ord(match.group()):04X} is left out"
        yield _finding(source, "TC101", message, match.start())
    if not heading.date:
        message = "no date stands above or below the title: the document's date stays unknown"
        yield _finding(source, "TC103", message, 0)
    if cited and citation:
        for code, message in said_of(citation):
            yield _finding(source, code, message, cited.span.start)


def _finding(source: Source, code: str, message: str, offset: int) -> Finding:
    line, column = source.position(offset)
    return finding(code, message, file=source.name, line=line, column=column)
