"""What a document is, and from whom to whom it went: read off its title, addressee and closer.

Titles of the archive follow a few forms: `Cable from the Chinese Embassy in Cuba, '...'`,
`Report, Kovalev to Stalin`, `Letter from A to B`. What the title does not say, the addressee in
the opener and the signature in the closer may. Where a mission sits follows from its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators import organisations, persons
from tei_cable.annotators.context import reference_date, sending_state
from tei_cable.annotators.missions import ministries, missions
from tei_cable.annotators.parties import addressed, routed
from tei_cable.authority import shipped, words
from tei_cable.kinds import ORGANISATION, PERSON, SALUTE, SIGNED
from tei_cable.metadata import Correspondence, EntryRole, Party
from tei_cable.model import Certainty, EntityKind, Mention

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind
    from tei_cable.model import Entity

# (what a title says near its beginning, the type of the document)
_TYPES = (
    (
        re.compile(
            r"memorand(?:um|a) of (?:\w+ )*conversations?"
            r"|record of (?:\w+ )*(?:conversation|talk|meeting)",
            re.IGNORECASE,
        ),
        "memorandum",
    ),
    (re.compile(r"\bcable\b|cablegram", re.IGNORECASE), "cable"),
    (re.compile(r"telegram", re.IGNORECASE), "telegram"),
    (re.compile(r"\bletter\b", re.IGNORECASE), "letter"),
    (re.compile(r"\bminutes\b|stenographic", re.IGNORECASE), "minutes"),
    (re.compile(r"memorandum|\bnote\b", re.IGNORECASE), "memorandum"),
    (re.compile(r"\breport\b|\bsurvey\b", re.IGNORECASE), "report"),
)
_FROM = re.compile(
    r"^[\w ]*\b(?:cable|cablegram|telegram|letter|report|note|memorandum|message|dispatch)"
    r" from (?:the )?(?P<names>.+)",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^[\w ]+, (?:the )?(?P<names>[A-ZÀ-Ž\[][^,]* to .+)")
_END = re.compile(
    r",? ['‘“\"].*|,? \((?!.*\) to ).*|, \d.*|,? (?:on|regarding|concerning|about) .*"
)
_VIA = re.compile(r"\[(?:via|through|by way of) (?P<name>[^\[\]]+)\]")
_UNKNOWN = "document"
_FIRST_BLOCKS, _SHORT_LINE = 2, 100
_NO_DIVIDER = re.compile(r"\b(?:Ambassador|Ambassadors|Envoy|Mission|Delegate|Representative)$")


def correspondence(cable: Cable) -> Correspondence:
    """Return what the document is and who wrote to whom; what nothing says is None."""
    title = cable.metadata.title.value if cable.metadata.title else ""
    sender, receiver, carrier = _parties(title)
    if cable.metadata.entries and not receiver:  # a source with fields has bare titles
        sender, receiver = addressed(title)
    if stated := cable.metadata.values(EntryRole.SENDER):
        sender = routed(stated[0])
    if stated := cable.metadata.values(EntryRole.RECEIVER):
        receiver = routed(stated[0])
    state = sending_state(cable)
    reference = reference_date(cable)
    year = reference.year if reference else None
    return Correspondence(
        _document_type(title) or _type_in_text(cable) or _UNKNOWN,
        sender=_named(sender, state, year) if sender else _written(cable, SIGNED, state),
        receiver=_named(receiver, state, year) if receiver else _written(cable, SALUTE, state),
        transmitter=_named(carrier, state, year) if carrier else None,
    )


def _document_type(title: str) -> str:
    """Return the type that the title names first, "" where it names none."""
    head = _END.sub("", title)
    found = [(m.start(), n, type_) for n, (p, type_) in enumerate(_TYPES) if (m := p.search(head))]
    return min(found)[2] if found else ""


def _type_in_text(cable: Cable) -> str:
    """Return the type that the first lines name; of a text whose source has fields of its own."""
    if not cable.metadata.entries:
        return ""
    if any(entry.key == "FM" for entry in cable.metadata.entries):
        return "telegram"
    first = (block.of(cable.text) for block in cable.blocks[:_FIRST_BLOCKS])
    found = (_document_type(line) for line in first if len(line) <= _SHORT_LINE)
    return next(filter(None, found), "")


def _parties(title: str) -> tuple[str, str, str]:
    """Return sender, receiver and who passed it on as the title names them, "" where it doesn't."""
    carrier = _VIA.search(title)
    via = carrier["name"] if carrier else ""
    title = " ".join(_VIA.sub("", title).split())
    match = _FROM.match(title) or _COMMA.match(title)
    if not match:
        return "", "", via
    names = _END.sub("", match["names"])
    for divider in reversed(list(re.finditer(r" to (?:the )?", names))):
        if not _NO_DIVIDER.search(names[: divider.start()]):
            return names[: divider.start()], names[divider.end() :], via
    return names, "", via


def _named(phrase: str, state: Entity | None, year: int | None) -> Party:
    """Say whom a title's words mean: the body or person whose name is most of them."""
    hits = [*organisations.hits(phrase, state), *persons.hits(phrase, year)]
    best = max(hits, key=lambda hit: hit.end - hit.start, default=None)
    entity = best.entity if best and 2 * (best.end - best.start) >= len(phrase) else None
    if entity and entity.kind is EntityKind.ORGANISATION and _names_office(phrase):
        entity = None
    seat, cert = _seat(phrase, state)
    return Party(phrase, entity, seat, cert)


def _names_office(phrase: str) -> bool:
    """Whether a phrase begins with an office: its holder is meant, not the body it belongs to."""
    first = phrase.split(" ", 1)[0].lower()
    return first in words("offices") or first == "head"


def _written(cable: Cable, kind: Kind, state: Entity | None) -> Party | None:
    """Return the party that a part of the text names first: a body or a person."""
    places = [a.span for a in cable.annotations if a.kind is kind]
    for name in sorted(cable.annotations, key=lambda a: a.span):
        if name.kind not in (ORGANISATION, PERSON) or not isinstance(name.detail, Mention):
            continue
        if any(place.contains(name.span) for place in places):
            written = name.span.of(cable.text)
            seat, cert = _seat(written, state)
            if seat is None and kind is SALUTE and _is_ministry_of(name.detail.entity, state):
                seat = shipped().capitals.get(state.id) if state else None
            return Party(written, name.detail.entity, seat, cert)
    return None


def _is_ministry_of(entity: Entity, state: Entity | None) -> bool:
    return (
        state is not None
        and entity.kind is EntityKind.ORGANISATION
        and entity.id.startswith(f"{state.id}-")
    )


def _seat(phrase: str, state: Entity | None) -> tuple[Entity | None, Certainty]:
    """Return where a mission or a foreign ministry sits, by its own name."""
    capitals = shipped().capitals
    for mission in missions(phrase, state):
        if mission.host:
            return capitals.get(mission.host.id, mission.host), Certainty.HIGH
    for ministry in ministries(phrase):
        if ministry.owner:
            return capitals.get(ministry.owner.id), Certainty.MEDIUM
    return None, Certainty.MEDIUM
