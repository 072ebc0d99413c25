"""Single lines at the head of a document: its name, an office that writes, a remark."""

from __future__ import annotations

import re

from tei_cable.annotators.addressees import label
from tei_cable.annotators.lines import (
    LETTERS,
    bare,
    date_at_end,
    dateline_at_end,
    ends_sentence,
    is_dateline,
)
from tei_cable.annotators.marks import Part, Role, parts
from tei_cable.authority import words

_DOCUMENT = re.compile(
    r"(?:(?:an? |the )?(?:top secret |secret |confidential |urgent |coded )?)?(?:memorand(?:um|a)"
    r"|note(?: verbale)?|report|aide[- ]m[ée]moire|(?:cable|tele|cipher)(?:gram)?|letter|minutes?"
    r"|protocol|draft|information|record of (?:the )?(?:conversation|talks?|meeting)"
    r"|memorandum of (?:a )?conversation|circular|notice|resolution|directive|dispatch|despatch"
    r"|message|excerpts?|extracts?|annex|summary|journal|diary|translation|stenographic record)",
    re.IGNORECASE,
)
_DIARY = re.compile(r"From the (?:[Oo]fficial |[Ss]ervice |[Ww]ork )?(?:[Dd]iary|[Jj]ournal) of ")
_KIND_AT_END = re.compile(
    r" (?:Memorandum|Record|Transcript|Minutes|Notes?)"
    r"(?: of (?:an? |the )?(?:[Cc]onversation|[Tt]alk|[Mm]eeting)s?)?$"
)
_REMARK = re.compile(
    r"(?:Translat(?:ion|ed)|Draft\b|Version\b|Received\b|Dictated\b|Forwarded\b|Extract\b"
    r"|Excerpt|Repeated\b|Circulated\b|From the (?:diary|journal)"
    r"|Carbon copy|Original\b|Pages?\b|Sheets?\b)"
)
_REMARK_ALONE = re.compile(
    r"\(?(?:(?:unofficial |official )?translat(?:ion|ed) from (?:the )?\w+(?: (?:by|language)\b.*)?"
    r"|(?:\w+ )?(?:draft|version|extracts?|excerpts?)(?: \d+| [A-Z])?"
    r"|dictated (?:on|by) .{4,40})[.)]*",
    re.IGNORECASE,
)
_RECEPTION = re.compile(
    r"[(\[]|(?:Note|Comment|Remark|Minute)s? (?:by|of|from) |(?:Received|Circulated|Forwarded"
    r"|Copied|Distributed)\b|(?:Please|To be) (?:circulate|forward)|For circulation"
)
_ITEM = re.compile(r"\(?\w{1,4}\)\s|\d+[.．]\s|[-–—•*]\s?")
_LONGEST_OFFICE = 12


def names_document(text: str) -> bool:
    """Whether a line begins with the name of a kind of document."""
    return _DOCUMENT.match(text) is not None


def is_remark(line: str) -> bool:
    """Whether a line can only be a remark about the text: `Translation from Polish`, `Draft.`."""
    return _REMARK_ALONE.fullmatch(line) is not None


def may_be_remark(line: str) -> bool:
    """Whether a line among those of an opener is a remark: in brackets, or by its first word."""
    return line[0] in "([" or _REMARK.match(line) is not None


def is_received(line: str) -> bool:
    """Whether a block before the addressee is a note of the office that received the text."""
    return _RECEPTION.match(line) is not None


def is_item(line: str) -> bool:
    """Whether a line has the number or the dash of an item."""
    return _ITEM.match(line) is not None


def is_heading(text: str) -> bool:
    """Whether a line is no more than the name of a kind of document: `Memorandum`."""
    return _DOCUMENT.fullmatch(text.strip(" .:")) is not None and text[:1].isupper()


def letterhead(row: str) -> tuple[Part, ...]:
    """Return an office, and the place and date that stand in its line: `Section 2 Bonn, 5 May`.

    Without a place the words before the date must be an office's, or name the document's kind.
    """
    line = bare(row)
    at = dateline_at_end(line.text, known=False)
    if not at or line.text[at - 1] != " " or is_dateline(row, known=False):
        return ()
    office = line.text[:at].strip()
    dated = names_document(office)
    if not _may_write(office) or not (dated or is_office(office) or date_at_end(line.text) != at):
        return ()
    cut = line.cut(at)
    return Part(Role.NOTE if dated else Role.BYLINE, 0, cut - 1), Part(Role.DATELINE, cut, len(row))


def _may_write(office: str) -> bool:
    """Whether words before a dateline may be an office: capitals, and no end of a sentence."""
    tokens = office.split()
    capital = all(not t[0].islower() or t in words("function-words") for t in tokens)
    cut_short = re.search(r"\w{3}\. |[.:;]$", office) or tokens[-1] in words("function-words")
    return capital and len(tokens) <= _LONGEST_OFFICE and not cut_short


def diary(row: str) -> tuple[Part, ...]:
    """Return whose diary a text is from, and the marks, the date and the kind in the same line."""
    match = _DIARY.match(row)
    if not match:
        return ()
    kind = _KIND_AT_END.search(row, match.end())
    end = kind.start() if kind else len(row)
    for space in re.finditer(" ", row[:end]):
        start = space.end()
        found = parts(bare(row[start:end])) if start > match.end() else ()
        if not found or found[0].role not in (Role.MARK, Role.COPY):
            continue
        shifted = (Part(p.role, start + p.start, start + p.end) for p in found)
        head = (Part(Role.HEADING, end + 1, len(row)),) if kind else ()
        return Part(Role.BYLINE, 0, start - 1), *shifted, *head
    return ()


def numbered(row: str) -> tuple[Part, ...]:
    """Return the number of a telegram and the label after it: `346. Subject: Sugar`."""
    match = re.match(r"(?:[A-Z][a-z]+ )?\d[\d/]{1,}\\?\. ", row)
    after = label(row[match.end() :]) if match else None
    if not match or not after or after[1]:
        return ()
    number = Part(Role.NUMBER, 0, match.end() - 1)
    return number, Part(after[0], match.end(), len(row))


def is_office(text: str) -> bool:
    """Whether a line is the name of an office that writes: `Asian Section`, `Head of Section 2`."""
    tokens = LETTERS.findall(text)
    if not 1 < len(tokens) <= _LONGEST_OFFICE or ends_sentence(text) or text.isupper():
        return False
    capital = all(t[0].isupper() or t in words("function-words") for t in tokens)
    body = tokens[-1] in words("org-heads")
    office = tokens[0].lower() in words("offices") or tokens[0] == "Head"
    return capital and tokens[0] != "The" and (body or office)
