"""A text made from stretches of another, and the way back from its offsets."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.model import BY_PLACE, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of a derived text stand in the text it was made from.

    The derived text is a row of runs: run `i` begins at `starts[i]` and copies the original from
    `origins[i]`, character for character, or where `copied[i]` is false is put in there. What is
    put in stands for `widths[i]` characters of the original (an escape), or for none.
    """

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    copied: tuple[bool, ...]
    widths: tuple[int, ...] = ()

    def offset(self, position: int) -> int:
        """Return the original offset of a character of the derived text."""
        run = self._run(position)
        moved = position - self.starts[run] if self.copied[run] else 0
        return self.origins[run] + moved

    def position(self, offset: int, length: int) -> int:
        """Return the first character of a derived text of `length` that stands at `offset`.

        Where none does, that of the next that is derived; `length` if there is none. For texts
        that keep the order of their original.
        """
        return bisect_left(range(length), offset, key=self.offset)

    def copied_spans(self, length: int) -> list[Span]:
        """Return which stretches of the original a derived text of `length` holds."""
        return [
            Span(at, at + (end - start if copied else width))
            for start, end, at, copied, width in self.runs(length)
            if (copied and start < end) or width
        ]

    def faithful(self, derived: str, original: str) -> bool:
        """Whether each run that is copied says what the original says there."""
        return all(
            derived.startswith(original[at : at + end - start], start)
            for start, end, at, copied, _ in self.runs(len(derived))
            if copied
        )

    def span(self, start: int, end: int) -> Span:
        """Return the smallest original span that holds the derived characters [start, end)."""
        if end <= start:
            here = self.offset(start)
            return Span(here, here)
        last = self._run(end - 1)
        width = 1 if self.copied[last] else max(self._width(last), 1)
        return Span(self.offset(start), self.offset(end - 1) + width)

    def through(self, inner: OffsetMap, length: int) -> OffsetMap:
        """Return the map to what this map's original was itself derived from, by `inner`.

        `length` is that of the derived text.
        """
        runs: list[tuple[int, int, bool, int]] = []
        for start, end, at, copied, width in self.runs(length):
            if not copied:
                there = inner.span(at, at + width)
                runs.append((start, there.start, False, len(there) if width else 0))
                continue
            position = at
            while position < at + end - start:
                run = inner._run(position)
                here = start + position - at
                origin = inner.offset(position)
                runs.append((here, origin, inner.copied[run], inner._width(run)))
                position = inner.starts[run + 1] if run + 1 < len(inner.starts) else at + end
        return OffsetMap(*zip(*runs, strict=True)) if runs else inner

    def _run(self, position: int) -> int:
        return max(bisect_right(self.starts, position) - 1, 0)

    def _width(self, run: int) -> int:
        return self.widths[run] if self.widths else 0

    def runs(self, length: int) -> Iterator[tuple[int, int, int, bool, int]]:
        """Yield each run: where it begins and ends, its origin, whether copied, its width."""
        ends = (*self.starts[1:], length)
        widths = self.widths or (0,) * len(self.starts)
        return zip(self.starts, ends, self.origins, self.copied, widths, strict=True)


class Derivation:
    """Builds a derived text and its `OffsetMap`, run by run."""

    def __init__(self, original: str) -> None:
        """Begin an empty derived text of `original`."""
        self._original = original
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, bool, int]] = []

    def __len__(self) -> int:
        return self._length

    def copy(self, start: int, end: int) -> None:
        """Append the original's characters [start, end)."""
        if end > start:
            self._append(self._original[start:end], start, copied=True)

    def insert(self, characters: str, at: int) -> None:
        """Append characters that stand for something (or nothing) at an original offset."""
        if characters:
            self._append(characters, at, copied=False)

    def replace(self, start: int, end: int, characters: str) -> None:
        """Append characters that stand for the original's [start, end): an escape, decoded."""
        if characters:
            self._append(characters, start, copied=False, width=end - start)

    def append(self, derived: str, origin: OffsetMap) -> None:
        """Append a text that was derived from the same original."""
        for start, end, at, copied, width in origin.runs(len(derived)):
            self._append(derived[start:end], at, copied=copied, width=width)

    def _append(self, characters: str, origin: int, *, copied: bool, width: int = 0) -> None:
        self._runs.append((self._length, origin, copied, width))
        self._pieces.append(characters)
        self._length += len(characters)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the derived text and its map."""
        runs = self._runs or [(0, 0, True, 0)]
        return "".join(self._pieces), OffsetMap(*zip(*runs, strict=True))


def without(text: str, hidden: Iterable[Span]) -> tuple[str, OffsetMap]:
    """Return `text` with the `hidden` spans (sorted or not, may overlap) taken out, and the map."""
    made = Derivation(text)
    position = 0
    for span in sorted(hidden, key=BY_PLACE):
        made.copy(position, max(position, span.start))
        position = max(position, span.end)
    made.copy(position, len(text))
    return made.finish()
