"""What a bracket says of the words before it: `[sic]` that they are wrong, `[?]` that in doubt.

The source does not mark how far that reaches: it is taken as the word before. What a reading
corrects tells `tei_cable.annotators.readings`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.readings import corrected, reading_in
from tei_cable.kinds import (
    CHOICE,
    CORRECTION,
    METAMARK,
    NOTE,
    PAGE_BREAK,
    SIC,
    UNCLEAR,
    WRONG,
)
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.readings import Reading

_F = BracketFunction
_LOOK_BEHIND = 80
# what may stand between a word and its `[sic]`: what ends a quotation or is left out, a doubt
_AFTER_WORD = re.compile(r"(\w)(?:…+|\.{3,})?(?: ?(?:/\?/|\[\?\]|\(\?\)))?[”\"'’»)]*\s?$")
_PLAIN_SIC = re.compile(r"\s*sic[.!]?\s*", re.IGNORECASE)


class Edges:
    """Where blocks and their parts begin and end: no choice reaches over such a place."""

    def __init__(self, annotations: Sequence[Annotation]) -> None:
        """Take the blocks among the annotations in."""
        blocks = [a.span for a in annotations if a.kind.cuts and a.kind is not PAGE_BREAK]
        self._offsets = sorted({edge for span in blocks for edge in (span.start, span.end)})

    def part(self, span: Span) -> bool:
        """Whether one lies within a span."""
        return bisect_right(self._offsets, span.start) < bisect_left(self._offsets, span.end)


class Names:
    """The names of a text, none of which crosses another; a name may grow over a bracket."""

    def __init__(self, names: Sequence[Annotation]) -> None:
        """Take the names in."""
        self._names = {id(name): name for name in names}
        self._by_end: dict[int, list[int]] = {}
        self._by_span: dict[Span, int] = {}
        for key, name in self._names.items():
            self._by_end.setdefault(name.span.end, []).append(key)
            self._by_span[name.span] = key
        self._outer: list[Span] = []
        for span in sorted((n.span for n in names), key=lambda s: (s.start, -s.end)):
            if not self._outer or self._outer[-1].end <= span.start:
                self._outer.append(span)
        self._starts = [span.start for span in self._outer]

    def all(self) -> list[Annotation]:
        """Return the names as they are now."""
        return list(self._names.values())

    def ending_at(self, end: int) -> Annotation | None:
        """Return the longest name that ends at an offset."""
        found = [self._names[key] for key in self._by_end.get(end, ()) if key in self._names]
        return min(found, key=lambda name: name.span.start, default=None)

    def over(self, span: Span) -> Annotation | None:
        """Return the name that covers just a span."""
        return self._names.get(self._by_span.get(span, -1))

    def around(self, word: Span) -> Span:
        """Return a word with the name that reaches into it: `Fidel Castro's` for `Castro's`."""
        at = bisect_right(self._starts, word.start) - 1
        if at < 0 or not self._outer[at].start < word.start < self._outer[at].end < word.end:
            return word
        return Span(self._outer[at].start, word.end)

    def join(self, first: Span, bracket: Annotation, inner: Span) -> None:
        """Make one of the name that ends with `first` and the name in the bracket after it."""
        second = self.over(inner)
        keys = [key for key in self._by_end.pop(first.end, ()) if key in self._names]
        grown = [key for key in keys if self._names[key].span.start <= first.start]
        if second and (not grown or self._same(grown, second)):
            del self._names[self._by_span[inner]]
        if second and not grown:
            grown = [id(second)]
            self._names[id(second)] = replace(second, span=first)
        for key in grown:
            name = self._names[key]
            self._names[key] = replace(name, span=Span(name.span.start, bracket.span.end))
            self._by_end.setdefault(bracket.span.end, []).append(key)

    def _same(self, keys: Sequence[int], second: Annotation) -> bool:
        """Whether one entity is meant, or the one of which an authority file knows nothing."""
        other = second.detail
        for key in keys:
            one = self._names[key].detail
            if isinstance(one, Mention) and isinstance(other, Mention):
                unknown = not (one.entity.known and other.entity.known)
                if one.entity == other.entity or unknown:
                    return True
        return False


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
        yield from _choice(names, wrong, note, reading)
        return
    plain = _PLAIN_SIC.fullmatch(text, inner.start, inner.end)
    yield replace(note, kind=METAMARK) if plain else note
    yield Annotation(wrong, SIC, note.rule, note.cert)


def _choice(names: Names, wrong: Span, note: Annotation, reading: Reading) -> Iterator[Annotation]:
    """Yield the wrong words and the reading as two forms, the second of which is the bracket."""
    detail = note.detail
    assert isinstance(detail, Bracket)  # noqa: S101 (asked of brackets alone)
    inner = detail.inner(note.span)
    names.join(wrong, note, Span(inner.end, inner.end))
    cert = Certainty.LOW if reading.doubtful else note.cert
    rule = "brackets.sic-corrected"
    yield Annotation(Span(wrong.start, note.span.end), CHOICE, rule)
    yield Annotation(wrong, WRONG, rule)
    corrects = replace(detail, function=_F.CORRECTION)
    yield replace(note, kind=CORRECTION, cert=cert, rule=rule, detail=corrects)
    bare = Bracket(_F.SIC, opened=False, closed=False)
    yield Annotation(reading.lead, METAMARK, rule, note.cert, bare)
