"""Names of one word that only their own form gives away, or the place where they stand.

saluted   := "Dear" NAME (":" | ",")
particled := ("Van" | "von" | "De" | "d'" ...) NAME
common    := a surname of the list that no other word goes with
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, named
from tei_cable.annotators.name_words import (
    BEGINS,
    LETTERS,
    SURNAME,
    WORD,
    forenames,
    is_unusual,
    may_be_name,
)
from tei_cable.annotators.starts import capitals, lines, matches, names
from tei_cable.authority import words
from tei_cable.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator

_SALUTED = re.compile(
    rf"(?:^|(?<=\n))(?:My )?[Dd]ear (?:(?P<forename>{WORD}) )?(?P<surname>{SURNAME})(?= ?[:,])"
)
_PARTICLED = re.compile(
    rf"{BEGINS}(?P<surname>(?:(?:[Vv]an|[Vv]on)(?: de[nr]?)?|De|Di|Du|Ten|Ter) {LETTERS}"
    rf"|[Dd]['’](?!Affaires|Azur|Orsay|Ivoire){LETTERS})(?![\w-])"
)
_COMMON = re.compile(
    rf"(?:^|(?<=[\s(“\"'‘]))(?<![A-Z][a-z] )(?P<surname>{LETTERS})(?=['’]s?(?!\w)|[\s,.;:)?!]|$)"
)
_GOES_ON = re.compile(r" (?:&|[A-Z]|\d|of (?:[A-Z]|the ))")
_DATED = re.compile(r"[^\n,]{0,30}, (?:the )?(?:\d|[A-Z][a-z]+,? \d)")  # a dateline's place
_BEFORE = re.compile(
    r"(?:\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]hrough|[Vv]ia|[Oo]utside|[Nn]amed|[Ll]ake|[Ff]rom|[Tt]o"
    r"|[Tt]he|[Aa]n?|USS|HMS|HMAS|SS)|\b[A-Z][\w.'’-]*|[\d$£]) $"
)
_MONTHS = frozenset(  # Avenida 16 de Julio
    re.findall(
        r"\S+", "Enero Febrero Marzo Abril Mayo Junio Julio Agosto Octubre Noviembre Diciembre"
    )
)
_REACH = 24


def saluted(text: str) -> Iterator[Hit]:
    """Find whom a letter addresses: `Dear Kenneth:`."""
    for match in matches(_SALUTED, text, lines(text)):
        first = match["forename"] or match["surname"]
        if first in forenames() or (may_be_name(first) and is_unusual(match["surname"])):
            yield named(match, "persons.saluted", Certainty.MEDIUM)


def particled(text: str) -> Iterator[Hit]:
    """Find an unusual word after a particle of family names: `Van Haren`, `d'Aubigny`."""
    for match in matches(_PARTICLED, text, names(text)):
        last = re.split(r"[ '’]", match["surname"])[-1]
        if last[0].isupper() and last not in _MONTHS and is_unusual(last):
            yield named(match, "persons.particled", Certainty.MEDIUM)


def common(text: str) -> Iterator[Hit]:
    """Find a surname of the list that is no English word, no place, and part of no longer name."""
    for match in matches(_COMMON, text, capitals(text)):
        surname = match["surname"]
        if surname not in words("surnames") or not is_unusual(surname):
            continue
        before = text[max(0, match.start() - _REACH) : match.start()]
        begins_line = before[-1:] in ("", "\n")
        place = begins_line and _DATED.match(text, match.end())
        if not (place or _BEFORE.search(before) or _GOES_ON.match(text, match.end())):
            yield named(match, "persons.common-surname", Certainty.LOW)
