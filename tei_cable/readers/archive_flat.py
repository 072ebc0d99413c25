"""An archive's page whose text was put on one line: its labels are only words.

    Digital Archive ... International History Declassified DATE TITLE Citation: ... Summary: ...
    Credits: ... Original Language: ... Contents: ... the document's text

The title is what the citation repeats, the date is what stands before it. Contents ends after the
last of its usual phrases, Original Language after the last name of a language. Lines that follow
the first are folded like those of any page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.dates import find, parse
from tei_cable.metadata import CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation import parse_citation
from tei_cable.readers.folding import Line, lines_of, trim
from tei_cable.readers.page_parts import (
    CONTENTS,
    LANGUAGE,
    Parts,
    angle_brackets,
    assemble,
    field_of,
)
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.metadata import Field
    from tei_cable.model import Source

EXPECTED = "an archive page's text on one line, with 'Citation:' and 'Contents:' in it"
_LABELS = {
    "citation": "Citation:",
    "summary": "Summary:",
    "credits": "Credits:",
    "original_language": "Original Language:",
    "contents": "Contents:",
}
_BANNER = re.compile(
    r"(?:\W*(?:Digital Archive|digitalarchive\.\S+|International History Declassified|"
    r"Wilson Center))*\W*"
)
_SEVERAL = r"(?:,? and |, ?|; ?| )"
_ENDS = {
    "contents": re.compile(rf"\s*(?:{CONTENTS}\s*)+", re.IGNORECASE),
    "original_language": re.compile(rf"\s*(?:{LANGUAGE})\b(?:{_SEVERAL}(?:{LANGUAGE})\b)*"),
}


def declines(source: Source) -> str:
    """Say why the source is no flattened page; "" if it is one."""
    found = _labels(source.text)
    if "citation" not in found:
        return "there is no 'Citation:' within a line"
    last = list(found)[-1]
    if last not in _ENDS:
        return "neither 'Contents:' nor 'Original Language:' tells where the fields end"
    if not _ENDS[last].match(source.text, found[last].end):
        return f"what follows '{_LABELS[last]}' is none of its usual values"
    return ""


def read(source: Source, *, wrapped: bool = True) -> Cable:
    """Read a flattened page; SourceError if it has no text after its fields.

    `wrapped` says that its lines may be wrapped ones.
    """
    text = source.text
    found = _labels(text)
    starts = [label.start for label in found.values()]
    last = list(found)[-1]
    match = _ENDS[last].match(text, found[last].end)
    end = match.end() if match else len(text)
    values = {
        name: Line(trim(text, label.end, stop))
        for (name, label), stop in zip(found.items(), [*starts[1:], end], strict=True)
    }
    brackets = list(angle_brackets(text, values["citation"].span))
    fields = {name: field_of(text, [line], skip=brackets) for name, line in values.items()}
    banner, heading, strange = _heading(text, starts[0], fields["citation"])
    body = _lines_from(text, end)
    parts = Parts(
        {name: field for name, field in {**heading, **fields}.items() if field},
        [*banner, *found.values(), *brackets],
        body,
        tuple(_strange(source, strange)),
    )
    return assemble(source, parts, wrapped=wrapped)


def _labels(text: str) -> dict[str, Span]:
    """Return the span of each label, in their order; none unless the first is within a line."""
    found: dict[str, Span] = {}
    position = 0
    for name, label in _LABELS.items():
        at = re.compile(rf"(?<!\S){re.escape(label)}(?=\s)").search(text, position)
        if at:
            found[name] = Span(*at.span())
            position = at.end()
        elif name == "citation":
            return {}
    line = re.split(r"[\r\n\f]", text[: found["citation"].start])[-1]
    return found if line.strip() and len(found) > 1 else {}


def _heading(
    text: str, end: int, citation: Field | None
) -> tuple[list[Span], dict[str, Field | None], list[Span]]:
    """Part what stands before the labels: the banner, date and title, and what is neither."""
    match = _BANNER.match(text, 0, end)
    start = match.end() if match else 0
    cited = parse_citation(citation.value) if citation else None
    title = _title(text, start, end, cited.first(CitationRole.TITLE) if cited else "")
    date = _date(text, trim(text, start, max(start, title.start)))
    strange = [trim(text, start, date.start), trim(text, date.end, max(date.end, title.start))]
    strange = [span for span in strange if len(span)]
    fields = {"date": field_of(text, [Line(date)]), "title": field_of(text, [Line(title)])}
    return [Span(0, start), *strange], fields, strange


def _date(text: str, span: Span) -> Span:
    """Return where the date is in what stands before the title; empty at its end if nowhere."""
    words = span.of(text)
    if parse(" ".join(words.split())):
        return span
    if found := list(find(words)):
        last = found[-1].span
        return Span(span.start + last.start, span.start + last.end)
    if year := re.search(r"(?<!\S)(?:1[89]|20)\d\d$", words):
        return Span(span.start + year.start(), span.end)
    return Span(span.end, span.end)


def _title(text: str, start: int, end: int, cited: str) -> Span:
    """Return where the title stands: as the citation has it, else after the date."""
    words = r"\s+".join(map(re.escape, cited.split()))
    if cited and (at := re.compile(rf"{words}\s*$").search(text[:end], start)):
        return trim(text, *at.span())
    first = next(find(text[start:end]), None)
    leads = first and not text[start : start + first.span.start].strip()
    return trim(text, start + first.span.end if first and leads else start, end)


def _lines_from(text: str, start: int) -> list[Line]:
    """Return the lines of a text from an offset on."""
    lines = [line for line in lines_of(text) if line.span.end >= start]
    if lines and lines[0].span.start < start:
        lines[0] = Line(trim(text, start, lines[0].span.end))
    return lines


def _strange(source: Source, spans: list[Span]) -> Iterator[Finding]:
    for span in spans:
        message = f"“{span.of(source.text)}” beside the date is left out, as a banner is"
        yield tell(source, "TC104", message, span.start)
