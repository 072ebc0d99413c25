"""The text of files that are no text: what is taken out of a PDF or a .docx, before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from tei_cable.model import Mark, Remark


@dataclass(frozen=True, slots=True)
class Extracted:
    """The text of a file, and what else the file says of it."""

    text: str
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()


def missing(name: str, what: str, extra: str) -> SourceError:
    """Return the error for a library that is not installed; `extra` is the package's extra."""
    problem = f"to read {what}, tei_cable needs a library that is not installed"
    return SourceError(name, problem, f'it after: pip install "tei_cable[{extra}]"')
