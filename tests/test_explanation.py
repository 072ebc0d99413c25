"""`explain`: each tag of a file with its rule, its certainty and its words."""

from __future__ import annotations

import pytest

from tei_cable import Config, convert
from tei_cable.explanation import Explanation, explain
from tei_cable.findings import Finding
from tei_cable.source import decode
from tests.pages import page

BODY = "On 22 [November] [Nikita] Khrushchev spoke. Beiping [Beijing] and [the Union] did not."


def _tei(**settings: str) -> bytes:
    return convert(decode(page(BODY).encode(), "page.txt"), Config(**settings)).xml  # type: ignore[arg-type]  # only strings are set here


def _explained(data: bytes, line: int | None = None) -> list[Explanation]:
    found = explain(data, "cable.xml", line)
    assert not isinstance(found, Finding)
    return found


def test_a_bracket_tells_its_words_its_class_its_rule_and_why() -> None:
    """The brackets stand in the words; the ground says what the rule looks at."""
    (supplied,) = [e for e in _explained(_tei()) if e.words == "[the Union]"]
    assert supplied.element == "supplied"
    assert supplied.claims == ('reason="subaudible"',)
    assert supplied.rule == "brackets.function-word"
    assert "the sentence needs it" in supplied.ground


def test_a_name_tells_whom_it_names_and_how_sure_that_is() -> None:
    """The claim is the entry in the standOff, the words are the source's."""
    (name,) = [e for e in _explained(_tei()) if e.element == "persName" and e.rule]
    assert name.words == "[Nikita] Khrushchev"
    assert name.claims[0].startswith('ref="#')
    assert (name.cert, name.resp) == ("high", "#tei_cable")


def test_each_tag_is_told_with_the_place_of_its_start_tag() -> None:
    """Line and column point to the `<`, whatever stands on the line."""
    data = _tei()
    lines = data.decode().splitlines()
    for item in _explained(data):
        assert lines[item.line - 1][item.column - 1 :].startswith(f"<{item.element}")


def test_a_line_is_told_alone_and_the_nearest_above_if_it_has_no_tag() -> None:
    """The closing tags at the end lead to the last tag that says something."""
    data = _tei()
    (paragraph, *_) = [e for e in _explained(data) if e.element == "p"]
    assert {e.line for e in _explained(data, paragraph.line)} == {paragraph.line}
    last = data.rstrip().count(b"\n") + 1
    assert _explained(data, last) == _explained(data, max(e.line for e in _explained(data)))


def test_a_field_of_the_page_and_an_entry_are_told_too() -> None:
    """In the header it is the field that an element holds, in the standOff what is mentioned."""
    grounds = {e.element: e.ground for e in _explained(_tei()) if not e.rule}
    assert grounds["title"] == "The page's field title, word for word."
    assert grounds["person"] == "One mention in the text points to this entry."


def test_an_entry_counts_its_mentions_and_is_told_on_the_line_of_its_name() -> None:
    """The names in an entry are told as the entry is, whichever of the lines is asked for."""
    body = "Khrushchev spoke. Khrushchev left. The letter is from Poland."
    data = convert(decode(page(body).encode(), "page.txt")).xml
    told = [e for e in _explained(data) if "Khrushchev" in e.words and "entry" in e.ground]
    assert [e.element for e in told] == ["person", "persName"]
    for item in told:
        assert item.ground == "2 mentions in the text point to this entry."
        assert item in _explained(data, item.line)


def test_the_words_of_a_row_have_its_bars() -> None:
    """As in the source, where the bars are implied by the row."""
    data = convert(decode(page("Rice | 12\n\nSalt | [7] |").encode(), "page.txt")).xml
    rows = [e.words for e in _explained(data) if e.element == "row"]
    assert rows == ["Rice | 12", "Salt | [7] |"]


def test_a_lean_file_names_no_rules() -> None:
    """With minimal attribution the tags are told, but no rule: the file does not have them."""
    assert not [e for e in _explained(_tei(attribution="minimal")) if e.rule or e.resp == "#tei"]


@pytest.mark.parametrize("line", [0, 100_000])
def test_a_line_that_is_not_there_is_an_error(line: int) -> None:
    """The error tells how many lines there are."""
    with pytest.raises(ValueError, match=f"there is no line {line}: the file has "):
        explain(_tei(), "cable.xml", line)


def test_what_is_no_xml_is_a_finding() -> None:
    """As everywhere, with its place."""
    found = explain(b"<TEI>", "cable.xml")
    assert isinstance(found, Finding)
    assert (found.code, found.line) == ("TC402", 1)
