"""Overlapping annotations become one well-nested forest.

Rigid annotations that cross are settled first: the lower rank stays, then the longer, then the
earlier; the other is dropped and reported, as is a name that reaches over the edge of a block.
Then one sweep over the text opens and closes what is left; a splittable annotation is closed and
reopened wherever it would cross, and its parts are numbered. The cost is O(n log n) for n
annotations and parts, times the depth of splittables.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import TYPE_CHECKING

from tei_cable.kinds import MARKUP
from tei_cable.model import Annotation, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Node:
    """An annotation, or part number `part` (from 0) of the `parts` it was cut into."""

    annotation: Annotation
    span: Span
    children: tuple[Node, ...] = ()
    part: int = 0
    parts: int = 1


@dataclass(frozen=True, slots=True)
class Nesting:
    """The forest, in order of the text, and what had no room in it."""

    forest: tuple[Node, ...]
    dropped: tuple[Annotation, ...]


def nest(
    annotations: Iterable[Annotation], *, writable: Callable[[Span], bool] = lambda _: True
) -> Nesting:
    """Return the annotations as a forest; MARKUP is left out.

    `writable` says whether a part of a split annotation holds anything to write; parts that
    hold nothing are left out (the blank line between two paragraphs that a bracket joins).
    """
    candidates = sorted((a for a in annotations if a.kind is not MARKUP), key=_priority)
    rigid, dropped = _without_blocks([a for a in candidates if not a.kind.splittable])
    rigid, crossing = without_crossings(rigid)
    placed = rigid + [a for a in candidates if a.kind.splittable]
    order = {id(a): i for i, a in enumerate(placed)}
    sweep = _Sweep(order, writable)
    for annotation in sorted(placed, key=lambda a: _opening(a, order)):
        sweep.open(annotation)
    return Nesting(sweep.finish(), (*dropped, *crossing))


def _priority(annotation: Annotation) -> tuple[bool, int, int, int, str]:
    kind, span = annotation.kind, annotation.span
    return kind.splittable, kind.rank, -len(span), span.start, kind.name


def _opening(annotation: Annotation, order: dict[int, int]) -> tuple[int, bool, int, int]:
    """At one place: points before spans, then the longer before the shorter."""
    span = annotation.span
    return span.start, len(span) > 0, -len(span), order[id(annotation)]


def block_edges(annotations: Iterable[Annotation]) -> Callable[[Span], bool]:
    """Return a function that says whether a block begins or ends strictly within a span."""
    blocks = [a.span for a in annotations if a.kind.is_block]
    edges = sorted(edge for span in blocks for edge in (span.start, span.end))
    return lambda span: bisect_left(edges, span.end) > bisect_right(edges, span.start)


def _without_blocks(
    candidates: Sequence[Annotation],
) -> tuple[list[Annotation], list[Annotation]]:
    """Part what may stand where it is from names and the like that reach over a block's edge."""
    parted = block_edges(candidates)
    dropped = [a for a in candidates if not a.kind.is_block and parted(a.span)]
    return [a for a in candidates if a.kind.is_block or not parted(a.span)], dropped


def without_crossings(
    candidates: Sequence[Annotation],
) -> tuple[list[Annotation], list[Annotation]]:
    """Keep, in the order given, each annotation that crosses none of those kept before."""
    kept: list[Annotation] = []
    dropped: list[Annotation] = []
    edges = sorted({p for a in candidates for p in (a.span.start, a.span.end)})
    place = {p: i for i, p in enumerate(edges)}
    furthest_end = _Extremes(len(edges))
    earliest_start = _Extremes(len(edges))
    for annotation in candidates:
        start, end = annotation.span.start, annotation.span.end
        low, high = place[start] + 1, place[end]
        leaves = furthest_end.largest(low, high) > end
        enters = -earliest_start.largest(low, high) < start
        if leaves or enters:
            dropped.append(annotation)
            continue
        kept.append(annotation)
        furthest_end.raise_to(place[start], end)
        earliest_start.raise_to(place[end], -start)
    return kept, dropped


