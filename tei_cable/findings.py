"""What there is to say about a document: one record type, and the table of every code.

A finding about a conversion points into the source text; a finding about a TEI file points into
the XML. `docs/rules/CODE.md` explains each code of `RULES`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_cable.model import Span


class Severity(StrEnum):
    """How grave a finding is; only an `ERROR` makes a command exit with 1."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: its name, its severity, and what it says in a sentence."""

    name: str
    severity: Severity
    summary: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to say about one place.

    `line` and `column` count from 1, `column` in code points. `span` is an offset range into
    `Cable.text`, for findings whose place in the source is not resolved yet. `expected` lists
    what would have been accepted; `fix` says in a phrase how to mend it.
    """

    code: str
    severity: Severity
    message: str
    file: str = ""
    line: int | None = None
    column: int | None = None
    span: Span | None = None
    xpath: str = ""
    expected: tuple[str, ...] = ()
    fix: str = ""


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES: Mapping[str, Rule] = {
    "TC101": Rule("control-character", _W, "A character that XML cannot hold was left out."),
    "TC102": Rule("unparsed-citation", _W, "The citation names no archive that is recognised."),
    "TC103": Rule("undated", _W, "The page gives no date that can be read."),
    "TC104": Rule("unknown-banner", _W, "Words above the date are left out as a banner."),
    "TC105": Rule("running-head", _W, "A running head or a stamp was taken out of the text."),
    "TC106": Rule("untitled", _W, "The source gives no title."),
    "TC107": Rule("several-documents", _W, "Another document begins in the same file."),
    "TC108": Rule("form-left-out", _I, "What the source says by its form only was left out."),
    "TC109": Rule("guessed-field", _I, "A field was read off the text, which does not name it."),
    "TC110": Rule("field-kept-as-written", _W, "A field or character could not be made out."),
    "TC112": Rule("several-scripts", _W, "The text is in more than one script: several versions?"),
    "TC113": Rule("left-out", _I, "What is no part of the document is left out."),
    "TC114": Rule("guessed-summary", _I, "A paragraph without a label was taken for the summary."),
    "TC111": Rule("citation-remainder", _I, "A part of the citation is kept as plain text."),
    "TC115": Rule("unknown-party", _I, "Nothing says who the sender or the receiver is."),
    "TC116": Rule("contradictory-fields", _W, "Two fields of the source contradict each other."),
    "TC117": Rule("not-recognised", _W, "Names are not recognised in the text's language."),
    "TC201": Rule("stray-closing-bracket", _W, "A closing bracket has no opening one."),
    "TC202": Rule("stray-opening-bracket", _W, "An opening bracket has no closing one."),
    "TC203": Rule("unclassified-bracket", _W, "No rule says what a bracket does."),
    "TC204": Rule("unpaired-quotation-mark", _W, "A quotation mark has no partner."),
    "TC205": Rule("broken-paragraph", _I, "A paragraph broken in mid-sentence was joined."),
    "TC206": Rule("bracket-kept-as-text", _W, "Brackets are nested too deeply to be encoded."),
    "TC207": Rule("note-without-text", _W, "The number of a note leads to no text."),
    "TC208": Rule("note-without-anchor", _W, "No number leads to the text of a note."),
    "TC210": Rule("irregular-bracket", _W, "A bracket is doubled, or its two marks do not match."),
    "TC301": Rule("crossing-annotation", _W, "A tag was dropped since it crosses another."),
    "TC302": Rule("rival-annotation", _I, "Two readings of the same words: one was kept."),
    "TC303": Rule("date-differs", _W, "The document is dated on another day than the page says."),
    "TC304": Rule("two-bearers", _I, "A surname alone is borne by two: the last named is taken."),
    "TC305": Rule("near-double", _I, "Two entries have names that are nearly the same."),
    "TC401": Rule("unreadable", _E, "A file cannot be read."),
    "TC402": Rule("not-well-formed", _E, "A file is not well-formed XML."),
    "TC403": Rule("invalid", _E, "An element, attribute or value is not what the schema allows."),
    "TC404": Rule("constraint", _E, "A Schematron constraint of the schema is broken."),
    "TC405": Rule("unused-ignore", _I, "A rule is ignored that nothing would break."),
    "TC406": Rule("schema-not-used", _W, "A schema that the file names cannot be used."),
    "TC501": Rule("text-differs", _E, "The text of the TEI is not the text of the source."),
    "TC502": Rule("field-differs", _E, "A field of the source is not in its place in the header."),
    "TC503": Rule("unaccounted", _E, "Characters of the source belong to no field or text."),
    "TC504": Rule("digest-differs", _E, "The TEI was made from a file of other bytes."),
    "TC701": Rule("unusable-authority", _E, "An authority file, or an entry, cannot be used."),
    "TC702": Rule("misleading-name", _W, "A sure name in an authority file means other things."),
    "TC703": Rule("name-taken-over", _I, "A name of the shipped authority is another's now."),
    "TC801": Rule("not-converted", _E, "A document of a batch could not be converted."),
    "TC601": Rule("dangling-pointer", _E, "A pointer into the document leads to nothing."),
    "TC602": Rule("pointer-kind", _E, "A pointer leads to a thing of another kind."),
    "TC603": Rule("undeclared-prefix", _E, "A pointer has a prefix that is not declared so."),
    "TC604": Rule("parts-unanswered", _E, "Parts of one thing do not point to each other."),
    "TC605": Rule("dated-twice", _E, "A date is given in more than one way."),
    "TC606": Rule("date-order", _E, "A period ends before it begins."),
    "TC607": Rule("date-and-words", _W, "A date is not the one that its words say."),
    "TC608": Rule("unreadable-date", _W, "A date of the letter has no value for programs."),
    "TC609": Rule("header-dates", _W, "Dates of the header exclude each other."),
    "TC610": Rule("correspondence", _W, "The sending or receiving is not described whole."),
    "TC611": Rule("unmatched-choice", _E, "A choice holds readings that do not match."),
    "TC612": Rule("number-twice", _E, "Two paragraphs have one number."),
    "TC613": Rule("number-sequence", _W, "Paragraph numbers leave one out, or go back."),
    "TC614": Rule("empty-element", _W, "An element that should hold words is empty."),
    "TC615": Rule("digest", _E, "A digest does not have the form of one."),
    "TC617": Rule("document-name", _W, "The xml:id is not the document's number or file name."),
    "TC618": Rule("gap-unit", _E, "A gap counts what is missing, but not in which unit."),
    "TC619": Rule("mixed-quotes", _I, "Straight and typographic marks are mixed."),
    "TC620": Rule("misread-word", _I, "A word mixes letters and figures as a misreading does."),
    "TC621": Rule("odd-character", _I, "The text has a character that nobody can see or read."),
    "TC622": Rule("page-order", _I, "The numbers of the pages go back."),
    "TC623": Rule("several-main-titles", _E, "A document has more than one main title."),
    "TC624": Rule("related-item", _E, "A related item is named twice, or not at all."),
    "TC616": Rule("revision-order", _W, "The changes are not the newest first."),
}


def finding(  # noqa: PLR0913 (all by name: the fields of a Finding)
    code: str,
    message: str,
    *,
    file: str = "",
    line: int | None = None,
    column: int | None = None,
    span: Span | None = None,
    xpath: str = "",
    expected: tuple[str, ...] = (),
    fix: str = "",
) -> Finding:
    """Make a finding of the severity that `RULES` gives its code; KeyError for an unknown code."""
    severity = RULES[code].severity
    return Finding(code, severity, message, file, line, column, span, xpath, expected, fix)
