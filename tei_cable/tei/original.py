"""What the header says of the original, which nobody here has seen, and of its copies.

Each archive that the citation names has a `msDesc` of its own: they keep different copies, so
that one `msIdentifier` with an `altIdentifier` would say too much. Where no archive is known a
`bibl` stands for the original, since a `msIdentifier` must name a repository.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.authority import repositories
from tei_cable.languages import UNDETERMINED, tag_of
from tei_cable.metadata import CitationRole, EntryRole, Repository
from tei_cable.tei.catalogued import archive_of, catalogued, write_numbers
from tei_cable.tei.dating import dated
from tei_cable.tei.names import XML_ID, element

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml import etree

    from tei_cable.metadata import CitationPart, Entry
    from tei_cable.tei.facts import Facts

ORIGINAL = "original"
_RANGE = re.compile(r"(\d+)(?:ob\.?)?(?:[-–](\d+)(?:ob\.?)?)?$")


def page_range(words: str) -> dict[str, str]:
    """Return @from and @to of pages or leaves, {} where words end in no number."""
    match = _RANGE.search(words)
    return {"from": match[1], "to": match[2] or match[1]} if match else {}


def write_originals(facts: Facts) -> list[etree._Element]:
    """Return the original and its copies, in the order in which the citation names them."""
    kept: list[CitationPart | None] = [part for part in facts.locators if _repository(part)]
    files = catalogued(facts)
    if not kept and not files and not facts.page.archive:
        return [_unlocated(facts)]
    if files:
        kept = [*kept[:1], *[None] * len(files)][: len(files)]
        places = [_file(facts, *named) for named in zip(files, kept, strict=True)]
    else:
        places = [_identifier(facts, part) for part in kept if part] or [_named_archive(facts)]
    places[0].extend(_numbers(facts))
    copies = zip(places[1:], kept[1:], strict=True)
    return [
        _original(facts, places[0], next(iter(kept), None)),
        *(_copy(facts, *copy, number) for number, copy in enumerate(copies, 2)),
    ]


def _repository(locator: CitationPart) -> CitationPart | None:
    return next((p for p in locator.parts if p.role is CitationRole.REPOSITORY), None)


def _file(facts: Facts, file: Sequence[Entry], locator: CitationPart | None) -> etree._Element:
    """Return the identifier of a file that fields of an archive's catalogue name."""
    made = _placed(element("msIdentifier"), archive_of(file))
    made.extend(write_numbers(facts, file, locator))
    return made


def _original(
    facts: Facts, identifier: etree._Element, locator: CitationPart | None
) -> etree._Element:
    made = element("msDesc", identifier, attributes={XML_ID: ORIGINAL})
    form = {"form": facts.cable.correspondence.document_type}
    description = element("objectDesc", element("p", _unseen(facts)), attributes=form)
    contents = _contents(facts, locator, first=True)
    return _with(made, contents, element("physDesc", description), _history(facts))


def _copy(
    facts: Facts, identifier: etree._Element, locator: CitationPart | None, number: int
) -> etree._Element:
    made = element("msDesc", identifier, attributes={XML_ID: f"{ORIGINAL}-{number}"})
    return _with(made, _contents(facts, locator, first=False))


def _named_archive(facts: Facts) -> etree._Element:
    """Return the identifier of a page that names the archive in a field of its own."""
    name = facts.page.archive.paragraphs[0] if facts.page.archive else ""
    repository = repositories().get(name) or Repository(name)
    return _placed(element("msIdentifier"), repository)


def _numbers(facts: Facts) -> list[etree._Element]:
    """Return the numbers that the source itself gives the original."""
    numbers = dict.fromkeys(facts.page.values(EntryRole.IDENTIFIER))
    return [element("idno", number, attributes={"type": "document"}) for number in numbers]


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
    _placed(made, repository)
    for part in locator.parts:
        if part.role is CitationRole.HOLDING:
            made.append(element("collection", part.span.of(text)))
    known = archive.value if archive else ""
    name = known if known and len(known) < len(words) else words
    for part in locator.parts:
        if part.role is CitationRole.SHELFMARK:
            made.append(_shelfmark(part, name))
    return made


def _placed(made: etree._Element, repository: Repository) -> etree._Element:
    """Add an archive and where it is."""
    if repository.country:
        key = {"key": repository.country_code}
        made.append(element("country", repository.country, attributes=key))
    if repository.settlement:
        made.append(element("settlement", repository.settlement))
    made.append(element("repository", repository.name))
    return made


def _named_town(text: str, locator: CitationPart) -> str:
    towns = (p.span.of(text) for p in locator.parts if p.role is CitationRole.SETTLEMENT)
    return next(towns, "")


def _shelfmark(part: CitationPart, archive: str) -> etree._Element:
    """Return an identifier: of `fond 0100` the number, of a file its full shelfmark."""
    value = f"{archive} {part.value}" if part.detail == "shelfmark" else part.value
    return element("idno", value, attributes={"type": part.detail})


def _contents(facts: Facts, locator: CitationPart | None, *, first: bool) -> etree._Element | None:
    text = facts.citation.text if facts.citation else ""
    loci = [
        element("locus", part.span.of(text), attributes=page_range(part.value))
        for part in (locator.parts if locator else ())
        if part.role is CitationRole.PAGES
    ]
    language = _language(facts) if first else None
    if language is None and not loci:
        return None
    return element("msContents", element("msItem", *loci, _named(facts, language)))


def _named(facts: Facts, language: etree._Element | None) -> etree._Element:
    """Return the language of the original, else its title: of a translation nobody knows it."""
    if language is not None:
        return language
    if facts.translated:
        return element("note", "The title of the original is not known.")
    return element("title", facts.title, attributes=facts.title_claim)


def _language(facts: Facts) -> etree._Element | None:
    field = facts.page.original_language
    if field is None:
        return None
    main, *others = [tag if tag != UNDETERMINED else "" for tag in map(tag_of, field.paragraphs)]
    languages = {"mainLang": main, "otherLangs": " ".join(filter(None, others))}
    return element("textLang", "\n".join(field.paragraphs), attributes=languages)


def _history(facts: Facts) -> etree._Element | None:
    """Return when the original was made, and how it came to light."""
    made = element("history")
    if facts.page.date:
        value = dated(facts, facts.date)
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
        value = dated(facts, facts.date)
        made.append(element("date", facts.page.date.value, attributes=value))
    for locator in facts.locators:
        for part in locator.parts:
            made.append(element("idno", part.value, attributes={"type": part.detail}))
    made.extend(_numbers(facts))
    return _with(made, _language(facts), element("note", _unseen(facts)))
