"""The archive's own citation of a document, taken apart.

    citation    := head? (locator ((";" | "and") locator)* | publication) clause* url?
    head        := QUOTE title QUOTE "," date "," collection ","
    clause      := publication | credit | remark | locator with a typed unit

Each phenomenon has its file. A clause begins at any word; where none begins the word is left
alone, so that what no part of the grammar takes stays text: nothing is guessed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.metadata import Citation, CitationPart, CitationRole
from tei_cable.readers.citation.head import read_head
from tei_cable.readers.citation.locators import read_archive_last, read_locator
from tei_cable.readers.citation.provenance import read_credit
from tei_cable.readers.citation.publications import read_publication, read_source
from tei_cable.readers.citation.remarks import read_remark
from tei_cable.readers.citation.url import read_url

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Clause = Callable[[str, int], CitationPart | None]

_CLAUSES: tuple[Clause, ...] = (
    read_url,
    read_publication,
    read_credit,
    read_remark,
    lambda text, at: read_locator(text, at, strict=True),
)
_WORD = re.compile(r"\b\w|[“\"\[]\w")
_WORD_END = re.compile(r"\b(?!\w)|$")
_AND = re.compile(r"[,;.]?(?: and)? |[;,] (?:and )?")
_OPENING = re.compile(r"(?:\W|Source\b)*")


def parse_citation(text: str) -> Citation:
    """Take a citation (white space folded) apart; parts are in order and do not overlap."""
    head = read_head(text)
    position = head[-1].span.end if head else 0
    return Citation(text, (*head, *_clauses(text, position)))


def said_of(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield the code and message of what there is to say about a citation taken apart."""
    known = citation.all(CitationRole.REPOSITORY) or citation.all(CitationRole.PUBLICATION)
    words = "”, “".join(citation.rest())
    kept = f": “{words}” stays plain text" if words else ""
    if not known:
        yield "TC102", f"no archive is recognised in the citation{kept}"
    elif words:
        yield "TC111", f"words of the citation are no part that is known{kept}"


def _clauses(text: str, position: int) -> Iterator[CitationPart]:
    opening = _OPENING.match(text, position)
    position = opening.end() if opening else position
    may_be_archive, after_credit = True, False
    while start := _WORD.search(text, position):
        found = _at(text, start.start(), first=may_be_archive and start.start() == position)
        found = found or (read_archive_last(text, start.start()) if after_credit else None)
        may_be_archive = after_credit = False
        if not found:
            end = _WORD_END.search(text, start.end() - 1)
            position = end.start() if end else len(text)
            continue
        yield found
        position = found.span.end
        after_credit = found.role is CitationRole.CREDIT
        if found.role is CitationRole.LOCATOR and (between := _AND.match(text, position)):
            position, may_be_archive = between.end(), True


def _at(text: str, at: int, *, first: bool) -> CitationPart | None:
    """Return the clause that begins at an offset; the first may be an archive or a book alone."""
    clauses = (*_CLAUSES, read_locator, read_source) if first else _CLAUSES
    return next((part for read in clauses if (part := read(text, at))), None)
