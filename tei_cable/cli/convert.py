"""`tei-cable convert`: a cable in, TEI out."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import click

from tei_cable.cli.batch import Batch, batch_options, run_batch
from tei_cable.cli.common import Exit, finish, read_bytes, show
from tei_cable.cli.source_options import source_options, stated
from tei_cable.config import DEFAULT_FILE, Config, find_config, load_config
from tei_cable.errors import ConfigError, SourceError
from tei_cable.writing import write_whole


@click.command("convert")
@click.argument("sources", nargs=-1, metavar="SOURCE...")
@click.option("-o", "--output", "place", default="", help="Write here, not to stdout.")
@click.option(
    "--config",
    "config_file",
    type=click.Path(path_type=Path),
    help=f"Settings (default: {DEFAULT_FILE} here or above, if there is one).",
)
@click.option("--date", "day", help="The day of the encoding, YYYY-MM-DD (default: today, UTC).")
@source_options
@click.option(
    "--split",
    is_flag=True,
    help="Write each of several documents in SOURCE to a file of its own: -o cable.xml makes "
    "cable-1.xml, cable-2.xml, ...",
)
@click.option(
    "--authority",
    "authorities",
    multiple=True,
    help="A file of names over the shipped ones (TEI); may be given several times.",
)
@click.option("--spacy", is_flag=True, help="Ask spaCy for persons that no rule finds (an extra).")
@batch_options
def command(  # noqa: PLR0913, PLR0917 (click's signature)
    sources: tuple[str, ...],
    place: str,
    config_file: Path | None,
    day: str | None,
    reader: str | None,
    title: str | None,
    settings: tuple[str, ...],
    authorities: tuple[str, ...],
    *,
    split: bool,
    spacy: bool,
    **batch_settings: Any,  # noqa: ANN401 (the options of a batch: `Batch` has their types)
) -> None:
    """Turn cables into TEI: a SOURCE is a text, a PDF or a .docx; or, alone, - for stdin.

    A format is told by its content. A file SOURCE.yaml beside a source may say what it lacks. The
    TEI of one source goes to stdout or to the file named by -o; findings go to stderr.

    Several sources, folders, patterns ('in/**/*.txt'), archives (.zip, .tar.gz) and JSON lines
    (.jsonl) make a batch; so does a folder, or a .zip or .jsonl file, as -o. It goes there; what
    fails is told, and the rest goes on. The folder has a manifest, with which --resume goes on.
    """
    config = _config(config_file, day)
    layers = (*config.authority, *authorities)
    config = replace(config, authority=layers, spacy=config.spacy or spacy)
    batch = Batch(**batch_settings)
    output = Path(place) if place else None
    if batch.asked_for(sources, place):
        if reader or title or settings or split:
            raise ConfigError(
                "--from, --title, --set and --split are for a single source, and a single output"
            )
        summary = run_batch(sources, output, config, batch)
        click.get_current_context().exit(Exit.CLEAN if summary.clean else Exit.FINDINGS)
    if split and not output:
        raise ConfigError("--split writes several files: it needs -o")
    (source,) = sources
    name, data = read_bytes(source)
    if output and source != "-" and output.exists() and output.samefile(source):
        raise SourceError(str(output), "the output is the source itself", "another file")
    _convert_one(data, name, output, config, _Reading(reader, title, settings, split))


class _Reading(NamedTuple):
    """What the user says of a single source."""

    reader: str | None
    title: str | None
    settings: tuple[str, ...]
    split: bool


def _convert_one(
    data: bytes, name: str, output: Path | None, config: Config, reading: _Reading
) -> None:
    from tei_cable.pipeline import convert  # noqa: PLC0415 (heavy: not for --help)
    from tei_cable.readers import split as parts  # noqa: PLC0415
    from tei_cable.source import decode  # noqa: PLC0415

    read = stated(decode(data, name), reading.reader, reading.title, reading.settings)
    documents = parts(read) if reading.split else [read]
    results = [convert(document, config) for document in documents]
    findings = [item for result in results for item in result.findings]
    show(findings)
    for document, result in zip(documents, results, strict=True):
        if output:
            write_whole(_numbered(output, document.part), result.xml)
        else:
            sys.stdout.buffer.write(result.xml)
    finish(findings)


def _numbered(output: Path, part: int) -> Path:
    return output.with_stem(f"{output.stem}-{part}") if part else output


def _config(file: Path | None, day: str | None) -> Config:
    file = file or find_config(Path.cwd())
    config = load_config(file) if file else Config()
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
