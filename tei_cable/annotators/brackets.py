"""Brackets become annotations: what each does, and which of its delimiters the source has."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators import hands
from tei_cable.annotators.bracket_rules import BY_HAND, UNCLAIMED, Context, Decision, classify
from tei_cable.annotators.bracket_rules.extent import extent_of
from tei_cable.annotators.bracket_rules.terms import told
from tei_cable.annotators.pairs import pairs
from tei_cable.findings import finding
from tei_cable.kinds import (
    ADDITION,
    EXPANDED,
    EXPANSION,
    GAP,
    LABEL,
    MARKUP,
    NOTE,
    NOTE_ANCHOR,
    NOTE_TEXT,
    PAGE_BREAK,
    SUPPLIED,
    UNCLEAR,
)
from tei_cable.languages import UNDETERMINED, tag_of
from tei_cable.model import (
    Annotation,
    BracketFunction,
    Certainty,
    Delimiters,
    PageBreak,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.pairs import Pair
    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_LOOK_BEHIND = 80
_LOOK_AHEAD = 15
_LABEL_RULE = "notes.label"
_F = BracketFunction
_REMARKS = frozenset({_F.HANDWRITING, _F.EDITORIAL})
_READ_ON = frozenset({_F.WORDS, _F.DATE, _F.OMITTED})
_GAPS = frozenset({_F.OMISSION, _F.ILLEGIBLE, _F.LOST, _F.REDACTED, _F.GARBLED, _F.DELETED})
_NOTES = frozenset(
    {
        _F.GLOSS,
        _F.ABBREVIATED,
        _F.REGULARISED,
        _F.EDITORIAL,
        _F.SIC,
        _F.DOUBT,
        _F.HANDWRITING,
        _F.SIGNATURE,
        _F.TERM,
        _F.CLASSIFICATION,
    }
)
_KINDS: dict[BracketFunction, Kind] = {
    **dict.fromkeys(_GAPS, GAP),
    **dict.fromkeys(_NOTES, NOTE),
    _F.EXPANSION: EXPANSION,
    _F.UNCLEAR: UNCLEAR,
    _F.NOTE_NUMBER: NOTE_ANCHOR,
}
_LIST_LABEL = re.compile(r"\s*\(?(?:\w{1,3}[.)]|[-–•*])(?:,?\s*\(?\w{1,3}[.)])*\s*")
# `Words in square brackets have been inserted from another copy`
_NOTED = re.compile(
    r"\b(?:words?|texts?|material|matter|passages?|portions?|parts?|figures?|letters?|names?"
    r"|phrases?|changes|amendments|insertions|additions|corrections)\b[^.\n]{0,40}"
    r" in (?:square )?brackets\b,? (?:(?:has|have|was|were|is|are|been)\b ?){0,2}"
    r"(?:by \w+ )?(?:corrected|inserted|supplied|added|amended|altered|restored|taken"
    r"|interpolated|reconstructed|editorial|the (?:editor|translator)s?['’])",
    re.IGNORECASE,
)
# `Words in square brackets are alterations made by hand`, `... were written in by the Minister`
_BY_HAND = re.compile(
    r"\b(?:words?|texts?|passages?|portions?|parts?|figures?|letters?|names?|phrases?|changes"
    r"|amendments|insertions|additions|corrections|alterations)\b[^.\n]{0,40}"
    r" in (?:square )?brackets\b,? (?:has|have|was|were|is|are)\b(?! not\b)[^.\n]{0,60}?"
    r"(?:\bby hand\b|\bin manuscript\b|\bhand-?written\b|\bin (?:\w+['’]s|his|her) hand\b)",
    re.IGNORECASE,
)
_PAGE_NUMBER = re.compile(r"(?<!end of )(?:page|p\.)\s+(?!break)(\w+)", re.IGNORECASE)
_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield for each pair what it does, its delimiters as MARKUP, and what is amiss."""
    starts = [block.start for block in cable.blocks]
    field = cable.metadata.original_language
    language = tag_of(field.value) if field else UNDETERMINED
    own = _folded(cable.parsed_citation.text) if cable.parsed_citation else ""
    seen = {a.span.start for a in cable.annotations if a.kind in (LABEL, NOTE_ANCHOR)}
    texts = {a.span.start for a in cable.annotations if a.kind is NOTE_TEXT}
    remark, found = 0, pairs(cable)
    told = "brackets" in cable.text.lower()
    by_hand = told and _BY_HAND.search(cable.text) is not None
    noted = told and not by_hand and _NOTED.search(cable.text) is not None
    taken = sorted([*(p.span.start for p in found), *(a.span.start for a in cable.annotations)])
    for pair in found:
        if pair.span.start in seen & texts:
            yield from _label(pair)
        if pair.span.start in seen:
            continue  # `[1]` before an item is its label; `[^1]` leads to a note
        if pair.kept:
            message = f"a bracket is kept in the text as it is, since {pair.kept}"
            yield finding("TC206", message, span=pair.span)
            continue
        block = cable.blocks[bisect_right(starts, pair.span.start) - 1]
        context = _context(cable.text, pair, block, language)
        context = replace(context, own=_folded(context.inner) == own)
        context = replace(context, remark=pair.span.end <= remark, noted=noted, by_hand=by_hand)
        function, rule, cert = classify(context)
        if function in _READ_ON and pair.delimiters in (Delimiters.ROUND, Delimiters.SLASH):
            function, rule, cert = _F.DOUBT, "brackets.question", Certainty.LOW
        if not pair.opened and rule == "brackets.other-name":
            function, rule = _F.WORDS, UNCLAIMED  # where it begins nobody knows
        remark = max(remark, pair.span.end) if function in _REMARKS else remark
        if function is _F.PAGE_BREAK and pair.span.end > block.end:
            function = _F.EDITORIAL  # over two blocks it marks no point in the text
        yield from _annotations(cable.text, pair, context, (function, rule, cert), taken)
        yield from _amiss(cable.text, pair)


