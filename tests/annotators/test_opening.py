"""How a document begins: marks, numbers, datelines, addressees, greetings, remarks, headings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import structure
from tei_cable.kinds import (
    BYLINE,
    CLASSIFICATION,
    COPY_NUMBER,
    DATELINE,
    HEAD,
    NUMBER,
    OPENER,
    PARAGRAPH,
    REFERENCE,
    REMARK,
    SALUTE,
    SUBJECT,
    TELEGRAM_NUMBER,
    TIME,
)
from tei_cable.model import Annotation, DateValue, Span
from tei_cable.verification import verify
from tests.annotators.cables import cable, marked, words_of
from tests.pages import converted, page, source

if TYPE_CHECKING:
    from tei_cable.kinds import Kind

BODY = "The delegation of Poland arrived, and was met by the leadership of the country."
MORE = "It has brought a message that concerns the harvest and the price of sugar."


def _lines(text: str, *kinds: object, title: str = "") -> list[str]:
    found = structure.annotate(cable(text, title=title))
    return [a.span.of(text) for a in found if isinstance(a, Annotation) and a.kind in kinds]


@pytest.mark.parametrize(
    "line",
    ["TOP SECRET", "Strictly confidential", "[SECRET]", "Secret!", "MAKING COPIES PROHIBITED"],
)
def test_classification_marks_open_a_text(line: str) -> None:
    """A line that is a classification mark, in any case or in brackets, is one."""
    text = f"{line}\n\n{BODY}"
    assert _lines(text, OPENER) == _lines(text, CLASSIFICATION) == [line]
    assert _lines(text, PARAGRAPH) == [BODY]


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Ministry,",
        "[To the] Foreign Ministry:",
        "To Comrade Novak",
        "To: the Polish Embassy",
        "To comrade Novak J. A.",
        "TO THE CENTRAL COMMITTEE",
        "Dear Comrade Ambassador,",
        "Dear Comrade Novak!",
        "Central Committee of the Polish Workers' Party,",
    ],
)
def test_an_addressee_opens_a_text(line: str) -> None:
    """A short line that begins with To or Dear, or is a body's name with a comma, is a salute."""
    assert _lines(f"{line}\n\n{BODY}", SALUTE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Foreign Ministry",
        "To the south lies Cuba.",
        "To strengthen peace we propose:",
        "The Chairman said:",
        "In the harbour the Ministry has counted these ships:",
        "Today, the Ministry",
        "Secret talks",
        "To Comrade Novak and all of the delegates that came with him from Warsaw today",
    ],
)
def test_near_misses_of_an_addressee_are_paragraphs(line: str) -> None:
    """Sentences, headings and long lines at the beginning are no opener."""
    text = f"{line}\n\n{BODY}"
    assert _lines(text, OPENER) == []
    assert _lines(text, PARAGRAPH) == [line, BODY]


