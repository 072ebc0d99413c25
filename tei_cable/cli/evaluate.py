"""`tei-cable evaluate`: how good names and dates are, measured against an encoding by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.cli.common import Exit
from tei_cable.encoded import read_gold, read_tei
from tei_cable.errors import SourceError
from tei_cable.evaluation import Score, Tally, evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator

_CERTAINTIES = ("high", "medium", "low")


@click.command("evaluate")
@click.argument("gold", type=click.Path(path_type=Path))
@click.argument("made", type=click.Path(path_type=Path))
@click.option("--faults", default=20, show_default=True, help="Say so many of what went wrong.")
@click.option("--json", "as_json", is_flag=True, help="Write figures and faults as JSON.")
@click.option("--fail-under", type=float, default=0.0, help="Exit with 1 if F1 is below this.")
def command(gold: Path, made: Path, faults: int, *, as_json: bool, fail_under: float) -> None:
    """Compare the names and dates of MADE with those of GOLD.

    GOLD is a TEI file encoded by hand, or JSON with offsets into the .txt beside it; MADE is TEI.
    Both may be folders: then files of one name are compared.
    """
    score = Score()
    for name, hand, machine in _pairs(gold, made):
        score.add(evaluate(read_gold(hand), read_tei(_read(machine), str(machine)), name))
    click.echo(_json(score) if as_json else _table(score))
    for fault in [] if as_json else score.faults[:faults]:
        click.echo(f"  {fault}")
    failed = score.total.f1 < fail_under
    click.get_current_context().exit(Exit.FINDINGS if failed else Exit.CLEAN)


def _pairs(gold: Path, made: Path) -> Iterator[tuple[str, Path, Path]]:
    if not gold.is_dir():
        yield "", gold, made
        return
    files = sorted(f for f in gold.iterdir() if f.suffix in (".json", ".xml"))
    if not files:
        raise SourceError(str(gold), "the folder has no .json and no .xml")
    for file in files:
        yield file.stem, file, made / f"{file.stem}.xml"


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError(str(file), error.strerror or "cannot be read") from error


def _table(score: Score) -> str:
    lines = ["kind      gold  found  precision  recall     F1  overlap"]
    for kind, tally in [*score.kinds.items(), ("all", score.total)]:
        overlap = tally.loose / tally.gold if tally.gold else 0.0
        lines.append(
            f"{kind:8} {tally.gold:5} {tally.found:6}  {tally.precision:9.3f}  {tally.recall:6.3f}"
            f"  {tally.f1:5.3f}  {overlap:7.3f}"
        )
    dates = score.kinds["date"]
    lines.append(f"dates rightly valued: {dates.dated_right} of {dates.dated}")
    for cert in _CERTAINTIES:
        claimed, right = score.claimed[cert], score.right[cert]
        share = f" ({right / claimed:.1%})" if claimed else ""
        lines.append(f"certainty {cert}: {right} of {claimed} right{share}")
    return "\n".join(lines)


def _json(score: Score) -> str:
    def figures(tally: Tally) -> dict[str, float]:
        return {
            "gold": tally.gold,
            "found": tally.found,
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
        }

    dates = score.kinds["date"]
    whole = {
        "kinds": {kind: figures(tally) for kind, tally in score.kinds.items()},
        "all": figures(score.total),
        "dates": {"right": dates.dated_right, "of": dates.dated},
        "certainty": {c: {"right": score.right[c], "of": score.claimed[c]} for c in _CERTAINTIES},
        "faults": score.faults,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)
