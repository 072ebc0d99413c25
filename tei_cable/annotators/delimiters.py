"""Round brackets and slashes that an editor uses as others use square brackets: `/?/`, `(sic)`.

Only those count that hold nothing but an editor's word. `VKP(b)`, `resident(s)` and `and/or` are
the text's own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.pair import Pair
from tei_cable.model import Delimiters, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORDS = (
    r"\?|sic[!.]?|SIC[!.]?"
    r"|(?:(?:one|two|three|several|a few|\d{1,2}) )?(?:words?|lines?|pages?|signature|name)? ?"
    r"(?:illegible|unreadable|indecipherable)"
    r"|illegible (?:words?|lines?|signature|name)"
    r"|(?:one|two|three|several|\d{1,2}) (?:words?|lines?) (?:missing|unclear)"
    r"|(?:[Tt]ranslator|[Ee]ditor)['’]s? note: [^()/\[\]{}\n]{1,300}"
)
_EDITORIAL = {
    Delimiters.ROUND: re.compile(rf"(?<![\w)])\((?:{_WORDS})\)"),
    Delimiters.SLASH: re.compile(rf"(?<![\w/])/(?:{_WORDS})/(?![\w/])"),
}


def editorial(text: str) -> Iterator[Pair]:
    """Yield the round brackets and slashes that only hold an editor's word."""
    for delimiters, pattern in _EDITORIAL.items():
        for match in pattern.finditer(text):
            yield Pair(Span(*match.span()), delimiters=delimiters)
