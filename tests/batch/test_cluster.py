"""Batches on a Dask cluster: the results are those of one machine, whoever dies."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_cable import Config
from tei_cable.batch.cluster import Cluster
from tei_cable.batch.items import Item
from tei_cable.batch.manifest import read_manifest
from tei_cable.batch.run import MANIFEST, convert_folder
from tei_cable.batch.work import Outcome, Status, work
from tei_cable.errors import ConfigError
from tests.batch.poison import poisoned_work, slow_work
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.batch.work import Task

PAGES = {f"{n}.txt": page(f"The harvest of {1950 + n} was good.").encode() for n in range(8)}


def _items(pages: dict[str, bytes]) -> list[Item]:
    return [Item(name, Path(name), data) for name, data in pages.items()]


def _here(tasks: Iterable[Task], folder: Path | None, config: Config, /) -> Iterator[Outcome]:
    for task in tasks:
        yield from work([task], folder, config)


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*.xml")}


@pytest.fixture
def loopback(tmp_path: Path) -> Iterator[tuple[str, Sequence[subprocess.Popen[bytes]]]]:
    """A scheduler and two workers as processes of their own, on this machine alone."""
    file = tmp_path / "scheduler.json"
    common = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1"]
    scheduler = subprocess.Popen(
        [*common, "--port", "0", "--no-dashboard", "--scheduler-file", str(file)],
        stderr=subprocess.DEVNULL,
    )
    worker = [sys.executable, "-m", "distributed.cli.dask_worker", "--no-dashboard", "--no-nanny"]
    workers = [
        subprocess.Popen(
            [*worker, "--nthreads", "1", "--scheduler-file", str(file)], stderr=subprocess.DEVNULL
        )
        for _ in range(2)
    ]
    deadline = time.monotonic() + 30
    while not file.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    yield _address(file), workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def _address(file: Path) -> str:
    return str(json.loads(file.read_text())["address"])


def test_a_worker_that_is_killed_loses_nothing(
    tmp_path: Path, loopback: tuple[str, Sequence[subprocess.Popen[bytes]]]
) -> None:
    """One of two workers dies in mid-run; the files are those of an undisturbed run."""
    address, workers = loopback
    killed: list[int] = []

    def kill_one(_: Outcome | None) -> None:
        if not killed:
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)

    engine = Cluster(address, batch=1, work=slow_work)
    summary = convert_folder(_items(PAGES), tmp_path / "a", Config(), engine=engine, each=kill_one)
    assert killed
    assert (summary.total, summary.clean) == (len(PAGES), True)
    convert_folder(_items(PAGES), tmp_path / "b", Config(), engine=_here)
    assert _tree(tmp_path / "a") == _tree(tmp_path / "b")


def test_bad_documents_are_named_and_the_others_converted(tmp_path: Path) -> None:
    """A document that kills its workers, hangs or raises costs itself alone."""
    pages = {**PAGES, "crash": b"x", "hang": b"x", "raise": b"x", "empty": b""}
    engine = Cluster(jobs=2, timeout=6.0, batch=4, work=poisoned_work)
    summary = convert_folder(_items(pages), tmp_path, Config(), engine=engine)
    statuses = {name: d.status for name, d in read_manifest(tmp_path / MANIFEST).items()}
    assert statuses["crash"] is Status.CRASHED
    assert statuses["hang"] is Status.TIMED_OUT
    assert statuses["raise"] is Status.CRASHED
    assert statuses["empty"] is Status.FAILED
    assert summary.statuses[Status.CONVERTED] == len(PAGES)


def test_a_scheduler_that_does_not_answer_is_an_error(tmp_path: Path) -> None:
    """The message tells the address."""
    engine = Cluster("tcp://127.0.0.1:1")
    with pytest.raises(ConfigError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answers"):
        convert_folder(_items(PAGES), tmp_path, Config(), engine=engine)
