"""Turns of speakers: `Comrade Novak: ...`, `A.I. Novak. ...`, `NOVAK. ...`.

That names recur makes it certain that they are speakers; of questions and answers (`Q. ...`,
`A. ...`) both sides have to be there. What follows a turn without a name is a paragraph of its own:
it may be the recorder's. In the records of assemblies one turn is enough: a title, a name and a
country in round brackets before a colon (`72. Mr. NOVAK (Ruritania):`) are a delegate's.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators import persons
from tei_cable.annotators.blocks.units import paragraph
from tei_cable.annotators.name_words import is_ordinary
from tei_cable.authority import words
from tei_cable.kinds import SPEAKER, SPEECH
from tei_cable.model import Annotation, Numbered, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.blocks.units import Unit

_RULE = "structure.speaker"
_COLON = re.compile(r"[^:\n|]{2,60}:(?=\s|$)")
_STOP = re.compile(
    r"(?:(?:[A-ZÀ-Ž]\. ?){1,3}[A-ZÀ-Ž][\w'’-]+|[A-ZÀ-Ž][A-ZÀ-Ž'’-]{2,})"
    r"(?: \([^)]{1,40}\))?\.(?=\s|$)"
)
_DELEGATE = re.compile(
    r"(?:(?P<n>\d{1,4})\. ?)?(?:Mr|Mrs|Miss|Ms|Dr|Sir|Prof|MR|MRS|MISS|DR|SIR|Prince|Lord)\b\.?"
    r"(?: (?:[A-ZÀ-Ž][\w'’.-]*|de|van|von|del|da|el)){1,5}"
    r" \([A-ZÀ-Ž][\w'’.-]*(?: (?:[A-ZÀ-Ž][\w'’.-]*|of|and|the)){0,7}\)"
    r"(?: \([^)]{1,40}\))?:(?=\s|$)"
)
_SIDE = re.compile(r"(?:(?P<asks>Q|Question|QUESTION)|A|Answer|ANSWER)[.:](?= \S)")
_SIDES = ("A.", "Q.")
_TOKEN = re.compile(r"[\w'’.-]+")
_INITIALS = re.compile(r"(?:\w\.)+")
_ASIDE = re.compile(r"\([^)]*\)|[\[\]]")
_MOST_WORDS = 7
_FEWEST_TURNS = 3
_NO_SPEAKERS = frozenset(
    {
        *("to", "from", "subject", "subjects", "summary", "re", "note", "notes", "nb", "copy"),
        *("copies", "cc", "source", "comment", "comments", "citation", "here", "present", "also"),
        *("attendees", "participants", "date", "place", "time", "ref", "reference", "references"),
        *("tags", "distribution", "topic", "topics", "agenda", "decision", "decisions", "title"),
        *("resolution", "conclusion", "conclusions", "contents", "attachment", "attachments"),
        *("enclosure", "enclosures", "remark", "remarks", "example", "result", "results", "text"),
        *("translation", "keywords", "info", "action", "begin", "end", "spravka", "background"),
        *("classification", "purpose", "information"),
    }
)


@dataclass(frozen=True, slots=True)
class _Turn:
    unit: int
    end: int
    key: str
    known: bool
    stop: bool


def turns(units: Sequence[Unit], *, capitals: bool) -> dict[int, int]:
    """Return the turns: the number of each unit that opens one, and where its label ends.

    `capitals` says that the text is in capitals throughout: then they make no name.
    """
    found = [t for number, unit in enumerate(units) if (t := _turn(number, unit, capitals))]
    named = {turn.unit: turn.end for stop in (False, True) for turn in _accepted(found, stop=stop)}
    return _questions(units) | named | _delegates(units)


def _delegates(units: Sequence[Unit]) -> dict[int, int]:
    """Return the turns that a delegate's name opens, the country with it."""
    texts = ((number, unit.words) for number, unit in enumerate(units) if unit.is_text)
    found = ((number, _DELEGATE.match(said)) for number, said in texts)
    return {number: match.end() for number, match in found if match}