def test_the_last_block_never_opens_a_text() -> None:
    """A text that is all addressee keeps a paragraph."""
    assert _lines("Foreign Ministry,\n\nForeign Ministry,", PARAGRAPH) == ["Foreign Ministry,"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("URGENT, EYES ONLY", [(CLASSIFICATION, "URGENT, EYES ONLY")]),
        ("Confidential NOFORN", [(CLASSIFICATION, "Confidential NOFORN")]),
        ("CIPHERED TELEGRAM", [(CLASSIFICATION, "CIPHERED TELEGRAM")]),
        ("Copy No.12", [(COPY_NUMBER, "Copy No.12")]),
        ("No. 2 of 40 copies", [(COPY_NUMBER, "No. 2 of 40 copies")]),
        ("Secret. Copy Nº 2", [(CLASSIFICATION, "Secret."), (COPY_NUMBER, "Copy Nº 2")]),
        ("Spec. No. 643-644", [(TELEGRAM_NUMBER, "Spec. No. 643-644")]),
        ("812. SECRET", [(TELEGRAM_NUMBER, "812."), (CLASSIFICATION, "SECRET")]),
        ("UNCLAS HAVANA 0812", [(CLASSIFICATION, "UNCLAS"), (NUMBER, "HAVANA 0812")]),
        ("SECRET FOR MINISTER ONLY", [(CLASSIFICATION, "SECRET"), (SALUTE, "FOR MINISTER ONLY")]),
        (
            "Cablegrams 17, 18 WARSAW, 2 May 1946",
            [(TELEGRAM_NUMBER, "Cablegrams 17, 18"), (DATELINE, "WARSAW, 2 May 1946")],
        ),
        (
            "Cablegram [UN]404 WARSAW, 2 May 1946",
            [(NUMBER, "Cablegram [UN]404"), (DATELINE, "WARSAW, 2 May 1946")],
        ),
        ("Letter, WARSAW, 2 May 1946", [(REMARK, "Letter,"), (DATELINE, "WARSAW, 2 May 1946")]),
        ("Head of Section 4 Bonn, 3 July 1997", [
            (BYLINE, "Head of Section 4"), (DATELINE, "Bonn, 3 July 1997"),
        ]),
    ],
)  # fmt: skip
def test_a_line_of_marks_is_cut_into_its_parts(line: str, parts: list[tuple[object, str]]) -> None:
    """Marks, copies, numbers, addressees and a dateline may share a line; nothing is left over."""
    text = f"{line}\n\n{BODY}"
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    shown = [(a.kind, a.span.of(text)) for a in found if a.kind not in (OPENER, PARAGRAPH, TIME)]
    assert [item for item in shown if item[1] != BODY and item[0] in dict(parts)] == parts


@pytest.mark.parametrize(
    "line",
    [
        "Secret and urgent talks were held in the town",
        "Personal impressions",
        "Important questions",
        "1. Immediate withdrawal",
        "Copies of 1946",
        "Peace Conference of May 1960",
        "In May 1960",
        "1946",
        "Letter 5 to the Ministry of the interior was lost",
        "For peace and socialism",
        "Subject to your comments we propose this reply",
        "Reference to the talks of May",
    ],
)
def test_near_misses_of_a_line_of_marks_are_paragraphs(line: str) -> None:
    """A line that goes on after its mark or number, or is only a number, opens nothing."""
    text = f"{line}\n\n{BODY}"
    assert _lines(text, OPENER) == []
    assert _lines(text, PARAGRAPH) == [line, BODY]


@pytest.mark.parametrize(
    "line",
    [
        "2 May 1962",
        "New Delhi, 1st April, 1949.",
        "Gottwaldov, 2 May 1962",
        "Warsaw, May 3, 1955—7 p.m.",
        "Palm Beach, Florida, December 24, 1961.",
        "Warsaw, undated.",
    ],
)
def test_a_place_and_a_date_are_a_dateline(line: str) -> None:
    """At the head any short name with a comma before a date is a place."""
    assert _lines(f"{line}\n\n{BODY}", DATELINE) == [line]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("9.30 p.m.", "21:30:00"),
        ("12.15 a.m.", "00:15:00"),
        ("12 noon", "12:00:00"),
        ("3 p.m.", "15:00:00"),
        ("5.26 [p.m.]", "17:26:00"),
        ("0815Z", "08:15:00"),
    ],
)
def test_a_dateline_has_the_time_of_day(written: str, value: str) -> None:
    """The time that ends a dateline is told from noon or midnight on; brackets belong to it."""
    text = f"WARSAW, 2 May 1946, {written}\n\n{BODY}"
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    times = [(a.span.of(text), a.detail) for a in found if a.kind is TIME]
    assert times == [(written, DateValue(when=value))]


def test_a_midnight_or_a_range_of_times_has_no_value() -> None:
    """Which day a midnight ends is not said, and a range is no time."""
    for written in ("midnight", "9:30-9:48 a.m.", "25.30 p.m."):
        assert _lines(f"WARSAW, 2 May 1946, {written}\n\n{BODY}", TIME) == []


