"""`tei-cable convert`: a cable in, TEI out."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import click

from tei_cable.cli.common import finish, read_bytes, show
from tei_cable.config import DEFAULT_FILE, Config, load_config
from tei_cable.errors import ConfigError, SourceError


@click.command("convert")
@click.argument("source")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write here, not to stdout.")
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help=f"Settings (default: {DEFAULT_FILE} in this folder, if there is one).",
)
@click.option("--date", "day", help="The day of the encoding, YYYY-MM-DD (default: today, UTC).")
@click.option(
    "--authority",
    "authorities",
    multiple=True,
    help="A file of names over the shipped ones (TEI); may be given several times.",
)
def command(
    source: str,
    output: Path | None,
    config_file: Path | None,
    day: str | None,
    authorities: tuple[str, ...],
) -> None:
    """Turn a cable into TEI: SOURCE is the text of an archive's page, or - for stdin.

    The TEI goes to stdout or to the file named by -o; findings go to stderr.
    """
    from tei_cable.pipeline import convert  # noqa: PLC0415 (heavy: not for --help)
    from tei_cable.source import decode  # noqa: PLC0415

    config = _config(config_file, day)
    config = replace(config, authority=(*config.authority, *authorities))
    name, data = read_bytes(source)
    if output and source != "-" and output.exists() and output.samefile(source):
        raise SourceError(str(output), "the output is the source itself", "another file")
    result = convert(decode(data, name), config)
    show(result.findings)
    if output:
        _write(output, result.xml)
    else:
        sys.stdout.buffer.write(result.xml)
    finish(result.findings)


def _config(file: Path | None, day: str | None) -> Config:
    default = Path(DEFAULT_FILE)
    config = load_config(file or default) if file or default.is_file() else Config()
    if day or not config.date:
        config = replace(config, date=_day(day))
    return config


def _day(day: str | None) -> date:
    """Return the day asked for, else that of SOURCE_DATE_EPOCH, else today (UTC)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if day:
            return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=UTC).date()
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError) as error:
        wrong = day or f"SOURCE_DATE_EPOCH={epoch}"
        raise ConfigError(f"{wrong} is no date; expected YYYY-MM-DD") from error


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what is no regular file (a pipe) is written straight."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        _replace(path.resolve(), data)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that go round in a circle
        problem = getattr(error, "strerror", None) or str(error)
        raise SourceError(str(path), problem) from error


def _replace(target: Path, data: bytes) -> None:
    """Put a new file in the place of `target`, with the permissions of the old one if any."""
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        with partial.open("xb") as file:
            file.write(data)
        if target.exists():
            shutil.copymode(target, partial)
        partial.replace(target)
    except FileExistsError:
        raise
    except OSError:
        partial.unlink(missing_ok=True)
        raise
