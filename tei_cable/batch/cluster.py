"""Worker processes of a Dask cluster, on this machine or on many.

Documents travel to the workers and their TEI comes back, so the workers need no common file
system; the files and the manifest are written here, as they are locally. Dask hands the work of a
worker that dies to another one. A batch that kills several, or takes too long, is halved until its
one document is found; that may have stood beside the culprit only, so in the end it is tried once
more, alone. Time counts while a worker has the batch, not while there is none.
"""

from __future__ import annotations

from asyncio import CancelledError
from collections import deque
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_cable.batch.outputs import write_output
from tei_cable.batch.work import PAUSE, Outcome, Status, batches, work
from tei_cable.errors import ConfigError, SourceError

try:
    from distributed import Future, KilledWorker, wait

    from tei_cable.batch.workforce import LOOK_EVERY, gone, local_workers, workers_of
except ImportError as error:
    raise ConfigError("Dask is not installed: `pip install 'tei_cable[dask]'` does it") from error

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tei_cable.batch.work import Task
    from tei_cable.batch.workforce import Workforce
    from tei_cable.config import Config

    Work = Callable[[Sequence[Task], Path | None, Config], list[Outcome]]

_WAITING = 3  # batches handed out for each thread of a worker


@dataclass(slots=True)
class _Work:
    """What is left to do: fresh batches, halves of broken ones, and suspects for the end."""

    fresh: Iterator[Sequence[Task]]
    again: deque[Sequence[Task]] = field(default_factory=deque)
    suspects: deque[Task] = field(default_factory=deque)
    running: dict[Future[list[Outcome]], _Running] = field(default_factory=dict)

    def take(self, allowed: int) -> tuple[Sequence[Task], bool] | None:
        """Return the next batch and whether it is a suspect, or None if it is not the time."""
        if any(state.alone for state in self.running.values()) or len(self.running) >= allowed:
            return None
        if some := self.again.popleft() if self.again else next(self.fresh, None):
            return some, False
        return ((self.suspects.popleft(),), True) if self.suspects and not self.running else None

    def broke(self, state: _Running, status: Status, problem: str) -> list[Outcome]:
        """Halve a batch that broke; suspect its one document, or give it up if it was alone."""
        tasks = state.tasks
        if len(tasks) > 1:
            half = len(tasks) // 2
            self.again.extend((tasks[:half], tasks[half:]))
        elif not state.alone:
            self.suspects.append(tasks[0])
        else:
            item = tasks[0].item
            return [Outcome(item.name, status, problem=problem, place=item.place)]
        return []


@dataclass(slots=True)
class _Running:
    """A batch that was handed out, and the seconds that a worker has had it."""

    tasks: Sequence[Task]
    alone: bool
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Cluster:
    """The engine of a cluster: `scheduler` is its address, "" for one of `jobs` local workers.

    `timeout` is in seconds that a worker has a batch, `batch` how many documents it has, `work`
    what a worker does with them. If no worker is there, `warn` hears of it; after `patience`
    seconds without any, ConfigError is raised, as it is on use if there is no scheduler.
    """

    scheduler: str = ""
    jobs: int = 1
    timeout: float = 300.0
    batch: int = 64
    work: Work = work
    patience: float = 300.0
    warn: Callable[[str], None] = lambda _: None

    def __call__(
        self, tasks: Iterable[Task], folder: Path | None, config: Config, /
    ) -> Iterator[Outcome]:
        """Yield the outcome of each task as it is done; tasks are taken as they are needed."""
        left = _Work(_batches(tasks, self.batch))
        with self._workers() as workers:
            while True:
                while some := left.take(max(1, workers.threads) * _WAITING):
                    future = workers.client.submit(self.work, some[0], None, config, pure=False)
                    left.running[future] = _Running(*some)
                if not left.running:
                    return
                for future in _done(list(left.running)):
                    yield from _written(_settled(future, left), folder)
                yield from self._give_up_late(workers, left)

    def _workers(self) -> AbstractContextManager[Workforce]:
        if self.scheduler:
            return workers_of(self.scheduler, self.patience, self.warn)
        return local_workers(self.jobs, self.patience, self.warn)

    def _give_up_late(self, workers: Workforce, left: _Work) -> Iterator[Outcome]:
        """Restart the workers that have had a batch for too long."""
        passed = workers.look()
        for future, state in left.running.items():
            state.seconds += passed if future.key in workers.at_work else 0.0
        late = [f for f, state in left.running.items() if state.seconds > self.timeout]
        late = [future for future in late if not future.done()]
        if late:
            workers.restart(late)
        for future in late:
            state = left.running.pop(future)
            yield from left.broke(state, Status.TIMED_OUT, "it takes too long")


def _batches(tasks: Iterable[Task], size: int) -> Iterator[Sequence[Task]]:
    return batches((task if task is PAUSE else _loaded(task) for task in tasks), size)


def _loaded(task: Task) -> Task:
    """Take the document's bytes along; that they can't be read is told by the worker."""
    try:
        item = replace(task.item, data=task.item.read(), said=task.item.read_sidecar())
        return replace(task, item=item)
    except SourceError as error:
        return replace(task, item=replace(task.item, problem=error.problem))


def _done(futures: Sequence[Future[list[Outcome]]]) -> Sequence[Future[list[Outcome]]]:
    try:
        done = wait(futures, timeout=LOOK_EVERY, return_when="FIRST_COMPLETED").done
    except TimeoutError:
        return []
    return sorted(done, key=futures.index)


def _settled(future: Future[list[Outcome]], left: _Work) -> Sequence[Outcome]:
    """Return what a batch brought; if it broke, put it back into what is left."""
    state = left.running.pop(future)
    try:
        outcomes: Sequence[Outcome] = future.result()
    except CancelledError as error:
        raise gone() from error
    except KilledWorker:
        return left.broke(state, Status.CRASHED, "it kills the workers that it is given to")
    except Exception as error:  # whatever a worker raises is told; the rest goes on
        return left.broke(state, Status.CRASHED, f"{type(error).__name__}: {error}")
    return outcomes


def _written(outcomes: Sequence[Outcome], folder: Path | None) -> Iterator[Outcome]:
    """Write what came back into the folder, if there is one."""
    for outcome in outcomes:
        if folder is None or not outcome.status.has_output:
            yield outcome
            continue
        try:
            write_output(folder / outcome.output, outcome.xml)
        except SourceError as error:
            problem = str(error)
            digest, place = outcome.input_sha256, outcome.place
            yield Outcome(outcome.name, Status.FAILED, digest, problem=problem, place=place)
        else:
            yield replace(outcome, xml=b"")
