"""What callers hand over, checked where it comes in: the wrong kind of thing is a TypeError."""

from __future__ import annotations

import os
from pathlib import Path


def path_of(value: object, argument: str) -> Path:
    """Return the path that `argument` is; TypeError, which names it, if it is none."""
    if isinstance(value, str | os.PathLike):
        return Path(value)
    raise TypeError(f"{argument} is a {type(value).__name__}; expected a path")


def expect(value: object, kind: type, argument: str, expected: str) -> None:
    """Raise TypeError, which names `argument` and what is expected, if it is of another kind."""
    if not isinstance(value, kind):
        raise TypeError(f"{argument} is a {type(value).__name__}; expected {expected}")
