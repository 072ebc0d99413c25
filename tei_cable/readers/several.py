"""Several documents in one file: where each begins."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.dates import parse
from tei_cable.readers import front_matter, telegram
from tei_cable.readers.folding import lines_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_cable.model import Source, Span

_CITATION = re.compile(r"Citation ?:")
_NEXT_LABEL = re.compile(r"(?:Summary|Credits|Original Language|Contents) ?:")
_BANNER = re.compile(r"\W*Digital Archive\b.*")
_ABOVE = 8  # a heading has at most so many lines: banner, date, title


def starts(source: Source, reader: str) -> list[int]:
    """Return the offset where each document of a source begins; one at least.

    `reader` is the name of the format. Formats that do not tell have one document a file.
    """
    found = _STARTS[reader](source) if reader in _STARTS else []
    return [0, *found[1:]]


def _pages(source: Source) -> list[int]:
    """Find archive pages: `Citation:` with another label after it, the heading above."""
    text = source.text
    if len(_CITATION.findall(text)) < 2:
        return []
    lines = [line.span for line in lines_of(text) if len(line.span)]
    labels = [n for n, span in enumerate(lines) if _CITATION.match(span.of(text))]
    found: list[int] = []
    for n, at in enumerate(labels):
        end = labels[n + 1] if n + 1 < len(labels) else len(lines)
        if any(_NEXT_LABEL.match(span.of(text)) for span in lines[at:end]):
            start = _heading(text, lines, at)
            if start is not None or not found:
                found.append(start or 0)
    return found


def _heading(text: str, lines: list[Span], at: int) -> int | None:
    """Return where the heading above a citation begins: at its banner, else at its date."""
    above = lines[max(0, at - _ABOVE) : at]
    for fits in (_BANNER.fullmatch, parse):
        found = [span.start for span in above if fits(" ".join(span.of(text).split()))]
        if found:
            return found[-1]
    return None


_STARTS: dict[str, Callable[[Source], list[int]]] = {
    "archive-page": _pages,
    "front-matter": front_matter.starts,
    "telegram": telegram.starts,
}
