"""Addresses in a citation: the page's own, or that of a document elsewhere.

    url := "<"? SCHEME "://" host path ">"?

The page's own ends in `/document/NUMBER`, the number of the record; on a host `digitalarchive.*`
also in `/document/WORDS`, its slug, or `/node/NUMBER`, a number of another series.
"""

from __future__ import annotations

import re

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span

_URL = re.compile(r"https?://[^\s<>]+[^\s<>.,;)]")
_PAGE = re.compile(
    r"https?://(?:[^/]+/(?:en/)?document/(?P<record>\d+)"
    r"|digitalarchive\.[^/]+/(?:(?:en/)?document/(?P<slug>[\w%-]+)|node/(?P<node>\d+)))/?"
    r"(?:[?#].*)?$"
)


def read_url(text: str, at: int) -> CitationPart | None:
    """Return the address that begins at an offset; its detail says what the value identifies."""
    match = _URL.match(text, at)
    if not match:
        return None
    page = _PAGE.match(match.group())
    detail = page.lastgroup if page else ""
    value = page[detail] if page and detail else ""
    return CitationPart(Span(*match.span()), CitationRole.URL, detail or "", value)
