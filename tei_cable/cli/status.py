"""`tei-cable status`: what became of a batch."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from tei_cable.batch.manifest import read_manifest
from tei_cable.batch.work import Status
from tei_cable.cli.batch import NAMED, failure
from tei_cable.cli.common import Exit
from tei_cable.errors import SourceError

_COMMONEST = 10


@click.command("status")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Say what became of the batch in FOLDER: documents by outcome, commonest findings, failures.

    Exits with 0 if each document was converted without an error, with 2 if
    there is no batch, else with 1.
    """
    manifests = sorted(folder.glob("manifest*.jsonl"))
    if not manifests:
        raise SourceError(str(folder), "there is no manifest: no batch was written here")
    done = {n: s for path in manifests for n, s in read_manifest(path, warn=_warn).items()}
    if not done:
        raise SourceError(str(folder), "the manifest has no document: the batch did not begin")
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
    for name, state in bad[:NAMED]:
        click.echo(failure(name, state.status, state.problem))
    if len(bad) > NAMED:
        click.echo(f"and {len(bad) - NAMED} more")
    context.exit(Exit.CLEAN if set(statuses) <= {Status.CONVERTED} else Exit.FINDINGS)


def _warn(message: str) -> None:
    click.echo(f"tei-cable: warning: {message}", err=True)
