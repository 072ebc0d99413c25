"""The annotations of an opener and a closer: which kind each part of their lines is."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tei_cable.annotators.addressees import addresses
from tei_cable.annotators.lines import bare, time_at_end, time_value
from tei_cable.annotators.marks import Role
from tei_cable.annotators.signatures import Closing, cut
from tei_cable.authority import in_use
from tei_cable.kinds import (
    BYLINE,
    CLASSIFICATION,
    CLOSER,
    COPY_NUMBER,
    DATELINE,
    HEAD,
    NUMBER,
    OPENER,
    REFERENCE,
    REMARK,
    SALUTE,
    SIGNED,
    SUBJECT,
    TELEGRAM_NUMBER,
    TIME,
)
from tei_cable.model import Annotation, Certainty, DateValue, EntityKind, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_cable.annotators.marks import Part
    from tei_cable.annotators.opening import OpenerLine
    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind

_OPENING: dict[Role, tuple[Kind, str]] = {
    Role.MARK: (CLASSIFICATION, "opening.mark"),
    Role.COPY: (COPY_NUMBER, "opening.copy"),
    Role.NUMBER: (TELEGRAM_NUMBER, "opening.number"),
    Role.ADDRESSEE: (SALUTE, "opening.addressee"),
    Role.DATELINE: (DATELINE, "opening.dateline"),
    Role.BYLINE: (BYLINE, "opening.byline"),
    Role.SUBJECT: (SUBJECT, "opening.subject"),
    Role.REFERENCE: (REFERENCE, "opening.reference"),
    Role.NOTE: (REMARK, "opening.note"),
    Role.HEADING: (HEAD, "opening.heading"),
    Role.TOPIC: (HEAD, "opening.topic"),
}
_CLOSING: dict[Closing, tuple[Kind, str]] = {
    Closing.LEAVE: (SALUTE, "closing.leave"),
    Closing.SIGNED: (SIGNED, "closing.signed"),
    Closing.DATELINE: (DATELINE, "closing.dateline"),
}
_TIME_GROUP = re.compile(  # 202100Z OCT 79
    r"(?<!\S)[0-3]\d(?P<time>(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)Z)(?!\S)"
)
_HEADS = (Role.HEADING, Role.TOPIC)
_NUMBERS = (COPY_NUMBER, TELEGRAM_NUMBER)


def opener_annotations(
    cable: Cable, lines: Sequence[OpenerLine], apart: Container[Span]
) -> Iterator[Annotation]:
    """Yield the openers that lines make, the parts of the lines, and the headings between.

    A block that is `apart` is something already, such as the note that `[TOP SECRET]` is.
    """
    placed = [(cable.blocks[line.block], part) for line in lines for part in line.parts]
    for is_heading, group in groupby(placed, key=lambda piece: piece[1].role in _HEADS):
        members = list(group)
        if not is_heading:
            (first, one), (last, other) = members[0], members[-1]
            whole = Span(first.start + one.start, last.start + other.end)
            yield Annotation(whole, OPENER, "opening.opener")
        for block, part in members:
            if block not in apart:
                yield from _opener_part(cable, block, part)


def _opener_part(cable: Cable, block: Span, part: Part) -> Iterator[Annotation]:
    span = Span(block.start + part.start, block.start + part.end)
    plain, rule = _OPENING[part.role]
    kind = _number(span.of(cable.text), plain)
    sure = Certainty.MEDIUM if part.role is Role.TOPIC else Certainty.HIGH
    yield Annotation(span, kind, rule, sure)
    if kind is DATELINE:
        yield from times(cable.text, span)


def closer_annotations(cable: Cable, blocks: Sequence[Span]) -> Iterator[Annotation]:
    """Yield the closer that blocks make, if there are any, and the parts of its lines."""
    if not blocks:
        return
    yield Annotation(Span(blocks[0].start, blocks[-1].end), CLOSER, "closing.closer")
    for block in blocks:
        line = block.of(cable.text)
        if line.lower().startswith("to ") and addresses(line):
            yield Annotation(block, SALUTE, "closing.addressee")
            continue
        for what, start, end in cut(line):
            span = Span(block.start + start, block.start + end)
            yield Annotation(span, *_CLOSING[what])
            if what is Closing.DATELINE:
                yield from times(cable.text, span)


def _number(words: str, kind: Kind) -> Kind:
    """Return the kind of a number: what holds brackets or a place is no bare identifier."""
    if kind not in _NUMBERS:
        return kind
    plain = not set("[]") & set(words) and not any(in_use().find(words, EntityKind.PLACE))
    return kind if plain else NUMBER


def times(text: str, span: Span) -> Iterator[Annotation]:
    """Yield the time of day that ends a dateline."""
    if group := _TIME_GROUP.search(text, span.start, span.end):
        at, value = Span(*group.span("time")), f"{group['hour']}:{group['minute']}:00Z"
        yield Annotation(at, TIME, "opening.time", Certainty.HIGH, DateValue(when=value))
        return
    form = bare(span.of(text))
    found = time_at_end(form.text)
    if not found:
        return
    start = span.start + form.origin[found.start("time")]
    end = span.start + form.origin[found.end("time") - 1] + 1
    if text.count("[", start, end) > text.count("]", start, end) and text[end : end + 1] == "]":
        end += 1
    value = time_value(found)
    if value and text.count("[", start, end) == text.count("]", start, end):
        yield Annotation(
            Span(start, end), TIME, "opening.time", Certainty.HIGH, DateValue(when=value)
        )
