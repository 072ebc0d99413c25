"""What each pair of brackets does, and the annotations that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import brackets
from tei_cable.annotators.bracket_rules import Context, Decision, classify
from tei_cable.annotators.bracket_rules.extent import extent_of
from tei_cable.annotators.bracket_rules.terms import told
from tei_cable.kinds import (
    ADDITION,
    DESCRIPTION,
    EXPANDED,
    EXPANSION,
    GAP,
    MARKUP,
    NOTE,
    NOTE_ANCHOR,
    PAGE_BREAK,
    PARAGRAPH,
    SUPPLIED,
    UNCLEAR,
)
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Extent,
    PageBreak,
)
from tests.annotators.cables import cable, codes, marked, words_of

if TYPE_CHECKING:
    from tei_cable.kinds import Kind

F = BracketFunction
_annotate = brackets.annotate
HIGH, MEDIUM, LOW = Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW
UNCLAIMED = "brackets.unclaimed"

CASES = [
    # words before, inside, after; what the bracket does, by which rule, how sure
    ("as he said ", "12", "", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("in 1997", "1", ".", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("on ", "2", " March", (F.DATE, "brackets.date-part", HIGH)),
    ("in 19", "53", " then", (F.DATE, "brackets.date-part", HIGH)),
    ("Cablegram ", "1234", "", (F.OMITTED, "brackets.number", MEDIUM)),
    ("your telegram No. ", "A1234", "", (F.OMITTED, "brackets.number", MEDIUM)),
    ("your telegram ", "12", "", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("as he said ", "1234", "", (F.WORDS, UNCLAIMED, LOW)),
    ("the rest ", "...", " is clear", (F.OMISSION, "brackets.ellipsis", HIGH)),
    ("the rest ", "… ", " is clear", (F.OMISSION, "brackets.ellipsis", HIGH)),
    ("the rest ", "... stays", " is clear", (F.WORDS, UNCLAIMED, LOW)),
    ("", "matter omitted", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("", "Here follows a list of ships", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("", "Paragraphs 3 to 7 are omitted here", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("one point ", "omitted", " there", (F.OMISSION, "brackets.omitted", HIGH)),
    ("one point ", "Polish texts omitted to name", "", (F.WORDS, UNCLAIMED, LOW)),
    ("we saw ", "one word missing", " there", (F.LOST, "brackets.lost", HIGH)),
    ("we saw ", "two lines are illegible", "", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("we saw the ", "missing words", " there", (F.LOST, "brackets.lost", HIGH)),
    ("we saw ", "missing men", " there", (F.WORDS, "brackets.participle", MEDIUM)),
    ("the goverment ", "sic", " fell", (F.SIC, "brackets.sic", HIGH)),
    ("a telegram ", "1", " of May 26th", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("on ", "5", " May 1950", (F.DATE, "brackets.date-part", HIGH)),
    ("", "On file ABC: A10463, 8/13", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("", "ABC: 11604, 704/2/2", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("", "ABC: Al838, 3107/38/1, ii", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("", "ABCD 950/Box1221, 40/4/1, Strelsau", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("", "ABC: NOWAK PAPERS", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("", "NOWAK COLLECTION - CABLES", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("we went ", "on filing it", " so", (F.WORDS, "brackets.function-word", HIGH)),
    ("the plan ", "33rd meeting", " was", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("so ", "word should read “fell”", "", (F.SIC, "brackets.sic", HIGH)),
    ("so ", "the word should read as before", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("they follow", "ed", " it", (F.WORDS, "brackets.ending", MEDIUM)),
    ("the Republic", "an", " men", (F.WORDS, "brackets.ending", MEDIUM)),
    ("they fol", "lowed", " it", (F.EXPANSION, "brackets.abbreviation", HIGH)),
    ("the role of", "the", " men", (F.WORDS, "brackets.function-word", MEDIUM)),
    ("went in", "to", " it", (F.EXPANSION, "brackets.abbreviation", HIGH)),
    ("", "37.", " In fact", (F.WORDS, "brackets.item-number", MEDIUM)),
    ("at 5.26 ", "p.m.", " he", (F.WORDS, "brackets.date-part", HIGH)),
    ("the United ", "Nations", " met", (F.IDENTIFICATION, "brackets.rest-of-name", HIGH)),
    ("the 27th ", "sic, should be 28th", "", (F.SIC, "brackets.sic", HIGH)),
    ("the ", "sick", " man", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("", "handwritten: send to all", "", (F.HANDWRITING, "brackets.hand", HIGH)),
    ("", "in the left margin: no", "", (F.HANDWRITING, "brackets.hand", HIGH)),
    ("kept ", "in the office", " there", (F.WORDS, "brackets.function-word", HIGH)),
    ("", "signature", " A. Novak", (F.SIGNATURE, "brackets.signature", HIGH)),
    ("", "illegible signature", "", (F.SIGNATURE, "brackets.signature", HIGH)),
    ("they ", "signify", " little", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("", "Translator's note: a pun", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("", "stamp: received", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("", "page 2", "", (F.PAGE_BREAK, "brackets.page-break", HIGH)),
    ("the ", "translator", " spoke", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("Zhong ", "?", " left", (F.DOUBT, "brackets.question", LOW)),
    ("Ningxia", ".", " With", (F.OMITTED, "brackets.punctuation", HIGH)),
    ("he said ", '"', "yes", (F.OMITTED, "brackets.punctuation", HIGH)),
    ("he left. ", "W", "ith him", (F.WORDS, "brackets.capital", MEDIUM)),
    ("he left. ", "w", "ith him", (F.DAMAGE, "brackets.letters", MEDIUM)),
    ("the ", "troops?", " left", (F.UNCLEAR, "brackets.conjecture", HIGH)),
    ("the ", "troops", " left", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("the com", "munist", " side", (F.EXPANSION, "brackets.abbreviation", HIGH)),
    ("the F", "oreign", " side", (F.EXPANSION, "brackets.abbreviation", HIGH)),
    ("they ", "sh", "ould go", (F.DAMAGE, "brackets.letters", MEDIUM)),
    ("the envoy", "s", " left", (F.WORDS, "brackets.ending", MEDIUM)),
    ("the envoy", "'s", " left", (F.WORDS, UNCLAIMED, LOW)),
    (
        "the MPR ",
        "Mongolian People's Republic",
        "",
        (F.ABBREVIATED, "brackets.abbreviation-explained", HIGH),
    ),
    (
        "the Mongolian People's Republic ",
        "MPR",
        "",
        (F.ABBREVIATED, "brackets.abbreviation-explained", HIGH),
    ),
    ("the Mongolian People's Army ", "XYZ", " is", (F.WORDS, UNCLAIMED, LOW)),
    ("he told him ", "U Thant", " that", (F.GLOSS, "brackets.pronoun-explained", HIGH)),
    ("he told him ", "Mr. Somebody", " that", (F.WORDS, UNCLAIMED, LOW)),
    ("and Beiping ", "Beijing", " fell", (F.GLOSS, "brackets.other-name", MEDIUM)),
    ("and Filippov ", "Stalin", " wrote", (F.GLOSS, "brackets.other-name", MEDIUM)),
    ("and Comrade ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("but then ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("they left Moscow. ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("on 22 ", "November", " he", (F.DATE, "brackets.date-part", HIGH)),
    ("statement ", "of 28 October", " he", (F.WORDS, "brackets.date-part", HIGH)),
    ("statement ", "Novembers", " he", (F.WORDS, UNCLAIMED, LOW)),
    ("", "It", " is late", (F.WORDS, "brackets.function-word", HIGH)),
    ("", "Item", " is late", (F.WORDS, UNCLAIMED, LOW)),
    ("rallies ", "being held", " there", (F.WORDS, "brackets.function-word", HIGH)),
    ("rallies ", "going on", " there", (F.WORDS, "brackets.participle", MEDIUM)),
    ("rallies ", "held", " there", (F.WORDS, UNCLAIMED, LOW)),
    ("their ", "old", " view", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("views ", "old", " view", (F.WORDS, UNCLAIMED, LOW)),
    ("he said so", "^3", "", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("we saw ", "words missing from us", " there", (F.LOST, "brackets.lost", HIGH)),
    ("we saw ", "one or two words unclear", "", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("we saw ", "unclear words", " there", (F.WORDS, UNCLAIMED, LOW)),
    ("", "first line redacted", " Then", (F.REDACTED, "brackets.illegible", HIGH)),
    ("the ", "crossed out", " line", (F.DELETED, "brackets.illegible", HIGH)),
    (
        "",
        "A line was added and then crossed out in ink",
        "",
        (F.WORDS, "brackets.function-word", HIGH),
    ),
    ("", "the following was crossed out", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("made ", "the following", " plans", (F.WORDS, "brackets.function-word", HIGH)),
    ("and so on ", "sic, the rest of the document is missing", "", (F.LOST, "brackets.lost", HIGH)),
    ("the rest ", "page break", " went", (F.PAGE_BREAK, "brackets.page-break", HIGH)),
    ("the rest ", "page three", " went", (F.PAGE_BREAK, "brackets.page-break", HIGH)),
    ("the rest ", "page one of four", " went", (F.PAGE_BREAK, "brackets.page-break", HIGH)),
    ("the ", "page", " turned", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("", "Secret", " The envoy", (F.CLASSIFICATION, "brackets.classification", HIGH)),
    ("the ", "secretive", " envoy", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("so he said ", "emphasis in the original", ".", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("left ", "perhaps Jan Nowak—ed.", ".", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("", "ABC: A1838, 160/11", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("the note of ", "R.", "", (F.WORDS, UNCLAIMED, LOW)),
    ("Mr. R.", "ostow", " said", (F.EXPANSION, "brackets.abbreviation", HIGH)),
    ("He left.", "so", " he said", (F.WORDS, "brackets.function-word", HIGH)),
    ("Greek ", "-Bulgarian relations", ".", (F.DAMAGE, "brackets.rest-of-word", MEDIUM)),
    (
        "to the Harbour Control Office ",
        "HCO",
        ".",
        (F.ABBREVIATED, "brackets.abbreviation-explained", HIGH),
    ),
    (
        "to the HCO ",
        "Harbour Control Office",
        ".",
        (F.ABBREVIATED, "brackets.abbreviation-explained", HIGH),
    ),
    ("to the HCO ", "Harbour Office", " then", (F.GLOSS, "brackets.other-name", LOW)),
    ("the VKP(b) ", "a party of Bolsheviks", "", (F.WORDS, "brackets.function-word", HIGH)),
    ("the VKP(b) ", "All-Union Party", "", (F.GLOSS, "brackets.abbreviation-explained", MEDIUM)),
    ("the ship Zorza ", 'literally, "dawn"', "", (F.GLOSS, "brackets.explained", MEDIUM)),
    ("the ship ", "now", " left", (F.WORDS, "brackets.function-word", HIGH)),
    ("they ", "the guests", " told", (F.GLOSS, "brackets.pronoun-explained", HIGH)),
    ("ordered them ", "the soldiers", " to go", (F.GLOSS, "brackets.pronoun-explained", MEDIUM)),
    ("gave him ", "the letter", " back", (F.WORDS, "brackets.function-word", HIGH)),
    ("We ", "Jan Nowak and Karol Wolski", " left", (F.GLOSS, "brackets.pronoun-explained", MEDIUM)),
    ("of their ", "Novak's", " views", (F.GLOSS, "brackets.pronoun-explained", HIGH)),
    ("of their ", "own", " views", (F.WORDS, "brackets.function-word", HIGH)),
    ("This morning ", "4 March 1957", " he", (F.GLOSS, "brackets.day-explained", HIGH)),
    ("and Tan ", "Tang", " Enbo", (F.REGULARISED, "brackets.spelling", MEDIUM)),
    ("and Karlow ", "Wolski", " Enbo", (F.WORDS, UNCLAIMED, LOW)),
    ("and Liu ", "Shaoqi", " left", (F.IDENTIFICATION, "brackets.rest-of-name", HIGH)),
    ("and Huang ", "Wenbo", " left", (F.IDENTIFICATION, "brackets.rest-of-name", MEDIUM)),
    ("in Port Arthur ", "Lushanko", " then", (F.GLOSS, "brackets.other-name", LOW)),
    ("with Ma Dehai ", "George Stone", ", who", (F.GLOSS, "brackets.other-name", LOW)),
    ("with Comrade ", "George Stone", ", who", (F.WORDS, UNCLAIMED, LOW)),
    ("it was ceded ", "уступлена", " to us", (F.TERM, "brackets.term", MEDIUM)),
    ("Комнаты ", "для сна", ", были готовы", (F.WORDS, "brackets.unclaimed", LOW)),
    ("it was a nuance ", "yongbuzhao", " there", (F.TERM, "brackets.term", LOW)),
    ("it was a ", "change", " there", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("led by ", "head of the harbour", " Nowak", (F.IDENTIFICATION, "brackets.office", MEDIUM)),
    ("led by ", "sea of the harbour", " Nowak", (F.WORDS, UNCLAIMED, LOW)),
    ("They give and ", "continue to", " give", (F.WORDS, "brackets.leads-on", HIGH)),
    ("the general ", "interest", " first", (F.WORDS, "brackets.noun", MEDIUM)),
    ("Wolski's ", "new", " house", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("style. ", "Wolski's", " house", (F.WORDS, "brackets.possessor", MEDIUM)),
    ("and so ", "Polish", " men", (F.WORDS, "brackets.adjective", MEDIUM)),
    ("the harbour", ". T", "he ships", (F.OMITTED, "brackets.punctuation", HIGH)),
    ("the harbour", ".T", "[2]he ships", (F.OMITTED, "brackets.punctuation", HIGH)),
    ("the harbour ", "Wolski. T", "he", (F.WORDS, UNCLAIMED, LOW)),
    ("the harbour.", "2", "he ships", (F.NOTE_NUMBER, "brackets.note-number", HIGH)),
    ("on ", "2", "nd March", (F.DATE, "brackets.date-part", HIGH)),
    ("He left. What is to be done ", "?", " The men", (F.OMITTED, "brackets.punctuation", MEDIUM)),
    ("He left. What is to be done ", "?", " by them", (F.DOUBT, "brackets.question", LOW)),
    ("What is it? He left Karlow ", "?", " The men", (F.DOUBT, "brackets.question", LOW)),
    ("5. ", "The envoy asks for more ships.", " Nowak", (F.OMISSION, "brackets.summary", MEDIUM)),
    (
        "and so it is. 3, 4. ",
        "The envoy asks for more ships.",
        "",
        (F.OMISSION, "brackets.summary", MEDIUM),
    ),
    (
        "he has 4 and ",
        "The envoy asks for more ships.",
        "",
        (F.WORDS, "brackets.function-word", HIGH),
    ),
    ("5. ", "The envoy", " asks for more", (F.WORDS, "brackets.function-word", HIGH)),
    ("", "ABC: A 1838, 160/11", "", (F.EDITORIAL, "brackets.reference", MEDIUM)),
    ("was taken ", "shangle hendade", " in", (F.TERM, "brackets.term", LOW)),
    ("was taken ", "hendade", " in", (F.WORDS, UNCLAIMED, LOW)),
]


@pytest.mark.parametrize(
    ("before", "inner", "after", "decided"),
    CASES,
    ids=[f"{before}[{inner}]{after}" for before, inner, after, _ in CASES],
)
def test_each_rule_has_hits_and_near_misses(
    before: str, inner: str, after: str, decided: Decision
) -> None:
    """The words around a bracket and within it say what it does."""
    assert classify(Context(inner, before, after)) == decided


def test_a_shelfmark_is_certain_if_the_page_gives_it_for_itself() -> None:
    """What the page itself calls its reference, is one; another may be of another document."""
    own = Context("ABC: A1838, 160/11", "", "", own=True)
    assert classify(own) == (F.EDITORIAL, "brackets.reference", HIGH)


def test_a_word_of_the_block_before_says_nothing() -> None:
    """A name that opens a block does not explain the name that ends the block before."""
    text = "They left for Moscow\n\n[Stalin] wrote to them."
    assert marked(text, NOTE, SUPPLIED, annotator=_annotate) == [("[Stalin]", UNCLAIMED)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("then [he] left", SUPPLIED, "[he]"),
        ("the [troops?] left", UNCLEAR, "[troops?]"),
        ("the rest [...] follows", GAP, "[...]"),
        ("the word [illegible] follows", GAP, "[illegible]"),
        ("it went on [page 2] there", PAGE_BREAK, "[page 2]"),
        ("Comrade Nowak (?) left", NOTE, "(?)"),
        ("the goverment /sic/ left", NOTE, "/sic/"),
        ('it ended. [handwritten in ink: "no"] so', ADDITION, '[handwritten in ink: "no"]'),
        ("the goverment [sic] fell", NOTE, "[sic]"),
        ("and Filippov [Stalin] wrote", NOTE, "[Stalin]"),
        ("as he said[1] then", NOTE_ANCHOR, "[1]"),
        ("the com[munist] side", EXPANSION, "[munist]"),
    ],
)
def test_each_function_becomes_a_kind(text: str, kind: Kind, words: str) -> None:
    """The annotation covers the brackets with their words, and is of the function's kind."""
    kinds = (SUPPLIED, UNCLEAR, GAP, NOTE, NOTE_ANCHOR, EXPANSION, PAGE_BREAK, ADDITION)
    found = marked(text, *kinds, annotator=_annotate)
    of_kind = marked(text, kind, annotator=_annotate)
    assert found[:1] == of_kind
    assert [w for w, _ in of_kind] == [words]


