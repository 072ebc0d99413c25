"""Where names can begin in a text: a pattern tried only there is many times as fast.

A pattern that looks behind itself first is tried by `finditer` at every character; most of them
can begin only with a capital. The places are sought once for a text, for all rules.
"""

from __future__ import annotations

import re
from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CAPITAL = re.compile(r"[A-ZÀ-Ž](?<!\w.)")
_LOW = re.compile(  # particles, and articles that are part of the word; letters first
    r"af |al |bin |da |das |de |del |della |den |der |di |do |dos |du |el |ibn |la |le |ter |ten "
    r"|van |von |zu |zur |d['’]|al-|el-|ad-|an-|ar-|as-|ash-|ul-"
)
_TEXTS = 8  # of which the places are kept


@lru_cache(maxsize=_TEXTS)
def capitals(text: str) -> array[int]:
    """Return the offsets of the words that begin with a capital."""
    return array("L", (match.start() for match in _CAPITAL.finditer(text)))


@lru_cache(maxsize=_TEXTS)
def names(text: str) -> array[int]:
    """Return the offsets of the words with which names begin: with a capital, or particles."""
    low = (match.start() for match in _LOW.finditer(text))
    words = [at for at in low if not (at and (text[at - 1].isalnum() or text[at - 1] == "_"))]
    return array("L", sorted((*capitals(text), *words)))


@lru_cache(maxsize=_TEXTS)
def words_before(text: str) -> array[int]:
    """Return the offsets of the words of letters that stand right before those of `names`."""
    found = array("L")
    for start in names(text):
        at = start - 1
        if at > 0 and text[at] == " ":
            while at > 0 and text[at - 1].isalpha():
                at -= 1
            if at < start - 1:
                found.append(at)
    return found


def forget() -> None:
    """Let go what is kept of texts."""
    for kept in (capitals, names, words_before):
        kept.cache_clear()


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, of a pattern that matches nothing but at one of `starts`.

    `starts` are offsets in order; a match is never empty.
    """
    position = 0
    for start in starts:
        if start >= position and (match := pattern.match(text, start)):
            position = match.end()
            yield match
