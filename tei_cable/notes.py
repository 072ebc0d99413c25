"""How notes are numbered, for all who ask which number leads to which note."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import normalize

from tei_cable.model import Bracket, BracketFunction

if TYPE_CHECKING:
    from tei_cable.model import Annotation


def number_of(words: str) -> str:
    """Return the number that the words of an anchor or a label say: `[^1]` and `¹` are 1."""
    return normalize("NFKC", words).strip("[]^ \n\t*.)(").lower()


def returns(anchor: Annotation) -> bool:
    """Whether an anchor is the number before a note's text, which leads back to its place."""
    detail = anchor.detail
    return isinstance(detail, Bracket) and detail.function is BracketFunction.NOTE_RETURN
