"""Blocks that end in what a name must follow: a title (`to meet Mr.`), or initials (`of A. B.`).

Pages that part paragraphs at every full stop part them there too.
"""

from __future__ import annotations

import re

_TITLE = re.compile(r"(?<!\w)(?:Mr|Mrs|Ms|Messrs|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sen|Rev|Hon)\.$")
_INITIALS = re.compile(
    r"(?<![\w.])(?!U\. S|D\. C)[A-Z]\. [A-Z]\.$"
    r"|\b(?:of|by|with|and|or|to|from|for|(?:Mr|Mrs|Dr|Sir)\.?) [A-Z]\.$"
)
_NAME = re.compile(r"(?:[A-Z]\. ?)*[A-Z](?:[\w'’-]*[a-zà-ž])(?=[\s,.'’])")


def awaits_name(line: str, rest: str) -> bool:
    """Whether a line ends in a title or in initials, and what follows begins with a name."""
    if not line.endswith("."):
        return False
    if _TITLE.search(line):
        return rest[:1].isupper()
    return _INITIALS.search(line) is not None and _NAME.match(rest) is not None
