"""What the manifests of a folder say of the batch that was last run there, with all its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.batch.manifest import manifest_name, read_manifest, records_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from tei_cable.batch.manifest import Done

_PART = re.compile(r"manifest-\d+-of-(\d+)\.jsonl")


@dataclass(frozen=True, slots=True)
class Account:
    """What manifests say of a folder: documents, parts of the batch not begun, parts not ended."""

    done: Mapping[str, Done]
    missing: Sequence[str] = ()
    open: Sequence[str] = ()


def read_account(folder: Path, *, warn: Callable[[str], None] = lambda _: None) -> Account:
    """Return the account of the batch that was last run in a folder.

    What runs before it have said counts if it resumed them. A batch in other parts, or whole, that
    ran in the folder before is another one.
    """
    begun = {path: _last_run(path) for path in folder.glob("manifest*.jsonl")}
    if not begun:
        return Account({})
    newest = max(begun, key=lambda path: (begun[path].at, path.name))
    names = _names_beside(newest.name)
    done: dict[str, Done] = {}
    for path in (folder / name for name in names):
        if path in begun:
            done |= read_manifest(path, warn=warn, since=begun[path].since)
    there = [folder / name in begun for name in names]
    missing = [name for name, is_there in zip(names, there, strict=True) if not is_there]
    unended = [p.name for p, run in begun.items() if p.name in names and not run.ended]
    return Account(done, missing, sorted(unended))


def _names_beside(name: str) -> Sequence[str]:
    """Return the names of the manifests of all parts of a batch that a manifest is one of."""
    found = _PART.fullmatch(name)
    count = int(found.group(1)) if found else 1
    return [manifest_name(number, count) for number in range(1, count + 1)]


class _Run(NamedTuple):
    """The last run of a manifest: when it began, the line on which its account does, its end."""

    at: str = ""
    since: int = 0
    ended: bool = False


def _last_run(path: Path) -> _Run:
    run = _Run()
    for number, record in records_of(path, lambda _: None):
        if "run" in record:
            run = _Run(str(record["run"]), run.since if record.get("resume") else number)
        elif "end" in record:
            run = run._replace(ended=True)
    return run
