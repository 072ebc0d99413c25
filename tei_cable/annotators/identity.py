"""Who is who once everything is recognised: a gloss that names an unknown person identifies it.

In `Andreev [Mikoyan]` the bracket says whom the name before it means: every mention of the
unknown name in the document is then that entity's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.authority import words
from tei_cable.kinds import NOTE, PERSON
from tei_cable.model import (
    Bracket,
    BracketFunction,
    Certainty,
    Entity,
    EntityKind,
    Mention,
    Span,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.model import Annotation

_OTHER_NAME = "brackets.other-name"
_LOOK_BEHIND = 60
# in mid-sentence, without an article
_UNNAMED = re.compile(r"(?<![^\s(])(?!the |an? )[a-z]+,? (?P<name>[A-ZÀ-Ž][a-zà-ž'’ʼ]{3,}) $")
_RULES = {
    EntityKind.PERSON: "persons.glossed",
    EntityKind.PLACE: "places.glossed",
    EntityKind.ORGANISATION: "organisations.glossed",
}


def identified(
    text: str, names: Sequence[Annotation], annotations: Sequence[Annotation]
) -> list[Annotation]:
    """Return the names, those that a gloss explains naming whom it names."""
    names = [*names, *_unnamed(text, names, annotations)]
    by_end = {name.span.end: name for name in names if isinstance(name.detail, Mention)}
    by_start = {name.span.start: name for name in names if isinstance(name.detail, Mention)}
    meant: dict[str, Entity] = {}
    for gloss in annotations:
        detail = gloss.detail
        if gloss.kind is not NOTE or not isinstance(detail, Bracket):
            continue
        start = gloss.span.start
        before = by_end.get(start - (text[start - 1 : start] == " "))
        inside = by_start.get(start + 1)
        if detail.function is BracketFunction.GLOSS and before and inside:
            meant |= _meaning(before, inside)
    return [_renamed(name, meant) for name in names]


def _unnamed(
    text: str, names: Sequence[Annotation], annotations: Sequence[Annotation]
) -> Iterator[Annotation]:
    """Yield the words that no rule takes for a name, and that a gloss says are a person's.

    In `and Orlenko [Mikoyan]` the word with a capital in mid-sentence is his cover name.
    """
    by_start = {name.span.start: name for name in names if name.kind is PERSON}
    ends = sorted((name.span.end, name.span.start) for name in names)
    for gloss in annotations:
        person = by_start.get(gloss.span.start + 1) if gloss.rule == _OTHER_NAME else None
        if person is None or person.span.end + 1 != gloss.span.end or not _known(person):
            continue
        at = gloss.span.start
        match = _UNNAMED.search(text, max(0, at - _LOOK_BEHIND), at)
        if match is None or _is_common(match["name"]):
            continue
        span = Span(*match.span("name"))
        after = bisect_right(ends, (span.start, at))
        if after == len(ends) or ends[after][1] >= at:
            yield replace(person, span=span, rule="persons.glossed", cert=Certainty.MEDIUM)


def _known(name: Annotation) -> bool:
    return isinstance(name.detail, Mention) and name.detail.entity.known


def _is_common(word: str) -> bool:
    lists = ("common", "offices", "titles", "honorifics", "function-words")
    return any(word in words(name) or word.lower() in words(name) for name in lists)


def _meaning(before: Annotation, inside: Annotation) -> dict[str, Entity]:
    unknown, known = before.detail, inside.detail
    if not isinstance(unknown, Mention) or not isinstance(known, Mention):
        return {}
    same_kind = unknown.entity.kind is known.entity.kind
    explains = same_kind and not unknown.entity.known and known.entity.known
    return {unknown.entity.id: known.entity} if explains else {}


def _renamed(name: Annotation, meant: dict[str, Entity]) -> Annotation:
    detail = name.detail
    if not isinstance(detail, Mention) or detail.entity.id not in meant:
        return name
    return replace(name, detail=Mention(meant[detail.entity.id]), rule=_RULES[detail.entity.kind])
