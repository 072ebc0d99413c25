"""Where in the header each field of the page stands, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
_CITATION = "tei:fileDesc/tei:sourceDesc/tei:bibl[@type='citation']"
PLACES = {
    "title": "tei:fileDesc/tei:titleStmt/tei:title[@type='main']",
    "date": "tei:profileDesc/tei:creation/tei:date",
    "citation": _CITATION,
    "summary": "tei:profileDesc/tei:abstract",
    "original_language": "tei:fileDesc/tei:sourceDesc//tei:textLang",
    "record_id": f"{_CITATION}/tei:idno[@type='WCDA']",
    "url": f"{_CITATION}/tei:idno[@type='URI']",
    "rights": f"{_CITATION}/tei:availability",
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

_NOTES = "tei:fileDesc/tei:notesStmt/tei:note"  # of a field that the source names itself

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
    key, _, number = field.rpartition("#")
    notes = [note for note in header.iterfind(_NOTES, NAMESPACES) if note.get("type") == key]
    return notes[int(number) - 1 : int(number)]


def entry_elements(root: etree._Element) -> dict[str, etree._Element]:
    """Return the element of each field that the source names itself, by its name: `key#1`."""
    header = root.find(f"{TEI}teiHeader")
    found: dict[str, etree._Element] = {}
    count: dict[str, int] = {}
    for note in header.iterfind(_NOTES, NAMESPACES) if header is not None else ():
        key = note.get("type") or ""
        count[key] = count.get(key, 0) + 1
        found[f"{key}#{count[key]}"] = note
    return found


def digest_element(root: etree._Element) -> etree._Element | None:
    """Return the element that holds the digest of the source, None if the document has none."""
    citations = field_elements(root, "citation")
    numbers = [number for found in citations for number in found.iterfind(f"{TEI}idno")]
    return next((number for number in numbers if number.get("type") == DIGEST), None)


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
