"""Findings on their way to a reader; one file a format."""

from __future__ import annotations

from tei_cable.reporters.text import write_text

__all__ = ["write_text"]
