"""A letter or telegram that a document quotes whole, with an opening and a closing of its own.

A quotation mark opens before it and closes after its signature, several blocks below; or the
words before it announce it (`Transmit the following:`), or say where it begins and ends, in lines
of their own or after other words (`... as follows. Begins:`, `... for rice. Ends.`). Without
a greeting, an addressee, a signature or an announcement a quotation of several blocks is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.annotators.addressees import addresses, greets
from tei_cable.annotators.blocks import annotate_middle, standing_alone
from tei_cable.annotators.edges import closer_annotations, opener_annotations
from tei_cable.annotators.lines import bare
from tei_cable.annotators.marks import Part, Role, parts
from tei_cable.annotators.opening import OpenerLine
from tei_cable.annotators.seen import are_free, seen_blocks
from tei_cable.annotators.signatures import (
    closes_with_date,
    is_signature,
    may_sign,
    takes_leave,
)
from tei_cable.findings import finding
from tei_cable.kinds import BLOCK_KINDS, BREAK, FLOATING_TEXT, PARAGRAPH
from tei_cable.model import Annotation, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding

_OPENS = re.compile(r"\[?[\"“„'‘](?=[\w\[(])")
_CLOSES = re.compile(r"(?:[.,!?]?[\"”’']|[\"”’'][.,;])\]?$")
_MARKS = "\"“”„'‘’"
_ANNOUNCES = re.compile(
    r"\b(?:transmit|convey|deliver|pass|hand|give|send|sending|transmitting|report)\b.*\bfollowing\b"
    r"|\b(?:text|contents?) of (?:the|this|his|their|a|my|your)\b.*\b(?:follows|is as follows)\b"
    r"|\bfollowing (?:\w+ )?(?:telegram|message|letter|answer|reply|cable|text)\b"
    r"|\b(?:telegram|message|letter|answer|reply|cable)\b.*\b(?:follows|reads|as follows|begins)\b",
    re.IGNORECASE,
)
_BEGINS = re.compile(r"(?:(?:message|text|quote) )?begins? ?[:.—–-]*", re.IGNORECASE)
_ENDS = re.compile(r"(?:(?:message|text|quote) )?ends?\.?|unquote\.?", re.IGNORECASE)
_BEGINS_AFTER = re.compile(r"\S\W+begins? ?[:.—–-]+$", re.IGNORECASE)
_ENDS_AFTER = re.compile(r"[.!?\"”’'] \(?(?:(?:Message|Text) )?(?:Ends|ENDS)\.?\)?$")
_LONGEST = 80  # blocks
_LOOK_BEHIND = 200  # characters before a message, where it is announced
_LINES = 4  # of its opener or closer


@dataclass(frozen=True, slots=True)
class _Message:
    """The blocks [first, last] of a message, how many open and how many close it."""

    first: int
    last: int
    opening: int
    closing: int


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield each message within the text, with its own opener, paragraphs and closer."""
    blocks, seen = cable.blocks, seen_blocks(cable)
    for message in _messages([block.of(cable.text) for block in blocks]):
        members = blocks[message.first : message.last + 1]
        if not are_free(members, seen):
            continue
        whole = Span(members[0].start, members[-1].end)
        yield Annotation(whole, FLOATING_TEXT, "embedded.message", Certainty.MEDIUM)
        lines = [_line(cable, message.first + n) for n in range(message.opening)]
        yield from opener_annotations(cable, lines, standing_alone(cable))
        end = len(members) - message.closing
        yield from _paragraphs(cable, members[message.opening : end])
        yield from closer_annotations(cable, members[end:])


def _paragraphs(cable: Cable, blocks: Sequence[Span]) -> Iterator[Annotation | Finding]:
    """Yield the middle of a message: as of a text, or a paragraph a block where that has none."""
    breaks: list[Span] = []
    made = list(annotate_middle(cable, blocks, frozenset(), breaks))
    if not any(a.kind in BLOCK_KINDS for a in made):
        made = [Annotation(block, PARAGRAPH, "embedded.paragraph") for block in blocks]
    yield from made
    for at in breaks if any(a.kind is PARAGRAPH for a in made) else ():
        yield Annotation(at, BREAK, "structure.broken-paragraph", Certainty.LOW)
        yield finding("TC205", "a message is broken in mid-sentence: it was joined", span=at)


def _line(cable: Cable, number: int) -> OpenerLine:
    row = cable.blocks[number].of(cable.text)
    found = parts(bare(row)) or (Part(Role.ADDRESSEE, 0, len(row)),)
    return OpenerLine(number, found)


def _messages(rows: Sequence[str]) -> Iterator[_Message]:
    """Yield the messages in rows, none overlapping another; each row is looked at a few times."""
    number = 1  # what begins a text is its own opener
    searched = 0  # no end of a quotation lies before this row
    while number < len(rows):
        end = _end(rows, number, searched)
        message = _read(rows, number, end) if end else None
        searched = max(searched, end or 0)
        if message:
            yield message
        number = message.last + 1 if message else number + 1


def _end(rows: Sequence[str], first: int, searched: int) -> int | None:
    """Return the last row of what may be a message that begins at a row, None if none does."""
    row, above = rows[first], rows[first - 1]
    highest = min(len(rows), first + _LONGEST)
    if _BEGINS.fullmatch(above):
        ends = (n - 1 for n in range(first + 1, highest) if _ENDS.fullmatch(rows[n]))
        return next(ends, None)
    if _BEGINS_AFTER.search(above[-_LOOK_BEHIND:]):
        told = (n for n in range(first, highest) if _ENDS_AFTER.search(rows[n][-_LOOK_BEHIND:]))
        return next(told, None)
    if not _OPENS.match(row) or _closes(row) or (first < searched):
        return None
    return next((n for n in range(first + 1, highest) if _closes(rows[n])), None)


def _closes(row: str) -> bool:
    """Whether a row ends with a quotation mark that it does not open itself."""
    if not _CLOSES.search(row):
        return False
    inner = row.strip(".,;]")[:-1]
    straight = inner.count('"')
    own = straight % 2 if not _OPENS.match(row) else (straight - 1) % 2
    return not (row.endswith(('"', '".', '",')) and own == 1)


def _read(rows: Sequence[str], first: int, last: int) -> _Message | None:
    """Return the message in rows [first, last], None where nothing shows that it is one."""
    opening = 0
    while opening < min(_LINES, last - first) and _leads(rows[first + opening]):
        opening += 1
    closing = 0
    room = min(_LINES, last - first - opening)
    while closing < room and _ends_letter(rows[last - closing]):
        closing += 1
    while closing and not _signs(rows[last - closing + 1]):
        closing -= 1
    signed = closing > 0
    above = rows[first - 1][-_LOOK_BEHIND:]
    announced = _ANNOUNCES.search(above) or _BEGINS.fullmatch(above) or _BEGINS_AFTER.search(above)
    if not (opening or signed or announced):
        return None
    return _Message(first, last, opening, closing)


def _bare(row: str) -> str:
    return row.strip(_MARKS + " .[]")


def _leads(row: str) -> bool:
    text = row.lstrip(_MARKS + "[ ")
    return bool(text) and (greets(text) or addresses(text) or bool(parts(bare(text))))


def _ends_letter(row: str) -> bool:
    text = "".join(c for c in row if c not in _MARKS).strip()
    return bool(text) and (may_sign(text) or takes_leave(text))


def _signs(row: str) -> bool:
    text = _bare(row)
    return bool(text) and (is_signature(text) or closes_with_date(text) or takes_leave(text))
