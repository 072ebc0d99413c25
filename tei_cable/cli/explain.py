"""`tei-cable explain`: why a TEI file is tagged as it is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.cli.common import read_bytes, refuse
from tei_cable.errors import SourceError
from tei_cable.explanation import explain
from tei_cable.findings import Finding

if TYPE_CHECKING:
    from tei_cable.explanation import Explanation

_SHOWN = 100


@click.command("explain")
@click.argument("place", metavar="FILE[:LINE]")
def command(place: str) -> None:
    """Say of each tag of a TEI FILE (- for stdin), or of one LINE, why it is there.

    For each tag: what it is and what it claims, the words of the source (brackets included),
    the rule that made it with its certainty, and what the rule looks at.
    """
    file, line = _parted(place)
    name, data = read_bytes(file)
    try:
        found = explain(data, name, line)
    except ValueError as error:
        raise SourceError(name, str(error)) from error
    if isinstance(found, Finding):
        refuse(found)
    if line is not None and found and found[0].line != line:
        click.echo(
            f"{name}: no tag of the text starts on line {line}; the nearest above:", err=True
        )
    if not found:
        click.echo(f"{name}: there is no tag of the text to explain", err=True)
    for item in found:
        click.echo("\n".join(_lines(item, name)))


def _parted(place: str) -> tuple[str, int | None]:
    """Part FILE:LINE; a file that has such a name as a whole is that file."""
    match = re.fullmatch(r"(.+):(\d+)", place)
    if match is None or Path(place).exists():
        return place, None
    return match[1], int(match[2])


def _lines(item: Explanation, name: str) -> list[str]:
    tag = " ".join((item.element, *item.claims))
    words = item.words if len(item.words) <= _SHOWN else f"{item.words[: _SHOWN - 1]}…"
    lines = [f"{name}:{item.line}:{item.column}: <{tag}> {words}"]
    said = [f"rule {item.rule}" if item.rule else "", item.cert and f"certainty {item.cert}"]
    said.append(item.resp and f"responsible {item.resp}")
    if any(said):
        lines.append(f"    {', '.join(filter(None, said))}")
    return [*lines, f"    {item.ground}"] if item.ground else lines
