"""Measure what the authority files and what the rules find, each alone and both.

    python tools/ablation.py GOLD_FOLDER

The folder has a text (.txt) and its gold encoding (.json, offsets into the text) for each
document; the bodies are annotated without a reader, so that nothing but recognition is measured.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import fields
from pathlib import Path

from tei_cable.annotators import annotate
from tei_cable.authority import Authority, shipped, using
from tei_cable.authority.index import rows_of
from tei_cable.cable import Cable
from tei_cable.encoded import Encoded, Mention, read_gold
from tei_cable.evaluation import Score, evaluate
from tei_cable.kinds import DATE, ORGANISATION, PERSON, PLACE, ROLE_NAME
from tei_cable.metadata import Field, Metadata
from tei_cable.model import Annotation, DateValue, EntityKind, Span
from tei_cable.readers.folding import fold, lines_of

KINDS = {PERSON: "person", PLACE: "place", ORGANISATION: "org", DATE: "date"}
_DATING = {"when": "when", "start": "from", "end": "to"}
_BOUNDS = {"not_before": "notBefore", "not_after": "notAfter"}


def cable_of(file: Path) -> Cable:
    """Return the body of a gold document as a reader would: with its date and title."""
    gold = json.loads(file.read_text("utf-8"))
    start, end = gold["body"]
    text = file.with_suffix(".txt").read_bytes().decode("utf-8")[start:end]
    folded = fold(text, lines_of(text))
    header = {"date": gold["header"].get("date_iso"), "title": gold["header"].get("title")}
    known = {name: Field(value, Span(0, 0)) for name, value in header.items() if value}
    return Cable(folded.text, folded.blocks, folded.origin, Metadata(**known))


def encoded(cable: Cable, *, only_lists: bool = False) -> Encoded:
    """Return what is recognised in a cable; with `only_lists` what an authority file knows."""
    made = annotate(cable)
    roles = {a.span.start: a.span.end for a in made.annotations if a.kind is ROLE_NAME}
    found = [a for a in made.annotations if a.kind in KINDS]
    if only_lists:
        found = [a for a in found if ".authority" in a.rule]
    return Encoded(cable.text, tuple(_mention(a, roles) for a in found))


def _mention(made: Annotation, roles: dict[int, int]) -> Mention:
    core = Span(min(roles.get(made.span.start, made.span.start), made.span.end), made.span.end)
    value: list[tuple[str, str]] = []
    if isinstance(made.detail, DateValue):
        names = _DATING | _BOUNDS
        pairs = ((names[f.name], getattr(made.detail, f.name)) for f in fields(made.detail))
        value = [(name, when) for name, when in pairs if when]
    return Mention(KINDS[made.kind], made.span, core, made.cert.value, tuple(sorted(value)))


def without(*kinds: EntityKind) -> Authority:
    """Return the shipped authority without the entries of some kinds."""
    forms = [form for form in shipped().forms if form.entity.kind not in kinds]
    entities, tables = rows_of(forms)
    return Authority.of_rows(entities, tables, {})


def measure(files: list[Path], authority: Authority, *, only_lists: bool = False) -> Score:
    """Return the score of all documents with an authority in use."""
    score = Score()
    with using(authority):
        for file in files:
            made = encoded(cable_of(file), only_lists=only_lists)
            score.add(evaluate(read_gold(file), made, file.stem))
    return score


def main() -> None:
    """Print a table of F1 by kind."""
    files = sorted(Path(sys.argv[1]).glob("*.json"))
    every = tuple(EntityKind)
    rows = {
        "lists only": (shipped(), True),
        "rules only (no entry of any kind)": (without(*every), False),
        "rules, no list of persons": (without(EntityKind.PERSON), False),
        "lists and rules": (shipped(), False),
    }
    print(f"{'':34} person  place    org   date    all")
    for name, (authority, only_lists) in rows.items():
        begun = time.process_time()
        score = measure(files, authority, only_lists=only_lists)
        row = [*(tally.f1 for tally in score.kinds.values()), score.total.f1]
        seconds = time.process_time() - begun
        print(f"{name:34} " + "  ".join(f"{f1:5.3f}" for f1 in row) + f"   {seconds:.1f} s")
    shares = (f"{c} {score.right[c]} of {score.claimed[c]}" for c in ("high", "medium", "low"))
    print("right by certainty: " + ", ".join(shares))


if __name__ == "__main__":
    main()
