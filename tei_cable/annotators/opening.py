"""How a document begins: its opener, line by line, with headings that stand between the lines.

A line is a mark of secrecy or urgency, a number, a place with a date, a label of a memorandum
(`To:`, `Subject:`), an addressee, a greeting, or several of them. A short line that is none of
these is taken in only if the opener goes on after it. The last block is never part of an opener.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.annotators.addressees import addresses, continues, greets, label
from tei_cable.annotators.lines import (
    LETTERS,
    bare,
    count,
    dateline_at_end,
    ends_sentence,
    is_dateline,
)
from tei_cable.annotators.marks import Part, Role, parts
from tei_cable.authority import shipped, words
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_DOCUMENT = re.compile(
    r"(?:(?:an? |the )?(?:top secret |secret |confidential |urgent |coded )?)?(?:memorand(?:um|a)"
    r"|note(?: verbale)?|report|aide[- ]m[ée]moire|(?:cable|tele|cipher)(?:gram)?|letter|minutes?"
    r"|protocol|draft|information|record of (?:the )?(?:conversation|talks?|meeting)"
    r"|memorandum of (?:a )?conversation|circular|notice|resolution|directive|dispatch|despatch"
    r"|message|excerpts?|extracts?|annex|summary|journal|diary|translation|stenographic record)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:Translat(?:ion|ed)|Draft\b|Version\b|Received\b|Dictated\b|Forwarded\b|Extract\b"
    r"|Excerpt|Repeated\b|Circulated\b|From the (?:diary|journal)"
    r"|Carbon copy|Original\b|Pages?\b|Sheets?\b)"
)
_RECEPTION = re.compile(
    r"[(\[]|(?:Note|Comment|Remark|Minute)s? (?:by|of|from) |(?:Received|Circulated|Forwarded"
    r"|Copied|Distributed)\b|(?:Please|To be) (?:circulate|forward)|For circulation"
)
_ITEM = re.compile(r"\(?\w{1,4}\)\s|\d+[.．]\s|[-–—•*]\s?")
_LINES = 30  # of an opener, at most
_SHORT = 12
_LONGEST_HEADING = 40
_LONGEST_NOTE = 120


@dataclass(frozen=True, slots=True)
class OpenerLine:
    """A block of an opener, by its number, and what its parts are."""

    block: int
    parts: tuple[Part, ...]

    @property
    def role(self) -> Role:
        """What the line ends with."""
        return self.parts[-1].role


def opening(rows: Sequence[str], directly: Sequence[bool], title: str) -> list[OpenerLine]:
    """Return the lines that open a document, from the first on; the last is never a heading.

    `rows` are the blocks of the text, `directly` says of each whether it stands right below the
    one before, without a blank line. A heading that repeats the `title` of the page opens a text
    by itself.
    """
    made = _Opening(rows, directly, title)
    made.read()
    return made.lines


class _Opening:
    def __init__(self, rows: Sequence[str], directly: Sequence[bool], title: str) -> None:
        self._rows = rows
        self._directly = directly
        self._title = {t.lower() for t in LETTERS.findall(title)}
        self._label: Role | None = None  # of a label that stands above its words
        self.lines: list[OpenerLine] = []

    def read(self) -> None:
        last = min(len(self._rows) - 1, _LINES)
        while len(self.lines) < last:
            number = len(self.lines)
            found = self._known(number) or self._between(number, last)
            if not found:
                break
            self.lines.append(OpenerLine(number, found))
        while self.lines and self.lines[-1].role is Role.HEADING and not self._repeats_title():
            self.lines.pop()

    def _known(self, number: int) -> tuple[Part, ...]:
        """Return the parts of a line that says by itself, or by the line above, what it is."""
        row = self._rows[number]
        whole = _Whole(row)
        if self._label:
            role, self._label = self._label, None
            if count(row) <= _LONGEST_HEADING and not label(row):
                return whole.of(role)
        labelled = label(row)
        if labelled:
            role, alone = labelled
            self._label = role if alone else None
            return whole.of(role)
        if found := parts(bare(row)) or _letterhead(row):
            return found
        if greets(row) or (addresses(row) and not self._recurs(number)):
            return whole.of(Role.ADDRESSEE)
        if role := self._below(number):
            return whole.of(role)
        return whole.of(Role.HEADING) if self._is_title(row) else ()

    def _below(self, number: int) -> Role | None:
        """Return what a line is that goes on with the one above."""
        if not self.lines:
            return None
        above, row = self.lines[-1].role, bare(self._rows[number]).text
        is_place = shipped().named(row.rstrip(" .,").title(), EntityKind.PLACE) is not None
        if above in (Role.ADDRESSEE, Role.BYLINE):
            goes_on = self._directly[number] and continues(row) and not is_heading(row)
            spaced = row != self._rows[number] and is_place
            return above if goes_on or spaced else None
        if above is Role.DATELINE:
            if is_place:
                return Role.DATELINE
            return Role.BYLINE if _is_office(row) and not _ITEM.match(row) else None
        return None

    def _between(self, number: int, last: int) -> tuple[Part, ...]:
        """Return the parts of a short line that the opener goes on after."""
        row = self._rows[number]
        if number + 1 >= last or _ITEM.match(row):
            return ()
        whole = _Whole(row)
        strong = self._strong(number + 1)
        if not self.lines and _RECEPTION.match(row) and count(row) <= _LONGEST_NOTE:
            return whole.of(Role.NOTE) if self._addressed(number + 1) else ()
        if count(row) > _SHORT or not (strong or self._strong(number + 2)):
            return ()
        if row[0] in "([" or _REMARK.match(row):
            return whole.of(Role.NOTE)
        heading = not ends_sentence(row) and row[:1].isupper() and row[-1] not in ",;"
        return whole.of(Role.HEADING) if heading and strong else ()

    def _strong(self, number: int) -> bool:
        """Whether a block can be nothing but a line of an opener."""
        if number >= len(self._rows) - 1:
            return False
        row = self._rows[number]
        labelled = label(row)
        return bool((labelled and not labelled[1]) or parts(bare(row)) or self._addressed(number))

    def _addressed(self, number: int) -> bool:
        if number >= len(self._rows) - 1:
            return False
        row = self._rows[number]
        return greets(row) or (addresses(row) and not self._recurs(number))

    def _recurs(self, number: int) -> bool:
        """Whether a name with a colon begins another block too: then it is a speaker's."""
        row = self._rows[number]
        if not row.endswith(":") or re.match(r"\[?to\b", row, re.IGNORECASE):
            return False
        return any(other.startswith(row) for n, other in enumerate(self._rows) if n != number)

    def _is_title(self, row: str) -> bool:
        """Whether a line is the document's name: it repeats the page's title, or says its type."""
        text = bare(row).text
        if is_heading(text):
            return True
        tokens = {t.lower() for t in LETTERS.findall(text)}
        few = len(self._title) > 2 and count(text) <= _LONGEST_HEADING
        same = len(tokens & self._title)
        return few and 5 * same >= 4 * len(tokens) and 5 * same >= 3 * len(self._title)

    def _repeats_title(self) -> bool:
        return self._is_title(self._rows[self.lines[-1].block])


