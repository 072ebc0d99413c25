"""Each rendering of an archive's record: the same fields and the same text, and nothing lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable.fidelity import unaccounted
from tei_cable.pipeline import convert
from tei_cable.readers import READERS, read
from tests.pages import source
from tests.readers.renderings import (
    BODY,
    CITATION,
    SOURCE,
    Record,
    as_html,
    as_json,
    flat,
    new_site,
    old_site,
    records,
)

if TYPE_CHECKING:
    from tei_cable.model import Source

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
EVERY = (
    *("date", "title", "summary", "credits", "original_language", "authors", "persons", "places"),
    *("subjects", "archive", "rights", "uploaded", "record_id", "classification", "donors"),
)


def reader_of(given_source: Source) -> str:
    """Return the name of the reader that takes a source."""
    return next(name for name, (declines, _, _) in READERS.items() if not declines(given_source))


def check(text: str, reader: str, fields: dict[str, str], body: str) -> None:
    """Assert by which reader a text is read, what it reads, and that nothing is lost."""
    given_source = source(text)
    assert reader_of(given_source) == reader
    cable = read(given_source)
    assert {name: f.value for name, f in cable.metadata.fields().items()} == fields
    assert cable.text == body
    assert list(unaccounted(cable, given_source)) == []
    assert convert(given_source).xml


@settings(max_examples=25, deadline=None)
@given(records("title"), LINE_ENDS)
def test_a_flat_page_is_read_whatever_lacks(record: Record, end: str) -> None:
    """On one line, labels are words; the title is what the citation repeats."""
    fields = {
        **record.expected("date", "title", "summary", "credits", "original_language"),
        "citation": CITATION,
        "contents": "English Translation Scan of Original Document",
    }
    check(flat(record) + end, "archive-flat", fields, " ".join(BODY))


@settings(max_examples=25, deadline=None)
@given(records(), LINE_ENDS)
def test_an_old_page_is_read_whatever_lacks(record: Record, end: str) -> None:
    """Nothing labels the summary of the old site; its title stands in the citation."""
    fields = {
        **record.expected("date", "summary", "credits"),
        "citation": CITATION.replace("“", '"').replace("”", '"'),
        "url": "https://digitalarchive.example.org/document/900003",
        "contents": "English HTML",
    }
    text = old_site(record).replace("\n", end)
    check(text, "archive-old-site", fields, "\n\n".join(BODY))


@settings(max_examples=25, deadline=None)
@given(records("title"), LINE_ENDS, st.sampled_from(["• ", "* ", "- ", ""]))
def test_a_new_page_is_read_whatever_lacks(record: Record, end: str, bullet: str) -> None:
    """Labels whose values a crawl lost are markup; lists may have bullets."""
    fields = {**record.expected(*EVERY), "citation": SOURCE}
    text = new_site(record, bullet).replace("\n", end)
    check(text, "archive-new-site", fields, "\n\n".join(BODY))


@settings(max_examples=25, deadline=None)
@given(records("title"), LINE_ENDS)
def test_an_html_page_is_read_as_the_new_page_is(record: Record, end: str) -> None:
    """The fields stand in elements; entities and tags do not come between."""
    fields = {**record.expected(*EVERY), "citation": SOURCE}
    text = as_html(record).replace("\n", end)
    check(text, "html", fields, "\n\n".join(BODY))


@settings(max_examples=25, deadline=None)
@given(records(), st.booleans(), st.booleans())
def test_a_json_record_is_read_whatever_lacks(
    record: Record, ascii_only: bool, listed: bool
) -> None:
    """Escapes are decoded, lists in strings taken apart, null is no field."""
    fields = {
        **record.expected(*EVERY),
        "citation": SOURCE,
        "url": "https://digitalarchive.example.org/document/telegram",
    }
    text = as_json(record, ascii_only=ascii_only, listed=listed)
    check(text, "archive-record", fields, "\n".join(BODY))


@pytest.mark.parametrize("rendering", [flat, old_site, new_site, as_html, as_json])
def test_a_byte_order_mark_changes_nothing(rendering: object) -> None:
    """A mark before the text is no part of it."""
    assert callable(rendering)
    text = rendering(Record())
    marked = source("\ufeff" + text)
    assert read(marked).text == read(source(text)).text
    assert reader_of(marked) == reader_of(source(text))
