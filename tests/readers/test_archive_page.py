"""An archive's page: where each field stands, and what belongs to the document's text."""

from __future__ import annotations

import pytest

from tei_cable.errors import SourceError
from tei_cable.kinds import PAGE_BREAK
from tei_cable.readers import read
from tests.pages import BODY, CITATION, DATE, TITLE, page, source

FIELDS = {
    "date": DATE,
    "title": TITLE,
    "citation": CITATION.replace("\n<", " ").replace(">", ""),
    "summary": "A report on the harvest.",
    "original_language": "Chinese",
    "contents": "Translation - English",
}


def _values(text: str) -> dict[str, str]:
    fields = read(source(text)).metadata.fields()
    return {name: field.value for name, field in fields.items()}


def _codes(text: str) -> list[str]:
    return [finding.code for finding in read(source(text)).findings]


def test_each_field_of_a_page_is_read() -> None:
    """Date, title and the labelled fields have their values, the body its text."""
    assert _values(page(credits_="With thanks to the Elm Fund.")) == {
        **FIELDS,
        "credits": "With thanks to the Elm Fund.",
    }
    assert read(source(page())).text == BODY


def test_a_page_with_windows_line_ends_reads_the_same() -> None:
    """CRLF changes nothing about fields, text and findings."""
    text = page().replace("\n", "\r\n")
    assert _values(text) == FIELDS
    assert read(source(text)).text == BODY


@pytest.mark.parametrize(
    ("absent", "text"),
    [
        ("title", page(title=None)),
        ("summary", page(summary=None)),
        ("original_language", page(language=None)),
        ("contents", page(contents=None)),
    ],
)
def test_an_absent_field_is_no_field(absent: str, text: str) -> None:
    """A field that the page lacks is not there, and all the others are."""
    assert _values(text) == {name: v for name, v in FIELDS.items() if name != absent}
    assert read(source(text)).text == BODY


def test_a_label_without_a_value_is_no_field() -> None:
    """A label with nothing under it is markup, and its field is not there."""
    text = page(credits_="")
    assert "credits" not in _values(text)
    assert _values(text)["original_language"] == "Chinese"


def test_a_field_knows_where_it_stands() -> None:
    """A field's span holds the words of the source, without its label."""
    given_page = source(page(summary="A  report\non the harvest."))
    summary = read(given_page).metadata.summary
    assert summary is not None
    assert summary.value == "A report on the harvest."
    assert summary.span.of(given_page.text) == "A  report\non the harvest."


def test_a_summary_may_have_paragraphs() -> None:
    """Blank lines part the paragraphs of a field that is not the last."""
    summary = read(source(page(summary="First,\nlong.\n\n\nSecond."))).metadata.summary
    assert summary is not None
    assert summary.paragraphs == ("First, long.", "Second.")


def test_a_value_may_stand_on_the_line_of_its_label() -> None:
    """`Summary: text` is the same as the text on a line of its own."""
    text = page()
    for label in ("Citation", "Summary", "Original Language", "Contents"):
        text = text.replace(f"{label}:\n\n", f"{label}: ")
    assert _values(text) == FIELDS
    assert read(source(text)).text == BODY


@pytest.mark.parametrize(
    "bullets",
    [
        "• English Translation\n• Scan of Original Document",
        "- Russian Transcription\n- Translation - English",
    ],
)
def test_contents_may_be_bullets_that_the_text_follows_at_once(bullets: str) -> None:
    """The bullets of Contents end where a line is none."""
    text = page("To the Ministry:\n\nAll is well.", contents=bullets).replace("\n\nTo", "\nTo")
    assert _values(text)["contents"] == bullets.replace("\n", " ")
    assert read(source(text)).text == "To the Ministry:\n\nAll is well."


def test_the_last_field_ends_at_a_blank_line() -> None:
    """Without Contents the first paragraph under the last label is its value."""
    text = page("One.\n\nTwo.", summary="Short.", language=None, contents=None)
    assert _values(text)["summary"] == "Short."
    assert read(source(text)).text == "One.\n\nTwo."


def test_a_known_banner_is_markup() -> None:
    """The banner of the older rendering belongs to no field and is not reported."""
    banner = "Digital Archive\ndigitalarchive.example.org\nInternational History Declassified\n\n"
    given_page = source(banner + page())
    cable = read(given_page)
    assert _values(banner + page()) == FIELDS
    assert cable.findings == ()
    words = [span.of(given_page.text) for span in cable.markup]
    assert words[:2] == ["Digital Archive", "digitalarchive.example.org"]


