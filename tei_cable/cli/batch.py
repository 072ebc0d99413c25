"""What `tei-cable convert` does with many documents: its options, and the run."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_cable.batch.names import ARCHIVES
from tei_cable.cli.findings_file import FindingsFile
from tei_cable.cli.inputs import STDIN, names_from
from tei_cable.cli.progress import Progress
from tei_cable.errors import ConfigError
from tei_cable.processors import cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from tei_cable.batch.cluster import Cluster
    from tei_cable.batch.engine import Processes
    from tei_cable.batch.items import Item
    from tei_cable.batch.run import Shard, Summary
    from tei_cable.batch.work import Outcome, Status
    from tei_cable.config import Config

_CONTAINERS = (".zip", ".jsonl")
_COMMONEST = 10
_TIMEOUT = 60.0  # seconds for a document
NAMED = 20  # so many failures are told one by one


@dataclass(frozen=True, slots=True)
class Batch:
    """The options of a batch as they were given; None and "" where they were not."""

    jobs: int | None = None
    files_from: str = ""
    text_field: str = ""
    resume: bool = False
    shard: str = ""
    engine: str = "processes"
    scheduler: str = ""
    timeout: float | None = None
    levels: int = 0
    report: Path | None = None

    def asked_for(self, sources: Sequence[str], output: str) -> bool:
        """Whether sources, output and options mean a batch, as a folder or an archive does.

        Raises ConfigError for an option that would mean nothing, since there is none.
        """
        if len(sources) != 1 or self._set() or _for_many(output):
            return True
        (source,) = sources
        path = Path(source)
        if path.is_dir() or source.endswith(ARCHIVES) or (not path.exists() and _open(source)):
            return True
        if self.timeout is not None or self.text_field:
            problem = "--timeout and --text-field are for a batch, and this is a single source"
            raise ConfigError(
                f"{problem}; expected a folder (-o {output or 'tei'}/) to make it one"
            )
        return False

    def _set(self) -> bool:
        """Whether an option was given that only a batch has."""
        one = (self.files_from, self.resume, self.shard, self.scheduler, self.levels, self.report)
        return any(one) or self.jobs is not None or self.engine == "dask"


def _for_many(output: str) -> bool:
    """Whether an output is a folder, or a file that holds documents."""
    folder = output.endswith(("/", os.sep)) or (bool(output) and Path(output).is_dir())
    return folder or output.endswith(_CONTAINERS)


def _open(source: str) -> bool:
    return any(mark in source for mark in "*?[")


_OPTIONS = (
    click.option("-j", "--jobs", type=click.IntRange(1), help="Processes (default: one a core)."),
    click.option(
        "--files-from", default="", metavar="FILE", help="Sources, one a line; - is stdin."
    ),
    click.option(
        "--text-field",
        default="",
        help="The field of JSON lines that has the text (default: text).",
    ),
    click.option("--resume", is_flag=True, help="Leave what is done and unchanged as it is."),
    click.option("--shard", default="", metavar="I/N", help="Work on part I of N only."),
    click.option(
        "--engine",
        type=click.Choice(["processes", "dask"]),
        default="processes",
        help="Who works: processes, or workers of Dask.",
    ),
    click.option("--scheduler", default="", metavar="ADDRESS", help="Of a running Dask cluster."),
    click.option("--timeout", type=click.FloatRange(0.1), help="Seconds a document (default: 60)."),
    click.option(
        "--levels",
        type=click.IntRange(0, 3),
        default=0,
        help="Levels of folders (by digest) to spread the output over.",
    ),
    click.option(
        "--report",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Write all findings to this file: .sarif, .json, or JSON lines.",
    ),
)


def batch_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a batch."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def run_batch(sources: Sequence[str], output: Path | None, config: Config, batch: Batch) -> Summary:
    """Convert many documents; show progress, and in the end what it came to.

    Raises ConfigError for options that do not go together, SourceError for a source that is not
    there.
    """
    from tei_cable.batch.run import EARLY, convert_container, convert_folder  # noqa: PLC0415
    from tei_cable.pipeline import check_config  # noqa: PLC0415

    check_config(config)  # what can't be used is one error, not one of each document
    given = _given(sources, batch)
    output = _checked(output, given)
    shard, engine = _shard(batch.shard), _engine(batch)
    items, total = _items(given, batch)
    progress = Progress(sys.stderr, total if shard is None else 0)
    failures: list[str] = []
    with FindingsFile(batch.report) as report:

        def each(outcome: Outcome | None) -> None:
            progress(outcome)
            for item in outcome.told() if outcome else ():
                report.add(item)
            if outcome and not outcome.status.has_output and len(failures) < NAMED:
                failures.append(failure(outcome.name, outcome.status, outcome.problem))

        if output.suffix in _CONTAINERS:
            if batch.resume or shard:
                raise ConfigError("--resume and --shard need a folder as -o")
            summary = convert_container(
                items,
                output,
                config,
                engine=engine,
                early=EARLY * engine.jobs * engine.batch,
                each=each,
            )
        else:
            summary = convert_folder(
                items,
                output,
                config,
                engine=engine,
                levels=batch.levels,
                resume=batch.resume,
                shard=shard,
                each=each,
                warn=_warn,
            )
    progress.finish()
    _show(summary, failures, output)
    return summary


def _warn(message: str) -> None:
    click.echo(f"tei-cable: warning: {message}", err=True)


def failure(name: str, status: Status, problem: str) -> str:
    """Return in one line what became of a document that has no output."""
    first = problem.splitlines()[0] if problem else ""
    return f"{name}: {status.value}: {first}"


def _given(sources: Sequence[str], batch: Batch) -> list[str]:
    """Return the sources of the command line and of --files-from."""
    given = list(sources)
    if batch.files_from:
        given += names_from(batch.files_from)
    if not given:
        raise ConfigError("there is nothing to convert; expected files, folders or --files-from")
    if STDIN in given:
        raise ConfigError("“-” (the standard input) is one document, and no part of a batch")
    return given


def _checked(output: Path | None, given: Sequence[str]) -> Path:
    """Return where a batch goes; ConfigError if it can't go there."""
    if output is None:
        raise ConfigError("many documents need -o: a folder, or a .zip or .jsonl file")
    if output.suffix not in _CONTAINERS and output.exists() and not output.is_dir():
        raise ConfigError(f"{output} is a file; many documents need a folder, a .zip or a .jsonl")
    place = output.resolve()
    for folder in filter(Path.is_dir, map(Path, given)):
        if place.is_relative_to(folder.resolve()):
            problem = "what is written would be read as a source; expected a folder outside"
            raise ConfigError(f"{output} lies in {folder}: {problem}")
    if any(Path(name).exists() and place == Path(name).resolve() for name in given):
        raise ConfigError(f"{output} is one of the sources; expected another place")
    return output


