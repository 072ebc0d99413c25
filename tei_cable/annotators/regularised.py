"""Another spelling, or the present name, right after a name: `Beiping [Beijing]` is one place.

The two are one name with a `choice` in it where the bracket has the preferred name of the same
place, or another spelling of the same name. Any other name of the same entity (a cover name, what
an abbreviation stands for) is a gloss.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_cable.authority import shipped
from tei_cable.kinds import CHOICE, NOTE, ORIGINAL, PERSON, PLACE, REGULARISED
from tei_cable.model import Annotation, Bracket, BracketFunction, EntityKind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_RULE = "brackets.regularised"
_ALIKE = 0.6
_FULL = ("", "variant")  # names in full, no surname alone and no cover name


def regularised(
    text: str, names: Sequence[Annotation], others: Sequence[Annotation]
) -> tuple[list[Annotation], list[Annotation]]:
    """Return names and other annotations, each such pair of names made one."""
    by_end = {name.span.end: name for name in names}
    by_span = {name.span: name for name in names}
    gone: set[int] = set()
    kept: list[Annotation] = []
    made: list[Annotation] = []
    for bracket in others:
        span, detail = bracket.span, bracket.detail
        inner = Span(span.start + 1, span.end - 1) if len(span) > 1 else span
        first, second = by_end.get(span.start - 1), by_span.get(inner)
        gloss = bracket.kind is NOTE and isinstance(detail, Bracket) and detail.opened
        if not (gloss and first and second) or not _is_spelling(text, first, second):
            kept.append(bracket)
            continue
        gone |= {id(first), id(second)}
        whole = Span(first.span.start, span.end)
        function = Bracket(BracketFunction.REGULARISED)
        made.append(replace(first, span=whole))
        kept += [
            Annotation(whole, CHOICE, _RULE),
            Annotation(first.span, ORIGINAL, _RULE),
            Annotation(span, REGULARISED, _RULE, bracket.cert, function),
        ]
    return [*(name for name in names if id(name) not in gone), *made], kept


def _is_spelling(text: str, first: Annotation, second: Annotation) -> bool:
    """Whether the second name is a spelling of the first, and stands in brackets right after it."""
    one, other = first.detail, second.detail
    if not isinstance(one, Mention) or not isinstance(other, Mention) or one != other:
        return False
    if text[first.span.end : second.span.start] != " [" or text[second.span.end] != "]":
        return False
    if first.kind is PLACE:
        return second.span.of(text) == one.entity.name
    words = first.span.of(text), second.span.of(text)
    if SequenceMatcher(None, *words).ratio() >= _ALIKE:
        return True
    forms = [shipped().named(name, EntityKind.PERSON) for name in words]
    return first.kind is PERSON and all(form and form.type in _FULL for form in forms)
