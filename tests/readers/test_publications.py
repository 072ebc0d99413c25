"""Printed works in a citation: reprints, citations, and books that a text is taken from."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.metadata import CitationRole
from tei_cable.pipeline import convert
from tei_cable.readers.citation import parse_citation
from tests.pages import CITATION, page, source
from tests.readers.cited import HEAD, after_head, leaves


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            (
                "Reprinted in Ada Brook, Bea Cole and Cy Dee, On Elms, Vol. 5, Book 2, 1946-March "
                "1950 (Elm: Oak Press, 1999), pp. 6-7."
            ),
            [
                ("author", "", "Ada Brook"),
                ("author", "", "Bea Cole"),
                ("author", "", "Cy Dee"),
                ("work", "", "On Elms"),
                ("scope", "volume", "5"),
                ("scope", "book", "2"),
                ("place", "", "Elm"),
                ("publisher", "", "Oak Press"),
                ("year", "", "1999"),
                ("scope", "page", "6-7"),
            ],
        ),
        (
            "Reprinted in Ada Brook, Rice and War (Oak Press, 1999), p. 62.",
            [
                ("author", "", "Ada Brook"),
                ("work", "", "Rice and War"),
                ("publisher", "", "Oak Press"),
                ("year", "", "1999"),
                ("scope", "page", "62"),
            ],
        ),
        (
            "Elm wenxuan (Works on Elms) Vol. 1, (Elmville, 1994), 634.",
            [
                ("work", "", "Elm wenxuan (Works on Elms)"),
                ("scope", "volume", "1"),
                ("year", "", "1994"),
                ("scope", "page", "634"),
            ],
        ),
        (
            "Ada Brook. Ricetime. Translated by Cy B. Dee. (Elm: Oak, 1977), 5-7.",
            [
                ("author", "", "Ada Brook"),
                ("work", "", "Ricetime"),
                ("translator", "translated", "Cy B. Dee"),
                ("place", "", "Elm"),
                ("publisher", "", "Oak"),
                ("year", "", "1977"),
                ("scope", "page", "5-7"),
            ],
        ),
        (
            'published in "Papers on Elms," Volume XI, Document No. 96.',
            [
                ("work", "", "Papers on Elms"),
                ("scope", "volume", "XI"),
                ("scope", "document", "96"),
            ],
        ),
        (
            "Printed in Ada Brook, ed., On Elms, No. 3 (Elm: Oak, 1999), 33.",
            [
                ("author", "", "Ada Brook"),
                ("work", "", "On Elms"),
                ("scope", "issue", "3"),
                ("place", "", "Elm"),
                ("publisher", "", "Oak"),
                ("year", "", "1999"),
                ("scope", "page", "33"),
            ],
        ),
        ("Cited Ch3 n6 in his book On Elms, and more", [("work", "", "On Elms")]),
        (
            "Published in Bulletin #16 by ABCDE",
            [("work", "", "Bulletin"), ("scope", "issue", "16"), ("publisher", "", "ABCDE")],
        ),
        (
            "Printed in Elms of the War, pp. 3-4.",
            [("work", "", "Elms of the War"), ("scope", "page", "3-4")],
        ),
    ],
)
def test_a_printed_work_is_taken_apart(text: str, parts: list[tuple[str, str, str]]) -> None:
    """Authors, title, volumes, imprint and pages; a town alone is no publisher."""
    assert after_head(text) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“Elm’s Way” New Papers on Rice, 1948- 1959 by Ada Brook Working Paper No. 31 pp. 3-9",
            [
                ("work", "", "“Elm’s Way” New Papers on Rice, 1948- 1959"),
                ("author", "", "Ada Brook"),
                ("work", "series", "Working Paper"),
                ("scope", "issue", "31"),
                ("scope", "page", "3-9"),
            ],
        ),
        (
            "Ada Brook and Cy B. Dee, “On Elms,” ABCD Working Paper #7 (Elm: Oak Press, May 1999).",
            [
                ("author", "", "Ada Brook"),
                ("author", "", "Cy B. Dee"),
                ("work", "", "On Elms"),
                ("work", "series", "ABCD Working Paper"),
                ("scope", "issue", "7"),
                ("place", "", "Elm"),
                ("publisher", "", "Oak Press"),
                ("year", "", "May 1999"),
            ],
        ),
        (
            '"On Elms," by Ada Brook, Oak Institute Occasional Paper No. 2, p. 4.',
            [
                ("work", "", "On Elms"),
                ("author", "", "Ada Brook"),
                ("work", "series", "Oak Institute Occasional Paper"),
                ("scope", "issue", "2"),
                ("scope", "page", "4"),
            ],
        ),
    ],
)
def test_a_paper_of_a_series_is_taken_apart(text: str, parts: list[tuple[str, str, str]]) -> None:
    """Title with what stands under it, authors, series, number, imprint and pages."""
    whole = f"{HEAD}RGANI, f. 1, op. 2, d. 3. {text}"
    assert leaves(whole)[-len(parts) :] == parts
    assert [p.detail for p in parse_citation(whole).all(CitationRole.PUBLICATION)] == ["published"]


@pytest.mark.parametrize(
    "text",
    [
        "“On Elms” by Ada Brook, a Working Paper",
        "“On Elms.” The paper of Ada Brook. Working Paper No. 3",
        "The Working Paper No. 3 of the Office",
        "“On Elms” by a Committee Working Paper No. 3",
    ],
)
def test_other_papers_stay_text(text: str) -> None:
    """Without a number, a title before it, or a person's name nothing is a paper of a series."""
    assert parse_citation(f"{HEAD}{text}").all(CitationRole.PUBLICATION) == ()


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("Reprinted in On Elms (Elm: Oak, 1999), 7.", "reprinted"),
        ("Originally published in On Elms (Elm: Oak, 1999), 7.", "published"),
        ("Cited in On Elms (Elm: Oak, 1999), 7.", "cited"),
        ("On Elms (Elm: Oak, 1999), 7.", ""),
    ],
)
def test_what_the_work_is_to_the_document(text: str, detail: str) -> None:
    """A reprint, a citation, or the source itself."""
    (part,) = parse_citation(HEAD + text).all(CitationRole.PUBLICATION)
    assert (part.detail, part.span.of(HEAD + text)) == (detail, text[:-1])


