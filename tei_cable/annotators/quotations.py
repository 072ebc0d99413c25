"""Passages in double quotation marks, and marks that have no partner.

Typographic marks pair by their shape; straight ones open before a word and close after one.
Marks are paired within a block, and stay in the text. A single mark that closes (after
punctuation, so that it is no apostrophe) and that nothing opened is reported.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.kinds import QUOTE
from tei_cable.model import Annotation, Certainty, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding

_DOUBLE = re.compile(r'["“”„]')
_SINGLE = re.compile(
    r"""(?P<opening>(?:(?<=[\s(\[“"])|^)['‘](?=[^\W\d]))|(?<=[.,;:!?])['’](?=[\s)\]]|$)"""
)


def annotate(cable: Cable) -> Iterator[Annotation | Finding]:
    """Yield a quotation for each pair of double marks, a finding for each stray mark."""
    for block in cable.blocks:
        yield from _double(cable.text, block)
        yield from _single(cable.text, block)


def _double(text: str, block: Span) -> Iterator[Annotation | Finding]:
    opened: int | None = None
    for match in _DOUBLE.finditer(text, block.start, block.end):
        at = match.start()
        if opened is None and _opens(text, at, block):
            opened = at
        elif opened is not None and not _opens(text, at, block, inside=True):
            rule = "quotations.double"
            yield Annotation(Span(opened, at + 1), QUOTE, rule, Certainty.HIGH)
            opened = None
        else:
            yield _unpaired(text, at)
    if opened is not None:
        yield _unpaired(text, opened)


def _opens(text: str, at: int, block: Span, *, inside: bool = False) -> bool:
    if text[at] in "“„":
        return not (inside and text[at] == "“" and not text[at + 1 : at + 2].isalnum())
    before = text[at - 1] if at > block.start else " "
    return text[at] == '"' and before in " \t([-–—" and text[at + 1 : at + 2].strip() != ""


def _single(text: str, block: Span) -> Iterator[Finding]:
    opened = 0
    for match in _SINGLE.finditer(text, block.start, block.end):
        if match["opening"]:
            opened += 1
        elif opened:
            opened -= 1
        else:
            yield _unpaired(text, match.start())


def _unpaired(text: str, at: int) -> Finding:
    message = f"the quotation mark {text[at]} has no partner; it stays in the text"
    return finding("TC204", message, span=Span(at, at + 1))
