"""The parts of a document: opener, paragraphs, closer, and paragraphs that a page broke.

The opener is what leads the text: classification marks and the addressee. The closer ends with
the last line that is a date, or ends in one, among the last lines; the short lines right above
it are its signature, and what follows it is a postscript. Everything else is a paragraph.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.authority import shipped, words
from tei_cable.dates import find
from tei_cable.findings import finding
from tei_cable.kinds import (
    CLASSIFICATION,
    CLOSER,
    DATELINE,
    OPENER,
    PAGE_BREAK,
    PARAGRAPH,
    POSTSCRIPT,
    SALUTE,
    SIGNED,
)
from tei_cable.metadata import CitationRole
from tei_cable.model import Annotation, Certainty, EntityKind, PageBreak, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_CLASSIFICATION = re.compile(
    r"(?:(?:strictly|top|most|very|special) )?(?:secret|confidential|restricted|unclassified"
    r"|eyes only|limited official use|making copies prohibited)[.!]?",
    re.IGNORECASE,
)
_TO = re.compile(r"\[?(?:To|TO|Dear|DEAR)\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_LIST_LABEL = re.compile(r"\(?(?:\w|[ivx]+)[.)]\s")
_SENTENCE = re.compile(r"[.!?:;][\"”’')\]]*$")

_SALUTE_WORDS = 12
_SIGNATURE_WORDS = 12
_CLOSING_LINES = 4
_SHORTEST_BROKEN = 40  # a shorter line before a small letter may be an item of a list


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield the structure of a cable: each block lies under exactly one kind of block."""
    blocks = cable.blocks
    body_start = _opener_length(cable)
    closer_start, closer_end = _closer(cable, body_start)
    if body_start:
        yield _over(blocks[:body_start], OPENER, "structure.opener")
    for block in blocks[:body_start]:
        is_mark = _CLASSIFICATION.fullmatch(_bare(block.of(cable.text)))
        yield _over([block], CLASSIFICATION if is_mark else SALUTE, "structure.opener-line")
    yield from _paragraphs(cable, blocks[body_start:closer_start])
    if closer_start < closer_end:
        yield _over(blocks[closer_start:closer_end], CLOSER, "structure.closer")
    for block in blocks[closer_start:closer_end]:
        kind = DATELINE if _is_dateline(block.of(cable.text)) else SIGNED
        yield _over([block], kind, "structure.closer-line")
    if closer_end < len(blocks):
        yield _over(blocks[closer_end:], POSTSCRIPT, "structure.postscript", Certainty.MEDIUM)
        yield from (_over([b], PARAGRAPH, "structure.paragraph") for b in blocks[closer_end:])


def _over(
    blocks: Sequence[Span], kind: Kind, rule: str, cert: Certainty = Certainty.HIGH
) -> Annotation:
    return Annotation(Span(blocks[0].start, blocks[-1].end), kind, rule, cert)


def _bare(line: str) -> str:
    return line.replace("[", "").replace("]", "").strip()


def _opener_length(cable: Cable) -> int:
    """Return how many blocks lead the text; the last block is never among them."""
    for number, block in enumerate(cable.blocks):
        line = block.of(cable.text)
        leads = _CLASSIFICATION.fullmatch(_bare(line)) or _addresses(line)
        if not leads or number == len(cable.blocks) - 1:
            return number
    return 0


def _addresses(line: str) -> bool:
    """Whether a line names an addressee: it is short, and begins or ends as one does."""
    tokens = _LETTERS.findall(line)
    if len(tokens) > _SALUTE_WORDS or re.search(r"[.!?]\]?$", line):
        return False
    if _TO.match(line):
        return True
    ends = line.rstrip("]").endswith((",", ":"))
    return ends and not (words("org-heads") | words("titles")).isdisjoint(tokens)


def _closer(cable: Cable, first: int) -> tuple[int, int]:
    """Return the range of the blocks that close the text, empty at the end if none do."""
    blocks, text = cable.blocks, cable.text
    for at in range(len(blocks) - 1, max(first, len(blocks) - 1 - _CLOSING_LINES), -1):
        line = blocks[at].of(text)
        if _date_at_end(line) is None or len(_LETTERS.findall(line)) > _SIGNATURE_WORDS:
            continue
        start = at
        while (
            start - 1 > first and at - start < _CLOSING_LINES and _signs(blocks[start - 1].of(text))
        ):
            start -= 1
        return start, at + 1
    return len(blocks), len(blocks)


def _date_at_end(line: str) -> int | None:
    """Return where the date begins that ends a line (full stop and brackets aside), or None."""
    bare = _bare(line).rstrip(" .,")
    last = list(find(bare))[-1:]
    complete = last and last[0].value and last[0].span.end == len(bare)
    return last[0].span.start if complete else None


def _is_dateline(line: str) -> bool:
    """Whether a line is a date, or a place and a date."""
    at = _date_at_end(line)
    if at is None:
        return False
    place = _bare(line)[:at].strip(" ,")
    return not place or shipped().named(place, EntityKind.PLACE) is not None


def _signs(line: str) -> bool:
    tokens = _LETTERS.findall(line)
    return (
        0 < len(tokens) <= _SIGNATURE_WORDS and not _SENTENCE.search(line) and line[0] not in '"“'
    )


def _paragraphs(cable: Cable, blocks: Sequence[Span]) -> Iterator[Annotation | Finding]:
    groups: list[list[Span]] = []
    for block in blocks:
        if groups and _broken(cable.text, groups[-1][-1], block):
            groups[-1].append(block)
        else:
            groups.append([block])
    breaks = [Span(b.start, b.start) for group in groups for b in group[1:]]
    numbers = _page_numbers(cable, len(breaks))
    if numbers:
        yield _page_break(Span(0, 0), numbers[0])
    for group in groups:
        cert = Certainty.HIGH if len(group) == 1 else Certainty.LOW
        yield _over(group, PARAGRAPH, "structure.paragraph", cert)
    known = {a.span.start for a in cable.annotations if a.kind is PAGE_BREAK}
    for number, at in enumerate(breaks):
        message = "a paragraph is broken in mid-sentence: it was joined, and a page break marked"
        yield finding("TC205", message, span=at)
        if at.start not in known:
            yield _page_break(at, numbers[number + 1] if numbers else "")


def _page_break(at: Span, number: str) -> Annotation:
    return Annotation(
        at, PAGE_BREAK, "structure.broken-paragraph", Certainty.LOW, PageBreak(number)
    )


def _broken(text: str, block: Span, following: Span) -> bool:
    """Whether a sentence runs on from one block to the next over a blank line."""
    line, rest = block.of(text), following.of(text)
    apart = following.start - block.end == 2
    runs_out = len(line) >= _SHORTEST_BROKEN and (line[-1].isalnum() or line[-1] in ",;-–—")
    return apart and runs_out and rest[0].islower() and not _LIST_LABEL.match(rest)


def _page_numbers(cable: Cable, breaks: int) -> list[str]:
    """Return the number of each page, if the citation names just as many pages as are seen."""
    pages = cable.parsed_citation.first(CitationRole.PAGES) if cable.parsed_citation else ""
    span = re.fullmatch(r"\D*(\d+)(?:[-–](\d+))?", pages)
    if not span or any(a.kind is PAGE_BREAK for a in cable.annotations):
        return []
    first, last = int(span[1]), int(span[2] or span[1])
    return [str(n) for n in range(first, last + 1)] if last - first == breaks else []
