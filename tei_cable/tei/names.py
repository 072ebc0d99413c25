"""TEI names in lxml's notation, and the making of elements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE = "http://www.tei-c.org/ns/1.0"
TEI = f"{{{NAMESPACE}}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMESPACES = {"tei": NAMESPACE}


def element(
    name: str, *children: etree._Element | str | None, attributes: Mapping[str, str] | None = None
) -> etree._Element:
    """Make a TEI element; None children are left out, empty attribute values too."""
    made = etree.Element(TEI + name, nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # the stubs forbid None
    for key, value in (attributes or {}).items():
        if value:
            made.set(key, value)
    for child in children:
        if isinstance(child, str):
            append_text(made, child)
        elif child is not None:
            made.append(child)
    return made


def child(
    parent: etree._Element,
    name: str,
    text: str = "",
    *,
    attributes: Mapping[str, str] | None = None,
) -> etree._Element:
    """Make a TEI element at the end of another, where it costs less than to be put there later."""
    made = etree.SubElement(parent, TEI + name)
    for key, value in (attributes or {}).items():
        if value:
            made.set(key, value)
    if text:
        made.text = text
    return made


def append_text(parent: etree._Element, text: str) -> None:
    """Add text at the end of an element's content."""
    if not text:
        return
    if len(parent):
        last = parent[-1]
        last.tail = (last.tail or "") + text
    else:
        parent.text = (parent.text or "") + text
