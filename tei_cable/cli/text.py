"""`tei-cable text`: the text of a TEI file, as its source had it."""

from __future__ import annotations

import sys

import click

from tei_cable.cli.common import read_bytes, refuse
from tei_cable.findings import Finding
from tei_cable.tei import body_text
from tei_cable.validation.parse import parse


@click.command("text")
@click.argument("file")
def command(file: str) -> None:
    """Write the text of the TEI FILE (- for stdin) to stdout, brackets included."""
    name, data = read_bytes(file)
    tree = parse(data, name)
    if isinstance(tree, Finding):
        refuse(tree)
    sys.stdout.buffer.write(f"{body_text(tree.getroot()).text}\n".encode())
