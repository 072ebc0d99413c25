"""Organisations by their head noun: the capitalised words before it, and its tail.

name   := word* HEAD tail?            Supreme Sugar Board, 24th Army
tail   := (("of" | "for" | "on" | "to" | "in" ...) "the"? word+ ("and" word+)?)+
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.annotators.name_words import is_ordinary
from tei_cable.annotators.starts import capitals, matches, near, places
from tei_cable.authority import in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME_WORD = r"[A-ZÀ-Ž][\w'’ʼ-]{1,40}"
_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th|d))"
_ORDINAL_FIRST = r"\d(?<![\w-].)\d{0,2}(?:st|nd|rd|th|d)"  # that begins a word; figures first
_NUMBERED = re.compile(_ORDINAL_FIRST)
_UNITS = frozenset(
    re.findall(
        r"\S+",
        "Army Corps Division Brigade Regiment Battalion Fleet Squadron Front",
    )
)
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_STEP = re.compile(
    rf" (?P<joint>(?:of|for|on|to|in|and|against|with|de|del|la|pour|für) )?(?P<the>the )?"
    rf"(?P<word>{_NAME_WORD})"
)
_KIND = EntityKind.ORGANISATION
_MOST_STEPS = 9
_LONGEST_TAIL = 40
_OF_STATES = frozenset({"Administration", "Cabinet", "Government"})
_BUILDING = re.compile(r" (?:House|Palace|Building|Gazette|Printer)\b")
_NO_BODIES = frozenset({"International Community", "World Community", "Big Board"})
_CALLED = frozenset(
    re.findall(
        r"\S+",
        "Atomic Aviation Central Civil Coalition Colonial Commonwealth Communist Confederate"
        " Conservative Control Democratic Development Drug Economic Emergency Energy Federal"
        " General Home Imperial Inner Interim International Joint Kitchen Labor Labour Liberal"
        " Local Majesty's Maritime Military Municipal National Nationalist New Occupation Patriotic"
        " People's Popular Presidential Provincial Provisional Puppet Reform Republican"
        " Revolutionary Royal Security Service Services Shadow Small Social Socialist State"
        " Supreme Territorial Town Trade Transitional Trust Trusteeship Union Unity Veterans War",
    )
)
_WITH_PURPOSE = frozenset(
    re.findall(
        r"\S+",
        "Association Commission Committee League Movement Society Union",
    )
)
_NO_TAIL = frozenset({"with", "against", "in", "to"})  # open a tail only after a head that is bare
_MOST_BEFORE = 15  # spaces in the words before a head
_TIME = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August"
    r"|September|October|November|December"
)
_UNIT = re.compile(
    rf"{_ORDINAL_FIRST} (?:(?:field|group|infantry|rifle|tank|air) )?"
    r"(?:army|corps|division|fleet|regiment|brigade)(?: group)?(?![\w-])"
)
_LEADING = frozenset(
    re.findall(
        r"\S+",
        "Radio Banco Banca Banque Crédit Partido Parti Partito Universidad Université"
        " Confederación Federación Frente Movimiento Union",
    )
)
_ARTICLES = r"(?:(?:de|del|du|di|la|des) )*"
_LED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_LEADING - {'Union'}))}|Union Nationale)"
    rf" {_ARTICLES}{_NAME_WORD}(?: {_ARTICLES}{_NAME_WORD}){{0,3}}"
)


def by_head_noun(text: str) -> Iterator[Hit]:
    """Yield the names that a head noun makes with the words before it or its tail."""
    position = 0
    for match in matches(_head_noun()[0], text, _beginnings(text)):
        start = max(match.start(), position)
        if start > match.start("head"):
            continue
        start = _without_function_words(text, start, match.start("head"))
        before = text[start : match.start("head")]
        numbered = not _UNITS.isdisjoint(match["head"].split(" "))
        if before and before[0].isdigit() and not numbered:
            start = start + len(before.split(" ", 1)[0]) + 1
            before = text[start : match.start("head")]
        end = _tail_end(text, match.end(), match["head"], bare=not before)
        if _whole(text, start, match.end(), end):
            end = match.end()
        tail = end > match.end()
        if match["head"] == "Conference" or (
            match["head"] == "Congress" and not _body(before, tail)
        ):
            continue
        name = _POSSESSIVE.sub("", text[start:end])
        if _no_body(match["head"], before, text[end : end + _LONGEST_TAIL]):
            continue
        if (before or tail) and not in_use().named(name, EntityKind.PLACE):
            position = start + len(name)
            entity = local_entity(EntityKind.ORGANISATION, name)
            yield Hit(start, position, entity, "organisations.head-noun", Certainty.MEDIUM)
    for match in _UNIT.finditer(text):
        entity = local_entity(EntityKind.ORGANISATION, match.group())
        yield Hit(*match.span(), entity, "organisations.unit", Certainty.LOW)
    for match in matches(_LED, text, places(text, _LEADING)):
        entity = local_entity(EntityKind.ORGANISATION, match.group())
        yield Hit(*match.span(), entity, "organisations.led", Certainty.MEDIUM)


def _no_body(head: str, before: str, following: str) -> bool:
    """Whether a head with the words before it is no body: `Castro Government`, `Each Cabinet`.

    A person's government is the person's name; and what other words stand before these heads than
    what a government is called by, or a name, begins no body's name. Nor is a building a body.
    """
    if _BUILDING.match(following) or f"{before}{head}" in _NO_BODIES:
        return True
    words_ = before.rstrip()
    if head not in _OF_STATES or not words_:
        return False
    if in_use().named(words_, EntityKind.PERSON) is not None:
        return True
    last = words_.rpartition(" ")[2]
    plain = _POSSESSIVE.sub("", last)
    return is_ordinary(plain) and last not in _CALLED and not _is_state(last)


def _is_state(word: str) -> bool:
    state = in_use().named(word, EntityKind.PLACE)
    return state is not None or in_use().named(word, EntityKind.PLACE, demonyms=True) is not None


def _whole(text: str, start: int, end: int, tail_end: int) -> bool:
    """Whether a known name of several words has a tail that names no place: `of the Effect`."""
    name, tail = text[start:end], text[end:tail_end]
    if " " not in name or not tail.startswith(" of the ") or not in_use().named(name, _KIND):
        return False
    longer = in_use().named(text[start:tail_end], _KIND)
    return not longer and next(in_use().find(tail, EntityKind.PLACE), None) is None


def _body(before: str, tail: bool) -> bool:
    """Whether a congress is a body and no meeting: it has a name of its own and no tail."""
    return before.count(" ") >= 2 and not tail


@cache
def _head_noun() -> tuple[re.Pattern[str], frozenset[str]]:
    """Return the pattern of a head noun with what leads to it, and the first words of the heads."""
    initials: dict[str, list[str]] = {}
    for head in sorted(words("org-heads"), key=len, reverse=True):
        initials.setdefault(head[0], []).append(re.escape(head[1:]))
    heads = "|".join(f"{initial}(?:{'|'.join(rest)})" for initial, rest in initials.items())
    firsts = frozenset(re.findall(r"\w+", head)[0] for head in words("org-heads"))
    pattern = re.compile(
        rf"(?<![\w-])(?P<before>(?:(?:{_ORDINAL}|(?:St\. )?{_NAME_WORD}) (?:and |& )?){{0,5}})"
        rf"(?P<head>(?:{heads}))(?![\w-])"
    )
    return pattern, firsts


def _beginnings(text: str) -> list[int]:
    """Return where a body's name can begin: at a capital, or an ordinal, not far before a head."""
    numbers = (match.start() for match in _NUMBERED.finditer(text))
    heads = places(text, _head_noun()[1])
    return near(text, sorted((*capitals(text), *numbers)), heads, _MOST_BEFORE)


