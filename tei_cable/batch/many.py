"""Many documents from Python: sources in, results out, in worker processes."""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.arguments import expect, path_of
from tei_cable.batch.engine import Processes
from tei_cable.batch.items import Item
from tei_cable.batch.run import EARLY, in_order
from tei_cable.batch.work import Outcome, Status, Task
from tei_cable.config import Config
from tei_cable.errors import TeiCableError
from tei_cable.findings import finding
from tei_cable.model import Source
from tei_cable.pipeline import Result, check_config, convert
from tei_cable.processors import cores
from tei_cable.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Given = Source | str | os.PathLike[str]


def convert_many(
    sources: Iterable[Given],
    config: Config | None = None,
    *,
    jobs: int | None = None,
    timeout: float = 60.0,
) -> Iterator[Result]:
    """Convert sources, or the files at paths, in worker processes; yield a result for each.

    Of a path the file is read as `read_source` reads it, with the file of fields beside it.

    Results come in the order of the sources, which are taken as they are needed. A document that
    can't be read or converted, that crashes its process or takes longer than `timeout` seconds, is
    a result without `xml`, whose one finding (TC801) says why; the others go on. `jobs` processes
    work, one a core by default.
    Raises ValueError if `jobs` or `timeout` is not above 0, ConfigError for settings that nothing
    can be converted with and, on use, if processes can't be started. What `sources` raises, and
    TypeError for what is neither source nor path, is raised once the results before it are out.
    """
    if isinstance(sources, str | os.PathLike | Source):
        raise TypeError(f"sources is a {type(sources).__name__}; expected many, as a list")
    config = config or Config()
    expect(config, Config, "config", "a Config")
    if (jobs is not None and jobs < 1) or timeout <= 0:
        raise ValueError(f"jobs is {jobs}, timeout {timeout}; expected more than 0")
    check_config(config)
    engine = Processes(jobs or cores(), timeout, work=convert_given)
    return _results(sources, config, engine)


def _results(sources: Iterable[Given], config: Config, engine: Processes) -> Iterator[Result]:
    names: deque[str] = deque()
    stopped: list[Exception] = []

    def tasks() -> Iterator[Task]:
        for key, given in _until_error(sources, stopped):
            names.append(given.name if isinstance(given, Source) else str(given))
            yield Task(Item(key, Path(), given=given), "")

    most = EARLY * engine.jobs * engine.batch
    for outcome in in_order(engine, tasks(), config, most):
        yield _result(outcome, names.popleft())
    if stopped:
        raise stopped[0]


def _until_error(
    sources: Iterable[Given], stopped: list[Exception]
) -> Iterator[tuple[str, Source | Path]]:
    """Yield sources and paths with their numbers; what ends them early is put into `stopped`."""
    try:
        for number, given in enumerate(sources):
            if isinstance(given, Source):
                yield str(number), given
            else:
                yield str(number), path_of(given, f"sources[{number}]")
    except Exception as error:  # the caller's own, and told to him
        stopped.append(error)


def _result(outcome: Outcome, name: str) -> Result:
    if outcome.status.has_output:
        return Result(outcome.xml, outcome.findings, name)
    problem = f"{outcome.status.value}: {outcome.problem.removeprefix(f'{name}: ')}"
    return Result(b"", (finding("TC801", problem, file=name),), name)


def convert_given(tasks: Sequence[Task], _: Path | None, config: Config) -> list[Outcome]:
    """Convert the sources that callers gave; what can't be is an outcome, too."""
    return [_one(task.item, config) for task in tasks]


def _one(item: Item, config: Config) -> Outcome:
    given = item.given
    if given is None:
        raise TypeError(f"{item.name} is no source")
    try:
        result = convert(given if isinstance(given, Source) else read_source(given), config)
    except TeiCableError as error:
        return Outcome(item.name, Status.FAILED, problem=str(error))
    return Outcome(item.name, Status.CONVERTED, findings=result.findings, xml=result.xml)
