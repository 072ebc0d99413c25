"""How a document ends: leave-takings, signatures, datelines, and what follows them."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.annotators import structure
from tei_cable.kinds import CLOSER, DATELINE, PARAGRAPH, PERSON, POSTSCRIPT, SALUTE, SIGNED
from tei_cable.model import Annotation
from tei_cable.tei.names import TEI
from tests.annotators.cables import cable, named, words_of
from tests.pages import converted, page

BODY = "The delegation of Poland arrived, and was met by the leadership of the country."
MORE = "It has brought a message that concerns the harvest and the price of sugar."


def _lines(text: str, *kinds: object, title: str = "") -> list[str]:
    found = structure.annotate(cable(text, title=title))
    return [a.span.of(text) for a in found if isinstance(a, Annotation) and a.kind in kinds]


@pytest.mark.parametrize(
    ("lines", "signed", "dated"),
    [
        ("Embassy in Poland\n2 May 1962", ["Embassy in Poland"], ["2 May 1962"]),
        ("2 May 1962", [], ["2 May 1962"]),
        ("Jan Novak\nWarsaw, 2 May 1962", ["Jan Novak"], ["Warsaw, 2 May 1962"]),
        ("[signature] J. Novak, 2 May 1962", ["[signature] J. Novak,"], ["2 May 1962"]),
        ("[signature]\n[Jan Novak]", ["[signature]", "[Jan Novak]"], []),
        ("Jan Novak", ["Jan Novak"], []),
        ("Ambassador J. Novak", ["Ambassador J. Novak"], []),
        ("J. Novak\nAmbassador of Poland", ["J. Novak", "Ambassador of Poland"], []),
        ("Посол в Руритании\nИ. Новак", ["Посол в Руритании", "И. Новак"], []),
        ("Новак И.П.", ["Новак И.П."], []),
    ],
)
def test_a_closer_is_a_date_and_the_short_lines_above_or_a_name(
    lines: str, signed: list[str], dated: list[str]
) -> None:
    """Its lines are signatures or datelines; the paragraphs above are left alone."""
    text = f"{BODY}\n\n{MORE}\n\n{lines}"
    assert _lines(text, CLOSER) == [lines]
    assert _lines(text, SIGNED) == signed
    assert _lines(text, DATELINE) == dated
    assert _lines(text, PARAGRAPH) == [BODY, MORE]


@pytest.mark.parametrize("leave", ["With greetings,", "Yours sincerely,", "Respectfully"])
def test_a_form_of_greeting_in_the_closer_is_a_salute(leave: str) -> None:
    """What takes leave is no signature."""
    text = f"{BODY}\n\n{MORE}\n\n{leave}\nJ. Novak\n2 May 1962"
    assert _lines(text, SALUTE) == [leave]
    assert _lines(text, SIGNED) == ["J. Novak"]


@pytest.mark.parametrize(
    "line",
    [
        "This has been so since 1956.",
        "They left on 2 May 1962.",
        "The harvest of sugar",
        "1) Jan Novak",
        "- J. Novak",
        "Jan Novak agrees with what was said.",
        "“Jan Novak",
        "The delegation then went on to see all of the harbour on 2 May 1962",
    ],
)
def test_near_misses_of_a_closer_are_paragraphs(line: str) -> None:
    """Sentences, items, headings and quotations at the end close nothing."""
    text = f"{BODY}\n\n{line}"
    assert _lines(text, CLOSER) == []
    assert _lines(text, PARAGRAPH) == [BODY, line]


def test_the_first_paragraph_is_never_a_closer() -> None:
    """A text that is all signature keeps a paragraph."""
    assert _lines("Jan Novak\n\n2 May 1962", PARAGRAPH) == ["Jan Novak"]


def test_what_follows_the_closer_is_a_postscript() -> None:
    """Copies and typist's marks after the date stand in a postscript, as paragraphs."""
    text = f"{BODY}\n\nJ. Novak\n2 May 1962\n\nPrinted in 3 copies.\n\nTelegraph the fulfilment."
    assert _lines(text, CLOSER) == ["J. Novak\n2 May 1962"]
    assert _lines(text, POSTSCRIPT) == ["Printed in 3 copies.\n\nTelegraph the fulfilment."]
    assert _lines(text, PARAGRAPH) == [BODY, "Printed in 3 copies.", "Telegraph the fulfilment."]


