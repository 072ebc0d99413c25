"""Once everything is recognised: rivals are settled, and brackets learn what names they are in."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.bracket_rules import PRONOUNS, UNCLAIMED
from tei_cable.annotators.identity import identified
from tei_cable.annotators.marked import marked
from tei_cable.annotators.regularised import regularised
from tei_cable.findings import finding
from tei_cable.kinds import (
    DATE,
    EXPANSION,
    FORENAME,
    GAP,
    LABEL,
    NAME_KINDS,
    NOTE,
    NOTE_ANCHOR,
    ORGANISATION,
    PAGE_BREAK,
    PERSON,
    PLACE,
    ROLE_NAME,
    SUPPLIED,
    SURNAME,
    UNCLEAR,
)
from tei_cable.model import BY_PLACE, Annotation, Bracket, BracketFunction, Certainty, Mention, Span
from tei_cable.nest import block_edges, without_crossings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.findings import Finding

NAME = "brackets.name"
_SUPPLIED = frozenset(
    {
        BracketFunction.WORDS,
        BracketFunction.IDENTIFICATION,
        BracketFunction.DATE,
        BracketFunction.OMITTED,
    }
)
_LOOK_BEHIND = 20
_VERBATIM = frozenset({GAP, NOTE_ANCHOR, EXPANSION})  # and what is bare: no names are in them
_PARTS = (ROLE_NAME, FORENAME, SURNAME)


def settle(
    text: str, annotations: Sequence[Annotation]
) -> tuple[tuple[Annotation, ...], tuple[Finding, ...]]:
    """Return the annotations that stay, refined, and findings about those that do not."""
    verbatim = [a.span for a in annotations if a.kind in _VERBATIM or a.kind.bare]
    written_as_it_is = _Spans(_outermost(verbatim))
    candidates = [
        a
        for a in _clear_of_labels(annotations)
        if a.kind in NAME_KINDS and not written_as_it_is.hold(a.span)
    ]
    candidates, findings = _placeable(text, candidates, annotations)
    names, rivals = _without_rivals(text, candidates, annotations)
    findings += rivals
    names = identified(text, names, annotations)
    others = [a for a in annotations if a.kind not in NAME_KINDS]
    opaque = _Spans(_outermost([a.span for a in others if a.kind in (GAP, PAGE_BREAK)]))
    hidden = [a for a in others if opaque.hold(a.span)]  # written as they are
    others = [a for a in others if not opaque.hold(a.span)]
    names = _with_doubt(text, names, others)
    names, others = regularised(text, names, others)
    names, others = marked(text, names, others)
    others += hidden
    persons = _Spans([a.span for a in names if a.kind is PERSON])
    dates = _Spans([a.span for a in names if a.kind is DATE])
    kept: list[Annotation] = list(names)
    whole_names = {a.span for a in names}
    for annotation in others:
        if annotation.kind in _PARTS and not persons.hold(annotation.span):
            continue
        if annotation.kind is SUPPLIED:
            annotation = _refined(annotation, persons, dates, whole_names)  # noqa: PLW2901
            annotation = _explained(text, annotation)  # noqa: PLW2901
            findings.extend(_unclassified(text, annotation))
        kept.append(annotation)
    return tuple(kept), tuple(findings)


def _clear_of_labels(annotations: Sequence[Annotation]) -> list[Annotation]:
    """Leave out the names that a label is part of: in `2. May` the number is the item's."""
    starts = sorted(a.span.start for a in annotations if a.kind is LABEL)
    if not starts:
        return list(annotations)
    return [
        a
        for a in annotations
        if a.kind not in NAME_KINDS
        or bisect_left(starts, a.span.start) == bisect_left(starts, a.span.end)
    ]


