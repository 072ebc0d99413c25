"""The names of a text and the edges of its blocks, while brackets make two forms one name."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.authority import in_use
from tei_cable.kinds import ORGANISATION, PAGE_BREAK, PERSON, PLACE
from tei_cable.model import Annotation, Certainty, Entity, EntityKind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_KINDS = {
    EntityKind.PERSON: (PERSON, "persons.corrected"),
    EntityKind.PLACE: (PLACE, "places.corrected"),
    EntityKind.ORGANISATION: (ORGANISATION, "organisations.corrected"),
}
_FULL = ("", "variant")  # names in full, no surname alone and no cover name


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
        self._called: dict[str, dict[str, Entity]] | None = None

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

    def called(self, text: str, words: str) -> Entity | None:
        """Return whom words name, as the authority file or another mention in the text says."""
        for kind in _KINDS:
            form = in_use().named(words, kind)
            if form and form.type in _FULL and form.cert is Certainty.HIGH:
                return form.entity
        found = self._mentions(text).get(words, {})
        return next(iter(found.values())) if len(found) == 1 else None

    def _mentions(self, text: str) -> dict[str, dict[str, Entity]]:
        """Return the words of the names at the first call, with the entities that they name."""
        if self._called is None:
            self._called = {}
            for name in self._names.values():
                if isinstance(name.detail, Mention):
                    entity = name.detail.entity
                    self._called.setdefault(name.span.of(text), {})[entity.id] = entity
        return self._called

    def add(self, span: Span, entity: Entity, cert: Certainty) -> None:
        """Take a name in, unless another stands there."""
        at = bisect_right(self._starts, span.start) - 1
        around = self._outer[max(0, at) : at + 2]
        if any(name.start < span.end and span.start < name.end for name in around):
            return
        kind, rule = _KINDS[entity.kind]
        made = Annotation(span, kind, rule, cert, Mention(entity))
        self._names[id(made)] = made
        self._by_end.setdefault(span.end, []).append(id(made))
        self._by_span[span] = id(made)

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
