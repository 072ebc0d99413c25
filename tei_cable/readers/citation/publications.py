"""Printed works in a citation: where the document was reprinted or cited, or what it is from.

publication := LEAD (work | QUOTE title QUOTE | "his book" title | bulletin) | paper
paper       := (authors ",")? QUOTE title QUOTE subtitle? ("by" authors)? ","? series "No." number
               ("(" (place ":")? publisher? "," month? year ")")? pages?
work        := (authors ",")? title ("," volume)* "(" (place ":")? publisher? "," year ")" pages?
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation.names import is_person
from tei_cable.readers.citation.provenance import read_credit

if TYPE_CHECKING:
    from collections.abc import Iterator

    Groups = tuple[tuple[str, CitationRole, str], ...]

_LEAD = re.compile(
    r"(?P<lead>(?:also |first |originally )?(?:re)?(?:printed|published|produced) in|cited"
    r"(?: [\w.]+){0,3} in|excerpted from) (?P<source>(?:source: )?)",
    re.IGNORECASE,
)
_LEADS = {"reprint": "reprinted", "reproduc": "reprinted", "publish": "published"}
_PAGES = r"(?:,? (?:(?:p|pp)\. ?)?(?P<pages>\d+(?:[-–]\d+)?)(?=[.,; ]|$))?"
_WORK = re.compile(
    r"(?P<front>[^;]{3,250}?)[,.]? \((?:(?P<place>[^():\d]+): ?)?(?P<publisher>[^():\d]+?)"
    rf",? (?P<year>\d{{4}})\){_PAGES}"
)
_QUOTED = re.compile(
    r"[\"“](?P<title>[^\"“”]+?),?[\"”],?(?: (?:Volume|Vol\.) (?P<volume>\w+))?"
    rf"(?:,? (?:Document )?[Nn]o\. ?(?P<document>\d+))?{_PAGES}"
)
_BOOK = re.compile(r"(?:his|her|their) book (?P<title>[^,.;]+)")
_SERIAL = re.compile(
    r"(?P<title>(?:[A-Z][\w-]* )*(?:Bulletin|Journal|Review|Working Paper|Dossier)\b)"
    rf"(?:,? (?:#|[Nn]os?\. ?|[Ii]ssues? )(?P<issue>[\d/–-]+))?"
    rf"(?: by (?P<issuer>[A-Z][\w&]+))?{_PAGES}"
)
_PERSONS = r"[A-ZÀ-Ž][\w.'’-]*(?: (?:and )?[A-ZÀ-Ž][\w.'’-]*){1,7}?"
_SERIES = r"(?:Working|Occasional|Research|Discussion) Papers?(?: Series)?"
_PAPER = re.compile(
    rf"(?:(?P<first>{_PERSONS}), )?(?P<named>[\"“](?P<title>[^\"“”]{{3,200}}?),?[\"”],?"
    rf"(?P<under>:? [A-ZÀ-Ž][^.;\"“”]{{3,200}}?)??)(?:,? by (?P<authors>{_PERSONS}))?"
    r"(?:,? (?P<series>(?:[A-Z]{3,8} |Cold War International History Project )?"
    rf"{_SERIES})|, (?P<other>(?:[A-ZÀ-Ž][\w’'-]* (?:of |on |the |and )*){{1,8}}{_SERIES}))"
    r",? (?:#|[Nn]o\. ?)(?P<issue>\d+)\b"
    r"(?:,? \((?:(?P<place>[^():\d]+): ?)?(?P<publisher>[^():\d]+?)?,? ?"
    rf"(?P<year>(?:[A-Z][a-z]+ )?\d{{4}})\))?{_PAGES}"
)
_AND_NAME = re.compile(r",? and |, ")
_PLAIN = re.compile(r"(?P<front>[^.;()]{3,160}?), pp?\. ?(?P<pages>\d+(?:[-–]\d+)?)")
_VOLUME = re.compile(
    r"[Vv]ol(?:ume|\.) ?(?P<volume>\w+)|Book (?P<book>\w+)|[Nn]os?\. ?(?P<issue>\d[\d/-]*)"
    r"|(?P<years>\d{4}[-–].*)"
)
_QUOTE_AFTER = re.compile(r"[A-ZÀ-Ž][^\"“”;]{3,100}, [\"“]")
_CAPITAL = re.compile(r"\b[A-Z]")
_BARE_TITLE = re.compile(r"[\s,.]*(?:\(?eds?\.\)?[\s,.]+)?(?P<title>.*?)[\s,.]*$")
_SPLIT = re.compile(r", and | and |, |\. ")
_TITLE = re.compile(r"[,.] (?!Vol|Book\b)[^\W\d_]{2}")
_PUBLISHER = re.compile(r"\b(?:Press|Books?|Publish|Verlag|Editions?|House|Izd)")
_SCOPES: Groups = (
    ("volume", CitationRole.SCOPE, "volume"),
    ("issue", CitationRole.SCOPE, "issue"),
    ("document", CitationRole.SCOPE, "document"),
    ("place", CitationRole.PLACE, ""),
    ("publisher", CitationRole.PUBLISHER, ""),
    ("issuer", CitationRole.PUBLISHER, ""),
    ("year", CitationRole.YEAR, ""),
    ("pages", CitationRole.SCOPE, "page"),
)


def read_publication(text: str, at: int) -> CitationPart | None:
    """Return the publication that a word like `Reprinted in` at an offset announces.

    A paper of a numbered series is one without such a word.
    """
    lead = _LEAD.match(text, at)
    if not lead:
        return _paper(text, at)
    said = lead["lead"].lower()
    detail = next((detail for stem, detail in _LEADS.items() if stem in said), "cited")
    for pattern in (_BOOK, _QUOTED, _SERIAL, _WORK, _PLAIN):
        if match := pattern.match(text, lead.end()):
            return _publication(text, at, match, detail)
    return None


def read_source(text: str, at: int) -> CitationPart | None:
    """Return the printed work that begins at an offset: it is what the document is taken from."""
    match = _WORK.match(text, at)
    return _publication(text, at, match, "") if match else None


def _paper(text: str, at: int) -> CitationPart | None:
    """Return the paper of a series that a citation names: the document was published in it."""
    if text[at] not in '“"' and not _QUOTE_AFTER.match(text, at):
        return None
    match = _PAPER.match(text, at)
    if not match:
        return None
    authors = [a for name in ("first", "authors") for a in _each(text, *match.span(name))]
    if not all(is_person(author.of(text)) for author in authors):
        return None
    series = match.span("series" if match["series"] else "other")
    found = [
        *(CitationPart(author, CitationRole.AUTHOR) for author in authors),
        CitationPart(Span(*match.span("named" if match["under"] else "title")), CitationRole.WORK),
        CitationPart(Span(*series), CitationRole.WORK, "series"),
        *_scopes(match),
    ]
    parts = tuple(sorted(found, key=lambda part: part.span))
    return CitationPart(Span(*match.span()), CitationRole.PUBLICATION, "published", parts=parts)


def _each(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the names that commas and `and` part."""
    position = start
    for split in _AND_NAME.finditer(text, max(start, 0), max(end, 0)):
        yield Span(position, split.start())
        position = split.end()
    if start < end:
        yield Span(position, end)


