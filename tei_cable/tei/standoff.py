"""The standOff: one entry for each person, place and organisation that the document names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.model import Certainty, EntityKind, Mention
from tei_cable.tei.names import XML_ID, append_text, element

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.model import Entity

_LISTS = {
    EntityKind.PERSON: ("listPerson", "person", "persName"),
    EntityKind.PLACE: ("listPlace", "place", "placeName"),
    EntityKind.ORGANISATION: ("listOrg", "org", "orgName"),
}


def write_standoff(cable: Cable) -> etree._Element | None:
    """Return the standOff, its lists and entries in order of kind and id; None if all are empty.

    An entity that no authority file knows carries the certainty of its surest mention.
    """
    entities, certs = _mentioned(cable)
    lists = []
    for kind, (list_name, _, _) in _LISTS.items():
        entries = [_entry(e, certs[e.id]) for e in sorted(entities, key=_id) if e.kind is kind]
        if entries:
            lists.append(element(list_name, *entries))
    return element("standOff", *lists) if lists else None


def _order(cert: Certainty) -> int:
    return cert.order


def _id(entity: Entity) -> str:
    return entity.id


def _mentioned(cable: Cable) -> tuple[Iterable[Entity], dict[str, Certainty]]:
    """Return each entity once, and how sure its surest mention is."""
    entities: dict[str, Entity] = {}
    certs: dict[str, Certainty] = {}
    mentions = [
        (a.detail.entity, a.cert) for a in cable.annotations if isinstance(a.detail, Mention)
    ]
    letter = cable.correspondence
    parties = (letter.sender, letter.transmitter, letter.receiver, letter.author)
    for party in (*parties, *letter.co_senders, *letter.co_receivers, *letter.stated_authors):
        if party and party.entity:
            mentions.append((party.entity, Certainty.MEDIUM))
        if party and party.seat:
            mentions.append((party.seat, Certainty.HIGH))
    for entity, cert in mentions:
        entities.setdefault(entity.id, entity)
        certs[entity.id] = min(cert, certs.get(entity.id, cert), key=_order)
    return entities.values(), certs


def _entry(entity: Entity, cert: Certainty) -> etree._Element:
    _, entry, name = _LISTS[entity.kind]
    attributes = {XML_ID: entity.id, "type": entity.type}
    if not entity.known:
        attributes |= {"cert": cert.value, "resp": "#tei_cable"}
    return element(entry, _name(entity, name), attributes=attributes)


def _name(entity: Entity, name: str) -> etree._Element:
    made = element(name)
    position = 0
    for part in entity.parts:
        append_text(made, entity.name[position : part.span.start])
        made.append(element(part.role, part.span.of(entity.name)))
        position = part.span.end
    append_text(made, entity.name[position:])
    return made