def test_bracket_characters_are_markup() -> None:
    """Both characters of a pair, and only they, are hidden as markup."""
    made = list(_annotate(cable("so [he] left")))
    spans = [a.span for a in made if isinstance(a, Annotation) and a.kind is MARKUP]
    assert [(s.start, s.end) for s in spans] == [(3, 4), (6, 7)]


def test_an_expansion_marks_the_word_that_it_completes() -> None:
    """The word with its brackets is the expanded form, in both of two neighbours."""
    made = marked("the F[oreign] M[inistry]'s note", EXPANDED, annotator=_annotate)
    assert [words for words, _ in made] == ["F[oreign]", "M[inistry]"]


def test_a_stray_bracket_is_reported_and_of_low_certainty() -> None:
    """The finding points at the bracket; the annotation says which of the two is there."""
    text = "So it is. The Polish side] and [the delegation left"
    made = list(_annotate(cable(text)))
    assert codes([f for f in made if not isinstance(f, Annotation)], text) == [
        ("TC201", "]"),
        ("TC202", "["),
    ]
    details = [a.detail for a in made if isinstance(a, Annotation) and a.kind is SUPPLIED]
    assert details == [
        Bracket(F.WORDS, opened=False, closed=True),
        Bracket(F.WORDS, opened=True, closed=False),
    ]
    assert {a.cert for a in made if isinstance(a, Annotation)} == {LOW}


