"""What each pair of brackets does, and the annotations that say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import brackets
from tei_cable.annotators.bracket_rules import Context, Decision, classify
from tei_cable.kinds import (
    EXPANDED,
    EXPANSION,
    GAP,
    MARKUP,
    NOTE,
    NOTE_ANCHOR,
    SUPPLIED,
    UNCLEAR,
)
from tei_cable.model import Annotation, Bracket, BracketFunction, Certainty
from tests.annotators.cables import cable, codes, marked

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
    ("on ", "2", " March", (F.WORDS, "brackets.date-part", HIGH)),
    ("in 19", "53", " then", (F.WORDS, "brackets.date-part", HIGH)),
    ("as he said ", "1234", "", (F.WORDS, UNCLAIMED, LOW)),
    ("the rest ", "...", " is clear", (F.OMISSION, "brackets.ellipsis", HIGH)),
    ("the rest ", "… ", " is clear", (F.OMISSION, "brackets.ellipsis", HIGH)),
    ("the rest ", "... stays", " is clear", (F.WORDS, UNCLAIMED, LOW)),
    ("", "matter omitted", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("", "Here follows a list of ships", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("", "Paragraphs 3 to 7 are omitted here", "", (F.OMISSION, "brackets.omitted", HIGH)),
    ("one point ", "omitted", " there", (F.OMISSION, "brackets.omitted", HIGH)),
    ("one point ", "Polish texts omitted to name", "", (F.WORDS, UNCLAIMED, LOW)),
    ("we saw ", "one word missing", " there", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("we saw ", "two lines are illegible", "", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("we saw the ", "missing words", " there", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("we saw ", "missing men", " there", (F.WORDS, "brackets.participle", MEDIUM)),
    ("the goverment ", "sic", " fell", (F.SIC, "brackets.sic", HIGH)),
    ("the 27th ", "sic, should be 28th", "", (F.SIC, "brackets.sic", HIGH)),
    ("the ", "sick", " man", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("", "handwritten: send to all", "", (F.HANDWRITING, "brackets.hand", HIGH)),
    ("", "in the left margin: no", "", (F.HANDWRITING, "brackets.hand", HIGH)),
    ("kept ", "in the office", " there", (F.WORDS, "brackets.function-word", HIGH)),
    ("", "signature", " A. Novak", (F.SIGNATURE, "brackets.signature", HIGH)),
    ("", "illegible signature", "", (F.ILLEGIBLE, "brackets.illegible", HIGH)),
    ("they ", "signify", " little", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("", "Translator's note: a pun", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("", "stamp: received", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("", "page 2", "", (F.EDITORIAL, "brackets.remark", HIGH)),
    ("the ", "translator", " spoke", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("Zhong ", "?", " left", (F.EDITORIAL, "brackets.question", LOW)),
    ("Ningxia", ".", " With", (F.WORDS, "brackets.punctuation", HIGH)),
    ("he said ", '"', "yes", (F.WORDS, "brackets.punctuation", HIGH)),
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
        (F.GLOSS, "brackets.abbreviation-explained", HIGH),
    ),
    (
        "the Mongolian People's Republic ",
        "MPR",
        "",
        (F.GLOSS, "brackets.abbreviation-explained", HIGH),
    ),
    ("the Mongolian People's Army ", "XYZ", " is", (F.WORDS, UNCLAIMED, LOW)),
    ("he told him ", "U Thant", " that", (F.GLOSS, "brackets.pronoun-explained", HIGH)),
    ("he told him ", "Mr. Somebody", " that", (F.WORDS, UNCLAIMED, LOW)),
    ("and Beiping ", "Beijing", " fell", (F.GLOSS, "brackets.other-name", MEDIUM)),
    ("and Filippov ", "Stalin", " wrote", (F.GLOSS, "brackets.other-name", MEDIUM)),
    ("and Comrade ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("but then ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("they left Moscow. ", "Stalin", " wrote", (F.WORDS, UNCLAIMED, LOW)),
    ("on 22 ", "November", " he", (F.WORDS, "brackets.date-part", HIGH)),
    ("statement ", "of 28 October", " he", (F.WORDS, "brackets.date-part", HIGH)),
    ("statement ", "Novembers", " he", (F.WORDS, UNCLAIMED, LOW)),
    ("", "It", " is late", (F.WORDS, "brackets.function-word", HIGH)),
    ("", "Item", " is late", (F.WORDS, UNCLAIMED, LOW)),
    ("rallies ", "being held", " there", (F.WORDS, "brackets.function-word", HIGH)),
    ("rallies ", "going on", " there", (F.WORDS, "brackets.participle", MEDIUM)),
    ("rallies ", "held", " there", (F.WORDS, UNCLAIMED, LOW)),
    ("their ", "old", " view", (F.WORDS, "brackets.premodifier", MEDIUM)),
    ("views ", "old", " view", (F.WORDS, UNCLAIMED, LOW)),
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
        ("the goverment [sic] fell", NOTE, "[sic]"),
        ("and Filippov [Stalin] wrote", NOTE, "[Stalin]"),
        ("as he said[1] then", NOTE_ANCHOR, "[1]"),
        ("the com[munist] side", EXPANSION, "[munist]"),
    ],
)
def test_each_function_becomes_a_kind(text: str, kind: Kind, words: str) -> None:
    """The annotation covers the brackets with their words, and is of the function's kind."""
    found = marked(text, SUPPLIED, UNCLEAR, GAP, NOTE, NOTE_ANCHOR, EXPANSION, annotator=_annotate)
    of_kind = marked(text, kind, annotator=_annotate)
    assert [w for w, _ in found] == [w for w, _ in of_kind] == [words]


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
