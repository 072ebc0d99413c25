"""A text decoded from a source (HTML, JSON), read as a source of its own, and the way back."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.metadata import Metadata
from tei_cable.model import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.metadata import Field
    from tei_cable.offsets import OffsetMap

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded text as a source, its map to the source it is from, and what it leaves out there.

    `markup` are spans of the outer source: tags, quotation marks, keys.
    """

    source: Source
    origin: OffsetMap
    markup: tuple[Span, ...]

    @classmethod
    def of(cls, outer: Source, text: str, origin: OffsetMap, markup: Iterable[Span]) -> Decoded:
        """Return a text that was decoded from a source."""
        starts = (0, *(match.end() for match in _LINE_END.finditer(text)))
        inner = Source(outer.name, text, outer.sha256, outer.encoding, starts)
        return cls(inner, origin, tuple(markup))


def rebased(
    cable: Cable, outer: Source, decoded: Decoded, findings: Iterable[Finding] = ()
) -> Cable:
    """Return a cable that was read from a decoded text as one of the outer source.

    `findings` are about the outer source and go before the cable's own.
    """
    origin = decoded.origin
    own = {n: f for n, f in cable.metadata.fields().items() if "#" not in n}
    fields = {name: _field(field, origin) for name, field in own.items()}
    entries = tuple(replace(e, field=_field(e.field, origin)) for e in cable.metadata.entries)
    length = len(decoded.source.text)
    inner_markup = (span for markup in cable.markup for span in _stretches(origin, markup, length))
    return replace(
        cable,
        origin=cable.origin.through(origin, len(cable.text)),
        metadata=Metadata.of(fields, entries),
        markup=tuple(sorted([*inner_markup, *decoded.markup])),
        findings=(*findings, *(_finding(item, outer, decoded) for item in cable.findings)),
    )


def between(spans: Iterable[Span], length: int) -> Iterator[Span]:
    """Yield what of a text of `length` lies between spans that do not overlap."""
    position = 0
    for span in sorted(spans):
        if span.start > position:
            yield Span(position, span.start)
        position = max(position, span.end)
    if position < length:
        yield Span(position, length)


def _field(field: Field, origin: OffsetMap) -> Field:
    value = field.value
    if field.origin is None:
        raise ValueError("a field that does not say where its characters stand")
    through = field.origin.through(origin, len(value))
    return replace(field, span=through.span(0, len(value)), origin=through)


def _stretches(origin: OffsetMap, span: Span, length: int) -> list[Span]:
    """Return which stretches of the outer source a stretch of the decoded text stands for."""
    return [
        Span(at + max(span.start - start, 0), at + min(span.end, end) - start)
        if copied
        else Span(at, at + width)
        for start, end, at, copied, width in origin.runs(length)
        if start < span.end and end > span.start and (copied or width)
    ]


def _finding(item: Finding, outer: Source, decoded: Decoded) -> Finding:
    """Point a finding about the decoded text into the outer source."""
    if item.line is None or item.column is None:
        return item
    offset = decoded.source.line_starts[item.line - 1] + item.column - 1
    line, column = outer.position(decoded.origin.offset(offset))
    return replace(item, line=line, column=column)
