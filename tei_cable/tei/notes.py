"""Notes at the end and the numbers that point at them: the ids of the notes, and who points where.

The first anchor with a number points at the first note with that number, the second at the second
(where the notes of several parts are counted anew), and any after that at the last. The ids have
the numbers in them; what has no number (the heading above notes) is not pointed at.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from tei_cable import kinds
from tei_cable.model import Numbered
from tei_cable.notes import number_of, returns
from tei_cable.tei.elements import OPAQUE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.model import Annotation
    from tei_cable.nest import Node


_NAME = re.compile(r"[a-z0-9]+")


def _annotations(nodes: Sequence[Node]) -> Iterator[Annotation]:
    """Yield the annotations of a forest in order of the text, each once; only what is written."""
    for node in nodes:
        if not node.part:
            yield node.annotation
        if node.annotation.kind not in OPAQUE:
            yield from _annotations(node.children)


class Pointers(NamedTuple):
    """The ids of the notes in order; by where an anchor starts, what it points at, and its id."""

    notes: list[str]
    targets: dict[int, str]
    names: dict[int, str]


def pointers(text: str, forest: Sequence[Node]) -> Pointers:
    """Return which ids notes and anchors have; an anchor has one if its note points back at it."""
    ordered = list(_annotations(forest))
    found = Pointers([], {}, {})
    by_number = _note_ids(ordered, found.notes)
    used: dict[str, int] = defaultdict(int)
    first: dict[str, int] = {}
    for anchor in (a for a in ordered if a.kind is kinds.NOTE_ANCHOR and not returns(a)):
        number = number_of(anchor.span.of(text))
        if number in by_number:
            notes = by_number[number]
            target = notes[min(used[number], len(notes) - 1)]
            found.targets[anchor.span.start] = target
            first.setdefault(target, anchor.span.start)
            used[number] += 1
    _lead_back(ordered, first, found)
    return found


def _note_ids(ordered: Sequence[Annotation], ids: list[str]) -> dict[str, list[str]]:
    """Add the id of each note to `ids`, "" where it has none; return them by their numbers."""
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
    return by_number


def _lead_back(ordered: Sequence[Annotation], first: dict[str, int], found: Pointers) -> None:
    """Point the number before each note's text at the first anchor that leads to the note."""
    returning = {a.span.start for a in ordered if a.kind is kinds.NOTE_ANCHOR and returns(a)}
    texts = (a.span.start for a in ordered if a.kind is kinds.NOTE_TEXT)
    for name, start in zip(found.notes, texts, strict=True):
        if start in returning and name in first:
            found.targets[start] = f"{name}-ref"
            found.names[first[name]] = f"{name}-ref"
