"""Where the original is kept: an archive, its holdings, and the units that lead to the document.

    locator := archive (":" | ",")? item ("," item)* | item ("," item)* "," archive
    item    := unit+ | holding

A holding (`Department of Foreign Affairs`, `MfAA`) is words between the archive and its units.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation.archives import archive_at, is_doubtful
from tei_cable.readers.citation.units import YEAR, unit_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_STOP = re.compile(r"[.;](?= |$)|\]|$| (?=<?https?://)| and (?=[A-Z])|, (?=[a-z]{4,}\b)|\(?\[")
_SHORT_FORM = re.compile(
    r"(?:\b(?:[Nn]o|[Vv]ols?|Nr|Bl|Bd|St|[A-Z])"
    r"|[ (,](?:f|op|d|ll?|p|pp|pap|por|t|w|z|k|ő|e|a|spr|ark|sv|ar|j))$"
)
_LOWER_UNIT = re.compile(
    r", (?:f(?:ond|und)|opis|delo|inventory|papka|list|listy|leaf|leaves|zesp|part|file|page|pages"
    r"|tom|doboz)\b",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r" (?=(?:Contributed|Obtained|Provided|Transcribed|Translated|Edited|Reprinted|Published)\b)"
)
_SEPARATOR = re.compile(r" ?[:,;] ?| ")
_ITEM = re.compile(r"(?:\([^()]*\)|[\"“][^\"”]*[\"”]|[^,(]|\()+")
_ITEM_START = re.compile(r"(?<=, )\w")
_SHORT_HOLDING = re.compile(r"[A-Z]\w*[A-Z]\w* (?=\w+ ?\d)")
_COPY = re.compile(r"(?:a )?cop(?:y|ies) on file (?:at|in|with) (?:the )?")
_HOLDING = re.compile(r"[^\W\da-z_][^.\d]*(?: (?:19|20)\d\d)?")
_CALLED_HOLDING = re.compile(
    r"(?:Bureau|Cabinet|Collection|Committee|Council|Department|Files?|Fonds|Ministry|Office|Papers"
    r"|Politburo|Records|Secretariat|Series|Staff)\b"
)
_WORDS_WITH_NUMBER = re.compile(r"[^\W\d_][^,.;\d]{3,60}(?:/\d+\w*)+$")
_LONGEST_CLAUSE = 400


def read_locator(text: str, at: int, *, strict: bool = False) -> CitationPart | None:
    """Return the locator that begins at an offset; `strict` asks for an archive and a unit."""
    if copy := _COPY.match(text, at):
        archive = archive_at(text, copy.end())
        return _locator(at, [*archive], "copy") if archive else None
    archive = archive_at(text, at, known=strict)
    if not archive:
        return _only_mori(text, at) if strict else read_archive_last(text, at)
    separator = _SEPARATOR.match(text, archive[-1].span.end)
    if separator and ";" in separator.group() and not unit_at(text, separator.end(), len(text), []):
        separator = None
    end = _clause_end(text, separator.end() if separator else archive[-1].span.end)
    items = list(_items(text, separator.end(), end)) if separator else []
    typed = any(part.role is not CitationRole.HOLDING for part in items)
    if separator and separator.group() == " " and not typed:
        items = []
    name = archive[0].value
    if not typed and (strict or not name or is_doubtful(name)):
        return None
    return _locator(at, [*archive, *items])


def _locator(at: int, parts: list[CitationPart], detail: str = "") -> CitationPart:
    span = Span(at, parts[-1].span.end)
    return CitationPart(span, CitationRole.LOCATOR, detail, parts=tuple(parts))


def _only_mori(text: str, at: int) -> CitationPart | None:
    """Return a declassification number, which stands for a document without its archive."""
    unit = unit_at(text, at, len(text), []) if text[at : at + 3] in ("CIA", "MOR") else None
    return _locator(at, [unit]) if unit and unit.detail in ("MORI", "CREST") else None


def read_archive_last(text: str, at: int) -> CitationPart | None:
    """Return the locator that begins at an offset with its units, the archive after them."""
    end = _clause_end(text, at)
    starts = [match.start() for match in _ITEM_START.finditer(text, at, end)]
    for start in starts:
        if archive := archive_at(text, start, known=True):
            if text[archive[-1].span.end : end].strip():
                continue
            before = list(_items(text, at, start - 2, last=True))
            typed = any(part.role is not CitationRole.HOLDING for part in before)
            return _locator(at, [*before, *archive]) if typed else None
    return None


def _is_holding(words: str, *, first: bool) -> bool:
    """Whether words without a unit's form name a holding: those that come first, or say so."""
    return bool(_HOLDING.fullmatch(words) and (first or _CALLED_HOLDING.search(words)))


def _items(text: str, at: int, end: int, *, last: bool = False) -> Iterator[CitationPart]:
    """Yield the units and holdings of a locator, as far as a unit follows.

    `last` says that the archive follows, so that what has no unit's form stays words.
    """
    found: list[CitationPart] = []
    waiting: list[CitationPart] = []
    for match in _ITEM.finditer(text, at, end):
        written = match.group().strip()
        if not written:
            continue
        start = text.index(written, match.start())
        words = Span(start, start + len(written))
        units = _units(text, words, found)
        if units:
            found += [*waiting, *units]
            waiting = []
        elif not last and _WORDS_WITH_NUMBER.fullmatch(words.of(text)):
            value = words.of(text)
            found += [*waiting, CitationPart(words, CitationRole.SHELFMARK, "shelfmark", value)]
            waiting = []
        elif _is_holding(words.of(text), first=not found and not waiting):
            waiting.append(CitationPart(words, CitationRole.HOLDING))
    yield from found or waiting[:1]


def _units(text: str, words: Span, before: list[CitationPart]) -> list[CitationPart]:
    """Return the units that make up an item: all of it, or all but a holding's short name."""
    parts: list[CitationPart] = []
    position = words.start
    holding = _SHORT_HOLDING.match(text, words.start, words.end)
    while position < words.end:
        typed = [p for p in (*before, *parts) if p.role is not CitationRole.HOLDING]
        unit = unit_at(text, position, words.end, typed)
        if not unit and holding and position == words.start:
            parts.append(CitationPart(Span(position, holding.end() - 1), CitationRole.HOLDING))
            position = holding.end()
            continue
        if not unit:
            return []
        parts.append(unit)
        position = unit.span.end
        while position < words.end and text[position] in " .:":
            position += 1
    years = [p for p in parts if p.detail == YEAR]
    return [] if years and len(before) == 0 else parts


def _clause_end(text: str, at: int) -> int:
    """Return where the clause ends that a locator stands in."""
    limit = min(len(text), at + _LONGEST_CLAUSE)
    credit = _CREDIT.search(text, at, limit)
    limit = credit.start() if credit else limit
    for stop in _STOP.finditer(text, at, limit):
        before = text[max(at - 1, stop.start() - 8) : stop.start()]
        if text[stop.start() : stop.start() + 1] == "." and _SHORT_FORM.search(before):
            continue
        if stop.group() == ", " and _LOWER_UNIT.match(text, stop.start()):
            continue
        if stop.group() == "." and _is_inner(text, stop.end()):
            continue
        if stop.group() == " and " and not archive_at(text, stop.end(), known=True):
            continue
        return stop.start()
    return limit


def _is_inner(text: str, after: int) -> bool:
    """Whether a full stop is inside a locator: a small letter or a number follows."""
    following = text[after:].lstrip(" <")[:4]
    return following != "http" and following[:1].isalnum() and not following[0].isupper()
