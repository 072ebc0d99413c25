"""The parts of a document: opener, middle, closer, and where its pages break.

What leads the text is the opener (`opening`), what ends it the closer (`closing`); what follows
the closer is a postscript. The package `blocks` says what stands between. Blocks whose structure
the reader has seen (the contract is in `kinds`) are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from tei_cable.annotators.blocks import annotate_middle, standing_alone
from tei_cable.annotators.closing import closing
from tei_cable.annotators.edges import closer_annotations, opener_annotations, times
from tei_cable.annotators.opening import OpenerLine, opening
from tei_cable.annotators.seen import seen_blocks
from tei_cable.findings import finding
from tei_cable.kinds import (
    BLOCK_KINDS,
    BREAK,
    DATELINE,
    HEAD,
    LINE_BREAK,
    NOTE_ANCHOR,
    NOTE_TEXT,
    OPENER,
    ORNAMENT,
    PAGE_BREAK,
    PARAGRAPH,
    POSTSCRIPT,
)
from tei_cable.metadata import CitationRole
from tei_cable.model import Annotation, Certainty, PageBreak, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_MOST_AFTER_NOTES = 3


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield the structure of a cable: each block lies under exactly one kind of block."""
    held = seen_blocks(cable)
    notes = _from_notes(cable, held)
    blocks = cable.blocks[: len(cable.blocks) - len(notes)]
    cable = replace(cable, blocks=blocks)
    lead = _seen_lead(cable)
    opener = list(takewhile(lambda line: blocks[line.block] not in held, _opening(cable, lead)))
    body_start = lead + len(opener)
    last_held = max((n + 1 for n, block in enumerate(blocks) if block in held), default=0)
    closer_start, closer_end = _closing(cable, max(body_start, last_held - 1))
    apart = standing_alone(cable)
    for seen in cable.annotations:
        if seen.kind is DATELINE:
            yield from times(cable.text, seen.span)
    yield from opener_annotations(cable, opener, apart)
    closed = closer_start < closer_end
    rest = () if closed else notes
    yield from _middle(cable, blocks[body_start:closer_start] + rest, held)
    yield from closer_annotations(cable, blocks[closer_start:closer_end])
    yield from _postscript(blocks[closer_end:], apart)
    if closed:
        for block in notes:
            yield from _postscript([block] if block not in held else [], apart)


def _postscript(blocks: Sequence[Span], apart: Container[Span]) -> Iterator[Annotation]:
    """Yield what follows a closer as a postscript, unless it is something already."""
    if any(block not in apart for block in blocks):
        yield _over(blocks, POSTSCRIPT, "structure.postscript", Certainty.MEDIUM)
        yield from (_over([b], PARAGRAPH, "structure.paragraph") for b in blocks)


def _from_notes(cable: Cable, held: Container[Span]) -> tuple[Span, ...]:
    """Return the blocks from the notes that end the text on; little but notes is among them."""
    notes = {a.span.start for a in cable.annotations if a.kind is NOTE_TEXT}
    first = min(notes, default=len(cable.text))
    rest = cable.blocks[bisect_left([block.start for block in cable.blocks], first) :]
    return rest if sum(block not in held for block in rest) <= _MOST_AFTER_NOTES else ()


def _over(
    blocks: Sequence[Span], kind: Kind, rule: str, cert: Certainty = Certainty.HIGH
) -> Annotation:
    return Annotation(Span(blocks[0].start, blocks[-1].end), kind, rule, cert)


def _seen_lead(cable: Cable) -> int:
    """Return how many blocks lead the text that the reader knows as heads or parts of an opener."""
    tops = [a.span for a in cable.annotations if a.kind in (HEAD, OPENER)]
    inside = (any(top.contains(block) for top in tops) for block in cable.blocks)
    return sum(1 for _ in takewhile(bool, inside))


def _opening(cable: Cable, lead: int) -> list[OpenerLine]:
    """Return the lines of the opener, which begins after so many blocks."""
    rows = [block.of(cable.text) for block in cable.blocks]
    edges = zip(cable.blocks, cable.blocks[1:], strict=False)
    directly = [False, *(two.start - one.end == 1 for one, two in edges)]
    lines = opening(rows[lead:], directly[lead:], _title(cable))
    return [replace(line, block=lead + line.block) for line in lines]


def _closing(cable: Cable, first: int) -> tuple[int, int]:
    return closing([block.of(cable.text) for block in cable.blocks], first, _title(cable))


def _title(cable: Cable) -> str:
    return cable.metadata.title.value if cable.metadata.title else ""


def _middle(
    cable: Cable, blocks: Sequence[Span], seen: Container[Span]
) -> Iterator[Annotation | Finding]:
    breaks: list[Span] = []
    made = list(annotate_middle(cable, blocks, seen, breaks))
    pages = [a for a in (*cable.annotations, *made) if a.kind is PAGE_BREAK]
    starts = {page.span.start for page in pages}
    noted = {a.span.start for a in cable.annotations if a.kind is NOTE_ANCHOR}
    edges = [at for at in breaks if _after_blank(cable, at) and at.start not in noted]
    numbers = [] if pages else _page_numbers(cable, len(edges))
    new_pages = {} if pages else dict(zip(edges, numbers[1:] or [""] * len(edges), strict=True))
    if numbers:
        yield _page_break(Span(0, 0), numbers[0])
    if not any(a.kind in BLOCK_KINDS for a in (*cable.annotations, *made)):
        made = [a for a in made if a.kind is not ORNAMENT]
        made += [_over([b], PARAGRAPH, "structure.paragraph") for b in blocks if b not in seen]
    yield from made
    yield from _joined(cable, breaks, starts, new_pages)


def _joined(
    cable: Cable, breaks: Sequence[Span], starts: Container[int], new_pages: Mapping[Span, str]
) -> Iterator[Annotation | Finding]:
    """Yield the marks where paragraphs were joined, and the findings; for all mere lines one."""
    wrapped = [at for at in breaks if not _after_blank(cable, at)]
    for at in wrapped:
        yield Annotation(at, LINE_BREAK, "structure.broken-paragraph", Certainty.LOW)
    if wrapped:
        one = "a line ends in mid-sentence: it was joined to the next, and its end is marked"
        many = f"{len(wrapped)} lines end in mid-sentence: each was joined to the next, first here"
        yield finding("TC205", many if len(wrapped) > 1 else one, span=wrapped[0])
    for at in (at for at in breaks if _after_blank(cable, at)):
        message = "a paragraph is broken in mid-sentence: it was joined, and the break is marked"
        yield finding("TC205", message, span=at)
        if at in new_pages:
            yield _page_break(at, new_pages[at])
        elif at.start not in starts:
            yield Annotation(at, BREAK, "structure.broken-paragraph", Certainty.LOW)


def _after_blank(cable: Cable, at: Span) -> bool:
    return cable.text[max(at.start - 2, 0) : at.start] == "\n\n"


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
