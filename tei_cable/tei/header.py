"""The teiHeader: what the page says of its document, and what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable import __version__
from tei_cable.metadata import CITED, PLACED, EntryRole
from tei_cable.tei.encoding import write_encoding
from tei_cable.tei.fields import NOTES
from tei_cable.tei.names import XML_ID, element
from tei_cable.tei.profile import write_profile
from tei_cable.tei.source import write_cited, write_references, write_source

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.config import Config
    from tei_cable.tei.facts import Facts
    from tei_cable.tei.people import Credited

_UNPUBLISHED = "Not published: no publisher is configured, and no licence is claimed."
_RIGHTS = (
    "The rights in the text and in its translation remain with those who hold them; no licence "
    "is claimed for this encoding."
)


def write_header(facts: Facts, config: Config, rules: frozenset[str]) -> etree._Element:
    """Return the teiHeader of a cable; a field that the page lacks leaves its element out.

    `rules` are those that the elements of the body were made by.
    """
    file = element(
        "fileDesc",
        _title(facts),
        element("editionStmt", element("edition", config.edition)),
        _publication(config),
        _notes(facts),
        write_source(facts),
    )
    return element(
        "teiHeader",
        file,
        write_encoding(facts, config, rules),
        write_profile(facts),
        _revision(config),
    )


def _title(facts: Facts) -> etree._Element:
    made = element("titleStmt", element("title", facts.title, attributes=_named_by(facts)))
    made.extend(element("author", facts.party_name(party)) for party in facts.authors)
    for id_, person in facts.editors:
        name = element("persName", person.name)
        made.append(
            element(
                "editor",
                name,
                *_affiliation(person),
                attributes={"role": " ".join(person.roles), XML_ID: id_},
            )
        )
    made.extend(element("funder", name) for name in facts.funders)
    made.extend(_deeds(person) for person in facts.credited if person.deeds)
    published = element("resp", "publication of the text")
    archive = element("orgName" if facts.collection else "name", facts.collection or facts.host)
    made.append(element("respStmt", published, archive, attributes={XML_ID: "archive"}))
    software = {"type": "software", "ref": "#tei_cable"}
    made.append(
        element(
            "respStmt",
            element("resp", "automatic encoding"),
            element("name", "tei_cable", attributes=software),
        )
    )
    return made


def _named_by(facts: Facts) -> dict[str, str]:
    """Return the attributes of the title: the name of a file stands in for one that is unknown."""
    return {"type": "main"} | ({} if facts.titled else facts.title_claim)


def _deeds(person: Credited) -> etree._Element:
    """Return what a person or body did that no other element says."""
    deeds = (element("resp", deed) for deed in person.deeds)
    if person.body:
        return element("respStmt", *deeds, element("orgName", person.name))
    return element("respStmt", *deeds, element("persName", person.name, *_affiliation(person)))


def _affiliation(person: Credited) -> tuple[etree._Element | str, ...]:
    return (" ", element("affiliation", person.affiliation)) if person.affiliation else ()


def _publication(config: Config) -> etree._Element:
    if not config.publisher:
        return element("publicationStmt", element("p", _UNPUBLISHED))
    made = element("publicationStmt", element("publisher", config.publisher))
    if config.date:
        made.append(element("date", attributes={"when": config.date.isoformat()}))
    if config.licence or config.licence_target:
        words = config.licence or config.licence_target
        licence = element("licence", words, attributes={"target": config.licence_target})
        made.append(element("availability", licence))
    else:
        unknown = {"status": "unknown"}
        made.append(element("availability", element("p", _RIGHTS), attributes=unknown))
    return made


def _notes(facts: Facts) -> etree._Element | None:
    fields = facts.page.fields()
    notes = [
        element("note", *_paragraphs(fields[name].paragraphs), attributes={"type": type_})
        for name, type_ in NOTES.items()
        if name in fields
    ]
    notes += [
        element("note", *_paragraphs(entry.field.paragraphs), attributes={"type": entry.key})
        for entry in facts.page.entries
        if entry.role not in PLACED
    ]
    notes += [
        write_references(entry.field) for entry in facts.page.entries_of(EntryRole.REFERENCES)
    ]
    notes += write_cited(facts.page.entries_of(*CITED.values()))
    if facts.translated:
        target = {"type": "translationOf", "target": "#original"}
        notes.append(element("relatedItem", attributes=target))
    return element("notesStmt", *notes) if notes else None


def _paragraphs(paragraphs: tuple[str, ...]) -> tuple[etree._Element | str, ...]:
    if len(paragraphs) == 1:
        return paragraphs
    return tuple(element("p", paragraph) for paragraph in paragraphs)


def _revision(config: Config) -> etree._Element:
    when = config.date.isoformat() if config.date else ""
    change = element(
        "change",
        f"Encoded by tei_cable {__version__} without review by a person.",
        attributes={"when": when, "who": "#tei_cable"},
    )
    return element("revisionDesc", change, attributes={"status": "unreviewed"})
