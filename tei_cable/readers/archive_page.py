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

from tei_cable.dates import parse
from tei_cable.model import Span
from tei_cable.readers.folding import Line, lines_of
from tei_cable.readers.page_parts import Parts, angle_brackets, assemble, field_of, words_of
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.metadata import Field
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
    if _LABELS["citation"] not in source.text:
        return "there is no line that begins 'Citation:'"
    names = [name for name, _, _ in _labels(source.text, lines_of(source.text))]
    if "citation" not in names:
        return "there is no line that begins 'Citation:'"
    return "" if len(names) > 1 else "there is no label but 'Citation:'"


def read(source: Source, *, wrapped: bool = True) -> Cable:
    """Read an archive page; SourceError if it has no text after its fields.

    `wrapped` says that its lines may be wrapped ones.
    """
    text = source.text
    preamble, sections, body = _parts(text, lines_of(text))
    heading = _heading(text, preamble)
    cited = [line for section in sections if section.name == "citation" for line in section.lines]
    brackets = [bracket for line in cited for bracket in angle_brackets(text, line.span)]
    fields = dict(_fields(text, heading, sections, brackets))
    markup = [line.span for line in heading.above] + [section.label for section in sections]
    parts = Parts(fields, [*markup, *brackets], body, tuple(_findings(source, heading)))
    return assemble(source, parts, wrapped=wrapped)


def _heading(text: str, preamble: Sequence[Line]) -> _Heading:
    """Part what leads a page: the banner, the date, and the title after it (or before it)."""
    written = [line for line in preamble if not line.blank]
    banner = list(takewhile(lambda line: _BANNER.fullmatch(words_of(text, line)), written))
    rest = written[len(banner) :]
    at = next((i for i, line in enumerate(rest) if parse(words_of(text, line))), None)
    if at is None:
        return _Heading(tuple(banner), None, tuple(rest), 0)
    before, after = rest[:at], rest[at + 1 :]
    above, title = ([], before) if not after else (before, after)
    return _Heading((*banner, *above), rest[at], tuple(title), len(above))


def _labels(text: str, lines: Sequence[Line]) -> list[tuple[str, int, re.Match[str]]]:
    """Return (field, number of the line, match) for each label, in the order labels have."""
    found: list[tuple[str, int, re.Match[str]]] = []
    expected = list(_LABELS)
    for number, line in enumerate(lines):
        match = _LABEL.match(text, line.span.start, line.span.end)
        if match is None:
            continue
        name = next(n for n, label in _LABELS.items() if match[1] == label)
        if name in expected and (found or name == "citation"):
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
    text: str, heading: _Heading, sections: Sequence[_Section], brackets: Sequence[Span]
) -> Iterator[tuple[str, Field]]:
    made = {
        "date": field_of(text, [heading.date] if heading.date else []),
        "title": field_of(text, heading.title),
    }
    for section in sections:
        made[section.name] = field_of(text, section.lines, skip=brackets)
    return ((name, field) for name, field in made.items() if field)


def _findings(source: Source, heading: _Heading) -> Iterator[Finding]:
    for line in heading.above[len(heading.above) - heading.strange :]:
        message = f"“{line.span.of(source.text)}” above the date is left out, as a banner is"
        yield tell(source, "TC104", message, line.span.start)