def _scopes(match: re.Match[str]) -> list[CitationPart]:
    groups = match.groupdict()
    return [
        CitationPart(Span(*match.span(name)), role, unit)
        for name, role, unit in _SCOPES
        if groups.get(name)
    ]


def _publication(text: str, at: int, match: re.Match[str], detail: str) -> CitationPart:
    groups = match.groupdict()
    parts = _scopes(match)
    if groups.get("publisher") and not groups.get("place") and not _PUBLISHER.search(match[0]):
        parts = [part for part in parts if part.role is not CitationRole.PUBLISHER]
    if groups.get("title"):
        parts.append(CitationPart(Span(*match.span("title")), CitationRole.WORK))
    if groups.get("front"):
        parts.extend(_front(text, Span(*match.span("front"))))
    end = max(match.end(), *(part.span.end for part in parts))
    ordered = tuple(sorted(parts, key=lambda part: part.span))
    return CitationPart(Span(at, end), CitationRole.PUBLICATION, detail, parts=ordered)


def _front(text: str, front: Span) -> Iterator[CitationPart]:
    """Yield authors, title and volumes of what stands before the imprint."""
    end = front.end
    for word in _CAPITAL.finditer(text, front.start, front.end):
        credit = read_credit(text, word.start())
        if credit and credit.span.end <= front.end:
            yield credit
            end = word.start()
            break
    authors = list(_authors(text, front.start, end))
    yield from authors
    start = authors[-1].span.end if authors else front.start
    title_end = end
    for volume in _VOLUME.finditer(text, start, end):
        title_end = min(title_end, volume.start())
        if name := next((n for n in ("volume", "book", "issue") if volume[n]), ""):
            yield CitationPart(Span(*volume.span(name)), CitationRole.SCOPE, name)
    title = _BARE_TITLE.match(text, start, title_end)
    if title and title["title"]:
        yield CitationPart(Span(*title.span("title")), CitationRole.WORK)


def _authors(text: str, start: int, end: int) -> Iterator[CitationPart]:
    """Yield the names that stand before a title: `A, B and C, Title`, `A, Title`, `A. Title`."""
    names: list[Span] = []
    sure = 0
    joined = False
    position = start
    for split in _SPLIT.finditer(text, start, end):
        words = Span(position, split.start())
        if not is_person(words.of(text)):
            break
        names.append(words)
        position = split.end()
        if len(names) > 1 and joined:
            sure = len(names)
        joined = "and" in split.group()
    if not sure and names and _TITLE.match(text, names[0].end, end):
        sure = 1
    yield from (CitationPart(name, CitationRole.AUTHOR) for name in names[:sure])
