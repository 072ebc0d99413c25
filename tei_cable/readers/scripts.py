"""Which scripts a text is in: a page may show the original after its translation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.findings import Finding
    from tei_cable.model import Span

_SCRIPTS = {
    "Latin": re.compile("[A-Za-z\u00c0-\u024f]"),
    "Cyrillic": re.compile("[\u0400-\u04ff]"),
    "Greek": re.compile("[\u0370-\u03ff]"),
    "Hebrew": re.compile("[\u0590-\u05ff]"),
    "Arabic": re.compile("[\u0600-\u06ff]"),
    "Han": re.compile("[\u3040-\u30ff\u4e00-\u9fff]"),
    "Hangul": re.compile("[\uac00-\ud7af]"),
}
_WEIGHT = {"Han": 3, "Hangul": 2}  # a character of these says as much as so many letters
_LEAST = 200  # letters; fewer are a quotation, a name or a term


def several_scripts(text: str, blocks: Sequence[Span]) -> Iterator[Finding]:
    """Yield a finding where blocks in another script than the first begin, if they are many."""
    letters: dict[str, int] = {}
    first: dict[str, Span] = {}
    for block in blocks:
        words = block.of(text)
        counts = {name: len(p.findall(words)) for name, p in _SCRIPTS.items()}
        script = max(counts, key=counts.__getitem__)
        if counts[script]:
            first.setdefault(script, block)
            letters[script] = letters.get(script, 0) + counts[script] * _WEIGHT.get(script, 1)
    many = [name for name in first if letters[name] >= _LEAST]
    for name in many[1:]:
        message = f"text in {name} script follows text in {many[0]}: more than one version is kept"
        yield finding("TC112", message, span=first[name])