def test_the_extent_in_a_message_is_shortened() -> None:
    """A message quotes at most 60 characters of what a stray bracket holds."""
    (item,) = (
        f
        for f in _annotate(cable("a" * 30 + " " + "b" * 40 + "]"))
        if not isinstance(f, Annotation)
    )
    assert item.message.endswith(f"“{'a' * 30} {'b' * 26}...”")


def test_brackets_that_stay_are_reported_and_not_annotated() -> None:
    """Empty brackets are text, with a finding that says so."""
    text = "nothing [] here"
    (item,) = _annotate(cable(text))
    assert not isinstance(item, Annotation)
    assert codes([item], text) == [("TC206", "[]")]
    assert "there are no words in it" in item.message


@pytest.mark.parametrize(
    ("inner", "language", "tag"),
    [
        ("ustuplena", "ru", "ru-Latn"),
        ("ustuplena", "", ""),
        ("na mestakh", "ru", "ru-Latn"),
        ("na mestakh", "zh", ""),
        ("pristupit k obiednineniiu", "", "ru-Latn"),
        ("Kooperatsiya", "ru", "ru-Latn"),
        ("Georgii", "ru", ""),
        ("уступка", "ru", "ru"),
        ("уступка", "bg", "bg"),
        ("yongbuzhao", "", "zh-Latn"),
        ("buli", "zh", "zh-Latn"),
        ("buli", "", ""),
        ("human", "zh", ""),
        ("negotiate", "zh", ""),
        ("Luda", "zh", ""),
        ("毛泽东", "zh", "zh"),
        ("földreform", "hu", "hu"),
        ("földreform", "", ""),
        ("the mestakh", "ru", ""),
        ("proletariat", "ru", ""),
    ],
)
def test_the_language_of_a_term_is_told_by_its_shape(inner: str, language: str, tag: str) -> None:
    """Script tells, else the shapes of words, the more if the page names the language."""
    assert told(inner, language)[0] == tag


