"""`tei-cable verify`: prove that nothing was lost."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from tei_cable.cli.common import finish, read_bytes, show
from tei_cable.source import read_source
from tei_cable.verification import verify


@click.command("verify")
@click.argument("file")
@click.argument("source", type=click.Path(path_type=Path))
def command(file: str, source: Path) -> None:
    """Prove that the TEI FILE (- for stdin) lost nothing of its SOURCE.

    The text of the body must be the source's, each field of the page must stand in the header,
    and every character of the page must be in one of the two or be a label. The first difference
    is printed with both places. Exits with 0 if there is none, 1 if there is one.
    """
    name, data = read_bytes(file)
    findings = verify(data, name, read_source(source))
    show(findings, sys.stdout)
    if not findings:
        click.echo(f"{name}: nothing of {source} is lost", err=True)
    finish(findings)
