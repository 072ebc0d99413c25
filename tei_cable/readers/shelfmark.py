"""A bare archival reference: `[NAA: A1838, 160/11/1/1 part 1]`.

reference := ARCHIVE ":" SERIES "," SYMBOL PART? | ARCHIVE ":" SHELFMARK
"""

from __future__ import annotations

import re

from tei_cable.authority import repositories
from tei_cable.metadata import Citation, CitationPart, CitationRole
from tei_cable.model import Span

_REFERENCE = re.compile(
    r"\[?(?:On file )?(?P<repository>[A-Z]{2,5}) ?: ?(?P<shelfmark>[^\]]+?)[ .]*\]?\.?"
)
_SERIES = re.compile(
    r"(?P<series>[A-Z]{1,3} ?\d[\w/]*|\d+), (?P<symbol>.+?)"
    r"(?:[,.] (?P<roman>[ivxlc]+|[IVXLC]+)|,? part (?P<part>\w+))?"
)


def parse_shelfmark(text: str) -> Citation | None:
    """Take a reference (white space folded) apart; None if it is no bare reference."""
    match = _REFERENCE.fullmatch(text)
    if not match:
        return None
    name = match["repository"]
    known = name if name in repositories() else ""
    archive = CitationPart(Span(*match.span("repository")), CitationRole.REPOSITORY, value=known)
    units = _units(text, *match.span("shelfmark"))
    place = Span(archive.span.start, units[-1].span.end)
    return Citation(text, (CitationPart(place, CitationRole.LOCATOR, parts=(archive, *units)),))


def _units(text: str, start: int, end: int) -> tuple[CitationPart, ...]:
    match = _SERIES.fullmatch(text, start, end)
    if not match:
        return (_unit(text, "shelfmark", start, end),)
    named = (("series", "series"), ("symbol", "control-symbol"), ("roman", "part"))
    groups = (*named, ("part", "part"))
    return tuple(_unit(text, type_, *match.span(group)) for group, type_ in groups if match[group])


def _unit(text: str, type_: str, start: int, end: int) -> CitationPart:
    return CitationPart(Span(start, end), CitationRole.SHELFMARK, type_, text[start:end])
