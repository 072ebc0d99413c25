"""The text: readings that match, paragraphs numbered through, nothing empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.validation.document import ancestors, name_of
from tei_cable.validation.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.validation.document import Document

_READINGS = (("abbr", "expan"), ("orig", "reg"), ("sic", "corr"))
_FILLED = (
    "p", "head", "ab", "persName", "placeName", "orgName", "name", "surname", "forename",
    "roleName", "signed", "salute", "title", "quote", "item", "note", "speaker", "author",
    "editor", "publisher", "foreign", "label",
)  # fmt: skip
# what stands for text that can't be written
_STANDS_FOR_TEXT = frozenset(("gap", "graphic", "figure", "space", "ptr", "formula", "media"))


def structure_problems(document: Document) -> Iterator[Problem]:
    """Yield TC611 for a choice of readings that don't match, TC614 for what is empty.

    And TC612 and TC613 for paragraphs with one number, or out of sequence, TC622 for such pages,
    TC618 for a number of what is missing without its unit.
    """
    for element in document.named("gap"):
        yield from _gap(element)
    for element in document.named("choice"):
        yield from _choice(element)
    yield from _numbers(document.named("p"))
    yield from _pages(document.named("pb"))
    for element in document.named(*_FILLED):
        yield from _empty(element)


def _choice(element: etree._Element) -> Iterator[Problem]:
    names = sorted(name_of(child) for child in element.iterchildren(etree.Element))
    if names not in [sorted(pair) for pair in _READINGS] and not _longer(names):
        message = (
            "choice needs two readings that match: abbr and expan, orig and reg, or sic and corr."
        )
        yield Problem(element, message, code="TC611")


def _gap(element: etree._Element) -> Iterator[Problem]:
    counted = any(element.get(name) for name in ("quantity", "atLeast", "atMost"))
    if counted and not element.get("unit"):
        message = "gap says how much is missing, but not of what: unit is missing."
        yield Problem(element, message, code="TC618", fix="add unit, such as word or page")


def _longer(names: list[str]) -> bool:
    """Whether this is a choice of TEI that is not about one of the pairs."""
    return bool(names) and not {name for pair in _READINGS for name in pair} & set(names)


def _numbers(paragraphs: Sequence[etree._Element]) -> Iterator[Problem]:
    """Look at the numbers that are figures.

    A letter inside the text may count for itself, or its paragraphs be counted with the others.
    """
    seen: set[str] = set()
    last = before = 0
    for paragraph in paragraphs:
        number = paragraph.get("n")
        if not number or next(ancestors(paragraph, "teiHeader", "note"), None) is not None:
            continue
        figure = int(number) if number.isascii() and number.isdigit() else None
        inside = next(ancestors(paragraph, "floatingText"), None) is not None
        if not inside and number in seen:
            message = f'Paragraph number "{number}" is used more than once.'
            yield Problem(paragraph, message, code="TC612")
        elif not inside:
            seen.add(number)
            if figure is not None and figure not in {last + 1, before + 1}:
                yield _out_of_sequence(paragraph, figure, last)
            last = last if figure is None else figure
        before = before if figure is None else figure


def _pages(breaks: Sequence[etree._Element]) -> Iterator[Problem]:
    """Look at the pages that are figures; a count that begins anew begins with 1."""
    last = 0
    for element in breaks:
        number = element.get("n") or ""
        if not (number.isascii() and number.isdigit()) or element.get("ed"):
            continue
        if int(number) <= last and int(number) != 1:
            message = f"Page {number} follows page {last}."
            fix = "put the page breaks in their order, or correct n"
            yield Problem(element, message, code="TC622", fix=fix, attribute="n")
        last = int(number)


def _out_of_sequence(paragraph: etree._Element, number: int, last: int) -> Problem:
    message = f"Paragraph {number} follows {f'paragraph {last}' if last else 'nothing'}."
    return Problem(paragraph, message, code="TC613", expected=(str(last + 1),))


def _empty(element: etree._Element) -> Iterator[Problem]:
    if (element.text or "").strip() or _says_something(element):
        return
    # a part of what was cut may hold no more than a bracket, which is implied
    if not any(element.get(name) for name in ("target", "sameAs", "next", "prev")):
        yield Problem(element, f"<{name_of(element)}> is empty.", code="TC614")


def _says_something(element: etree._Element) -> bool:
    if any(str(words).strip() for words in element.itertext(etree.Element)):
        return True
    return any(name_of(node) in _STANDS_FOR_TEXT for node in element.iter(etree.Element))
