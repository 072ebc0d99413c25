"""What the rules ask of a document, gathered in one walk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.validation.parse import TEI

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

TEI_PREFIX = f"{{{TEI}}}"
_T = TEI_PREFIX
_FEW = 2000
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Document:
    """A document's elements by name and by id, and those that carry an attribute of interest.

    `ids` holds the first element of each xml:id; `having` maps names of attributes to elements.
    """

    def __init__(self, tree: etree._ElementTree, attributes: frozenset[str]) -> None:
        self.root = tree.getroot()
        self.ids: dict[str, etree._Element] = {}
        self.having: dict[str, list[etree._Element]] = {name: [] for name in attributes}
        self._named: dict[str, list[etree._Element]] = {}
        self._some_ids: tuple[str, ...] | None = None
        for element in self.root.iter(etree.Element):
            tag = str(element.tag)
            self._named.setdefault(tag, []).append(element)
            is_of_tei = tag.startswith(_T)  # an example of TEI inside another text is none
            for name in element.keys():  # noqa: SIM118 (an element is not its attributes)
                if name == _XML_ID:
                    self.ids.setdefault(str(element.get(_XML_ID)), element)
                elif is_of_tei and name in attributes:
                    self.having[str(name)].append(element)

    def some_ids(self) -> tuple[str, ...]:
        """Return the ids if they are few enough to look for one that is like a wrong one."""
        if self._some_ids is None:
            self._some_ids = tuple(self.ids) if len(self.ids) <= _FEW else ()
        return self._some_ids

    def named(self, *names: str) -> Sequence[etree._Element]:
        """Return the TEI elements of these names, those of one name in their order."""
        return [element for name in names for element in self._named.get(_T + name, ())]


def name_of(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname


def is_tei(element: etree._Element | None, *names: str) -> bool:
    """Return whether an element is one of these of TEI."""
    return element is not None and str(element.tag) in {_T + name for name in names}


def children(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children that are TEI elements of these names."""
    return (child for child in element.iterchildren(etree.Element) if is_tei(child, *names))


def ancestors(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the ancestors that are TEI elements of these names, the nearest first."""
    return (parent for parent in element.iterancestors() if is_tei(parent, *names))


def text_of(element: etree._Element) -> str:
    """Return the text of an element, with its blanks folded."""
    return " ".join("".join(map(str, element.itertext(etree.Element))).split())