@pytest.mark.parametrize(
    "line",
    [
        "TO NOVAK",
        "to the CC CPSU",
        "[To] the Ministry of Trade:",
        "To the Centre, to Chairman Mao:",
        "INFO AMEMBASSY LIMA",
        "Mr. President,",
        "Your Excellency!",
        "My dear premier,",
        "Comrade Novak!",
        "Gentlemen:",
        "Following for Prime Minister:-",
    ],
)
def test_addressees_and_greetings_in_their_many_forms(line: str) -> None:
    """Telegrams, letters and instructions name whom they address in one line."""
    assert _lines(f"{line}\n\n{BODY}", SALUTE) == [line]


@pytest.mark.parametrize(
    "line", ["To Be or Not to Be", "Dear bread and cheap sugar", "To the lighthouse of peace,"]
)
def test_near_misses_of_greetings_open_nothing(line: str) -> None:
    """Headings that begin as an address does are none."""
    assert _lines(f"{line}\n\n{BODY}", OPENER) == []


def test_an_addressee_goes_on_below() -> None:
    """Lines right below an addressee belong to it, and a place that is spaced out."""
    text = f"To the\nMinistry of Trade\nof the Republic of Poland\n\nW a r s a w\n\n{BODY}"
    assert _lines(text, SALUTE) == text.replace("\n\n", "\n").split("\n")[:4]


def test_a_speaker_is_no_addressee() -> None:
    """A name with a colon that comes again is a speaker's."""
    text = f"Comrade Novak:\n\n{BODY}\n\nComrade Novak:\n\n{MORE}"
    assert _lines(text, OPENER) == []


def test_the_labels_of_a_memorandum() -> None:
    """From, To, Date and Subject say what stands after them, or below them."""
    text = f"From: Jan Novak\nTo: the Minister\nDate: 5 May 1960\nRef: 12\nSUBJECT\nSugar\n\n{BODY}"
    assert _lines(text, BYLINE) == ["From: Jan Novak"]
    assert _lines(text, SALUTE) == ["To: the Minister"]
    assert _lines(text, DATELINE) == ["Date: 5 May 1960"]
    assert _lines(text, REFERENCE) == ["Ref: 12"]
    assert _lines(text, SUBJECT) == ["SUBJECT", "Sugar"]


def test_a_note_of_the_receiving_office_stands_before_the_opener() -> None:
    """A block in brackets is a remark if an opener follows, else a paragraph."""
    note = "(Note: read out on 4 May, and sent on to the Ministry of Trade.)"
    assert _lines(f"{note}\n\nForeign Ministry:\n\n{BODY}", REMARK) == [note]
    assert _lines(f"{note}\n\n{BODY}\n\n{MORE}", OPENER) == []


def test_a_heading_between_lines_of_an_opener() -> None:
    """The name of the document parts two openers; a sentence is left."""
    text = f"SECRET\n\nThe Sugar Question\n\n5 May 1960\n\n{BODY}"
    assert _lines(text, HEAD) == ["The Sugar Question"]
    assert _lines(text, OPENER) == ["SECRET", "5 May 1960"]
    assert _lines(f"SECRET\n\nThe sugar is white\n\n{BODY}", HEAD) == []


def test_a_heading_that_repeats_the_title() -> None:
    """What says the page's title again is the head of the text."""
    text = f"Record of Conversation between Novak and Dvorak\n\n{BODY}"
    title = "Record of a Conversation between Novak and Dvorak, May 1960"
    assert _lines(text, HEAD, title=title) == [text.split("\n", 1)[0]]
    assert _lines(text, HEAD, title="The Price of Sugar in Warsaw") == []


def test_a_remark_about_the_text_stands_alone() -> None:
    """`Translation from X` and `Draft.` are remarks, not a sentence that begins so."""
    assert _lines(f"Translation from Polish\n\n{BODY}", REMARK) == ["Translation from Polish"]
    assert _lines(f"Draft laws were read in the house\n\n{BODY}", OPENER) == []


