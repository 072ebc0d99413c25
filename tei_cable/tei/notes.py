"""Notes at the end and the numbers that point at them: the ids of the notes, and who points where.

The first anchor with a number points at the first note with that number, the second at the second
(where the notes of several parts are counted anew), and any after that at the last. The ids have
the numbers in them; what has no number (the heading above notes) is not pointed at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tei_cable import kinds
from tei_cable.model import Numbered
from tei_cable.notes import number_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.model import Annotation
    from tei_cable.nest import Node


_NAME = re.compile(r"[a-z0-9]+")


def _annotations(nodes: Sequence[Node]) -> Iterator[Annotation]:
    """Yield the annotations of a forest in order of the text, each once."""
    for node in nodes:
        if not node.part:
            yield node.annotation
        yield from _annotations(node.children)


def note_ids(text: str, forest: Sequence[Node]) -> tuple[list[str], dict[int, str]]:
    """Return the ids of the notes in order, and by the start of each anchor the id it points at."""
    ordered = list(_annotations(forest))
    ids: list[str] = []
    by_number: dict[str, list[str]] = defaultdict(list)
    for note in (a for a in ordered if a.kind is kinds.NOTE_TEXT):
        number = note.detail.n.lower() if isinstance(note.detail, Numbered) else ""
        if not number:
            ids.append("")
            continue
        alike = by_number[number]
        name = f"n{number}" if _NAME.fullmatch(number) else f"note{len(ids) + 1}"
        alike.append(f"{name}-{len(alike) + 1}" if alike else name)
        ids.append(alike[-1])
    used: dict[str, int] = defaultdict(int)
    targets: dict[int, str] = {}
    for anchor in (a for a in ordered if a.kind is kinds.NOTE_ANCHOR):
        number = number_of(anchor.span.of(text))
        if number in by_number:
            notes = by_number[number]
            targets[anchor.span.start] = notes[min(used[number], len(notes) - 1)]
            used[number] += 1
    return ids, targets
