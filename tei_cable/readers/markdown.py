"""The marks of Markdown in a text: headings, rules, emphasis, escapes, targets of links.

They are hidden, never interpreted further: numbers of lists, `[^1]` and tables stay as written.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.readers.folding import Line

_HEADING = re.compile(r"#{1,6}[ \t]+")
_RULE = re.compile(r"\*{3,}|-{3,}|_{3,}|(?:\*[ \t]+){2,}\*|(?:-[ \t]+){2,}-")
_FENCE = re.compile(r":{3,}(?:[ \t]*\{[^}\r\n]*\}|[ \t]*[\w-]*)[ \t]*:*")
_QUOTED = re.compile(r"(?:>[ \t]?)+")
_LOOSE = re.compile(r"[*_]{1,2}")  # an emphasis of whole paragraphs, closed on its own line
_EDGES = re.compile(r"_(?=[^\s_])|(?<=[^\s_])_$")
_INLINE = re.compile(
    r"""(?P<escape>\\)(?=[\\`*_{}\[\]()#+.!<>~|-]|$)
    |(?<=\])(?P<target>\(\#[\w.:-]*\))
    |(?<![\w*\\])(?P<open>\*{1,3})(?=[^\s*])[^*\r\n]*?[^\s*\\](?P<close>(?P=open))(?![\w*])
    |(?<![\w_\\])(?P<under>_)(?=[^\s_])[^_\r\n]*?[^\s_\\](?P<stop>_)(?![\w_])
    """,
    re.VERBOSE,
)


def is_rule(text: str, line: Line) -> bool:
    """Whether a line is a horizontal rule and nothing else."""
    return bool(_RULE.fullmatch(line.span.of(text)))


def heading(text: str, line: Line) -> int:
    """Return the length of a heading's mark, 0 if the line is no heading."""
    match = _HEADING.match(line.span.of(text))
    return match.end() if match else 0


def marks(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return the spans of the marks in some lines of a text, in order."""
    return [span for line in lines if not line.blank for span in _marks(text, line.span)]


def _marks(text: str, line: Span) -> Iterator[Span]:
    words = line.of(text)
    if any(p.fullmatch(words) for p in (_RULE, _FENCE, _LOOSE)):
        yield line
        return
    start = line.start
    for pattern in (_HEADING, _QUOTED):
        if match := pattern.match(text, start, line.end):
            yield Span(*match.span())
            start = match.end()
    found = set(_inline(text, start, line.end))
    found |= {
        Span(start + m.start(), start + m.end())
        for m in _EDGES.finditer(text[start : line.end])
        if m.start() == 0 or start + m.end() == line.end
    }
    yield from sorted(found)


def _inline(text: str, start: int, end: int) -> Iterator[Span]:
    position = start
    while match := _INLINE.search(text, position, end):
        names = [name for name, value in match.groupdict().items() if value]
        yield from (Span(*match.span(name)) for name in names)
        # what stands between the marks may hold marks too
        position = match.end(names[0])