def test_an_office_below_the_date_is_who_writes() -> None:
    """A body's name right after the dateline is a byline."""
    assert _lines(f"5 May 1960\n\nAsian Bureau\n\n{BODY}", BYLINE) == ["Asian Bureau"]
    assert _lines(f"5 May 1960\n\nThe Sugar Bureau\n\n{BODY}", BYLINE) == []


def test_spaced_out_words_are_read() -> None:
    """A heading and an addressee in spaced letters are what they would be without the spaces."""
    text = f"N o t e\n\nTo Comrade N o v a k\n\n{BODY}"
    assert _lines(text, HEAD) == ["N o t e"]
    assert words_of(text, SALUTE) == ["To Comrade N o v a k"]


LINES = (
    "Message Text\n\n71\n------------ 018384\n\n"
    "ACTION XA-05\n\nO 202100Z OCT 79\nFM AMEMBASSY WARSAW\n"
    "TO SECSTATE WASHDC 8764\nAMEMBASSY PRAGUE\nWARSAW 8952\n\nOFFICE OF SUGAR\n\n"
    "E.O. 12065: N/A\nTAGS: EAGR\nSUBJECT: THE HARVEST"
)


def test_no_line_ends_the_head_of_a_telegram_before_its_subject() -> None:
    """An unknown line in it is a remark, right below an addressee one more of them."""
    text = f"{LINES}\n\nTO THE SURPRISE OF ALL THE HARVEST WAS GOOD.\n\nNOBODY HAD EXPECTED IT."
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    words = {
        kind: [a.span.of(text) for a in found if a.kind is kind]
        for kind in (OPENER, REMARK, SALUTE, TELEGRAM_NUMBER, NUMBER, SUBJECT)
    }
    assert words[OPENER] == [LINES]
    assert words[REMARK] == ["Message Text", "71", "------------ 018384", "OFFICE OF SUGAR"]
    assert words[SALUTE] == ["ACTION XA-05", "TO SECSTATE WASHDC 8764", "AMEMBASSY PRAGUE"]
    assert words[TELEGRAM_NUMBER] + words[NUMBER] == ["WARSAW 8952"]
    assert words[SUBJECT] == ["SUBJECT: THE HARVEST"]


def test_the_time_of_a_time_group_is_told_to_the_minute() -> None:
    """The time is in the middle of the group, and is that of Greenwich."""
    found = [
        a for a in structure.annotate(cable(f"{LINES}\n\n{BODY}")) if isinstance(a, Annotation)
    ]
    times = [(a.span.of(LINES), a.detail) for a in found if a.kind is TIME]
    assert times == [("2100Z", DateValue(when="21:00:00Z"))]


def test_a_memorandum_has_no_head_of_a_telegram() -> None:
    """Labels alone do not let unknown lines in: a sentence ends the opener."""
    text = "Subject: Sugar\n\nThe harvest was good, they said.\n\nReference: none\n\nThat is all."
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    assert [a.span.of(text) for a in found if a.kind is OPENER] == ["Subject: Sugar"]


def test_an_item_that_greets_is_no_line_of_the_opener() -> None:
    """A letter that an item quotes begins with a greeting; the item does not."""
    text = 'SECRET\n\n1. "Mr. Minister:\n\nThe harvest was good.\n\nThat is all.'
    found = [a for a in structure.annotate(cable(text)) if isinstance(a, Annotation)]
    assert [a.span.of(text) for a in found if a.kind is OPENER] == ["SECRET"]


def test_an_opener_is_sought_below_the_heads_that_a_reader_has_seen() -> None:
    """A title in Markdown does not hide the marks and the date under it."""
    text = "Minute by Novak\n\nWARSAW, 14 July 1948\n\nTop Secret\n\nIt was good.\n\nEnd."
    seen = (Annotation(Span(0, 15), HEAD, "reader.test"),)
    found = structure.annotate(replace(cable(text), annotations=seen))
    openers = [a.span.of(text) for a in found if isinstance(a, Annotation) and a.kind is OPENER]
    assert openers == ["WARSAW, 14 July 1948\n\nTop Secret"]


