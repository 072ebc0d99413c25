"""The kinds of annotation: how deep each stands, and whether it may be cut to fit.

Rigid kinds are placed first, by rank, and are outer where two cover the same words; splittable
ones are cut where they cross what is placed. MARKUP is never placed: its characters are implied
by the annotation they delimit.

A reader that sees structure (HTML, docx) puts it into `Cable.annotations` itself, by rules called
"reader.<format>"; the structure annotator leaves those blocks alone. It does not mark plain
paragraphs, so that opener, closer and lists can be found among them. What it has to keep to:

* LIST, ITEM, SPEECH, TABLE, ROW, NOTE_TEXT, FLOATING_TEXT, HEAD and PARAGRAPH are over whole
  blocks of `Cable.blocks`, and are all there: a LIST has its ITEMs, a TABLE its ROWs.
* ITEM, NOTE_TEXT and CELL of one block have no PARAGRAPH in them. If they hold several blocks, or
  a LIST, each other block in them is a PARAGRAPH; an ITEM begins with words of its own. That holds
  of lines, too, that a mere line break parts (`br`): each is a block.
* ITEM and NOTE_TEXT have a `Numbered` as detail. If the number is in the text (`1.`, `[1]`), a
  LABEL lies over it, its brackets included; if it is not, there is no LABEL.
* A SPEECH begins with its SPEAKER; PARAGRAPHs, LISTs or TABLEs follow. The first may stand in
  the same block, after one space.
* The text of a ROW has ` | ` between the CELLs; `| ` before the first and ` |` after the last may
  be there. An empty CELL is a point between two bars. Where a ROW ends in an empty CELL, a bar
  follows.
* A FLOATING_TEXT holds an OPENER, PARAGRAPHs (or other blocks) and a CLOSER, as a text does; only
  the paragraphs must be there.
* A PAGE_BREAK is a point, or lies over the words that mark it. Within a PARAGRAPH such words stand
  in a line, or are a block between two blank lines.
* Where a HEAD has several blocks, a LINE_BREAK is a point at the beginning of each but the first.
* A NOTE_ANCHOR without brackets has the detail Bracket(NOTE_NUMBER, opened=False, closed=False).
"""

from __future__ import annotations

from dataclasses import dataclass

_INNERMOST_BLOCK = 4


@dataclass(frozen=True, slots=True, eq=False)  # each kind is itself alone, and quick to look up
class Kind:
    """What an annotation is; `rank` orders kinds from outer to inner.

    What is splittable never stands around a kind that `cuts`, unless around a rigid one that holds
    it: it is cut at its edges. So a paragraph is in no bracket, and a choice has its two parts.
    What is `bare` is written as it stands: no part of a splittable annotation is in it.
    """

    name: str
    rank: int
    splittable: bool = False
    cuts: bool = False
    bare: bool = False

    @property
    def is_block(self) -> bool:
        """Whether it stands between other blocks, or in a line of its own, and never in a name."""
        return self.cuts and self.rank <= _INNERMOST_BLOCK


MARKUP = Kind("markup", -1)

OPENER = Kind("opener", 0, cuts=True)
CLOSER = Kind("closer", 0, cuts=True)
POSTSCRIPT = Kind("postscript", 0, cuts=True)
FLOATING_TEXT = Kind("floating-text", -1, cuts=True)
LIST = Kind("list", 1, cuts=True)
PARTICIPANTS = Kind("participants", 1, cuts=True)
SPEECH = Kind("speech", 1, cuts=True)
TABLE = Kind("table", 1, cuts=True)
NOTE_TEXT = Kind("note-text", 1, cuts=True)
ITEM = Kind("item", 2, cuts=True)
ROW = Kind("row", 2, cuts=True)
CELL = Kind("cell", 3, cuts=True)
HEAD = Kind("head", 4, cuts=True)
SPEAKER = Kind("speaker", 4, cuts=True)
PARAGRAPH = Kind("paragraph", 4, cuts=True)
ORNAMENT = Kind("ornament", 4, cuts=True, bare=True)
CLASSIFICATION = Kind("classification", 4, cuts=True)
SALUTE = Kind("salute", 4, cuts=True)
SIGNED = Kind("signed", 4, cuts=True)
DATELINE = Kind("dateline", 4, cuts=True)
BYLINE = Kind("byline", 4, cuts=True)
TELEGRAM_NUMBER = Kind("telegram-number", 4, cuts=True, bare=True)
COPY_NUMBER = Kind("copy-number", 4, cuts=True, bare=True)
NUMBER = Kind("number", 4, cuts=True)
SUBJECT = Kind("subject", 4, cuts=True)
REFERENCE = Kind("reference", 4, cuts=True)
REMARK = Kind("remark", 4, cuts=True)
BLOCK_KINDS = frozenset({FLOATING_TEXT, LIST, PARTICIPANTS, SPEECH, TABLE, PARAGRAPH})

LABEL = Kind("label", 5, cuts=True)
PAGE_BREAK = Kind("page-break", 5, cuts=True, bare=True)
BREAK = Kind("break", 5)
LINE_BREAK = Kind("line-break", 5)
QUOTE = Kind("quote", 15, splittable=True)

ORGANISATION = Kind("organisation", 20)
PERSON = Kind("person", 21)
PLACE = Kind("place", 22)
DATE = Kind("date", 23)
TIME = Kind("time", 23)
NAME_KINDS = (ORGANISATION, PERSON, PLACE, DATE)

GAP = Kind("gap", 24, splittable=True)
NOTE = Kind("note", 24, splittable=True)
NOTE_ANCHOR = Kind("note-anchor", 24, splittable=True)

CHOICE = Kind("choice", 24)
ORIGINAL = Kind("original", 25, cuts=True)
REGULARISED = Kind("regularised", 25, cuts=True)
ABBREVIATION = Kind("abbreviation", 25, cuts=True)
FULL_FORM = Kind("full-form", 25, cuts=True)
CORRECTION = Kind("correction", 25, cuts=True)
WRONG = Kind("wrong", 25, cuts=True)
SIC = Kind("sic", 27)
ADDITION = Kind("addition", 24, splittable=True)
METAMARK = Kind("metamark", 24, splittable=True)
DESCRIPTION = Kind("description", 25)

ROLE_NAME = Kind("role-name", 25)
FORENAME = Kind("forename", 26)
SURNAME = Kind("surname", 26)

SPACED = Kind("spaced", 27)
EXPANDED = Kind("expanded", 28)
SUPPLIED = Kind("supplied", 30, splittable=True)
UNCLEAR = Kind("unclear", 30, splittable=True)
EXPANSION = Kind("expansion", 31, splittable=True)
