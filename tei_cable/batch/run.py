"""A batch from end to end: what is done already, what is left, and what became of it."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter, deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from tei_cable.batch.manifest import Manifest, manifest_name, versions
from tei_cable.batch.outputs import output_name
from tei_cable.batch.work import PAUSE, Outcome, Status, Task, digest_of
from tei_cable.errors import SourceError
from tei_cable.writing import replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from tei_cable.batch.items import Item
    from tei_cable.batch.manifest import Done
    from tei_cable.config import Config

MANIFEST = manifest_name()
EARLY = 8  # times what the processes hold: so many outcomes may wait for an earlier one


class Engine(Protocol):
    """Who does the work: tasks in, their outcomes out in any order.

    `PAUSE` among the tasks says that there is none for now; `batches` knows of it.
    """

    def __call__(
        self, tasks: Iterable[Task], folder: Path | None, config: Config, /
    ) -> Iterator[Outcome]:
        """Work on tasks; write into `folder`, or hand the TEI back if it is None."""
        ...


@dataclass(slots=True)
class Summary:
    """What a run came to: documents by status, those left as they were, findings by code."""

    statuses: Counter[Status] = field(default_factory=Counter)
    unchanged: int = 0
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def total(self) -> int:
        """All documents of the run."""
        return self.unchanged + self.statuses.total()

    @property
    def clean(self) -> bool:
        """Whether each document was converted without an error."""
        return set(self.statuses) <= {Status.CONVERTED}

    def add(self, status: Status, codes: Mapping[str, int]) -> None:
        """Count a document and its findings."""
        self.statuses[status] += 1
        self.codes.update(codes)


@dataclass(frozen=True, slots=True)
class Shard:
    """Part `number` of `count` of a batch, counted from 1: a document is in the same one always."""

    number: int = 1
    count: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= self.count:
            raise ValueError(f"{self.number}/{self.count} is no part; expected 1/n to n/n")

    def holds(self, name: str) -> bool:
        """Whether a document belongs to this part."""
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.count == self.number - 1

    @property
    def manifest(self) -> str:
        """The name of the part's manifest: parts that run at the same time have one each."""
        return manifest_name(self.number, self.count)


def convert_folder(  # noqa: PLR0913 (all but the first three by name)
    items: Iterable[Item],
    folder: Path,
    config: Config,
    *,
    engine: Engine,
    levels: int = 0,
    resume: bool = False,
    shard: Shard | None = None,
    each: Callable[[Outcome | None], None] = lambda _: None,
    warn: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Convert documents into a folder, with a manifest in it; return what it came to.

    With `resume`, what was done with the same input, program and settings is left as it is, if its
    output is still the same. `each` hears of each document: its outcome, None where it was left;
    `warn` of a line of the manifest that is none. Documents of one place are told apart by number:
    the second is `name#2`, and fails.
    Raises ConfigError if another run is working in the folder.
    """
    shard = shard or Shard()
    summary = Summary()
    failed: list[Outcome] = []

    def left() -> Iterator[Task]:
        for task in _tasks(filter(lambda item: shard.holds(item.name), items), levels, failed):
            before = manifest.before.get(task.item.name)
            if before and _unchanged(before, task, folder):
                summary.unchanged += 1
                each(None)
            else:
                yield task

    manifest_file = folder / shard.manifest
    with Manifest(manifest_file, versions(config), resume=resume, warn=warn) as manifest:
        for outcome in _with_failed(engine(left(), folder, config), failed):
            manifest.add(outcome)
            summary.add(outcome.status, outcome.codes())
            each(outcome)
    return summary


def _tasks(items: Iterable[Item], levels: int, failed: list[Outcome]) -> Iterator[Task]:
    """Yield a task for each document; two that would be written to one place are one too many."""
    taken: set[bytes] = set()
    times: Counter[str] = Counter()
    for item in items:
        output = output_name(item.name, levels=levels)
        key = hashlib.blake2b(output.lower().encode("utf-8", "surrogatepass"), digest_size=8)
        if key.digest() in taken:
            times[output] += 1
            name = f"{item.name}#{times[output] + 1}"
            problem = f"another document of the batch is written to {output}"
            failed.append(Outcome(name, Status.FAILED, problem=problem, place=item.place))
            continue
        taken.add(key.digest())
        yield Task(item, output)


def _with_failed(outcomes: Iterator[Outcome], failed: list[Outcome]) -> Iterator[Outcome]:
    for outcome in outcomes:
        yield outcome
        while failed:
            yield failed.pop()
    yield from failed


def _unchanged(before: Done, task: Task, folder: Path) -> bool:
    if not (before.current and before.status.has_output and before.output == task.output):
        return False
    try:
        digest = digest_of(task.item.read(), task.item.read_sidecar())
        output = (folder / before.output).read_bytes()
    except (OSError, SourceError):
        return False
    unchanged = hashlib.sha256(output).hexdigest() == before.output_sha256
    return unchanged and digest == before.input_sha256


def convert_container(  # noqa: PLR0913 (all but the first three by name)
    items: Iterable[Item],
    target: Path,
    config: Config,
    *,
    engine: Engine,
    early: int = 1024,
    each: Callable[[Outcome | None], None] = lambda _: None,
) -> Summary:
    """Convert documents into one `.zip` or `.jsonl` file, which appears when all is done.

    A line of JSON has the fields `name`, `xml`, `findings`. Documents stand in the order of
    `items`, however the work was parted; when `early` of them wait for an earlier one, no more are
    worked on.
    """
    summary = Summary()
    failed: list[Outcome] = []
    open_container = _zip if target.suffix == ".zip" else _lines
    target.parent.mkdir(parents=True, exist_ok=True)
    with replaced(target) as partial, open_container(partial) as add:
        outcomes = in_order(engine, _tasks(items, 0, failed), config, early)
        for outcome in _with_failed(outcomes, failed):
            if outcome.status.has_output:
                add(outcome)
            summary.add(outcome.status, outcome.codes())
            each(outcome)
    return summary


def in_order(engine: Engine, tasks: Iterable[Task], config: Config, most: int) -> Iterator[Outcome]:
    """Yield the outcomes of an engine in the order of the tasks, holding back those that are early.

    When so many wait for an earlier one, no more tasks are handed out.
    """
    order: deque[str] = deque()
    early: dict[str, Outcome] = {}

    def handed_out() -> Iterator[Task]:
        for task in tasks:
            while len(early) >= most:
                yield PAUSE
            order.append(task.item.name)
            yield task

    for outcome in engine(handed_out(), None, config):
        early[outcome.name] = outcome
        while order and order[0] in early:
            yield early.pop(order.popleft())


@contextmanager
def _zip(path: Path) -> Iterator[Callable[[Outcome], None]]:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        yield lambda outcome: archive.writestr(zipfile.ZipInfo(outcome.output), outcome.xml)


@contextmanager
def _lines(path: Path) -> Iterator[Callable[[Outcome], None]]:
    with path.open("wb") as file:

        def add(outcome: Outcome) -> None:
            record = {
                "name": outcome.name,
                "xml": outcome.xml.decode(),
                "findings": outcome.codes(),
            }
            file.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")

        yield add
