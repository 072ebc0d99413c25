"""Archives in a citation: those that the authority file knows, and what is called an archive.

archive := (NAME | LONG NAME "(" NAME ")") ("(" NAME ")")? ("," its town)?
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.authority import repositories
from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_GOES_ON = re.compile(r"\w| (?:of|in|at|for|and) ")  # it is the name of another archive then
_FIRST_WORD = re.compile(r"\w+")
_LONG = re.compile(r"[A-ZÀ-Ž][^.;()\d\"“”:]{3,100} \((?P<short>[^()]+)\)")
_SHORT = re.compile(r" \((?P<short>[^()]+)\)")
_CALLED_ARCHIVE = re.compile(
    r"(?:[^\W\da-z_][\w.'’-]* (?:of |the |and |for )*){0,6}"
    r"(?:Archives?|Library|Archiv|Arkhiv|Arhivele|Arhiv|Archivo|Archivio|Archiwum)\b"
    r"(?: (?:of|in)(?: (?:the|of|and|[^\W\da-z_][\w'’-]*))+)?(?=[,:])"
)


def archive_at(text: str, at: int, *, known: bool = False) -> tuple[CitationPart, ...]:
    """Return the archive that begins at an offset, and its town if it is named; () if none does.

    `known` asks for one that the authority file has under just this name.
    """
    name, end = _known(text, at)
    if not name and not known:
        name, end = _described(text, at)
    if not name:
        called = None if known else _CALLED_ARCHIVE.match(text, at)
        return (CitationPart(Span(at, called.end()), CitationRole.REPOSITORY),) if called else ()
    archive = CitationPart(Span(at, end), CitationRole.REPOSITORY, value=name)
    town = repositories()[name].settlement
    if town and text.startswith(f", {town}", end):
        place = Span(end + 2, end + 2 + len(town))
        short = _SHORT.match(text, place.end)
        if short and short["short"] in repositories():
            return (CitationPart(Span(at, short.end()), CitationRole.REPOSITORY, value=name),)
        return archive, CitationPart(place, CitationRole.SETTLEMENT)
    return (archive,)


def is_doubtful(name: str) -> bool:
    """Whether an archive's name may mean something else, unless a shelfmark follows it."""
    return name in repositories()[name].doubtful


def _known(text: str, at: int) -> tuple[str, int]:
    """Return the longest name of an archive at an offset, and its end with a name in brackets."""
    word = _FIRST_WORD.match(text, at)
    for name in _names().get(word.group(), ()) if word else ():
        end = at + len(name)
        if text.startswith(name, at) and not _GOES_ON.match(text, end):
            short = _SHORT.match(text, end)
            known = short and short["short"] in repositories()
            return name, short.end() if short and known else end
    return "", at


def _described(text: str, at: int) -> tuple[str, int]:
    """Return a known name in brackets after one that is not known, and where the two end."""
    match = _LONG.match(text, at)
    if match and match["short"] in repositories():
        return match["short"], match.end()
    return "", at


@cache
def _names() -> Mapping[str, Sequence[str]]:
    """Return every name of an archive under its first word, the longest first."""
    found: dict[str, list[str]] = {}
    for name in sorted(repositories(), key=len, reverse=True):
        if word := _FIRST_WORD.match(name):
            found.setdefault(word.group(), []).append(name)
    return found
