"""Many files: each one read, checked and told apart from the others; in processes where it pays."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.report import Checked
from tei_cable.validation import Engine, validate_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tei_cable.findings import Finding

_MANY = 64
_CHUNK = 16
_LINE_END = re.compile(r"\r\n|\r|\n")
_ENCODING = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True, slots=True)
class Settings:
    """How files are checked."""

    engine: Engine = Engine.LXML


@dataclass(frozen=True, slots=True)
class Input:
    """A file by its name, or what was read already (the standard input) in `data`."""

    name: str
    data: bytes | None = None


def check_all(inputs: Sequence[Input], settings: Settings, jobs: int = 0) -> Iterator[Checked]:
    """Yield what is wrong with each file, in their order.

    `jobs` is how many processes may run: 0 for one a processor. Few files are checked in this
    process. ConfigError when a schema is missing or unusable.
    """
    judge = partial(check, settings=settings)
    jobs = jobs or _processors()
    if jobs == 1 or len(inputs) < _MANY:
        yield from map(judge, inputs)
        return
    yield judge(inputs[0])  # what is compiled for it, the processes inherit where they are forked
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (only for many files)

    with ProcessPoolExecutor(min(jobs, len(inputs) // _CHUNK)) as pool:
        yield from pool.map(judge, inputs[1:], chunksize=_CHUNK)


def check(given: Input, settings: Settings) -> Checked:
    """Return what is wrong with one file, with the lines that the findings point to."""
    data = given.data
    if data is None:
        try:
            data = Path(given.name).read_bytes()
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            message = f"The file cannot be read: {reason}."
            return Checked(given.name, (finding("TC401", message, file=given.name),))
    findings = tuple(validate_bytes(data, given.name, engine=settings.engine))
    return Checked(given.name, findings, lines_of(data, findings))


def lines_of(data: bytes, findings: Sequence[Finding]) -> Mapping[int, str]:
    """Return the lines that findings point to, by their numbers from 1."""
    wanted = {item.line for item in findings if item.line}
    if not wanted:
        return {}
    lines = _LINE_END.split(_decoded(data))
    return {number: lines[number - 1] for number in sorted(wanted) if number <= len(lines)}


def _decoded(data: bytes) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    declared = _ENCODING.match(data)
    if not encoding and declared:
        encoding = declared[1].decode()
    try:
        return data.decode(encoding or "utf-8", errors="replace")
    except LookupError:
        return data.decode("utf-8", errors="replace")


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
