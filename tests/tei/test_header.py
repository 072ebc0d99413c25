"""The header: every field of the page in its place, and nothing that nobody said."""

from __future__ import annotations

import re
from datetime import date

import pytest
from lxml import etree

from tei_cable import __version__
from tei_cable.config import Config
from tei_cable.pipeline import convert
from tei_cable.tei.names import NAMESPACE, NAMESPACES, TEI, XML_ID
from tests.pages import CITATION, TITLE, converted, page, source

BARE = page("X. Y.", date=None, title=None, citation="12.", summary="A.", language=None)


def _header(text: str, config: Config | None = None) -> etree._Element:
    header = etree.fromstring(convert(source(text), config).xml).find("tei:teiHeader", NAMESPACES)
    assert header is not None
    return header


def _found(header: etree._Element, path: str) -> list[str]:
    """Return each element at a path as it is written, without its tail."""
    steps = "/".join(f"tei:{step}" if step else "" for step in path.split("/"))
    return [
        etree.tostring(e, encoding="unicode", with_tail=False).replace(f' xmlns="{NAMESPACE}"', "")
        for e in header.findall(f".//{steps}", NAMESPACES)
    ]


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ("titleStmt/title", [f'<title type="main">{TITLE}</title>']),
        (
            "titleStmt/author",
            [
                (
                    '<author><orgName ref="#china-embassy-poland" cert="high" resp="#tei_cable">'
                    "Chinese Embassy in Poland</orgName></author>"
                )
            ],
        ),
        (
            "titleStmt/editor",
            [
                (
                    '<editor role="translator" xml:id="translator"><persName>Ada Brook</persName>'
                    "</editor>"
                )
            ],
        ),
        ("titleStmt/funder", ["<funder>Elm Fund</funder>"]),
        ("sourceDesc/bibl/idno[@type='WCDA']", ['<idno type="WCDA">200001</idno>']),
        (
            "sourceDesc/bibl/idno[@type='URI']",
            ['<idno type="URI">https://digitalarchive.example.org/document/200001</idno>'],
        ),
        (
            "publicationStmt/p",
            ["<p>Not published: no publisher is configured, and no licence is claimed.</p>"],
        ),
        (
            "notesStmt/note",
            [
                '<note type="contents">Translation - English</note>',
                (
                    '<note type="credits">This document was made possible with support from the '
                    "Elm Fund.</note>"
                ),
            ],
        ),
        (
            "notesStmt/relatedItem",
            ['<relatedItem type="translationOf" target="#original"/>'],
        ),
        (
            "bibl/publisher",
            ["<publisher>Wilson Center Digital Archive</publisher>"],
        ),
        ("bibl/title", [f'<title level="a">{TITLE}</title>']),
        ("bibl/date", ['<date when="1957-03-04">March 4, 1957</date>']),
        ("bibl/biblScope", ['<biblScope unit="page" from="21" to="22">21-22</biblScope>']),
        ("bibl/editor", ['<editor role="translator">Ada Brook</editor>']),
        (
            "bibl/ref",
            [
                (
                    '<ref target="https://digitalarchive.example.org/document/200001">'
                    "https://digitalarchive.example.org/document/200001</ref>"
                )
            ],
        ),
        ("msIdentifier/country", ['<country key="CN">China</country>']),
        ("msIdentifier/settlement", ["<settlement>Beijing</settlement>"]),
        ("msIdentifier/idno", ['<idno type="shelfmark">PRC FMA 109-00777-03</idno>']),
        ("msItem/locus", ['<locus from="21" to="22">21-22</locus>']),
        ("msItem/textLang", ['<textLang mainLang="zh">Chinese</textLang>']),
        ("origin/origDate", ['<origDate when="1957-03-04">March 4, 1957</origDate>']),
        ("creation/date", ['<date when="1957-03-04">March 4, 1957</date>']),
        ("abstract/p", ["<p>A report on the harvest.</p>"]),
        ("langUsage/language", ['<language ident="en">English (translation)</language>']),
        ("textClass/catRef", ['<catRef scheme="#document-types" target="#cable"/>']),
        ("catDesc", ["<catDesc>Diplomatic cable</catDesc>"]),
        (
            "correspAction/orgName",
            [
                (
                    '<orgName ref="#china-embassy-poland" cert="high" resp="#tei_cable">'
                    "Chinese Embassy in Poland</orgName>"
                )
            ],
        ),
        (
            "correspAction/placeName",
            [
                (
                    '<placeName ref="#warsaw" evidence="conjecture" cert="high" resp="#tei_cable">'
                    "Warsaw</placeName>"
                )
            ],
        ),
        ("correspAction/date", ['<date when="1957-03-04"/>']),
    ],
)
def test_each_field_has_its_place(path: str, written: list[str]) -> None:
    """What the page says stands where TEI has it, with its value beside it."""
    text = page(
        "The harvest was good and it was not what we had expected of the year.",
        credits_="This document was made possible with support from the Elm Fund.",
    )
    assert _found(_header(text), path) == written


