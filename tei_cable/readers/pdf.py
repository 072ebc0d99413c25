"""A PDF that no other reader knows: its text, as `plain` reads it.

Words hyphenated at the end of a line keep their hyphens, and are reported; running heads and
folios are taken out, each page's number goes to its page break.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.model import Medium
from tei_cable.readers import plain
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.model import Source

EXPECTED = "a PDF with a text layer"
_HYPHENATED = re.compile(r"[a-z]-[ \t]*(?:\r\n|\r|\n)[ \t]*[a-z]")


def declines(source: Source) -> str:
    """Say whether the source is no PDF."""
    return "" if source.medium is Medium.PDF else "the file is no PDF"


def read(source: Source) -> Cable:
    """Read the text of any PDF."""
    cable = plain.read(source)
    words = list(_HYPHENATED.finditer(source.text))
    if not words:
        return cable
    message = f"words are hyphenated at the end of a line ({len(words)}): the hyphens are kept"
    told = tell(source, "TC108", message, words[0].start())
    return replace(cable, findings=(*cable.findings, told))
