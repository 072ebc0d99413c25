"""Languages: the BCP 47 tags of their English names, and which a text is written in.

A text in another script than Latin is told by its script, and by letters that one language has
alone; one in Latin script by its function words. What is not clear is undetermined.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_cable.authority import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

UNDETERMINED = "und"
TAGS = {
    "Albanian": "sq",
    "Arabic": "ar",
    "Bulgarian": "bg",
    "Chinese": "zh",
    "Croatian": "hr",
    "Czech": "cs",
    "Danish": "da",
    "Dutch": "nl",
    "English": "en",
    "Estonian": "et",
    "Finnish": "fi",
    "French": "fr",
    "Georgian": "ka",
    "German": "de",
    "Greek": "el",
    "Hebrew": "he",
    "Hungarian": "hu",
    "Indonesian": "id",
    "Italian": "it",
    "Japanese": "ja",
    "Korean": "ko",
    "Latvian": "lv",
    "Lithuanian": "lt",
    "Mongolian": "mn",
    "Norwegian": "no",
    "Persian": "fa",
    "Polish": "pl",
    "Portuguese": "pt",
    "Romanian": "ro",
    "Russian": "ru",
    "Serbian": "sr",
    "Serbo-Croatian": "sh",
    "Slovak": "sk",
    "Slovenian": "sl",
    "Spanish": "es",
    "Swedish": "sv",
    "Turkish": "tr",
    "Ukrainian": "uk",
    "Vietnamese": "vi",
}
_NAMES = {tag: name for name, tag in TAGS.items()}
ENGLISH = "en"
_ENGLISH_SHARE = 0.2
_TERSE_SHARE, _TERSE_FEWEST = 0.07, 6  # of a telegram, full of names and codes, and in so many
_SHARE = 0.14  # of the words of a text, of a language whose list is short
_LEAD = 1.2  # by which the best of these must lead
_FEWEST = 2  # different words of a list, and more
_SAMPLE = 200_000
_TEXTS = 8  # whose languages are kept: more than one part of a header asks
_LETTERS = re.compile(r"[^\W\d_]+")
# scripts, and whose they are: the first language whose letters are in the text, else the last
_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), (("", "ja"),)),
    (re.compile(r"[\u4e00-\u9fff]"), (("", "zh"),)),
    (re.compile(r"[\uac00-\ud7af]"), (("", "ko"),)),
    (
        re.compile(r"[\u0400-\u04ff]"),
        (("іїєґ", "uk"), ("ђјљњћџ", "sr"), ("өү", "mn"), ("ыэё", "ru"), ("ъ", "bg"), ("", "ru")),
    ),
    (re.compile(r"[\u0370-\u03ff]"), (("", "el"),)),
    (re.compile(r"[\u0590-\u05ff]"), (("", "he"),)),
    (re.compile(r"[\u0600-\u06ff]"), (("پچژگ", "fa"), ("", "ar"))),
    (re.compile(r"[\u10a0-\u10ff]"), (("", "ka"),)),
)
_OTHER_SCRIPT = re.compile("|".join(script.pattern for script, _ in _SCRIPTS))
_KANA = 0.05  # a text with so much of it is Japanese, whatever its other characters
_HALF = 0.5
_LEAST_USAGE = 10  # per cent of a text, and
_LEAST_LETTERS = 200  # so many letters, make a second language


def tag_of(name: str) -> str:
    """Return the BCP 47 tag of a language's English name, "und" where it is not known."""
    return TAGS.get(name.strip(), UNDETERMINED)


def name_of(tag: str) -> str:
    """Return the English name of a language's tag."""
    return _NAMES.get(tag, "Undetermined")


@lru_cache(maxsize=_TEXTS)
def language_of(text: str, allowed: tuple[str, ...] = ()) -> str:
    """Return the tag of the language that a text is written in, "und" where it is not clear.

    `allowed` are the tags that it may have, if it is known that others do not occur.
    """
    sample = text[:_SAMPLE]
    return _language(sample, _sum(_counts(sample)), allowed)


