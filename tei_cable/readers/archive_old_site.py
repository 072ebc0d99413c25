"""A page of the archive's old site as text: its summary and title have no label.

    Search in / Digital Archive International History Declassified / date / (credits)
    • Citation / get citation / summary / the citation / • share document / (address)
    (VIEW DOCUMENT IN) / English HTML / the document's text

The summary is what stands between "get citation" and the citation, which begins with a quotation
mark. The title stands in the citation; a line before "Citation" that is neither date nor credits
is the title in capitals. Lines of the document's text are folded like those of any page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_cable.characters import NOT_XML
from tei_cable.dates import parse
from tei_cable.model import Span
from tei_cable.readers.folding import Line, lines_of
from tei_cable.readers.page_parts import (
    CONTENTS,
    CREDITS,
    Parts,
    angle_brackets,
    assemble,
    field_of,
    left_out,
    words_of,
)
from tei_cable.readers.site_fields import CHROME, read_tail, tail_start

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.cable import Cable
    from tei_cable.metadata import Field
    from tei_cable.model import Source

EXPECTED = "a page of the archive's old site, with the lines 'get citation' and 'share document'"
_MARK = re.compile(r"\W*(citation|get citation|share document|view document in)\W*", re.IGNORECASE)
_CITATION = re.compile("citation", re.IGNORECASE)  # stands in the first of the marks
_OFFER = re.compile(rf"\W*{CONTENTS}\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"[(<\s•]*(?P<url>(?:https?://|digitalarchive\.)[^\s<>()]+)[)>\s]*")
_SHARED = frozenset({"share document", "view document in"})
_QUOTE = re.compile(r"[\"“„]")


@dataclass(slots=True)
class _Page:
    """The lines of a page by what they are; `strange` are those above the date."""

    date: list[Line] = field(default_factory=list)
    title: list[Line] = field(default_factory=list)
    credits: list[Line] = field(default_factory=list)
    summary: list[Line] = field(default_factory=list)
    citation: list[Line] = field(default_factory=list)
    url: list[Line] = field(default_factory=list)
    contents: list[Line] = field(default_factory=list)
    markup: list[Line] = field(default_factory=list)
    strange: list[Line] = field(default_factory=list)


def declines(source: Source) -> str:
    """Say why the source is no page of the old site; "" if it is one."""
    words = _CITATION.search(NOT_XML.sub("", source.text))
    marks = [_mark(source.text, line) for line in lines_of(source.text)] if words else []
    first = next((n for n, mark in enumerate(marks) if mark and mark not in _SHARED), None)
    if first is None:
        return "there is no line 'get citation'"
    if _SHARED.isdisjoint(marks[first:]):
        return "there is no line 'share document' or 'View document in'"
    return ""


def read(source: Source, *, wrapped: bool = True) -> Cable:
    """Read a page of the old site; SourceError if it has no text after its fields.

    `wrapped` says that its lines may be wrapped ones.
    """
    text = source.text
    lines = lines_of(text)
    marks = (_mark(text, line) for line in lines)
    start = next(n for n, mark in enumerate(marks) if mark and mark not in _SHARED)
    page = _Page()
    _heading(text, lines[:start], page)
    body = _middle(text, lines, start, page)
    end = tail_start(text, lines, body)
    tail = read_tail(text, lines[end:])
    fields, brackets = _fields(text, page)
    markup = [line.span for line in (*page.markup, *page.strange)]
    findings = [left_out(source, line) for line in (*page.strange, *tail.left_out[:1])]
    markup += [field.span for name, field in tail.fields.items() if name in fields]
    fields = {**tail.fields, **fields}
    parts = Parts(fields, [*markup, *brackets, *tail.markup], lines[body:end], findings)
    return assemble(source, parts, wrapped=wrapped)


def _heading(text: str, lines: Sequence[Line], page: _Page) -> None:
    """Sort the lines above the citation."""
    dated = any(parse(words_of(text, line)) for line in lines)
    for line in lines:
        words = words_of(text, line)
        if not words or CHROME.fullmatch(words):
            page.markup.append(line)
        elif not page.date and parse(words):
            page.date.append(line)
        elif CREDITS.match(words) or (page.credits and not page.title and words[0].islower()):
            page.credits.append(line)
        elif page.date or not dated:
            page.title.append(line)
        else:
            page.strange.append(line)


def _middle(text: str, lines: Sequence[Line], start: int, page: _Page) -> int:
    """Sort the lines from "Citation" on; return where the document's text begins."""
    marks = [n for n in range(start, len(lines)) if _mark(text, lines[n])]
    shared = next(n for n in marks if _mark(text, lines[n]) in _SHARED)
    cited = _citation_start(text, lines, start, shared)
    for number in range(start, shared):
        line = lines[number]
        where = page.summary if number < cited else page.citation
        (page.markup if number in marks else where).append(line)
    for number in range(shared, len(lines)):
        line, words = lines[number], words_of(text, lines[number])
        if _OFFER.fullmatch(words):
            page.contents.append(line)
        elif not page.url and (address := _ADDRESS.fullmatch(text, line.span.start, line.span.end)):
            page.url.append(Line(Span(*address.span("url"))))
            page.markup += [
                Line(Span(line.span.start, address.start("url"))),
                Line(Span(address.end("url"), line.span.end)),
            ]
        elif number in marks or not words or _furniture(text, line):
            page.markup.append(line)
        else:
            return number
    return len(lines)


def _furniture(text: str, line: Line) -> bool:
    words = words_of(text, line)
    return CHROME.fullmatch(words) is not None or _ADDRESS.fullmatch(words) is not None


def _mark(text: str, line: Line) -> str:
    """Return which mark of the site a line is, "" if it is none."""
    match = _MARK.fullmatch(words_of(text, line))
    return match[1].lower() if match else ""


def _citation_start(text: str, lines: Sequence[Line], start: int, end: int) -> int:
    """Return where the citation begins: the last line with a quotation mark before the archive."""
    words = [words_of(text, line) for line in lines[start:end]]
    starts = (
        start + n
        for n, line in enumerate(words)
        if _QUOTE.match(line) and "Digital Archive" in " ".join(words[n:])
    )
    return max(starts, default=end)


def _fields(text: str, page: _Page) -> tuple[dict[str, Field], list[Span]]:
    brackets = [bracket for line in page.citation for bracket in angle_brackets(text, line.span)]
    made = {
        "date": field_of(text, page.date),
        "title": field_of(text, page.title),
        "citation": field_of(text, page.citation, skip=brackets),
        "summary": field_of(text, page.summary),
        "credits": field_of(text, page.credits),
        "contents": field_of(text, page.contents, apart=True),
        "url": field_of(text, page.url[:1]),
    }
    return {name: value for name, value in made.items() if value}, brackets
