"""Notes at the end of a text, and the numbers in it that lead to them.

The texts of notes are blocks with a label, `[1]`, `[^1]:` or `1.`, that are counted from some
number on, near the end. A number that is fused to a word (`harvest2`) leads to a note only if
there is a text with that number; `[1]` does so anyhow, which the annotator of brackets says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.annotators.seen import seen_blocks
from tei_cable.kinds import LABEL, MARKUP, NOTE_ANCHOR, NOTE_TEXT, PARAGRAPH
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Numbered,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable

_RULE = "notes.text"
_LABEL = re.compile(
    r"\[(?P<mark>\^?)(?P<bracketed>\d{1,3})\]:?(?=\s+\S)"
    r"|[*•-] (?P<listed>\d{1,3})(?=\s+\S)"
    r"|(?P<plain>\d{1,3})(?:[.)](?=\s+\S)|(?=\s+(?!(?:January|February|March|April|May|June"
    r"|July|August|September|October|November|December)\b)[A-ZÀ-Ž“\"]))"
)
_HEADING = re.compile(r"(?:notes|footnotes|endnotes)[.:]?", re.IGNORECASE)
_MARKED = re.compile(r"\[\^(\d{1,3})\](?!:)")
_BRACKETED = re.compile(r"\[(\d{1,3})\]")
_FUSED = re.compile(
    r"(?<![^\W\d_])(?P<word>[^\W\d_]{2,60})[.,;:!?]?[\"”’')\]]{0,2}(?P<n>\d{1,3})(?![\w%°]|[.,:]\d|-\d)"
)
_SPACED = re.compile(r"(?P<word>[^\W\d_]{2,})[\"”’')\]]? (?P<n>\d{1,3})(?=[,;:.)]?$)")
_COUNTED = frozenset(  # what has a number of its own
    {
        *("article", "art", "chapter", "clause", "copy", "document", "enclosure", "file", "folder"),
        *("fol", "group", "item", "line", "ll", "no", "nos", "number", "op", "page", "paragraph"),
        *("part", "point", "pp", "section", "series", "table", "telegram", "version", "vol"),
        *("volume", "january", "february", "march", "april", "may", "june", "july", "august"),
        *("september", "october", "november", "december"),
    }
)
_MOST_AFTER = 3  # blocks that may follow the last note
_MOST_BETWEEN = 4  # blocks of a note without a label
_ANCHOR = Bracket(BracketFunction.NOTE_NUMBER, opened=False, closed=False)


@dataclass(frozen=True, slots=True)
class _Note:
    """A note's text: its number, the blocks it has, and where its label ends."""

    number: int
    blocks: tuple[Span, ...]
    label: Span
    bracketed: bool


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield the notes that end a text, their labels, and the numbers that lead to them."""
    if any(a.kind is NOTE_TEXT for a in cable.annotations):
        yield from _marked(cable.text, Span(0, len(cable.text)))
        return
    notes = _notes(cable)
    body = Span(0, notes[0].label.start if notes else len(cable.text))
    anchors = _anchors(cable, body, [note.number for note in notes])
    if not notes or not _belong(cable.text, body, notes, anchors):
        yield from _marked(cable.text, body)
        return
    yield from _heading(cable, notes[0])
    for note in notes:
        yield from _text(note)
    yield from _marked(cable.text, body)
    yield from anchors


def _notes(cable: Cable) -> list[_Note]:
    """Return the run of labelled blocks that ends the text, in order; a few blocks may follow."""
    found: list[_Note] = []
    after: list[Span] = []
    seen = seen_blocks(cable)
    for block in reversed(cable.blocks[1:]):
        if block in seen:
            break
        match = _LABEL.match(cable.text, block.start, block.end)
        if match is None or (found and bool(match["bracketed"]) is not found[-1].bracketed):
            after.append(block)
            if len(after) > (_MOST_BETWEEN if found else _MOST_AFTER):
                break
            continue
        number = int(match["bracketed"] or match["listed"] or match["plain"])
        if found and number >= found[-1].number:
            break
        blocks = (block, *reversed(after)) if found else (block,)
        found.append(_Note(number, blocks, Span(*match.span()), bool(match["bracketed"])))
        after = []
    return found[::-1]


def _heading(cable: Cable, first: _Note) -> Iterator[Annotation]:
    """Yield the word Notes above the first note: it goes with them wherever they stand."""
    above = [block for block in cable.blocks[1:] if block.end < first.label.start][-1:]
    for block in above:
        if _HEADING.fullmatch(block.of(cable.text)):
            yield Annotation(block, NOTE_TEXT, "notes.heading", detail=Numbered())


def _belong(text: str, body: Span, notes: Sequence[_Note], anchors: Sequence[Annotation]) -> bool:
    """Whether labelled blocks are notes: most of their numbers stand in the text before."""
    numbers = {note.number for note in notes}
    led = {int(m[1]) for m in _BRACKETED.finditer(text, body.start, body.end)}
    led |= {int(m[1]) for m in _MARKED.finditer(text, body.start, body.end)}
    led |= {int(anchor.span.of(text)) for anchor in anchors}
    return 2 * len(led & numbers) > len(numbers) or (notes[0].bracketed and bool(led & numbers))


def _text(note: _Note) -> Iterator[Annotation]:
    span = Span(note.blocks[0].start, note.blocks[-1].end)
    yield Annotation(span, NOTE_TEXT, _RULE, detail=Numbered(str(note.number)))
    yield Annotation(note.label, LABEL, _RULE)
    if len(note.blocks) > 1:
        yield from (Annotation(block, PARAGRAPH, _RULE) for block in note.blocks)


def _marked(text: str, body: Span) -> Iterator[Annotation]:
    """Yield the anchors of Markdown, `[^1]`, with their brackets."""
    detail = Bracket(BracketFunction.NOTE_NUMBER)
    for match in _MARKED.finditer(text, body.start, body.end):
        start, end = match.span()
        yield Annotation(Span(start, end), NOTE_ANCHOR, "notes.markdown", detail=detail)
        for mark in (Span(start, start + 1), Span(end - 1, end)):
            yield Annotation(mark, MARKUP, "notes.markdown", detail=detail)


def _anchors(cable: Cable, body: Span, numbers: Sequence[int]) -> list[Annotation]:
    """Return numbers without brackets that lead to notes, in the order of the notes."""
    if not numbers:
        return []
    bracketed = {int(m[1]) for m in _BRACKETED.finditer(cable.text, body.start, body.end)}
    wanted = [number for number in numbers if number not in bracketed]
    return [
        Annotation(at, NOTE_ANCHOR, rule, cert, _ANCHOR)
        for at, rule, cert in _in_order(_places(cable, body), wanted)
    ]


def _places(cable: Cable, body: Span) -> Iterator[tuple[int, Span, str, Certainty]]:
    """Yield the numbers that are fused to a word, or end a block after one."""
    for block in cable.blocks:
        if block.start >= body.end:
            return
        for match in _FUSED.finditer(cable.text, block.start, block.end):
            if match["word"].lower() not in _COUNTED:
                at = Span(*match.span("n"))
                yield int(match["n"]), at, "notes.fused", Certainty.MEDIUM
        match_ = _SPACED.search(cable.text, max(block.start, block.end - 40), block.end)
        if match_ and match_["word"].lower() not in _COUNTED:
            yield int(match_["n"]), Span(*match_.span("n")), "notes.after-word", Certainty.LOW


def _in_order(
    places: Iterator[tuple[int, Span, str, Certainty]], numbers: Sequence[int]
) -> Iterator[tuple[Span, str, Certainty]]:
    """Yield the first place of each number, after that of the number before it."""
    wanted = iter(numbers)
    number = next(wanted, None)
    for found, at, rule, cert in places:
        if found == number:
            yield at, rule, cert
            number = next(wanted, None)
