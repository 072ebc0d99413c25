"""Measure what the files of names cannot have learnt from the documents they are measured on.

    python tools/halves.py GOLD_FOLDER

The documents are halved, every other one in the order of their names. Of each half is measured:
all as shipped; without the file of persons; and without each entry, of whatever kind, of which any
name stands in that half. The last is the least that can be expected of texts whose every name is
new: no state, no city, nobody is known, only the rules and word lists are left.

A fourth row leaves out the entries that stand in this half and in no document of the other: what
was put in for one document alone must be among them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from measuring import HEADING, body_of, certainty, gold_files, measure, row, without

from tei_cable.authority import Authority, shipped
from tei_cable.evaluation import Score
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence


def met(files: Sequence[Path]) -> frozenset[str]:
    """Return the ids of the entries of which a name stands in the documents, sure or not."""
    found = (
        bearer.entity.id
        for file in files
        for kind in EntityKind
        for hit in shipped().find(" ".join(body_of(file).split()), kind)
        for bearer in shipped().bearers(hit.form)
    )
    return frozenset(found)


def less(gone: frozenset[str]) -> Authority:
    """Return the shipped authority without the entries of some ids."""
    return without(lambda form: form.entity.id in gone)


def main() -> None:
    """Print a table of F1 by kind for each half, and for both."""
    files = gold_files(Path(sys.argv[1]))
    halves = [files[::2], files[1::2]]
    no_persons = without(lambda form: form.entity.kind is EntityKind.PERSON)
    whole: dict[str, Score] = {}
    print(HEADING)
    for number, half in enumerate(halves):
        here, there = met(half), met(halves[1 - number])
        rows = {
            "as shipped": shipped(),
            "no file of persons": no_persons,
            "no entry met in this half only": less(here - there),
            "no entry met in this half": less(here),
        }
        for name, authority in rows.items():
            score = measure(half, authority)
            print(row(f"{'first' if number == 0 else 'second'} half, {name}", score))
            whole.setdefault(name, Score()).add(score)
    for name, score in whole.items():
        print(row(f"both halves, {name}", score))
        print("  " + certainty(score))


if __name__ == "__main__":
    main()
