"""Who did what to a document, as its citation credits them."""

from __future__ import annotations

import pytest

from tei_cable.metadata import CitationRole
from tei_cable.readers.citation import parse_citation
from tests.readers.cited import HEAD, URL, after_head


@pytest.mark.parametrize(
    ("provenance", "parts"),
    [
        ("Translated by Ada Brook.", [("translator", "translated", "Ada Brook")]),
        (
            "Translated for ABCDE by Ada Brook and Béla Kerekes.",
            [
                ("programme", "", "ABCDE"),
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
                ("affiliation", "", "Elm College"),
                ("translator", "translated", "Karl Stein"),
                ("affiliation", "", "Oak College"),
            ],
        ),
        (
            "Contributed, transcribed, and translated by Karl Stein.",
            [("translator", "contributed, transcribed, and translated", "Karl Stein")],
        ),
        (
            "Obtained by Ada Brook; translated and edited by Karl Stein, and Cy van der Berg.",
            [
                ("contributor", "obtained", "Ada Brook"),
                ("translator", "translated and edited", "Karl Stein"),
                ("translator", "translated and edited", "Cy van der Berg"),
            ],
        ),
        (
            "Obtained by Ada Brook (Elm College) for ABCDE. Translated by Cy Dee.",
            [
                ("contributor", "obtained", "Ada Brook"),
                ("affiliation", "", "Elm College"),
                ("programme", "", "ABCDE"),
                ("translator", "translated", "Cy Dee"),
            ],
        ),
        ("Edited by Ada Brook.", [("editor", "edited", "Ada Brook")]),
        ("Translated from Elmish by A. B. Stein.", [("translator", "translated", "A. B. Stein")]),
        (
            "Obtained and contributed to ABCDE by A. Ross Stein Department of Elms",
            [
                ("programme", "", "ABCDE"),
                ("contributor", "obtained and contributed", "A. Ross Stein"),
            ],
        ),
        (
            "Provided to the National Elm Archive/Ada Brook by Karl Stein.",
            [
                ("programme", "", "National Elm Archive/Ada Brook"),
                ("contributor", "provided", "Karl Stein"),
            ],
        ),
        (
            "copy courtesy of ABC; translation by Mark H. Stein",
            [
                ("body", "copy courtesy of", "ABC"),
                ("translator", "translation", "Mark H. Stein"),
            ],
        ),
        (
            "obtained by ABC, provided to ABCDE, and more",
            [("body", "obtained", "ABC"), ("programme", "", "ABCDE")],
        ),
        (
            "NARA release courtesy of Ada Brook, Elm Security Archive.",
            [
                ("contributor", "nara release courtesy of", "Ada Brook"),
                ("affiliation", "", "Elm Security Archive"),
            ],
        ),
        (
            "With permission of the Elm Archive.",
            [("remark", "permission", "With permission of the Elm Archive")],
        ),
        (
            "Special Declassification April 2002. Translated by Ada Brook.",
            [
                ("remark", "release", "Special Declassification April 2002"),
                ("translator", "translated", "Ada Brook"),
            ],
        ),
        (
            "The document was given to Karl Stein by A. Brook. Translated by Cy Dee.",
            [
                ("remark", "provenance", "The document was given to Karl Stein by A. Brook"),
                ("translator", "translated", "Cy Dee"),
            ],
        ),
        (
            f"Translated by Ada Brook {URL}",
            [("translator", "translated", "Ada Brook"), ("url", "record", URL)],
        ),
        (
            f"Translated by Ada Brook. {URL}.",
            [("translator", "translated", "Ada Brook"), ("url", "record", URL)],
        ),
    ],
)
def test_the_provenance_names_who_did_what(
    provenance: str, parts: list[tuple[str, str, str]]
) -> None:
    """Each person is named once a credit, with the verbs; a college is no person."""
    assert after_head(provenance) == parts


@pytest.mark.parametrize(
    "text",
    ["It was translated by", "Translated by 12.", "Translated by hand", "Translated", "courtesy"],
)
def test_what_names_nobody_stays_text(text: str) -> None:
    """A credit without a name is no credit."""
    assert after_head(text) == []


def test_a_credit_holds_its_words() -> None:
    """The credit spans verb, programme, names and affiliations, brackets included."""
    text = f"{HEAD}Obtained for ABCDE by Ada Brook (Elm College)."
    (credit,) = parse_citation(text).all(CitationRole.CREDIT)
    assert credit.span.of(text) == "Obtained for ABCDE by Ada Brook (Elm College)"