@pytest.mark.parametrize(
    ("lines", "signed", "dated"),
    [
        ("14.V.62 A. NOVAK", ["A. NOVAK"], ["14.V.62"]),
        ("13.1.51 NOVAK", ["NOVAK"], ["13.1.51"]),
        ("Jan Novak 11 June 1949", ["Jan Novak"], ["11 June 1949"]),
        ("Warsaw, 1972 July 1.", [], ["Warsaw, 1972 July 1."]),
        ("Novak.\n10.1.1949", ["Novak."], ["10.1.1949"]),
        ("POLISH AMBASSADOR IN CUBA (A. NOVAK)", ["POLISH AMBASSADOR IN CUBA (A. NOVAK)"], []),
        (
            "COUNSELLOR OF THE [signature]\nPOLISH EMBASSY (B. NOVAK)",
            ["COUNSELLOR OF THE [signature]", "POLISH EMBASSY (B. NOVAK)"],
            [],
        ),
        ("(Novak)", ["(Novak)"], []),
        ("NOVAK", ["NOVAK"], []),
        ("Novak", ["Novak"], []),
        ("N O V A K", ["N O V A K"], []),
        ("Arnold Novaky, jr.", ["Arnold Novaky, jr."], []),
        ("HEAD OF THE SECTION\nJ. NOVAK", ["HEAD OF THE SECTION", "J. NOVAK"], []),
        ("Ambassador of Poland in Cuba J. Novak", ["Ambassador of Poland in Cuba J. Novak"], []),
    ],
)
def test_signatures_and_dates_in_their_many_forms(
    lines: str, signed: list[str], dated: list[str]
) -> None:
    """A date and a name may share a line; an office may hold the signature in its middle."""
    text = f"{BODY}\n\n{MORE}\n\n{lines}"
    assert _lines(text, SIGNED) == signed
    assert _lines(text, DATELINE) == dated
    assert _lines(text, PARAGRAPH) == [BODY, MORE]


@pytest.mark.parametrize(
    ("line", "left", "signed"),
    [
        ("Best wishes, NOVAK", ["Best wishes,"], ["NOVAK"]),
        ("I am, Yours sincerely, A.B. NOVAK", ["I am, Yours sincerely,"], ["A.B. NOVAK"]),
        ("Yours sincerely, (Sd).", ["Yours sincerely,"], ["(Sd)."]),
        ("As ever,\nJan", ["As ever,"], ["Jan"]),
        (
            "Accept, Excellency, the assurances of my highest consideration.\nJ. Novak",
            ["Accept, Excellency, the assurances of my highest consideration."],
            ["J. Novak"],
        ),
    ],
)
def test_leave_is_taken_before_the_name(line: str, left: list[str], signed: list[str]) -> None:
    """The form of greeting is a salute, in a line of its own or before the name."""
    text = f"{BODY}\n\n{MORE}\n\n{line}"
    assert (_lines(text, SALUTE), _lines(text, SIGNED)) == (left, signed)


def test_where_a_text_is_kept_is_no_signature() -> None:
    """A reference to an archive above a date does not sign; a signature in brackets does."""
    text = f"{BODY}\n\n{MORE}\n\n%s\n\nWarsaw, 2 May 1962"
    assert _lines(text % "[AA : A9, 4/1]", CLOSER) == ["Warsaw, 2 May 1962"]
    assert _lines(text % "[signature]", SIGNED) == ["[signature]"]


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY",
        "Havana",
        "Ends.",
        "The End",
        "The delegation left on 2 May 1962",
        "1. NOVAK",
        "[1] NOVAK, 2 May 1962.",
        "Ministry of Trade and of the harbour",
        "No. 12",
    ],
)
def test_more_near_misses_of_a_closer(line: str) -> None:
    """Headings, places, ends, sentences, notes, bodies and numbers alone close nothing."""
    assert _lines(f"{BODY}\n\n{MORE}\n\n{line}", CLOSER) == []


