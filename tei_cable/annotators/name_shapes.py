"""The rules that find names of persons by their shape, each yielding its hits in order."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.authority import shipped, words
from tei_cable.model import Certainty, EntityKind, NamePart, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = r"[A-ZÀ-Ž](?:[a-zß-ž]|['’ʼ](?!s\b))+(?:[A-Z][a-zß-ž]+)?(?:-[A-Za-zÀ-ž][a-zß-ž]+)*"
_PARTICLE = r"(?:da|de|del|della|der|di|do|dos|du|el|al|bin|ibn|la|le|van|von|ten|ter)"
_SURNAME = rf"(?:(?:{_PARTICLE} ){{0,2}}{_WORD})"
_INITIALS = r"[A-ZÀ-Ž][a-zß-ž]?\.(?: ?[A-ZÀ-Ž][a-zß-ž]?\.){0,2}"

_WITH_INITIALS = re.compile(rf"(?<![\w.])(?P<forename>{_INITIALS}) ?(?P<surname>{_SURNAME})\b")
_WITH_FORENAME = re.compile(
    rf"\b(?P<forename>(?P<first>{_WORD})(?: {_INITIALS})?) (?P<surname>{_SURNAME})\b"
)
_INITIALS_AFTER = re.compile(
    rf"\b(?P<surname>{_SURNAME}) (?P<forename>[A-ZÀ-Ž][a-zß-ž]?\. ?[A-ZÀ-Ž]\.)"
)
_SYLLABLE = r"[A-Z][a-z]{1,4}"
_SURNAME_FIRST = re.compile(
    rf"\b(?P<surname>{_WORD}) (?=(?P<forename>{_SYLLABLE} {_SYLLABLE}\b|{_WORD}))"
)
_CALENDAR = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_CHINESE_FAMILY = re.compile(  # the commonest, as pinyin writes them
    r"Bai|Bao|Bo|Cai|Cao|Chen|Cheng|Cui|Dai|Deng|Ding|Dong|Du|Duan|Fan|Fang|Feng|Fu|Gao|Geng|Gong"
    r"|Gu|Guan|Guo|Han|Hao|He|Hong|Hou|Hu|Hua|Huang|Huo|Ji|Jia|Jiang|Jin|Kang|Kong|Lei|Li|Lian"
    r"|Liang|Liao|Lin|Liu|Long|Lu|Lü|Luo|Ma|Mao|Meng|Mo|Nie|Pan|Peng|Qian|Qiao|Qin|Qiu|Ren|Shao"
    r"|Shen|Sheng|Shi|Song|Su|Sun|Tan|Tang|Tao|Tian|Wan|Wang|Wei|Wen|Wu|Xi|Xia|Xiang|Xiao|Xie|Xiong"
    r"|Xu|Xue|Yan|Yang|Yao|Ye|Yi|Yin|Yu|Yuan|Zeng|Zhang|Zhao|Zheng|Zhong|Zhou|Zhu|Zou"
)
_FINAL = (
    r"(?:ai|ao|ang?|a|ei|er|eng?|e|iang?|iao|iong|ie|iu|ing?|ia|i|ong|ou|o|uang?|uai|uo|ui|un|ue|ua"
    r"|u|ü|üe)"
)
_PINYIN_SYLLABLE = rf"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?{_FINAL}"
_CHINESE_GIVEN = re.compile(rf"{_PINYIN_SYLLABLE}(?:['’]?{_PINYIN_SYLLABLE})?", re.IGNORECASE)
_ADJECTIVES = frozenset({"general", "major", "chief"})  # no titles, when in small letters
_SHORTEST_SMALL_TITLE = 4  # "don" and "sr." are words as well
_WORD_BEGINS = re.compile(r"(?<![\w.-])[^\W\d_]\S*")
_NAME_BEGINS = re.compile(r"[A-ZÀ-Ž]|[a-z]+ [A-Z]")
_NAME = re.compile(
    rf"(?:(?P<forename>{_INITIALS}|{_WORD}(?: {_INITIALS})?) ?(?<=[ .]))?(?P<surname>{_SURNAME})"
)


def with_initials(text: str) -> Iterator[Hit]:
    """Find surnames with initials before them."""
    for match in _WITH_INITIALS.finditer(text):
        is_title = match["forename"].split(" ", 1)[0] in words("titles")  # "Dr."
        if not is_title and may_be_name(match["surname"]):
            yield _named(match, "persons.initials", Certainty.HIGH)


def with_initials_after(text: str) -> Iterator[Hit]:
    """Find known surnames with two initials after them, as Soviet lists have them."""
    for match in _INITIALS_AFTER.finditer(text):
        if shipped().named(match["surname"], EntityKind.PERSON):
            yield _named(match, "persons.initials-after", Certainty.MEDIUM)


def with_forename(text: str) -> Iterator[Hit]:
    """Find a forename of the list with a capitalised word after it."""
    for match in _WITH_FORENAME.finditer(text):
        if match["first"] in words("forenames") and may_be_name(match["surname"]):
            yield _named(match, "persons.forename", Certainty.MEDIUM)


def surname_first(text: str) -> Iterator[Hit]:
    """Find a family name that stands first, with a capitalised word or two after it.

    It is one that an authority file has in that place, or a Chinese one before a given name that
    pinyin can spell.
    """
    for match in _SURNAME_FIRST.finditer(text):
        family, given = match["surname"], match["forename"]
        chinese = _CHINESE_FAMILY.fullmatch(family) and _CHINESE_GIVEN.fullmatch(given)
        stands_first = chinese or family in _family_names()
        is_place = shipped().named(f"{family} {given}", EntityKind.PLACE)  # Hong Kong
        if stands_first and not is_place and all(map(may_be_name, given.split(" "))):
            yield _named(match, "persons.surname-first", Certainty.MEDIUM)


@cache
def _family_names() -> frozenset[str]:
    """The surnames that stand before the forename in a name of the authority files."""
    return frozenset(
        form.parts[0].span.of(form.text)
        for form in shipped().forms
        if [part.role for part in form.parts] == ["surname", "forename"]
    )


def titled(text: str) -> Iterator[Hit]:
    """Find names right after a title."""
    for word in _WORD_BEGINS.finditer(text):
        for title in _titles().get(word[0], ()):
            end = word.start() + len(title) + 1
            if text.startswith(f"{title} ", word.start()) and _NAME_BEGINS.match(text, end):
                yield from _after_title(text, end)
                break


def _after_title(text: str, start: int) -> Iterator[Hit]:
    match = _NAME.match(text, start)
    if match and may_be_name(match["surname"]) and may_be_name(match["forename"] or ""):
        yield _named(match, "persons.title", Certainty.MEDIUM)


@cache
def _titles() -> dict[str, list[str]]:
    """Return the titles by their first word, the longest first."""
    small = {title.lower() for title in words("titles") if len(title) >= _SHORTEST_SMALL_TITLE}
    table: dict[str, list[str]] = {}
    for title in sorted(words("titles") | small - _ADJECTIVES, key=lambda t: (-len(t), t)):
        table.setdefault(title.split(" ", 1)[0], []).append(title)
    return table


def _named(match: re.Match[str], rule: str, cert: Certainty) -> Hit:
    """Make a hit of a match with the groups forename (or none) and surname."""
    roles = [role for role in ("forename", "surname") if match[role]]
    spans = sorted((Span(*match.span(role)), role) for role in roles)
    start, end = spans[0][0].start, spans[-1][0].end
    parts = tuple(NamePart(role, span) for span, role in spans) if len(spans) > 1 else ()
    relative = tuple(replace(p, span=Span(p.span.start - start, p.span.end - start)) for p in parts)
    entity = local_entity(EntityKind.PERSON, match.string[start:end], relative)
    return Hit(start, end, entity, rule, cert, parts)


def may_be_name(word: str) -> bool:
    """Whether a capitalised word is no place, people, office, month or ordinary word."""
    authority = shipped()
    lower = word.lower()
    return not (
        lower in words("function-words")
        or word in words("titles")
        or lower in words("offices")
        or word in words("org-heads")
        or authority.named(word, EntityKind.PLACE)
        or authority.named(word, EntityKind.PLACE, demonyms=True)
        or authority.named(word, EntityKind.ORGANISATION)
        or _CALENDAR.fullmatch(word)
    )