def _without_function_words(text: str, start: int, head: int) -> int:
    """Return where a name begins: after the last function word, title, and parting `and`."""
    tokens = text[start:head].split(" ")[:-1]
    begins = 0
    for number, word in enumerate(tokens):
        if word == "and":
            parts = _breaks(tokens[begins:number], tokens[number + 1 :])
            begins = number + 1 if parts else begins
        elif word.lower() in words("function-words") or word in words("titles"):
            begins = number + 1
    return head if begins >= len(tokens) else start + len(" ".join(["", *tokens[:begins]]))


def _breaks(before: list[str], after: list[str]) -> bool:
    """Whether `and` before a head parts two names.

    It does if only the head follows, or a state or people, or if a head stands before it.
    """
    words_ = " ".join(after)
    place = in_use().named(words_, EntityKind.PLACE)
    people = in_use().named(words_, EntityKind.PLACE, demonyms=True)
    ends = bool(before) and before[-1] in words("org-heads")
    return not after or ends or place is not None or people is not None


def _tail_end(text: str, end: int, head: str, *, bare: bool) -> int:
    """Return where the tail of a head noun ends, `end` if there is none."""
    last = end
    opened = False
    for _ in range(_MOST_STEPS):
        step = _STEP.match(text, last)
        if not step or not _goes_on(step, text, bare=bare, opened=opened, head=head):
            break
        opened = True
        last = step.end()
    return last


def _goes_on(step: re.Match[str], text: str, *, bare: bool, opened: bool, head: str) -> bool:
    joint, word = (step["joint"] or "").strip(), _POSSESSIVE.sub("", step["word"])
    if _TIME.fullmatch(word) or word.lower() in words("function-words"):
        return False
    subject = head == "Government" and joint not in ("of", "and", "")
    if subject or word in words("titles") or _begins_person(text, step.start("word")):
        return False
    if not joint:
        gerund = text[: step.start()].endswith("ing")
        return opened and (gerund or not step["the"])
    if joint == "and":
        return opened and not step["the"] and not _new_name(text, step.start("word"))
    if joint in _NO_TAIL:
        place = in_use().named(word, EntityKind.PLACE)
        purpose = " to " in text[max(0, step.start() - _LONGEST_TAIL) : step.start()]
        fits = head in _WITH_PURPOSE if joint == "to" else place is None or purpose
        return (bare or opened) and fits
    return True


def _begins_person(text: str, start: int) -> bool:
    """Whether the full name of a known person begins at a place."""
    found = in_use().first(text[start : start + _LONGEST_TAIL], EntityKind.PERSON)
    return found is not None and " " in found.form.text


def _new_name(text: str, start: int) -> bool:
    """Whether what follows `and` is an organisation of its own, with a head noun or known."""
    following = re.match(rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}", text[start : start + 60])
    if not following:
        return False
    tokens = following.group().split(" ")
    known = in_use().first(following.group(), EntityKind.ORGANISATION)
    heads = any(token in words("org-heads") for token in tokens)
    return heads or known is not None or _is_place(tokens)


def _is_place(tokens: list[str]) -> bool:
    return in_use().named(" ".join(tokens), EntityKind.PLACE) is not None