@pytest.mark.parametrize("line", ["IMMEDIATE [QUOKKA]", "IMMEDIATE [QUOKKA] [1]"])
def test_a_word_in_brackets_among_marks_is_one(line: str) -> None:
    """An editor adds a code word to the marks; the line is still one of marks."""
    assert _lines(f"{line}\n\n{BODY}\n\n{MORE}", CLASSIFICATION) == [line]


def test_a_word_in_brackets_alone_is_no_mark() -> None:
    """Without a mark beside it a word in capitals may be anything."""
    assert _lines(f"[QUOKKA]\n\n{BODY}\n\n{MORE}", CLASSIFICATION) == []


@pytest.mark.parametrize(("below", "numbers"), [("1. Sugar.", ["602."]), ("Sugar.", [])])
def test_a_number_above_the_first_paragraph_is_the_telegrams(
    below: str, numbers: list[str]
) -> None:
    """A bare number opens a telegram only if its paragraphs are counted from one below it."""
    assert _lines(f"602.\n\n{below}\n\n{BODY}\n\n{MORE}", TELEGRAM_NUMBER, NUMBER) == numbers


def test_the_time_in_a_dateline_that_a_reader_has_seen_is_tagged() -> None:
    """What the source marks as a dateline has its time of day like any other."""
    text = "WARSAW, March 24, 1955—7 p.m.\n\nIt was good.\n\nEnd."
    span = Span(0, text.index("\n"))
    seen = tuple(Annotation(span, kind, "reader.test") for kind in (OPENER, DATELINE))
    found = structure.annotate(replace(cable(text), annotations=seen))
    made = [(a.span.of(text), a.detail) for a in found if isinstance(a, Annotation)]
    assert ("7 p.m.", DateValue(when="19:00:00")) in made


@pytest.mark.parametrize(
    "topic",
    ["The Price of Sugar", "Sugar", "Sugar Conference.", "Trade with Poland in Rice", "On Sugar"],
)
def test_the_line_that_says_what_a_text_is_about_is_its_head(topic: str) -> None:
    """A title's words between the opener and a paragraph; the claim is not sure."""
    text = f"SECRET\n\n{topic}\n\n{BODY}"
    assert _lines(text, HEAD) == [topic]
    assert _lines(text, PARAGRAPH) == [BODY]


@pytest.mark.parametrize(
    "text",
    [
        f"The Price of Sugar\n\n{BODY}",  # no opener above it
        f"SECRET\n\nThe Price of Sugar\n{BODY}",  # a line of the paragraph
        f"SECRET\n\nThe price of sugar rises\n\n{BODY}",  # a sentence
        f"SECRET\n\nThe Price of Sugar:\n\n{BODY}",  # leads on
        "SECRET\n\nThe Price of Sugar\n\nThe Price of Rice",  # nothing is about it
        f"SECRET\n\nSecurity 172\n\n{BODY}",  # a telegram's number
        f"SECRET\n\nJan Novak\n\n{BODY}",  # a person
        f"SECRET\n\n1. The Price of Sugar\n\n{BODY}",  # an item
    ],
)
def test_near_misses_of_a_head(text: str) -> None:
    """What leads on, is a sentence, an item or a person's name, or stands above no text."""
    assert _lines(text, HEAD) == []


