"""Progress on stderr: a bar where somebody watches, a line now and then where nobody does."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TextIO

    from tei_cable.batch.work import Outcome

_WATCHED = 0.2  # seconds between two states of the bar
_UNWATCHED = 30.0
_WIDTH = 24


@dataclass(slots=True)
class Progress:
    """Counts documents as they are done; `total` is 0 where nobody knows how many there are."""

    stream: TextIO
    total: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    _started: float = field(default_factory=time.monotonic)
    _shown: float = 0.0

    def __call__(self, outcome: Outcome | None) -> None:
        """Count a document; None is one that was left as it was."""
        self._counts["unchanged" if outcome is None else outcome.status.value] += 1
        watched = self.stream.isatty()
        if time.monotonic() - max(self._shown, self._started) < (
            _WATCHED if watched else _UNWATCHED
        ):
            return
        self._shown = time.monotonic()
        self.stream.write(f"\r{self._bar()}\033[K" if watched else f"{self._counted()}\n")
        self.stream.flush()

    def finish(self) -> None:
        """Write the last state on a line of its own, if a bar was shown."""
        if self._shown and self.stream.isatty():
            self.stream.write(f"\r{self._bar()}\033[K\n")

    def _bar(self) -> str:
        done = self._counts.total()
        if not self.total:
            return self._counted()
        filled = _WIDTH * min(done, self.total) // self.total
        return f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {self._counted()}"

    def _counted(self) -> str:
        done = self._counts.total()
        rate = done / max(time.monotonic() - self._started, 0.001)
        of = f" of {self.total}, {_duration((self.total - done) / rate)} left" if self.total else ""
        parts = ", ".join(f"{n} {name}" for name, n in sorted(self._counts.items()))
        return f"{done}{of}, {rate:.0f}/s: {parts}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(max(int(seconds), 0), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
