"""Many documents from Python: sources in, results out, in worker processes."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.batch.engine import Processes, cores
from tei_cable.batch.items import Item
from tei_cable.batch.run import in_order
from tei_cable.batch.work import Outcome, Status, Task
from tei_cable.config import Config
from tei_cable.errors import TeiCableError
from tei_cable.findings import finding
from tei_cable.pipeline import Result, convert
from tei_cable.source import read_source

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.model import Source


def convert_many(
    sources: Iterable[Source | Path],
    config: Config | None = None,
    *,
    jobs: int | None = None,
    timeout: float = 60.0,
) -> Iterator[Result]:
    """Convert sources, or the files at paths, in worker processes; yield a result for each.

    Results come in the order of the sources, which are taken as they are needed. A document that
    can't be read or converted, that crashes its process or takes longer than `timeout` seconds, is
    a result without `xml`, whose one finding (TC801) says why; the others go on. `jobs` processes
    work, one a core by default. Raises ValueError if `jobs` or `timeout` is not above 0,
    ConfigError, on use, if processes can't be started.
    """
    if (jobs is not None and jobs < 1) or timeout <= 0:
        raise ValueError(f"jobs is {jobs}, timeout {timeout}; expected more than 0")
    engine = Processes(jobs or cores(), timeout, work=convert_given)
    return _results(sources, config or Config(), engine)


def _results(
    sources: Iterable[Source | Path], config: Config, engine: Processes
) -> Iterator[Result]:
    order: deque[str] = deque()
    names: deque[str] = deque()

    def tasks() -> Iterator[Task]:
        for number, given in enumerate(sources):
            key = str(number)
            order.append(key)
            names.append(str(given) if isinstance(given, Path) else given.name)
            yield Task(Item(key, Path(), given=given), "")

    for outcome in in_order(engine(tasks(), None, config), order):
        yield _result(outcome, names.popleft())


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
        result = convert(read_source(given) if isinstance(given, Path) else given, config)
    except TeiCableError as error:
        return Outcome(item.name, Status.FAILED, problem=str(error))
    return Outcome(item.name, Status.CONVERTED, findings=result.findings, xml=result.xml)
