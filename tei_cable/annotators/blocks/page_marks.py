"""Words that mark the beginning of a page: `(p. 2)`, `- 2 -`, `//`.

`(p. 2)` and a number between dashes are marks where they stand alone. Within a line `(p. 2)` is
one only if the numbers of all such brackets go up by one, since a text may also refer to a page;
two slashes between blanks are one wherever they stand.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.kinds import PAGE_BREAK
from tei_cable.model import Annotation, Certainty, PageBreak, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PAGE = r"\((?:p|pg|page|l|list)\.? ?(\d{1,4})\)"
_BLOCK = re.compile(
    rf"{_PAGE}|[-–—] ?(\d{{1,3}}) ?[-–—]|//|(?:Page|PAGE) (\d{{1,3}})(?: of \d{{1,3}})?"
)
_IN_LINE = re.compile(rf"(?<!\S){_PAGE}(?!\S)")
_SLASHES = re.compile(r"(?<!\S)//(?!\S)")


def mark(words: str) -> PageBreak | None:
    """Return the page that a block's words mark; None if they are no such mark."""
    match = _BLOCK.fullmatch(words)
    return PageBreak(next(filter(None, match.groups()), "")) if match else None


def marks_in_lines(text: str, blocks: Sequence[Span]) -> Iterator[Annotation]:
    """Yield the marks that stand among the words of blocks."""
    numbered: list[tuple[Span, int]] = []
    alone: list[int] = []
    for block in blocks:
        alone += [int(page.n) for page in [mark(block.of(text))] if page and page.n]
        if alone and mark(block.of(text)):
            continue
        numbered += [
            (Span(*match.span()), int(match[1]))
            for match in _IN_LINE.finditer(text, block.start, block.end)
        ]
        for match in _SLASHES.finditer(text, block.start, block.end):
            if len(block) > len(match.group()):
                yield _in_line(Span(*match.span()), "")
    numbers = sorted({*alone, *(n for _, n in numbered)})
    if len(numbers) > 1 and numbers[-1] - numbers[0] < len(alone) + len(numbered):
        for span, number in numbered:
            yield _in_line(span, str(number))


def _in_line(span: Span, number: str) -> Annotation:
    return Annotation(
        span, PAGE_BREAK, "structure.page-in-line", Certainty.MEDIUM, PageBreak(number)
    )
