"""Two forms of one name, or an abbreviation and its full form: one `choice`, in one name.

`Beiping [Beijing]` is one name with a `choice` in it where the bracket has the preferred name of
the same place, or another spelling of the same name; so is `Tan [Tang] Enbo`, where the bracket
respells one word. Any other name of the same entity (a cover name) is a gloss.
"""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.annotators.bracket_rules.names import ABBREVIATION, expansion_before
from tei_cable.annotators.held_names import Edges, Names
from tei_cable.annotators.marked import is_spaced, word_before
from tei_cable.authority import in_use
from tei_cable.kinds import (
    ABBREVIATION as ABBREVIATION_KIND,
)
from tei_cable.kinds import (
    CHOICE,
    FULL_FORM,
    NOTE,
    ORIGINAL,
    PERSON,
    PLACE,
    REGULARISED,
)
from tei_cable.model import Annotation, Bracket, BracketFunction, EntityKind, Mention, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.kinds import Kind

_F = BracketFunction
_RULE = "brackets.regularised"
_ALIKE = 0.6
_FULL = ("", "variant")  # names in full, no surname alone and no cover name
_LOOK_BEHIND = 80


class _Forms(NamedTuple):
    """The first form before a bracket, and the kinds of the first and of the second."""

    first: Span
    kinds: tuple[Kind, Kind]
    rule: str


def regularised(
    text: str, names: Sequence[Annotation], others: Sequence[Annotation]
) -> tuple[list[Annotation], list[Annotation]]:
    """Return names and other annotations, each such pair of forms made one choice."""
    held, edges = Names(names), Edges(others)
    kept: list[Annotation] = []
    for bracket in others:
        forms = _forms(text, held, bracket)
        if forms is None or edges.part(Span(forms.first.start, bracket.span.end)):
            kept.append(_fallback(bracket))
            continue
        whole = Span(forms.first.start, bracket.span.end)
        function = replace(_detail(bracket), function=_F.REGULARISED)
        held.join(forms.first, bracket, _inner(bracket))
        kept += [
            Annotation(whole, CHOICE, forms.rule),
            Annotation(forms.first, forms.kinds[0], forms.rule),
            Annotation(bracket.span, forms.kinds[1], forms.rule, bracket.cert, function),
        ]
    return held.all(), kept


def _forms(text: str, names: Names, bracket: Annotation) -> _Forms | None:
    """Return what makes a choice with a bracket, None if it does not stand for what is before."""
    detail = bracket.detail
    if bracket.kind is not NOTE or not isinstance(detail, Bracket):
        return None
    forms = _read(text, names, bracket, detail) if detail.opened and detail.closed else None
    return forms if forms and is_spaced(text, forms.first, bracket.span) else None


def _read(text: str, names: Names, bracket: Annotation, detail: Bracket) -> _Forms | None:
    """Return the two forms that a bracket and the words before it may be."""
    if detail.function is _F.ABBREVIATED:
        forms = _abbreviated(text, bracket)
        return forms._replace(first=names.around(forms.first)) if forms else None
    if detail.function is _F.REGULARISED:
        word = word_before(text, bracket.span.start)
        pair = (ORIGINAL, REGULARISED)
        return _Forms(names.around(word), pair, bracket.rule) if word else None
    first, second = names.ending_at(bracket.span.start - 1), names.over(_inner(bracket))
    if detail.function is _F.GLOSS and first and second and _is_spelling(text, first, second):
        return _Forms(first.span, (ORIGINAL, REGULARISED), _RULE)
    return None


def _abbreviated(text: str, bracket: Annotation) -> _Forms | None:
    """Find the abbreviation before its full form, or the full form before its abbreviation."""
    start = bracket.span.start
    inner = " ".join(_inner(bracket).of(text).split())
    word = word_before(text, start, letters=r"\w./&")
    if word and ABBREVIATION.fullmatch(word.of(text)) and not ABBREVIATION.fullmatch(inner):
        return _Forms(word, (ABBREVIATION_KIND, FULL_FORM), bracket.rule)
    before = text[max(0, start - _LOOK_BEHIND) : start].rpartition("\n")[2]
    phrase = expansion_before(before, inner)
    if not phrase or "[" in phrase or "]" in phrase:
        return None
    first = Span(start - 1 - len(phrase), start - 1)
    return _Forms(first, (FULL_FORM, ABBREVIATION_KIND), bracket.rule)


def _fallback(bracket: Annotation) -> Annotation:
    """A bracket that can't be paired with the words before explains them all the same."""
    detail = bracket.detail
    if not isinstance(detail, Bracket) or detail.function not in (_F.ABBREVIATED, _F.REGULARISED):
        return bracket
    return replace(bracket, detail=replace(detail, function=_F.GLOSS))


def _detail(bracket: Annotation) -> Bracket:
    assert isinstance(bracket.detail, Bracket)  # noqa: S101 (asked of brackets alone)
    return bracket.detail


def _inner(bracket: Annotation) -> Span:
    detail = bracket.detail
    return detail.inner(bracket.span) if isinstance(detail, Bracket) else bracket.span


def _is_spelling(text: str, first: Annotation, second: Annotation) -> bool:
    """Whether the second name is another spelling, or the present name, of the first."""
    one, other = first.detail, second.detail
    if not isinstance(one, Mention) or not isinstance(other, Mention) or one != other:
        return False
    if first.kind is PLACE:
        return second.span.of(text) == one.entity.name
    words = first.span.of(text), second.span.of(text)
    if SequenceMatcher(None, *words).ratio() >= _ALIKE:
        return True
    forms = [in_use().named(name, EntityKind.PERSON) for name in words]
    return first.kind is PERSON and all(form and form.type in _FULL for form in forms)
