"""A bracket that is wholly an office before a name: the name takes all of it in as its roleName."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.authority import words
from tei_cable.kinds import PERSON, ROLE_NAME, SUPPLIED
from tei_cable.model import Annotation, Bracket, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

OFFICE = "brackets.office"


def with_offices(text: str, annotations: Sequence[Annotation]) -> list[Annotation]:
    """Return the annotations, each name after such a bracket grown over it.

    `[Deputy Commander in Chief] Novak` is one name, though rules for names know no more than the
    `Chief` of it. Commas may part offices, each in the singular: `[ministers]` are several people.
    A bracket that holds a part of the name too is split at its edge.
    """
    offices = {a.span.end: a.span for a in annotations if _is_office(text, a)}
    if not offices:
        return list(annotations)
    roles = {a.span.end: a.span for a in annotations if a.kind is ROLE_NAME}
    made, grown = [], set[Span]()
    for annotation in annotations:
        bracket = _office_of(annotation, offices, roles, text)
        if bracket is None:
            made.append(annotation)
        else:
            grown.add(bracket)
            made.append(replace(annotation, span=Span(bracket.start, annotation.span.end)))
    whole = sorted(Span(span.start + 1, span.end - 1) for span in grown)
    made = [a for a in made if a.kind is not ROLE_NAME or not _within(a.span, whole)]
    return [*made, *(Annotation(span, ROLE_NAME, OFFICE) for span in whole)]


def _within(span: Span, spans: Sequence[Span]) -> bool:
    at = bisect_right(spans, Span(span.start, span.start + len(span) + 1)) - 1
    return any(other.contains(span) for other in spans[max(0, at) : at + 2])


def _is_office(text: str, annotation: Annotation) -> bool:
    detail = annotation.detail
    if (
        annotation.kind is not SUPPLIED
        or annotation.rule != OFFICE
        or not isinstance(detail, Bracket)
    ):
        return False
    inner = text[annotation.span.start + 1 : annotation.span.end - 1]
    one = not set(";[]") & set(inner) and not any(_is_plural(w) for w in re.split(r"[\s,]+", inner))
    each = "," not in inner or all(_names_office(part) for part in inner.split(","))
    return detail.opened and detail.closed and one and each


def _names_office(part: str) -> bool:
    """Whether a part of a list names an office, and leads on to nothing: `future Ambassador`."""
    tokens = part.lower().split()
    named = any(token in words("offices") for token in tokens)
    return named and tokens[-1] not in words("function-words")


def _is_plural(word: str) -> bool:
    offices, word = words("offices"), word.lower()
    return word not in offices and word.endswith("s") and word.removesuffix("s") in offices


def _office_of(
    annotation: Annotation, offices: dict[int, Span], roles: dict[int, Span], text: str
) -> Span | None:
    """Return the bracket that a person's name has before it, or begins in with its office."""
    start = annotation.span.start
    if annotation.kind is not PERSON:
        return None
    if text[start - 1 : start] == " " and start - 1 in offices:
        return offices[start - 1]
    end = text.find("]", start, annotation.span.end) + 1
    bracket, role = offices.get(end), roles.get(end - 1)
    begins = bracket and role and bracket.start < start <= role.start
    return bracket if begins else None
