"""Worker processes: a crash or a hang costs the document that caused it, and no other.

Documents go to the workers in batches. When a worker dies, or a batch takes longer than one
document may, its documents are tried again, each by itself; the one that breaks then is given up.

Workers are forked from a small server of their own, not from the program, which may have threads
and holds the lock of the output. They end when the program does, even if it is killed.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from tei_cable.batch.work import Outcome, Status, batches, work
from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from multiprocessing.context import BaseContext
    from pathlib import Path

    from tei_cable.batch.work import Task
    from tei_cable.config import Config

    Work = Callable[[Sequence[Task], Path | None, Config], list[Outcome]]

_WAITING = 2  # batches handed out for each worker: one to work on, one to go on with
_RENEWED_AFTER = 1000  # batches until a worker is replaced, so that its memory stays flat
_POOLS = 3  # that may break one after the other, nothing done in between
_GRACE = 15  # seconds after the timeout at which a worker that nobody ended ends itself


@dataclass(frozen=True, slots=True)
class Processes:
    """The engine of one machine: `jobs` processes; `timeout` in seconds for one document.

    `batch` is how many documents a process is handed at once, `work` what it does with them (a
    function of a module, since processes find it by name).
    """

    jobs: int
    timeout: float = 60.0
    batch: int = 16
    work: Work = work

    def __call__(
        self, tasks: Iterable[Task], folder: Path | None, config: Config, /
    ) -> Iterator[Outcome]:
        """Yield the outcome of each task as it is done; tasks are taken as they are needed.

        Raises ConfigError if workers cannot be started.
        """
        left = _Left(batches(tasks, self.batch), deque())
        broken = 0
        while broken < _POOLS:
            try:
                for outcome in self._through(left, folder, config):
                    broken = 0
                    yield outcome
            except BrokenProcessPool:  # a worker died with no work in hand: nobody's fault
                broken += 1
            else:
                return
        raise ConfigError(
            "the worker processes die as they start; a script that starts them needs "
            'its own work under `if __name__ == "__main__":`'
        )

    def _through(self, left: _Left, folder: Path | None, config: Config) -> Iterator[Outcome]:
        """Yield outcomes as long as the pool holds; what is not done when it breaks is put back."""
        running: dict[Future[list[Outcome]], Sequence[Task]] = {}
        pool = ProcessPool(self.jobs, _RENEWED_AFTER, _end_with_parent, context=_context())
        try:
            while True:
                while len(running) < self.jobs * _WAITING and (some := left.take()):
                    running[self._handed_out(pool, some, folder, config)] = some
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    outcomes = _settled(future, running[future], left)
                    del running[future]
                    yield from outcomes
        finally:
            left.again.extend(running.values())
            pool.stop()  # type: ignore[no-untyped-call]  # nothing runs any more, or nobody waits
            pool.join()

    def _handed_out(
        self, pool: ProcessPool, some: Sequence[Task], folder: Path | None, config: Config
    ) -> Future[list[Outcome]]:
        arguments = (self.work, some, folder, config, self.timeout)
        try:
            return pool.schedule(_limited, arguments, timeout=self.timeout)
        except RuntimeError as error:  # it broke meanwhile; the batch is not lost
            future: Future[list[Outcome]] = Future()
            future.set_exception(BrokenProcessPool(str(error)))
            return future


@dataclass(frozen=True, slots=True)
class _Left:
    """What is left to do: fresh batches, and documents of broken ones."""

    fresh: Iterator[Sequence[Task]]
    again: deque[Sequence[Task]]

    def take(self) -> Sequence[Task] | None:
        return self.again.popleft() if self.again else next(self.fresh, None)


def _settled(
    future: Future[list[Outcome]], tasks: Sequence[Task], left: _Left
) -> Sequence[Outcome]:
    """Return what a batch brought; put its documents back if it broke, or give its one up."""
    try:
        return future.result()
    except BrokenProcessPool:
        raise
    except TimeoutError:
        status, problem = Status.TIMED_OUT, "it takes too long"
    except ProcessExpired as error:
        status, problem = Status.CRASHED, f"its worker died with the exit code {error.exitcode}"
    except Exception as error:  # whatever a worker raises is told; the rest goes on
        status, problem = Status.CRASHED, f"{type(error).__name__}: {error}"
    if len(tasks) == 1:
        item = tasks[0].item
        return [Outcome(item.name, status, problem=problem, place=item.place)]
    left.again.extend((task,) for task in tasks)
    return []


def _context() -> BaseContext:
    """Return how processes are started: from a server that has the package loaded already."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([work.__module__])
    return context


def _end_with_parent() -> None:
    """Let this worker end as soon as the process that started it is no more."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


def _limited(
    work: Work, tasks: Sequence[Task], folder: Path | None, config: Config, timeout: float
) -> list[Outcome]:
    """Work on tasks; the system ends a worker that hangs where nobody is left to do so."""
    if not hasattr(signal, "alarm"):
        return work(tasks, folder, config)
    signal.alarm(math.ceil(timeout) + _GRACE)
    try:
        return work(tasks, folder, config)
    finally:
        signal.alarm(0)
