"""Where names can begin in a text: a pattern tried only there is many times as fast.

A pattern that looks behind itself first is tried by `finditer` at every character; most of them
can begin only with a capital, with a few words, or in a new line. The places are sought once for a
text, for all rules, and its words once, which tell what cannot be in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_CAPITAL = re.compile(r"[A-ZÀ-Ž](?<!\w.)")
_LOW = re.compile(  # particles, and articles that are part of the word; letters first
    r"af |al |bin |da |das |de |del |della |den |der |di |do |dos |du |el |ibn |la |le |ter |ten "
    r"|van |von |zu |zur |d['’]|al-|el-|ad-|an-|ar-|as-|ash-|ul-"
)
_WORD = re.compile(r"\w+")
_JOINT = re.compile(r"[-–](?=[A-Z])")
_LINE = re.compile(r"\n")
_SENTENCE = re.compile(r"\n|[.!?] ")
_TEXTS = 8  # of which the places are kept


@lru_cache(maxsize=_TEXTS)
def capitals(text: str) -> tuple[int, ...]:
    """Return the offsets of the words that begin with a capital."""
    return tuple(match.start() for match in _CAPITAL.finditer(text))


@lru_cache(maxsize=_TEXTS)
def names(text: str) -> tuple[int, ...]:
    """Return the offsets of the words with which names begin: with a capital, or particles."""
    low = (match.start() for match in _LOW.finditer(text))
    words = [at for at in low if not (at and (text[at - 1].isalnum() or text[at - 1] == "_"))]
    return tuple(sorted((*capitals(text), *words)))


@lru_cache(maxsize=_TEXTS)
def words_before(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of letters that stand right before those of `names`, with their offsets."""
    found = []
    for start in names(text):
        at = start - 1
        if at > 0 and text[at] == " ":
            while at > 0 and text[at - 1].isalpha():
                at -= 1
            if at < start - 1:
                found.append((at, text[at : start - 1]))
    return tuple(found)


def cues(text: str, sought: frozenset[str]) -> list[int]:
    """Return the offsets of those `words_before` that are sought."""
    return [at for at, word in words_before(text) if word in sought]


@lru_cache(maxsize=_TEXTS)
def paired(text: str) -> tuple[int, ...]:
    """Return those of `names` that have another right after the next space: `Ana de Novak`."""
    starts = names(text)
    others = frozenset(starts)
    return tuple(at for at in starts if (text.find(" ", at) + 1 or len(text)) in others)


def near(text: str, starts: Iterable[int], sought: Sequence[int], spaces: int) -> list[int]:
    """Return those of `starts` that have one of `sought` on their line, not more `spaces` on.

    `sought` are offsets in order.
    """
    found = []
    for start in starts:
        following = bisect_left(sought, start)
        if following == len(sought):
            break
        end = sought[following]
        if text.find("\n", start, end) < 0 and text.count(" ", start, end) <= spaces:
            found.append(start)
    return found


@lru_cache(maxsize=_TEXTS)
def joints(text: str) -> tuple[int, ...]:
    """Return the offsets of the hyphens and dashes before a capital."""
    return tuple(match.start() for match in _JOINT.finditer(text))


@lru_cache(maxsize=_TEXTS)
def lines(text: str) -> tuple[int, ...]:
    """Return the offsets at which lines begin."""
    return (0, *(match.end() for match in _LINE.finditer(text)))


def sentences(text: str) -> Iterator[int]:
    """Yield the offsets at which lines and sentences begin."""
    yield 0
    yield from (match.end() for match in _SENTENCE.finditer(text))


@lru_cache(maxsize=_TEXTS)
def vocabulary(text: str) -> frozenset[str]:
    """Return the words of a text, each once; a hyphen, an apostrophe or a full stop ends one."""
    return frozenset(_WORD.findall(text))


def places(text: str, sought: frozenset[str]) -> list[int]:
    """Return the offsets of the words of a text that are sought, in order."""
    found: list[int] = []
    for word in vocabulary(text) & sought:
        at = text.find(word)
        while at >= 0:
            end = at + len(word)
            if not (_in_word(text[at - 1 : at]) or _in_word(text[end : end + 1])):
                found.append(at)
            at = text.find(word, end)
    return sorted(found)


def _in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def word_start(text: str, end: int) -> int:
    """Return where the word begins that ends at a place, `end` if none does."""
    while end > 0 and _in_word(text[end - 1]):
        end -= 1
    return end


def matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, of a pattern that matches nothing but at one of `starts`.

    `starts` are offsets in order; a match is never empty.
    """
    position = 0
    match_at = pattern.match
    for start in starts:
        if start >= position and (match := match_at(text, start)):
            position = match.end()
            yield match
