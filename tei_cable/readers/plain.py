"""A text without fields: all of it is body; title and date are read off its first lines.

The title is the one line before a dateline near the beginning, or, where the dateline is first, a
short line after it; the number before a title (`26. Telegram From ...`) is the document's. Both
stay in the text. Folded are: white space, wraps, running heads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.dates import find, parse
from tei_cable.metadata import Entry, EntryRole
from tei_cable.model import Mark, Span
from tei_cable.readers import running
from tei_cable.readers.folding import lines_of
from tei_cable.readers.parts import cable, field_of, metadata, tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Source
    from tei_cable.readers.folding import Line

EXPECTED = "a text with a title and a date in its first lines"
_FIRST_LINES = 6
_LONGEST_TITLE = 300
_LONGEST_AFTER = 150
_PLACE = re.compile(r"(?:[A-Z][\w .'’-]*, )?(?:[A-Z][\w .'’-]*, )?")
_TIME = re.compile(r"[,—–-]? ?[^.;]{0,30}\.?|(?:[,—–-] ?)?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?", re.I)
_NUMBER = re.compile(r"(?P<n>\d{1,4})\.\s+(?=[A-Z“\"'])")
_NO_TITLE = re.compile(r"Dear |My dear |.*[,:;]$")


def declines(source: Source) -> str:
    """Say why the first lines tell too little; "" if a dateline is among them.

    A source of which the user states a field is taken for what it is.
    """
    lines = [line for line in lines_of(source.text) if not line.blank]
    if source.stated or _dateline(source.text, lines) is not None:
        return ""
    return "no date stands in the first lines (with --from plain it is read all the same)"


def read(source: Source) -> Cable:
    """Read any text; what its first lines do not tell stays unknown, and is reported."""
    cleared = running.clear(source, lines_of(source.text))
    written = [line for line in cleared.lines if not line.blank]
    entries, findings = _heading(source, written)
    marks = [*source.marks, *_head(written, entries)]
    return cable(
        source,
        cleared.lines,
        metadata([*entries, *cleared.entries]),
        markup=cleared.markup,
        findings=(*findings, *cleared.findings),
        marks=marks,
    )


def _head(lines: Sequence[Line], entries: Sequence[Entry]) -> Iterator[Mark]:
    """Yield the mark of the title that was read off the first lines: it heads the text."""
    for e in entries:
        if e.key == "title":
            over = [x.span for x in lines if x.span.overlaps(e.field.span)]
            yield Mark(Span(over[0].start, over[-1].end), "title")


def _heading(source: Source, lines: Sequence[Line]) -> tuple[list[Entry], list[Finding]]:
    """Return what the first lines tell, and a finding for each guess."""
    text = source.text
    dateline = _dateline(text, lines)
    if dateline is None:
        return [], []
    at, date = dateline
    entries: list[Entry] = []
    title = _title(text, lines, at)
    if title is not None:
        entries += _titled(text, title)
    if field := field_of(text, date.start, date.end):
        entries.append(Entry("date", field))
    findings = [
        tell(source, "TC109", f"the {e.key} is read off the first lines", e.field.span.start)
        for e in entries
    ]
    return entries, findings


def _titled(text: str, title: Span) -> Iterator[Entry]:
    number = _NUMBER.match(text, title.start, title.end)
    if field := field_of(text, number.end() if number else title.start, title.end):
        yield Entry("title", field)
    if number and (field := field_of(text, *number.span("n"))):
        yield Entry("number", field, EntryRole.IDENTIFIER)


def _dateline(text: str, lines: Sequence[Line]) -> tuple[int, Span] | None:
    """Return the first line that is a place and a day and little more, and the day's span."""
    for at, line in enumerate(lines[:_FIRST_LINES]):
        words = line.span.of(text).replace("—", ",")  # "March 24, 1955—7 p.m."
        for found in find(words):
            before, after = words[: found.span.start], words[found.span.end :]
            if found.value and parse(found.span.of(words)) and _full(found.value.when):
                if _PLACE.fullmatch(before) and (not after or _TIME.fullmatch(after)):
                    start = line.span.start
                    return at, Span(start + found.span.start, start + found.span.end)
            break
    return None


def _full(when: str) -> bool:
    return len(when) == len("1962-11-02")


def _title(text: str, lines: Sequence[Line], dateline: int) -> Span | None:
    """Return the line before the dateline, if it is the only one, or else a title after it."""
    if dateline:
        first, last = lines[0].span, lines[dateline - 1].span
        span = Span(first.start, last.end)
        together = not re.search(r"(?:\r\n|[\r\n])[ \t]*[\r\n]", span.of(text))
        return span if together and len(span) <= _LONGEST_TITLE else None
    if len(lines) < 3:  # noqa: PLR2004 (a title has a text below it)
        return None
    after = lines[1].span
    words = after.of(text)
    plain = len(words) <= _LONGEST_AFTER and not words.endswith(".") and not _NO_TITLE.match(words)
    apart = re.search(r"(?:\r\n|[\r\n])[ \t]*[\r\n]", text[after.end : lines[2].span.start])
    return after if plain and apart and words[0].isupper() and not words.isupper() else None