@dataclass(frozen=True, slots=True)
class _Whole:
    row: str

    def of(self, role: Role) -> tuple[Part, ...]:
        return (Part(role, 0, len(self.row)),)


def is_heading(text: str) -> bool:
    """Whether a line is no more than the name of a kind of document: `Memorandum`."""
    return _DOCUMENT.fullmatch(text.strip(" .:")) is not None and text[:1].isupper()


def _letterhead(row: str) -> tuple[Part, ...]:
    """Return an office, and the place and date that stand in its line: `Section 2 Bonn, 5 May`."""
    line = bare(row)
    at = dateline_at_end(line.text, known=False)
    if not at or line.text[at - 1] != " " or is_dateline(row, known=False):
        return ()
    office = line.text[:at].strip()
    tokens = re.findall(r"\S+", office)
    capital = all(not t[0].islower() or t in words("function-words") for t in tokens)
    if not tokens or len(tokens) > _SHORT or not capital or re.search(r"\w{3}\. |[.:;]$", office):
        return ()
    cut = line.cut(at)
    return Part(Role.BYLINE, 0, cut - 1), Part(Role.DATELINE, cut, len(row))


def _is_office(text: str) -> bool:
    """Whether a line is the name of an office that writes: `Asian Section`, `Head of Section 2`."""
    tokens = LETTERS.findall(text)
    if not 1 < len(tokens) <= _SHORT or ends_sentence(text) or text.isupper():
        return False
    capital = all(t[0].isupper() or t in words("function-words") for t in tokens)
    body = tokens[-1] in words("org-heads")
    office = tokens[0].lower() in words("offices") or tokens[0] == "Head"
    return capital and tokens[0] != "The" and (body or office)
