"""Names in signatures and addresses that no other rule finds: surnames in capitals or brackets.

There a bare surname is a name beyond doubt: `NOVAK`, `(Novak)`, `A. NOVAK`, `TO NOVAK`. If the
text names a person of that surname, it is the same one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import local_entity
from tei_cable.annotators.lines import Bare, bare
from tei_cable.annotators.signatures import may_be_name
from tei_cable.kinds import FORENAME, ORGANISATION, PERSON, PLACE, SALUTE, SIGNED, SURNAME
from tei_cable.model import Annotation, Certainty, EntityKind, Mention, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Entity

_INITIALS = r"(?:[A-ZÀ-Ž][a-zà-ž]{0,2}\. ?){1,3}"
_SURNAME = r"[A-ZÀ-Ž][\w'’ʼ-]{2,}"
_NAME = rf"(?:(?P<forename>{_INITIALS}|(?:[A-ZÀ-Ž][\w'’ʼ-]+ ){{1,2}})\b ?)?(?P<surname>{_SURNAME})"
_IN_ROUND = re.compile(rf"\({_NAME}\)")
_IN_CAPITALS = re.compile(rf"(?<![\w.])(?P<forename>{_INITIALS})(?P<surname>[A-ZÀ-Ž]{{3,}})(?!\w)")
_ADDRESSED = re.compile(rf"(?:TO|To):? {_NAME}[.,]?")
_WHOLE = re.compile(rf"{_NAME}[.,]?")


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a person for each signature or address that is a name in which none was found."""
    found = [a for a in cable.annotations if a.kind in (PERSON, PLACE, ORGANISATION)]
    named = sorted(a.span for a in found)
    known = _surnames(found)
    for part in cable.annotations:
        if part.kind not in (SIGNED, SALUTE):
            continue
        line = bare(part.span.of(cable.text))
        match = _name(line.text) if part.kind is SIGNED else _ADDRESSED.fullmatch(line.text)
        if match and may_be_name(line.text[_start(match) : match.end("surname")]):
            made = list(_annotated(part.span.start, line, match, known))
            at = bisect_left(named, made[0].span)
            if not any(span.overlaps(made[0].span) for span in named[max(at - 3, 0) : at + 1]):
                yield from made


def _surnames(found: Sequence[Annotation]) -> dict[str, Entity]:
    """Return the persons of a text by their surnames in small letters; the first has it."""
    known: dict[str, Entity] = {}
    for annotation in found:
        detail = annotation.detail
        if annotation.kind is PERSON and isinstance(detail, Mention):
            parts = detail.entity.parts
            name = next((p.span.of(detail.entity.name) for p in parts if p.role == "surname"), "")
            known.setdefault((name or detail.entity.name).lower(), detail.entity)
    return known


def _name(text: str) -> re.Match[str] | None:
    """Return the name in a signature: in round brackets, with initials, or the whole of it."""
    for match in (_IN_ROUND.search(text), _IN_CAPITALS.search(text), _WHOLE.fullmatch(text)):
        if match and may_be_name(text[_start(match) : match.end("surname")]):
            return match
    return None


def _start(match: re.Match[str]) -> int:
    return match.start("forename") if match["forename"] else match.start("surname")


def _annotated(
    offset: int, line: Bare, match: re.Match[str], known: dict[str, Entity]
) -> Iterator[Annotation]:
    """Yield a person and the parts of the name."""
    start, end = _start(match), match.end("surname")
    span = Span(offset + line.origin[start], offset + line.origin[end - 1] + 1)
    words = line.text[start:end]
    parts = [(role, match.span(role)) for role in ("forename", "surname") if match[role]]
    spans = tuple(
        NamePart(role, Span(a - start, a - start + len(line.text[a:b].rstrip())))
        for role, (a, b) in parts
    )
    own = local_entity(EntityKind.PERSON, words, spans if len(spans) > 1 else ())
    same = known.get(match["surname"].lower())
    entity = same if same and _agrees(same, match["forename"] or "") else own
    rule = "signatories.signature"
    yield Annotation(span, PERSON, rule, Certainty.MEDIUM, Mention(entity))
    kinds = {"forename": FORENAME, "surname": SURNAME}
    for part in spans if len(spans) > 1 else ():
        first, last = line.origin[start + part.span.start], line.origin[start + part.span.end - 1]
        inner = Span(offset + first, offset + last + 1)
        yield Annotation(inner, kinds[part.role], rule, Certainty.MEDIUM)


def _agrees(entity: Entity, forename: str) -> bool:
    """Whether a forename, or its initial, may be the entity's; without one it may."""
    parts = (p.span.of(entity.name) for p in entity.parts if p.role == "forename")
    other = next(parts, "")
    return not forename or not other or other[0] == forename[0]
