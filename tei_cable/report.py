"""What a run over many files has to say: each file with its findings, and the run's own."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING

from tei_cable.findings import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.findings import Finding


@dataclass(frozen=True, slots=True)
class Checked:
    """A file that was checked: its findings, and the source lines that they point to."""

    name: str
    findings: tuple[Finding, ...] = ()
    lines: Mapping[int, str] = field(default_factory=dict)

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
        if self.known:
            parts.append(f"{self.known} known from the baseline")
        return ", ".join(parts)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def fingerprint(finding: Finding) -> str:
    """Return 16 hexadecimal digits that stay the same when lines are added above the finding.

    They are made from its code, file, XPath and message.
    """
    parts = (finding.code, PurePath(finding.file).as_posix(), finding.xpath, finding.message)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]
