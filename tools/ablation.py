"""Measure what the authority files and what the rules find, each alone and both.

    python tools/ablation.py GOLD_FOLDER [FAULTS]

The folder has TEI files encoded by hand (tests/gold), or a text (.txt) and its gold encoding
(.json, offsets into the text) for each document; the bodies are annotated without a reader, so that
nothing but recognition is measured. So many of the faults are printed as are asked for.
"""

from __future__ import annotations

import sys
from pathlib import Path

from measuring import HEADING, certainty, gold_files, measure, row, without

from tei_cable.authority import shipped
from tei_cable.model import EntityKind


def main() -> None:
    """Print a table of F1 by kind."""
    files = gold_files(Path(sys.argv[1]))
    rows = {
        "files of names only": (shipped(), True),
        "rules only, no file of names": (without(lambda _: True), False),
        "rules, and files without persons": (
            without(lambda form: form.entity.kind is EntityKind.PERSON),
            False,
        ),
        "both": (shipped(), False),
    }
    print(HEADING)
    for name, (authority, only_lists) in rows.items():
        score = measure(files, authority, only_lists=only_lists)
        print(row(name, score))
    print(certainty(score))
    for fault in score.faults[: int(sys.argv[2]) if len(sys.argv) > 2 else 0]:
        print(f"  {fault}")


if __name__ == "__main__":
    main()
