"""Findings on their way to a reader; one file a format, imported when it is used."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, TextIO

from tei_cable.reporters.text import write_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from tei_cable.report import Report

__all__ = ["FORMATS", "reporter", "write_text"]

FORMATS = ("text", "json", "github", "sarif", "junit", "checkstyle")


def reporter(name: str) -> Callable[[Report, TextIO], None]:
    """Return the function that writes a report in one of `FORMATS`."""
    module = importlib.import_module(f"tei_cable.reporters.{name}")
    write: Callable[[Report, TextIO], None] = module.write_report
    return write