@pytest.mark.parametrize(
    "path",
    [
        "titleStmt/author",
        "titleStmt/editor",
        "titleStmt/funder",
        "bibl/idno[@type='WCDA']",
        "publicationStmt/date",
        "publicationStmt/publisher",
        "notesStmt/note[@type='credits']",
        "bibl/title",
        "bibl/publisher",
        "msIdentifier/repository",
        "msContents",
        "history",
        "creation",
        "correspDesc",
        "availability/licence",
    ],
)
def test_nothing_is_made_up(path: str) -> None:
    """What the page does not say has no element."""
    steps = path.replace("/", "/tei:")
    assert _header(BARE).findall(f".//tei:{steps}", NAMESPACES) == []


def test_without_a_title_the_citation_or_the_file_names_the_document() -> None:
    """A title is required: the citation's serves, else the name of the file."""
    assert _found(_header(page(title=None)), "titleStmt/title") == [
        f'<title type="main">{TITLE}</title>'
    ]
    assert _found(_header(BARE), "titleStmt/title") == [
        '<title type="main" cert="low" resp="#tei_cable">harvest.txt</title>'
    ]


def test_each_translator_is_an_editor_with_an_id() -> None:
    """Two translators are two editors, and the brackets are of both."""
    text = page(
        "He [then] left.", citation=CITATION.replace("Ada Brook", "Ada Brook and Béla Kerekes")
    )
    header = _header(text)
    editors = header.findall(".//tei:titleStmt/tei:editor", NAMESPACES)
    assert [e.get(XML_ID) for e in editors] == ["translator", "translator-2"]
    assert _found(header, "titleStmt/editor/persName") == [
        "<persName>Ada Brook</persName>",
        "<persName>Béla Kerekes</persName>",
    ]
    assert b'<supplied reason="subaudible" resp="#translator #translator-2"' in (
        convert(source(text)).xml
    )


def test_without_a_translator_the_brackets_are_the_archives() -> None:
    """Where nobody is named the archive answers for what the page adds."""
    text = page("He [then] left.", citation=CITATION.replace("Translated by Ada Brook.", ""))
    assert b'resp="#archive"' in convert(source(text)).xml
    assert _found(_header(text), "titleStmt/editor") == []


def test_contributors_are_named_with_what_they_did() -> None:
    """Who obtained or provided the document has a respStmt with the verb."""
    credit = "Obtained by Karl Stein and translated by Ada Brook."
    header = _header(page(citation=CITATION.replace("Translated by Ada Brook.", credit)))
    assert _found(header, "titleStmt/respStmt")[0] == (
        "<respStmt>\n          <resp>obtained</resp>\n"
        "          <persName>Karl Stein</persName>\n        </respStmt>"
    )
    assert _found(header, "bibl/persName") == ["<persName>Karl Stein</persName>"]


@pytest.mark.parametrize(
    ("names", "funders"),
    [
        ("Elm Fund", ["Elm Fund"]),
        ("the Elm Fund and the Oak Trust.", ["Elm Fund", "Oak Trust"]),
        ("the Elm Foundation and Oak Trust", ["Elm Foundation", "Oak Trust"]),
        ("the Elm Fund, the Oak Trust, and the Ash Union.", ["Elm Fund", "Oak Trust", "Ash Union"]),
        ("the Ministry of Elm and Oak", ["Ministry of Elm and Oak"]),
    ],
)
def test_funders_are_parted(names: str, funders: list[str]) -> None:
    """Each funder is named alone, without article and full stop."""
    text = page(credits_=f"This document was made possible with support from {names}")
    assert _found(_header(text), "titleStmt/funder") == [f"<funder>{f}</funder>" for f in funders]


