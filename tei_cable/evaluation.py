"""How good an encoding's names and dates are, measured against one made by hand.

A gold encoding is TEI, or JSON with offsets into a text file beside it. Both texts are aligned
word by word, brackets and white space apart, so that layout does not matter. Of a person the hand
gives two extents, with and without titles: anything between the two is right.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from tei_cable.encoded import KINDS, Encoded, Mention
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_NEIGHBOURS = 8
_WORD = re.compile(r"\w+")
_ARTICLE = re.compile(r"(?:the|an?)\s+", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’ʼ]s$")


@dataclass(slots=True)
class Tally:
    """What was counted for one kind: `exact` and `loose` are right ones of `gold` and `found`."""

    gold: int = 0
    found: int = 0
    exact: int = 0
    loose: int = 0
    dated: int = 0
    dated_right: int = 0

    def add(self, other: Tally) -> None:
        """Add another tally to this one."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def precision(self) -> float:
        """The share of those found that are right."""
        return self.exact / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold ones that are found."""
        return self.exact / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.found + self.gold
        return 2 * self.exact / total if total else 0.0


@dataclass(slots=True)
class Score:
    """Tallies by kind, how many of each certainty are right, and what went wrong, in words."""

    kinds: dict[str, Tally] = field(default_factory=lambda: {kind: Tally() for kind in KINDS})
    right: Counter[str] = field(default_factory=Counter)
    claimed: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Add another document's score to this one."""
        for kind, tally in other.kinds.items():
            self.kinds[kind].add(tally)
        self.right += other.right
        self.claimed += other.claimed
        self.faults += other.faults

    @property
    def total(self) -> Tally:
        """All kinds together."""
        whole = Tally()
        for tally in self.kinds.values():
            whole.add(tally)
        return whole


def evaluate(gold: Encoded, made: Encoded, name: str = "") -> Score:
    """Score what is tagged in `made` against `gold`; `name` leads the lines about faults."""
    score = Score()
    place = _aligned(gold.text, made.text)
    for kind in KINDS:
        wanted = [m for m in gold.mentions if m.kind == kind]
        found = [(m, s) for m in made.mentions if m.kind == kind and (s := _moved(m, place))]
        found = [(m, _trim(gold.text, s)) for m, s in found]
        _compare(score, _Pairing(gold.text, wanted, found), kind, name)
    return score


def _moved(mention: Mention, place: Sequence[int]) -> Span | None:
    """Return where a mention stands in the gold text, None where nothing of it does."""
    there = [place[i] for i in range(mention.span.start, mention.span.end) if place[i] >= 0]
    return Span(min(there), max(there) + 1) if there else None


class _Pairing:
    """Which of the mentions found are which of those wanted: exactly, or overlapping only."""

    def __init__(self, text: str, wanted: list[Mention], found: list[tuple[Mention, Span]]) -> None:
        self.text, self.wanted, self.found = text, wanted, found
        self.exact: dict[int, int] = {}
        self.loose: dict[int, int] = {}
        order = sorted(range(len(found)), key=lambda n: found[n][1])
        starts = [found[n][1].start for n in order]
        taken: set[int] = set()
        for pairs, fits in ((self.exact, self._fits), (self.loose, self._overlaps)):
            for number, mention in enumerate(wanted):
                at = max(0, bisect_left(starts, mention.span.start) - _NEIGHBOURS)
                near = (n for n in order[at : at + 3 * _NEIGHBOURS] if n not in taken)
                fitting = (
                    n for n in near if number not in self.exact and fits(mention, found[n][1])
                )
                if (chosen := next(fitting, None)) is not None:
                    pairs[number] = chosen
                    taken.add(chosen)

    def _fits(self, mention: Mention, span: Span) -> bool:
        full, core = _trim(self.text, mention.span), _trim(self.text, mention.core)
        return full.start <= span.start <= core.start and core.end <= span.end <= full.end

    def _overlaps(self, mention: Mention, span: Span) -> bool:
        return _trim(self.text, mention.core).overlaps(span)


def _compare(score: Score, pairing: _Pairing, kind: str, name: str) -> None:
    tally = score.kinds[kind]
    lead = f"{name}: " if name else ""
    for number, mention in enumerate(pairing.wanted):
        if mention.optional:
            continue
        tally.gold += 1
        words = _words(mention.span.of(pairing.text))
        if number in pairing.exact:
            tally.exact += 1
            tally.loose += 1
            _compare_dates(score, mention, pairing.found[pairing.exact[number]][0], lead + words)
        elif number in pairing.loose:
            tally.loose += 1
            other = _words(pairing.found[pairing.loose[number]][1].of(pairing.text))
            score.faults.append(f"{lead}{kind}: “{words}” is tagged as “{other}”")
        else:
            score.faults.append(f"{lead}{kind}: “{words}” is missed")
    paired = {p: n for pairs in (pairing.exact, pairing.loose) for n, p in pairs.items()}
    for number, (mention, span) in enumerate(pairing.found):
        if number in paired and pairing.wanted[paired[number]].optional:
            continue
        tally.found += 1
        score.claimed[mention.cert] += 1
        score.right[mention.cert] += number in pairing.exact.values()
        if number not in paired:
            score.faults.append(f"{lead}{kind}: “{_words(span.of(pairing.text))}” is none")


def _compare_dates(score: Score, wanted: Mention, found: Mention, lead: str) -> None:
    if wanted.kind != "date" or not wanted.value:
        return
    tally = score.kinds["date"]
    tally.dated += 1
    if dict(wanted.value) == dict(found.value):
        tally.dated_right += 1
    else:
        score.faults.append(f"{lead}: {_dating(wanted.value)} is dated {_dating(found.value)}")


def _dating(value: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{key}={when}" for key, when in value) or "nothing"


def _words(text: str) -> str:
    return " ".join(text.split())


def _trim(text: str, span: Span) -> Span:
    """Return a span without punctuation at its edges, a leading article, a final possessive."""
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    while start < end and not text[end - 1].isalnum():
        end -= 1
    article = _ARTICLE.match(text, start, end)
    start = article.end() if article and article.end() < end else start
    possessive = _POSSESSIVE.search(text, start, end)
    return Span(start, possessive.start() if possessive else end)


def _aligned(gold: str, made: str) -> list[int]:
    """Return for each character of `made` its place in `gold`, -1 where it has none."""
    place = [-1] * len(made)
    ours, theirs = list(_bare_words(gold)), list(_bare_words(made))
    matcher = SequenceMatcher(None, [w for w, _ in ours], [w for w, _ in theirs], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            there, here = ours[block.a + step][1], theirs[block.b + step][1]
            for offset, other in zip(here, there, strict=True):
                place[offset] = other
    return place


def _bare_words(text: str) -> Iterator[tuple[str, list[int]]]:
    """Yield the words of a text as if it had no brackets, with the place of each letter."""
    kept = [i for i, c in enumerate(text) if c not in "[]"]
    bare = "".join(text[i] for i in kept)
    for word in _WORD.finditer(bare):
        yield word.group().lower(), kept[word.start() : word.end()]
