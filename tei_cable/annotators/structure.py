"""The parts of a document: opener, middle, closer, and where its pages break.

The opener is what leads the text: classification marks and the addressee. The closer ends with
the last line that is a date, or ends in one, among the last lines; the short lines right above
it are its signature, and what follows it is a postscript. Without a date, short lines at the end
close the text from the first that is a name. The package `blocks` says what stands between.
Blocks whose structure the reader has seen (the contract is in `kinds`) are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators import lines
from tei_cable.annotators.blocks import annotate_middle, standing_alone
from tei_cable.annotators.seen import seen_blocks
from tei_cable.findings import finding
from tei_cable.kinds import (
    BLOCK_KINDS,
    BREAK,
    CLASSIFICATION,
    CLOSER,
    DATELINE,
    NOTE_TEXT,
    OPENER,
    PAGE_BREAK,
    PARAGRAPH,
    POSTSCRIPT,
    SALUTE,
    SIGNED,
)
from tei_cable.metadata import CitationRole
from tei_cable.model import Annotation, Certainty, PageBreak, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_CLOSING_LINES = 4


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield the structure of a cable: each block lies under exactly one kind of block."""
    held = seen_blocks(cable)
    cable = replace(cable, blocks=_before_notes(cable, held))
    blocks = cable.blocks
    body_start = _opener_length(cable)
    body_start = next((n for n in range(body_start) if blocks[n] in held), body_start)
    last_held = max((n + 1 for n, block in enumerate(blocks) if block in held), default=0)
    closer_start, closer_end = _closer(cable, max(body_start, last_held - 1))
    apart = standing_alone(cable)
    if body_start:
        yield _over(blocks[:body_start], OPENER, "structure.opener")
    for block in blocks[:body_start]:
        if block in apart:
            continue  # `[TOP SECRET]` is a note already
        is_mark = lines.classifies(block.of(cable.text))
        yield _over([block], CLASSIFICATION if is_mark else SALUTE, "structure.opener-line")
    yield from _middle(cable, blocks[body_start:closer_start], held)
    if closer_start < closer_end:
        yield _over(blocks[closer_start:closer_end], CLOSER, "structure.closer")
    for block in blocks[closer_start:closer_end]:
        yield _over([block], _closing_kind(block.of(cable.text)), "structure.closer-line")
    if any(block not in apart for block in blocks[closer_end:]):
        yield _over(blocks[closer_end:], POSTSCRIPT, "structure.postscript", Certainty.MEDIUM)
        yield from (_over([b], PARAGRAPH, "structure.paragraph") for b in blocks[closer_end:])


def _before_notes(cable: Cable, held: Container[Span]) -> tuple[Span, ...]:
    """Return the blocks up to the notes that end the text."""
    notes = {a.span.start for a in cable.annotations if a.kind is NOTE_TEXT}
    first = min(notes, default=len(cable.text))
    last = bisect_left([block.start for block in cable.blocks], first)
    rest = cable.blocks[last:]
    return cable.blocks[:last] if all(block in held for block in rest) else cable.blocks


def _over(
    blocks: Sequence[Span], kind: Kind, rule: str, cert: Certainty = Certainty.HIGH
) -> Annotation:
    return Annotation(Span(blocks[0].start, blocks[-1].end), kind, rule, cert)


def _closing_kind(line: str) -> Kind:
    if lines.is_dateline(line):
        return DATELINE
    return SALUTE if lines.takes_leave(line) else SIGNED


def _opener_length(cable: Cable) -> int:
    """Return how many blocks lead the text; the last block is never among them."""
    for number, block in enumerate(cable.blocks):
        line = block.of(cable.text)
        leads = lines.classifies(line) or lines.addresses(line)
        if not leads or number == len(cable.blocks) - 1:
            return number
    return 0


def _closer(cable: Cable, first: int) -> tuple[int, int]:
    """Return the range of the blocks that close the text, empty at the end if none do."""
    rows = [block.of(cable.text) for block in cable.blocks]
    for at in range(len(rows) - 1, max(first, len(rows) - 1 - _CLOSING_LINES), -1):
        if lines.closes_with_date(rows[at]):
            return _first_short(rows, at, first), at + 1
    start = _first_short(rows, len(rows), first)
    signature = next((n for n in range(start, len(rows)) if lines.is_signature(rows[n])), len(rows))
    if start < signature < len(rows) and rows[signature - 1].endswith(","):
        signature -= 1  # "With comradely greetings,"
    return signature, len(rows)


def _first_short(rows: Sequence[str], end: int, first: int) -> int:
    """Return where the run of short lines begins that ends before `end`; one block stays above."""
    start = end
    while start - 1 > first and end - start < _CLOSING_LINES and lines.may_sign(rows[start - 1]):
        start -= 1
    return start


def _middle(
    cable: Cable, blocks: Sequence[Span], seen: Container[Span]
) -> Iterator[Annotation | Finding]:
    breaks: list[Span] = []
    made = list(annotate_middle(cable, blocks, seen, breaks))
    pages = [a for a in (*cable.annotations, *made) if a.kind is PAGE_BREAK]
    starts = {page.span.start for page in pages}
    numbers = [] if pages else _page_numbers(cable, len(breaks))
    if numbers:
        yield _page_break(Span(0, 0), numbers[0])
    if not any(a.kind in BLOCK_KINDS for a in (*cable.annotations, *made)):
        made += [_over([b], PARAGRAPH, "structure.paragraph") for b in blocks if b not in seen]
    yield from made
    for number, at in enumerate(breaks):
        message = "a paragraph is broken in mid-sentence: it was joined, and the break is marked"
        yield finding("TC205", message, span=at)
        if not pages:
            yield _page_break(at, numbers[number + 1] if numbers else "")
        elif at.start not in starts:
            yield Annotation(at, BREAK, "structure.broken-paragraph", Certainty.LOW)


def _page_break(at: Span, number: str) -> Annotation:
    return Annotation(
        at, PAGE_BREAK, "structure.broken-paragraph", Certainty.LOW, PageBreak(number)
    )


def _page_numbers(cable: Cable, breaks: int) -> list[str]:
    """Return the number of each page, if the citation names just as many pages as are seen."""
    pages = cable.parsed_citation.first(CitationRole.PAGES) if cable.parsed_citation else ""
    span = re.fullmatch(r"\D*(\d+)(?:[-–](\d+))?", pages)
    if not span:
        return []
    first, last = int(span[1]), int(span[2] or span[1])
    return [str(n) for n in range(first, last + 1)] if last - first == breaks else []