@pytest.mark.parametrize("text", ["Reprinted in", "Cited in passing.", "On Elms, Elm, 1999"])
def test_what_has_no_imprint_stays_text(text: str) -> None:
    """Without an imprint or a page nothing says what is author and what title."""
    assert after_head(text) == []


def test_a_series_has_a_title_of_its_own_level() -> None:
    """The paper is a related item; its title is a book's, that of the series a series's."""
    cited = "“On Elms” by Ada Brook, ABCD Working Paper No. 3, p. 4."
    text = page(citation=CITATION.replace(" Translated by", f" {cited} Translated by"))
    root = etree.fromstring(convert(source(text)).xml)
    titles = root.findall(".//{*}relatedItem[@type='published']/{*}bibl/{*}title")
    assert [(e.get("level"), e.text) for e in titles] == [
        ("m", "On Elms"),
        ("s", "ABCD Working Paper"),
    ]


def test_the_original_of_a_translation_has_no_title() -> None:
    """The archive's title stands beside the leaves of an original alone, not of a translation."""
    translated = etree.fromstring(convert(source(page(language=None))).xml)
    item = translated.find(".//{*}msItem")
    assert item is not None
    assert [etree.QName(e).localname for e in item] == ["locus", "note"]
    own = (
        "“Note on Rice,” May 02, 1955, Wilson Center Digital Archive, PRC FMA 109-00777-03, 21-22."
    )
    text = page(language=None, citation=own, contents=None)
    original = etree.fromstring(convert(source(text)).xml).find(".//{*}msItem")
    assert original is not None
    assert [etree.QName(e).localname for e in original] == ["locus", "title"]
