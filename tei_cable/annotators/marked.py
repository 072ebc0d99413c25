"""What a bracket says of the words before it: `[sic]` that they are wrong, `[?]` that in doubt.

The source does not mark how far that reaches: it is taken as the word before. What a reading
corrects tells `tei_cable.annotators.readings`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.held_names import Edges, Names
from tei_cable.annotators.readings import corrected, reading_in
from tei_cable.kinds import (
    CHOICE,
    CORRECTION,
    METAMARK,
    NOTE,
    SIC,
    UNCLEAR,
    WRONG,
)
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

from tei_cable.annotators.readings import Reading

_F = BracketFunction
_LOOK_BEHIND = 80
# what may stand between a word and its `[sic]`: what ends a quotation or is left out, a doubt
_AFTER_WORD = re.compile(r"(\w)(?:…+|\.{3,})?(?: ?(?:/\?/|\[\?\]|\(\?\)))?[”\"'’»)]*\s?$")
_PLAIN_SIC = re.compile(r"\s*sic[.!]?\s*", re.IGNORECASE)


def word_before(text: str, at: int, *, letters: str = r"\w'’ʼ-") -> Span | None:
    """Return the word that stands right before an offset, or before the space there."""
    start = max(0, at - _LOOK_BEHIND)
    match = re.search(rf"[{letters}]*\w[{letters}]* ?$", text[start:at])
    if not match:
        return None
    return Span(start + match.start(), start + match.start() + len(match[0].rstrip()))


def _word_called_wrong(text: str, at: int) -> Span | None:
    """Return the word that a `[sic]` at an offset is about: `Sh……`, or the end of a quotation."""
    start = max(0, at - _LOOK_BEHIND)
    match = _AFTER_WORD.search(text[start:at])
    word = word_before(text, start + match.end(1)) if match else None
    if match is None or word is None:
        return None
    dots = re.match(r"…+|\.{3,}", text[word.end : at])
    return Span(word.start, word.end + (dots.end() if dots else 0))


def is_spaced(text: str, word: Span, bracket: Span) -> bool:
    """Whether one space parts a word from a bracket: so the two forms of a choice stand."""
    return word.end == bracket.start - 1 and text.startswith(" ", word.end)


def marked(
    text: str, names: Sequence[Annotation], others: Sequence[Annotation]
) -> tuple[list[Annotation], list[Annotation]]:
    """Return names and other annotations, with what is marked by `[sic]` and by `[?]`."""
    held, edges = Names(names), Edges(others)
    kept: list[Annotation] = []
    for annotation in others:
        function = _function(annotation)
        at = annotation.span.start
        word = None
        if annotation.kind is NOTE and function is _F.DOUBT:
            word = word_before(text, at)
        elif annotation.kind is NOTE and function is _F.SIC:
            word = _word_called_wrong(text, at)
        if word is None:
            kept.append(annotation)
        elif function is _F.DOUBT:
            kept += [annotation, _doubted(held.around(word), annotation.rule)]
        else:
            whole = held.around(word)
            parted = edges.part(Span(whole.start, annotation.span.end))
            kept += _wrong(text, held, edges, word if parted else whole, annotation)
    return held.all(), kept


def _function(annotation: Annotation) -> BracketFunction | None:
    return annotation.detail.function if isinstance(annotation.detail, Bracket) else None


def _doubted(word: Span, rule: str) -> Annotation:
    detail = Bracket(_F.UNCLEAR, opened=False, closed=False)
    return Annotation(word, UNCLEAR, rule, Certainty.LOW, detail)


def _wrong(
    text: str, names: Names, edges: Edges, word: Span, note: Annotation
) -> Iterator[Annotation]:
    """Mark the words that are wrong, with the reading that the bracket gives for them."""
    detail = note.detail
    assert isinstance(detail, Bracket)  # noqa: S101 (asked of brackets alone)
    inner = detail.inner(note.span)
    reading = reading_in(text, inner) if detail.opened and detail.closed else None
    wrong = corrected(text, names, word, reading) if reading else None
    wrong = wrong or word
    joins = wrong.end == word.end and is_spaced(text, word, note.span)
    if reading and joins and not edges.part(Span(wrong.start, note.span.end)):
        yield from _choice(text, names, wrong, note, reading)
        return
    if reading and wrong.of(text)[0].isupper() and (entity := names.called(text, reading.words)):
        at = text.index(reading.words, reading.lead.end)
        names.add(wrong, entity, _sureness(reading))
        names.add(Span(at, at + len(reading.words)), entity, _sureness(reading))
    plain = _PLAIN_SIC.fullmatch(text, inner.start, inner.end)
    yield replace(note, kind=METAMARK) if plain else note
    yield Annotation(wrong, SIC, note.rule, note.cert)


def _sureness(reading: Reading) -> Certainty:
    return Certainty.LOW if reading.doubtful else Certainty.MEDIUM


def _choice(
    text: str, names: Names, wrong: Span, note: Annotation, reading: Reading
) -> Iterator[Annotation]:
    """Yield the wrong words and the reading as two forms, the second of which is the bracket.

    If the reading is a name, the two are one name.
    """
    detail = note.detail
    assert isinstance(detail, Bracket)  # noqa: S101 (asked of brackets alone)
    inner = detail.inner(note.span)
    names.join(wrong, note, Span(inner.end, inner.end))
    if wrong.of(text)[0].isupper() and (entity := names.called(text, reading.words)):
        names.add(Span(wrong.start, note.span.end), entity, _sureness(reading))
    cert = Certainty.LOW if reading.doubtful else note.cert
    rule = "brackets.sic-corrected"
    yield Annotation(Span(wrong.start, note.span.end), CHOICE, rule)
    yield Annotation(wrong, WRONG, rule)
    corrects = replace(detail, function=_F.CORRECTION)
    yield replace(note, kind=CORRECTION, cert=cert, rule=rule, detail=corrects)
    bare = Bracket(_F.SIC, opened=False, closed=False)
    yield Annotation(reading.lead, METAMARK, rule, note.cert, bare)
