"""The blocks whose structure is known before the structure is sought."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from tei_cable.kinds import (
    CLOSER,
    FLOATING_TEXT,
    HEAD,
    LIST,
    NOTE_TEXT,
    OPENER,
    PARAGRAPH,
    PARTICIPANTS,
    POSTSCRIPT,
    SPEECH,
    TABLE,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from tei_cable.cable import Cable
    from tei_cable.model import Span

_WHOLE_BLOCKS = frozenset(
    {
        LIST,
        PARTICIPANTS,
        SPEECH,
        TABLE,
        FLOATING_TEXT,
        NOTE_TEXT,
        HEAD,
        PARAGRAPH,
        OPENER,
        CLOSER,
        POSTSCRIPT,
    }
)


def are_free(blocks: Iterable[Span], seen: Container[Span]) -> bool:
    """Whether none of the blocks is seen: what is made of them then crosses nothing."""
    return not any(block in seen for block in blocks)


def seen_blocks(cable: Cable) -> frozenset[Span]:
    """Return the blocks that the reader, or the annotator of notes, says what they are."""
    starts = [block.start for block in cable.blocks]
    return frozenset(
        cable.blocks[n]
        for a in cable.annotations
        if a.kind in _WHOLE_BLOCKS
        for n in range(bisect_left(starts, a.span.start), bisect_left(starts, a.span.end))
    )
