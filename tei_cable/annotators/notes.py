"""Notes at the end of a text, and the numbers in it that lead to them.

The texts of notes are blocks with a label, `[1]`, `[^1]:` or `1.`, that are counted from some
number on, near the end. A bare number is a label before a capital, and before anything else
(`4 i.e. rice`, `4 19 May 1957`) where it goes on with the count. A number that is fused to a word
(`harvest2`) leads to a note only if there is a text with that number; `[1]` does so anyhow, which
the annotator of brackets says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.annotators.note_numbers import BRACKETED, fused
from tei_cable.annotators.running_on import awaits_name
from tei_cable.annotators.seen import seen_blocks
from tei_cable.findings import finding
from tei_cable.kinds import BREAK, LABEL, MARKUP, NOTE_ANCHOR, NOTE_TEXT, PARAGRAPH
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Numbered,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding

_RULE = "notes.text"
_LABEL = re.compile(
    r"\[(?P<mark>\^?)(?P<bracketed>\d{1,3})\]:?(?=\s+\S)"
    r"|[*•-] (?P<listed>\d{1,3})(?=\s+\S)"
    r"|(?P<plain>\d{1,3})(?:[.)](?=\s+\S)|(?=\s+(?!(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)[A-ZÀ-Ž“\"]))"
)
_BARE = re.compile(r"(?P<plain>\d{1,3})(?=\s+\S)")
_REFERENCE = re.compile(r"\[[^\[\]\n]*[^\d\s\[\]^][^\[\]\n]*\]")
_HEADING = re.compile(r"(?:notes|footnotes|endnotes)[.:]?", re.IGNORECASE)
_MARKED = re.compile(r"\[\^(\d{1,3})\](?!:)")
_MOST_AFTER = 3  # blocks that may follow the last note
_MOST_SKIPPED = 3  # notes that may be run in with one before them
_MOST_BETWEEN = 4  # blocks of a note without a label


@dataclass(frozen=True, slots=True)
class _Note:
    """A note's text: its number, the blocks it has, and where its label ends."""

    number: int
    blocks: tuple[Span, ...]
    label: Span
    bracketed: bool
    bare: bool = False


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield the notes that end a text, their labels, and the numbers that lead to them."""
    if any(a.kind is NOTE_TEXT for a in cable.annotations):
        yield from _marked(cable.text, Span(0, len(cable.text)))
        return
    notes = _notes(cable)
    body = Span(0, notes[0].label.start if notes else len(cable.text))
    anchors = fused(cable, body, [note.number for note in notes])
    cert = _belong(cable, body, notes, anchors) if notes else None
    if cert is None:
        yield from _marked(cable.text, body)
        return
    yield from _heading(cable, notes[0])
    for note in notes:
        yield from _text(cable.text, note, cert)
    yield from _marked(cable.text, body)
    yield from anchors


def _notes(cable: Cable) -> list[_Note]:
    """Return the run of labelled blocks that ends the text, in order; a few blocks may follow."""
    found: list[_Note] = []
    after: list[Span] = []
    seen = seen_blocks(cable)
    led = {int(match[1]) for match in BRACKETED.finditer(cable.text)}
    for block in reversed(cable.blocks[1:]):
        if block in seen:
            break
        note = _labelled(cable.text, block, found[-1] if found else None, led)
        if note is None:
            after.append(block)
            if len(after) > (_MOST_BETWEEN if found else _MOST_AFTER):
                break
            continue
        if found and note.number >= found[-1].number:
            break
        below = after[::-1] if found else _rest(cable.text, block, after[::-1])
        found.append(replace(note, blocks=(block, *below)))
        after = []
    if found and found[0].bare and [n.number + 1 for n in found[1:2]] != [found[0].number]:
        del found[0]
    return found[::-1]


def _labelled(text: str, block: Span, following: _Note | None, led: Container[int]) -> _Note | None:
    """Return a block as a note, if its label is written as that of the note which follows.

    A number before small letters or figures is a label only right before the following one, or
    if a number in brackets leads to it.
    """
    match = _LABEL.match(text, block.start, block.end)
    bracketed = match is not None and bool(match["bracketed"])
    if match and (following is None or bracketed is following.bracketed):
        number = int(match["bracketed"] or match["listed"] or match["plain"])
        return _Note(number, (block,), Span(*match.span()), bracketed)
    match = _BARE.match(text, block.start, block.end)
    number = int(match["plain"]) if match else 0
    most = _MOST_SKIPPED if number in led else 1
    counted = 1 <= following.number - number <= most if following else number in led
    if not match or not counted or (following and following.bracketed):
        return None
    return _Note(number, (block,), Span(*match.span()), bracketed=False, bare=True)


def _rest(text: str, block: Span, after: Sequence[Span]) -> Sequence[Span]:
    """Return the block that the last note goes on in, if it breaks off before a name."""
    goes_on = after and awaits_name(block.of(text), after[0].of(text))
    return after[:1] if goes_on else ()


def _heading(cable: Cable, first: _Note) -> Iterator[Annotation]:
    """Yield the word Notes above the first note: it goes with them wherever they stand."""
    above = [block for block in cable.blocks[1:] if block.end < first.label.start][-1:]
    for block in above:
        if _HEADING.fullmatch(block.of(cable.text)):
            yield Annotation(block, NOTE_TEXT, "notes.heading", detail=Numbered())


def _belong(
    cable: Cable, body: Span, notes: Sequence[_Note], anchors: Sequence[Annotation]
) -> Certainty | None:
    """Return how sure it is that labelled blocks are notes, None if they are none.

    Most of their numbers stand in the text before; one of them is enough where no full stop makes
    the labels those of a list. Such notes from 1 on may also follow the reference in brackets that
    ends a text, though no number was kept.
    """
    text = cable.text
    numbers = {note.number for note in notes}
    led = {int(m[1]) for m in BRACKETED.finditer(text, body.start, body.end)}
    led |= {int(m[1]) for m in _MARKED.finditer(text, body.start, body.end)}
    led |= {int(anchor.span.of(text)) for anchor in anchors}
    if 2 * len(led & numbers) > len(numbers):
        return Certainty.HIGH
    no_items = notes[0].bracketed or not any(n.label.of(text).endswith((".", ")")) for n in notes)
    if no_items and led & numbers:
        return Certainty.HIGH if notes[0].bracketed else Certainty.MEDIUM
    above = next((b for b in reversed(cable.blocks) if b.end < body.end), body)
    counted = sorted(numbers) == list(range(1, len(notes) + 1))
    ended = _REFERENCE.fullmatch(text, above.start, above.end)
    return Certainty.LOW if no_items and counted and ended else None


def _text(text: str, note: _Note, cert: Certainty) -> Iterator[Annotation | Finding]:
    """Yield a note with its paragraphs, if it has several; what breaks off in a name is joined."""
    span = Span(note.blocks[0].start, note.blocks[-1].end)
    yield Annotation(span, NOTE_TEXT, _RULE, cert, Numbered(str(note.number)))
    yield Annotation(note.label, LABEL, _RULE)
    whole = [note.blocks[0]]
    for block in note.blocks[1:]:
        if not awaits_name(whole[-1].of(text), block.of(text)):
            whole.append(block)
            continue
        whole[-1] = Span(whole[-1].start, block.end)
        at = Span(block.start, block.start)
        yield Annotation(at, BREAK, "structure.broken-paragraph", Certainty.LOW)
        yield finding("TC205", "a note is broken in mid-sentence: it was joined", span=at)
    if len(whole) > 1:
        yield from (Annotation(block, PARAGRAPH, _RULE) for block in whole)


def _marked(text: str, body: Span) -> Iterator[Annotation]:
    """Yield the anchors of Markdown, `[^1]`, with their brackets."""
    detail = Bracket(BracketFunction.NOTE_NUMBER)
    for match in _MARKED.finditer(text, body.start, body.end):
        start, end = match.span()
        yield Annotation(Span(start, end), NOTE_ANCHOR, "notes.markdown", detail=detail)
        for mark in (Span(start, start + 1), Span(end - 1, end)):
            yield Annotation(mark, MARKUP, "notes.markdown", detail=detail)