@pytest.mark.parametrize(
    ("line", "refers"),
    [
        ("Your 122.", True),
        ("Your UN.781. [1]", True),
        ("Further to our telegrams Nos. 40 and 41 of 3rd May, 1957.", True),
        ("My telegram No. 386", True),
        ("Lusaka’s 232", True),
        ("Your 122 came too late.", False),
        ("Your telegram of last week.", False),
        ("Our 24 ships were not seen, and no 25th will be.", False),
    ],
)
def test_a_line_that_only_names_another_telegram_is_a_reference(line: str, refers: bool) -> None:
    """`Your 122.` belongs to the opener; a sentence about it does not."""
    text = f"SECRET\n\n{line}\n\n{BODY}"
    assert _lines(text, REFERENCE) == ([line] if refers else [])


@pytest.mark.parametrize(
    ("line", "kinds"),
    [
        ("Cablegram unnumbered WARSAW, 3 October 1958", [DATELINE, REMARK]),
        ("447. Top Secret Austeo Priority", [CLASSIFICATION, TELEGRAM_NUMBER]),
        ("No 2169. CONFIDENTIAL (NZEO) PRIORITY", [CLASSIFICATION, TELEGRAM_NUMBER]),
        ("O.JA3951 CONFIDENTIAL", [CLASSIFICATION, TELEGRAM_NUMBER]),
        ("MOST SECRET TO BE DECODED BY A SPECIAL OFFICER", [CLASSIFICATION]),
        ("Cablegram unnumbered in the files", []),
        ("Secret (as they said)", []),
        ("To be decoded by a special officer in the next week, they said", []),
    ],
)
def test_more_lines_of_marks(line: str, kinds: list[Kind]) -> None:
    """A cablegram without a number, the marks of one country's eyes, who is to decode."""
    made = cable(f"{line}\n\n{BODY}")
    found = [a for a in structure.annotate(made) if isinstance(a, Annotation)]
    ends = {a.kind for a in found if a.span.end <= len(line)} - {OPENER, PARAGRAPH}
    assert sorted(kind.name for kind in ends) == [kind.name for kind in kinds]


def test_a_date_after_a_garbled_place_is_a_dateline() -> None:
    """Above a line of marks a short line that ends in a date is no heading."""
    assert _lines(f"War:saw, 3 May 1957\n\nSECRET\n\n{BODY}", DATELINE) == ["War:saw, 3 May 1957"]
    longer = "The talks about the price of rice, 3 May 1957"
    assert _lines(f"{longer}\n\nSECRET\n\n{BODY}", DATELINE) == []


DIARY = (
    "From the Diary of J. P. NOVAK Top Secret, Copy 4, 1 December 1949 Memorandum of Conversation"
)


def test_the_first_line_of_a_diary_is_cut_into_its_parts() -> None:
    """Whose diary it is, the marks, the date; then the kind as a head, and with whom."""
    text = f"{DIARY}\nwith Minister WOLSKI on 10 November 1949\n{BODY}\n{BODY}"
    kinds = (OPENER, BYLINE, CLASSIFICATION, COPY_NUMBER, DATELINE, HEAD)
    assert marked(text, *kinds, annotator=structure.annotate) == [
        ("From the Diary of J. P. NOVAK", "opening.byline"),
        (DIARY.partition(" Memorandum")[0], "opening.opener"),
        ("Top Secret,", "opening.mark"),
        ("Copy 4,", "opening.copy"),
        ("1 December 1949", "opening.dateline"),
        ("Memorandum of Conversation", "opening.heading"),
        ("with Minister WOLSKI on 10 November 1949", "opening.heading"),
    ]
    assert verify(converted(page(text)).xml, "x.xml", source(page(text))) == []


@pytest.mark.parametrize(
    "line",
    [
        "From the Diary of J. P. NOVAK we know that the top secret talks began on 1 December 1949",
        "The Diary of J. P. NOVAK Top Secret, Copy 4, 1 December 1949",
    ],
)
def test_near_misses_of_the_first_line_of_a_diary(line: str) -> None:
    """A sentence about a diary, and words before the marks that name none, open nothing."""
    text = f"{line}\n\n{BODY}\n\n{BODY}"
    assert marked(text, BYLINE, CLASSIFICATION, annotator=structure.annotate) == []
