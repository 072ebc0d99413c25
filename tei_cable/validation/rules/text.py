"""The words: marks of one kind, letters that are no figures, no character that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.validation.document import TEI_PREFIX
from tei_cable.validation.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.validation.document import Document

_ODD = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ue000-\uf8ff\ufeff\ufffd]"
)
_QUOTES = (
    ("quotation marks", re.compile('"'), re.compile("[“”]")),
    ("apostrophes", re.compile(r"'(?<=[a-z]')(?=(?:s|t|re|ve|ll|d|m)\b)"),
     re.compile(r"’(?<=[a-z]’)(?=(?:s|t|re|ve|ll|d|m)\b)")),
)  # fmt: skip
# l, I or O that stand for figures, and figures that stand for letters
_SLIP = re.compile(
    r"(?<![\w./@#-])(?:[lI]\d{2,3}|1[89]\d[lIO]|\d+[lIO]\d+|[23]?lst|llth|[A-Za-z]*[a-z][01]+[a-z]+)"
    r"(?![\w/@]|[.-]\w)"
)
# what is in each of them: seldom in any text, and quickly looked for
_HINT = re.compile(r"\d(?:(?<=[a-zI]\d)|[lIO])"), re.compile(r"l(?<!\wl)(?:st|lth)")
_NO_WORDS = frozenset(TEI_PREFIX + name for name in ("idno", "ref", "ptr", "gi", "att"))


def text_problems(document: Document) -> Iterator[Problem]:
    """Yield TC619 for mixed marks, TC620 for what looks misread, TC621 for odd characters."""
    if _ODD.search(str(document.root.xpath("string()", smart_strings=False))):
        yield from _odd(document.root)
    for text in document.named("text"):
        if any(e is not text and e in document.named("text") for e in text.iterancestors()):
            continue
        words = "\n".join(map(str, text.itertext(etree.Element)))
        for kind, straight, curly in _QUOTES:
            yield from _mixed(text, words, kind, straight, curly)
        if any(hint.search(words) for hint in _HINT):
            yield from _slips(text)


def _mixed(
    text: etree._Element, words: str, kind: str, straight: re.Pattern[str], curly: re.Pattern[str]
) -> Iterator[Problem]:
    counts = len(straight.findall(words)), len(curly.findall(words))
    if all(counts):
        fewer = straight if counts[0] <= counts[1] else curly
        element = next((e for e, piece in _pieces(text) if fewer.search(piece)), text)
        message = (
            f"Straight and typographic {kind} are mixed:"
            f" {counts[0]} are straight, {counts[1]} typographic."
        )
        fix = "write all of them as the source has them, or all in one way"
        yield Problem(element, message, code="TC619", fix=fix)


def _slips(text: etree._Element) -> Iterator[Problem]:
    for element, piece in _pieces(text):
        for found in _SLIP.finditer(piece) if element.tag not in _NO_WORDS else ():
            message = (
                f'"{found[0]}" mixes letters and figures as a misreading does (l, I, O; 1, 0).'
            )
            fix = "compare it with the source; keep its own slip as sic"
            yield Problem(element, message, code="TC620", fix=fix)


def _odd(root: etree._Element) -> Iterator[Problem]:
    for element, piece in _pieces(root):
        for character in dict.fromkeys(_ODD.findall(piece)):
            name = unicodedata.name(character, "a control or private character")
            message = f"The text has the character U+{ord(character):04X} ({name.lower()})."
            fix = "take it out, or write the character that is meant"
            yield Problem(element, message, code="TC621", fix=fix)


def _pieces(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield each piece of text with the element that it stands in directly."""
    for node in root.iter():
        if node.text and isinstance(node.tag, str):
            yield node, node.text
        parent = node.getparent()
        if node is not root and node.tail and parent is not None:
            yield parent, node.tail