@pytest.mark.parametrize(
    ("inner", "extent"),
    [
        ("one word missing", Extent("word", 1, 1)),
        ("One or two words unclear", Extent("word", 1, 2)),
        ("3-4 lines illegible", Extent("line", 3, 4)),
        ("first two lines redacted", Extent("line", 2, 2)),
        ("Paragraph's last line redacted", Extent("line", 1, 1)),
        ("several words missing", Extent("word")),
        ("first line and half of second line redacted", Extent("line")),
        ("page 5 missing", Extent("page", 1, 1)),
        ("pages 3-5 missing", Extent("page", 3, 3)),
        ("pages 5-3 missing", None),
        ("two letters illegible", Extent("chars", 2, 2)),
        ("illegible", None),
    ],
)
def test_a_gap_says_how_much_is_missing(inner: str, extent: Extent | None) -> None:
    """Numbers before a unit count it, numbers after it name the first and the last."""
    assert extent_of(inner) == extent


@pytest.mark.parametrize(
    ("note", "rule"),
    [
        ("Words in square brackets have been inserted from a copy.", "brackets.noted"),
        ("Changes in square brackets are editorial.", "brackets.noted"),
        ("The words in brackets fell.", "brackets.unclaimed"),
    ],
)
def test_a_note_may_say_what_brackets_are(note: str, rule: str) -> None:
    """Where a note says whose the words in brackets are, no other rule has to."""
    text = f"He took [brisk cuts] then.\n\n1 {note}"
    made = [a for a in _annotate(cable(text)) if isinstance(a, Annotation) and a.kind is SUPPLIED]
    assert [a.rule for a in made] == [rule]


