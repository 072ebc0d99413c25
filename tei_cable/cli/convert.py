"""`tei-cable convert`: a cable in, TEI out."""

from __future__ import annotations

import os
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
def command(source: str, output: Path | None, config_file: Path | None, day: str | None) -> None:
    """Turn a cable into TEI: SOURCE is the text of an archive's page, or - for stdin.

    The TEI goes to stdout or to the file named by -o; findings go to stderr.
    """
    from tei_cable.pipeline import convert  # noqa: PLC0415 (heavy: not for --help)
    from tei_cable.source import decode  # noqa: PLC0415

    config = _config(config_file, day)
    name, data = read_bytes(source)
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
            return date.fromisoformat(day)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except ValueError as error:
        wrong = day or f"SOURCE_DATE_EPOCH={epoch}"
        raise ConfigError(f"{wrong} is no date; expected YYYY-MM-DD") from error


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; what is no regular file (a pipe) is written straight."""
    target = path.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
    try:
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return
        partial.write_bytes(data)
        partial.replace(target)
    except OSError as error:
        partial.unlink(missing_ok=True)
        raise SourceError(str(path), error.strerror or "cannot be written") from error
