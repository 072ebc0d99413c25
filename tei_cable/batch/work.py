"""What a worker does: one document after another, each with an outcome."""

from __future__ import annotations

import hashlib
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.batch.items import Item
from tei_cable.batch.outputs import write_output
from tei_cable.errors import TeiCableError
from tei_cable.findings import Severity, finding
from tei_cable.pipeline import convert
from tei_cable.sidecar import fields_of
from tei_cable.source import decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tei_cable.config import Config
    from tei_cable.findings import Finding


class Status(StrEnum):
    """What became of a document."""

    CONVERTED = "converted"
    ERRORS = "converted-with-errors"
    FAILED = "failed"
    CRASHED = "crashed"
    TIMED_OUT = "timed-out"

    @property
    def has_output(self) -> bool:
        """Whether there is a TEI file."""
        return self in (Status.CONVERTED, Status.ERRORS)


@dataclass(frozen=True, slots=True)
class Task:
    """A document to work on, and where its TEI goes (relative to the output folder)."""

    item: Item
    output: str


PAUSE = Task(Item("", Path()), "")  # among tasks: there is none for now, until an outcome is out


def batches(tasks: Iterable[Task], size: int) -> Iterator[Sequence[Task]]:
    """Yield tasks so many at a time, and () where there is none for now: ask again later."""
    some: list[Task] = []
    for task in tasks:
        if task is not PAUSE:
            some.append(task)
        if task is PAUSE or len(some) == size:
            yield tuple(some)
            some.clear()
    if some:
        yield tuple(some)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a document: digests of what went in and out, findings, seconds it took.

    `place` is what its findings call it, "" for its name. `xml` is the TEI where no folder was told
    to write it to, else b"".
    """

    name: str
    status: Status
    input_sha256: str = ""
    output: str = ""
    output_sha256: str = ""
    problem: str = ""
    findings: tuple[Finding, ...] = ()
    seconds: float = 0.0
    size: int = 0
    xml: bytes = field(default=b"", repr=False)
    place: str = ""

    def told(self) -> Sequence[Finding]:
        """Return all there is to say: the findings, or the one that says why there is no output."""
        if self.status.has_output:
            return self.findings
        problem = " ".join(f"{self.status.value}: {self.problem}".split())
        return [finding("TC801", problem, file=self.place or self.name)]

    def codes(self) -> Mapping[str, int]:
        """Return how often each code was found, the codes in order."""
        return dict(sorted(Counter(f.code for f in self.told()).items()))


def digest_of(data: bytes, said: bytes = b"") -> str:
    """Return the digest of a document; one with a sidecar has that of both."""
    digest = hashlib.sha256(data)
    if said:
        digest.update(b"\0" + said)
    return digest.hexdigest()


def work(tasks: Sequence[Task], folder: Path | None, config: Config) -> list[Outcome]:
    """Convert documents; write each to its place in `folder`, or hand it back if that is None."""
    return [_one(task, folder, config) for task in tasks]


def _one(task: Task, folder: Path | None, config: Config) -> Outcome:
    started = time.perf_counter()
    name, digest, size = task.item.name, "", 0
    try:
        data = task.item.read()
        said = task.item.read_sidecar()
        digest, size = digest_of(data, said), len(data)
        source = replace(decode(data, name), stated=fields_of(said, f"the sidecar of {name}"))
        result = convert(source, config)
        if folder is not None:
            write_output(folder / task.output, result.xml)
    except TeiCableError as error:
        seconds = time.perf_counter() - started
        problem = str(error).removeprefix(f"{name}: ")
        return Outcome(
            name,
            Status.FAILED,
            digest,
            problem=problem,
            seconds=seconds,
            size=size,
            place=task.item.place,
        )
    wrong = any(f.severity is Severity.ERROR for f in result.findings)
    return Outcome(
        name,
        Status.ERRORS if wrong else Status.CONVERTED,
        digest,
        task.output,
        hashlib.sha256(result.xml).hexdigest(),
        findings=_placed(result.findings, task.item),
        seconds=time.perf_counter() - started,
        size=size,
        xml=b"" if folder is not None else result.xml,
        place=task.item.place,
    )


def _placed(findings: tuple[Finding, ...], item: Item) -> tuple[Finding, ...]:
    """Name the document in its findings as the user did; its name in the batch is for outputs."""
    if not item.place:
        return findings
    return tuple(replace(f, file=item.place) if f.file == item.name else f for f in findings)
