"""`tei-cable` with workers that poisoned documents kill or stall, and that write their memory down.

    WORKERS=FOLDER python benchmarks/poisoned.py convert ...

A document whose name has "crash" in it ends the worker that is given it, one with "hang" stalls
it. After each batch a worker adds a line to FOLDER/PID: what it has done so far, its memory now and
at most (kB), whether the batch had a document of more than 500 kB.
"""

from __future__ import annotations

import os
import resource
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.batch import engine
from tei_cable.batch.work import Outcome, work
from tei_cable.cli import main

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.batch.work import Task
    from tei_cable.config import Config

_LARGE = 500_000  # bytes


def poisoned_work(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Work as the program does, but for documents that are called after what they do."""
    for task in tasks:
        if "crash" in task.item.name:
            os._exit(3)
        if "hang" in task.item.name:
            time.sleep(100_000)
    outcomes = work(tasks, folder, config)
    large = any(outcome.size > _LARGE for outcome in outcomes)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with Path(os.environ["WORKERS"], str(os.getpid())).open("a") as file:
        file.write(f"{len(outcomes)} {_resident()} {most} {int(large)}\n")
    return outcomes


def _resident() -> int:
    """Return the memory that this process has now, in kB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() // 1024


if __name__ == "__main__":
    engine.Processes = partial(engine.Processes, work=poisoned_work)  # type: ignore[misc]
    main()
