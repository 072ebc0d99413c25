"""What an engine says of one element, before its line and column are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable

XML = "http://www.w3.org/XML/1998/namespace"
_STEP = re.compile(r"/([^/\[]+)(?:\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Edit:
    """A value that an attribute can only be meant to have."""

    element: etree._Element
    attribute: str
    value: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with an element; see `Finding` for the fields.

    `edits` are safe mends: they change no word of the text and take nothing away. `attribute` is
    the one that is wrong, by its name in the tree; "" where it is the element as a whole.
    """

    element: etree._Element
    message: str
    code: str = "TC403"
    expected: tuple[str, ...] = ()
    fix: str = ""
    edits: tuple[Edit, ...] = ()
    attribute: str = ""


def local(name: str) -> str:
    """Return a name as people write it: `p` for TEI elements, `xml:id` for attributes."""
    qualified = etree.QName(name)
    prefix = "xml:" if qualified.namespace == XML else ""
    return prefix + qualified.localname


def unique(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems in order, each of them once."""
    return list(dict.fromkeys(problems))


class Paths:
    """Finds the elements that paths of libxml2 point to; each parent's children are listed once.

    Such a path is no XPath that could be evaluated: its prefixes are declared somewhere inside
    the document, `*` stands for an element without one, and numbers count what looks alike.
    """

    def __init__(self, tree: etree._ElementTree) -> None:
        self._root = tree.getroot()
        self._children: dict[etree._Element, dict[str, list[etree._Element]]] = {}

    def element(self, path: str | None) -> etree._Element:
        """Return the element that a path points to, or the nearest one it leads to."""
        element = self._root
        for name, number in _STEP.findall(path or "")[1:]:
            alike = self._alike(element).get(name, ())
            index = int(number or 1) - 1
            if index >= len(alike):
                break
            element = alike[index]
        return element

    def _alike(self, parent: etree._Element) -> dict[str, list[etree._Element]]:
        if parent not in self._children:
            named: dict[str, list[etree._Element]] = {}
            for child in parent.iterchildren(etree.Element):
                name = etree.QName(child).localname
                full = f"{child.prefix}:{name}" if child.prefix else name
                named.setdefault("*", []).append(child)
                named.setdefault(full, []).append(child)
            self._children[parent] = named
        return self._children[parent]
