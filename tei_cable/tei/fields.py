"""Where in the header each field of the page stands, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.metadata import CITED, EntryRole
from tei_cable.tei.names import NAMESPACES, TEI

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

# fields whose values are keywords, and fields that have no better place than a note: their types
KEYWORDS = {
    "persons": "person",
    "places": "place",
    "topics": "topic",
    "subjects": "subject",
    "contributors": "contributor",
}
NOTES = {
    "contents": "contents",
    "credits": "credits",
    "donors": "donors",
    "archive": "originalArchive",
    "type": "documentType",
    "classification": "originalClassification",
    "uploaded": "uploaded",
}
_PAGE = "tei:fileDesc/tei:sourceDesc/tei:bibl"  # with a citation or without one
PLACES = {
    "title": "tei:fileDesc/tei:titleStmt/tei:title[@type='main']",
    "date": "tei:profileDesc/tei:creation/tei:date",
    "citation": "tei:fileDesc/tei:sourceDesc/tei:bibl[@type='citation']",
    "summary": "tei:profileDesc/tei:abstract",
    "original_language": "tei:fileDesc/tei:sourceDesc//tei:textLang",
    "record_id": f"{_PAGE}/tei:idno[@type='WCDA']",
    "url": f"{_PAGE}/tei:idno[@type='URI']",
    "rights": f"{_PAGE}/tei:availability",
    "authors": "tei:fileDesc/tei:titleStmt/tei:author",
    **{
        name: f"tei:profileDesc/tei:textClass/tei:keywords/tei:term[@type='{type_}']"
        for name, type_ in KEYWORDS.items()
    },
    **{
        name: f"tei:fileDesc/tei:notesStmt/tei:note[@type='{type_}']"
        for name, type_ in NOTES.items()
    },
}

# fields that the source names itself: those of a role that has a place, and all others
_PRINTED = "tei:fileDesc/tei:sourceDesc/tei:bibl[@type='printed']"
_CATALOGUED = "tei:fileDesc/tei:sourceDesc/tei:msDesc/tei:msIdentifier"
_REFERENCES = "tei:fileDesc/tei:notesStmt/tei:relatedItem[@type='reference']"
_CITED_FILE = "tei:fileDesc/tei:notesStmt/tei:relatedItem[@type='cited']/tei:bibl"
CITED_TYPES = {role: role.removeprefix("cited-") for role in CITED.values()}
_PLACED = {
    EntryRole.VOLUME_TITLE: f"{_PRINTED}/tei:title",
    EntryRole.VOLUME: f"{_PRINTED}/tei:biblScope[@unit='volume']",
    EntryRole.DOCUMENT: f"{_PRINTED}/tei:biblScope[@unit='document']",
    EntryRole.SERIES: f"{_CATALOGUED}/tei:idno[@type='series']",
    EntryRole.CONTROL_SYMBOL: f"{_CATALOGUED}/tei:idno[@type='control-symbol']",
    EntryRole.BARCODE: f"{_CATALOGUED}/tei:altIdentifier/tei:idno[@type='barcode']",
    EntryRole.REFERENCES: f"{_REFERENCES}/tei:bibl",
    **{role: f"{_CITED_FILE}/tei:*[@type='{type_}']" for role, type_ in CITED_TYPES.items()},
}
_NOTES = "tei:fileDesc/tei:notesStmt/tei:note"

# what stands beside the citation's own words: the page's number, its address, the source's digest
PAGE_IDENTIFIERS = {"record": "WCDA", "slug": "WCDA-slug", "node": "WCDA-node"}
DIGEST = "sha256"
IDENTIFIERS = (*PAGE_IDENTIFIERS.values(), "URI", DIGEST)


def field_elements(root: etree._Element, field: str) -> list[etree._Element]:
    """Return the elements that hold a field of the page, in order; none if it has none.

    `field` is a name as `Metadata.fields` gives it.
    """
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return []
    if field in PLACES:
        return header.findall(PLACES[field], NAMESPACES)
    found = entry_elements(root).get(field)
    return [] if found is None else [found]


def entry_elements(root: etree._Element) -> dict[str, etree._Element]:
    """Return the element of each field that the source names itself, by its name: `key#1`."""
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return {}
    named = [(note.get("type") or "", note) for note in header.iterfind(_NOTES, NAMESPACES)]
    for role, path in _PLACED.items():
        named += [(f"@{role}", item) for item in header.iterfind(path, NAMESPACES)]
    found: dict[str, etree._Element] = {}
    count: dict[str, int] = {}
    for key, item in named:
        count[key] = count.get(key, 0) + 1
        found[f"{key}#{count[key]}"] = item
    return found


def digest_element(root: etree._Element) -> etree._Element | None:
    """Return the element that holds the digest of the source, None if the document has none."""
    return root.find(f"{TEI}teiHeader/{_PAGE}/tei:idno[@type='{DIGEST}']", NAMESPACES)


def field_words(elements: Sequence[etree._Element]) -> list[str]:
    """Return the words of a field; of a citation without what is beside it: `IDENTIFIERS`."""
    return [word for element in elements for word in _words(element)]


def _words(element: etree._Element) -> list[str]:
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEI}availability" or child.get("type") in IDENTIFIERS:
            pieces.append(child.tail or "")
            continue
        between = " " if child.tag == f"{TEI}p" else ""
        pieces += [between, "".join(map(str, child.itertext())), between, child.tail or ""]
    return "".join(pieces).split()
