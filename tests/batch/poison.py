"""What a worker may be made to do: documents that say so kill it, stall it, or make it fail."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from tei_cable.batch.many import convert_given
from tei_cable.batch.work import Outcome, work
from tei_cable.model import Source

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tei_cable.batch.work import Task
    from tei_cable.config import Config


def poisoned_work(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Work as `work` does, but for documents that are called after what they do."""
    for task in tasks:
        if "crash" in task.item.name:
            os._exit(3)
        if "hang" in task.item.name:
            time.sleep(600)
        if "raise" in task.item.name:
            raise RuntimeError("a bug")
    return work(tasks, folder, config)


def slow_work(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Work as `work` does, slowly enough to be disturbed."""
    time.sleep(0.3)
    return work(tasks, folder, config)


def stuck_work(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Write down which process this is, and do nothing for ever."""
    if folder:
        (folder / "worker").write_text(f"{os.getpid()}\n")
    time.sleep(600)
    return work(tasks, folder, config)


def poisoned_given(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Work as `convert_given` does, but for a source of the name `crash`."""
    for task in tasks:
        if isinstance(task.item.given, Source) and task.item.given.name == "crash":
            os._exit(3)
    return convert_given(tasks, folder, config)
