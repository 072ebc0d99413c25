"""What the measuring tools have in common: gold documents as cables, and what is found in them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.annotators import annotate
from tei_cable.authority import Authority, shipped, using
from tei_cable.authority.index import Form, rows_of
from tei_cable.cable import Cable
from tei_cable.encoded import Encoded, Mention, read_gold
from tei_cable.evaluation import Score, evaluate
from tei_cable.kinds import DATE, ORGANISATION, PERSON, PLACE, ROLE_NAME
from tei_cable.metadata import Field, Metadata
from tei_cable.model import Annotation, DateValue, Span
from tei_cable.readers.folding import fold, lines_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

KINDS = {PERSON: "person", PLACE: "place", ORGANISATION: "org", DATE: "date"}
CERTAINTIES = ("high", "medium", "low")
_DATING = {"when": "when", "start": "from", "end": "to"}
_BOUNDS = {"not_before": "notBefore", "not_after": "notAfter"}


def gold_files(folder: Path) -> list[Path]:
    """Return the gold documents of a folder, in the order of their names."""
    return sorted(f for f in folder.iterdir() if f.suffix in (".json", ".xml"))


def body_of(file: Path) -> str:
    """Return the text of the body of a gold document."""
    if file.suffix == ".xml":
        return "\n\n".join(filter(None, map(str.strip, read_gold(file).text.split("\n"))))
    start, end = json.loads(file.read_text("utf-8"))["body"]
    return file.with_suffix(".txt").read_bytes().decode("utf-8")[start:end]


def cable_of(file: Path) -> Cable:
    """Return the body of a gold document as a reader would: with its date and title."""
    if file.suffix == ".xml":
        root = etree.parse(file).getroot()
        days = root.xpath("string(//*[local-name()='creation']/*/@when)")
        return cable_of_text(body_of(file), str(days), str(root.findtext(".//{*}title")))
    header = json.loads(file.read_text("utf-8")).get("header", {})
    return cable_of_text(body_of(file), header.get("date_iso"), header.get("title"))


def cable_of_text(text: str, date: str | None = None, title: str | None = None) -> Cable:
    """Return a text as a reader would, given its date (ISO) and title where they are known."""
    folded = fold(text, lines_of(text))
    header = {"date": date, "title": title}
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


def without(leave_out: Callable[[Form], bool]) -> Authority:
    """Return the shipped authority without the entries of which `leave_out` takes a form."""
    gone = {form.entity.id for form in shipped().forms if leave_out(form)}
    entities, tables = rows_of(form for form in shipped().forms if form.entity.id not in gone)
    known = {row[0] for row in entities}
    seats = {s: c.id for s, c in shipped().capitals.items() if s in known and c.id in known}
    return Authority.of_rows(entities, tables, seats)


def measure(files: Iterable[Path], authority: Authority, *, only_lists: bool = False) -> Score:
    """Return the score of all documents with an authority in use."""
    score = Score()
    with using(authority):
        for file in files:
            made = encoded(cable_of(file), only_lists=only_lists)
            score.add(evaluate(read_gold(file), made, file.stem))
    return score


def row(name: str, score: Score) -> str:
    """Return a line of a table: F1 by kind, of all, and how many dates have the right value."""
    figures = [*(tally.f1 for tally in score.kinds.values()), score.total.f1]
    dates = score.kinds["date"]
    valued = f"{dates.dated_right}/{dates.dated}"
    return f"{name:44} " + "  ".join(f"{f1:5.3f}" for f1 in figures) + f"  {valued:>9}"


HEADING = f"{'':44} person place   org   date   all  ISO right"


def certainty(score: Score) -> str:
    """Return how many claims of each certainty are right."""
    shares = []
    for cert in CERTAINTIES:
        claimed, right = score.claimed[cert], score.right[cert]
        share = f" ({right / claimed:.1%})" if claimed else ""
        shares.append(f"{cert} {right} of {claimed}{share}")
    return "right by certainty: " + ", ".join(shares)
