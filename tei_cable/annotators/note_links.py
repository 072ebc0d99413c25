"""Numbers that lead to no note, and notes that no number leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.kinds import NOTE_ANCHOR, NOTE_TEXT
from tei_cable.model import Numbered
from tei_cable.notes import number_of, returns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding


def annotate(cable: Cable) -> Iterator[Finding]:
    """Yield a finding for each number without a note, and for each note without a number."""
    anchors = [
        (number_of(a.span.of(cable.text)), a)
        for a in cable.annotations
        if a.kind is NOTE_ANCHOR and not returns(a)
    ]
    notes = [
        (a.detail.n.lower(), a)
        for a in cable.annotations
        if a.kind is NOTE_TEXT and isinstance(a.detail, Numbered) and a.detail.n
    ]
    texts = {number for number, _ in notes}
    for number, anchor in anchors:
        if number not in texts:
            words = anchor.span.of(cable.text)
            message = f"“{words}” leads to no note: there is no text with this number"
            yield finding("TC207", message, span=anchor.span)
    led = {number for number, _ in anchors}
    for number, note in notes:
        if number not in led:
            message = f"no number in the text leads to note {number}"
            yield finding("TC208", message, span=note.span)
