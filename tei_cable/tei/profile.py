"""The profileDesc: what the document is about, when and in what language, from whom to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.languages import name_of
from tei_cable.tei.dating import dated
from tei_cable.tei.elements import SOFTWARE
from tei_cable.tei.fields import KEYWORDS
from tei_cable.tei.names import element

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_cable.metadata import Party
    from tei_cable.tei.facts import Facts


def write_profile(facts: Facts) -> etree._Element:
    """Return the profileDesc."""
    made = element("profileDesc")
    if summary := facts.page.summary:
        paragraphs = (element("p", paragraph) for paragraph in summary.paragraphs)
        made.append(element("abstract", *paragraphs, attributes={"source": "#page"}))
    if date := facts.page.date:
        value = dated(facts, facts.date)
        made.append(element("creation", element("date", date.value, attributes=value)))
    made.append(element("langUsage", *_languages(facts)))
    letter = facts.cable.correspondence
    category = {
        "scheme": "#document-types",
        "target": f"#{letter.genre or letter.document_type}",
    }
    made.append(element("textClass", element("catRef", attributes=category), _keywords(facts)))
    correspondence = _correspondence(facts)
    if correspondence is not None:
        made.append(correspondence)
    return made


def _keywords(facts: Facts) -> etree._Element | None:
    """Return the keywords that the page gives, None if it gives none."""
    fields = facts.page.fields()
    terms = [
        element("term", value, attributes={"type": type_})
        for name, type_ in KEYWORDS.items()
        if name in fields
        for value in fields[name].paragraphs
    ]
    return element("keywords", *terms, attributes={"source": "#page"}) if terms else None


def _languages(facts: Facts) -> Iterator[etree._Element]:
    """Yield the languages of the text; how much is in each, where there are several."""
    suffix = " (translation)" if facts.translated else ""
    for number, (tag, share) in enumerate(facts.languages):
        name = f"{name_of(tag)}{'' if number else suffix}"
        usage = str(share) if len(facts.languages) > 1 else ""
        yield element("language", name, attributes={"ident": tag, "usage": usage})


def _correspondence(facts: Facts) -> etree._Element | None:
    """Return the correspDesc, None where nothing names a sender or a receiver."""
    if not facts.senders and not facts.receivers:
        return None
    made = element("correspDesc")
    sent = element("correspAction", *_parties(facts, facts.senders), attributes={"type": "sent"})
    if place := facts.cable.correspondence.sent_from:
        claim = {"cert": place.cert.value, "resp": SOFTWARE}
        attributes = {"ref": f"#{place.entity.id}", **claim}
        sent.append(element("placeName", place.name, attributes=attributes))
    value = dated(facts, facts.sent)
    if value:
        sent.append(element("date", attributes=value))
    if len(sent):
        made.append(sent)
    transmitter = facts.cable.correspondence.transmitter
    carriers = (transmitter,) if transmitter else ()
    for type_, parties in (("transmitted", carriers), ("received", facts.receivers)):
        if parties:
            action = {"type": type_}
            made.append(element("correspAction", *_parties(facts, parties), attributes=action))
    return made


def _parties(facts: Facts, parties: tuple[Party, ...]) -> Iterator[etree._Element]:
    """Yield the names of parties, then where each sits: a seat of several is told once."""
    yield from (facts.party_name(party) for party in parties)
    seats = {party.seat.id: party for party in reversed(parties) if party.seat}
    for party in reversed(seats.values()):
        if party.seat:
            attributes = {
                "ref": f"#{party.seat.id}",
                "evidence": "" if party.seat_stated else "conjecture",
                "cert": party.seat_cert.value,
                "resp": SOFTWARE,
            }
            yield element("placeName", party.seat.name, attributes=attributes)