@pytest.mark.parametrize(
    "note",
    [
        "Words in square brackets are alterations made by hand by Novak to the file copy.",
        "The figures in square brackets were written in by hand.",
        "Additions in square brackets are in Novak's hand.",
    ],
)
def test_a_note_may_say_that_brackets_are_by_hand(note: str) -> None:
    """What a hand put in is an addition, though the sentence may seem to need it."""
    text = f"He took [brisk cuts] and [the] bread [illegible] then.\n\n1 {note}"
    rule = "brackets.noted-hand"
    made = marked(text, ADDITION, annotator=_annotate)
    assert made == [("[brisk cuts]", rule), ("[the]", rule)]
    assert words_of(text, ADDITION) == ["[brisk cuts]", "[the]"]
    assert marked(text, GAP, annotator=_annotate) != []


@pytest.mark.parametrize(
    "note",
    ["Words in square brackets are not by hand.", "The words by hand are in brackets.", "By hand."],
)
def test_near_misses_of_a_note_on_hands(note: str) -> None:
    """A note that does not say so of the words in brackets leaves them supplied."""
    text = f"He took [brisk cuts] then.\n\n1 {note}"
    assert marked(text, ADDITION, annotator=_annotate) == []


@pytest.mark.parametrize(("mark", "kind"), [("[?]", SUPPLIED), ("/?/", NOTE)])
def test_only_a_square_bracket_supplies_the_mark_of_a_question(mark: str, kind: Kind) -> None:
    """A question mark between other marks doubts the word before, in a question too."""
    text = f"Who went there {mark} Then he came"
    assert marked(text, kind, annotator=_annotate)[0][0] == mark