def test_credits_that_name_no_funder_are_a_note_only() -> None:
    """Other credits stay words."""
    header = _header(page(credits_="With thanks to Ada Brook."))
    assert _found(header, "titleStmt/funder") == []
    assert _found(header, "notesStmt/note")[1] == (
        '<note type="credits">With thanks to Ada Brook.</note>'
    )


def test_a_field_with_paragraphs_keeps_them() -> None:
    """The paragraphs of a summary and of credits are paragraphs."""
    header = _header(page(summary="One.\n\nTwo.", credits_="Three.\n\nFour."))
    assert _found(header, "abstract/p") == ["<p>One.</p>", "<p>Two.</p>"]
    assert _found(header, "notesStmt/note/p") == ["<p>Three.</p>", "<p>Four.</p>"]


def test_soviet_locators_are_typed() -> None:
    """Fond, opis and delo are typed identifiers, listy are leaves."""
    locator = "RGANI, f. 7, op. 21, d. 144, ll. 3-9."
    header = _header(page(citation=CITATION.replace("PRC FMA 109-00777-03, 21-22.", locator)))
    assert _found(header, "msIdentifier/idno") == [
        '<idno type="fond">7</idno>',
        '<idno type="opis">21</idno>',
        '<idno type="delo">144</idno>',
    ]
    assert _found(header, "bibl/biblScope") == [
        '<biblScope unit="leaf" from="3" to="9">ll. 3-9</biblScope>'
    ]
    assert _found(header, "msItem/locus") == ['<locus from="3" to="9">ll. 3-9</locus>']


def test_the_citation_is_kept_whole_with_the_digest_of_the_source() -> None:
    """The bibl has the citation's words, tagged, and then the source's digest."""
    given_page = source(page())
    bibl = _header(page()).find(".//tei:sourceDesc/tei:bibl", NAMESPACES)
    assert bibl is not None
    words = " ".join("".join(map(str, bibl.itertext())).split())
    cited = CITATION.replace("\n<", " ").replace(">", "")
    url = "https://digitalarchive.example.org/document/200001"
    assert words == f"{cited} 200001 {url} {given_page.sha256}"
    assert bibl[-1].get("type") == "sha256"


def test_a_language_that_is_not_known_is_named_only() -> None:
    """An original language without a tag has its name and no mainLang."""
    header = _header(page(language="Old Norse"))
    assert _found(header, "msItem/textLang") == ["<textLang>Old Norse</textLang>"]


def test_the_configuration_fills_what_it_configures() -> None:
    """Publisher, licence, project and date come from the configuration alone."""
    config = Config(
        publisher="Elm Press",
        licence="Free to read",
        licence_target="https://example.org/licence",
        project="Letters on rice.",
        date=date(2020, 2, 3),
        schema="elm",
    )
    header = _header(page(), config)
    assert _found(header, "publicationStmt/publisher") == ["<publisher>Elm Press</publisher>"]
    assert _found(header, "publicationStmt/date") == ['<date when="2020-02-03"/>']
    assert _found(header, "publicationStmt/authority") == []
    assert _found(header, "availability/licence") == [
        '<licence target="https://example.org/licence">Free to read</licence>'
    ]
    assert _found(header, "projectDesc/p") == ["<p>Letters on rice.</p>"]
    change = header.find(".//tei:change", NAMESPACES)
    assert change is not None
    assert change.get("when") == "2020-02-03"
    assert b'<?xml-model href="elm.rng" ' in convert(source(page()), config).xml


def test_without_a_configured_date_none_is_written() -> None:
    """The day of the encoding is not taken from the clock."""
    header = _header(page())
    change = header.find(".//tei:change", NAMESPACES)
    assert change is not None
    assert change.get("when") is None
    assert _found(header, "publicationStmt/date") == []


