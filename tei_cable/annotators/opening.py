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
from tei_cable.annotators.head_lines import (
    diary,
    is_heading,
    is_item,
    is_office,
    is_received,
    is_remark,
    letterhead,
    may_be_remark,
    names_document,
    numbered,
)
from tei_cable.annotators.lines import (
    LETTERS,
    bare,
    count,
    date_at_end,
    dateline_at_end,
    ends_sentence,
)
from tei_cable.annotators.marks import Part, Role, parts
from tei_cable.annotators.telegram_heads import goes_on, head_end, telegram_line
from tei_cable.annotators.topic_lines import names_topic, refers
from tei_cable.authority import in_use
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_LINES = 40  # of an opener, at most
_NUMBER = re.compile(r"\d{2,5}\.")  # of a telegram, above its first paragraph
_CODE_WORD = re.compile(r" ?\[[A-Z]{3,}\]")
_SHORT = 12
_LONGEST_HEADING = 40
_LONGEST_NOTE = 120
_LONGEST_DATELINE = 4


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
        self._telegram = head_end(rows)
        self.lines: list[OpenerLine] = []

    def read(self) -> None:
        last = min(len(self._rows) - 1, _LINES)
        while len(self.lines) < last:
            number = len(self.lines)
            found = self._of_telegram(number) or self._known(number) or self._between(number, last)
            if not found:
                break
            self.lines.append(OpenerLine(number, found))
        while self.lines and self.lines[-1].role is Role.HEADING and not self._stays():
            self.lines.pop()
        self._topic()

    def _stays(self) -> bool:
        """Whether the last heading is the title, or belongs to the first line of a diary."""
        return self._repeats_title() or any(len(line.parts) > 1 for line in self.lines[-2:])

    def _topic(self) -> None:
        """Add the line below the opener that says what the text is about."""
        number = len(self.lines)
        if 0 < number < len(self._rows) - 1 and not any(self._directly[number : number + 2]):
            row, following = self._rows[number], self._rows[number + 1]
            if self.lines[-1].role is not Role.HEADING and names_topic(row, following):
                self.lines.append(OpenerLine(number, _Whole(row).of(Role.TOPIC)))

    def _of_telegram(self, number: int) -> tuple[Part, ...]:
        """Return the parts of a line in the head of a telegram, which no line ends."""
        if number >= self._telegram:
            return ()
        row = self._rows[number]
        above = self.lines[-1].role if self.lines else None
        role = telegram_line(row)
        if role is None and (found := parts(bare(row))):
            return found
        return _Whole(row).of(role or goes_on(above, directly=self._directly[number]))

    def _known(self, number: int) -> tuple[Part, ...]:
        """Return the parts of a line that says by itself, or by the line above, what it is."""
        row = self._rows[number]
        whole = _Whole(row)
        if role := self._labelled(row):
            return whole.of(role)
        if found := parts(bare(row)) or letterhead(row) or numbered(row) or self._diary(number):
            return found
        if _marked_with_word(row):
            return whole.of(Role.MARK)
        if _NUMBER.fullmatch(row) and self._rows[number + 1].startswith(("1.", "1\\.")):
            return whole.of(Role.NUMBER)
        if self._addressed(number):
            return whole.of(Role.ADDRESSEE)
        role = Role.REFERENCE if refers(row) else self._below(number)
        if role is None and (is_remark(row) or self._is_title(row)):
            role = Role.NOTE if is_remark(row) else Role.HEADING
        return whole.of(role) if role else ()

    def _labelled(self, row: str) -> Role | None:
        """Return what a line is by its label, or by the label alone above it."""
        above, self._label = self._label, None
        if labelled := label(row):
            role, alone = labelled
            self._label = role if alone else None
            return role
        return above if count(row) <= _LONGEST_HEADING else None

    def _below(self, number: int) -> Role | None:
        """Return what a line is that goes on with the one above."""
        if not self.lines:
            return None
        above, row = self.lines[-1].role, bare(self._rows[number]).text
        is_place = in_use().named(row.rstrip(" .,").title(), EntityKind.PLACE) is not None
        if above is Role.HEADING:
            return above if self._says_with_whom(number) else None
        if above is Role.ADDRESSEE:
            goes_on = self._directly[number] and continues(row) and not is_heading(row)
            spaced = row != self._rows[number] and is_place
            return above if goes_on or spaced else None
        if above is Role.DATELINE:
            if is_place and dateline_at_end(bare(self._rows[number - 1]).text) == 0:
                has_place = not self._rows[number - 1][0].isdigit()
                return None if has_place else Role.DATELINE
            return Role.BYLINE if is_office(row) and not is_item(row) else None
        return None

    def _diary(self, number: int) -> tuple[Part, ...]:
        return () if number else diary(self._rows[number])

    def _says_with_whom(self, number: int) -> bool:
        """Whether a line goes on with the heading that ends the first line of a diary."""
        row = self._rows[number]
        below = len(self.lines[-1].parts) > 1 and self._directly[number]
        short = count(row) <= _LONGEST_HEADING and not ends_sentence(row)
        return below and short and row.startswith("with ")

    def _between(self, number: int, last: int) -> tuple[Part, ...]:
        """Return the parts of a short line that the opener goes on after."""
        row = self._rows[number]
        if number + 1 >= last or is_item(row):
            return ()
        whole = _Whole(row)
        strong = self._strong(number + 1)
        if not self.lines and is_received(row) and count(row) <= _LONGEST_NOTE:
            return whole.of(Role.NOTE) if strong else ()
        named = names_document(row) and count(row) <= _LONGEST_HEADING
        if not (named or count(row) <= _SHORT) or not (strong or self._strong(number + 2)):
            return ()
        if may_be_remark(row):
            return whole.of(Role.NOTE)
        dated = date_at_end(bare(row).text) is not None
        if dated and strong and count(row) <= _LONGEST_DATELINE and row[:1].isupper():
            return whole.of(Role.DATELINE)  # of a place whose name is garbled
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
        row = self._rows[number]
        if number >= len(self._rows) - 1 or is_item(row):
            return False
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


def _marked_with_word(row: str) -> bool:
    """Whether a line is marks with a word in brackets that was a mark too: `IMMEDIATE [ABC]`."""
    rest = bare(_CODE_WORD.sub("", row))
    found = parts(rest) if len(rest.text) < len(bare(row).text) else ()
    return bool(found) and all(part.role is Role.MARK for part in found)


@dataclass(frozen=True, slots=True)
class _Whole:
    row: str

    def of(self, role: Role) -> tuple[Part, ...]:
        return (Part(role, 0, len(self.row)),)
