"""Worker processes: a crash or a hang costs the document that caused it, and no other.

Documents go to the workers in batches. When a worker dies, or a batch takes longer than one
document may, the batch is halved and its halves are tried again, until the document is found; it
alone is given up.
"""

from __future__ import annotations

from collections import deque
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pebble import ProcessExpired, ProcessPool

from tei_cable.batch.work import Outcome, Status, work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from tei_cable.batch.work import Task
    from tei_cable.config import Config

    Work = Callable[[Sequence[Task], Path | None, Config], list[Outcome]]

_WAITING = 2  # batches handed out for each worker: one to work on, one to go on with
_RENEWED_AFTER = 1000  # batches until a worker is replaced, so that its memory stays flat


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
        """Yield the outcome of each task as it is done; tasks are taken as they are needed."""
        fresh = _batches(tasks, self.batch)
        again: deque[Sequence[Task]] = deque()
        running: dict[Future[list[Outcome]], Sequence[Task]] = {}
        pool = ProcessPool(max_workers=self.jobs, max_tasks=_RENEWED_AFTER)
        try:
            while True:
                while len(running) < self.jobs * _WAITING and (some := _next(again, fresh)):
                    arguments = (some, folder, config)
                    running[pool.schedule(self.work, arguments, timeout=self.timeout)] = some
                if not running:
                    return
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield from _settled(future, running.pop(future), again)
        finally:
            pool.stop()  # type: ignore[no-untyped-call]  # nothing runs any more, or nobody waits
            pool.join()


def _batches(tasks: Iterable[Task], size: int) -> Iterator[Sequence[Task]]:
    iterator = iter(tasks)
    while some := tuple(islice(iterator, size)):
        yield some


def _next(again: deque[Sequence[Task]], fresh: Iterator[Sequence[Task]]) -> Sequence[Task] | None:
    return again.popleft() if again else next(fresh, None)


def _settled(
    future: Future[list[Outcome]], tasks: Sequence[Task], again: deque[Sequence[Task]]
) -> list[Outcome]:
    """Return what a batch brought; put its halves back if it broke, or give its one task up."""
    try:
        return future.result()
    except TimeoutError:
        status, problem = Status.TIMED_OUT, "it takes too long"
    except ProcessExpired as error:
        status, problem = Status.CRASHED, f"its worker died with the exit code {error.exitcode}"
    except Exception as error:  # whatever a worker raises is told; the rest goes on
        status, problem = Status.CRASHED, f"{type(error).__name__}: {error}"
    if len(tasks) == 1:
        return [Outcome(tasks[0].item.name, status, problem=problem)]
    half = len(tasks) // 2
    again.extend((tasks[:half], tasks[half:]))
    return []
