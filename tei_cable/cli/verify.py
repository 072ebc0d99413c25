"""`tei-cable verify`: prove that nothing was lost."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from tei_cable.cli.common import finish, read_bytes, refuse, show
from tei_cable.cli.source_options import source_options, stated
from tei_cable.errors import ConfigError
from tei_cable.findings import Finding
from tei_cable.readers import read, split
from tei_cable.source import decode
from tei_cable.validation.parse import parse
from tei_cable.verification import verify

if TYPE_CHECKING:
    from tei_cable.model import Source

_LEFT_OUT = "TC113"


@click.command("verify")
@click.argument("file")
@click.argument("source")
@source_options
@click.option(
    "--part", type=click.IntRange(1), help="FILE is this one of the documents in SOURCE, from 1."
)
def command(  # noqa: PLR0913, PLR0917 (click's signature)
    file: str,
    source: str,
    reader: str | None,
    title: str | None,
    settings: tuple[str, ...],
    part: int | None,
) -> None:
    """Prove that the TEI FILE lost nothing of its SOURCE; one of the two may be - for stdin.

    The text of the body must be the source's, each field of the page must stand in the header,
    and every character of the page must be in one of the two or be a label. The first difference
    is printed with both places. Exits with 0 if there is none, 1 if there is one, 2 if one of the
    two cannot be read. What was said of the source to `convert` (--from, --title, --set) has to
    be said here, too.

    The SOURCE is read as `convert` reads it: what is a label, a mark of the format or a page's
    furniture rests on that reading. All else is compared.
    """
    if file == source == "-":
        raise ConfigError("only one of the two can be - (the standard input)")
    name, data = read_bytes(file)
    unreadable = parse(data, name)
    if isinstance(unreadable, Finding):
        refuse(unreadable)
    source_name, source_data = read_bytes(source)
    whole = stated(decode(source_data, source_name), reader, title, settings)
    findings = verify(data, name, _part(whole, part) if part else whole)
    show(findings, sys.stdout)
    if not findings:
        click.echo(f"{name}: nothing of {source} is lost{_left_out(whole)}", err=True)
    finish(findings)


def _left_out(source: Source) -> str:
    """Say how often the reader takes something for no part of the document."""
    count = sum(item.code == _LEFT_OUT for item in read(source).findings)
    return f" (left out as no part of it: {count}, see {_LEFT_OUT} of convert)" if count else ""


def _part(source: Source, number: int) -> Source:
    parts = split(source)
    if not 1 <= number <= len(parts):
        raise ConfigError(f"--part {number}: {source.name} has {len(parts)} documents")
    return parts[number - 1]
