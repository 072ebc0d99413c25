"""Words of the original's language, given after their translation: `ceded [ustuplena]`.

A script that is not Latin tells; else the shapes of transliterated words do, the more easily if
the page names the language. English words that look alike are listed.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tei_cable.authority import words
from tei_cable.model import BracketFunction, Certainty

if TYPE_CHECKING:
    from tei_cable.annotators.bracket_rules.context import Context, Decision

_SCRIPTS = {
    "CYRILLIC": "ru",
    "CJK": "zh",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "HANGUL": "ko",
    "ARABIC": "ar",
    "GREEK": "el",
    "HEBREW": "he",
}
_USING = {
    "ru": frozenset({"ru", "uk", "bg", "be", "mn", "sr"}),
    "zh": frozenset({"zh", "ja"}),
    "ar": frozenset({"ar", "fa"}),
}
_LATIN = "-Latn"
_SYLLABLE = "|".join(
    (
        "[zcs]h(?:uang|uai|uan|ang|eng|ong|ou|ao|ai|an|en|ei|ui|un|uo|ua|a|e|i|u)",
        "[jqx](?:iang|iong|ian|iao|ing|uan|ia|ie|in|iu|ue|un|i|u)",
        "[gkh](?:uang|uai|uan|ang|eng|ong|ou|ao|ai|an|en|ei|ui|un|uo|ua|a|e|u)",
        "[bpm](?:iao|ian|ang|eng|ing|ie|in|ao|ai|an|en|ei|ou|a|i|o|u)|me|miu",
        "f(?:ang|eng|an|en|ei|ou|a|o|u)",
        "[dt](?:iao|ian|uan|ang|eng|ong|ing|ou|ao|ai|an|ei|ie|iu|ui|un|uo|a|e|i|u)",
        "[nl](?:iang|iao|ian|uan|ang|eng|ong|ing|ou|ao|ai|an|en|ei|ie|iu|in|un|uo|üe|ue|ia|a|e|i|u|ü)",
        "[zcs](?:uan|ang|eng|ong|ou|ao|ai|an|en|ei|ui|un|uo|a|e|i|u)",
        "r(?:uan|ang|eng|ong|ou|ao|an|en|ui|un|uo|e|i|u)",
        "y(?:uan|ang|ing|ong|ao|an|in|ou|ue|un|a|e|i|o|u)",
        "w(?:ang|eng|ai|an|en|ei|a|o|u)",
        "ang|ai|an|ao|ei|en|er|ou|a|e|o",
    )
)
_PINYIN = re.compile(rf"(?:(?:{_SYLLABLE})['’]?){{1,8}}")
_PINYIN_ONLY = re.compile(r"zh|q(?!u[aeio])|x[iu]|[^aeioul]uo")
_RUSSIAN_ENDING = re.compile(
    r"\w{2,}(?:ykh|ikh|yy|iia|iya|iiu|iyu|akh|yakh|iakh|yi|iy|ii|ogo|ego|omu|emu|ami|iami|yami|ost['’]?"
    r"|osti|stvo|stva|stvu|at['’]|it['’]|et['’]|ovat|irovat|ennaia|ennye|enie|eniia|anie|aniia"
    r"|aia|aya|[lndt]ena|[lndt]eno|[lndt]eny|tsiia|tsiya|ovka|shchik|upit|izm)"
)
_RUSSIAN_NOUN = re.compile(r"\w{3,}(?:tsiia|tsiya|stvo|ost|enie|anie)")  # may have a capital
_RUSSIAN_SMALL = frozenset(
    [
        "k",
        "s",
        "v",
        "i",
        "o",
        "u",
        "na",
        "po",
        "za",
        "ne",
        "do",
        "ot",
        "iz",
        "so",
        "ko",
        "vo",
        "ob",
        "pod",
        "nad",
        "pri",
        "dlia",
        "kak",
        "eto",
    ]
)
_RUSSIAN_LETTERS = re.compile(r"shch|zh[ndeaiou]|kh[aoiur]|[bdtszlnrv]['’](?=\w|$)|iu|ts[iy]a")
_ACCENTED = {
    "hu": re.compile(r"[áéíóöőúüű]"),
    "de": re.compile(r"[äöüß]"),
    "pl": re.compile(r"[ąćęłńóśźż]"),
    "cs": re.compile(r"[áčďéěíňóřšťúůýž]"),
    "ro": re.compile(r"[ăâîșțşţ]"),
    "fr": re.compile(r"[àâçéèêëîïôûù]"),
    "es": re.compile(r"[áéíñóú]"),
    "sh": re.compile(r"[čćđšž]"),
    "vi": re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệ]"),
}
_ENGLISH_ENDING = re.compile(
    r"\w+(?:[aeiou]te|[ai][sz]e|[ae]nce|age|ium|[tsz]ing|lders|mph|dding|ting)s?"
)
_MOST_WORDS = 8
_SHORT = 2  # as short as English words of the same letters: `na`, `do`
_MANY_SYLLABLES = 5  # so many that no English phrase has them all


def term(context: Context) -> Decision | None:
    """Decide by the language that the words are of, if it is not English."""
    language, cert = told(context.inner, context.language)
    if context.next[:1].isupper() and context.inner[:1].isupper():
        return None  # a name goes on
    around = context.before + context.after
    if not language or not around.strip() or _script(context.inner) == _script(around) != "":
        return None
    return BracketFunction.TERM, "brackets.term", cert


def told(inner: str, original: str) -> tuple[str, Certainty]:
    """Return the tag of the language of a bracket's words and how sure it is; "" for English."""
    script = _script(inner)
    if script:
        same = original in _USING.get(script, {script})
        return (original if same else script), Certainty.HIGH if same else Certainty.MEDIUM
    tokens = inner.strip(" .,;:!\"“”'").lower().split()
    if not tokens or len(tokens) > _MOST_WORDS or any(w in words("function-words") for w in tokens):
        return "", Certainty.LOW
    capital = [word for word in inner.split() if word[:1].isupper()]
    if capital and not (len(capital) == 1 and _RUSSIAN_NOUN.fullmatch(capital[0])):
        return "", Certainty.LOW  # a name
    return _transliterated(tokens, original)


