"""The archive's own citation of a document, taken apart.

    citation   := QUOTE title QUOTE "," date "," collection "," locator "." provenance* url?
    locator    := PRC FMA file "," pages | REPOSITORY (":" | ",") (fond | opis | delo | listy)+
    provenance := (Obtained | Translated | ...) (for PROGRAMME)? by NAME ((","|"and") NAME)* "."

What no part of the grammar takes stays text: nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.metadata import Citation, CitationPart, CitationRole
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEAD = re.compile(
    r"""["“](?P<title>.+?),?["”],?\s+(?P<date>[^,"”]{3,20}(?:,\s\d{4})?),\s
    (?P<collection>[^,]*\bDigital\ Archive)\b,?\s*""",
    re.VERBOSE,
)
_URL = re.compile(r"https?://[^\s<>]+[^\s<>.,;]")
_CHINESE = re.compile(
    r"(?P<repository>PRC FMA) (?P<shelfmark>\d{3}-\d{5}-\d{2})(?:, (?P<pages>\d+(?:[-–]\d+)?))?"
)
_UNITS = {
    "fond": r"(?:fond|f\.)(?: \(f\.\))? ?(?P<value>\d+\w*)",
    "opis": r"(?:opis|op\.)(?: \(op\.\))? ?(?P<value>\d+\w*)",
    "delo": r"(?:delo|d\.|por\.)(?: \(d\.\))? ?(?P<value>\d+\w*)",
    "papka": r"(?:papka|pap\.) ?(?P<value>\d+\w*)",
    "listy": r"(?:listy?|ll?\.)(?: \(ll\.\))? ?(?P<value>\d+(?:[-–]\d+)?)",
}
_UNIT = re.compile(
    "|".join(re.sub(r"\?P<value>", f"?P<{n}>", p) for n, p in _UNITS.items()), re.IGNORECASE
)
_SOVIET = re.compile(
    r"(?:[^.;()]{0,80}\()?(?P<repository>AV?P ?RF|RGASPI|RGANI|GARF|TsKhSD|TsAMO)\)?"
    r"(?:: |, | )(?=\w)"
)
_CREDIT = re.compile(
    r"\b(?P<verbs>(?:Obtained|Contributed|Transcribed|Translated|Provided|Edited)"
    r"(?:(?:,? and |, )(?:obtained|contributed|transcribed|translated|provided|edited))*)"
    r"(?: (?:for|to) [A-Z]{3,})? by ",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_][\w.'’ʼ-]*\.? ){1,4}?[^\W\d_][\w'’ʼ-]+(?= \(|[.,;]|$| and | [a-z]| http)"
)
_BETWEEN_NAMES = re.compile(r"(?: \([^)]*\))?(?:, and |, | and )")
_NEXT_CREDIT = re.compile(r"(?: \([^)]*\))?(?:,? and |; )(?=[a-z]+ (?:for [A-Z]+ )?by )")


def parse_citation(text: str) -> Citation:
    """Take a citation (white space folded) apart; parts are in order and do not overlap."""
    parts: list[CitationPart] = []
    position = 0
    if head := _HEAD.match(text):
        roles = (CitationRole.TITLE, CitationRole.DATE, CitationRole.COLLECTION)
        parts.extend(CitationPart(Span(*head.span(role.value)), role) for role in roles)
        position = head.end()
    parts.extend(_locator(text, position))
    parts.extend(_credits(text, position))
    parts.extend(CitationPart(Span(*m.span()), CitationRole.URL) for m in _URL.finditer(text))
    return Citation(text, _in_order(parts))


def _in_order(parts: list[CitationPart]) -> tuple[CitationPart, ...]:
    ordered: list[CitationPart] = []
    for part in sorted(parts, key=lambda p: (p.span.start, -p.span.end)):
        if not ordered or ordered[-1].span.end <= part.span.start:
            ordered.append(part)
    return tuple(ordered)


def _locator(text: str, position: int) -> Iterator[CitationPart]:
    """Read the locator that stands right after the collection."""
    if match := _CHINESE.match(text, position):
        for role in (CitationRole.REPOSITORY, CitationRole.SHELFMARK, CitationRole.PAGES):
            if match[role.value]:
                yield CitationPart(Span(*match.span(role.value)), role)
    elif match := _SOVIET.match(text, position):
        yield CitationPart(Span(*match.span("repository")), CitationRole.REPOSITORY)
        yield from _soviet_units(text, match.end())


def _soviet_units(text: str, position: int) -> Iterator[CitationPart]:
    while unit := _UNIT.match(text, position):
        name = unit.lastgroup or ""
        role = CitationRole.PAGES if name == "listy" else CitationRole.SHELFMARK
        yield CitationPart(Span(*unit.span()), role, name)
        position = unit.end() + 2
        if text[unit.end() : position] != ", ":
            return


def _credits(text: str, position: int) -> Iterator[CitationPart]:
    for credit in _CREDIT.finditer(text, position):
        verbs = credit["verbs"].lower()
        role = CitationRole.TRANSLATOR if "translated" in verbs else CitationRole.CONTRIBUTOR
        at = credit.end()
        while name := _NAME.match(text, at):
            yield CitationPart(Span(*name.span()), role, verbs)
            between = _BETWEEN_NAMES.match(text, name.end())
            if not between or _NEXT_CREDIT.match(text, name.end()):
                break
            at = between.end()
