"""The file of all findings of a batch (`--report`), written as they come, however many."""

from __future__ import annotations

import json
from contextlib import ExitStack
from typing import TYPE_CHECKING

from tei_cable.reporters.json import record_of
from tei_cable.reporters.sarif import log_of, result_of
from tei_cable.writing import replaced

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Self, TextIO

    from tei_cable.findings import Finding

_HERE = "\0"


class FindingsFile:
    """A context manager that `add` writes findings through; nothing is written without a path.

    The form follows from the name: `.sarif` is SARIF 2.1.0, `.json` an object with a list of
    `findings`, all else has an object a line. The file appears when it is whole.
    """

    def __init__(self, path: Path | None) -> None:
        """OSError on entering if the file can't be written."""
        self._path = path
        self._stack = ExitStack()
        self._codes: list[str] = []
        self._seen: dict[str, int] = {}
        self._separator = ""
        self._file: TextIO | None = None

    def __enter__(self) -> Self:
        if self._path:
            partial = self._stack.enter_context(replaced(self._path))
            self._file = self._stack.enter_context(partial.open("w", encoding="utf-8"))
            self._file.write(self._frame()[0])
        return self

    def __exit__(self, *error: object) -> None:
        if self._file:
            self._file.write(self._frame()[1])
        self._stack.__exit__(*error)  # type: ignore[arg-type]  # as they were given

    def add(self, item: Finding) -> None:
        """Write a finding."""
        if not (self._path and self._file):
            return
        if self._path.suffix not in (".sarif", ".json"):
            self._file.write(json.dumps(record_of(item), ensure_ascii=False) + "\n")
            return
        self._file.write(f"{self._separator}\n{json.dumps(self._record(item))}")
        self._separator = ","

    def _record(self, item: Finding) -> dict[str, object]:
        if self._path and self._path.suffix == ".json":
            return record_of(item)
        if item.code not in self._codes:
            self._codes.append(item.code)
        return result_of(item, self._codes, self._seen)

    def _frame(self) -> tuple[str, str]:
        """Return what stands before and after the findings; a SARIF log ends with its rules."""
        suffix = self._path.suffix if self._path else ""
        if suffix == ".sarif":
            start, _, end = json.dumps(log_of(self._codes, _HERE)).partition(json.dumps(_HERE))
            return f"{start}[", f"\n]{end}\n"
        return ('{"version": 1, "findings": [', "\n]}\n") if suffix == ".json" else ("", "")
