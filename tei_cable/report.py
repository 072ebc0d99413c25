"""What a run over many files has to say: each file with its findings, and the run's own."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from tei_cable.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.findings import Finding

_NUMBER = re.compile(r"\[\d+\]")


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: its findings, the source lines that they point to, if mended."""

    name: str
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)
    mended: bool = False

    @property
    def is_valid(self) -> bool:
        """Whether no finding is an error."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True, slots=True)
class Report:
    """A whole run; `notes` are findings about no file, `known` counts what a baseline hides."""

    files: tuple[Checked, ...]
    notes: tuple[Finding, ...] = ()
    known: int = 0

    def findings(self) -> Iterator[Finding]:
        """Yield all findings, file by file."""
        for checked in self.files:
            yield from checked.findings
        yield from self.notes

    def count(self, severity: Severity) -> int:
        """Return how many findings have this severity."""
        return sum(finding.severity is severity for finding in self.findings())

    def summary(self) -> str:
        """Return a line that says how the run went."""
        valid = sum(checked.is_valid for checked in self.files)
        parts = [f"{_many(len(self.files), 'file')} checked", f"{valid} valid"]
        parts.append(_many(self.count(Severity.ERROR), "error"))
        if warnings := self.count(Severity.WARNING):
            parts.append(_many(warnings, "warning"))
        if mended := sum(checked.mended for checked in self.files):
            parts.append(f"{_many(mended, 'file')} mended")
        if self.known:
            parts.append(f"{self.known} known from the baseline")
        return ", ".join(parts)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def normal_name(file: str) -> str:
    """Return one name for a file, however it was named: from this folder if it is below it."""
    path = PurePath(os.path.normpath(file))
    here = Path.cwd()
    inside = path.is_relative_to(here)
    return (path.relative_to(here) if inside else path).as_posix()


def fingerprint(finding: Finding) -> str:
    """Return 16 hexadecimal digits that stay the same when lines are added above the finding.

    They are made from its code, file, message and XPath, the numbers in it left out.
    """
    path = _NUMBER.sub("", finding.xpath)
    parts = (finding.code, normal_name(finding.file), path, finding.message)
    return hashlib.sha256("\n".join(parts).encode(errors="surrogateescape")).hexdigest()[:16]
