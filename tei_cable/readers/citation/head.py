"""The head of a citation: title, date, and the collection that publishes the document.

    head := QUOTE title QUOTE "," (date ",")? collection

The comma after the title stands inside the quotation marks or outside them.
"""

from __future__ import annotations

import re

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span

_HEAD = re.compile(
    r"""["“](?P<title>.+?),?["”],?\s+
    (?:(?P<date>[^,"”]{3,25}(?:,\s\d{4})?),\s)?
    (?P<collection>[^,"”]*\bDigital\ Archive)\b""",
    re.VERBOSE,
)
_ROLES = (CitationRole.TITLE, CitationRole.DATE, CitationRole.COLLECTION)


def read_head(text: str) -> tuple[CitationPart, ...]:
    """Return title, date and collection; () where the text does not begin with a head."""
    match = _HEAD.match(text)
    if not match:
        return ()
    return tuple(
        CitationPart(Span(*match.span(role.value)), role) for role in _ROLES if match[role.value]
    )
