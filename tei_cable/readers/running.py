"""Running heads, folios and stamps: what stands on a page and is no part of its text.

Taken out are: the lines that number a telegram's pages; a line that begins or ends most of the
pages; a classification mark after its first; a releasing officer's name stamped again and again;
the mark of the document's end. Each different one is kept as a field, and reported.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.model import Span
from tei_cable.readers.parts import entry, field_of
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.findings import Finding
    from tei_cable.metadata import Entry
    from tei_cable.model import Source
    from tei_cable.readers.folding import Line

_PAGE = re.compile(r"PAGE (?P<n>\d{1,3})\b(?! ?[.,;:])[^a-z]*")
_STAMPED_TIME = re.compile(r"\d{6}Z")
_FOLIO = re.compile(r"[-–— ]*(?:[Pp]age )?(?P<n>\d{1,4})(?: (?:of|/) \d+)?[-–— ]*")
_BANNER = re.compile(
    r"(?:UNCLASSIFIED|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|RESTRICTED|CONFIDENTIAL"
    r"|(?:TOP )?SECRET|C O N F I D E N T I A L|S E C R E T)(?: *//?[A-Z /]+)?"
)
_END = re.compile(r"<< ?END OF DOCUMENT ?>>")
_RELEASE = re.compile(
    r"(?:Declassified/)?(?:Released )?US Department of State EO Systematic Review.*"
)
_NAME = re.compile(r"(?:[A-Z][a-z]+ ){1,2}(?:[A-Z]\. ){0,2}[A-Z][a-z]+")
_FEWEST_PAGES = 3
_INDENT = 6  # a stamped name is set apart from the margin


@dataclass(frozen=True, slots=True)
class Cleared:
    """The lines of a text without its running heads, and what was taken out."""

    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]
    markup: tuple[Span, ...]
    findings: tuple[Finding, ...]


def clear(source: Source, lines: Sequence[Line]) -> Cleared:
    """Take the running heads out of a text's lines; a line taken out is blank."""
    text = source.text
    heads = _heads(text, lines)
    if not heads:
        return Cleared(tuple(lines), (), (), ())
    left: list[Line] = []
    page: Line | None = None
    numbers = _folios(text, lines)
    for at, line in enumerate(lines):
        kept = replace(line, n=numbers[at]) if at in numbers else line
        if at in heads:
            kept = replace(kept, span=Span(line.span.start, line.span.start))
            n = heads[at]
            page = replace(kept, page=True, n=n) if n is not None else page
        elif page and not line.blank:
            kept, page = replace(kept, page=True, n=page.n or kept.n), None
        left.append(kept)
    groups: dict[str, list[Line]] = defaultdict(list)
    for at in sorted(heads):
        groups[_like(text, lines[at])].append(lines[at])
    entries = (_entry(text, group[0]) for group in groups.values())
    return Cleared(
        tuple(left),
        tuple(e for e in entries if e),
        tuple(line.span for group in groups.values() for line in group[1:]),
        tuple(_findings(source, groups.values())),
    )


def _entry(text: str, line: Line) -> Entry | None:
    field = field_of(text, line.span.start, line.span.end)
    return entry("running-head", field) if field else None


def _findings(source: Source, groups: Iterable[Sequence[Line]]) -> Iterator[Finding]:
    for group in groups:
        words = " ".join(group[0].span.of(source.text).split())
        times = "" if len(group) == 1 else f" ({len(group)} times)"
        message = f"“{words}” is taken for a running head or a stamp{times}: the header has it"
        yield tell(source, "TC105", message, group[0].span.start)


def _like(text: str, line: Line) -> str:
    """Return a line's words with all numbers alike."""
    return re.sub(r"\d+", "0", " ".join(line.span.of(text).split()))


def _heads(text: str, lines: Sequence[Line]) -> dict[int, str | None]:
    """Return the number of each line to take out, with the page that begins there if one does."""
    words = [" ".join(line.span.of(text).split()) for line in lines]
    found: dict[int, str | None] = {}
    # a time above the sender's line belongs to the telegram's head
    head = max((at for at, word in enumerate(words) if word.startswith("FM ")), default=0)
    first = next((at for at in range(head, len(words)) if words[at]), 0)
    for at, word in enumerate(words):
        if match := _PAGE.fullmatch(word):
            found[at] = str(int(match["n"]))
        elif _STAMPED_TIME.fullmatch(word) and at > first and _alone(words, at):
            found[at] = ""
        elif _END.fullmatch(word) or _RELEASE.fullmatch(word):
            found[at] = None
    found |= dict.fromkeys(_repeated(text, lines, words))
    return found | dict.fromkeys(_page_edges(text, lines))


def _alone(words: Sequence[str], at: int) -> bool:
    return not any(words[max(at - 1, 0) : at]) and not any(words[at + 1 : at + 2])


def _repeated(text: str, lines: Sequence[Line], words: Sequence[str]) -> Iterator[int]:
    """Yield banners but the first, and all of a stamped name that comes again."""
    count = Counter(words)
    seen: set[str] = set()
    stamped = {
        word
        for at, word in enumerate(words)
        if count[word] > 1 and _NAME.fullmatch(word) and _indent(text, lines[at]) >= _INDENT
    }
    for at, word in enumerate(words):
        if word in stamped or (word in seen and _BANNER.fullmatch(word)):
            yield at
        seen.add(word)


def _indent(text: str, line: Line) -> int:
    begin = max(text.rfind(c, 0, line.span.start) for c in "\n\r\f") + 1
    return line.span.start - begin


def _pages(lines: Sequence[Line]) -> list[list[int]]:
    """Return the numbers of the written lines of each page; none of a text of one or two.

    Of two pages nothing shows what runs.
    """
    starts = [0, *(at for at, line in enumerate(lines) if line.page and at)]
    if len(starts) < _FEWEST_PAGES:
        return []
    bounds = zip(starts, [*starts[1:], len(lines)], strict=True)
    return [[at for at in range(*bound) if not lines[at].blank] for bound in bounds]


def _page_edges(text: str, lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that begin or end most pages alike, numbers apart."""
    pages = _pages(lines)
    edges = {(side, page[side]) for page in pages if page for side in (0, -1)}
    count = Counter((side, _like(text, lines[at])) for side, at in edges)
    for side, at in edges:
        if 2 * count[side, _like(text, lines[at])] > len(pages):
            yield at


def _folios(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """Return the number of each page by its first line, if most pages have one at an edge."""
    pages = [page for page in _pages(lines) if page]
    found: dict[int, str] = {}
    for page in pages:
        edges = (_FOLIO.fullmatch(lines[page[side]].span.of(text)) for side in (0, -1))
        match = next(filter(None, edges), None)
        if match:
            found[page[0]] = match["n"]
    return found if 2 * len(found) > len(pages) else {}