def _questions(units: Sequence[Unit]) -> dict[int, int]:
    """Return the turns of questions and answers, if at least one of each is among several."""
    found = {
        n: m for n, unit in enumerate(units) if unit.is_text and (m := _SIDE.match(unit.words))
    }
    asking = sum(1 for match in found.values() if match["asks"])
    if len(found) < _FEWEST_TURNS or not 0 < asking < len(found):
        return {}
    return {number: match.end() for number, match in found.items()}


def annotate_turn(unit: Unit, end: int, following: Unit | None) -> Iterator[Annotation]:
    """Yield a turn: its speaker, and its words in the same unit or, if there are none, the next."""
    last = unit if end < len(unit.words) or following is None else following
    delegate = _DELEGATE.match(unit.words)
    number = Numbered(delegate["n"]) if delegate and delegate["n"] else None
    yield Annotation(Span(unit.span.start, last.span.end), SPEECH, _RULE, detail=number)
    yield Annotation(unit.part(0, end), SPEAKER, _RULE)
    yield paragraph(last, end + 1 if last is unit else 0)


def _accepted(found: Sequence[_Turn], *, stop: bool) -> list[_Turn]:
    """Keep the turns of a kind if a known name recurs in it: the known ones, and what recurs."""
    alike = [turn for turn in found if turn.stop is stop]
    counts = Counter(turn.key for turn in alike)
    recurs = any(turn.known and counts[turn.key] > 1 for turn in alike)
    if not recurs or len(alike) < _FEWEST_TURNS:
        return []
    return [turn for turn in alike if turn.known or counts[turn.key] > 1]


def _turn(number: int, unit: Unit, capitals: bool) -> _Turn | None:
    if not unit.is_text:
        return None
    stop = None if capitals else _STOP.match(unit.words)
    match = stop or _COLON.match(unit.words)
    if match is None or unit.words[match.end() : match.end() + 1] not in ("", " "):
        return None
    if match.end() == len(unit.words) and stop:
        return None
    tokens = _tokens(match.group())
    if stop and tokens[0] in _SIDES and is_ordinary(tokens[-1].strip(".")):
        return None  # A. Yes.
    if not tokens or len(tokens) > _MOST_WORDS or not _names(tokens):
        return None
    label = " ".join(tokens)
    known = bool(stop) or (label.isupper() and not capitals) or _known(label)
    return _Turn(number, match.end(), _key(tokens), known, bool(stop))


def _key(tokens: Sequence[str]) -> str:
    """Return what is the same in `Comrade Novak` and `J. Novak`: the name without its titles."""
    titles = words("titles") | words("honorifics")
    bare = [t for t in tokens if t not in titles and not _INITIALS.fullmatch(t)]
    return " ".join(bare or tokens).strip(".").casefold()


def _tokens(label: str) -> list[str]:
    return _TOKEN.findall(_ASIDE.sub(" ", label[:-1]))


def _names(tokens: Sequence[str]) -> bool:
    """Whether words are those of a name or an office: capitals, and the small words between."""
    small = words("function-words") | {"d'affaires"}
    first, last = tokens[0], tokens[-1]
    return (
        first[0].isupper()
        and last[0].isupper()
        and tokens[0].strip(".").casefold() not in _NO_SPEAKERS
        and not any(token[0].isdigit() for token in tokens)
        and all(token[0].isupper() or token in small for token in tokens)
    )


@cache
def _known(label: str) -> bool:
    """Whether a label has a title, an office or a person's name in it."""
    tokens = label.split()
    titled = not (words("titles") | words("honorifics")).isdisjoint(tokens)
    office = any(token.lower() in words("offices") for token in tokens)
    return (
        titled
        or office
        or any(2 * (h.end - h.start) >= len(label) for h in persons.hits_in_phrase(label))
    )
