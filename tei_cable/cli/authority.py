"""`tei-cable authority`: check an authority file of one's own, build the index of the shipped."""

from __future__ import annotations

import sys
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.authority import compiled
from tei_cable.authority.check import check
from tei_cable.cli.common import finish, read_bytes, show

if TYPE_CHECKING:
    from collections.abc import Sequence


@click.group(name="authority")
def command() -> None:
    """Check an authority file, build the shipped index."""


@command.command(name="check")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def check_command(files: Sequence[str]) -> None:
    """Say what of an authority file cannot be used, and which names will mislead.

    An authority file is TEI with listPerson, listPlace or listOrg; `convert --authority FILE` puts
    it over the shipped ones.
    """
    findings = [item for file in files for item in check(*read_bytes(file))]
    show(findings, sys.stdout)
    finish(findings)


@command.command(name="build")
def build_command() -> None:
    """Compile the package's authority files to its index, after an edit."""
    path = Path(str(resources.files("tei_cable.authority"))) / "index.json"
    path.write_bytes(compiled())
    click.echo(path)
