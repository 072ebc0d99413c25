"""A text without fields: all of it is body; title and date are read off its first lines.

The title is the one line before a dateline near the beginning, or, where the dateline is first, a
short line after it; the number before a title (`26. Telegram From ...`) is the document's. Without
a dateline, a first line that is no sentence and stands over a longer one is the title. All of it
stays in the text. Folded are: white space, wraps, running heads.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from tei_cable.dates import find, parse
from tei_cable.metadata import CitationRole, Entry
from tei_cable.model import Mark, Span
from tei_cable.readers import running
from tei_cable.readers.citation import parse_citation
from tei_cable.readers.folding import each_line, lines_of
from tei_cable.readers.parts import cable, field_of, metadata
from tei_cable.readers.shelfmark import parse_shelfmark
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import DateValue, Source
    from tei_cable.readers.folding import Line

EXPECTED = "a text of some length, or one with a date in its first lines"
_MARKS = {"title": "title", "date": "dateline"}
_FIRST_LINES, _MOST_LINES = 6, 12
_SHORT_LINE = 40
_LONGEST_TITLE = 300
_FEWEST_WORDS = 50
_LONGEST_AFTER = 150
_PLACE = re.compile(r"(?:[A-Z][\w .'’-]*, )?(?:[A-Z][\w .'’-]*, )?")
_TIME = re.compile(r"|[,—–-]? ?[^.;]{0,30}\.?|(?:[,—–-] ?)?\d{1,2}(?:[.:]\d\d)? ?[ap]\.?m\.?")
_UNDATED = re.compile(rf"(?P<place>{_PLACE.pattern})(?i:undated|not dated)\.?")
_NUMBER = re.compile(r"(?P<n>\d{1,4})\.\s+(?=[A-Z“\"'])")
_NUMBER_OR_MARK = re.compile(
    r"(?:(?:(?:document|doc\.|copy|no\.?)\s*)?\[?\d{1,4}\]?\.?(?: of \d+ cop(?:y|ies))?"
    r"|(?:(?:top|most|strictly|very) )?(?:secret|confidential|restricted|unclassified)\b.{0,20}"
    r"|indefinite duration|no\. \d+ of \d+ copies)$",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r"(?i:subject|subj|re): *(?P<title>.{8,200}?)(?:\[\d+\])?")
_LAST = re.compile(r"\[?\d{1,3}[\]).]?\s+")  # the number of a note
_LONGEST_SHELFMARK = 120
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE = re.compile(r"\w[\"”’)\]]{0,2}[.!?][\"”’)\]]{0,2}(?:\s|$)")
_NO_TITLE = re.compile(r"Dear |My dear |.*[,:;]$")


def declines(source: Source) -> str:
    """Say why it may be no document; "" if a dateline leads it, or if it is a text of some length.

    A source of which the user states a field is taken for what it is.
    """
    written = (line for line in each_line(source.text) if not line.blank)
    if source.stated or _dateline(source.text, list(islice(written, _FIRST_LINES))) is not None:
        return ""
    words = sum(1 for _ in islice(_WORD.finditer(source.text), _FEWEST_WORDS))
    if words == _FEWEST_WORDS and _SENTENCE.search(source.text):
        return ""
    return "it is short, and no date leads it (with --from plain it is read all the same)"


def read(source: Source) -> Cable:
    """Read any text; what its first lines do not tell stays unknown, and is reported."""
    cleared = running.clear(source, lines_of(source.text))
    written = [line for line in cleared.lines if not line.blank]
    entries, findings = _heading(source, written)
    marks = [*source.marks, *_leading(source, written, entries)]
    return cable(
        source,
        cleared.lines,
        metadata([*entries, *cleared.entries]),
        markup=cleared.markup,
        findings=(*findings, *cleared.findings),
        marks=marks,
    )


def _leading(source: Source, lines: Sequence[Line], entries: Sequence[Entry]) -> Sequence[Mark]:
    """Return the marks of what the first lines tell: head and dateline, if nothing else leads."""
    marks = []
    for e in entries:
        if e.key in _MARKS:
            over = [x.span for x in lines if x.span.overlaps(e.field.span)]
            marks.append(Mark(Span(over[0].start, over[-1].end), _MARKS[e.key]))
    if not marks or min(mark.span.start for mark in marks) != lines[0].span.start:
        return ()
    end = max(mark.span.end for mark in marks)
    other = (m for m in source.marks if m.span.start < end and m.name not in ("title", "heading"))
    return () if any(other) else marks


def _heading(source: Source, lines: Sequence[Line]) -> tuple[list[Entry], list[Finding]]:
    """Return what the first lines tell, and a finding for each guess."""
    text = source.text
    dateline = _dateline(text, lines)
    title = _first_line(text, lines) if dateline is None else _title(text, lines, dateline[0])
    entries = list(_titled(text, title)) if title else list(_subject(text, lines))
    if dateline and (field := field_of(text, dateline[1].start, dateline[1].end)):
        entries.append(Entry("date", field))
    findings = [
        tell(source, "TC109", f"the {e.key} is read off the first lines", e.field.span.start)
        for e in entries
    ]
    for e in _shelfmark(text, lines):
        entries.append(e)
        message = "the last line says where the original is kept: it is taken for the citation"
        findings.append(tell(source, "TC109", message, e.field.span.start))
    return entries, findings


def _subject(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the title that a line `Subject: ...` near the beginning says."""
    for line in lines[:_FIRST_LINES]:
        if match := _SUBJECT.fullmatch(line.span.of(text)):
            start = line.span.start
            field = field_of(text, start + match.start("title"), start + match.end("title"))
            if field:
                yield Entry("title", field)
            return


