"""A sheet of "Speeches/Documents" that a third party puts before the archive's texts.

    1949          Speeches/Documents
    Title: ...
    Author: ...
    Date: 10 November       Source:. ...
    1949                    ...
    Description:. ...

Date and Source stand side by side, and each is wrapped in its column: the lines below are parted
where the column of the source begins, and the sheet is declined if words stand across that place.
A label may be followed by a stray full stop. Source is read as the citation, Description as the
summary; one that has no words on its line has none. Lines are folded like those of any page.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span
from tei_cable.readers.folding import Line, each_line, lines_of, trim
from tei_cable.readers.page_parts import Parts, assemble, field_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.cable import Cable
    from tei_cable.metadata import Field
    from tei_cable.model import Source

EXPECTED = "a sheet of Speeches/Documents with 'Title:', 'Date:', 'Source:' and 'Description:'"
_BANNER = re.compile(r"(?:(?:1[89]|20)\d\d\s+)?Speeches/Documents")
_LABEL = re.compile(r"(Title|Author|Date|Description):(?:\.(?=\s|$))?")
_SOURCE = re.compile(r"(?<=\s)Source:(?:\.(?=\s|$))?(?:\s*Source:)?")
_FIELDS = {
    "Title": "title",
    "Author": "authors",
    "Date": "date",
    "Source": "citation",
    "Description": "summary",
}
_FIRST_LINES = 60


class _Section(NamedTuple):
    """A label and the lines of its value."""

    name: str
    label: Span
    lines: list[Line]


class _Sheet(NamedTuple):
    """A sheet taken apart; `problem` says why it cannot be."""

    banner: list[Line]
    sections: list[_Section]
    body: list[Line]
    problem: str = ""


def declines(source: Source) -> str:
    """Say why the source is no sheet, or none that can be read; "" if it is one."""
    return _parts(source.text).problem


def read(source: Source) -> Cable:
    """Read a sheet; SourceError if it has no text after its fields."""
    sheet = _parts(source.text)
    made: dict[str, Field | None] = {
        _FIELDS[section.name]: field_of(source.text, section.lines) for section in sheet.sections
    }
    fields = {name: field for name, field in made.items() if field}
    markup = [line.span for line in sheet.banner] + [section.label for section in sheet.sections]
    return assemble(source, Parts(fields, markup, sheet.body))


def _parts(text: str) -> _Sheet:
    first = next((line for line in each_line(text) if not line.blank), None)
    if first is None or not _BANNER.fullmatch(words_of(text, first)):
        return _Sheet([], [], [], "it does not begin with 'Speeches/Documents'")
    lines = lines_of(text)
    labels = {
        n: match
        for n, line in enumerate(lines[:_FIRST_LINES])
        if (match := _LABEL.match(text, line.span.start, line.span.end))
    }
    names = [match[1] for match in labels.values()]
    if names != ["Title", "Author", "Date", "Description"]:
        return _Sheet([], [], [], "its labels are not Title, Author, Date and Description")
    numbers = [*labels, _body_start(lines, text, max(labels), labels[max(labels)])]
    sections: list[_Section] = []
    for number, end in pairwise(numbers):
        label = labels[number]
        rest = Line(trim(text, label.end(), lines[number].span.end))
        value = [rest, *lines[number + 1 : end]]
        if label[1] != "Date":
            sections.append(_Section(label[1], Span(*label.span()), value))
            continue
        columns = _columns(text, label, value)
        if columns is None:
            return _Sheet([], [], [], "its columns Date and Source cannot be told apart")
        sections += columns
    return _Sheet(lines[: numbers[0]], sections, lines[numbers[-1] :])


def _body_start(lines: Sequence[Line], text: str, number: int, label: re.Match[str]) -> int:
    """Return where the text begins: at a blank line after the description, if it has words."""
    end = number + 1
    if text[label.end() : lines[number].span.end].strip():
        while end < len(lines) and not lines[end].blank:
            end += 1
    return end


def _columns(text: str, label: re.Match[str], lines: Sequence[Line]) -> list[_Section] | None:
    """Part the lines of Date and Source at the column where the source begins; None if unsafe."""
    first = lines[0]
    source = _SOURCE.search(text, first.span.start, first.span.end)
    if not source:
        return [_Section("Date", Span(*label.span()), list(lines))]
    column = source.start() - _line_start(text, source.start())
    left = [Line(trim(text, first.span.start, source.start()))]
    right = [Line(trim(text, source.end(), first.span.end))]
    for line in lines[1:]:
        if line.blank:
            continue
        at = min(_line_start(text, line.span.start) + column, line.span.end)
        at = max(at, line.span.start)
        if line.span.start < at < line.span.end and text[at - 2 : at].strip():
            return None
        left.append(Line(trim(text, line.span.start, at)))
        right.append(Line(trim(text, at, line.span.end)))
    dates = [line for line in left if not line.blank]
    sources = [line for line in right if not line.blank]
    return [
        _Section("Date", Span(*label.span()), dates),
        _Section("Source", Span(*source.span()), sources),
    ]


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind(end, 0, offset) for end in "\n\r\f") + 1
