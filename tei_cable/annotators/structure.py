"""The parts of a document: opener, paragraphs, closer, and paragraphs that a page broke.

What leads the text is the opener (`opening`), what ends it the closer (`closing`); what follows
the closer is a postscript. Everything else is a paragraph. Blocks whose structure the reader has
seen are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from tei_cable.annotators.closing import closing
from tei_cable.annotators.edges import closer_annotations, opener_annotations
from tei_cable.annotators.opening import OpenerLine, opening
from tei_cable.findings import finding
from tei_cable.kinds import (
    BREAK,
    CLOSER,
    EXPANSION,
    FLOATING_TEXT,
    GAP,
    HEAD,
    LIST,
    NOTE,
    NOTE_ANCHOR,
    NOTE_TEXT,
    OPENER,
    PAGE_BREAK,
    PARAGRAPH,
    PARTICIPANTS,
    POSTSCRIPT,
    SPEECH,
    TABLE,
)
from tei_cable.metadata import CitationRole
from tei_cable.model import Annotation, Certainty, PageBreak, Span

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_LIST_LABEL = re.compile(r"\(?(?:\w|[ivx]+)[.)]\s")
_WHOLE_BLOCKS = frozenset(
    {
        LIST,
        PARTICIPANTS,
        SPEECH,
        TABLE,
        FLOATING_TEXT,
        NOTE_TEXT,
        HEAD,
        PARAGRAPH,
        OPENER,
        CLOSER,
        POSTSCRIPT,
    }
)
_SHORTEST_BROKEN = 40  # a shorter line before a small letter may be an item of a list


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield the structure of a cable: each block lies under exactly one kind of block."""
    held = reader_blocks(cable)
    cable = replace(cable, blocks=_before_notes(cable, held))
    blocks = cable.blocks
    opener = list(takewhile(lambda line: blocks[line.block] not in held, _opening(cable)))
    body_start = len(opener)
    last_held = max((n + 1 for n, block in enumerate(blocks) if block in held), default=0)
    closer_start, closer_end = _closing(cable, max(body_start, last_held - 1))
    yield from opener_annotations(cable, opener)
    middle = [block for block in blocks[body_start:closer_start] if block not in held]
    yield from _paragraphs(cable, middle)
    yield from closer_annotations(cable, blocks[closer_start:closer_end])
    apart = _standing_alone(cable)
    if any(block not in apart for block in blocks[closer_end:]):
        yield _over(blocks[closer_end:], POSTSCRIPT, "structure.postscript", Certainty.MEDIUM)
        yield from (_over([b], PARAGRAPH, "structure.paragraph") for b in blocks[closer_end:])


def reader_blocks(cable: Cable) -> frozenset[Span]:
    """Return the blocks whose structure was seen before: by the reader, or as notes at the end."""
    starts = [block.start for block in cable.blocks]
    return frozenset(
        cable.blocks[n]
        for a in cable.annotations
        if a.kind in _WHOLE_BLOCKS
        for n in range(bisect_left(starts, a.span.start), bisect_left(starts, a.span.end))
    )


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


def _opening(cable: Cable) -> list[OpenerLine]:
    rows = [block.of(cable.text) for block in cable.blocks]
    edges = zip(cable.blocks, cable.blocks[1:], strict=False)
    directly = [False, *(two.start - one.end == 1 for one, two in edges)]
    return opening(rows, directly, _title(cable))


def _closing(cable: Cable, first: int) -> tuple[int, int]:
    return closing([block.of(cable.text) for block in cable.blocks], first, _title(cable))


def _title(cable: Cable) -> str:
    return cable.metadata.title.value if cable.metadata.title else ""


def _paragraphs(cable: Cable, blocks: Sequence[Span]) -> Iterator[Annotation | Finding]:
    groups: list[list[Span]] = []
    pages = {a.span.start for a in cable.annotations if a.kind is PAGE_BREAK}
    starts = [block.start for block in cable.blocks]
    opaque = [a.span for a in cable.annotations if a.kind in (GAP, NOTE_ANCHOR, EXPANSION)]
    held = {
        cable.blocks[n].start
        for span in opaque
        for n in range(bisect_right(starts, span.start), bisect_left(starts, span.end))
    }
    for block in blocks:
        goes_on = groups and block.start not in held
        if goes_on and _broken(cable.text, groups[-1][-1], block, page=block.start in pages):
            groups[-1].append(block)
        else:
            groups.append([block])
    breaks = [Span(b.start, b.start) for group in groups for b in group[1:]]
    numbers = [] if pages else _page_numbers(cable, len(breaks))
    if numbers:
        yield _page_break(Span(0, 0), numbers[0])
    apart = _standing_alone(cable)
    if all(len(group) == 1 and group[0] in apart for group in groups):
        apart = frozenset()  # a text has a paragraph at least
    for group in groups:
        cert = Certainty.HIGH if len(group) == 1 else Certainty.LOW
        paragraph = _over(group, PARAGRAPH, "structure.paragraph", cert)
        if paragraph.span not in apart:
            yield paragraph
    for number, at in enumerate(breaks):
        message = "a paragraph is broken in mid-sentence: it was joined, and the break is marked"
        yield finding("TC205", message, span=at)
        if not pages:
            yield _page_break(at, numbers[number + 1] if numbers else "")
        elif at.start not in pages:
            yield Annotation(at, BREAK, "structure.broken-paragraph", Certainty.LOW)


def _standing_alone(cable: Cable) -> frozenset[Span]:
    """Return the spans of remarks and gaps: a block that is one is no paragraph of the text."""
    return frozenset(a.span for a in cable.annotations if a.kind in (NOTE, GAP))


def _page_break(at: Span, number: str) -> Annotation:
    return Annotation(
        at, PAGE_BREAK, "structure.broken-paragraph", Certainty.LOW, PageBreak(number)
    )


def _broken(text: str, block: Span, following: Span, *, page: bool) -> bool:
    """Whether a sentence runs on from one block to the next over a blank line.

    Over the edge of a page a capital may go on, if what stands before is no heading in capitals.
    """
    line, rest = block.of(text), following.of(text)
    apart = following.start - block.end == 2
    runs_out = len(line) >= _SHORTEST_BROKEN and (line[-1].isalnum() or line[-1] in ",;-–—")
    goes_on = rest[0].islower() or (page and rest[0].isalpha() and not line.isupper())
    return apart and runs_out and goes_on and not _LIST_LABEL.match(rest)


def _page_numbers(cable: Cable, breaks: int) -> list[str]:
    """Return the number of each page, if the citation names just as many pages as are seen."""
    pages = cable.parsed_citation.first(CitationRole.PAGES) if cable.parsed_citation else ""
    span = re.fullmatch(r"\D*(\d+)(?:[-–](\d+))?", pages)
    if not span:
        return []
    first, last = int(span[1]), int(span[2] or span[1])
    return [str(n) for n in range(first, last + 1)] if last - first == breaks else []
