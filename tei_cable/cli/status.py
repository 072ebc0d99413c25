"""`tei-cable status`: what became of a batch."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.batch.account import read_account
from tei_cable.batch.work import Status
from tei_cable.cli.batch import NAMED, failure
from tei_cable.cli.common import Exit
from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from tei_cable.batch.account import Account

_COMMONEST = 10


@click.command("status")
@click.argument("folder", type=click.Path(path_type=Path))
@click.pass_context
def command(context: click.Context, folder: Path) -> None:
    """Say what became of the batch in FOLDER: documents by outcome, commonest findings, failures.

    The batch is the last that ran there, with all its parts, and with what was done before it if
    it was a --resume. Exits with 0 if each document was converted without an error and all parts
    have run to their end, with 2 if there is no batch, else with 1.
    """
    if not any(folder.glob("manifest*.jsonl")):
        raise SourceError(str(folder), "there is no manifest: no batch was written here")
    account = read_account(folder, warn=_warn)
    if not account.done:
        raise SourceError(str(folder), "the manifest has no document: the batch did not begin")
    statuses = Counter(state.status for state in account.done.values())
    _show_counts(account, statuses)
    _show_failures(account)
    for name in account.missing:
        click.echo(f"{name} is not there: its part has not begun")
    for name in account.open:
        click.echo(f"{name}: its last run has not ended; if it was broken off, --resume goes on")
    whole = not account.missing and not account.open
    clean = whole and set(statuses) <= {Status.CONVERTED}
    context.exit(Exit.CLEAN if clean else Exit.FINDINGS)


def _show_counts(account: Account, statuses: Counter[Status]) -> None:
    codes: Counter[str] = Counter()
    for state in account.done.values():
        codes.update(state.codes)
    click.echo(f"{len(account.done)} documents")
    for status in Status:
        if statuses[status]:
            click.echo(f"{statuses[status]:>9}  {status.value}")
    if codes:
        click.echo("commonest findings")
        for code, times in codes.most_common(_COMMONEST):
            click.echo(f"{times:>9}  {code}")


def _show_failures(account: Account) -> None:
    bad = [(name, state) for name, state in account.done.items() if not state.status.has_output]
    for name, state in bad[:NAMED]:
        click.echo(failure(name, state.status, state.problem))
    if len(bad) > NAMED:
        click.echo(f"and {len(bad) - NAMED} more")


def _warn(message: str) -> None:
    click.echo(f"tei-cable: warning: {message}", err=True)
