"""The pages of the archive's sites: what is near to a page of theirs, and what they report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable.errors import SourceError
from tei_cable.fidelity import unaccounted
from tei_cable.pipeline import convert
from tei_cable.readers import archive_flat, archive_new_site, archive_old_site, read
from tests.pages import source
from tests.readers.renderings import BODY, SUMMARY, Record, flat, new_site, old_site

if TYPE_CHECKING:
    from collections.abc import Callable


def _codes(text: str) -> list[str]:
    return [f.code for f in read(source(text)).findings]


def test_the_title_of_a_flat_page_is_what_its_citation_repeats() -> None:
    """A date within the title, and a page without one, do not move its edges."""
    text = flat(Record(date="1961")).replace("Legation in Burma", "Legation of May 3, 1961")
    metadata = read(source(text)).metadata
    assert metadata.date is not None
    assert metadata.title is not None
    assert metadata.date.value == "1961"
    assert metadata.title.value == "Telegram from the Hungarian Legation of May 3, 1961"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The Citation: is a word.", "there is no 'Citation:' within a line"),
        (
            "May 3, 1961 Letter Citation: “Letter” Summary: Rice. Dear Ada",
            "neither 'Contents:' nor 'Original Language:' tells where the fields end",
        ),
        (
            "May 3, 1961 Letter Citation: “Letter” Contents: Rice and salt",
            "what follows 'Contents:' is none of its usual values",
        ),
    ],
)
def test_a_flat_text_whose_fields_do_not_end_is_declined(text: str, reason: str) -> None:
    """Where nothing tells the end of the last field the text is not cut by guess."""
    assert archive_flat.declines(source(text)) == reason


def test_a_title_in_capitals_is_a_title() -> None:
    """On the old site a line below the date is the title."""
    text = old_site(Record()).replace("• Citation", "TELEGRAM FROM BURMA\n• Citation", 1)
    metadata = read(source(text)).metadata
    assert metadata.title is not None
    assert metadata.title.value == "TELEGRAM FROM BURMA"


def test_a_quotation_in_the_summary_does_not_begin_the_citation() -> None:
    """The citation is the last line with a quotation mark that names the archive."""
    summary = "“More rice,” the legation says."
    metadata = read(source(old_site(Record(summary=summary)))).metadata
    assert metadata.summary is not None
    assert metadata.summary.value == summary


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("A letter\nshare document\n", "there is no line 'get citation'"),
        (
            "get citation\n“Letter”\n",
            "there is no line 'share document' or 'View document in'",
        ),
    ],
)
def test_one_mark_alone_makes_no_old_page(text: str, reason: str) -> None:
    """A single word of the site may stand in any text."""
    assert archive_old_site.declines(source(text)) == reason


def test_a_text_with_one_label_is_no_new_page() -> None:
    """A heading like one of the labels is no page yet."""
    assert archive_new_site.declines(source("Rice.\nAssociated Places\nBurma\n"))
    assert archive_new_site.declines(source("Rice.\nType\nRights\nSource\nLanguage\n"))
    assert not archive_new_site.declines(source(new_site(Record())))


def test_the_guessed_summary_is_told() -> None:
    """Its place is told, and a page without one has no such finding."""
    text = new_site(Record())
    (found,) = [f for f in read(source(text)).findings if f.code == "TC114"]
    assert text.split("\n")[(found.line or 0) - 1] == SUMMARY
    assert "TC114" not in _codes(new_site(Record(summary="")))


@pytest.mark.parametrize("last", ["[1] AVPRF, fond 3.", "Budapest, 7 June 1961", "1 copy printed."])
def test_a_closing_line_is_no_summary(last: str) -> None:
    """Notes, datelines and short lines at the end belong to the text."""
    cable = read(source(new_site(Record(summary=last))))
    assert cable.metadata.summary is None
    assert cable.text.endswith(last)


def test_what_follows_the_information_is_left_out_and_told() -> None:
    """The footer of a page is no donor."""
    text = new_site(Record()) + "\nRelated Documents\nMay 3, 1961\nA letter\n"
    cable = read(source(text))
    assert cable.metadata.donors is not None
    assert cable.metadata.donors.paragraphs == ("Elm Foundation", "Ash Fund")
    assert "TC104" in _codes(text)


def test_a_page_of_the_site_has_its_tags_in_the_header() -> None:
    """Authors, keywords, rights and the record's number have elements of their own."""
    xml = convert(source(new_site(Record()))).xml.decode()
    for piece in (
        'xml:id="wcda-900003"',
        "<author><name>Kelemen, Pál</name></author>",
        '<term type="place">Burma</term>',
        '<idno type="WCDA">900003</idno>',
        "<availability><p>Ask the archive first.</p></availability>",
        '<note type="originalClassification">Secret</note>',
        "<funder>Ash Fund</funder>",
        '<textLang mainLang="hu">Hungarian</textLang>',
    ):
        assert piece in xml


def test_a_page_without_a_text_is_refused() -> None:
    """Tags alone make no document."""
    with pytest.raises(SourceError, match="no text after its fields"):
        read(source(new_site(Record(summary="")).replace("\n\n".join(BODY), "")))


def test_a_second_script_is_told() -> None:
    """The original after its translation is kept, and its place told."""
    russian = "Урожай в этом году был плохой, и правительство просит рис. " * 5
    text = new_site(Record(summary="")).replace(BODY[2], f"{BODY[2]}\n\n{russian}")
    english = "The harvest was poor, and the government asks for rice and for a ship. " * 5
    text = text.replace(BODY[0], english)
    given_source = source(text)
    assert russian.strip() in read(given_source).text
    (found,) = [f for f in convert(given_source).findings if f.code == "TC112"]
    assert (found.line, found.column) == (text[: text.index(russian)].count("\n") + 1, 1)
    assert "TC112" not in [f.code for f in convert(source(new_site(Record()))).findings]


@pytest.mark.parametrize("between", ["June 07,  1961", "June 07, Draft", "x June 07, 1961 y", ""])
def test_words_around_the_date_of_a_flat_page_are_told(between: str) -> None:
    """Whatever stands before the title is the date or is left out with a finding."""
    given_source = source(flat(Record(date=between)))
    cable = read(given_source)
    assert list(unaccounted(cable, given_source)) == []
    assert cable.metadata.title is not None
    assert cable.metadata.title.value == Record().title
    strange = between not in ("June 07,  1961", "")
    assert ("TC104" in [f.code for f in cable.findings]) == strange


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([old_site, new_site]), st.data())
def test_a_page_in_disorder_loses_nothing(
    rendering: Callable[[Record], str], data: st.DataObject
) -> None:
    """Lines that lack, stand twice or elsewhere: the page is refused, or nothing of it is lost."""
    lines = data.draw(st.permutations(rendering(Record()).split("\n")))
    text = "\n".join(lines[: data.draw(st.integers(1, len(lines)))]) + "\nRice."
    try:
        convert(source(text))
    except SourceError as error:
        assert error.problem  # noqa: PT017 (either way is right)