class _Spans:
    """Spans none of which overlaps another; answers which one holds a given span."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans, key=BY_PLACE)
        self._starts = [span.start for span in self._spans]

    def hold(self, span: Span) -> bool:
        at = bisect_right(self._starts, span.start) - 1
        return at >= 0 and self._spans[at].contains(span)


def _placeable(
    text: str, names: Sequence[Annotation], annotations: Sequence[Annotation]
) -> tuple[list[Annotation], list[Finding]]:
    """Leave out, and report, the names that reach over an edge: a block's, or a better name's."""
    parted = block_edges(annotations)
    marks = [a for a in annotations if a.kind in (LABEL, PAGE_BREAK)]
    within = [a for a in names if not parted(a.span)]
    kept, crossing = without_crossings([*marks, *sorted(within, key=_authority)])
    dropped = [a for a in names if parted(a.span)]
    findings = [_reported(text, a, "reaches over the edge of a block") for a in dropped]
    findings += [_reported(text, a, "crosses another tag") for a in crossing]
    return [a for a in kept if a.kind in NAME_KINDS], findings


def _authority(name: Annotation) -> tuple[int, bool, int, int, int]:
    """Of two names that cross: the surer, then the known, then the longer, then the earlier.

    That some words are a date is sure; its certainty is about the value.
    """
    cert = Certainty.HIGH if name.kind is DATE else name.cert
    return cert.order, not _known(name), -len(name.span), name.span.start, name.kind.rank


def _known(name: Annotation) -> bool:
    """Whether an authority file has a name; what words are a date is known to all."""
    return not isinstance(name.detail, Mention) or name.detail.entity.known


def _reported(text: str, name: Annotation, why: str) -> Finding:
    message = f"“{name.span.of(text)}” as {name.kind.name} ({name.rule}) {why}"
    return finding("TC301", message, span=name.span)


def _without_rivals(
    text: str, names: Sequence[Annotation], annotations: Sequence[Annotation]
) -> tuple[list[Annotation], list[Finding]]:
    """Keep the outer of two names where one may not hold the other, and report the inner."""
    roles = _Spans(_outermost([a.span for a in annotations if a.kind is ROLE_NAME]))
    names = sorted(names, key=_order)
    kept: list[Annotation] = []
    findings: list[Finding] = []
    open_names: list[Annotation] = []
    for name in names:
        while open_names and open_names[-1].span.end <= name.span.start:
            open_names.pop()
        outer = open_names[-1] if open_names else None
        if outer is None or (outer.span.contains(name.span) and _may_hold(outer, name, roles)):
            kept.append(name)
            open_names.append(name)
        else:
            findings.extend(_report(text, outer, name))
    return kept, findings


def _with_doubt(
    text: str, names: Sequence[Annotation], others: Sequence[Annotation]
) -> list[Annotation]:
    """Let a name that ends before the question mark of `[5?]` hold the whole bracket."""
    doubts = {a.span.end - 2: a.span for a in others if a.kind is UNCLEAR}
    made = []
    for name in names:
        bracket = doubts.get(name.span.end)
        grows = bracket is not None and name.span.start < bracket.start
        if bracket is not None and grows and text[name.span.end] == "?":
            made.append(replace(name, span=Span(name.span.start, bracket.end)))
        else:
            made.append(name)
    return made


def _outermost(spans: Sequence[Span]) -> list[Span]:
    outer: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not outer or outer[-1].end <= span.start:
            outer.append(span)
    return outer


def _order(annotation: Annotation) -> tuple[int, int, int, int]:
    return (
        annotation.span.start,
        -annotation.span.end,
        annotation.cert.order,
        annotation.kind.rank,
    )


def _may_hold(outer: Annotation, inner: Annotation, roles: _Spans) -> bool:
    if outer.span == inner.span:
        return False
    if outer.kind is ORGANISATION:
        return inner.kind is PLACE
    return outer.kind is PERSON and inner.kind in (ORGANISATION, PLACE) and roles.hold(inner.span)


def _report(text: str, outer: Annotation, inner: Annotation) -> Iterator[Finding]:
    """Report what may be wrong: a part of a longer name, or a guess within a known one, is not."""
    if outer.kind is inner.kind or (_known(outer) and not _known(inner)):
        return
    message = (
        f"“{inner.span.of(text)}” is not tagged as {inner.kind.name}, since it stands in "
        f"“{outer.span.of(text)}”, tagged as {outer.kind.name}"
    )
    yield finding("TC302", message, span=inner.span)


def _refined(
    annotation: Annotation, persons: _Spans, dates: _Spans, whole_names: set[Span]
) -> Annotation:
    """Say what a bracket of supplied words does, now that the names around it are known."""
    detail = annotation.detail
    if not isinstance(detail, Bracket) or detail.function not in _SUPPLIED:
        return annotation
    whole = detail.opened and detail.closed
    cert = Certainty.HIGH if whole else Certainty.LOW
    if persons.hold(annotation.span):
        named = replace(detail, function=BracketFunction.IDENTIFICATION)
        return replace(annotation, detail=named, rule="brackets.part-of-name", cert=cert)
    if dates.hold(annotation.span):
        dated = replace(detail, function=BracketFunction.DATE)
        return replace(annotation, detail=dated, rule="brackets.part-of-date", cert=cert)
    inner = detail.inner(annotation.span)
    if annotation.rule == UNCLAIMED and inner in whole_names:
        cert = Certainty.MEDIUM if whole else Certainty.LOW
        return replace(annotation, rule=NAME, cert=cert)
    return annotation


def _explained(text: str, annotation: Annotation) -> Annotation:
    """A name in brackets after a pronoun says who is meant: `him [Nowicki]`."""
    detail = annotation.detail
    start = annotation.span.start
    before = text[max(0, start - _LOOK_BEHIND) : start].rsplit(maxsplit=1)[-1:]
    pronoun = bool(before) and before[0].lower() in PRONOUNS
    if annotation.rule != NAME or not pronoun or not isinstance(detail, Bracket):
        return annotation
    gloss = replace(detail, function=BracketFunction.GLOSS)
    return replace(annotation, kind=NOTE, detail=gloss, rule="brackets.pronoun-explained")


def _unclassified(text: str, annotation: Annotation) -> Iterator[Finding]:
    if annotation.rule == UNCLAIMED:
        words = " ".join(annotation.span.of(text).split())
        message = f"no rule says what “{words}” does: taken as supplied words"
        yield finding("TC203", message, span=annotation.span)