def test_a_closing_bracket_alone_is_no_gloss() -> None:
    """How far it reaches back is a guess: what it holds is not what the words before mean."""
    text = "It was Gao [Gang] Wang Jiaxiang] then"
    assert marked(text, NOTE, annotator=_annotate) == []


def test_a_term_names_its_language() -> None:
    """The note of the type term has the language of its words."""
    made = list(_annotate(cable("it was ceded [уступка] so")))
    (term,) = (a for a in made if isinstance(a, Annotation) and a.kind is NOTE)
    assert isinstance(term.detail, Bracket)
    assert term.detail.language == "ru"


@pytest.mark.parametrize(
    ("bracket", "place"),
    [
        ('[handwritten in the left margin: "no"]', "margin-left"),
        ('[handwritten in the right-hand margin: "no"]', "margin-right"),
        ('[in the margin: "no"]', "margin"),
        ('[handwritten at the bottom of the page: "no"]', "bottom"),
        ('[handwritten on the left side: "no"]', "left"),
        ("[handwritten: no]", ""),
    ],
)
def test_the_words_of_a_hand_are_added_where_it_wrote(bracket: str, place: str) -> None:
    """The description tells the place, and stands in the addition."""
    made = [a for a in _annotate(cable(f"It ended. {bracket} so")) if isinstance(a, Annotation)]
    (added,) = (a for a in made if a.kind is ADDITION)
    assert isinstance(added.detail, Bracket)
    assert added.detail.place == place
    assert [a.span.start for a in made if a.kind is DESCRIPTION] == [len("It ended. [")]