def test_minimal_attribution_is_declared() -> None:
    """The header says which certainty a missing attribute means."""
    full = _found(_header(page()), "interpretation")
    minimal = _found(_header(page(), Config(attribution="minimal")), "interpretation")
    assert "cert says how sure each tag is, resp who makes the claim" in full[0]
    assert "cert says how sure a tag is where that is not high" in minimal[0]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("pages/My harvest (2).txt", "cable-My-harvest-2"),
        ("урожай.txt", "cable-x"),
        ("a.b.txt", "cable-a-b"),
    ],
)
def test_without_a_record_the_file_names_the_document(name: str, id_: str) -> None:
    """The xml:id is made from the file's name where the citation has no record."""
    text = page(citation="A private collection.")
    root = etree.fromstring(convert(source(text, name)).xml)
    assert root.get(XML_ID) == id_
    assert etree.fromstring(convert(source(page())).xml).get(XML_ID) == "wcda-200001"


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&amp;c=2"),
        ("https://example.org/%20é[1]", "https://example.org/%20%C3%A9%5B1%5D"),
        ("https://example.org/100%", "https://example.org/100%25"),
    ],
)
def test_an_address_is_a_uri_where_it_is_a_pointer(url: str, target: str) -> None:
    """The pointer encodes what a URI cannot hold; the words of the citation stay."""
    header = _header(page(citation=f"A note. {url.replace('&amp;', '&')}"))
    assert _found(header, "bibl/ref") == [f'<ref target="{target}">{url}</ref>']


def test_a_files_name_is_a_title_without_folders_and_control_characters() -> None:
    """What titles a document does not depend on where it was read from."""
    root = etree.fromstring(convert(source(BARE, "pages/har\u0007vest.txt")).xml)
    assert _found(root, "titleStmt/title") == [
        '<title type="main" cert="low" resp="#tei_cable">harvest.txt</title>'
    ]


def test_the_header_says_which_marks_tables_and_notes_imply() -> None:
    """Only a text with tables speaks of bars, only one with notes of notes at its end."""

    def said(body: str) -> str:
        root = etree.fromstring(converted(page(body)).xml)
        (punctuation,) = root.iter(f"{TEI}punctuation")
        return " ".join(str(piece) for piece in punctuation.itertext())

    assert "bars" not in said("Rice came.")
    assert "note at the end" not in said("Rice came.")
    assert "bars-around" in said("Rice came.\n\nRice | 12 |\nSalt | 7 |\n\nAnd tea.")
    assert "note at the end" in said("Rice[1] came.\n\nTea, too.\n\n[1] Of the south.")


def test_the_place_of_the_dateline_is_no_conjecture() -> None:
    """Where the dateline names a place, the action has it without evidence."""
    header = _header(page("Moscow, 2 March 1957\n\nThe harvest was good, and it was a long one."))
    (place,) = _found(header, "correspAction/placeName")
    assert place.startswith('<placeName ref="#moscow" cert="high" resp="#tei_cable">')


@pytest.mark.parametrize(
    ("title", "tag"), [("Words of the day and of the week", "en"), ("X", "und")]
)
def test_a_text_without_words_has_the_language_of_its_fields(title: str, tag: str) -> None:
    """Where the text does not tell its language, what is said of it does."""
    header = _header(f"---\ntitle: {title}\n---\n\nXQ 12 / ZZ 3.\n")
    (language,) = _found(header, "langUsage/language")
    assert f'ident="{tag}"' in language


def test_no_item_is_cited_as_a_paragraph() -> None:
    """Paragraphs are cited by their number, items by an id that looks different."""
    text = "One.\n\n1. Two.\n\n2. Three.\n\nAnd on.\n\n3. Four.\n\nAt last, five of them."
    root = etree.fromstring(converted(page(text)).xml)
    cited: list[str] = []
    for unit in root.iter(f"{TEI}citeStructure"):
        path = re.sub(r"/(?=\w)", "/tei:", unit.get("match", ""))
        numbers = root.xpath(f"{path}/{unit.get('use')}", namespaces=NAMESPACES)
        assert isinstance(numbers, list)
        cited += map(str, numbers)
    assert cited == ["1", "2", "i1", "i2", "i3"]


def test_the_schema_can_be_pinned_to_the_version() -> None:
    """`{version}` in the setting is the version of the program that made the file."""
    config = Config(schema="https://example.org/{version}/elm")
    assert (
        f'href="https://example.org/{__version__}/elm.rng"'.encode()
        in convert(source(page()), config).xml
    )
