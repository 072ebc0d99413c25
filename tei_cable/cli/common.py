"""What every command shares: exit codes, how errors end a run, how findings are shown."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tei_cable.errors import SourceError
from tei_cable.findings import Severity
from tei_cable.reporters import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from tei_cable.findings import Finding


class Exit(IntEnum):
    """The contract of every command."""

    CLEAN = 0
    FINDINGS = 1
    COULD_NOT_RUN = 2


def read_bytes(file: str) -> tuple[str, bytes]:
    """Read a file, or stdin for `-`; return its name and bytes. SourceError if it can't be."""
    if file == "-":
        return "<stdin>", sys.stdin.buffer.read()
    try:
        return file, Path(file).read_bytes()
    except OSError as error:
        raise SourceError(file, error.strerror or "cannot be read") from error


def show(findings: Sequence[Finding], stream: TextIO | None = None) -> None:
    """Write findings to `stream` (stderr unless told), coloured where a person reads them."""
    target = stream or sys.stderr
    write_text(findings, target, color=target.isatty() and not os.environ.get("NO_COLOR"))


def exit_code(findings: Sequence[Finding]) -> Exit:
    """Return `FINDINGS` if one of them is an error, else `CLEAN`."""
    return Exit.FINDINGS if any(f.severity is Severity.ERROR for f in findings) else Exit.CLEAN


def refuse(unreadable: Finding) -> NoReturn:
    """End the running command, which can do nothing with a TEI file that is not XML."""
    show([unreadable])
    click.get_current_context().exit(Exit.COULD_NOT_RUN)


def finish(findings: Sequence[Finding]) -> None:
    """End the running command with the exit code that its findings ask for."""
    click.get_current_context().exit(exit_code(findings))
