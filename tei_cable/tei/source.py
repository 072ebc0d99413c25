"""The sourceDesc: the page's citation with its parts tagged, and the original it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_cable.dates import parse
from tei_cable.languages import UNDETERMINED, tag_of
from tei_cable.metadata import CitationRole, EntryRole
from tei_cable.tei.elements import date_attributes
from tei_cable.tei.fields import IDENTIFIERS
from tei_cable.tei.names import XML_ID, append_text, element

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml import etree

    from tei_cable.metadata import CitationPart
    from tei_cable.tei.facts import Facts

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NUMBER = re.compile(r"\d\w*$")
_RANGE = re.compile(r"(\d+)(?:[-–](\d+))?$")


def write_source(facts: Facts) -> etree._Element:
    """Return the sourceDesc: the citation, and a description of the original."""
    return element("sourceDesc", _citation(facts), _original(facts))


def _citation(facts: Facts) -> etree._Element:
    made = element("bibl", attributes={"type": "citation", XML_ID: "page"})
    if citation := facts.citation:
        position = 0
        for part in citation.parts:
            append_text(made, citation.text[position : part.span.start])
            made.append(_cited(part, part.span.of(citation.text)))
            position = part.span.end
        append_text(made, citation.text[position:])
    values = (facts.record, facts.url, facts.source.sha256)
    for type_, value in zip(IDENTIFIERS, values, strict=True):
        if value:
            append_text(made, " ")
            made.append(element("idno", value, attributes={"type": type_}))
    if rights := facts.page.rights:
        paragraphs = (element("p", paragraph) for paragraph in rights.paragraphs)
        append_text(made, " ")
        made.append(element("availability", *paragraphs))
    return made


def _cited(part: CitationPart, words: str) -> etree._Element:
    name, attributes = _PARTS[part.role]
    return element(name, words, attributes=attributes(part, words))


def _scope(part: CitationPart, words: str) -> dict[str, str]:
    unit = "leaf" if part.detail == "listy" else "page"
    return {"unit": unit, **_range(words)}


def _range(words: str) -> dict[str, str]:
    match = _RANGE.search(words)
    return {"from": match[1], "to": match[2] or match[1]} if match else {}


def _uri(words: str) -> str:
    """Return an address as a pointer: what a URI cannot hold is percent-encoded."""
    return quote(_STRAY_PERCENT.sub("%25", words), safe="%/:=&?~#+!$,;'@()*")


def _date(_: CitationPart, words: str) -> dict[str, str]:
    found = parse(words)
    return date_attributes(found.value if found else None)


_PARTS: dict[CitationRole, tuple[str, Callable[[CitationPart, str], dict[str, str]]]] = {
    CitationRole.TITLE: ("title", lambda _part, _words: {"level": "a"}),
    CitationRole.DATE: ("date", _date),
    CitationRole.COLLECTION: ("publisher", lambda _part, _words: {}),
    CitationRole.REPOSITORY: ("orgName", lambda _part, _words: {}),
    CitationRole.SHELFMARK: ("idno", lambda part, _words: {"type": part.detail or "shelfmark"}),
    CitationRole.PAGES: ("biblScope", _scope),
    CitationRole.TRANSLATOR: ("editor", lambda _part, _words: {"role": "translator"}),
    CitationRole.CONTRIBUTOR: ("persName", lambda _part, _words: {}),
    CitationRole.URL: ("ref", lambda _part, words: {"target": _uri(words)}),
}


def _original(facts: Facts) -> etree._Element:
    """Return the msDesc of the original, which nobody here has seen."""
    unseen = "Not seen; known from its translation." if facts.translated else "Not seen."
    form = facts.cable.correspondence.document_type
    description = element("objectDesc", element("p", unseen), attributes={"form": form})
    made = element("msDesc", _identifier(facts), attributes={XML_ID: "original"})
    contents = _contents(facts)
    if contents is not None:
        made.append(contents)
    made.append(element("physDesc", description))
    if facts.page.date:
        value = date_attributes(facts.date)
        origin = element("origin", element("origDate", facts.page.date.value, attributes=value))
        made.append(element("history", origin))
    return made


def _identifier(facts: Facts) -> etree._Element:
    made = element("msIdentifier")
    repository = facts.repository
    numbers = dict.fromkeys(facts.page.values(EntryRole.IDENTIFIER))
    known = [element("idno", number, attributes={"type": "document"}) for number in numbers]
    if not repository or not facts.citation:
        made.extend(known)
        return made
    if repository.country:
        key = {"key": repository.country_code}
        made.append(element("country", repository.country, attributes=key))
    if repository.settlement:
        made.append(element("settlement", repository.settlement))
    made.append(element("repository", repository.name))
    for part in facts.citation.parts:
        words = part.span.of(facts.citation.text)
        if part.role is CitationRole.SHELFMARK:
            type_ = {"type": part.detail or "shelfmark"}
            made.append(element("idno", _value(facts, part, words), attributes=type_))
    made.extend(known)
    return made


def _value(facts: Facts, part: CitationPart, words: str) -> str:
    """Return an identifier: of `fond 0100` the number, of a file its full shelfmark."""
    number = _NUMBER.search(words) if part.detail else None
    return number[0] if number else f"{facts.cited(CitationRole.REPOSITORY)} {words}"


def _contents(facts: Facts) -> etree._Element | None:
    pages = facts.cited(CitationRole.PAGES)
    locus = element("locus", pages, attributes=_range(pages)) if pages else None
    field = facts.page.original_language
    tag = facts.original_language
    language = {"mainLang": tag if tag != UNDETERMINED else ""}
    if field is None and locus is None:
        return None
    others = [tag_of(name) for name in field.paragraphs[1:]] if field else []
    language["otherLangs"] = " ".join(tag for tag in others if tag != UNDETERMINED)
    words = "\n".join(field.paragraphs) if field else None
    written = element("textLang", words, attributes=language)
    return element("msContents", element("msItem", locus, written))
