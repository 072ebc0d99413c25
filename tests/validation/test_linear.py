"""The work of a validation grows with the document, not with the square of its errors."""

from __future__ import annotations

import sys

import pytest

from tei_cable.validation import Engine, validate
from tests.validation.mutants import CONSTRUCTS

_AT = "<p>After it.</p>"
_SPOILT = {
    "values": '<p cert="no">x <date when="x">y</date></p>',
    "attributes": '<p wrong="1">x</p>',
    "children": "<p><itm/></p>",
    "text": "<list>x<item/></list>",
    "constraints": '<p><date when="1962" from="1962">x</date></p>',
    "ids": '<p xml:id="p1">x</p>',
}


def spoilt(kind: str, count: int) -> bytes:
    """Return the constructs with `count` paragraphs that are wrong in one way."""
    return CONSTRUCTS.read_text("utf-8").replace(_AT, _SPOILT[kind] * count).encode()


def calls(data: bytes) -> tuple[int, int]:
    """Return how many findings there are, and how many calls it takes to find them."""
    count = 0

    def on_event(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(on_event)
    try:
        found = validate(data, "a.xml")
    finally:
        sys.setprofile(None)
    return len(found), count


@pytest.mark.parametrize("kind", _SPOILT)
def test_twice_the_errors_take_twice_the_work(kind: str) -> None:
    """From 300 to 600 errors of a kind, findings and calls at most double, with a little over."""
    validate(spoilt(kind, 1), "a.xml")
    (found, work), (found_twice, work_twice) = (calls(spoilt(kind, n)) for n in (300, 600))
    assert found >= 300
    assert found_twice == 2 * found
    assert work_twice < 2.2 * work


def test_ten_thousand_errors_are_all_reported() -> None:
    """No engine gives up, and each error has its own place."""
    found = validate(spoilt("attributes", 10_000), "a.xml")
    assert len(found) == 10_000
    assert len({(finding.line, finding.column, finding.xpath) for finding in found}) == 10_000


@pytest.mark.parametrize("engine", [Engine.LXML, Engine.DERIVATIVE])
def test_a_duplicate_id_is_reported_at_each_element_but_the_first(engine: Engine) -> None:
    """The first element of a name keeps it."""
    found = validate(spoilt("ids", 3), "a.xml", engine=engine)
    assert [f.message for f in found] == ['The xml:id "p1" is used more than once.'] * 3
    assert found[0].xpath.endswith("/div/p[4]/@xml:id")