def _items(given: Sequence[str], batch: Batch) -> tuple[Iterator[Item], int]:
    """Return the documents, and how many they are: 0 if nobody knows before the end."""
    from tei_cable.batch.items import TEXT_FIELD, find_items  # noqa: PLC0415

    archives = any(source.endswith(ARCHIVES) for source in given)
    items = find_items(given, text_field=batch.text_field or TEXT_FIELD)
    if archives:
        return items, 0
    known = list(items)
    if not known:
        raise ConfigError(f"there is no document in {', '.join(given)}")
    return iter(known), len(known)


def _shard(words: str) -> Shard | None:
    from tei_cable.batch.run import Shard  # noqa: PLC0415

    if not words:
        return None
    try:
        number, count = map(int, words.split("/"))
        return Shard(number, count)
    except ValueError as error:
        raise ConfigError(f"--shard is {words!r}; expected I/N, from 1/N to N/N") from error


def _engine(batch: Batch) -> Processes | Cluster:
    from tei_cable.batch.engine import Processes  # noqa: PLC0415

    jobs, timeout = batch.jobs or cores(), batch.timeout or _TIMEOUT
    if batch.engine == "dask" or batch.scheduler:
        from tei_cable.batch.cluster import Cluster  # noqa: PLC0415

        return Cluster(batch.scheduler, jobs, timeout, warn=_warn)
    return Processes(jobs, timeout)


def _show(summary: Summary, failures: Sequence[str], output: Path) -> None:
    for line in failures:
        click.echo(line, err=True)
    failed = sum(times for status, times in summary.statuses.items() if not status.has_output)
    if failed > len(failures):
        where = "--report has all" if output.suffix in _CONTAINERS else f"tei-cable status {output}"
        click.echo(f"and {failed - len(failures)} more; {where}", err=True)
    counts = [f"{count} {status.value}" for status, count in sorted(summary.statuses.items())]
    if summary.unchanged:
        counts.append(f"{summary.unchanged} unchanged")
    click.echo(f"{summary.total} documents: {', '.join(counts)}", err=True)
    for code, times in summary.codes.most_common(_COMMONEST):
        click.echo(f"{times:>9}  {code}", err=True)