@pytest.mark.parametrize(
    "bracket",
    ['[handwritten [in ink] in the margin: "no"]', '[handwritten in the\n\nmargin: "no"]'],
)
def test_a_description_that_other_things_stand_in_is_not_parted(bracket: str) -> None:
    """The whole bracket is a note where its description holds a bracket or a break."""
    assert marked(f"so {bracket} it", ADDITION, annotator=_annotate) == []
    assert marked(f"so {bracket} it", DESCRIPTION, annotator=_annotate) == []


def test_a_description_without_words_of_the_hand_is_a_note() -> None:
    """Nothing is added where the bracket only says that something is written by hand."""
    assert marked("so [handwritten] P179", ADDITION, annotator=_annotate) == []
    assert marked("so [handwritten] P179", NOTE, annotator=_annotate) != []


@pytest.mark.parametrize(
    ("inner", "n"),
    [
        ("page 2", "2"),
        ("page three", "3"),
        ("p. 14", "14"),
        ("page one of four", "1"),
        ("page break", ""),
    ],
)
def test_a_mark_of_a_page_tells_its_number(inner: str, n: str) -> None:
    """The number of the page is in figures, and empty where the mark names none."""
    made = [a for a in _annotate(cable(f"so [{inner}] it")) if isinstance(a, Annotation)]
    assert [a.detail for a in made if a.kind is PAGE_BREAK] == [PageBreak(n)]


