"""The workers of a Dask cluster: how many there are, who is at work, and what if none are."""

from __future__ import annotations

import os
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import dask
from distributed import Client, LocalCluster

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from distributed import Future

    Warn = Callable[[str], None]

LOOK_EVERY = 1.0  # seconds
_RESTART = 20.0  # seconds for workers to come back; those that don't are not waited for
_END = 5.0  # seconds for a worker without a nanny to end
_LOST = 60.0  # seconds after which another local worker takes the place of one that is missing
_LOCAL = {
    # Dask would end a worker that is down at this moment because it was so once before
    "distributed.deploy.lost-worker-timeout": "1000 days",
    "distributed.scheduler.allowed-failures": 1,  # a batch that broke is tried again anyway
}


@dataclass(slots=True)
class Workforce:
    """Workers as they were at the last look: their threads, and the keys of what they have.

    `local` is the cluster of `jobs` workers on this machine, None for one of somebody else.
    `patience` is how many seconds to go on without any worker.
    """

    client: Client
    patience: float
    warn: Warn
    local: LocalCluster | None = None
    jobs: int = 0
    threads: int = 0
    at_work: Collection[str] = ()
    _looked: float = field(default_factory=time.monotonic)
    _alone: float = 0.0
    _short: float = 0.0
    _more: int = 0

    def look(self) -> float:
        """Look who is there, and bring back who should be; return the seconds to be counted.

        They are those since the last look, fewer if it was long ago, since nobody knows who was at
        work then; 0 if it was just now. Raises ConfigError if no worker was there for too long, or
        if the scheduler has gone.
        """
        passed = time.monotonic() - self._looked
        if passed < LOOK_EVERY:
            return 0.0
        missing = max(0, self.jobs - self.count())
        self._miss(passed)
        self._replace(missing, passed)
        return min(passed, 2 * LOOK_EVERY)

    def count(self) -> int:
        """Return how many workers there are; see what threads they have, and what work."""
        self._looked = time.monotonic()
        try:
            workers = self.client.nthreads()
            has = self.client.processing()
        except OSError as error:
            raise gone() from error
        self.threads = sum(workers.values())
        self.at_work = {key for keys in has.values() for key in keys}
        return len(workers)

    def _replace(self, missing: int, passed: float) -> None:
        """Start local workers for those that their nannies do not bring back."""
        self._short = self._short + min(passed, _LOST / 2) if missing else 0.0
        if self.local and self._short > _LOST:
            self._more += missing
            self._short = 0.0
            self.local.scale(self.jobs + self._more)

    def _miss(self, passed: float) -> None:
        if self.threads:
            self._alone = 0.0
            return
        if not self._alone:
            self.warn(f"no Dask worker is there; waiting {self.patience:.0f} s for one")
        self._alone += passed
        if self._alone > self.patience:
            problem = f"no Dask worker was there for {self.patience:.0f} s"
            raise ConfigError(f"{problem}; start one, and go on with --resume")

    def restart(self, futures: Sequence[Future[object]]) -> None:
        """End the workers that have some futures; those with a nanny come back."""
        keys = {future.key for future in futures}
        held = sorted(w for w, some in self.client.processing().items() if keys.intersection(some))
        self.client.cancel(futures, force=True)
        try:
            self.client.restart_workers(held, timeout=_RESTART, raise_for_error=False)
        except KeyError:  # of a worker that has died meanwhile: that is as good
            pass
        except ValueError:  # of one without a nanny
            self._end(held)

    def _end(self, workers: Sequence[str]) -> None:
        how = {"workers": workers, "on_error": "ignore"}
        call = threading.Thread(target=self.client.run, args=(os._exit, 1), kwargs=how, daemon=True)
        call.start()
        call.join(_END)  # one that is stuck in C does not hear


def gone() -> ConfigError:
    """Return what to raise when the scheduler has gone."""
    return ConfigError(
        "the Dask scheduler does not answer any more; --resume goes on with the rest"
    )


@contextmanager
def local_workers(jobs: int, patience: float, warn: Warn) -> Iterator[Workforce]:
    """Start workers on this machine, which have loaded the program before they are given work."""
    with (
        dask.config.set(_LOCAL),
        LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            preload=["tei_cable.batch.work"],
        ) as local,
        Client(local) as client,
    ):
        yield _counted(Workforce(client, patience, warn, local, jobs))


@contextmanager
def workers_of(scheduler: str, patience: float, warn: Warn) -> Iterator[Workforce]:
    """Use the workers of a scheduler; ConfigError if it does not answer."""
    try:
        client = Client(scheduler, timeout=10)
    except OSError as error:
        raise ConfigError(f"{scheduler}: no Dask scheduler answers") from error
    with client:
        yield _counted(Workforce(client, patience, warn))


def _counted(workforce: Workforce) -> Workforce:
    workforce.count()
    return workforce
