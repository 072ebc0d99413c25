"""What a reader has to say about a place of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.findings import finding

if TYPE_CHECKING:
    from tei_cable.findings import Finding
    from tei_cable.model import Source


def tell(source: Source, code: str, message: str, offset: int) -> Finding:
    """Return a finding about the place of an offset, in code points, of the source's text."""
    line, column = source.position(offset)
    return finding(code, message, file=source.name, line=line, column=column)
