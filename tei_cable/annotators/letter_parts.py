"""The parties that parts of the text name: its addressees, its byline, its signatures."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.kinds import FLOATING_TEXT, OPENER, ORGANISATION, PERSON, SALUTE, SIGNED
from tei_cable.model import Certainty, Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind
    from tei_cable.metadata import Party
    from tei_cable.model import Annotation, Entity, Span

_GREETING = re.compile(r"(?:my )?(?:dear|esteemed|respected)\b|[^,]*!$", re.IGNORECASE)


def outer(cable: Cable, kind: Kind) -> list[Span]:
    """Return where parts of a kind stand in the document itself, not in a text inside it."""
    return [a.span for a in _parts(cable, kind)]


def first_names(cable: Cable, kind: Kind) -> Iterator[tuple[Annotation, Mention]]:
    """Yield the first name, of a body or a person, in the parts of a kind.

    Of addressees it is the first in each line of the opener, greetings apart.
    """
    parts = sorted(_parts(cable, kind), key=lambda part: part.span)
    each = [name for part in parts if (name := next(iter(_names(cable, part.span)), None))]
    yield from each[:1]
    if kind is not SALUTE or not each:
        return
    openers = [opener for opener in outer(cable, OPENER) if opener.contains(each[0][0].span)]
    lines = [part.span for part in parts if not _GREETING.match(part.span.of(cable.text))]
    for found in each[1:]:
        if all(any(x.contains(found[0].span) for x in spans) for spans in (openers, lines)):
            yield found


def known_by(cable: Cable, party: Party, *kinds: Kind) -> Party:
    """Return a party with the one person whom parts of these kinds name for its office or surname.

    A party that is known, or that several persons may be, stays as it is.
    """
    if party.entity or not (party.is_person or party.by_shape):
        return party
    spans = [span for kind in kinds for span in outer(cable, kind)]
    if party.is_person:  # above a text a name may be anyone's
        spans = outer(cable, SIGNED) if SIGNED in kinds else spans
    names = [found for span in spans for found in _names(cable, span)]
    people = {m.entity.id: m.entity for a, m in names if a.kind is PERSON}
    if party.by_shape:
        people = {id_: entity for id_, entity in people.items() if _is_named(entity, party.name)}
    if len(people) != 1:
        return party
    words = " ".join(span.of(cable.text) for span in spans).lower().split()
    sure = party.by_shape or party.name.lower().split()[0] in words
    cert = Certainty.MEDIUM if sure else Certainty.LOW
    return replace(party, entity=next(iter(people.values())), cert=cert)


def _parts(cable: Cable, kind: Kind) -> list[Annotation]:
    inner = [a.span for a in cable.annotations if a.kind is FLOATING_TEXT]
    found = (a for a in cable.annotations if a.kind is kind)
    return [a for a in found if not any(text.contains(a.span) for text in inner)]


def _names(cable: Cable, part: Span) -> list[tuple[Annotation, Mention]]:
    """Return the names of bodies and persons in a part, in order."""
    found = (a for a in cable.annotations if a.kind in (ORGANISATION, PERSON))
    inside = sorted((a for a in found if part.contains(a.span)), key=lambda a: a.span)
    return [(a, a.detail) for a in inside if isinstance(a.detail, Mention)]


def _is_named(entity: Entity, name: str) -> bool:
    """Whether a name is an entity's surname, and no initial of it says otherwise."""
    *given, surname = name.replace(".", ". ").lower().split()
    own = next((p.span.of(entity.name) for p in entity.parts if p.role == "surname"), "")
    own = own or entity.name.split()[-1]
    first = next((p.span.of(entity.name) for p in entity.parts if p.role == "forename"), "")
    fits = not given or not first or given[0][0] == first[0].lower()
    return surname == own.lower() and fits
