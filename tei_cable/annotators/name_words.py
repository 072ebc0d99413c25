"""What the words of a name look like, and which capitalised words are none."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_cable.authority import in_use, words
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from tei_cable.authority import Authority

LETTERS = r"[A-ZÀ-Ž](?:[a-zß-ž]|['’ʼ](?=[A-Za-zß-ž])(?!s\b))+(?:[A-Z][a-zß-ž]+)?"
WORD = rf"(?:(?:[AEae]l|[Aa][dnrs]|[Aa]sh|[Uu]l|Abd)-)?{LETTERS}(?:-[A-Za-zÀ-ž][a-zß-ž]+){{0,3}}"
PARTICLE = (
    r"(?:af|al|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|ter|ten|van|von|zu|zur)"
)
HIGH_PARTICLE = r"(?:Da|De|Del|Della|Den|Der|Di|Do|Dos|Du|El|La|Le|Ten|Ter|Van|Von|Zu|Zur)"
SURNAME = rf"(?:(?:{PARTICLE} |{HIGH_PARTICLE} |[Dd]['’]){{0,2}}{WORD})"
INITIALS = (
    r"(?:[A-ZÀ-Ž][a-zß-ž]?\.(?:[ -]?[A-ZÀ-Ž][a-zß-ž]?\.){0,2}|[A-ZÀ-Ž][a-zß-ž]{2,3}\. ?[A-ZÀ-Ž]\.)"
)
BEGINS = r"(?<![\w-])(?<!\w['’ʼ.])"

PORTFOLIOS = frozenset(
    re.findall(
        r"\S+",
        "affairs agriculture air army atomic autonomy aviation budget campesino colonial"
        " colonies commerce communications constitutional construction cooperation"
        " cooperatives cultural culture customs defence defense development dominion"
        " dominions economics economy education electricity employment energy environment"
        " expropriation external finance fisheries food foreign forestry forests fuel health"
        " home housing hydrocarbons immigration industry information integration interior"
        " irrigation justice labor labour land legal machine-building marine marines"
        " metallurgy mines mining minorities munitions nationalities navy nuclear oil"
        " parliamentary peasant pensions petroleum planning police population posts power"
        " procurement production propaganda railways reconstruction refugees regional"
        " rehabilitation relations religion religious repatriation research resources rural"
        " science security settlement shipping social space sport sports state statistics"
        " supplies supply taxation technology telecommunications territories textile textiles"
        " tourism trade training transport treasury tribal urban veterans war water waterways"
        " welfare women works youth",
    )
)

_CALENDAR = re.compile(
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Christmas|Easter|Ramadan|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_CONTRACTION = re.compile(r"['’ʼ](?:s|ll|re|ve|m|d|t)$")
_ROMAN = re.compile(r"[IVXLC]+")
_LAST_WORD = re.compile(r"[^\s-]+$")
BODY = re.compile(r"(?:bank|radio|press|corp|oil|bureau|partei|partiet|news|air)$", re.IGNORECASE)
_PARTICLES = frozenset(
    {*HIGH_PARTICLE.removeprefix("(?:").removesuffix(")").split("|"), "San", "Santa", "St"}
)
_NO_NAMES = frozenset({"affaires", "d'affaires", "d’affaires", "messrs"})
_MANY = 1 << 14


@cache
def forenames() -> frozenset[str]:
    """The given names of the lists: a kept one of many languages, and one of a census."""
    return words("forenames") | words("given-names")


def may_be_name(word: str) -> bool:
    """Whether a capitalised word is no place, people, office, month or ordinary word."""
    return _may_be_name(word, in_use())


@lru_cache(maxsize=_MANY)
def _may_be_name(word: str, authority: Authority) -> bool:
    return may_follow_honorific(word) and not (
        authority.named(word, EntityKind.PLACE)
        or authority.named(word, EntityKind.PLACE, demonyms=True)
        or authority.named(word, EntityKind.ORGANISATION)
    )


@lru_cache(maxsize=_MANY)
def may_follow_honorific(word: str) -> bool:
    """Whether a capitalised word can be the name of one called Mr.: `Mr. Washington`."""
    lower = word.lower()
    return not (
        lower in words("function-words")
        or lower in _NO_NAMES
        or word in words("titles")
        or f"{word}." in words("titles")
        or word in _PARTICLES
        or lower in words("offices")
        or word in words("org-heads")
        or _CALENDAR.fullmatch(word)
        or _ROMAN.fullmatch(word)
        or _CONTRACTION.search(lower)
    )


def is_unusual(word: str) -> bool:
    """Whether a capitalised word is a name if anything: neither known otherwise nor English."""
    return _is_unusual(word, in_use())


@lru_cache(maxsize=_MANY)
def _is_unusual(word: str, authority: Authority) -> bool:
    return (
        _may_be_name(word, authority)
        and not is_ordinary(word)
        and not BODY.search(word)
        and not is_plural_title(word)
        and word not in words("gazetteer")
    )


def is_plural_title(word: str) -> bool:
    """Whether a word is the plural of a title or an office: `Colonels`, `Congressmen`."""
    one = word[:-3] + "man" if word.endswith("men") else word.removesuffix("s")
    return one != word and (one in words("titles") or one.lower() in words("offices"))


@lru_cache(maxsize=_MANY)
def is_ordinary(word: str) -> bool:
    """Whether a word, or the last part of a compound, is a common English one or its plural."""
    last = _LAST_WORD.search(word.lower())
    small = last[0] if last else word.lower()
    common = words("common")
    return small in common or (small.endswith("s") and small[:-1] in common)