class _Extremes:
    """A row of numbers, all very small at first; the largest of a range in O(log n)."""

    _NOTHING = float("-inf")

    def __init__(self, size: int) -> None:
        self._size = max(size, 1)
        self._tree = [self._NOTHING] * (2 * self._size)

    def raise_to(self, index: int, value: int) -> None:
        node = index + self._size
        while node and self._tree[node] < value:  # what is above a number is no less than it
            self._tree[node] = value
            node //= 2

    def largest(self, low: int, high: int) -> float:
        """Return the largest number at the indices [low, high)."""
        best = self._NOTHING
        low, high = low + self._size, high + self._size
        while low < high:
            if low % 2:
                best = max(best, self._tree[low])
                low += 1
            if high % 2:
                high -= 1
                best = max(best, self._tree[high])
            low, high = low // 2, high // 2
        return best


@dataclass(slots=True)
class _Part:
    """A part of an annotation, open (its end not known yet) or closed."""

    annotation: Annotation
    start: int
    end: int = -1
    number: int = 0
    children: list[_Part] = field(default_factory=list)


class _Sweep:
    """One pass over all edges with a stack of what is open."""

    def __init__(self, order: dict[int, int], writable: Callable[[Span], bool]) -> None:
        self._order = order
        self._writable = writable
        self._stack: list[_Part] = []
        self._ends: list[int] = []
        self._roots: list[_Part] = []
        self._counts: dict[int, int] = {}

    def open(self, annotation: Annotation) -> None:
        """Open an annotation, cutting those that must give way to it."""
        start, end = annotation.span.start, annotation.span.end
        self._close_up_to(start)
        if start == end:
            self._keep(_Part(annotation, start, end))
            return
        reopened = [self._close(start) for _ in range(self._giving_way(annotation))]
        self._stack.append(_Part(annotation, start))
        heappush(self._ends, end)
        if reopened:
            self._reopen(reopened, start)

    def finish(self) -> tuple[Node, ...]:
        """Close everything and return the forest."""
        self._close_up_to(None)
        return tuple(self._freeze(part) for part in self._roots)

    def _giving_way(self, annotation: Annotation) -> int:
        """Return how many open parts, from the top, must be closed and reopened inside it."""
        count = 0
        for depth, part in enumerate(reversed(self._stack), 1):
            other = part.annotation
            if not other.kind.splittable:
                break
            crossed = other.span.end < annotation.span.end or annotation.kind.cuts
            if crossed and self._order[id(annotation)] < self._order[id(other)]:
                count = depth
            elif annotation.kind.splittable:
                break
        return count

    def _close_up_to(self, position: int | None) -> None:
        """Close what ends at or before `position` (None: everything), in order of the ends."""
        while self._ends and (position is None or self._ends[0] <= position):
            end = self._ends[0]
            due = 0
            while self._ends and self._ends[0] == end:
                heappop(self._ends)
                due += 1
            reopened = []
            while due:
                annotation = self._close(end)
                if annotation.span.end == end:
                    due -= 1
                else:
                    reopened.append(annotation)
            if reopened:
                self._reopen(reopened, end)

    def _reopen(self, annotations: list[Annotation], start: int) -> None:
        self._stack.extend(_Part(a, start) for a in reversed(annotations))

    def _close(self, end: int) -> Annotation:
        part = self._stack.pop()
        part.end = end
        span = Span(part.start, end)
        whole = span == part.annotation.span
        if whole or (len(span) and self._writable(span) and not self._in_bare()):
            self._keep(part)
        else:
            self._siblings().extend(part.children)
        return part.annotation

    def _in_bare(self) -> bool:
        return any(part.annotation.kind.bare for part in self._stack)

    def _keep(self, part: _Part) -> None:
        self._siblings().append(part)
        part.number = self._counts.get(id(part.annotation), 0)
        self._counts[id(part.annotation)] = part.number + 1

    def _siblings(self) -> list[_Part]:
        return self._stack[-1].children if self._stack else self._roots

    def _freeze(self, part: _Part) -> Node:
        children = tuple(self._freeze(child) for child in part.children)
        span = Span(part.start, part.end)
        count = self._counts[id(part.annotation)]
        return Node(part.annotation, span, children, part.number, count)
