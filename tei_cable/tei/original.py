"""What the header says of the original, which nobody here has seen, and of its copies.

Each archive that the citation names has a `msDesc` of its own: they keep different copies, so
that one `msIdentifier` with an `altIdentifier` would say too much. Where no archive is known a
`bibl` stands for the original, since a `msIdentifier` must name a repository.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.authority import repositories
from tei_cable.languages import UNDETERMINED
from tei_cable.metadata import CitationRole, Repository
from tei_cable.tei.elements import date_attributes
from tei_cable.tei.names import XML_ID, element

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.metadata import CitationPart
    from tei_cable.tei.facts import Facts

ORIGINAL = "original"
_RANGE = re.compile(r"(\d+)(?:ob\.?)?(?:[-–](\d+)(?:ob\.?)?)?$")


def page_range(words: str) -> dict[str, str]:
    """Return @from and @to of pages or leaves, {} where words end in no number."""
    match = _RANGE.search(words)
    return {"from": match[1], "to": match[2] or match[1]} if match else {}


def write_originals(facts: Facts) -> list[etree._Element]:
    """Return the original and its copies, in the order in which the citation names them."""
    kept = [part for part in facts.locators if _repository(part)]
    if not kept:
        return [_unlocated(facts)]
    return [_described(facts, part, number) for number, part in enumerate(kept, 1)]


def _repository(locator: CitationPart) -> CitationPart | None:
    return next((p for p in locator.parts if p.role is CitationRole.REPOSITORY), None)


def _described(facts: Facts, locator: CitationPart, number: int) -> etree._Element:
    """Return the msDesc of the original (the first), or of another copy."""
    if number > 1:
        made = element("msDesc", _identifier(facts, locator))
        made.set(XML_ID, f"{ORIGINAL}-{number}")
        contents = _contents(facts, locator, first=False)
        return _with(made, contents)
    made = element("msDesc", _identifier(facts, locator), attributes={XML_ID: ORIGINAL})
    form = {"form": facts.cable.correspondence.document_type}
    description = element("objectDesc", element("p", _unseen(facts)), attributes=form)
    contents = _contents(facts, locator, first=True)
    return _with(made, contents, element("physDesc", description), _history(facts))


def _with(made: etree._Element, *children: etree._Element | None) -> etree._Element:
    made.extend(child for child in children if child is not None)
    return made


def _unseen(facts: Facts) -> str:
    return "Not seen; known from its translation." if facts.translated else "Not seen."


def _identifier(facts: Facts, locator: CitationPart) -> etree._Element:
    made = element("msIdentifier")
    archive = _repository(locator)
    text = facts.citation.text if facts.citation else ""
    words = archive.span.of(text) if archive else ""
    repository = repositories().get(archive.value) if archive else None
    repository = repository or Repository(words, _named_town(text, locator))
    if repository.country:
        key = {"key": repository.country_code}
        made.append(element("country", repository.country, attributes=key))
    if repository.settlement:
        made.append(element("settlement", repository.settlement))
    made.append(element("repository", repository.name))
    for part in locator.parts:
        if part.role is CitationRole.HOLDING:
            made.append(element("collection", part.span.of(text)))
    name = archive.value if archive and len(archive.value) < len(words) else words
    for part in locator.parts:
        if part.role is CitationRole.SHELFMARK:
            made.append(_shelfmark(part, name))
    return made


def _named_town(text: str, locator: CitationPart) -> str:
    towns = (p.span.of(text) for p in locator.parts if p.role is CitationRole.SETTLEMENT)
    return next(towns, "")


def _shelfmark(part: CitationPart, archive: str) -> etree._Element:
    """Return an identifier: of `fond 0100` the number, of a file its full shelfmark."""
    value = f"{archive} {part.value}" if part.detail == "shelfmark" else part.value
    return element("idno", value, attributes={"type": part.detail})


def _contents(facts: Facts, locator: CitationPart, *, first: bool) -> etree._Element | None:
    text = facts.citation.text if facts.citation else ""
    loci = [
        element("locus", part.span.of(text), attributes=page_range(part.value))
        for part in locator.parts
        if part.role is CitationRole.PAGES
    ]
    language = _language(facts) if first else None
    if language is None and not loci:
        return None
    item = language if language is not None else element("title", facts.title)
    return element("msContents", element("msItem", *loci, item))


def _language(facts: Facts) -> etree._Element | None:
    field = facts.page.original_language
    tag = facts.original_language
    main = {"mainLang": tag if tag != UNDETERMINED else ""}
    return element("textLang", field.value, attributes=main) if field else None


def _history(facts: Facts) -> etree._Element | None:
    """Return when the original was made, and how it came to light."""
    made = element("history")
    if facts.page.date:
        value = date_attributes(facts.date)
        date = element("origDate", facts.page.date.value, attributes=value)
        made.append(element("origin", date))
    if facts.citation:
        told = facts.citation.values(CitationRole.REMARK, "provenance")
        made.extend(element("provenance", element("p", words)) for words in told)
    return made if len(made) else None


def _unlocated(facts: Facts) -> etree._Element:
    """Return what stands for an original that no archive is known to keep."""
    made = element("bibl", attributes={"type": ORIGINAL, XML_ID: ORIGINAL})
    if facts.page.date:
        value = date_attributes(facts.date)
        made.append(element("date", facts.page.date.value, attributes=value))
    for locator in facts.locators:
        for part in locator.parts:
            made.append(element("idno", part.value, attributes={"type": part.detail}))
    return _with(made, _language(facts), element("note", _unseen(facts)))