def _label(pair: Pair) -> Iterator[Annotation]:
    """Yield the number in the label of a note, which leads back to where the note belongs."""
    detail = pair.encoded(_F.NOTE_RETURN)
    yield from (Annotation(mark, MARKUP, _LABEL_RULE, detail=detail) for mark in pair.marks)
    yield Annotation(pair.span, NOTE_ANCHOR, _LABEL_RULE, detail=detail)


def _annotations(
    text: str, pair: Pair, context: Context, decision: Decision, taken: Sequence[int]
) -> Iterator[Annotation]:
    function, rule, cert = decision
    if not (pair.opened and pair.closed) or pair.delimiters in _MISMATCHED:
        cert = Certainty.LOW
    if function is _F.PAGE_BREAK and pair.opened and pair.closed:
        yield Annotation(pair.span, PAGE_BREAK, rule, cert, PageBreak(_page(context.inner)))
        return
    function = _F.EDITORIAL if function is _F.PAGE_BREAK else function
    detail = pair.encoded(function)
    yield from (Annotation(mark, MARKUP, rule, cert, detail) for mark in pair.marks)
    if function is _F.TERM:
        detail = replace(detail, language=told(context.inner, context.language)[0])
    if function in _GAPS:
        detail = replace(detail, extent=extent_of(context.inner) if _measured(function) else None)
    made = Annotation(pair.span, _KINDS.get(function, SUPPLIED), rule, cert, detail)
    if rule == BY_HAND:
        yield replace(made, kind=ADDITION)
        return
    if function is _F.HANDWRITING:
        yield from hands.handwriting(text, pair, made, taken)
        return
    yield made
    if function is _F.EXPANSION:
        yield Annotation(_word_around(text, pair.span), EXPANDED, rule, cert)


_MISMATCHED = frozenset({Delimiters.DOUBLE, Delimiters.BRACE, Delimiters.PARENTHESIS})


def _measured(function: BracketFunction) -> bool:
    """Whether a gap's words tell how much is missing; a summary's are about something else."""
    return function is not _F.OMISSION


def _folded(words: str) -> str:
    """Return a reference without the space and the brackets that vary between its copies."""
    return re.sub(r"[\s\[\]]+", "", words).casefold()


def _page(inner: str) -> str:
    """Return the number of the page that a mark names, in figures, "" where it names none."""
    match = _PAGE_NUMBER.search(inner)
    if not match:
        return ""
    word = match[1].lower()
    return str(_NUMBERS.index(word) + 1) if word in _NUMBERS else match[1]


def _context(text: str, pair: Pair, block: Span, language: str) -> Context:
    """Return what stands around a pair in its own block, as far as rules look."""
    span = pair.span
    before = text[max(block.start, span.start - _LOOK_BEHIND) : span.start]
    after = text[span.end : span.end + _LOOK_AHEAD].partition("\n\n")[0]
    label = _LIST_LABEL.fullmatch(text, block.start, min(span.start, block.start + _LOOK_BEHIND))
    alone = (span.start == block.start or label is not None) and span.end >= block.end
    inner = " ".join(pair.inner.of(text).split())
    return Context(inner, re.sub(r"[\[\]]", "", before), after, alone, language)


def _word_around(text: str, span: Span) -> Span:
    """Return the word that an expansion completes, with all brackets in it."""
    start, end = span.start, span.end
    if text[max(0, start - 1) : start] == ".":
        start -= 1  # an initial with its full stop: `R.[ostow]`
    while start and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(start, end)


def _amiss(text: str, pair: Pair) -> Iterator[Finding]:
    extent = f"it is taken to hold “{_shortened(pair.inner.of(text))}”"
    if not pair.opened:
        at = Span(pair.span.end - 1, pair.span.end)
        yield finding("TC201", f"a closing bracket has no opening one; {extent}", span=at)
    elif not pair.closed:
        at = Span(pair.span.start, pair.span.start + 1)
        yield finding("TC202", f"an opening bracket has no closing one; {extent}", span=at)
    elif pair.delimiters is Delimiters.DOUBLE:
        yield finding("TC210", f"a bracket is doubled; {extent}", span=pair.span)
    elif pair.delimiters in _MISMATCHED:
        mark = pair.delimiters.closing
        yield finding("TC210", f"a square bracket is closed by {mark}; {extent}", span=pair.span)


def _shortened(words: str) -> str:
    phrase = " ".join(words.split())
    return phrase if len(phrase) <= 60 else f"{phrase[:57]}..."
