"""The head of a telegram: its lines down to the subject, whatever stands among them.

`ACTION AB-05`, `O 202100Z OCT 79`, `FM AMEMBASSY X`, `TO SECSTATE Y`, `X 8952`, `TAGS: Z`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.addressees import label
from tei_cable.annotators.lines import count
from tei_cable.annotators.marks import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

_SURE = re.compile(
    r"FM [A-Z]{2,}|(?:TAGS|Tags):|E\.O\. ?\d{5}:|(?:[OPRZ] )*[OPRZ] \d{6}Z [A-Z]{3} \d\d$"
)
_LINES: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.ADDRESSEE, re.compile(r"(?:ACTION|INFO|TO|RU[A-Z]{3,6}/?) (?=[A-Z])")),
    (Role.ADDRESSEE, re.compile(r"(?:[A-Z]{1,5}-\d\d(?= |$) ?){2,}")),
    (Role.BYLINE, re.compile(r"FM (?=[A-Z])")),
    (Role.NUMBER, re.compile(r"[A-Z]{2,}(?: [A-Z]{2,}){0,3} \d{3,6}")),
)
_ITEM = re.compile(r"\d{1,3}[.．] ")
_GO_ON = frozenset({Role.ADDRESSEE, Role.SUBJECT, Role.REFERENCE})
_MOST_LINES = 40
_LONGEST = 60  # words; a longer line is a paragraph


def telegram_line(row: str) -> Role | None:
    """Return what a line among those of a telegram's head says by itself, if it says anything."""
    for role, pattern in _LINES:
        whole = role is Role.NUMBER
        if pattern.fullmatch(row) if whole else pattern.match(row):
            return role
    labelled = label(row)
    return labelled[0] if labelled else None


def head_end(rows: Sequence[str]) -> int:
    """Return how many rows the head of a telegram has, 0 if the rows begin with none.

    It ends with the last labelled line before the first item or paragraph; below the subject
    only references and the like may follow.
    """
    end, sure, subject = 0, False, False
    for number, row in enumerate(rows[:_MOST_LINES]):
        if _ITEM.match(row) or count(row) > _LONGEST:
            break
        role = telegram_line(row)
        if role is None or (subject and role not in (Role.SUBJECT, Role.REFERENCE)):
            continue
        sure = sure or _SURE.match(row) is not None
        subject = subject or role is Role.SUBJECT
        end = number + 1
    return end if sure else 0


def goes_on(above: Role | None, *, directly: bool) -> Role:
    """Return what an unknown line is: more of a labelled line right above, or a remark."""
    return above if directly and above is not None and above in _GO_ON else Role.NOTE
