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
    from collections.abc import Iterable, Iterator

    from tei_cable.batch.work import Task

PAGES = {f"{n}.txt": page(f"The harvest of {1950 + n} was good.").encode() for n in range(8)}


def _items(pages: dict[str, bytes]) -> list[Item]:
    return [Item(name, Path(name), data) for name, data in pages.items()]


def _here(tasks: Iterable[Task], folder: Path | None, config: Config, /) -> Iterator[Outcome]:
    for task in tasks:
        yield from work([task], folder, config)


def _tree(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.rglob("*.xml")}


class Loopback:
    """A scheduler as a process of its own, on this machine alone, and workers on demand."""

    def __init__(self, file: Path) -> None:
        self.workers: list[subprocess.Popen[bytes]] = []
        self._file = file
        common = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
        self._scheduler = self._run("scheduler", *common)
        deadline = time.monotonic() + 90
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.address = str(json.loads(file.read_text())["address"])

    def _run(self, what: str, *options: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", f"distributed.cli.dask_{what}", *options]
        command += ["--scheduler-file", str(self._file)]
        return subprocess.Popen(command, stderr=subprocess.DEVNULL)

    def start(self, count: int) -> None:
        """Start workers without a nanny."""
        options = ("--no-dashboard", "--no-nanny", "--nthreads", "1")
        self.workers += [self._run("worker", *options) for _ in range(count)]

    def stop(self) -> None:
        """End all."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()


@pytest.fixture
def loopback(tmp_path: Path) -> Iterator[Loopback]:
    """A scheduler without workers."""
    loopback = Loopback(tmp_path / "scheduler.json")
    yield loopback
    loopback.stop()


def test_a_worker_that_is_killed_loses_nothing(tmp_path: Path, loopback: Loopback) -> None:
    """One of two workers dies in mid-run; the files are those of an undisturbed run."""
    loopback.start(2)
    killed: list[int] = []

    def kill_one(_: Outcome | None) -> None:
        if not killed:
            killed.append(loopback.workers[0].pid)
            os.kill(loopback.workers[0].pid, signal.SIGKILL)

    engine = Cluster(loopback.address, batch=1, work=slow_work)
    summary = convert_folder(_items(PAGES), tmp_path / "a", Config(), engine=engine, each=kill_one)
    assert killed
    assert (summary.total, summary.clean) == (len(PAGES), True)
    convert_folder(_items(PAGES), tmp_path / "b", Config(), engine=_here)
    assert _tree(tmp_path / "a") == _tree(tmp_path / "b")


def test_bad_documents_are_named_and_the_others_converted(tmp_path: Path) -> None:
    """A document that kills its workers, hangs or raises costs itself alone."""
    pages = {**PAGES, "crash": b"x", "hang": b"x", "raise": b"x", "empty": b""}
    engine = Cluster(jobs=2, timeout=8.0, batch=4, work=poisoned_work)
    summary = convert_folder(_items(pages), tmp_path, Config(), engine=engine)
    statuses = {name: d.status for name, d in read_manifest(tmp_path / MANIFEST).items()}
    assert statuses["crash"] is Status.CRASHED
    assert statuses["hang"] is Status.TIMED_OUT
    assert statuses["raise"] is Status.CRASHED
    assert statuses["empty"] is Status.FAILED
    assert summary.statuses[Status.CONVERTED] == len(PAGES)


def test_workers_that_come_late_are_waited_for(tmp_path: Path, loopback: Loopback) -> None:
    """Without a worker time counts for no document; what is waited for is told."""
    said: list[str] = []

    def start_one(message: str) -> None:
        said.append(message)
        loopback.start(1)

    engine = Cluster(loopback.address, batch=8, warn=start_one)
    summary = convert_folder(_items(PAGES), tmp_path, Config(), engine=engine)
    assert (summary.total, summary.clean) == (len(PAGES), True)
    assert said == ["no Dask worker is there; waiting 300 s for one"]


def test_without_workers_a_run_ends_after_a_while(tmp_path: Path, loopback: Loopback) -> None:
    """It says for how long none was there, and no document is called too slow."""
    engine = Cluster(loopback.address, timeout=0.1, patience=2.0)
    with pytest.raises(ConfigError, match="no Dask worker was there for 2 s; start one"):
        convert_folder(_items(PAGES), tmp_path, Config(), engine=engine)
    assert not read_manifest(tmp_path / MANIFEST)


def test_a_worker_without_a_nanny_that_is_stalled_is_ended(
    tmp_path: Path, loopback: Loopback
) -> None:
    """The document that stalls it is too slow; the other worker does the rest."""
    loopback.start(3)
    pages = {"hang": b"x", **PAGES}
    engine = Cluster(loopback.address, timeout=8.0, batch=1, work=poisoned_work)
    summary = convert_folder(_items(pages), tmp_path, Config(), engine=engine)
    assert read_manifest(tmp_path / MANIFEST)["hang"].status is Status.TIMED_OUT
    assert summary.statuses[Status.CONVERTED] == len(PAGES)


def test_a_scheduler_that_does_not_answer_is_an_error(tmp_path: Path) -> None:
    """The message tells the address."""
    engine = Cluster("tcp://127.0.0.1:1")
    with pytest.raises(ConfigError, match=r"tcp://127\.0\.0\.1:1: no Dask scheduler answers"):
        convert_folder(_items(PAGES), tmp_path, Config(), engine=engine)
