"""`tei-cable verify`: prove that nothing was lost."""

from __future__ import annotations

import sys

import click

from tei_cable.cli.common import finish, read_bytes, show
from tei_cable.source import decode
from tei_cable.verification import verify


@click.command("verify")
@click.argument("file")
@click.argument("source")
def command(file: str, source: str) -> None:
    """Prove that the TEI FILE lost nothing of its SOURCE; one of the two may be - for stdin.

    The text of the body must be the source's, each field of the page must stand in the header,
    and every character of the page must be in one of the two or be a label. The first difference
    is printed with both places. Exits with 0 if there is none, 1 if there is one.
    """
    name, data = read_bytes(file)
    source_name, source_data = read_bytes(source)
    findings = verify(data, name, decode(source_data, source_name))
    show(findings, sys.stdout)
    if not findings:
        click.echo(f"{name}: nothing of {source} is lost", err=True)
    finish(findings)
