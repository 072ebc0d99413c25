"""What an engine says of one element, before its line and column are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an element; see `Finding` for the fields."""

    element: etree._Element
    message: str
    code: str = "TC403"
    expected: tuple[str, ...] = ()
    fix: str = ""


def local(name: str) -> str:
    """Return a name as people write it: `p` for TEI elements, `xml:id` for attributes."""
    qualified = etree.QName(name)
    prefix = "xml:" if qualified.namespace == "http://www.w3.org/XML/1998/namespace" else ""
    return prefix + qualified.localname


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order, each of them once."""
    return list(dict.fromkeys(problems))


def element_at(tree: etree._ElementTree, path: str | None) -> etree._Element:
    """Return the element that an engine's XPath points to, the root if it points to none."""
    found = tree.xpath(path) if path else None
    if isinstance(found, list) and found and etree.iselement(found[0]):
        return found[0]
    return tree.getroot()
