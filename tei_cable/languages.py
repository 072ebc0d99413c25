"""Languages by their English names: the BCP 47 tags of those that originals are written in."""

from __future__ import annotations

import re

from tei_cable.authority import words

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
_ENGLISH_SHARE = 0.2
_SAMPLE = 20_000


def tag_of(name: str) -> str:
    """Return the BCP 47 tag of a language's English name, "und" where it is not known."""
    return TAGS.get(name.strip(), UNDETERMINED)


def name_of(tag: str) -> str:
    """Return the English name of a language's tag."""
    return _NAMES.get(tag, "Undetermined")


def language_of(text: str) -> str:
    """Return "en" where at least a fifth of the words are English function words, else "und"."""
    tokens = re.findall(r"[^\W\d_]+", text[:_SAMPLE].lower())
    common = words("function-words")
    share = sum(token in common for token in tokens) / max(len(tokens), 1)
    return "en" if share >= _ENGLISH_SHARE else UNDETERMINED
