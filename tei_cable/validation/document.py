"""What the rules ask of a document, gathered in one walk."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.validation.parse import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEI_PREFIX = f"{{{TEI}}}"
_T = TEI_PREFIX
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Document:
    """A document's elements by name and by id, and those that carry an attribute of interest.

    `ids` holds the first element of each xml:id; `having` maps names of attributes to elements.
    """

    def __init__(self, tree: etree._ElementTree, attributes: frozenset[str]) -> None:
        self.root = tree.getroot()
        self.ids: dict[str, etree._Element] = {}
        self.having: dict[str, list[etree._Element]] = {name: [] for name in attributes}
        self._named: defaultdict[object, list[etree._Element]] = defaultdict(list)
        of_interest: dict[tuple[object, ...], list[list[etree._Element]]] = {}
        for element in self.root.iter(etree.Element):
            self._named[element.tag].append(element)
            names = element.keys()
            if not names:
                continue
            start = (element.tag, *names)
            if start not in of_interest:
                of_interest[start] = self._lists(*start)
            for carrying in of_interest[start]:
                carrying.append(element)
            if _XML_ID in names:
                self.ids.setdefault(str(element.get(_XML_ID)), element)

    def _lists(self, tag: object, *names: object) -> list[list[etree._Element]]:
        """Return the lists of `having` for an element with these attributes."""
        if not str(tag).startswith(_T):  # an example of TEI inside another text is none
            return []
        return [self.having[str(name)] for name in names if name in self.having]

    def named(self, *names: str) -> Sequence[etree._Element]:
        """Return the TEI elements of these names, those of one name in their order."""
        return [element for name in names for element in self._named.get(_T + name, ())]


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def is_tei(element: etree._Element | None, *names: str) -> bool:
    """Return whether an element is one of these of TEI."""
    return element is not None and element.tag in _tags(names)


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children that are TEI elements of these names."""
    return element.iterchildren(*_tags(names))


def ancestors(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the ancestors that are TEI elements of these names, the nearest first."""
    return element.iterancestors(*_tags(names))


@cache
def _tags(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_T + name for name in names)


def text_of(element: etree._Element) -> str:
    """Return the text of an element, with its blanks folded."""
    return " ".join("".join(map(str, element.itertext(etree.Element))).split())