def _shelfmark(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield the shelfmark, of a known archive, that the last line is and nothing else."""
    if len(lines) < 2:
        return
    line = lines[-1].span
    match = _LAST.match(line.of(text))
    start = line.start + (match.end() if match else 0)
    words = " ".join(text[start : line.end].split())
    if len(words) > _LONGEST_SHELFMARK:
        return
    citation = parse_shelfmark(words) or parse_citation(words)
    archives = citation.all(CitationRole.REPOSITORY)
    whole = [part.role for part in citation.parts] == [CitationRole.LOCATOR]
    known = any(part.value for part in archives)
    field = field_of(text, start, line.end)
    if whole and known and citation.all(CitationRole.SHELFMARK) and not citation.rest() and field:
        yield Entry("citation", field)


def _titled(text: str, title: Span) -> Iterator[Entry]:
    number = _NUMBER.match(text, title.start, title.end)
    if field := field_of(text, number.end() if number else title.start, title.end):
        yield Entry("title", field)
    if number and (field := field_of(text, *number.span("n"))):
        yield Entry("number", field)


def _dateline(text: str, lines: Sequence[Line]) -> tuple[int, Span] | None:
    """Return the first line that is a place and a day and little more, and the day's span.

    Of `Washington, undated.` the span is empty.
    """
    for at, line in enumerate(lines[:_MOST_LINES]):
        if at >= _FIRST_LINES and len(lines[at - 1].span) > _SHORT_LINE:
            break  # no heading of short lines any more
        words = line.span.of(text).replace("—", ",")  # "March 24, 1955—7 p.m."
        if match := _UNDATED.fullmatch(words):
            here = line.span.start + match.end("place")
            return at, Span(here, here)
        for found in find(words):
            before, after = words[: found.span.start], words[found.span.end :]
            day = parse(found.span.of(words)) and found.value and _dates(found.value)
            if day and _PLACE.fullmatch(before) and _TIME.fullmatch(after):
                start = line.span.start
                return at, Span(start + found.span.start, start + found.span.end)
            break
    return None


def _dates(value: DateValue) -> bool:
    """Whether a value is precise enough to date a document: a month at least."""
    return len(value.when or value.start) >= len("1962-11")


def _first_line(text: str, lines: Sequence[Line]) -> Span | None:
    """Return the first line, if it is a title: no sentence, over a longer line that is one."""
    if len(lines) < 2:
        return None
    title, after = lines[0].span, lines[1].span.of(text)
    words = title.of(text)
    plain = len(words) <= _LONGEST_TITLE and words[-1].isalnum() and not _NO_TITLE.match(words)
    over = _SENTENCE.search(after) and after[:1].isupper()
    return title if plain and over and words[0].isupper() and " " in words else None


def _title(text: str, lines: Sequence[Line], dateline: int) -> Span | None:
    """Return the line before the dateline, if it is the only one, or else a title after it."""
    if dateline:
        above = [line.span.of(text) for line in lines[:dateline]]
        begins = next((n for n, words in enumerate(above) if not _NUMBER_OR_MARK.match(words)), 0)
        first, last = lines[begins].span, lines[dateline - 1].span
        span = Span(first.start, last.end)
        together = not re.search(r"(?:\r\n|[\r\n])[ \t]*[\r\n]", span.of(text))
        return span if together and len(span) <= _LONGEST_TITLE else None
    if len(lines) < 3:
        return None
    after = lines[1].span
    words = after.of(text)
    plain = len(words) <= _LONGEST_AFTER and not words.endswith(".") and not _NO_TITLE.match(words)
    apart = re.search(r"(?:\r\n|[\r\n])[ \t]*[\r\n]", text[after.end : lines[2].span.start])
    return after if plain and apart and words[0].isupper() and not words.isupper() else None
