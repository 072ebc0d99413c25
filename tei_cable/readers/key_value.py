"""A document under a block of fields: `Key: value` lines, then its text.

The block begins with a field whose name is known (title, date, author, from, to, source ...), at
most a few lines of banner before it. It ends at the first blank line after which no known name
follows. Folded are: white space, wraps, the labels, running heads.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tei_cable.model import Span
from tei_cable.readers import labelled, running
from tei_cable.readers.field_names import KNOWN, slug
from tei_cable.readers.folding import Line, lines_of
from tei_cable.readers.parts import cable, entry, field_of, metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Source

EXPECTED = "a text under a block of lines like 'Title: ...', 'Date: ...'"
_KNOWN = KNOWN | {"author", "type", "classification", "reference", "ref", "language", "place"}
_GAP = re.compile(r"[ \t]{3,}")
_BANNER_LINES = 3
_FEWEST = 2


def declines(source: Source) -> str:
    """Say why the source has no block of fields; "" if it has one."""
    banner, block, _ = _parts(source.text, lines_of(source.text))
    names = {slug(row.key) for row in labelled.labelled(source.text, block)}
    if len(banner) > _BANNER_LINES or len(names & _KNOWN) < _FEWEST:
        return "no two lines like 'Title: ...', 'Date: ...' stand at the beginning"
    return ""


def read(source: Source) -> Cable:
    """Read a document under its fields; SourceError if it has no text after them."""
    text = source.text
    banner, block, body = _parts(text, lines_of(text))
    rows = list(labelled.labelled(text, block))
    cleared = running.clear(source, body)
    fields = [e for row in rows if (e := row.entry(text, ()))]
    above = (field_of(text, line.span.start, line.span.end) for line in banner)
    heads = [entry("banner", field) for field in above if field]
    return cable(
        source,
        cleared.lines,
        metadata([*heads, *fields, *cleared.entries]),
        markup=(*(row.label for row in rows), *cleared.markup),
        findings=cleared.findings,
    )


def _known(text: str, line: Line) -> bool:
    label = labelled.label_of(text, line)
    return label is not None and slug(label[0]) in _KNOWN


def _parts(
    text: str, lines: Sequence[Line]
) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
    """Part a text into its banner, the block of fields and the body."""
    first = next((at for at, line in enumerate(lines) if _known(text, line)), None)
    if first is None:
        return lines, (), ()
    banner = [line for line in lines[:first] if not line.blank]
    end = at = first
    for blank, group in groupby(lines[first:], key=lambda line: line.blank):
        rows = list(group)
        if not blank:
            if not _known(text, rows[0]):
                break
            fitting = _fitting(text, rows)
            end = at + fitting
            if fitting < len(rows):
                break
        at += len(rows)
    block = [cell for line in lines[first:end] for cell in _columns(text, line)]
    return banner, block, lines[end:]


def _columns(text: str, line: Line) -> Iterator[Line]:
    """Part a line in which a second field stands in a column of its own."""
    start = line.span.start
    for gap in _GAP.finditer(text, start, line.span.end):
        cell = Line(Span(gap.end(), line.span.end))
        if _known(text, cell):
            yield Line(Span(start, gap.start()))
            start = gap.end()
    yield Line(Span(start, line.span.end))


def _fitting(text: str, rows: Sequence[Line]) -> int:
    """Return how many lines are fields: what follows a last label without a value is text."""
    last = max(n for n, line in enumerate(rows) if labelled.label_of(text, line))
    label = labelled.label_of(text, rows[last])
    empty = label is not None and label[1].end == rows[last].span.end
    return last + 1 if empty else len(rows)
