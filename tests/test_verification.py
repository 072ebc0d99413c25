"""A TEI file held against its source: whatever was changed is found, and both places told."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tei_cable import verification
from tei_cable.config import Config
from tei_cable.errors import SourceError
from tei_cable.fidelity import unaccounted
from tei_cable.pipeline import convert
from tei_cable.readers import read
from tei_cable.verification import verify
from tests.pages import page, source

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Source

BODY = (
    "Foreign Ministry,\n\nThe harvest was good. [It] was not expected.\n\n"
    "The] mill is new, and its owner was very much pleased to see\n\nhow much there was.\n\n"
    "Embassy in Poland\n4 March 1957"
)
TEXT = page(BODY, summary="One.\n\nTwo.", credits_="With thanks to Ada Brook.")
PAGE = source(TEXT)


def _tampered(before: str, after: str) -> list[Finding]:
    """Return what is found once a stretch of the file, which must be there, is another."""
    xml = re.sub(' ana="[^"]*"', "", convert(PAGE).xml.decode())
    assert xml.count(before) == 1
    return verify(xml.replace(before, after).encode(), "out.xml", PAGE)


def _line_of(words: str, text: str) -> int:
    return text[: text.index(words)].count("\n") + 1


@pytest.mark.parametrize("config", [Config(), Config(attribution="minimal", publisher="Elm")])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_converted_page_verifies(config: Config, end: str) -> None:
    """What the tool wrote is its source, with every line end and configuration."""
    given_page = source(TEXT.replace("\n", end))
    assert verify(convert(given_page, config).xml, "out.xml", given_page) == []


def test_a_changed_word_is_found_in_both_files() -> None:
    """The message has the place in the source, the finding the place in the file."""
    xml = convert(PAGE).xml.decode()
    (found,) = _tampered("harvest was good", "harvest was fair")
    assert (found.code, found.file) == ("TC501", "out.xml")
    assert found.line == _line_of("The harvest was good", xml)
    assert found.xpath == "/TEI/text/body/div/p[1]"
    line = _line_of("The harvest was good. [It]", TEXT)
    assert found.message == (
        f"the text differs: harvest.txt:{line}:17 has “good. [It] was not expected.\n\n”, "
        "this element “fair. [It] was not expected.\n\n”"
    )


@pytest.mark.parametrize(
    ("before", "after", "source_has", "file_has"),
    [
        (
            'resp="#translator">It</supplied>',
            'resp="#translator" rend="close">It</supplied>',
            "[It] was not expected.\n\nThe] m",
            "It] was not expected.\n\nThe] mi",
        ),
        (
            ' rend="close">The<',
            ">The<",
            "The] mill is new, and its owne",
            "[The] mill is new, and its own",
        ),
        ("<lb/>", "", "4 March 1957", "\n4 March 1957"),
        (
            ' rend="blank-line"/>',
            "/>",
            "\n\nhow much there was.\n\nEmbassy",
            " how much there was.\n\nEmbassy ",
        ),
        (
            "how much there was.",
            "",
            "how much there was.\n\nEmbassy i",
            "Embassy in Poland\n4 March 1957",
        ),
        (
            ' was not expected.</p>\n        <p xml:id="p2" n="2">',
            " was not expected. ",
            "\n\nThe] mill is new, and its ow",
            " The] mill is new, and its own",
        ),
    ],
)
def test_a_lost_bracket_word_or_break_is_found(
    before: str, after: str, source_has: str, file_has: str
) -> None:
    """A bracket, a line break, a blank line and a paragraph's end are of the text."""
    (found,) = _tampered(before, after)
    assert found.code == "TC501"
    assert f"has “{source_has}”, this element “{file_has}”" in found.message


def test_a_text_that_ends_early_or_late_is_found() -> None:
    """Where one text ends the other's next words are told."""
    (early,) = _tampered(">4 March 1957<", ">4 March<")
    assert early.message.endswith("has “ 1957”, this element nothing more")
    (late,) = _tampered(">4 March 1957<", ">4 March 1957 A. B.<")
    assert late.message.endswith("has nothing more, this element “ A. B.”")


def test_a_file_without_a_text_differs_from_its_first_word() -> None:
    """A document with no body has lost the whole text; that is told at its root."""
    xml = convert(PAGE).xml
    cut = xml[: xml.index(b"<text>")] + b"</TEI>\n"
    (found,) = verify(cut, "out.xml", PAGE)
    assert (found.code, found.xpath) == ("TC501", "/TEI")
    assert "has “Foreign Ministry,\n\nThe harvest”, this element nothing more" in found.message


@pytest.mark.parametrize(
    ("before", "after", "field", "header_has"),
    [
        (
            '<title type="main">Cable from the',
            '<title type="main">Cable the',
            "title",
            "“Cable the Chinese Embassy in Poland, 'On the Harvest'”",
        ),
        (
            '<creation><date when="1957-03-04">March 4, 1957',
            '<creation><date when="1957-03-04">March 1957',
            "date",
            "“March 1957”",
        ),
        ("Ada Brook</editor>", "Ada</editor>", "citation", "Translated by Ada."),
        ("<p>Two.</p>", "", "summary", "“One.”"),
        ("With thanks to Ada Brook.", "With thanks.", "credits", "“With thanks.”"),
        (">Chinese</textLang>", "></textLang>", "original_language", "the header has nothing"),
        (
            '<note type="contents">Translation - English</note>',
            "",
            "contents",
            "the header has nothing",
        ),
    ],
)
def test_a_field_that_lost_a_word_is_found(
    before: str, after: str, field: str, header_has: str
) -> None:
    """Each field is held word for word against its place in the header."""
    (found,) = _tampered(before, after)
    assert found.code == "TC502"
    value = read(PAGE).metadata.fields()[field]
    line, column = PAGE.position(value.span.start)
    assert found.message.startswith(
        f"the field {field} at harvest.txt:{line}:{column} is “{value.value}”, the header has "
    )
    assert header_has in found.message


