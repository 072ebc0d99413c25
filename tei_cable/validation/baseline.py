"""A baseline: findings that are known, so that a run tells only what is new."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError
from tei_cable.findings import finding
from tei_cable.report import Report, fingerprint, normal_name

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_VERSION = 1


@dataclass(frozen=True, slots=True)
class Known:
    """A finding of the baseline, and how often it was there."""

    fingerprint: str
    file: str
    count: int


def read_baseline(path: Path) -> tuple[Known, ...]:
    """Return the findings of a baseline; ConfigError if the file is none."""
    try:
        document = json.loads(path.read_text("utf-8"))
        if document["version"] != _VERSION:
            raise ConfigError(f"the baseline {path} has the version {document['version']}")
        return tuple(
            Known(str(e["fingerprint"]), str(e["file"]), int(e["count"]))
            for e in document["findings"]
        )
    except OSError as error:
        raise ConfigError(f"the baseline {path} cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ConfigError(f"{path} is no baseline: `--write-baseline` makes one") from error


def baseline_of(report: Report) -> bytes:
    """Return a baseline of all findings about files, as JSON that a person can read."""
    found = [f for checked in report.files for f in checked.findings]
    counts = Counter(map(fingerprint, found))
    first = {fingerprint(f): f for f in reversed(found)}
    entries = [
        {
            "fingerprint": mark,
            "file": normal_name(item.file),
            "count": counts[mark],
            "code": item.code,
            "message": item.message,
        }
        for mark, item in first.items()
    ]
    entries.sort(key=lambda entry: (entry["file"], entry["code"], entry["fingerprint"]))
    document = {"version": _VERSION, "findings": entries}
    return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()


def without_known(report: Report, known: Iterable[Known], place: str) -> Report:
    """Return what is new; a note tells how many findings of the checked files are gone."""
    known = tuple(known)
    left = Counter({entry.fingerprint: entry.count for entry in known})
    files, hidden = [], 0
    for checked in report.files:
        new = []
        for item in checked.findings:
            mark = fingerprint(item)
            if left[mark] > 0:
                left[mark] -= 1
                hidden += 1
            else:
                new.append(item)
        files.append(replace(checked, findings=tuple(new)))
    names = {normal_name(checked.name) for checked in report.files}
    gone = sum(left[entry.fingerprint] for entry in known if entry.file in names)
    notes = report.notes
    if gone:
        message = f"The baseline has {gone} of these files' findings that are gone."
        fix = "write the baseline again with --write-baseline"
        notes = (*notes, finding("TC405", message, file=place, fix=fix))
    return replace(report, files=tuple(files), notes=notes, known=hidden)
