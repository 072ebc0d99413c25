"""A bare archival reference: `[NAA: A1838, 160/11/1/1 part 1]`, archive, then shelfmark."""

from __future__ import annotations

import re

from tei_cable.metadata import Citation, CitationPart, CitationRole
from tei_cable.model import Span

_REFERENCE = re.compile(
    r"\[?(?:On file )?(?P<repository>[A-Z]{2,5}) ?: ?(?P<shelfmark>[^\]]+?)[ .]*\]?\.?"
)


def parse_shelfmark(text: str) -> Citation | None:
    """Take a reference (white space folded) apart; None if it is no bare reference."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    parts = (
        CitationPart(Span(*match.span("repository")), CitationRole.REPOSITORY),
        CitationPart(Span(*match.span("shelfmark")), CitationRole.SHELFMARK),
    )
    return Citation(text, parts)