@pytest.mark.parametrize("text", ["a [[very old]] b", "the word [SIC} b", "the word [sic) b"])
def test_marks_that_do_not_match_are_reported(text: str) -> None:
    """The finding is at the bracket, and the annotation is of low certainty."""
    made = list(_annotate(cable(text)))
    assert [f.code for f in made if not isinstance(f, Annotation)] == ["TC210"]
    assert {a.cert for a in made if isinstance(a, Annotation)} == {LOW}


@pytest.mark.parametrize(
    ("text", "kind"),
    [("it all ended [page 4] there", PAGE_BREAK), ("it all ended [page\n\n4] there", NOTE)],
)
def test_a_mark_of_a_page_stands_in_one_block(text: str, kind: Kind) -> None:
    """A pair over two blocks is no point in the text: it is taken for an editor's words."""
    (made,) = [a for a in _annotate(cable(text)) if isinstance(a, Annotation) and a.kind is kind]
    assert made.span.of(text) == text[text.index("[") : text.index("]") + 1]


@pytest.mark.parametrize(
    ("inner", "description", "place"),
    [
        (
            'written by hand in the left 2. But who pays?"',
            "written by hand in the left",
            "margin-left",
        ),
        ("handwritten at the top But who pays?", "handwritten at the top", "top"),
        ("in the right margin “But “who” pays?”", "in the right margin", "margin-right"),
        ("handwritten over the text: who pays?", "handwritten over the text:", "above"),
        ('handwritten in the left from whom?"', "handwritten in the left", "margin-left"),
        ('handwritten in the left sign [[ pod."]]', "handwritten in the left", "margin-left"),
    ],
)
def test_what_a_hand_wrote_begins_after_the_place(inner: str, description: str, place: str) -> None:
    """A number, a sentence or a quotation right after the place is what the hand wrote."""
    made = list(_annotate(cable(f"it ended. [{inner}] so")))
    (added,) = (a for a in made if isinstance(a, Annotation) and a.kind is ADDITION)
    assert isinstance(added.detail, Bracket)
    assert added.detail.place == place
    assert marked(f"it ended. [{inner}] so", DESCRIPTION, annotator=_annotate)[0][0] == description


@pytest.mark.parametrize(
    "inner",
    [
        "handwritten in the left",
        "in the margin of a copy for Nowak",
        "handwritten in the left by a clerk",
    ],
)
def test_a_description_alone_is_no_addition(inner: str) -> None:
    """Where nothing follows that a hand wrote, the whole bracket is a note."""
    assert marked(f"it ended. [{inner}] so", NOTE, annotator=_annotate) == [
        (f"[{inner}]", "brackets.hand")
    ]


def test_an_unclaimed_bracket_in_a_remark_is_a_note() -> None:
    """The tool supplies nothing to what a hand or an editor wrote; outside it does."""
    text = "views [Translator's note: views [held] there] then rallies [held] there"
    assert ("[held]", UNCLAIMED) in marked(text, NOTE, annotator=_annotate)
    assert marked(text, SUPPLIED, annotator=_annotate) == [("[held]", UNCLAIMED)]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("It went.\n\n[Source: [page 2]\n\nIt.", ["It went.", "[Source: [page 2]", "It."]),
        ("It went.\n\n[Contains // all\n\nIt.", ["It went.", "[Contains // all", "It."]),
        ("It went.\n\n[Source: a book]\n\nIt came.", ["It went.", "It came."]),
    ],
)
def test_a_remark_with_a_mark_of_a_page_is_a_paragraph(text: str, paragraphs: list[str]) -> None:
    """Its parts stand in one line; a remark without one is a block of its own."""
    assert words_of(text, PARAGRAPH) == paragraphs
