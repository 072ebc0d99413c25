"""The proof that nothing was lost.

Three things are shown. The body gives the source's text back, character for character as the
reader folds it. Each field of the page stands word for word in its place in the header. Every
non-blank character of the source lies in the body, in a field, or in a label or delimiter.

What is proved is that nothing was lost between the reading of the source and the TEI, and that
the reading accounts for each character. That what the reader took for a label, a mark of the
format or furniture of a page is one, and that a field's label says what the field is, rests on
the reader: the source is read anew here, by the same one. What it leaves out it reports.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.model import BY_PLACE, Span
from tei_cable.offsets import without
from tei_cable.spans import Spans
from tei_cable.tei import body_text
from tei_cable.tei.fields import digest_element, entry_elements, field_elements, field_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.metadata import Field
    from tei_cable.model import Source

_AROUND = 30
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class Difference:
    """What an element of the TEI should say and does not; `message` tells the source's place."""

    element: etree._Element
    message: str
    code: str


def differences(cable: Cable, source: Source, root: etree._Element) -> Iterator[Difference]:
    """Yield the first place where the body, and each field that, differs from the source."""
    yield from _digest(source, root)
    yield from _body(cable, source, root)
    yield from _fields(cable, source, root)


def _first_difference(expected: str, found: str) -> int | None:
    """Return the offset of the first character in which two texts differ, None if they agree."""
    if expected == found:
        return None
    shorter = min(len(expected), len(found))
    unlike = (i for i in range(shorter) if expected[i] != found[i])
    return next(unlike, shorter)


def _body(cable: Cable, source: Source, root: etree._Element) -> Iterator[Difference]:
    body = body_text(root)
    at = _first_difference(cable.text, body.text)
    if at is None:
        return
    offset = cable.origin.offset(min(at, len(cable.text) - 1))
    place = ":".join(map(str, (source.name, *source.position(offset))))
    message = (
        f"the text differs: {place} has {_excerpt(cable.text, at)}, "
        f"this element {_excerpt(body.text, at)}"
    )
    element = body.element_at(at)
    yield Difference(root if element is None else element, message, "TC501")


def _excerpt(text: str, at: int) -> str:
    return f"“{text[at : at + _AROUND]}”" if at < len(text) else "nothing more"


def _fields(cable: Cable, source: Source, root: etree._Element) -> Iterator[Difference]:
    entries = entry_elements(root)
    for name, field in cable.metadata.fields().items():
        entry = [entries[name]] if name in entries else []
        elements = entry if "#" in name else field_elements(root, name)
        words = field_words(elements)
        if words == field.value.split():
            continue
        place = ":".join(map(str, (source.name, *source.position(field.span.start))))
        at = _first_difference(field.value, " ".join(words)) or 0
        found = f"“{_short(' '.join(words), at)}”" if words else "nothing"
        value = _short(field.value, at)
        message = f"the field {name} at {place} is “{value}”, the header has {found}"
        yield Difference(elements[0] if elements else root, message, "TC502")


def _short(value: str, at: int) -> str:
    """Return a value, of a long one what stands around an offset."""
    if len(value) <= _LONGEST:
        return value
    start, end = max(0, at - _AROUND), at + 2 * _AROUND
    return f"{'…' * (start > 0)}{value[start:end]}{'…' * (end < len(value))}"


def _digest(source: Source, root: etree._Element) -> Iterator[Difference]:
    element = digest_element(root)
    found = (element.text or "").strip() if element is not None else source.sha256
    if element is not None and found != source.sha256:
        message = (
            f"the digest of {source.name} is {source.sha256}, the header has “{found}”: "
            "the TEI was made from another file"
        )
        yield Difference(element, message, "TC504")


def unaccounted(cable: Cable, source: Source) -> Iterator[Finding]:
    """Yield the first stretch of the source that the reader put nowhere, if there is one."""
    spans = [*cable.origin.copied_spans(len(cable.text)), *cable.markup]
    fields = cable.metadata.fields()
    for field in fields.values():
        spans += field.origin.copied_spans(len(field.value)) if field.origin else [field.span]
    markup = Spans(cable.markup)
    lost = [f.span for f in fields.values() if not _holds(source, markup, f)]
    lost += [gap for gap in _between(spans, len(source.text)) if gap.of(source.text).strip()]
    for gap in lost[:1]:
        words = gap.of(source.text).strip()
        start = source.text.index(words, gap.start)
        line, column = source.position(start)
        message = f"“{words[:_AROUND]}” belongs to no field, label or text"
        yield finding("TC503", message, file=source.name, line=line, column=column)


def _between(spans: list[Span], length: int) -> Iterator[Span]:
    """Yield what lies between spans that may overlap."""
    covered = [Span(0, 0), *sorted(spans, key=BY_PLACE), Span(length, length)]
    end = 0
    for before, after in pairwise(covered):
        end = max(end, before.end)
        if after.start > end:
            yield Span(end, after.start)


def _holds(source: Source, markup: Spans, field: Field) -> bool:
    """Whether a field's value is all that its stretch of the source says, markup aside.

    A field without a stretch is not the source's: the user stated it.
    """
    if not len(field.span):
        return True
    if field.origin:
        return field.origin.faithful(field.value, source.text)
    words = field.span.of(source.text)
    inside = [
        Span(span.start - field.span.start, span.end - field.span.start)
        for span in markup.over(field.span)
        if field.span.contains(span)
    ]
    return without(words, inside)[0].split() == field.value.split()
