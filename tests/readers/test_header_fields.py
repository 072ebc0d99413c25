"""Fields that have a place of their own in the header, repeat each other, or contradict."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from tei_cable.pipeline import convert
from tei_cable.readers import read
from tei_cable.tei.names import NAMESPACES
from tei_cable.verification import verify
from tests.pages import source

CATALOGUED = """---
doc_date: '1951-03-14'
doc_num: 27
doc_order: 27
naa_refs:
- naa_barcode: 990017
  naa_control_symbol: 77/3 PART 2
  naa_series: A9901
  reference: '[NAA: 9901, 77/3, ii]'
title: Cablegram from Harland to Department of Grain
vol_full_title: 'Volume 3: Wheat, 1951'
vol_id: 3
---

All is well.
"""
TELEGRAM = """---
title: "Wheat"
author: "Stedman"
date: "March 14, 1977"
editor: visual
cable-date: "March 14, 1977"
cable-from: "AmEmbassy La Paz"
cable-to: "SecState WashDC 2399"
cable-info: "Oct-01 /068 W ----- 096304 R 142109z Mar 77"
cable-ref: "(A) STATE 026354; (B) LINDHOLM 0608"
cable-doc-number: "1977LINDHO00417"
cable-declass-date: "{released}"
---

The harvest was good.

#### Message Attributes

- **Document Number:** 1977LINDHO00417

- **Date:** March 14, 1977
"""
KOHL = "Bonn, 23 April 1997\nSubject: Meeting with the Baker[1]\nThe baker came at noon.\n"


def _root(text: str) -> etree._Element:
    found = source(text)
    xml = convert(found).xml
    assert verify(xml, "x.xml", found) == []
    return etree.fromstring(xml)


def _words(root: etree._Element, path: str) -> list[str]:
    steps = "/".join(f"tei:{step}" for step in path.split("/"))
    return ["".join(map(str, e.itertext())) for e in root.findall(f".//{steps}", NAMESPACES)]


def _said(text: str, code: str) -> list[str]:
    return [f.message for f in convert(source(text)).findings if f.code == code]


def test_a_catalogue_s_fields_are_the_identifier() -> None:
    """The series that the catalogue has stands in the msIdentifier, the printed one in the bibl."""
    root = _root(CATALOGUED)
    assert _words(root, "msIdentifier/idno") == ["A9901", "77/3 PART 2"]
    assert _words(root, "msIdentifier/altIdentifier/idno") == ["990017"]
    assert _words(root, "bibl[@type='citation']/idno")[:2] == ["9901", "77/3"]
    assert len(_said(CATALOGUED, "TC116")) == 1


def test_a_series_with_its_accession_is_no_contradiction() -> None:
    """`A9901/2` is the series A9901."""
    assert _said(CATALOGUED.replace("NAA: 9901", "NAA: A9901/2"), "TC116") == []


def test_an_edition_is_a_bibl() -> None:
    """Volume and number are the place of the document in print; what says it again is left out."""
    root = _root(CATALOGUED)
    assert _words(root, "bibl[@type='printed']/title") == ["Volume 3: Wheat, 1951"]
    assert _words(root, "bibl[@type='printed']/biblScope") == ["3", "27"]
    assert _words(root, "notesStmt/note") == []
    (message,) = _said(CATALOGUED, "TC113")
    assert message.endswith(": doc_order")


def test_a_number_that_differs_is_kept() -> None:
    """A field that does not say the same word for word is a note."""
    root = _root(CATALOGUED.replace("doc_order: 27", "doc_order: 28"))
    assert _words(root, "notesStmt/note") == ["28"]


def test_repeated_fields_and_settings_stand_nowhere_else() -> None:
    """A telegram's attributes that repeat its front matter are written once, settings never."""
    text = TELEGRAM.format(released="28 MAY 2004")
    root = _root(text)
    types = [e.get("type") for e in root.iterfind(".//{*}notesStmt/{*}note")]
    names = ["cable-from", "cable-to", "cable-info", "cable-doc-number", "cable-declass-date"]
    assert types == names
    assert [m.rpartition(": ")[2] for m in _said(text, "TC113")] == [
        "date, Document-Number, Date",
        "editor",
    ]


def test_references_are_a_related_item() -> None:
    """The telegrams that one refers to are told by their numbers."""
    root = _root(TELEGRAM.format(released="28 MAY 2004"))
    path = "relatedItem[@type='reference']/bibl/idno"
    assert _words(root, path) == ["STATE 026354", "LINDHOLM 0608"]


def test_a_time_group_dates_the_sending() -> None:
    """The minute of the group is when it was sent, if it is of the document's day."""
    text = TELEGRAM.format(released="28 MAY 2004")
    dates = _root(text).findall(".//{*}correspAction/{*}date")
    assert [date.get("when") for date in dates] == ["1977-03-14T21:09:00Z"]
    other = _root(text.replace("142109z", "162109z")).findall(".//{*}correspAction/{*}date")
    assert [date.get("when") for date in other] == ["1977-03-14"]