@lru_cache(maxsize=_TEXTS)
def languages_of(text: str, allowed: tuple[str, ...] = ()) -> tuple[tuple[str, int], ...]:
    """Return the languages of a text, the most used first, each with its share in per cent.

    A second language counts only with whole paragraphs; () where none is clear.
    """
    sample = text[:_SAMPLE]
    paragraphs = sample.split("\n\n")
    counts = _counts(sample)
    letters: Counter[str] = Counter()
    for paragraph, count in zip(paragraphs, counts, strict=True):
        letters[_language(paragraph, count, allowed)] += count.letters
    del letters[UNDETERMINED]
    total = letters.total()
    used = [
        (tag, count)
        for tag, count in letters.most_common()
        if 100 * count >= _LEAST_USAGE * total and count >= _LEAST_LETTERS
    ]
    if len(used) > 1:
        total = sum(count for _, count in used)
        others = [(tag, round(100 * count / total)) for tag, count in used[1:]]
        return ((used[0][0], 100 - sum(share for _, share in others)), *others)
    main = _language(sample, _sum(counts), allowed)
    return ((main, 100),) if main != UNDETERMINED else ()


@dataclass(frozen=True, slots=True)
class _Count:
    """How many letters and words a text has, and how often each function word, in order."""

    letters: int
    words: int
    function_words: Counter[str]


@lru_cache(maxsize=_TEXTS)
def _counts(text: str) -> tuple[_Count, ...]:
    """Return the count of each paragraph of a text."""
    return tuple(_count(paragraph) for paragraph in text.split("\n\n"))


def _count(text: str) -> _Count:
    found = _LETTERS.findall(text.lower())
    letters = "".join(found)
    number = len(letters) if letters.isalpha() else sum(map(str.isalpha, letters))
    return _Count(number, len(found), Counter(filter(_languages_by_word().__contains__, found)))


def _sum(counts: Sequence[_Count]) -> _Count:
    """Return the count of a text from those of its paragraphs."""
    function_words: Counter[str] = Counter()
    for count in counts:
        for word, times in count.function_words.items():
            function_words[word] = function_words.get(word, 0) + times
    return _Count(sum(c.letters for c in counts), sum(c.words for c in counts), function_words)


def _language(text: str, count: _Count, allowed: tuple[str, ...]) -> str:
    found = UNDETERMINED
    if count.letters and _OTHER_SCRIPT.search(text):
        found = _by_script("".join(filter(str.isalpha, text)))
    if found == UNDETERMINED:
        found = _by_words(count, allowed)
    return found if not allowed or found in allowed else UNDETERMINED


def _by_script(letters: str) -> str:
    for script, languages in _SCRIPTS:
        share = len(script.findall(letters)) / len(letters)
        if share >= (_KANA if languages[0][1] == "ja" else _HALF):
            lower = letters.lower()
            return next(tag for own, tag in languages if not own or any(c in lower for c in own))
    return UNDETERMINED


def _by_words(count: _Count, allowed: tuple[str, ...]) -> str:
    total = max(count.words, 1)
    english, different = 0, 0
    found: Counter[str] = Counter()
    seen: dict[str, set[str]] = {}
    for word, times in count.function_words.items():
        for tag in _languages_by_word()[word]:
            if tag == ENGLISH:
                english += times
                different += 1
            elif not allowed or tag in allowed:
                found[tag] += times
                seen.setdefault(tag, set()).add(word)
    best = [(tag, n / total) for tag, n in found.most_common(2) if len(seen[tag]) > _FEWEST]
    leads = len(best) == 1 or (len(best) > 1 and best[0][1] >= _LEAD * best[1][1])
    if leads and best[0][1] >= _SHARE and best[0][1] > english / total:
        return best[0][0]
    least = max(_TERSE_SHARE, 2 * best[0][1] if best else 0)
    terse = english / total >= least and different >= _TERSE_FEWEST
    return ENGLISH if english / total >= _ENGLISH_SHARE or terse else UNDETERMINED


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """Return the tags of the languages that have each function word, English for its own."""
    found: dict[str, tuple[str, ...]] = dict.fromkeys(words("function-words"), (ENGLISH,))
    for line in sorted(words("language-words")):
        tag, _, listed = line.partition(":")
        for word in listed.split():
            found[word] = (*found.get(word, ()), tag)
    return found