def test_the_wrong_source_is_found() -> None:
    """A file held against another page differs in its text and in the fields that differ."""
    other = source(page("The year was bad.", title="Cable of another day"), "other.txt")
    findings = verify(convert(PAGE).xml, "out.xml", other)
    assert [f.code for f in findings] == ["TC502", "TC504", "TC502", "TC501"]
    assert "the field title at other.txt:3:1 is “Cable of another day”" in findings[0].message
    assert "other.txt:" in findings[3].message


def test_a_source_of_other_bytes_is_found() -> None:
    """White space that says nothing leaves the text equal, but it is another file."""
    found = verify(convert(PAGE).xml, "out.xml", source(TEXT.replace("\n\n", "\n \n", 1)))
    assert [f.code for f in found] == ["TC504"]
    assert found[0].xpath == "/TEI/teiHeader/fileDesc/sourceDesc/bibl/idno[4]"


def test_a_changed_digest_is_found() -> None:
    """The digest in the header is compared with that of the source."""
    (found,) = _tampered(PAGE.sha256, "00ff")
    assert (found.code, "the header has “00ff”" in found.message) == ("TC504", True)


def test_a_file_without_a_digest_is_not_blamed() -> None:
    """A file made elsewhere claims no digest: there is nothing to compare."""
    assert _tampered(f' <idno type="sha256">{PAGE.sha256}</idno>', "") == []


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ('<title type="main">', "title"),
        ('<note type="contents">', "contents"),
    ],
)
def test_a_field_that_stands_twice_is_found(before: str, name: str) -> None:
    """A second main title, or a second note of one field, is no part of the page."""
    tag = before[1:].split(maxsplit=1)[0]
    (found,) = _tampered(before, f"{before}Another</{tag}>{before}")
    assert found.code == "TC502"
    assert found.message.startswith(f"the field {name} ")
    assert "the header has “Another" in found.message


def test_words_that_wrap_otherwise_are_no_difference() -> None:
    """White space within a field or a block may be folded otherwise."""
    spaced = convert(PAGE).xml.replace(b"harvest was good", b"harvest\n    was good")
    spaced = spaced.replace(b"With thanks to", b"With\n  thanks to")
    assert verify(spaced, "out.xml", PAGE) == []


def test_a_file_that_is_no_xml_is_a_finding() -> None:
    """What cannot be parsed is told as the parser found it."""
    (found,) = verify(b"<TEI><text></TEI>", "out.xml", PAGE)
    assert (found.code, found.file, found.line) == ("TC402", "out.xml", 1)


def test_a_source_that_is_no_cable_is_refused() -> None:
    """There is nothing to verify against."""
    with pytest.raises(SourceError, match=r"letter\.txt: this is no cable"):
        verify(convert(PAGE).xml, "out.xml", source("Dear friend.", "letter.txt"))


def _without_markup(given_page: Source) -> Cable:
    """Read a page as a reader would that forgets the label of the summary."""
    cable = read(given_page)
    kept = tuple(s for s in cable.markup if s.of(given_page.text) != "Summary:")
    assert len(kept) == len(cable.markup) - 1
    return replace(cable, markup=kept)


def test_characters_that_no_field_takes_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that drops words is caught, with the place in the source."""
    monkeypatch.setattr(verification, "read", _without_markup)
    (found,) = verify(convert(PAGE).xml, "out.xml", PAGE)
    assert (found.code, found.file) == ("TC503", "harvest.txt")
    assert (found.line, found.column) == (_line_of("Summary:", TEXT), 1)
    assert found.message == "“Summary:” belongs to no field, label or text"


def test_a_field_that_holds_less_than_its_place_is_found() -> None:
    """A value that leaves out a word of the source it claims to stand for is caught."""
    cable = read(PAGE)
    assert list(unaccounted(cable, PAGE)) == []
    title = cable.metadata.title
    assert title is not None
    shorter = replace(cable.metadata, title=replace(title, value="Cable from the Embassy"))
    (found,) = unaccounted(replace(cable, metadata=shorter), PAGE)
    assert (found.code, found.line, found.column) == ("TC503", 3, 1)


def test_text_that_is_copied_nowhere_is_found() -> None:
    """A body that lost its end is caught where the end begins."""
    cable = read(PAGE)
    end = cable.text.index("4 March 1957")
    (found,) = unaccounted(replace(cable, text=cable.text[:end]), PAGE)
    assert found.message == "“4 March 1957” belongs to no field, label or text"
    assert (found.line, found.column) == (_line_of("4 March 1957", TEXT), 1)


def test_another_source_is_told_first_and_in_short() -> None:
    """Of a wrong source the digest is said first; of a long field what is around the difference."""
    long = source(page("The mill is old.", summary="A long report. " * 60))
    found = verify(convert(long).xml, "out.xml", source(page("It rains.", summary="Rain. " * 200)))
    assert found[0].code == "TC504"
    assert "another file" in found[0].message
    assert all(len(item.message) < 900 for item in found)
