"""The structure that the annotators give a text, in short."""

from __future__ import annotations

from lxml import etree

from tei_cable.tei.names import TEI
from tests.pages import converted, page

_BLOCKS = frozenset(
    {
        *("p", "list", "item", "sp", "speaker", "table", "row", "cell", "head", "label", "note"),
        *("opener", "closer", "postscript", "salute", "signed", "dateline", "fw", "pb", "gap"),
        *("milestone", "div"),
    }
)


def shape(body: str) -> str:
    """Return the blocks of a page's body: each element's name, with its number and its parts.

    Paragraphs without parts are left as `p`; a label at the beginning of words is no block.
    """
    root = etree.fromstring(converted(page(body)).xml)
    div = root.find(f"{TEI}text/{TEI}body/{TEI}div")
    assert div is not None
    return " ".join(_shape(child) for child in div.iterchildren(etree.Element) if _counts(child))


def _counts(element: etree._Element) -> bool:
    name = element.tag.removeprefix(TEI)
    return name in _BLOCKS and not (name == "label" and element.get("type") is None)


def _shape(element: etree._Element) -> str:
    name = element.tag.removeprefix(TEI)
    number = element.get("n", "") if name != "p" else ""
    inner = " ".join(_shape(c) for c in element.iterchildren(etree.Element) if _counts(c))
    return f"{name}{number}" + (f"({inner})" if inner else "")
