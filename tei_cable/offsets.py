"""A text made from stretches of another, and the way back from its offsets."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where the characters of a derived text stand in the text it was made from.

    The derived text is a row of runs: run `i` begins at `starts[i]` and copies the original from
    `origins[i]`, or is inserted there where `copied[i]` is false.
    """

    starts: tuple[int, ...]
    origins: tuple[int, ...]
    copied: tuple[bool, ...]

    def offset(self, position: int) -> int:
        """Return the original offset of a character of the derived text."""
        run = bisect_right(self.starts, position) - 1
        moved = position - self.starts[run] if self.copied[run] else 0
        return self.origins[run] + moved

    def copied_spans(self, length: int) -> list[Span]:
        """Return which stretches of the original a derived text of `length` holds."""
        ends = (*self.starts[1:], length)
        runs = zip(self.starts, ends, self.origins, self.copied, strict=True)
        return [Span(at, at + end - start) for start, end, at, copied in runs if copied]

    def span(self, start: int, end: int) -> Span:
        """Return the smallest original span that holds the derived characters [start, end)."""
        if end <= start:
            here = self.offset(start)
            return Span(here, here)
        return Span(self.offset(start), self.offset(end - 1) + 1)


class Derivation:
    """Builds a derived text and its `OffsetMap`, run by run."""

    def __init__(self, original: str) -> None:
        """Begin an empty derived text of `original`."""
        self._original = original
        self._pieces: list[str] = []
        self._length = 0
        self._runs: list[tuple[int, int, bool]] = []

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

    def _append(self, characters: str, origin: int, *, copied: bool) -> None:
        self._runs.append((self._length, origin, copied))
        self._pieces.append(characters)
        self._length += len(characters)

    def finish(self) -> tuple[str, OffsetMap]:
        """Return the derived text and its map."""
        runs = self._runs or [(0, 0, True)]
        starts, origins, copied = zip(*runs, strict=True)
        return "".join(self._pieces), OffsetMap(starts, origins, copied)


def without(text: str, hidden: Iterable[Span]) -> tuple[str, OffsetMap]:
    """Return `text` with the `hidden` spans (sorted or not, may overlap) taken out, and the map."""
    made = Derivation(text)
    position = 0
    for span in sorted(hidden):
        made.copy(position, max(position, span.start))
        position = max(position, span.end)
    made.copy(position, len(text))
    return made.finish()
