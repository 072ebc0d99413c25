"""The profileDesc: what the document is about, when and in what language, from whom to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.languages import name_of
from tei_cable.tei.elements import SOFTWARE, date_attributes
from tei_cable.tei.fields import KEYWORDS
from tei_cable.tei.names import element

if TYPE_CHECKING:
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
        value = date_attributes(facts.date)
        made.append(element("creation", element("date", date.value, attributes=value)))
    made.append(element("langUsage", _language(facts)))
    category = {
        "scheme": "#document-types",
        "target": f"#{facts.cable.correspondence.document_type}",
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


def _language(facts: Facts) -> etree._Element:
    suffix = " (translation)" if facts.translated else ""
    return element(
        "language", f"{name_of(facts.language)}{suffix}", attributes={"ident": facts.language}
    )


def _correspondence(facts: Facts) -> etree._Element | None:
    """Return the correspDesc, None where nothing names a sender or a receiver."""
    if not facts.sender and not facts.receiver:
        return None
    made = element("correspDesc")
    sent = element("correspAction", *_party(facts, facts.sender), attributes={"type": "sent"})
    value = date_attributes(facts.date)
    if value:
        sent.append(element("date", attributes=value))
    if len(sent):
        made.append(sent)
    others = (("transmitted", facts.cable.correspondence.transmitter), ("received", facts.receiver))
    for type_, party in others:
        if party:
            action = element("correspAction", *_party(facts, party), attributes={"type": type_})
            made.append(action)
    return made


def _party(facts: Facts, party: Party | None) -> tuple[etree._Element, ...]:
    if not party:
        return ()
    name = facts.party_name(party)
    if not party.seat:
        return (name,)
    attributes = {
        "ref": f"#{party.seat.id}",
        "evidence": "conjecture",
        "cert": party.seat_cert.value,
        "resp": SOFTWARE,
    }
    return name, element("placeName", party.seat.name, attributes=attributes)
