"""Many files: each one read, checked and told apart from the others; in processes where it pays."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.findings import Finding, finding
from tei_cable.processors import cores
from tei_cable.report import Checked
from tei_cable.validation import Engine, problems_of, validate, validate_by_jing
from tei_cable.validation.lines import decoded, lines_of
from tei_cable.validation.naming import named_schema
from tei_cable.validation.schemas import Schema
from tei_cable.writing import write_whole

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml import etree

    from tei_cable.validation.problem import Problem
    from tei_cable.validation.selection import Selection

_MANY = 64
_CHUNK = 16
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Settings:
    """How files are checked: by an engine, and by a schema or else the one that a file names.

    `catalogs` say where the schemas are that files name; where a schema is not on this machine,
    the project's own is taken, with a finding. With `fix` files are mended, by the rules that it
    selects, and written before they are checked.
    """

    engine: Engine = Engine.LXML
    schema: Schema | None = None
    catalogs: tuple[Path, ...] = ()
    fix: Selection | None = None


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
    if settings.engine is Engine.JING:
        yield from _check_by_jing(inputs, settings)
        return
    judge = partial(check, settings=settings)
    jobs = jobs or cores()
    if jobs == 1 or len(inputs) < _MANY:
        yield from map(judge, inputs)
        return
    yield judge(inputs[0])  # what is compiled for it, the processes inherit where they are forked
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415 (only for many files)

    with ProcessPoolExecutor(min(jobs, len(inputs) // _CHUNK)) as pool:
        yield from pool.map(judge, inputs[1:], chunksize=_CHUNK)


def check(given: Input, settings: Settings) -> Checked:
    """Return what is wrong with one file, with the lines that the findings point to."""
    data = _read(given)
    if isinstance(data, Finding):
        return Checked(given.name, (data,))
    schema, missing = _schema(given, data, settings)
    before = data
    if settings.fix is not None:
        data = _mended(given, data, settings.fix, schema)
    found = validate(data, given.name, engine=settings.engine, schema=schema)
    lines = lines_of(data, found)
    return Checked(given.name, (*missing, *found), lines, mended=data != before)


def _mended(given: Input, data: bytes, selection: Selection, schema: Schema) -> bytes:
    from tei_cable.validation.mend import mended  # noqa: PLC0415 (for --fix alone)

    def judged(tree: etree._ElementTree) -> list[Problem]:
        problems = problems_of(tree, Engine.LXML, schema)
        return [problem for problem in problems if selection.keeps(problem.code)]

    after = mended(data, given.name, judged)
    if after != data:
        write_whole(Path(given.name), after)
    return after


def _check_by_jing(inputs: Sequence[Input], settings: Settings) -> list[Checked]:
    """Check files in one run for each schema that they name."""
    done: dict[int, Checked] = {}
    runs: dict[Schema, list[tuple[int, bytes, tuple[Finding, ...]]]] = {}
    for number, given in enumerate(inputs):
        data = _read(given)
        if isinstance(data, Finding):
            done[number] = Checked(given.name, (data,))
        else:
            schema, missing = _schema(given, data, settings)
            runs.setdefault(schema, []).append((number, data, missing))
    for schema, files in runs.items():
        names = [inputs[number].name for number, _, _ in files]
        judged = validate_by_jing([data for _, data, _ in files], names, schema)
        for (number, data, missing), name, found in zip(files, names, judged, strict=True):
            done[number] = Checked(name, (*missing, *found), lines_of(data, found))
    return [done[number] for number in range(len(inputs))]


def _read(given: Input) -> bytes | Finding:
    if given.data is not None:
        return given.data
    try:
        return Path(given.name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return finding("TC401", f"The file cannot be read: {reason}.", file=given.name)


def _schema(given: Input, data: bytes, settings: Settings) -> tuple[Schema, tuple[Finding, ...]]:
    """Return the schema for a file, and a finding for each that it names and can't be had."""
    if settings.schema is not None:
        return settings.schema, ()
    head = decoded(data[:_HEAD])
    if "<?xml-model" not in head:
        return Schema(), ()
    folder = Path(given.name).parent if given.data is None else Path()
    named = named_schema(head, folder, settings.catalogs)
    fix = "give the schema with --schema, or say with --catalog where it is"
    missing = (
        finding("TC406", f"{said[:1].upper()}{said[1:]}.", file=given.name, fix=fix)
        for said in named.missing
    )
    return named.schema, tuple(missing)
