"""Whose the document's date is, and a title that is none."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.metadata import names_nothing
from tei_cable.pipeline import convert
from tests.pages import source

FRONT = (
    "---\ndoc_date: '1951-03-14'\ntitle: {title}\n---\n\n{line}\n\nAll is well in the harbour.\n"
)


def _root(line: str, title: str = "Harland to Brook") -> etree._Element:
    return etree.fromstring(convert(source(FRONT.format(line=line, title=title))).xml)


def _claims(root: etree._Element) -> set[tuple[str | None, str | None]]:
    paths = ("creation/{*}date", "sourceDesc//{*}bibl/{*}date", "correspAction/{*}date")
    found = [root.find(f".//{{*}}{path}") for path in paths]
    return {(e.get("cert"), e.get("resp")) for e in found if e is not None}


@pytest.mark.parametrize("day", ["[14 March 1951]", "[14 March] 1951", "14 [March] 1951"])
def test_a_date_in_brackets_is_inferred(day: str) -> None:
    """What a dateline has in the editors' brackets is theirs, wherever the header has the date."""
    assert _claims(_root(f"Cablegram 7 LINDHOLM, {day}")) == {("medium", "#archive")}


@pytest.mark.parametrize(
    "line",
    [
        "Cablegram 7 LINDHOLM, 14 March 1951",
        "Cablegram 7 LINDHOLM, 14 March 1951, 5.26 [p.m.]",
        "The report [of 14 March 1951] is here.",
        "LINDHOLM, [13 March 1951]",
    ],
)
def test_any_other_date_is_the_page_s(line: str) -> None:
    """Neither a bracket beside the date, nor one in a paragraph, nor another date is a claim."""
    assert _claims(_root(line)) == {(None, None)}


@pytest.mark.parametrize("title", ["[subject not available]", "(No title)", "Untitled", "N/A"])
def test_words_that_say_there_is_no_title(title: str) -> None:
    """They are kept as the title, with little certainty, and reported."""
    text = FRONT.format(line="Hail.", title=f"'{title}'")
    found = etree.fromstring(convert(source(text)).xml).find(".//{*}titleStmt/{*}title")
    assert found is not None
    assert (found.text, found.get("cert")) == (title, "low")
    assert [f.code for f in convert(source(text)).findings if f.code == "TC106"] == ["TC106"]


@pytest.mark.parametrize("title", ["No Title Is Available for Rice", "Unknown Harvest", "Subject"])
def test_a_title_about_titles_is_one(title: str) -> None:
    """A title may have such words in it."""
    assert not names_nothing(title)
    found = _root("Hail.", title).find(".//{*}titleStmt/{*}title")
    assert found is not None
    assert found.get("cert") is None


def _normalization(text: str) -> str:
    found = etree.fromstring(convert(source(text)).xml).find(".//{*}normalization")
    assert found is not None
    return "".join(map(str, found.itertext()))


def test_the_header_says_that_form_is_not_written() -> None:
    """Where marks of Markdown were left out the normalization says so, elsewhere not."""
    sentence = "What the source says by its form only"
    assert sentence in _normalization(FRONT.format(line="**SECRET**", title="Harland"))
    assert sentence not in _normalization(FRONT.format(line="SECRET", title="Harland"))
