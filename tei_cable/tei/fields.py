"""Where in the header each field of the page stands, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.tei.names import NAMESPACES, TEI

if TYPE_CHECKING:
    from lxml import etree

PLACES = {
    "title": "tei:fileDesc/tei:titleStmt/tei:title[@type='main']",
    "date": "tei:profileDesc/tei:creation/tei:date",
    "citation": "tei:fileDesc/tei:sourceDesc/tei:bibl[@type='citation']",
    "summary": "tei:profileDesc/tei:abstract",
    "credits": "tei:fileDesc/tei:notesStmt/tei:note[@type='credits']",
    "original_language": "tei:fileDesc/tei:sourceDesc/tei:msDesc//tei:textLang",
    "contents": "tei:fileDesc/tei:notesStmt/tei:note[@type='contents']",
}

_NOTES = "tei:fileDesc/tei:notesStmt/tei:note"  # of a field that the source names itself

# what stands beside the citation's own words: the record's number, its address, the source's digest
IDENTIFIERS = ("WCDA", "URI", "sha256")


def field_element(root: etree._Element, field: str) -> etree._Element | None:
    """Return the element that holds a field of the page, None if the document has none.

    `field` is a name as `Metadata.fields` gives it.
    """
    header = root.find(f"{TEI}teiHeader")
    if header is None:
        return None
    if field in PLACES:
        return header.find(PLACES[field], NAMESPACES)
    key, _, number = field.rpartition("#")
    notes = [note for note in header.iterfind(_NOTES, NAMESPACES) if note.get("type") == key]
    return notes[int(number) - 1] if len(notes) >= int(number) else None


def field_words(element: etree._Element) -> list[str]:
    """Return the words of a field, what `IDENTIFIERS` names left out."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{TEI}idno" and child.get("type") in IDENTIFIERS:
            pieces.append(child.tail or "")
            continue
        between = " " if child.tag == f"{TEI}p" else ""
        pieces += [between, "".join(map(str, child.itertext())), between, child.tail or ""]
    return "".join(pieces).split()
