"""Blocks that end in what a name must follow, or in the first part of a known name.

A title (`to meet Mr.`) or initials (`of A. B.`) call for a name.
Pages that part paragraphs at every full stop part them there too.
"""

from __future__ import annotations

import re

from tei_cable.authority import in_use
from tei_cable.model import EntityKind

_TITLE = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sen|Rev|Hon)\.$")
_INITIALS = re.compile(
    r"(?<![\w.])(?!U\. S|D\. C)[A-Z]\. [A-Z]\.$"
    r"|\b(?:of|by|with|and|or|to|from|for|(?:Mr|Mrs|Dr|Sir)\.?) [A-Z]\.$"
)
_CAPITAL = re.compile(r"[A-ZÀ-Ž][a-zà-ž]")
_NAME = re.compile(r"(?:[A-Z]\. ?)*[A-Z](?:[\w'’-]*[a-zà-ž])(?=[\s,.'’])")


def awaits_name(line: str, rest: str) -> bool:
    """Whether a line ends in a title or in initials, and what follows begins with a name."""
    if not line.endswith("."):
        return False
    if _TITLE.search(line):
        return rest[:1].isupper()
    return _INITIALS.search(line) is not None and _NAME.match(rest) is not None


def parts_name(line: str, rest: str) -> bool:
    """Whether a person's name of the authority files begins in a line and ends in what follows."""
    before, after = line.split()[-2:], [w.strip(",.;:’'") for w in rest.split()[:2]]
    if not (before and after and _CAPITAL.match(before[-1]) and _CAPITAL.match(after[0])):
        return False
    if line.isupper() or not line[-1].isalpha():
        return False
    authority = in_use()
    return any(
        authority.named(" ".join((*before[-m:], *after[:n])), EntityKind.PERSON) is not None
        for m in (1, 2)
        for n in (1, 2)
    )
