"""How a document ends: the lines of its closer, and where what follows them begins.

From the end what may follow a signature is passed over: copies, orders, a typist's mark. The
closer is the run of short lines before that, if one of them is a date, a leave-taking or a name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators import signatures
from tei_cable.annotators.addressees import addresses
from tei_cable.annotators.following import follows, names_holding
from tei_cable.annotators.lines import LETTERS, bare, count, ends_sentence, is_dateline
from tei_cable.authority import words

if TYPE_CHECKING:
    from collections.abc import Sequence

_CLOSING_LINES = 6
_UNKNOWN_LINES = 3  # after a signature with a date
_FOLLOWING_LINES = 40


def closing(rows: Sequence[str], first: int, title: str) -> tuple[int, int]:
    """Return the range of the blocks that close a text, empty at the end if none do.

    `first` is the first block after the opener; it is never part of a closer.
    """
    end = _before_what_follows(rows, first)
    for last in range(end, max(first + 1, end - 1 - _UNKNOWN_LINES), -1):
        if _dated(rows[last - 1]) and all(map(_is_short, rows[last:end])):
            start = _first(rows, last - 1, first)
            return start, _with_addressee(rows, last)
    start = _undated(rows, first, end, title)
    return (start, _with_addressee(rows, end)) if start < end else (len(rows), len(rows))


def _before_what_follows(rows: Sequence[str], first: int) -> int:
    """Return the end of the blocks that may be the closer: before what only follows one."""
    end = len(rows)
    lowest = max(first + 1, end - _FOLLOWING_LINES)
    while end > lowest:
        row, above = rows[end - 1], rows[end - 2]
        typed_on = is_dateline(row) and follows(above) and not _closes(above)
        passed = names_holding(row) or typed_on
        if not passed and (_closes(row) or not _may_follow(row)):
            break
        end -= 1
    return end


def _may_follow(row: str) -> bool:
    return follows(row) or _addressed(row)


def _addressed(row: str) -> bool:
    return row.lower().startswith("to ") and addresses(row)


def _dated(row: str) -> bool:
    return signatures.closes_with_date(row) or signatures.dated_first(row)


def _closes(row: str) -> bool:
    """Whether a line closes a text beyond doubt, though it looks like what follows one."""
    signed = signatures.takes_leave(row) or signatures.is_signature(row)
    return _dated(row) or (signed and not follows(row))


def _is_short(row: str) -> bool:
    return count(row) <= signatures.SHORT


def _with_addressee(rows: Sequence[str], end: int) -> int:
    """Take in the addressee that some letters have below the signature."""
    return end + 1 if end < len(rows) and _addressed(rows[end]) else end


def _first(rows: Sequence[str], end: int, first: int) -> int:
    """Return where the run of short lines begins that ends before `end`; one block stays above."""
    start = end
    while start - 1 > first and end - start < _CLOSING_LINES:
        row = rows[start - 1]
        if not (signatures.may_sign(row) or _leaves(row)):
            break
        start -= 1
    return start


def _undated(rows: Sequence[str], first: int, end: int, title: str) -> int:
    """Return where a closer without a date begins: at a leave-taking, an office or a name."""
    start = _first(rows, end, first)
    named = [n for n in range(start, end) if _signs(rows, n, end, title)]
    taken = [n for n in range(start, end) if _leaves(rows[n])]
    if not named and not taken:
        return end
    begin = min([*named[:1], *taken[:1]])
    while begin > start and _leads(rows[begin - 1]):
        begin -= 1
    return begin


def _leaves(row: str) -> bool:
    return signatures.takes_leave(row) or signatures.cut(row)[0][0] is signatures.Closing.LEAVE


def _leads(row: str) -> bool:
    """Whether a line right above a name belongs to it: an office, or words with a comma."""
    return row.endswith(",") or (signatures.has_office(row) and not ends_sentence(row))


def _signs(rows: Sequence[str], number: int, end: int, title: str) -> bool:
    row = rows[number]
    if signatures.is_signature(row) or _is_entitled(row, title):
        return True
    above = rows[number - 1]
    is_last = number == end - 1
    ended = ends_sentence(above) or count(above) > signatures.SHORT or signatures.takes_leave(above)
    return is_last and ended and signatures.may_be_name(row)


def _is_entitled(row: str, title: str) -> bool:
    """Whether a line begins with a name that the page's title has, and names an office or none."""
    name, comma, office = bare(row).text.partition(",")
    tokens = LETTERS.findall(name)
    written = set(LETTERS.findall(title)) | {t.upper() for t in LETTERS.findall(title)}
    capital = 0 < len(tokens) <= 4 and all(
        t[0].isupper() and t.lower() not in words("function-words") for t in tokens
    )
    known = capital and all(t in written for t in tokens)
    return known and (not comma or signatures.has_office(office)) and not ends_sentence(row)