def _script(inner: str) -> str:
    """Return the language of a script that is not Latin, "" for Latin letters."""
    letters = [c for c in inner if c.isalpha()]
    foreign = [
        c for c in letters if unicodedata.name(c, "").split(" ")[0].split("-")[0] in _SCRIPTS
    ]
    if 2 * len(foreign) <= len(letters):
        return ""
    return _SCRIPTS[unicodedata.name(foreign[0]).split(" ")[0].split("-")[0]]


def _transliterated(tokens: list[str], original: str) -> tuple[str, Certainty]:
    english = words("english-alike")
    if any(word in english or _ENGLISH_ENDING.fullmatch(word) for word in tokens):
        return "", Certainty.LOW
    if _is_pinyin(tokens, original):
        return "zh" + _LATIN, Certainty.HIGH if original == "zh" else Certainty.LOW
    if _is_russian(tokens, original):
        return "ru" + _LATIN, Certainty.HIGH if original == "ru" else Certainty.LOW
    accents = _ACCENTED.get(original)
    if accents and any(accents.search(word) for word in tokens):
        return original, Certainty.MEDIUM
    return "", Certainty.LOW


def _is_pinyin(tokens: list[str], original: str) -> bool:
    if not all(_PINYIN.fullmatch(word) for word in tokens):
        return False
    if any(_PINYIN_ONLY.search(word) for word in tokens):
        return True
    syllables = sum(len(re.findall(_SYLLABLE, word)) for word in tokens)
    many = len(tokens) > 1 and syllables >= _MANY_SYLLABLES
    return many or (original == "zh" and syllables > 1)


def _is_russian(tokens: list[str], original: str) -> bool:
    small = [word for word in tokens if word in _RUSSIAN_SMALL]
    rest = [word for word in tokens if word not in _RUSSIAN_SMALL]
    shaped = [w for w in rest if _RUSSIAN_ENDING.fullmatch(w) or _RUSSIAN_LETTERS.search(w)]
    if original == "ru":
        alone = not rest and all(len(word) > _SHORT for word in small)
        return bool(shaped) or alone or bool(small and rest and len(tokens) <= 3)
    return len(shaped) == len(rest) > 0 and any(_RUSSIAN_LETTERS.search(w) for w in rest)
