"""Short prefixes of pointers, declared where a document uses them."""

from __future__ import annotations

import re

from lxml import etree

from tei_cable.tei.names import TEI, element

# prefix: (what follows it, the address that it stands for, whose it is)
PREFIXES = {
    "wd": (r"(Q\d+)", "http://www.wikidata.org/entity/$1", "Wikidata"),
    "gn": (r"(\d+)", "https://sws.geonames.org/$1/", "GeoNames"),
    "viaf": (r"(\d+)", "https://viaf.org/viaf/$1", "the Virtual International Authority File"),
}
_POINTERS = ("ref", "corresp", "target", "source")
_PREFIXED = re.compile(rf"(?:^|\s)({'|'.join(PREFIXES)}):")


def declare_prefixes(root: etree._Element) -> None:
    """Add a listPrefixDef for the prefixes that a document's pointers use; none for none."""
    used = {
        match[1]
        for item in root.iter(etree.Element)
        if item.attrib
        for name in _POINTERS
        if ":" in (pointers := item.get(name, ""))
        for match in _PREFIXED.finditer(pointers)
    }
    encoding = root.find(f".//{TEI}encodingDesc")
    if not used or encoding is None:
        return
    before = encoding.find(f"{TEI}classDecl")
    made = element("listPrefixDef", *(_definition(p) for p in PREFIXES if p in used))
    encoding.insert(len(encoding) if before is None else encoding.index(before), made)


def _definition(prefix: str) -> etree._Element:
    pattern, address, whose = PREFIXES[prefix]
    attributes = {"ident": prefix, "matchPattern": pattern, "replacementPattern": address}
    return element("prefixDef", element("p", f"Entries of {whose}."), attributes=attributes)
