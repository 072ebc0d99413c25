"""How notes are numbered, for all who ask which number leads to which note."""

from __future__ import annotations

from unicodedata import normalize


def number_of(words: str) -> str:
    """Return the number that the words of an anchor or a label say: `[^1]` and `¹` are 1."""
    return normalize("NFKC", words).strip("[]^ \n\t*.)(").lower()
