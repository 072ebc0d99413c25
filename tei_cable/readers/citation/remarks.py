"""What a citation says in sentences: permission, release, and how the document came to light.

    remark := "With permission of" ... | "Special Declassification" ... | a sentence on the document

A sentence is kept as it is. An archive with its units inside it is a locator still.
"""

from __future__ import annotations

import re

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation.locators import read_locator

_SENTENCE_END = re.compile(r"(?<!\b[A-Z])[.;](?= [A-Z“\"]|$)| (?=<?https?://)|$")
_CAPITAL = re.compile(r"\b[A-Z]")
_REMARKS = (
    (re.compile(r"With (?:the )?(?:kind )?permission (?:of|from) "), "permission"),
    (re.compile(r"(?:Special )?Declassification (?:of )?\w+ \d{4}", re.IGNORECASE), "release"),
    (
        re.compile(
            r"(?:(?:The|This) (?:document|cable|telegram|letter|text)|The original|A copy|Copy)"
            r",? (?=[^.]*\b(?:was|were|is|are)\b)"
        ),
        "provenance",
    ),
)


def read_remark(text: str, at: int) -> CitationPart | None:
    """Return the remark that begins at an offset; its detail says what it is about."""
    for pattern, about in _REMARKS:
        if pattern.match(text, at):
            end = _SENTENCE_END.search(text, at)
            span = Span(at, end.start() if end else len(text))
            return CitationPart(span, CitationRole.REMARK, about, parts=_locators(text, span))
    return None


def _locators(text: str, span: Span) -> tuple[CitationPart, ...]:
    found: list[CitationPart] = []
    for word in _CAPITAL.finditer(text, span.start, span.end):
        if found and word.start() < found[-1].span.end:
            continue
        if (part := read_locator(text, word.start(), strict=True)) and part.span.end <= span.end:
            found.append(part)
    return tuple(found)
