"""Languages: the BCP 47 tags of their English names, and which a text is written in.

A text in another script than Latin is told by its script, and by letters that one language has
alone; one in Latin script by its function words. What is not clear is undetermined.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from tei_cable.authority import words

if TYPE_CHECKING:
    from collections.abc import Mapping

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
_LATIN_RUN = re.compile(r"[^\W\d_]+")
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


@lru_cache(maxsize=16)
def language_of(text: str, allowed: tuple[str, ...] = ()) -> str:
    """Return the tag of the language that a text is written in, "und" where it is not clear.

    `allowed` are the tags that it may have, if it is known that others do not occur.
    """
    return _language(*_read(text[:_SAMPLE]), allowed)


def languages_of(text: str, allowed: tuple[str, ...] = ()) -> tuple[tuple[str, int], ...]:
    """Return the languages of a text, the most used first, each with its share in per cent.

    A second language counts only with whole paragraphs; () where none is clear.
    """
    letters: Counter[str] = Counter()
    paragraphs = [_read(paragraph) for paragraph in text[:_SAMPLE].split("\n\n")]
    tokens: Counter[str] = Counter()
    for found, words_ in paragraphs:
        letters[_language(found, words_, allowed)] += len(found)
        tokens.update(words_)
    main = _language("".join(found for found, _ in paragraphs), tokens, allowed)
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
    return ((main, 100),) if main != UNDETERMINED else ()


def _read(text: str) -> tuple[str, Counter[str]]:
    """Return the letters of a text, and how often it has each word, in small letters."""
    runs = _LATIN_RUN.findall(text.lower())
    letters = "".join(runs) if text.isascii() else "".join(filter(str.isalpha, text))
    return letters, Counter(runs)


def _language(letters: str, tokens: Counter[str], allowed: tuple[str, ...]) -> str:
    found = UNDETERMINED if letters.isascii() else _by_script(letters)
    if found == UNDETERMINED:
        found = _by_words(tokens, allowed)
    return found if not allowed or found in allowed else UNDETERMINED


def _by_script(letters: str) -> str:
    for script, languages in _SCRIPTS:
        share = len(script.findall(letters)) / len(letters)
        if share >= (_KANA if languages[0][1] == "ja" else _HALF):
            lower = letters.lower()
            return next(tag for own, tag in languages if not own or any(c in lower for c in own))
    return UNDETERMINED


def _by_words(tokens: Counter[str], allowed: tuple[str, ...]) -> str:
    count = max(tokens.total(), 1)
    different = tokens.keys() & words("function-words")
    english = sum(tokens[token] for token in different) / count
    found: Counter[str] = Counter()
    seen: dict[str, set[str]] = {}
    by_word = _languages_by_word()
    for token in [token for token in tokens if token in by_word]:
        for tag in by_word[token]:
            if not allowed or tag in allowed:
                found[tag] += tokens[token]
                seen.setdefault(tag, set()).add(token)
    best = [(tag, n / count) for tag, n in found.most_common(2) if len(seen[tag]) > _FEWEST]
    leads = len(best) == 1 or (len(best) > 1 and best[0][1] >= _LEAD * best[1][1])
    if leads and best[0][1] >= _SHARE and best[0][1] > english:
        return best[0][0]
    least = max(_TERSE_SHARE, 2 * best[0][1] if best else 0)
    terse = english >= least and len(different) >= _TERSE_FEWEST
    return ENGLISH if english >= _ENGLISH_SHARE or terse else UNDETERMINED


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    """Return the tags of the languages that have each function word."""
    found: dict[str, tuple[str, ...]] = {}
    for line in sorted(words("language-words")):
        tag, _, listed = line.partition(":")
        for word in listed.split():
            found[word] = (*found.get(word, ()), tag)
    return found