def test_who_signs_is_a_sender_beside_the_post() -> None:
    """A surname in the field of authors is a person of whom nothing else is known."""
    root = _root(TELEGRAM.format(released="28 MAY 2004"))
    sent = root.findall(".//{*}correspAction[@type='sent']/{*}persName")
    assert [(e.text, e.get("cert"), e.get("ref")) for e in sent] == [("Stedman", "low", None)]


def test_a_release_before_the_document_is_reported() -> None:
    """A telegram cannot be declassified before it was written."""
    assert _said(TELEGRAM.format(released="28 MAY 2004"), "TC116") == []
    (message,) = _said(TELEGRAM.format(released="01 JAN 1960"), "TC116")
    assert "1960-01-01" in message


def test_a_shelfmark_at_the_end_is_the_citation() -> None:
    """A last line that is only the shelfmark of a known archive tells where the original is."""
    root = _root(f"{KOHL}[1] BArch, B 136/59748, 376-385.\n")
    assert _words(root, "msIdentifier/idno") == ["BArch B 136/59748"]
    assert _words(root, "msItem/locus") == ["376-385"]
    assert _words(root, "titleStmt/title") == ["Meeting with the Baker"]


def test_other_last_lines_are_no_citation() -> None:
    """A sentence that names an archive, or an archive that nobody knows, is text alone."""
    for last in ("[1] See BArch, B 136/59748, which is lost.", "[1] XYZQ, B 136/59748, 3-5."):
        root = _root(f"{KOHL}{last}\n")
        assert root.find(".//{*}bibl[@type='citation']") is None
        assert root.find(".//{*}bibl[@type='page']") is not None


def test_a_heading_of_short_lines_may_be_long() -> None:
    """The day is found below many short lines, not below a paragraph."""
    lines = ["United Bakers", "GENERAL MEETING", "Third Session", "Records", "7th", "MEETING"]
    text = "\n".join([*lines, "Friday, 19 September, 1958,", "", "The baker spoke."])
    stated = replace(source(text), reader="plain")
    fields = read(stated).metadata.fields()
    assert fields["date"].value == "Friday, 19 September, 1958"
    long = text.replace(
        "7th\nMEETING", "7th\nIn this meeting nobody but the baker ever spoke a word"
    )
    assert "date" not in read(replace(source(long), reader="plain")).metadata.fields()


def test_the_header_says_what_was_recognised() -> None:
    """A text in another language says that names are not recognised in it."""
    russian = "Пекарь пришёл в полдень, и мы ждали его до вечера. Потом он ушёл. " * 9
    root = _root(f"March 14, 1951\n\n{russian}\n")
    (said,) = _words(root, "interpretation/p")
    assert "persons" not in said.lower()
    assert "Russian" in said
    assert len(_said(f"March 14, 1951\n\n{russian}\n", "TC117")) == 1
    assert _said(KOHL, "TC117") == []


def test_a_file_s_name_is_no_sure_title() -> None:
    """The name of a file stands in for a title, and says so."""
    title = _root("The baker came at noon. " * 20).find(".//{*}titleStmt/{*}title")
    assert title is not None
    assert title.get("cert") == "low"


def test_a_person_who_sends_is_no_second_sender() -> None:
    """Where the sender is a person, the author beside it is likely the same one."""
    text = TELEGRAM.format(released="28 MAY 2004").replace("AmEmbassy La Paz", "Mr. H. Stedman")
    sent = _root(text).find(".//{*}correspAction[@type='sent']")
    assert sent is not None
    assert "".join(map(str, sent.itertext())).split() == ["Mr.", "H.", "Stedman"]


def test_words_that_are_no_surname_are_a_name() -> None:
    """A place, a body or several words are not taken for a person."""
    for author in ("Post Office Staff", "LAPAZ"):
        text = TELEGRAM.format(released="28 MAY 2004").replace('"Stedman"', f'"{author}"')
        assert _root(text).find(".//{*}correspAction[@type='sent']/{*}persName") is None


def test_the_text_s_own_head_is_its_type() -> None:
    """Where the title names no type, a line that is no more than one does; a sentence does not."""
    begins = "Bonn, 23 April 1997\n{}\nSubject: The baker came\n\nThe baker came at noon.\n"
    found = {}
    for line in ("M e m o r a n d u m", "Memorandum of the baker, and his bread"):
        reference = _root(begins.format(line)).find(".//{*}catRef")
        assert reference is not None
        found[line] = reference.get("target")
    assert list(found.values()) == ["#memorandum", "#document"]


def test_a_record_dated_later_than_its_page_is_reported() -> None:
    """The dateline of the document is held against the page's date, as its signature is."""
    text = CATALOGUED.replace("All is well.", "Lindholm, {}\n\nThe baker came at noon.")
    assert len(_said(text.format("1 April 1951"), "TC303")) == 1
    assert _said(text.format("14 March 1951"), "TC303") == []


def test_a_transcript_is_of_the_record_in_its_name() -> None:
    """The number in the name of a transcript's file is the record's."""
    text = '{"id": 7, "filename": "TranscriptFile_200001.html", "html": "<p>All is well.</p>"}'
    root = _root(text)
    assert _words(root, "bibl[@type='page']/idno[@type='WCDA']") == ["200001"]
    assert len(_said(text, "TC106")) == 1
    other = _root(text.replace("TranscriptFile_200001", "letters_200001"))
    assert _words(other, "bibl/idno[@type='WCDA']") == []


