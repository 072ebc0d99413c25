"""Citations for tests, and their parts in short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.readers.citation import parse_citation

if TYPE_CHECKING:
    from tei_cable.metadata import CitationPart

HEAD = "“Note on Rice,” May 02, 1955, Wilson Center Digital Archive, "
URL = "https://digitalarchive.example.org/document/300"


def leaves(text: str) -> list[tuple[str, str, str]]:
    """Return role, detail and words of each part that has no parts of its own."""
    return [
        (part.role.value, part.detail, part.span.of(text))
        for part in parse_citation(text).walk()
        if not part.parts
    ]


def after_head(text: str) -> list[tuple[str, str, str]]:
    """Return the leaves of a citation that has a head before the text, without those of the head.

    The text alone must be read in the same way: some pages give a source without a head.
    """
    found = leaves(HEAD + text)[3:]
    assert leaves(text) == found
    return found


def units(text: str) -> list[tuple[str, str, str]]:
    """Return role or detail, value and words of each part of every locator."""
    return [
        (part.detail or part.role.value, part.value, part.span.of(text))
        for locator in located(text)
        for part in locator.parts
    ]


def located(text: str) -> list[CitationPart]:
    """Return the locators of a citation."""
    return [part for part in parse_citation(text).walk() if part.role.value == "locator"]
