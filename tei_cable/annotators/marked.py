"""What a bracket says of the words before it: `[sic]` that they are wrong, `[?]` that in doubt.

The source does not mark how far that reaches: it is taken as the word before, or the name that
ends there where a reading of several words is given.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.kinds import CHOICE, CORRECTION, NOTE, PAGE_BREAK, SIC, UNCLEAR, WRONG
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_F = BracketFunction
_LOOK_BEHIND = 80
_READING = re.compile(
    r"(?P<lead>\s*sic\b[,;:.]?(?P<cues>(?:\s*(?:it |this |ed\. note[:—–-]* ?)?"
    r"\b(?:should (?:be|read)|read|recte|in fact|actually|correctly|i\.e\.|meaning|must be|may be"
    r"|(?P<doubt>probably|possibly|perhaps|maybe|likely))\b[,:]?)*))"
    r"\s*(?P<reading>[\w“”\"'‘][^\[\]\n]*?)\s*",
    re.IGNORECASE | re.DOTALL,
)
_NO_READING = re.compile(
    r"(?:plural|singular|in (?:the )?(?:original|text|source)|passim|throughout)\b.*", re.IGNORECASE
)
_MOST_WORDS = 5


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
        word = word_before(text, annotation.span.start) if function in (_F.SIC, _F.DOUBT) else None
        if word is None or annotation.kind is not NOTE:
            kept.append(annotation)
        elif function is _F.DOUBT:
            kept += [annotation, _doubted(held.around(word), annotation.rule)]
        elif edges.part(Span(held.around(word).start, annotation.span.end)):
            kept += [annotation, Annotation(word, SIC, annotation.rule, annotation.cert)]
        else:
            kept += _wrong(text, held, held.around(word), annotation)
    return held.all(), kept


def _function(annotation: Annotation) -> BracketFunction | None:
    return annotation.detail.function if isinstance(annotation.detail, Bracket) else None


def _doubted(word: Span, rule: str) -> Annotation:
    detail = Bracket(_F.UNCLEAR, opened=False, closed=False)
    return Annotation(word, UNCLEAR, rule, Certainty.LOW, detail)


def _wrong(text: str, names: Names, word: Span, note: Annotation) -> Iterator[Annotation]:
    """Mark the words that are wrong, with the reading that the bracket gives for them."""
    detail = note.detail
    assert isinstance(detail, Bracket)  # noqa: S101 (asked of brackets alone)
    inner = detail.inner(note.span)
    match = _READING.fullmatch(text, inner.start, inner.end)
    whole = detail.opened and detail.closed and is_spaced(text, word, note.span)
    if not match or not whole or not _reads(match, word.of(text)):
        yield note
        yield Annotation(word, SIC, note.rule, note.cert)
        return
    name = names.ending_at(word.end)
    if name and len(match["reading"].split()) > 1:
        word = name.span
    names.join(word, note, Span(inner.end, inner.end))
    doubtful = match["doubt"] or "?" in match["reading"]
    cert = Certainty.LOW if doubtful else note.cert
    rule = "brackets.sic-corrected"
    yield Annotation(Span(word.start, note.span.end), CHOICE, rule)
    yield Annotation(word, WRONG, rule)
    yield replace(
        note, kind=CORRECTION, cert=cert, rule=rule, detail=replace(detail, function=_F.CORRECTION)
    )
    lead = Span(match.start("lead"), match.end("lead"))
    words = lead.of(text)
    lead = Span(lead.start + len(words) - len(words.lstrip()), lead.start + len(words.rstrip()))
    bare = Bracket(_F.SIC, opened=False, closed=False)
    yield Annotation(lead, NOTE, rule, note.cert, bare)


def _reads(match: re.Match[str], word: str) -> bool:
    """Whether what follows `sic` is another reading of the words before."""
    reading = match["reading"].strip("“”\"' ?")
    if not reading or _NO_READING.match(reading) or len(reading.split()) > _MOST_WORDS:
        return False
    alike = reading[0].isupper() == word[0].isupper() or reading[0].isdigit()
    return bool(match["cues"].strip()) or alike
