"""What holds of the names of every document: no part without its name, no entry for nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import given, settings
from lxml import etree

from tei_cable.pipeline import convert
from tei_cable.tei.names import TEI, XML_ID
from tests.pages import converted, page, source
from tests.strategies import pages, structured

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARTS = ("surname", "forename", "roleName")
_POINTERS = ("ref", "who", "key", "target", "corresp")
_ENTRIES = ("person", "place", "org")


def _amiss(xml: bytes) -> Iterator[str]:
    """Yield each part of a name outside of one, each dead link and each entry without a mention."""
    root = etree.fromstring(xml)
    for part in root.iter(*(f"{TEI}{name}" for name in _PARTS)):
        if not any(parent.tag == f"{TEI}persName" for parent in part.iterancestors()):
            yield f"{part.tag} outside of a persName"
    elements = list(root.iter(etree.Element))
    ids = {element.get(XML_ID) for element in elements}
    values = [element.get(name, "") for element in elements for name in _POINTERS]
    said = {target for value in values for target in re.findall(r"#(\S+)", value)}
    chained = {element.get(name, "") for element in elements for name in ("next", "prev")} - {""}
    yield from (f"{link} leads nowhere" for link in chained if link.removeprefix("#") not in ids)
    for entry in root.iter(*(f"{TEI}{name}" for name in _ENTRIES)):
        if entry.get(XML_ID) not in said:
            yield f"nothing mentions {entry.get(XML_ID)}"


@settings(deadline=None, max_examples=60)
@given(pages() | pages(structured()))
def test_no_part_without_its_name_and_no_entry_without_a_mention(text: str) -> None:
    """What a name that gave way brought along goes with it, in the text and in the standOff."""
    assert list(_amiss(convert(source(text)).xml)) == []


def test_a_name_over_two_blocks_leaves_nothing_behind() -> None:
    """The guess is reported, the place within it stays, and no body is listed."""
    result = converted(
        page("He came here to talk.\n\nBeijing\nEmbassy\n\nThen he went home north.")
    )
    root = etree.fromstring(result.xml)
    assert list(_amiss(result.xml)) == []
    assert [f.code for f in result.findings] == ["TC301"]
    assert root.find(f".//{TEI}body//{TEI}orgName") is None
    assert root.find(f".//{TEI}body//{TEI}placeName") is not None


def test_a_name_in_a_gap_is_not_listed() -> None:
    """The words of a gap are written as they stand: nothing in them names anyone."""
    result = converted(page("Nobody came. Then Khrushchev [Castro illegible] left."))
    assert list(_amiss(result.xml)) == []
    assert b'xml:id="khrushchev-nikita"' in result.xml
    assert b"castro" not in result.xml.replace(b"Castro illegible", b"")
