"""Characters that XML cannot hold: each is reported once, with its first place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.characters import NOT_XML
from tei_cable.findings import finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.findings import Finding
    from tei_cable.model import Source


def left_out_characters(source: Source) -> Iterator[Finding]:
    """Yield a finding for each character of a source that is left out, however often."""
    places: dict[str, list[int]] = {}
    for match in NOT_XML.finditer(source.text):
        places.setdefault(match.group(), []).append(match.start())
    for character, offsets in places.items():
        line, column = source.position(offsets[0])
        message = f"the control character U+{ord(character):04X} is left out"
        if len(offsets) > 1:
            message += f", in {len(offsets)} places"
        yield finding("TC101", message, file=source.name, line=line, column=column)