@pytest.mark.parametrize(
    "line",
    [
        "25 copies printed",
        "1 - to Comrade Dvorak\n2 - file",
        "me/MB",
        "No. 123/s",
        "Telegraph the fulfillment.",
        "Spravka: the answer to this was sent on by the Second Section, and is kept there with it.",
        "Translated from Polish [by] [signature] (S. P. Dvorak)",
        "cc: the Minister",
        "me/MB\n16.5.62",
    ],
)
def test_what_may_follow_a_signature(line: str) -> None:
    """Copies, distribution, the typist's mark and date, orders and references are no closer."""
    text = f"{BODY}\n\n{MORE}\n\nJ. Novak\n\n{line}"
    assert _lines(text, CLOSER) == ["J. Novak"]
    assert _lines(text, POSTSCRIPT) == [line]


def test_a_paragraph_after_a_date_makes_it_no_closer() -> None:
    """A date above a paragraph is a heading of a diary, not the end of a letter."""
    assert _lines(f"{BODY}\n\n2 May 1962\n\n{MORE}", CLOSER) == []


def test_an_addressee_may_stand_below_the_signature() -> None:
    """Letters to several name them at the foot: the line is a salute of the closer."""
    text = f"{BODY}\n\n{MORE}\n\nYours sincerely,\nJ. Novak\nTo all Ministers."
    assert _lines(text, SALUTE) == ["Yours sincerely,", "To all Ministers."]


def test_a_name_of_the_title_signs() -> None:
    """An unknown name with an office closes a text if the page's title has it."""
    line = "Nakada Ken, Chairman of the Board"
    text = f"{BODY}\n\n{MORE}\n\n{line}"
    assert _lines(text, SIGNED, title="Statement of Nakada Ken") == [line]
    assert _lines(text, SIGNED, title="Statement") == []


def test_names_of_signatures_are_persons() -> None:
    """A bare surname that signs, or is addressed, is a person; the same one if the text has it."""
    text = f"TO DVORAK\n\n{BODY}\n\nJ. Novak spoke of it to those who had come.\n\nNOVAK"
    assert named(text, PERSON) == [
        ("DVORAK", "person-dvorak"),
        ("J. Novak", "person-j-novak"),
        ("NOVAK", "person-j-novak"),
    ]


def test_another_forename_is_another_person() -> None:
    """Two people of one surname have two entries."""
    text = f"{BODY}\n\nJ. Novak spoke of it to those who had come.\n\n(B. NOVAK)"
    assert named(text, PERSON)[1] == ("B. NOVAK", "person-b-novak")


def test_a_body_that_signs_is_no_person() -> None:
    """Where a place or a body was found in a signature, its words are no surname."""
    assert words_of(f"{BODY}\n\n{MORE}\n\nEmbassy in Cuba\n2 May 1962", PERSON) == []


@pytest.mark.parametrize(
    "after", ["", "\n\n[ABC: A1838, 160/11]", "\n\nFiled with the rest of it."]
)
def test_a_signature_above_the_notes_is_a_closer(after: str) -> None:
    """Notes end a page, the closer the text above them; what follows them may be anything."""
    body = f"The harvest[1] of sugar was good.\n\n{BODY}\n\nNOVAK"
    root = etree.fromstring(converted(page(f"{body}\n\n[1] Not printed.{after}")).xml)
    assert ["".join(map(str, s.itertext())) for s in root.iter(f"{TEI}signed")] == ["NOVAK"]
    assert [n.get("n") for n in root.iter(f"{TEI}note") if n.get("place") == "end"] == ["1"]


def test_the_last_sentence_above_the_notes_is_no_signature() -> None:
    """A paragraph above the notes stays one."""
    body = f"The harvest[1] of sugar was good.\n\n{BODY}"
    root = etree.fromstring(converted(page(f"{body}\n\n[1] Not printed.")).xml)
    assert root.find(f".//{TEI}closer") is None


@pytest.mark.parametrize("line", ["NNN", "NNNN", "[ABC: A1838, 160/11]"])
def test_a_name_above_what_ends_a_transmission_signs(line: str) -> None:
    """The sign that ends a telegram, or an archive's shelfmark, follows the signature."""
    text = f"{BODY}\n\n{MORE}\n\nNOVAK\n\n{line}"
    assert _lines(text, SIGNED) == ["NOVAK"]


@pytest.mark.parametrize("line", ["Беседу переводил И. Новак.", "Посол сказал, что рис уже пришел"])
def test_near_misses_of_a_russian_signature(line: str) -> None:
    """A sentence that ends in a name, and one that begins with an office, close nothing."""
    assert _lines(f"{BODY}\n\n{MORE}\n\n{line}", CLOSER) == []
