"""The account of a batch: a line of JSON for each document that was worked on, only ever added to.

Each run begins with a line that says what it was made with, and ends with one that says when. A
document is done if its last line says so, and the same program, settings and input would make the
same output, which is still there.

A part of a batch (`--shard`) has a manifest of its own: `manifest-1-of-8.jsonl`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from tei_cable import __version__
from tei_cable.annotators import spacy_persons
from tei_cable.batch.work import Status
from tei_cable.errors import ConfigError
from tei_cable.schema.files import schema_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from importlib.resources.abc import Traversable
    from types import TracebackType
    from typing import Self

    from tei_cable.batch.work import Outcome
    from tei_cable.config import Config


def versions(config: Config) -> Mapping[str, str]:
    """Return what results depend on: the program's version, and digests of data and settings.

    With spaCy its version and that of its model are among them. Raises ConfigError if an authority
    file of the settings can't be read, or spaCy is asked for and not installed.
    """
    settings = json.dumps(asdict(config), default=str, sort_keys=True)
    authority = hashlib.sha256()
    for name, data in _data_of(files("tei_cable.authority")):
        authority.update(f"{name}\0{len(data)}\0".encode() + data)
    for own in config.authority:
        authority.update(b"\0" + _bytes_of(own))
    return {
        **(spacy_persons.versions() if config.spacy else {}),
        "tool": __version__,
        "config": hashlib.sha256(settings.encode()).hexdigest(),
        "schema": hashlib.sha256(schema_file("rng").read_bytes()).hexdigest(),
        "authority": authority.hexdigest(),
    }


def _data_of(folder: Traversable, above: str = "") -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of the files of a package and its folders, code left out."""
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            if file.name != "__pycache__":
                yield from _data_of(file, f"{above}{file.name}/")
        elif not file.name.endswith(".py"):
            yield f"{above}{file.name}", file.read_bytes()


def _bytes_of(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise ConfigError(f"{file}: {error.strerror}") from error


@dataclass(frozen=True, slots=True)
class Done:
    """What the manifest last said of a document."""

    status: Status
    input_sha256: str
    output: str
    output_sha256: str
    codes: Mapping[str, int]
    problem: str
    current: bool


def manifest_name(number: int = 1, count: int = 1) -> str:
    """Return the name of the manifest of part `number` of `count`."""
    return "manifest.jsonl" if count == 1 else f"manifest-{number}-of-{count}.jsonl"


def read_manifest(
    path: Path,
    made_with: Mapping[str, str] | None = None,
    *,
    warn: Callable[[str], None] = lambda _: None,
    since: int = 0,
) -> dict[str, Done]:
    """Return the last word on each document, in the order in which they were first worked on.

    `made_with` are the `versions` that count as current; without, all do. A line that is none is
    passed over, and told to `warn`, but for a last one that was broken off. Lines before number
    `since` say nothing.
    """
    done: dict[str, Done] = {}
    current = made_with is None
    for number, record in records_of(path, warn):
        if number < since or "end" in record:
            continue
        try:
            if "run" in record:
                current = made_with is None or record["made_with"] == dict(made_with)
            else:
                done[record["name"]] = _done(record, current=current)
        except (KeyError, TypeError, ValueError, AttributeError):
            warn(f"{path}: line {number} is no line of a manifest: it is passed over")
    return done


def records_of(path: Path, warn: Callable[[str], None]) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the lines of a manifest with their numbers; what is none is told to `warn`."""
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict):
                yield number, record
            elif line.endswith(b"\n"):
                warn(f"{path}: line {number} is no line of a manifest: it is passed over")


def _done(record: Mapping[str, Any], *, current: bool) -> Done:
    return Done(
        Status(record["status"]),
        record["input_sha256"],
        record["output"],
        record["output_sha256"],
        record["codes"],
        record["problem"],
        current,
    )


class Manifest:
    """The manifest of an output folder, locked against a second run while it is open.

    Use it as a context manager. `before` is what former runs have said, if this one resumes them;
    `warn` hears of a line of theirs that is none.
    """

    def __init__(
        self,
        path: Path,
        made_with: Mapping[str, str],
        *,
        resume: bool = True,
        warn: Callable[[str], None] = lambda _: None,
    ) -> None:
        """Raises ConfigError on entering if another run holds the folder."""
        self._resume = resume
        self._warn = warn
        self._path = path
        self._made_with = made_with
        self._lock = FileLock(path.with_name(f".{path.name}.lock"))
        self.before: dict[str, Done] = {}

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._lock.acquire(timeout=0)
        except Timeout as error:
            raise ConfigError(f"{self._path.parent}: another run is working there") from error
        if self._resume:
            self.before = read_manifest(self._path, self._made_with, warn=self._warn)
        self._file = self._path.open("ab")
        self._file.truncate(_whole_lines(self._path))
        self._write({"run": _now(), "resume": self._resume, "made_with": dict(self._made_with)})
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if kind is None:
            self._write({"end": _now()})
        self._file.close()
        self._lock.release()

    def add(self, outcome: Outcome) -> None:
        """Write down what became of a document."""
        self._write(
            {
                "name": outcome.name,
                "status": outcome.status.value,
                "input_sha256": outcome.input_sha256,
                "output": outcome.output,
                "output_sha256": outcome.output_sha256,
                "codes": dict(outcome.codes()),
                "problem": outcome.problem,
                "seconds": round(outcome.seconds, 4),
            }
        )

    def _write(self, record: Mapping[str, object]) -> None:
        self._file.write(json.dumps(record, ensure_ascii=True).encode() + b"\n")
        self._file.flush()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def _whole_lines(path: Path) -> int:
    """Return the length of a file up to the end of its last whole line."""
    length = 0
    with path.open("rb") as file:
        for line in file:
            length += len(line) if line.endswith(b"\n") else 0
    return length