def test_words_above_the_date_are_reported() -> None:
    """Unknown words above the date are left out as a banner, and told with their place."""
    (found,) = read(source("Skip to content\n\n" + page())).findings
    assert (found.code, found.line, found.column) == ("TC104", 1, 1)
    assert "“Skip to content”" in found.message
    assert _values("Skip to content\n\n" + page()) == FIELDS


def test_a_date_may_stand_below_the_title() -> None:
    """Where nothing follows the date, the title is what stands above it."""
    text = f"{TITLE}\n\n{DATE}\n\n{page(date=None, title=None)}"
    assert _values(text) == FIELDS
    assert _codes(text) == []


def test_a_title_may_be_wrapped() -> None:
    """A title over several lines is one value."""
    assert _values(page(title="Cable from\nthe Chinese Embassy"))["title"] == (
        "Cable from the Chinese Embassy"
    )


def test_a_page_without_a_date_is_reported() -> None:
    """A page with no date above or below its title has none, and that is said."""
    assert "date" not in _values(page(date=None))
    assert _codes(page(date=None)) == ["TC103"]


def test_a_date_within_the_title_is_not_the_date_of_the_page() -> None:
    """Only a line that is a date, and nothing else, dates the page."""
    text = page(date=None, title=f"Talk of {DATE}")
    assert _values(text)["title"] == f"Talk of {DATE}"
    assert _codes(text) == ["TC103"]


@pytest.mark.parametrize(
    "url",
    ["<https://example.org/document/200001>", "https://example.org/document/200001"],
)
def test_angle_brackets_around_a_url_are_markup(url: str) -> None:
    """The citation's URL is the same with and without angle brackets."""
    citation = _values(page(citation=f"“Cable,” {url}"))["citation"]
    assert citation == "“Cable,” https://example.org/document/200001"


def test_other_angle_brackets_are_text() -> None:
    """An angle bracket that delimits no URL stays, in the citation as in the summary."""
    values = _values(page(citation="Box <3> of 5>", summary="From A> to <https://example.org>"))
    assert values["citation"] == "Box <3> of 5>"
    assert values["summary"] == "From A> to <https://example.org>"


def test_a_label_in_the_text_is_text() -> None:
    """After the last field a line that looks like a label belongs to the document."""
    body = "All is well.\n\nSummary:\n\nNothing more.\n\nCitation: none."
    assert read(source(page(body))).text == body
    assert _values(page(body)) == FIELDS


def test_a_form_feed_in_the_text_is_a_page_break() -> None:
    """The block after a form feed begins with a page break."""
    cable = read(source(page("One page.\fAnother page.")))
    (found,) = cable.annotations
    assert cable.text == "One page.\n\nAnother page."
    assert (found.kind, found.span.start, found.span.end) == (PAGE_BREAK, 11, 11)


def test_control_characters_are_left_out_and_reported() -> None:
    """What XML cannot hold is left out of fields and text, each with its place."""
    cable = read(source(page("All\u0007 is well.", date="March\u0001 4, 1957")))
    assert cable.text == "All is well."
    assert cable.metadata.date is not None
    assert cable.metadata.date.value == "March 4, 1957"
    assert [(f.code, f.line, f.column) for f in cable.findings] == [
        ("TC101", 1, 6),
        ("TC101", 22, 4),
    ]


def test_a_citation_without_a_known_archive_is_reported() -> None:
    """Where the archive is not recognised the citation's place is told."""
    cable = read(source(page(citation="A private collection.")))
    assert [(f.code, f.line, f.column) for f in cable.findings] == [("TC102", 7, 1)]


def test_a_page_without_a_text_is_refused() -> None:
    """Fields alone make no cable; the error says what was expected."""
    with pytest.raises(SourceError, match="no text after its fields") as caught:
        read(source(page("")))
    assert caught.value.expected == "the document's text after the last field"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dear friend,\n\nall is well.", "there is no line that begins 'Citation:'"),
        ("Summary:\n\nA.\n\nContents:\n\nB.", "there is no line that begins 'Citation:'"),
        ("Citation:\n\nA.\n\nAll is well.", "there is no label but 'Citation:'"),
        ("See Citation: A.\nMy Summary: B.", "there is no line that begins 'Citation:'"),
    ],
)
def test_what_is_no_page_is_refused_with_a_reason(text: str, reason: str) -> None:
    """The error names the file, and says why the reader declined it."""
    with pytest.raises(SourceError) as caught:
        read(source(text))
    assert str(caught.value).startswith("harvest.txt: this is no cable that can be read")
    assert f"archive-page: {reason}" in str(caught.value)
