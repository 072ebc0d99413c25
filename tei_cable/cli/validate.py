"""`tei-cable validate`: check TEI files against the schema."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.cli.common import finish, show
from tei_cable.findings import Finding, Severity, finding
from tei_cable.validation import Engine, validate_bytes

if TYPE_CHECKING:
    from collections.abc import Sequence

_STDIN = "-"


@click.command(name="validate")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--engine",
    type=click.Choice([engine.value for engine in Engine]),
    default=Engine.LXML.value,
    show_default=True,
    help="Who judges the grammar; xmlschema is independent of libxml2, and slower.",
)
def command(files: Sequence[str], engine: str) -> None:
    """Check TEI files against the schema; - reads the standard input.

    Exits with 0 if all are valid, 1 if one is not or cannot be read, 2 if nothing could run.
    """
    results = [_check(file, Engine(engine)) for file in files]
    findings = [item for result in results for item in result]
    show(findings, sys.stdout)
    click.echo(_summary(results), err=True)
    finish(findings)


def _check(file: str, engine: Engine) -> list[Finding]:
    name = "<stdin>" if file == _STDIN else file
    try:
        data = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return [finding("TC401", f"The file cannot be read: {reason}.", file=name)]
    return validate_bytes(data, name, engine=engine)


def _summary(results: Sequence[Sequence[Finding]]) -> str:
    errors = [sum(f.severity is Severity.ERROR for f in result) for result in results]
    files = "1 file" if len(results) == 1 else f"{len(results)} files"
    total = "1 error" if sum(errors) == 1 else f"{sum(errors)} errors"
    return f"{files} checked, {errors.count(0)} valid, {total}"
