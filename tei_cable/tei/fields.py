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
    "original_language": "tei:fileDesc/tei:sourceDesc//tei:textLang",
    "contents": "tei:fileDesc/tei:notesStmt/tei:note[@type='contents']",
}


# what stands beside the citation's own words: the page's number, its address, the source's digest
PAGE_IDENTIFIERS = {"record": "WCDA", "slug": "WCDA-slug", "node": "WCDA-node"}
DIGEST = "sha256"
IDENTIFIERS = (*PAGE_IDENTIFIERS.values(), "URI", DIGEST)


def field_element(root: etree._Element, field: str) -> etree._Element | None:
    """Return the element that holds a field of the page, None if the document has none."""
    header = root.find(f"{TEI}teiHeader")
    return None if header is None else header.find(PLACES[field], NAMESPACES)


def field_elements(root: etree._Element, field: str) -> list[etree._Element]:
    """Return every element at the place of a field: where there are two, one is not accounted."""
    header = root.find(f"{TEI}teiHeader")
    if header is None or field not in PLACES:
        return []
    return header.findall(PLACES[field], NAMESPACES)


def digest_element(root: etree._Element) -> etree._Element | None:
    """Return the element that holds the digest of the source, None if the document has none."""
    citation = field_element(root, "citation")
    numbers = [] if citation is None else citation.findall(f"{TEI}idno")
    return next((number for number in numbers if number.get("type") == DIGEST), None)


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
