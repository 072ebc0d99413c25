"""The archive's citation taken apart, and what is left alone in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.metadata import CitationRole
from tei_cable.readers.citation import parse_citation

HEAD = "“Note on Rice,” May 02, 1955, Wilson Center Digital Archive, "
URL = "https://digitalarchive.example.org/document/300"


def _parts(text: str) -> list[tuple[str, str, str]]:
    parts = parse_citation(text).parts
    return [(part.role.value, part.detail, part.span.of(text)) for part in parts]


@pytest.mark.parametrize(
    ("head", "title", "date", "collection"),
    [
        (HEAD, "Note on Rice", "May 02, 1955", "Wilson Center Digital Archive"),
        (
            "\"Cable, 'On Rice'\", June 1, 1960, Elm and Oak Program Digital Archive, ",
            "Cable, 'On Rice'",
            "June 1, 1960",
            "Elm and Oak Program Digital Archive",
        ),
        (
            "“Letter, Sokol [Novak] to Dvorak (Excerpt),” 1951, Wilson Center Digital Archive, ",
            "Letter, Sokol [Novak] to Dvorak (Excerpt)",
            "1951",
            "Wilson Center Digital Archive",
        ),
        (
            "“Report,” May 1963, Wilson Center Digital Archive ",
            "Report",
            "May 1963",
            "Wilson Center Digital Archive",
        ),
    ],
)
def test_title_date_and_collection_lead(head: str, title: str, date: str, collection: str) -> None:
    """The head is read with either quotes, and the comma on either side of them."""
    assert _parts(head) == [
        ("title", "", title),
        ("date", "", date),
        ("collection", "", collection),
    ]


@pytest.mark.parametrize(
    ("locator", "parts"),
    [
        (
            "PRC FMA 109-00777-03, 21-22.",
            [
                ("repository", "", "PRC FMA"),
                ("shelfmark", "", "109-00777-03"),
                ("pages", "", "21-22"),
            ],
        ),
        (
            "PRC FMA 109-00777-03, 21.",
            [
                ("repository", "", "PRC FMA"),
                ("shelfmark", "", "109-00777-03"),
                ("pages", "", "21"),
            ],
        ),
        (
            "PRC FMA 109-00777-03.",
            [("repository", "", "PRC FMA"), ("shelfmark", "", "109-00777-03")],
        ),
        (
            "RGANI, f. 7, op. 21, d. 144, ll. 3-9.",
            [
                ("repository", "", "RGANI"),
                ("shelfmark", "fond", "f. 7"),
                ("shelfmark", "opis", "op. 21"),
                ("shelfmark", "delo", "d. 144"),
                ("pages", "listy", "ll. 3-9"),
            ],
        ),
        (
            "AP RF: F. 12, Op. 3, D. 19, Ll. 88.",
            [
                ("repository", "", "AP RF"),
                ("shelfmark", "fond", "F. 12"),
                ("shelfmark", "opis", "Op. 3"),
                ("shelfmark", "delo", "D. 19"),
                ("pages", "listy", "Ll. 88"),
            ],
        ),
        (
            "AVPRF: fond 0100, opis 7, delo 11, papka 3a, listy 8–9.",
            [
                ("repository", "", "AVPRF"),
                ("shelfmark", "fond", "fond 0100"),
                ("shelfmark", "opis", "opis 7"),
                ("shelfmark", "delo", "delo 11"),
                ("shelfmark", "papka", "papka 3a"),
                ("pages", "listy", "listy 8–9"),
            ],
        ),
        (
            "Archive of the President (APRF), fond (f.) 45, opis (op.) 2, listy (ll.) 4-5.",
            [
                ("repository", "", "APRF"),
                ("shelfmark", "fond", "fond (f.) 45"),
                ("shelfmark", "opis", "opis (op.) 2"),
                ("pages", "listy", "listy (ll.) 4-5"),
            ],
        ),
        (
            "GARF f. 9, por. 2, pap. 30, l. 1.",
            [
                ("repository", "", "GARF"),
                ("shelfmark", "fond", "f. 9"),
                ("shelfmark", "delo", "por. 2"),
                ("shelfmark", "papka", "pap. 30"),
                ("pages", "listy", "l. 1"),
            ],
        ),
        ("RGASPI, Special Release.", [("repository", "", "RGASPI")]),
    ],
)
def test_the_locator_names_archive_shelfmark_and_pages(
    locator: str, parts: list[tuple[str, str, str]]
) -> None:
    """Chinese and Soviet locators are taken apart, in their usual spellings."""
    assert _parts(HEAD + locator)[3:] == parts


@pytest.mark.parametrize(
    ("provenance", "parts"),
    [
        ("Translated by Ada Brook.", [("translator", "translated", "Ada Brook")]),
        (
            "Translated for ABCDE by Ada Brook and Béla Kerekes.",
            [
                ("translator", "translated", "Ada Brook"),
                ("translator", "translated", "Béla Kerekes"),
            ],
        ),
        (
            "Translated by Ada Brook, Karl P. Stein, and Béla O'Hara.",
            [
                ("translator", "translated", "Ada Brook"),
                ("translator", "translated", "Karl P. Stein"),
                ("translator", "translated", "Béla O'Hara"),
            ],
        ),
        (
            "Contributed by Ada Brook and translated by Karl Stein.",
            [
                ("contributor", "contributed", "Ada Brook"),
                ("translator", "translated", "Karl Stein"),
            ],
        ),
        (
            "Obtained by Ada Brook (Elm College) and translated by Karl Stein (Oak College).",
            [
                ("contributor", "obtained", "Ada Brook"),
                ("translator", "translated", "Karl Stein"),
            ],
        ),
        (
            "Contributed, transcribed, and translated by Karl Stein.",
            [("translator", "contributed, transcribed, and translated", "Karl Stein")],
        ),
        (
            "Obtained by Ada Brook; translated and edited by Karl Stein.",
            [
                ("contributor", "obtained", "Ada Brook"),
                ("translator", "translated and edited", "Karl Stein"),
            ],
        ),
        (
            f"Translated by Ada Brook {URL}",
            [("translator", "translated", "Ada Brook"), ("url", "", URL)],
        ),
        (
            f"Translated by Ada Brook. {URL}.",
            [("translator", "translated", "Ada Brook"), ("url", "", URL)],
        ),
    ],
)
def test_the_provenance_names_who_did_what(
    provenance: str, parts: list[tuple[str, str, str]]
) -> None:
    """Each person is named once a credit, with the verbs; a college is no person."""
    assert _parts(HEAD + provenance)[3:] == parts


@pytest.mark.parametrize(
    "text",
    [
        "A private collection, folder 3, pp. 4-9.",
        "Reprinted in Ada Brook, Rice and War (Oak Press, 1999), p. 62.",
        "With permission of the Elm Archive.",
        "copy courtesy of ABC; translation by hand",
        "PRC FMA 109-777, 21-22.",
        "RGANISM, f. 7, op. 2",
        "It was translated by",
        "Translated by 12.",
        "see ftp://example.org/document/300",
    ],
)
def test_what_is_no_name_archive_or_page_stays_text(text: str) -> None:
    """Nothing is guessed: what the grammar does not take has no part."""
    assert _parts(HEAD + text)[3:] == []
    assert _parts(text) == []


def test_a_whole_citation_answers_by_role() -> None:
    """The words of a role are asked for by role, and by detail."""
    cited = parse_citation(f"{HEAD}RGANI, f. 7, op. 21, l. 3. Translated by Ada Brook. {URL}")
    assert cited.values(CitationRole.SHELFMARK) == ("f. 7", "op. 21")
    assert cited.first(CitationRole.SHELFMARK, "opis") == "op. 21"
    assert cited.first(CitationRole.SHELFMARK, "delo") == ""
    assert cited.first(CitationRole.URL) == URL


@given(
    st.lists(
        st.sampled_from([HEAD, "RGANI, f. 7, ", "Translated by Ada Brook", " and ", URL, ". "])
        | st.text(max_size=5),
        max_size=8,
    ).map("".join)
)
def test_parts_are_in_order_and_do_not_overlap(text: str) -> None:
    """Whatever the citation, its parts follow one another and none is empty."""
    position = 0
    for part in parse_citation(text).parts:
        assert position <= part.span.start < part.span.end <= len(text)
        position = part.span.end
