"""Names in a row: after a title in the plural, and beside a person in a list.

titled := ("Messrs." | "Comrades" | "Ambassadors" ...) name (("," | "and" ...) name)*
listed := PERSON (("," | "and") name)+ | (name ("," | "and"))+ PERSON
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, named
from tei_cable.annotators.name_words import (
    INITIALS,
    LETTERS,
    SURNAME,
    WORD,
    is_ordinary,
    is_unusual,
    may_be_name,
    may_follow_honorific,
)
from tei_cable.annotators.starts import matches, places
from tei_cable.authority import words
from tei_cable.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

_HONORIFICS = r"Messrs\.?|Mmes\.?|MM\.|Drs\.?|Professors|Comrades|Cdes\.?|Sirs"
_NAME = re.compile(
    rf"(?:(?P<forename>(?:{LETTERS} )?{INITIALS}|{WORD}) ?(?<=[ .]))?(?P<surname>{SURNAME})"
    r"(?![\w-]| of\b)"
)
_SINGLE = rf"(?P<surname>{SURNAME})"
_TITLE = r"(?:(?:Mr|Dr|Gen|Col|Sen|Prof)\. )?"
_DIVIDER = re.compile(rf",? (?:and|or|&) {_TITLE}|, {_TITLE}")
_NO_SURNAMES = frozenset({"Bros", "Co", "Inc", "Jr", "Ltd", "Nations", "Sr"})
_NEXT = re.compile(rf"(?:,? (?:and|or|&) |, ){_SINGLE}(?= ?[,;.:)\]]|,? and | or |\n|$)")
_LAST = re.compile(
    rf"(?:(?<=[,(:;] )|(?<= and )|(?<=[a-z] )|(?<=\()){_SINGLE}"
    rf"(?:,? and |, ){_TITLE}$"
)
_LONGEST_BEFORE = 40
_MOST = 20


def titled_rows(text: str) -> Iterator[Hit]:
    """Find the names that follow a title in the plural: `Ambassadors Novak and Horvat`."""
    pattern, firsts = _plurals()
    for match in matches(pattern, text, places(text, firsts)):
        polite = match["polite"] is not None
        end = match.end()
        for _ in range(_MOST):
            name = _NAME.match(text, end)
            allowed = name and _allowed(name, polite=polite)
            if not name or not allowed:
                break
            yield named(name, "persons.titled-row", Certainty.MEDIUM)
            divider = _DIVIDER.match(text, name.end())
            if not divider:
                break
            end = divider.end()


def _allowed(name: re.Match[str], *, polite: bool) -> bool:
    surname = name["surname"]
    if polite:
        return may_follow_honorific(surname)
    known = surname in words("surnames") or not is_ordinary(surname)
    return known and all(map(may_be_name, filter(None, (surname, name["forename"]))))


@cache
def _plurals() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of the plurals of titles, each with the space after it, and its words."""
    singles = {w for w in words("titles") if w.isalpha() and len(w) > len("Sirs")}
    plurals = {f"{word}s" for word in singles if not word.endswith("s")}
    plurals |= {"Secretaries", "Deputies", "Congressmen", "Attachés", "Agents", "Officers"}
    offices = "|".join(sorted(plurals, key=lambda w: (-len(w), w)))
    pattern = re.compile(rf"(?<![\w-])(?:(?P<polite>{_HONORIFICS})|{offices}) (?=[A-ZÀ-Ž])")
    return pattern, frozenset((*re.findall(r"\w+", _HONORIFICS), *plurals))


def listed_rows(text: str, found: Sequence[Hit]) -> Iterator[Hit]:
    """Find the names in a list with a person that is found, on either side."""
    for hit in found:
        yield from _row(text, hit.end, _NEXT.match, forwards=True)
        yield from _row(text, hit.start, _before, forwards=False)


def _row(
    text: str, at: int, step: Callable[[str, int], re.Match[str] | None], *, forwards: bool
) -> Iterator[Hit]:
    for _ in range(_MOST):
        match = step(text, at)
        if not match or not _is_surname(match["surname"]):
            return
        yield named(match, "persons.listed", Certainty.LOW)
        at = match.end() if forwards else match.start()


def _before(text: str, start: int) -> re.Match[str] | None:
    return _LAST.search(text, max(0, start - _LONGEST_BEFORE), start)


def _is_surname(word: str) -> bool:
    if word in _NO_SURNAMES:
        return False
    return is_unusual(word) or (word in words("surnames") and may_be_name(word))
