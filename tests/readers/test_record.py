"""The archive's JSON records: strings with their places, and what is no field."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable.errors import SourceError
from tei_cable.fidelity import unaccounted
from tei_cable.model import Span
from tei_cable.pipeline import convert
from tei_cable.readers import archive_record, read
from tei_cable.readers.json_text import leaves, members
from tests.pages import source

WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
KEYS = st.sampled_from(["title", "source", "authors", "rights", "x"])
VALUES = st.recursive(
    WORDS | st.none() | st.integers() | st.booleans() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def record(**fields: object) -> str:
    """Return a record with a text."""
    return json.dumps({"title": "Cable", "text_body": "Rice.", **fields})


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from(["title", "source", "authors", "rights", "x"]) | WORDS, VALUES)
)
def test_nothing_of_a_record_is_lost(fields: dict[str, object]) -> None:
    """Whatever a record holds: its text and fields are read, all else is said to be left out."""
    fields = {**fields, "text_body": 'Rice\u0001 is\u00a0dear.\n\tIt "is" \\ so.'}
    for ascii_only in (True, False):
        given_source = source(json.dumps(fields, ensure_ascii=ascii_only))
        cable = read(given_source)
        assert cable.text == 'Rice is dear.\nIt "is" \\ so.'
        assert list(unaccounted(cable, given_source)) == []
        assert convert(given_source).xml


@given(VALUES)
def test_the_strings_of_a_value_are_where_they_stand(value: object) -> None:
    """A string's characters map to the file: a plain one to itself, an escape to all of it."""
    text = json.dumps({"key": value})
    ((key, span),) = members(text)
    assert key == "key"
    assert json.loads(span.of(text)) == value
    for leaf in leaves(text, span):
        assert leaf.origin.faithful(leaf.text, text)
        for place in leaf.origin.copied_spans(len(leaf.text)):
            assert Span(span.start, span.end).contains(place)


def test_lists_in_strings_are_taken_apart() -> None:
    """Some exports hold a list as a string of JSON."""
    given_source = source(record(associated_places='["Ostrava", "Łódź"]', authors=["A", "B"]))
    metadata = read(given_source).metadata
    assert metadata.places is not None
    assert metadata.places.paragraphs == ("Ostrava", "Łódź")
    assert metadata.authors is not None
    assert metadata.authors.paragraphs == ("A", "B")


def test_a_string_that_only_begins_as_a_list_is_a_string() -> None:
    """A title in brackets is a title."""
    metadata = read(source(record(title="[Letter] to Novak"))).metadata
    assert metadata.title is not None
    assert metadata.title.value == "[Letter] to Novak"


def test_html_in_a_record_is_read_as_html() -> None:
    """The text of a transcript is HTML; a finding points to the record's line and column."""
    text = '{"id": 3,\n "html": "<html>\\n<p>Rice.<\\/p><p>The] mill \\u00e9.<\\/p>"}'
    given_source = source(text)
    assert read(given_source).text == "Rice.\n\nThe] mill é."
    found = [f for f in convert(given_source).findings if f.code == "TC201"]
    assert [(f.line, f.column) for f in found] == [(2, text.split("\n")[1].index("]") + 1)]


def test_other_keys_are_left_out_and_said() -> None:
    """What says how a record was fetched is no field; empty values are not worth a word."""
    findings = read(source(record(scraped_at="2025", page_number=0, donors=None))).findings
    (found,) = [f for f in findings if f.code == "TC113"]
    assert found.message.endswith("scraped_at, page_number")


def test_a_value_that_is_given_twice_is_read_once() -> None:
    """The first of two keys for one field is read, the second is left out and said."""
    cable = read(source(record(source="AVPRF, fond 1", citation="“Cable”")))
    assert cable.metadata.citation is not None
    assert cable.metadata.citation.value == "AVPRF, fond 1"
    assert any("citation" in f.message for f in cable.findings if f.code == "TC113")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear friend", "it is no JSON object"),
        ('["text_body"]', "it is no JSON object"),
        ('{"text_body": "a"', "it is no JSON ("),
        ('{"text_body": "a"} b', "it is no JSON ("),
        ('{"title": "a"}', "it has none of the keys text_body, body, html, raw"),
    ],
)
def test_what_is_no_record_is_declined_with_a_reason(text: str, reason: str) -> None:
    """The reason says what was looked for."""
    assert archive_record.declines(source(text)).startswith(reason)


def test_a_record_without_a_text_is_refused() -> None:
    """Fields alone make no document."""
    with pytest.raises(SourceError, match="the record has no text"):
        read(source('{"title": "Cable", "text_body": " "}'))
