"""A .docx that no other reader knows: its styles tell what is what.

Folded are white space and the marks that stand for the file's structure only. The paragraph in
the style Title is the title; without one, title and date are read as `plain` reads them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.model import Medium
from tei_cable.readers import plain
from tei_cable.readers.parts import field_of

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.model import Source

EXPECTED = "a .docx"


def declines(source: Source) -> str:
    """Say whether the source is no .docx."""
    return "" if source.medium is Medium.DOCX else "the file is no .docx"


def read(source: Source) -> Cable:
    """Read the text of any .docx."""
    cable = plain.read(source)
    title = next((m.span for m in source.marks if m.name == "title"), None)
    field = field_of(source.text, title.start, title.end) if title else None
    if not field:
        return cable
    told = tuple(
        f for f in cable.findings if f.code != "TC106" and "title is read" not in f.message
    )
    return replace(cable, metadata=replace(cable.metadata, title=field), findings=told)
