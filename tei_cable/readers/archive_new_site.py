"""A page of the archive's new site as text: heading, the document's text, tags, information.

    (Skip to content) / date / title / (credits) / (the names of language tabs)
    the document's text / summary
    Author(s): / Associated People & Organizations / Associated Places / Subjects Discussed / ...
    Document Information / Source / Original Archive / Rights / ... / Donors

Nothing labels the summary: it is the last paragraph before the tags, if that is a sentence that
may be one; which is said in a finding. Any label, and any value, may lack. "Source" is read as the
citation. Where the page shows several language tabs their texts follow each other; all are kept.
Lines of the document's text are folded like those of any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.dates import parse
from tei_cable.readers.folding import Line, lines_of
from tei_cable.readers.page_parts import (
    CONTENTS,
    CREDITS,
    LANGUAGE,
    Parts,
    assemble,
    field_of,
    left_out,
    words_of,
)
from tei_cable.readers.site_fields import CHROME, read_tail, sure_labels, tail_start
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Source

EXPECTED = "a page of the archive's site, with labels such as 'Document Information' at its end"
_TAB = re.compile(rf"\W*(?:{CONTENTS}|(?:{LANGUAGE})|Original Language)\W*", re.IGNORECASE)
_ADDRESS = re.compile(r"\W*https?://\S+")
_SENTENCES = re.compile(r"[A-Z“\"'‘].*[.!?…]['\"”’)\]]*", re.DOTALL)
_HEADING_LINES = 12
_SHORTEST_SUMMARY = 6  # words


class _Heading(NamedTuple):
    """The lines above the document's text by what they are, and how many they are."""

    date: list[Line]
    title: list[Line]
    credits: list[Line]
    tabs: list[Line]
    furniture: list[Line]
    strange: list[Line]
    size: int


def declines(source: Source) -> str:
    """Say why the source is no page of the new site; "" if it is one."""
    found = sure_labels(source.text, lines_of(source.text))
    if len(found) < 2:
        return "fewer than two of the labels stand in it that end a page of the site"
    return ""


def read(source: Source, *, wrapped: bool = True) -> Cable:
    """Read a page of the new site; SourceError if it has no text.

    `wrapped` says that its lines may be wrapped ones.
    """
    text = source.text
    lines = lines_of(text)
    end = tail_start(text, lines)
    heading = _heading(text, lines[:end])
    tail = read_tail(text, lines[end:])
    begin = _summary_start(text, lines[heading.size : end]) + heading.size
    summary = field_of(text, lines[begin:end])
    made = {
        "date": field_of(text, heading.date),
        "title": field_of(text, heading.title),
        "credits": field_of(text, heading.credits),
        "summary": summary,
        "contents": field_of(text, heading.tabs, apart=True),
        **tail.fields,
    }
    findings = [left_out(source, line) for line in (*heading.strange, *tail.left_out[:1])]
    if summary:
        message = "nothing labels the summary: the last paragraph before the tags is taken for it"
        findings.append(tell(source, "TC114", message, summary.span.start))
    markup = [line.span for line in (*heading.furniture, *heading.strange)]
    fields = {name: field for name, field in made.items() if field}
    parts = Parts(fields, [*markup, *tail.markup], lines[heading.size : begin], findings)
    return assemble(source, parts, wrapped=wrapped)


def _heading(text: str, lines: Sequence[Line]) -> _Heading:
    """Sort the lines above the document's text."""
    dated = _date_line(text, lines)
    made = _Heading([], [], [], [], [], [], 0)
    for number, line in enumerate(lines):
        words = words_of(text, line)
        if number == dated:
            made.date.append(line)
        elif not words or CHROME.fullmatch(words):
            made.furniture.append(line)
        elif number < (dated or 0):
            made.strange.append(line)
        elif CREDITS.match(words):
            made.credits.append(line)
        elif not made.title:
            made.title.append(line)
        elif _TAB.fullmatch(words):
            made.tabs.append(line)
        elif _ADDRESS.fullmatch(words):
            made.furniture.append(line)
        else:
            return made._replace(size=number)
    return made._replace(size=len(lines))


def _date_line(text: str, lines: Sequence[Line]) -> int | None:
    """Return the number of the line that dates the page: the first that is a date."""
    written = [n for n, line in enumerate(lines) if not line.blank][:_HEADING_LINES]
    return next((n for n in written if parse(words_of(text, lines[n]))), None)


def _summary_start(text: str, lines: Sequence[Line]) -> int:
    """Return where the last paragraph begins, if it may be the summary of the others."""
    written = [n for n, line in enumerate(lines) if not line.blank]
    if len(written) < 2:
        return len(lines)
    start = last = written[-1]
    parted = any(lines[n].blank for n in range(written[0], last))
    while parted and start > written[0] and not lines[start - 1].blank:
        start -= 1
    words = " ".join(words_of(text, line) for line in lines[start : last + 1])
    is_text = _SENTENCES.fullmatch(words) and len(words.split()) >= _SHORTEST_SUMMARY
    return start if is_text and start > written[0] else len(lines)
