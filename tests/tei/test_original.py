"""The original behind a page: each archive that keeps it, or that none is known."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.config import Config
from tei_cable.pipeline import convert
from tei_cable.tei.names import NAMESPACE, NAMESPACES, XML_ID
from tests.pages import CITATION, page, source

LOCATOR = "PRC FMA 109-00777-03, 21-22."
RUSSIAN = "Было сказано, что делегация опаздывает, и ждать её никто не будет до утра. " * 5


def _root(text: str, config: Config | None = None) -> etree._Element:
    return etree.fromstring(convert(source(text), config).xml)


def _cited(locator: str, config: Config | None = None) -> etree._Element:
    return _root(page(citation=CITATION.replace(LOCATOR, locator)), config)


def _found(root: etree._Element, path: str) -> list[str]:
    """Return each element at a path as it is written, white space folded, without its tail."""
    steps = "/".join(f"tei:{step}" for step in path.split("/"))
    return [
        " ".join(
            etree.tostring(e, encoding="unicode", with_tail=False)
            .replace(f' xmlns="{NAMESPACE}"', "")
            .split()
        )
        for e in root.findall(f".//{steps}", NAMESPACES)
    ]


def test_each_archive_has_its_own_description() -> None:
    """The first is the original, another a copy, with its own shelfmarks and leaves."""
    root = _cited("RGANI, f. 7, op. 2, l. 3; and PolA AA, MfAA, C 80/78, 5-6.")
    originals = root.findall(".//tei:msDesc", NAMESPACES)
    assert [item.get(XML_ID) for item in originals] == ["original", "original-2"]
    assert _found(root, "msIdentifier/repository") == [
        "<repository>Russian State Archive of Contemporary History</repository>",
        "<repository>Political Archive of the Federal Foreign Office</repository>",
    ]
    assert _found(root, "msIdentifier/collection") == ["<collection>MfAA</collection>"]
    assert _found(root, "msIdentifier/idno") == [
        '<idno type="fond">7</idno>',
        '<idno type="opis">2</idno>',
        '<idno type="shelfmark">PolA AA C 80/78</idno>',
    ]
    assert [item.count("<textLang") for item in _found(root, "msDesc")] == [1, 0]


def test_an_original_of_no_known_archive_is_a_bibl() -> None:
    """A msIdentifier needs a repository: without one a bibl has what is known."""
    root = _cited("CIA document number MORI 1409009.")
    assert root.findall(".//tei:msDesc", NAMESPACES) == []
    assert _found(root, "bibl[@type='original']") == [
        (
            '<bibl type="original" xml:id="original"><date when="1957-03-04">March 4, 1957</date>'
            '<idno type="MORI">1409009</idno><textLang mainLang="zh">Chinese</textLang>'
            "<note>Not seen; known from its translation.</note></bibl>"
        )
    ]


def test_how_the_original_came_to_light_is_its_provenance() -> None:
    """A sentence of the citation stands in the history of the original it names."""
    told = "The document was found by Ada Brook in RGANI, f. 7, op. 2"
    root = _cited(f"{told}.")
    assert _found(root, "history/provenance") == [f"<provenance><p>{told}</p></provenance>"]
    assert _found(root, "bibl/seg")[0].startswith('<seg type="provenance">The document was')


def test_a_reprint_is_a_related_item() -> None:
    """The words of the citation stand in a bibl of their own, its parts tagged."""
    root = _cited("RGANI, f. 7. Reprinted in Ada Brook, On Rice (Elm: Oak Press, 1999), pp. 6-7.")
    assert _found(root, "bibl/relatedItem") == [
        (
            '<relatedItem type="reprinted"><bibl>Reprinted in <author>Ada Brook</author>, '
            '<title level="m">On Rice</title> (<pubPlace>Elm</pubPlace>: <publisher>Oak Press'
            '</publisher>, <date when="1999">1999</date>), pp. <biblScope unit="page" from="6" '
            'to="7">6-7</biblScope></bibl></relatedItem>'
        )
    ]


def test_those_who_helped_are_named_with_their_place() -> None:
    """An affiliation stands with its person; a body is an orgName; an editor has his roles."""
    credits_ = (
        "RGANI, f. 7. Obtained and contributed by Ada Stein (Elm College); copy courtesy of ABC; "
        "translated and edited by Cy Dee (Oak College)."
    )
    root = _cited(credits_)
    assert _found(root, "titleStmt/editor")[0] == (
        '<editor role="translator editor" xml:id="translator"><persName>Cy Dee</persName> '
        "<affiliation>Oak College</affiliation></editor>"
    )
    assert _found(root, "titleStmt/respStmt")[:2] == [
        (
            "<respStmt> <resp>obtained</resp> <resp>contributed</resp> <persName>Ada Stein "
            "<affiliation>Elm College</affiliation></persName> </respStmt>"
        ),
        "<respStmt> <resp>copy courtesy of</resp> <orgName>ABC</orgName> </respStmt>",
    ]


@pytest.mark.parametrize(
    ("url", "prefix", "id_", "idno"),
    [
        ("document/200001", "", "wcda-200001", '<idno type="WCDA">200001</idno>'),
        ("document/note-rice", "", "wcda-note-rice", '<idno type="WCDA-slug">note-rice</idno>'),
        ("node/95", "", "wcda-node-95", '<idno type="WCDA-node">95</idno>'),
        ("node/95", "elm", "elm-node-95", '<idno type="WCDA-node">95</idno>'),
        ("about", "elm", "elm-harvest", ""),
    ],
)
def test_a_page_is_identified_by_its_address(url: str, prefix: str, id_: str, idno: str) -> None:
    """The number of the record, its slug or a node: each under its own type, and in the id."""
    text = page(citation=CITATION.replace("document/200001", url))
    root = _root(text, Config(id_prefix=prefix))
    assert root.get(XML_ID) == id_
    numbers = _found(root, "bibl[@type='citation']/idno")
    assert [number for number in numbers if "WCDA" in number] == ([idno] if idno else [])


def test_a_text_in_two_languages_says_how_much_is_in_each() -> None:
    """A page that shows original and translation has both, the larger part first."""
    english = "It was said that the delegation is late, and they will not wait for it. " * 9
    root = _root(page(f"{english}\n\n{RUSSIAN}"))
    assert [item.get("ident") for item in root.findall(".//tei:language", NAMESPACES)] == [
        "en",
        "ru",
    ]
    assert sum(int(i.get("usage", "0")) for i in root.findall(".//tei:language", NAMESPACES)) == 100


def test_languages_that_do_not_occur_are_not_found() -> None:
    """The first of the configured languages stands for a text that is too short to tell."""
    root = _root(page("Oui."), Config(languages=("fr", "en")))
    assert _found(root, "langUsage/language") == [
        '<language ident="fr">French (translation)</language>'
    ]


def test_a_genre_is_a_class_inside_the_type() -> None:
    """The taxonomy has the type and in it the genre that the document belongs to."""
    root = _root(page(title="Memorandum of Conversation between Ada Brook and Karl Stein"))
    assert _found(root, "textClass/catRef") == [
        '<catRef scheme="#document-types" target="#memorandum-of-conversation"/>'
    ]
    assert [item.get(XML_ID) for item in root.iterfind(".//tei:category", NAMESPACES)] == [
        "memorandum",
        "memorandum-of-conversation",
    ]
    assert _found(root, "correspDesc") == []


def test_an_author_who_sent_nothing_has_no_action() -> None:
    """Who keeps a diary is its author; there is no correspondence."""
    root = _root(page(title="From the Diary of Fidel Castro"))
    assert _found(root, "titleStmt/author") == [
        (
            '<author><persName ref="#castro-fidel" cert="high" resp="#tei_cable">Fidel Castro'
            "</persName></author>"
        )
    ]
    assert _found(root, "correspDesc") == []
