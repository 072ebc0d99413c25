"""What holds of every page, however odd: nothing is lost, and the result is valid TEI."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from lxml import etree

from tei_cable import pipeline
from tei_cable.errors import InternalError, SourceError
from tei_cable.findings import Severity
from tei_cable.pipeline import convert
from tei_cable.readers import read
from tei_cable.tei import body_text
from tei_cable.tei.names import TEI
from tei_cable.validation import validate
from tei_cable.verification import verify
from tests.pages import converted, page, source
from tests.strategies import bodies, html_pages, pages, structured

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

FLOWING: SearchStrategy[str] = bodies(breaks=("\n\n", "\n\n\n", "\n \n"))


def test_what_would_lose_a_character_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that drops a label's markup is a bug: nothing is returned, and that is said."""
    monkeypatch.setattr(pipeline, "read", lambda given_page: replace(read(given_page), markup=()))
    with pytest.raises(InternalError, match=r"^harvest\.txt: nothing is written, since “Citation:"):
        converted(page())


def test_what_is_nested_too_deeply_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A structure that no recursion can follow is a source's fault, and says which source."""

    def endless(_: object) -> object:
        return endless(_)

    monkeypatch.setattr(pipeline, "read", endless)
    with pytest.raises(SourceError, match=r"^harvest\.txt: what it holds is nested too deeply"):
        converted(page())


def test_findings_point_into_the_source_in_its_order() -> None:
    """Findings of every stage have the file, and stand in the order of their places."""
    text = "Digits\n\n" + page("It] was\u0007 so.\n\nThe end [of it. He said.", citation="A note.")
    assert [(f.file, f.line, f.column, f.code) for f in converted(text).findings] == [
        ("harvest.txt", 1, 1, "TC104"),
        ("harvest.txt", 9, 1, "TC102"),
        ("harvest.txt", 23, 3, "TC201"),
        ("harvest.txt", 23, 8, "TC101"),
        ("harvest.txt", 25, 9, "TC202"),
    ]


def _body(xml: bytes) -> bytes:
    body = etree.fromstring(xml).find(f"{TEI}text/{TEI}body")
    assert body is not None
    return etree.tostring(body)


@settings(deadline=None, max_examples=200)
@given(pages() | pages(structured()))
def test_nothing_is_lost_and_the_result_is_valid(text: str) -> None:
    """A page becomes valid TEI that verifies, and whose body gives the reader's text back."""
    given_page = source(text)
    xml = convert(given_page).xml
    assert body_text(etree.fromstring(xml)).text == read(given_page).text
    assert verify(xml, "harvest.xml", given_page) == []
    found = validate(xml, "harvest.xml")  # what the source has may be remarked on
    assert [f for f in found if f.severity is not Severity.INFO] == []


@settings(deadline=None, max_examples=100)
@given(html_pages())
def test_nothing_of_an_html_file_is_lost_and_the_result_is_valid(text: str) -> None:
    """Lists, tables, headings and quotations, however nested, become valid TEI that verifies."""
    given_page = source(text, "harvest.html")
    xml = convert(given_page).xml
    assert body_text(etree.fromstring(xml)).text == read(given_page).text
    assert verify(xml, "harvest.xml", given_page) == []
    found = validate(xml, "harvest.xml")
    assert [f for f in found if f.severity is Severity.ERROR] == []


@settings(deadline=None, max_examples=60)
@given(pages())
def test_the_same_page_gives_the_same_bytes_and_findings(text: str) -> None:
    """A conversion depends on nothing but the source and the settings."""
    assert convert(source(text)) == convert(source(text))


@settings(deadline=None, max_examples=120)
@given(FLOWING | structured(breaks=("\n\n",)))
def test_the_text_that_comes_out_goes_in_again_unchanged(body: str) -> None:
    """A page whose body is replaced with the text that came out has the same body element."""
    first = converted(page(body))
    text = body_text(etree.fromstring(first.xml)).text
    second = converted(page(text))
    assert _body(second.xml) == _body(first.xml)
