"""Printed works in a citation: reprints, citations, and books that a text is taken from."""

from __future__ import annotations

import pytest

from tei_cable.metadata import CitationRole
from tei_cable.readers.citation import parse_citation
from tests.readers.cited import HEAD, after_head


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