OTHER = """- naa_barcode: 990018
  naa_control_symbol: 77/3 PART 1
  naa_series: A9901
  reference: '[On file NAA: A9901, 77/3, i.]'
"""
NOTED = (
    "\n\n _[NAA: 9901, 77/3, ii]_\n\n  * 1 See the report on rye. [On file NAA: A9901, 77/3, i.]\n"
)


def _cited(*, first: bool) -> str:
    """Return a document of two references: its own, and before or after it that of a note."""
    place = "naa_refs:\n" if first else "title: Cab"
    lines = place + OTHER if first else OTHER + place
    return CATALOGUED.replace(place, lines, 1) + NOTED


def test_a_note_s_reference_is_another_document_s() -> None:
    """What only a note names is a related item; the document's own is the msDesc, in any order."""
    for root in (_root(_cited(first=True)), _root(_cited(first=False))):
        assert _words(root, "msIdentifier/idno") == ["A9901", "77/3 PART 2"]
        assert _words(root, "relatedItem[@type='cited']/bibl") == [
            "990018 77/3 PART 1 A9901 [On file NAA: A9901, 77/3, i.]"
        ]
        assert _words(root, "bibl[@type='citation']/idno")[:2] == ["9901", "77/3"]


def test_two_references_of_one_document_are_two_copies() -> None:
    """A second reference that no note has is a copy's; so is one in a line of its own."""
    text = _cited(first=False).replace("On file ", "")
    copies = [text.partition("\n\n _")[0], text.replace("  * 1 See the report on rye. ", " ")]
    for copy in copies:
        root = _root(copy)
        assert len(root.findall(".//{*}msDesc")) == 2
        assert root.find(".//{*}relatedItem") is None


def test_a_line_with_the_reference_is_the_citation() -> None:
    """Where no field has the reference the text's own line tells where the original is kept."""
    fields = "---\ndoc_date: '1951-03-14'\nnaa_refs: []\ntitle: Harland to Brook\n---\n\n"
    text = f"{fields}All is well.\n\n _[NAA : A9901/2, 96]_\n\n1 See Document 2.\n"
    root = _root(text)
    assert _words(root, "msIdentifier/repository") == ["National Archives of Australia"]
    assert _words(root, "msIdentifier/idno") == ["A9901/2", "96"]
    assert _words(root, "bibl[@type='citation']/idno")[:2] == ["A9901/2", "96"]
    assert len(_said(text, "TC109")) == 1
    papers = _root(text.replace("NAA : A9901/2, 96", "XYZ: HARLAND PAPERS"))
    assert _words(papers, "msIdentifier/repository") == ["XYZ"]
    assert _words(papers, "msIdentifier/idno") == ["XYZ HARLAND PAPERS"]


def test_other_lines_in_brackets_are_no_citation() -> None:
    """Neither a remark, nor a reference inside a paragraph, nor one of two different lines is."""
    fields = "---\ndoc_date: '1951-03-14'\ntitle: Harland to Brook\n---\n\n"
    for words in (
        "[NOTE: matter omitted]",
        "See the report on rye. [On file NAA: A9901, 77/3, i.]",
        "[NAA: A9901, 1]\n\nAll is well again.\n\n[NAA: A9901, 2]",
    ):
        text = f"{fields}All is well.\n\n{words}\n"
        assert _root(text).find(".//{*}msDesc") is None
        assert _said(text, "TC109") == []


def test_a_volume_has_one_title() -> None:
    """A title that differs in a dash is left out, one of other words is an alternative."""
    dash = CATALOGUED.replace(
        "Wheat, 1951'", "Wheat 1950–51'\nvol_title: 'Volume 3: Wheat, 1950-51'"
    )
    root = _root(dash)
    assert _words(root, "bibl[@type='printed']/title") == ["Volume 3: Wheat 1950–51"]
    assert any(m.endswith(": doc_order, vol_title") for m in _said(dash, "TC113"))
    other = _root(dash.replace("Wheat, 1950-51", "1950-51, Corn"))
    titles = other.findall(".//{*}bibl[@type='printed']/{*}title")
    assert [(e.get("type"), e.text) for e in titles] == [
        ("main", "Volume 3: Wheat 1950–51"),
        ("alt", "Volume 3: 1950-51, Corn"),
    ]


def test_a_conjunction_and_a_date_are_no_telegram() -> None:
    """`AND` belongs to no number, a month's day is none."""
    cited = "STATE 111090 AND LA PAZ 2771 DATED FEBRUARY 13"
    text = TELEGRAM.format(released="28 MAY 2004")
    root = _root(text.replace("(A) STATE 026354; (B) LINDHOLM 0608", cited))
    path = "relatedItem[@type='reference']/bibl"
    assert _words(root, f"{path}/idno") == ["STATE 111090", "LA PAZ 2771"]
    assert _words(root, path) == [cited]
