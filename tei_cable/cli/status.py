"""`tei-cable status`: what became of a batch."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from tei_cable.batch.manifest import read_manifest
from tei_cable.batch.work import Status
from tei_cable.cli.common import Exit
from tei_cable.errors import SourceError

_COMMONEST = 10
_NAMED = 20


@click.command("status")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Say what became of the batch in FOLDER: documents by outcome, commonest findings, failures.

    Exits with 0 if each document was converted without an error, else with 1.
    """
    manifests = sorted(folder.glob("manifest*.jsonl"))
    if not manifests:
        raise SourceError(str(folder), "there is no manifest: no batch was written here")
    done = {name: state for path in manifests for name, state in read_manifest(path).items()}
    statuses = Counter(state.status for state in done.values())
    codes: Counter[str] = Counter()
    for state in done.values():
        codes.update(state.codes)
    click.echo(f"{len(done)} documents")
    for status in Status:
        if statuses[status]:
            click.echo(f"{statuses[status]:>9}  {status.value}")
    if codes:
        click.echo("commonest findings")
        for code, times in codes.most_common(_COMMONEST):
            click.echo(f"{times:>9}  {code}")
    bad = [(name, state) for name, state in done.items() if not state.status.has_output]
    for name, state in bad[:_NAMED]:
        click.echo(f"{name}: {state.status.value}: {state.problem}")
    if len(bad) > _NAMED:
        click.echo(f"and {len(bad) - _NAMED} more")
    context.exit(Exit.CLEAN if set(statuses) <= {Status.CONVERTED} else Exit.FINDINGS)
