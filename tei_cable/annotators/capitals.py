"""Passages in capitals as they would be in small letters: telegrams, headings, signatures.

Case tells nothing there, so the words do: a known name gets its own letters back, ordinary words
become small, and what is neither keeps a capital, as a name would. Lengths never change.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tei_cable.annotators.name_words import PORTFOLIOS, forenames
from tei_cable.authority import SURNAME, in_use, words
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from tei_cable.authority import Authority

_LINE = re.compile(r"[^\n]+")
_SMALL = re.compile(r"[a-zß-ž]")
_CAPITALS = re.compile(r"[A-ZÀ-Ž]{3,}")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*\.?")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_REACH = 60  # characters before a word that may tell what it is
_LONGEST_NAME = 5  # words
_LONGEST_ACRONYM = 3
_LONGEST_SYMBOL = 5  # of an office: SY/PRS
_SHORT_WORDS = frozenset({"no", "go", "ok"})
_KIN = frozenset({"brother", "father"})
_TITLED = re.compile(
    r"(?<![A-Z])(?:AMBASSADOR|CHARGE|COL\.|COLONEL|DR\.|GEN\.|GENERAL|MR\.|MRS\.|SENATOR) $"
)
_OF = re.compile(rf"\b(?:OF|FOR)(?: THE)?(?: (?:AND|{'|'.join(PORTFOLIOS).upper()}))* $")
_AFTER_NAME = re.compile(
    r"(?:\b[A-ZÀ-Ž]\.|\b(?:Mr|Mrs|Ms|Dr|Miss|Sir|Lord|Comrade|Cde|Ambassador|General|President"
    r"|Minister|Marshal|Secretary)\b\.?) (?P<name>[A-ZÀ-Ž]{4,}(?: [A-ZÀ-Ž]{3,})?)\b"
)


def recased(text: str) -> str:
    """Return the text with its lines in capitals as they would be in small letters."""
    return _recased(text, in_use())


def forget() -> None:
    """Let go what is kept of texts."""
    _recased.cache_clear()


@lru_cache(maxsize=4)
def _recased(text: str, authority: Authority) -> str:  # noqa: ARG001 (known names depend on it)
    pieces = []
    position = 0
    for line in _LINE.finditer(text):
        words_ = line.group()
        if _SMALL.search(words_) or not _CAPITALS.search(words_):
            continue
        pieces += [text[position : line.start()], _recased_line(words_)]
        position = line.end()
    pieces.append(text[position:])
    return _AFTER_NAME.sub(_small_surname, "".join(pieces))


def _small_surname(match: re.Match[str]) -> str:
    """`N. V. ROSHCHIN` as `N. V. Roshchin`, but no acronym after a title."""
    name = match["name"]
    acronym = in_use().named(name, EntityKind.ORGANISATION) is not None
    return match.group().removesuffix(name) + (name if acronym else name.title())


def _recased_line(line: str) -> str:
    found = list(_WORD.finditer(line))
    result = list(line)
    number, named = 0, False
    while number < len(found):
        known = _known_name(line, found, number)
        if known:
            end, written = known
            result[found[number].start() : found[number].start() + len(written)] = written
            number, named = end, True
            continue
        word = found[number]
        following = found[number + 1].group() if number + 1 < len(found) else ""
        written, named = _recased_word(line, word, following, after_name=named)
        result[word.start() : word.end()] = written
        number += 1
    return "".join(result)


def _known_name(line: str, found: list[re.Match[str]], first: int) -> tuple[int, str] | None:
    """Return the number of the word after a known name that begins here, and how it is written."""
    names = _names(in_use())
    start = found[first].start()
    for last in range(min(len(found), first + _LONGEST_NAME), first, -1):
        end = found[last - 1].end()
        for stop in (end, end - line[start:end].endswith(".")):
            if written := names.get(line[start:stop]):
                return last, written
    return None


@lru_cache(maxsize=8)
def _names(authority: Authority) -> dict[str, str]:
    """Map each sure name of the authority files in capitals to how it is written."""
    names: dict[str, str] = {}
    ordinary = words("common") | words("function-words")
    for kind in EntityKind:
        for spelling in authority.spellings(kind):
            text, surname = spelling.text, spelling.type == SURNAME
            word = text.lower() in ordinary and (surname or text.isupper()) and text != "US"
            vague = spelling.cert == Certainty.LOW.value and (word or not surname)
            if not vague and not word and len(text.upper()) == len(text):
                names.setdefault(text.upper(), text)
    return names


def _recased_word(
    line: str, match: re.Match[str], following: str, *, after_name: bool
) -> tuple[str, bool]:
    """Return a word as it would be written, and whether a name may go on after it."""
    word = match.group()
    small = word.lower()
    bare = small.rstrip(".")
    edges = line[max(0, match.start() - 1) : match.start()] + line[match.end() : match.end() + 1]
    if ("/" in edges or edges == "()") and len(bare) <= _LONGEST_SYMBOL:
        return word, False
    if bare in _SHORT_WORDS or small in words("function-words") or small in _KIN:
        return small, False
    if len(bare) == 1:
        return word, True  # an initial
    return _recased_name(line, match, following, after_name=after_name)


def _recased_name(
    line: str, match: re.Match[str], following: str, *, after_name: bool
) -> tuple[str, bool]:
    word = match.group()
    small, title = word.lower(), word.title().replace("'S", "'s").replace("’S", "’s")
    bare = title.rstrip(".")
    if title in words("titles") or bare in words("titles"):
        goes_on = following.lower() not in words("function-words") and following != ""
        return (title if goes_on else small), goes_on
    surname = title in words("surnames") and _TITLED.search(line, 0, match.start()) is not None
    if surname or bare in forenames() or bare in words("org-heads"):
        return title, surname or bare in forenames()
    if small in PORTFOLIOS and _OF.search(line, max(0, match.start() - _REACH), match.start()):
        return title, False
    ordinary = not {small.rstrip("."), _POSSESSIVE.sub("", small)}.isdisjoint(words("common"))
    if ordinary or small in words("offices"):
        return small, False
    if len(bare) <= _LONGEST_ACRONYM and not after_name:
        return word, False
    return title, after_name
