"""The sourceDesc: the page's citation with its parts tagged, and the originals it stands for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from tei_cable.dates import parse
from tei_cable.metadata import PRINTED, CitationRole, EntryRole
from tei_cable.tei.elements import date_attributes
from tei_cable.tei.fields import CITED_TYPES
from tei_cable.tei.names import XML_ID, append_text, element
from tei_cable.tei.original import page_range, write_originals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml import etree

    from tei_cable.metadata import CitationPart, Entry, Field
    from tei_cable.tei.facts import Facts

_DISPATCH = re.compile(  # `STATE 026354`; but `AND LA PAZ 2771` without its conjunction
    r"\b(?!(?:AND|DATED|FROM|NO|OF|OUR|YOUR) )"
    r"(?:(?!(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?) )[A-Z]+ ){1,3}\d{2,6}\b"
)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def write_source(facts: Facts) -> etree._Element:
    """Return the sourceDesc: the citation, and a description of the original and its copies."""
    printed = _printed(facts)
    return element("sourceDesc", _page(facts), printed, *write_originals(facts))


def write_references(field: Field) -> etree._Element:
    """Return what a field says of the documents that this one refers to: their numbers tagged."""
    made = element("bibl")
    text, position = field.value, 0
    for number in _DISPATCH.finditer(text):
        append_text(made, text[position : number.start()])
        made.append(element("idno", number.group(), attributes={"type": "telegram"}))
        position = number.end()
    append_text(made, text[position:])
    return element("relatedItem", made, attributes={"type": "reference"})


def write_cited(entries: Iterable[Entry]) -> Iterator[etree._Element]:
    """Yield the files of other documents that notes name, with what the fields say of each."""
    made: etree._Element | None = None
    for entry in entries:
        name = "seg" if entry.role is EntryRole.CITED_REFERENCE else "idno"
        type_ = CITED_TYPES[entry.role]
        if made is None or type_ in {child.get("type") for child in made}:
            made = element("bibl")
            yield element("relatedItem", made, attributes={"type": "cited"})
        append_text(made, " " if len(made) else "")
        made.append(element(name, entry.field.value, attributes={"type": type_}))


def _printed(facts: Facts) -> etree._Element | None:
    """Return the edition in which the document is printed, None where no field names it."""
    made = element("bibl", attributes={"type": "printed"})
    titles = facts.page.entries_of(EntryRole.VOLUME_TITLE)
    for entry in sorted(facts.page.entries_of(*PRINTED), key=lambda e: PRINTED.index(e.role)):
        append_text(made, ", " if len(made) else "")
        value = entry.field.value
        if entry.role is EntryRole.VOLUME_TITLE:
            kind = ("" if len(titles) == 1 else "main") if entry is titles[0] else "alt"
            made.append(element("title", value, attributes={"level": "m", "type": kind}))
        else:
            made.append(element("biblScope", value, attributes={"unit": entry.role.value}))
    return made if len(made) else None


def _page(facts: Facts) -> etree._Element:
    """Return what is known of the page itself: its citation, if it has one, and its numbers."""
    type_ = "citation" if facts.citation else "page"
    made = element("bibl", attributes={"type": type_, XML_ID: "page"})
    if citation := facts.citation:
        _write(made, citation.text, citation.parts, 0, len(citation.text))
    for number, (type_, value) in enumerate(facts.identifiers):
        append_text(made, " " if number or facts.citation else "")
        made.append(element("idno", value, attributes={"type": type_}))
    if rights := facts.page.rights:
        paragraphs = (element("p", paragraph) for paragraph in rights.paragraphs)
        append_text(made, " ")
        made.append(element("availability", *paragraphs))
    return made


def _write(
    parent: etree._Element, text: str, parts: Iterable[CitationPart], start: int, end: int
) -> None:
    """Write [start, end) of a text into an element, its parts tagged."""
    for part in parts:
        append_text(parent, text[start : part.span.start])
        start = part.span.end
        words = part.span.of(text)
        name, attributes = _PARTS.get(part.role, ("", _none))
        inner = parent
        if name:
            inner = element(name, attributes=attributes(part, words))
            parent.append(inner)
        elif part.role is CitationRole.PUBLICATION and part.detail:
            inner = element("bibl")
            parent.append(element("relatedItem", inner, attributes={"type": part.detail}))
        _write(inner, text, part.parts, part.span.start, part.span.end)
    append_text(parent, text[start:end])


def _none(_part: CitationPart, _words: str) -> dict[str, str]:
    return {}


def _scope(part: CitationPart, words: str) -> dict[str, str]:
    pages = page_range(part.value or words) if part.detail in ("page", "leaf") else {}
    return {"unit": part.detail, **pages}


def _uri(words: str) -> str:
    """Return an address as a pointer: what a URI cannot hold is percent-encoded."""
    return quote(_STRAY_PERCENT.sub("%25", words), safe="%/:=&?~#+!$,;'@()*")


def _date(_part: CitationPart, words: str) -> dict[str, str]:
    found = parse(words)
    return date_attributes(found.value if found else None)


def _editor(part: CitationPart, _words: str) -> dict[str, str]:
    """Return the roles of a translator or an editor."""
    editing = part.role is CitationRole.EDITOR or "edited" in part.detail
    translating = part.role is CitationRole.TRANSLATOR
    return {"role": " ".join(["translator"] * translating + ["editor"] * editing)}


# how each part of a citation is written; one that is not here stands as its parts and its words
_PARTS: dict[CitationRole, tuple[str, Callable[[CitationPart, str], dict[str, str]]]] = {
    CitationRole.TITLE: ("title", lambda _part, _words: {"level": "a"}),
    CitationRole.DATE: ("date", _date),
    CitationRole.COLLECTION: ("publisher", _none),
    CitationRole.URL: ("ref", lambda _part, words: {"target": _uri(words)}),
    CitationRole.REPOSITORY: ("orgName", _none),
    CitationRole.SETTLEMENT: ("settlement", _none),
    CitationRole.HOLDING: ("seg", lambda _part, _words: {"type": "collection"}),
    CitationRole.SHELFMARK: ("idno", lambda part, _words: {"type": part.detail}),
    CitationRole.PAGES: ("biblScope", _scope),
    CitationRole.TRANSLATOR: ("editor", _editor),
    CitationRole.EDITOR: ("editor", _editor),
    CitationRole.CONTRIBUTOR: ("persName", _none),
    CitationRole.BODY: ("orgName", _none),
    CitationRole.AFFILIATION: ("affiliation", _none),
    CitationRole.PROGRAMME: ("orgName", _none),
    CitationRole.AUTHOR: ("author", _none),
    CitationRole.WORK: ("title", lambda part, _words: {"level": "s" if part.detail else "m"}),
    CitationRole.SCOPE: ("biblScope", _scope),
    CitationRole.PLACE: ("pubPlace", _none),
    CitationRole.PUBLISHER: ("publisher", _none),
    CitationRole.YEAR: ("date", _date),
    CitationRole.REMARK: ("seg", lambda part, _words: {"type": part.detail.replace(" ", "-")}),
}
