"""A telegram of the State Department as its database prints it, the head in the text.

    ... O 202100Z OCT 79 / FM AMEMBASSY ... / TO SECSTATE ... / TAGS: ... / SUBJECT: ... / text

The head stays in the text; what it says is read as fields besides. The `Message Attributes` after
it (or before) are fields alone. Folded are: white space, wraps (numbered paragraphs stay blocks),
the labels `Message Text` and `Message Attributes`, running heads and stamps.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.readers import labelled, running
from tei_cable.readers.folding import lines_of
from tei_cable.readers.parts import cable, entry, field_of, metadata
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.metadata import Entry
    from tei_cable.model import Source, Span
    from tei_cable.readers.folding import Line

EXPECTED = "a telegram with lines that begin 'FM' and 'TO'"
_TEXT = re.compile(r"Message Text", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"Message Attributes", re.IGNORECASE)
_FROM = re.compile(r"(?:FM|FROM):? +(?P<value>\S.*)")
_TO = re.compile(r"TO:? +(?P<value>\S.*)")
_DATE_TIME_GROUP = re.compile(r"\b\d{6}Z [A-Z]{3} \d\d\b")
_HEAD = re.compile(r"(?P<key>DRAFT DATE|DATE|TAGS|SUBJ(?:ECT)?|REFS?|E\.O\. ?\d+) ?:? ")
_NEXT = re.compile(r"(?:FM|TO|INFO) |[A-Z][A-Z. ]{1,14}\d* ?:")
_HEAD_LINES = 60


def starts(source: Source) -> list[int]:
    """Return the offset of each place where a telegram begins with its label `Message Text`."""
    lines = lines_of(source.text)
    return [x.span.start for x in lines if _TEXT.fullmatch(x.span.of(source.text))]


def declines(source: Source) -> str:
    """Say why the source is no telegram; "" if it is one."""
    text = source.text
    written = [line.span.of(text) for line in lines_of(text) if not line.blank]
    attributes = next((n for n, w in enumerate(written) if _ATTRIBUTES.fullmatch(w)), len(written))
    sender = next((n for n, w in enumerate(written) if _FROM.fullmatch(w)), None)
    if sender is None or sender > _HEAD_LINES + (attributes if attributes < 1 else 0):
        return "no line near the beginning begins 'FM'"
    if not any(_TO.fullmatch(w) for w in written[sender + 1 : sender + 6]):
        return "no line after 'FM' begins 'TO'"
    return ""


def read(source: Source) -> Cable:
    """Read a telegram; SourceError if it has no text besides its attributes."""
    text = source.text
    body, attributes, labels = _sections(text, lines_of(text))
    rows = list(labelled.labelled(text, attributes))
    cleared = running.clear(source, body)
    head = list(_head(text, cleared.lines))
    early = attributes if not rows else _before(attributes, rows[0].label)
    stray = (field_of(text, x.span.start, x.span.end) for x in early)
    entries = [*head, *cleared.entries, *(entry("stamp", field) for field in stray if field)]
    entries += [e for row in rows if (e := row.entry(text, ()))]
    fields = metadata(entries)
    findings = [
        tell(source, "TC109", f"the {name} is read off the telegram's head", field.span.start)
        for name, field in (("title", fields.title), ("date", fields.date))
        if field and any(field == e.field for e in head)
    ]
    return cable(
        source,
        cleared.lines,
        fields,
        markup=(*labels, *(row.label for row in rows), *cleared.markup),
        findings=(*findings, *cleared.findings),
    )


def _before(lines: Sequence[Line], label: Span) -> list[Line]:
    return [x for x in lines if not x.blank and x.span.end <= label.start]


def _sections(text: str, lines: Sequence[Line]) -> tuple[list[Line], list[Line], list[Span]]:
    """Part the lines into the text and the attributes; the two titles are labels."""
    body: list[Line] = []
    attributes: list[Line] = []
    labels: list[Span] = []
    target = body
    for line in lines:
        words = line.span.of(text)
        if _ATTRIBUTES.fullmatch(words):
            target = attributes
            labels.append(line.span)
        elif _TEXT.fullmatch(words):
            target = body
            labels.append(line.span)
        else:
            target.append(line)
    return body, attributes, labels


def _head(text: str, lines: Sequence[Line]) -> Iterator[Entry]:
    """Yield what the lines of the head say: parties, date, and the labelled lines."""
    written = [line for line in lines if not line.blank][:_HEAD_LINES]
    seen: set[str] = set()
    for line in written:
        words = line.span.of(text)
        for key, pattern in (("FM", _FROM), ("TO", _TO)):
            match = pattern.fullmatch(words)
            if match and key not in seen and (key == "FM" or "FM" in seen):
                seen.add(key)
                if field := field_of(text, line.span.start + match.start("value"), line.span.end):
                    yield entry(key, field)
        group = _DATE_TIME_GROUP.search(words)
        if group and "date-time-group" not in seen:
            seen.add("date-time-group")
            start = line.span.start
            if field := field_of(text, start + group.start(), start + group.end()):
                yield entry("date-time-group", field)
    yield from _labelled_lines(text, lines, seen)


def _labelled_lines(text: str, lines: Sequence[Line], seen: set[str]) -> Iterator[Entry]:
    for at, line in enumerate(lines[: 4 * _HEAD_LINES]):
        match = _HEAD.match(line.span.of(text))
        if not match or match["key"] in seen:
            continue
        seen.add(match["key"])
        end = line.span.end
        for after in lines[at + 1 :]:
            if after.blank or _NEXT.match(after.span.of(text)):
                break
            end = after.span.end
        if field := field_of(text, line.span.start + match.end(), end):
            yield entry(match["key"], field)
