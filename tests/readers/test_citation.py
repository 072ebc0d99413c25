"""The archive's citation taken apart, and what is left alone in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation import parse_citation, said_of
from tests.readers.cited import HEAD, URL, leaves


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
        (
            "“Note on Wheat,” Wilson Center Digital Archive, ",
            "Note on Wheat",
            "",
            "Wilson Center Digital Archive",
        ),
    ],
)
def test_title_date_and_collection_lead(head: str, title: str, date: str, collection: str) -> None:
    """The head is read with either quotes, and the comma on either side of them."""
    found = [("title", "", title), ("date", "", date), ("collection", "", collection)]
    assert leaves(head) == [part for part in found if part[2]]


def test_a_whole_citation_answers_by_role() -> None:
    """The words of a role are asked for by role, and by detail."""
    cited = parse_citation(f"{HEAD}RGANI, f. 7, op. 21, l. 3. Translated by Ada Brook. {URL}")
    assert cited.values(CitationRole.SHELFMARK) == ("f. 7", "op. 21")
    assert cited.first(CitationRole.SHELFMARK, "opis") == "op. 21"
    assert cited.first(CitationRole.SHELFMARK, "delo") == ""
    assert cited.first(CitationRole.URL) == URL


def test_a_whole_citation_is_read_in_its_order() -> None:
    """Head, two locators, a reprint, credits, a remark and the address: nothing is left over."""
    text = (
        f"{HEAD}RGANI, f. 7, op. 21, d. 4, l. 3; and AVPRF, Fond 059a, Papka 2. Reprinted in "
        "Ada Brook, On Rice (Elm: Oak Press, 1999), pp. 6-7. Obtained for ABCDE by Bea Cole "
        f"(Elm College); translated and edited by Cy Dee. With permission of the Elm Fund. {URL}"
    )
    cited = parse_citation(text)
    assert [part.role.value for part in cited.parts[3:]] == [
        "locator",
        "locator",
        "publication",
        "credit",
        "credit",
        "remark",
        "url",
    ]
    assert cited.rest() == ()
    assert list(said_of(cited)) == []


@pytest.mark.parametrize(
    ("url", "detail", "value"),
    [
        ("https://digitalarchive.wilsoncenter.org/document/115000", "record", "115000"),
        ("http://digitalarchive.umd.edu/document/115000", "record", "115000"),
        ("https://digitalarchive.umd.edu/document/note-rice-and-war", "slug", "note-rice-and-war"),
        ("https://digitalarchive.umd.edu/node/95000", "node", "95000"),
        ("https://digitalarchive.umd.edu/collections", "", ""),
        ("https://library.example.org/record/115000", "", ""),
    ],
)
def test_an_address_says_what_it_identifies(url: str, detail: str, value: str) -> None:
    """A record's number, its slug and the number of a node are told apart, on either host."""
    (part,) = parse_citation(f"{HEAD}<{url}>.").all(CitationRole.URL)
    assert (part.span.of(f"{HEAD}<{url}>."), part.detail, part.value) == (url, detail, value)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("RGANI, f. 7, op. 2. Translated by Ada Brook.", ()),
        ("Source: RGANI, f. 7; and RGASPI, f. 2.", ()),
        (
            "RGANI, f. 7. A drawing on the back. Translated by Ada Brook.",
            ("A drawing on the back",),
        ),
        ("RGANI, f. 7, Elm, op. 2, Secret, l. 3.", ("Elm", "Secret")),
        ("A private collection, folder 3.", ("A private collection, folder 3",)),
        ("The Rice of War”, Elm, 1999; Translated by Ada Brook", ("The Rice of War”, Elm, 1999",)),
    ],
)
def test_what_is_left_over_is_told(text: str, rest: tuple[str, ...]) -> None:
    """Words of no part are kept for a finding; what merely joins parts is not."""
    assert parse_citation(HEAD + text).rest() == rest
    said = " ".join(message for _, message in said_of(parse_citation(HEAD + text)))
    assert all(f"“{words}”" in said for words in rest)


def test_a_book_is_a_source_without_an_archive() -> None:
    """A text taken from a print needs no archive; a citation with neither is reported."""
    assert list(said_of(parse_citation(f"{HEAD}On Rice (Elm: Oak Press, 1999), 7."))) == []
    assert [code for code, _ in said_of(parse_citation(f"{HEAD}Translated by Ada Brook."))] == [
        "TC102"
    ]


_PIECES = """
    RGANI, | f. 7, | op. 2| PRC FMA | 109-00777-03, | 11-12| MOL, | 4. doboz, | Translated by
    | Ada Brook| and | (Elm College)| Reprinted in | On Rice (Elm: Oak Press, 1999)| . | ; | copy
    | courtesy of | With permission of | Box 3| not given| The document was found in |
""".replace("\n", " ").split("|")


@given(
    st.lists(
        st.sampled_from([HEAD, *_PIECES]) | st.text(max_size=5),
        max_size=8,
    ).map("".join)
)
def test_parts_are_in_order_and_do_not_overlap(text: str) -> None:
    """Whatever the citation, its parts follow one another and none is empty."""
    _check(parse_citation(text).parts, Span(0, len(text)))


def _check(parts: tuple[CitationPart, ...], around: Span) -> None:
    position = around.start
    for part in parts:
        assert position <= part.span.start < part.span.end <= around.end
        position = part.span.end
        _check(part.parts, part.span)
