"""Acronyms: defined in the text, met several times, symbols of offices, posts of telegrams."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.annotators.name_words import is_ordinary
from tei_cable.annotators.starts import capitals, matches
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DEFINED = re.compile(
    r" ?[(\[]\"?(?P<short>[A-Z][A-Za-z]{0,2}[A-Z](?:[A-Z/-]|[A-Z][a-z])*)\"?[)\]]"
)
_ACRONYM = re.compile(r"(?<![\w./-])(?P<short>[A-Z]{2,6}|[A-Z]{2,4}-[A-Z]{2,4})(?![\w/]|-\w|\.\w)")
_SYMBOL = re.compile(r"(?<![\w/])[A-Z]{1,4}(?:/[A-Z]{1,4})+(?![\w/])")
_NO_SYMBOLS = frozenset({"N/A", "W/O", "A/S", "C/O", "I/O", "A/C", "AND/OR", "B/L", "S/S", "M/V"})
_EQUIPMENT = "AN/"
_POST = re.compile(
    r"(?<![\w-])(?P<head>Am[Ee]mbassy|Am[Cc]onsul(?:ate)?|Am[Cc]on[Gg]en|Am[Ll]egation|Con[Gg]en"
    r"|US(?:Mission|MISSION|INT|LO|Int|Lo)|AMEMBASSY|AMCONSUL|Amembassy|Amconsul|Usmission)"
    r" (?=[A-Z])"
)
_REACH = 60  # characters on a line that tell whether it is all in capitals
_FEWEST = 2
_COUNTED = re.compile(r"(?<!\d)\d{1,3}(?:,\d+)? ?$")
_SHOUTED = re.compile(r",? [A-Z]{3,}\b")  # more in capitals: a heading, a row of subjects
_SUBJECTS = re.compile(r"\btags\b|\bconcepts\b", re.IGNORECASE)  # codes of what it is about
_ROMAN = re.compile(r"[IVXLC]+")
_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "de", "la"})


def defined(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Find acronyms in brackets right after the name whose initials they are, and again later.

    The order of the initials may be another language's.
    """
    meant: dict[str, Hit] = {}
    for hit in found:
        bracket = _DEFINED.match(text, hit.end)
        if bracket and _abbreviates(bracket["short"], text[hit.start : hit.end]):
            meant.setdefault(bracket["short"], hit)
    for match in matches(_ACRONYM, text, _shouted(text)) if meant else ():
        if match["short"] in meant:
            rule = "organisations.acronym-defined"
            found_ = meant[match["short"]]
            yield replace(found_, start=match.start(), end=match.end(), rule=rule)


def _shouted(text: str) -> list[int]:
    """Return where words begin with two capitals."""
    return [at for at in capitals(text) if "A" <= text[at + 1 : at + 2] <= "Z"]


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters of an acronym each begin a word of a name."""
    initials = [w[0].upper() for w in re.findall(r"\w+", name) if w not in _SMALL]
    letters = [c for c in short if c.isupper()]
    for letter in letters:
        if letter not in initials:
            return False
        initials.remove(letter)
    return True


def repeated(text: str) -> Iterator[Hit]:
    """Find acronyms that nothing explains, if they are met again and are no known other thing."""
    found = [m for m in matches(_ACRONYM, text, _shouted(text)) if _may_be_body(m, text)]
    counts = Counter(match["short"] for match in found)
    for match in found:
        if counts[match["short"]] >= _FEWEST:
            entity = local_entity(EntityKind.ORGANISATION, match["short"])
            yield Hit(*match.span(), entity, "organisations.acronym", Certainty.LOW)


def _may_be_body(match: re.Match[str], text: str) -> bool:
    short = match["short"]
    authority = in_use()
    known = any(authority.named(short, kind) for kind in (EntityKind.PERSON, EntityKind.PLACE))
    ordinary = is_ordinary(short) or short.title() in words("gazetteer")
    title = f"{short.title()}." in words("honorifics") or short.title() in words("honorifics")
    other = title or short in words("abbreviations") or _ROMAN.fullmatch(short) or known or ordinary
    line = text[max(0, match.start() - _REACH) : match.start()].rpartition("\n")[2]
    rest = text[match.end() : match.end() + 20].partition("\n")[0]
    shouted = not any(c.islower() for c in line + rest) or _SHOUTED.match(rest)
    shouted = shouted or _SUBJECTS.search(line)
    counted = _COUNTED.search(text, max(0, match.start() - 8), match.start())
    return not (other or shouted or counted or short.lower() in words("function-words"))


def symbols(text: str) -> Iterator[Hit]:
    """Find symbols of offices: `EUR/SOV`."""
    for match in matches(_SYMBOL, text, capitals(text)) if "/" in text else ():
        symbol = match.group() not in _NO_SYMBOLS and not match.group().startswith(_EQUIPMENT)
        if symbol and len(match.group()) > len("A/B"):
            entity = local_entity(EntityKind.ORGANISATION, match.group())
            yield Hit(*match.span(), entity, "organisations.symbol", Certainty.LOW)


def posts(text: str) -> Iterator[Hit]:
    """Find the posts of telegrams: `AmEmbassy La Paz`."""
    for match in matches(_POST, text, capitals(text)):
        place = in_use().first(text[match.end() : match.end() + 40], EntityKind.PLACE)
        if place:
            end = match.end() + place.end
            entity = local_entity(EntityKind.ORGANISATION, text[match.start() : end])
            yield Hit(match.start(), end, entity, "organisations.post", Certainty.MEDIUM)
