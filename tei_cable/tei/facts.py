"""What a header is made of: the page's fields and citation, asked for by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.authority import repositories
from tei_cable.dates import parse
from tei_cable.languages import UNDETERMINED, language_of, tag_of
from tei_cable.metadata import CitationRole, Repository
from tei_cable.model import EntityKind
from tei_cable.tei.names import element

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.metadata import Citation, Metadata, Party
    from tei_cable.model import DateValue, Source

_RECORD = re.compile(r"/document/(\d+)$")
_CREDITS = re.compile(r"made possible with support from (?:the )?(?P<names>.+?)\.?$")
_AND = re.compile(r" and the |(?<=Foundation) and |, (?:and )?the ")
_NAMES = {EntityKind.PERSON: "persName", EntityKind.PLACE: "placeName"}


@dataclass(frozen=True, slots=True)
class Facts:
    """A cable and its source, as a cataloguer asks them."""

    cable: Cable
    source: Source

    @property
    def page(self) -> Metadata:
        """The fields of the page."""
        return self.cable.metadata

    @property
    def citation(self) -> Citation | None:
        """The citation of the page, taken apart."""
        return self.cable.parsed_citation

    def cited(self, role: CitationRole, detail: str | None = None) -> str:
        """Return the first part of the citation with a role, "" where it has none."""
        return self.citation.first(role, detail) if self.citation else ""

    @property
    def title(self) -> str:
        """The page's title, else the citation's, else the file's name."""
        if self.page.title:
            return self.page.title.value
        return self.cited(CitationRole.TITLE) or "".join(filter(str.isprintable, self.file))

    @property
    def file(self) -> str:
        """The file's name without its folders."""
        return re.split(r"[/\\]", self.source.name)[-1]

    @property
    def date(self) -> DateValue | None:
        """The value of the page's date."""
        found = parse(self.page.date.value) if self.page.date else None
        return found.value if found else None

    @property
    def url(self) -> str:
        """The address of the page."""
        return self.cited(CitationRole.URL)

    @property
    def record(self) -> str:
        """The number of the archive's record, where the address tells it."""
        match = _RECORD.search(self.url)
        return match[1] if match else ""

    @property
    def collection(self) -> str:
        """The digital archive that published the page."""
        return self.cited(CitationRole.COLLECTION) or "The archive that published the page"

    @property
    def translators(self) -> tuple[str, ...]:
        """Who translated the text, each once."""
        found = self.citation.values(CitationRole.TRANSLATOR) if self.citation else ()
        return tuple(dict.fromkeys(found))

    @property
    def translator_ids(self) -> tuple[str, ...]:
        """The xml:id of each translator."""
        numbers = range(1, len(self.translators) + 1)
        return tuple("translator" if n == 1 else f"translator-{n}" for n in numbers)

    @property
    def editor(self) -> str:
        """Whose the brackets are, as @resp points to them."""
        return " ".join(f"#{id_}" for id_ in self.translator_ids) or "#archive"

    @property
    def contributors(self) -> tuple[tuple[str, str], ...]:
        """Who obtained, provided or edited the document: (verbs, name)."""
        parts = self.citation.parts if self.citation else ()
        return tuple(
            (part.detail, part.span.of(self.citation.text if self.citation else ""))
            for part in parts
            if part.role is CitationRole.CONTRIBUTOR
        )

    @property
    def funders(self) -> tuple[str, ...]:
        """Whom the page thanks for support."""
        match = _CREDITS.search(self.page.credits.value) if self.page.credits else None
        return tuple(_AND.split(match["names"])) if match else ()

    @property
    def translated(self) -> bool:
        """Whether the text is a translation."""
        contents = self.page.contents.value if self.page.contents else ""
        return bool(self.translators) or "translation" in contents.lower()

    @property
    def original_language(self) -> str:
        """The tag of the original's language, "und" where the page does not tell it."""
        field = self.page.original_language
        return tag_of(field.value) if field else UNDETERMINED

    @property
    def language(self) -> str:
        """The tag of the text's own language, read off the text."""
        found = language_of(self.cable.text)
        return found if found != UNDETERMINED or self.translated else self.original_language

    @property
    def repository(self) -> Repository | None:
        """The archive that holds the original: as known, else by its name in the citation."""
        name = self.cited(CitationRole.REPOSITORY)
        known = repositories()
        return (
            (known.get(name) or known.get(name.replace(" ", "")) or Repository(name))
            if name
            else None
        )

    @property
    def sender(self) -> Party | None:
        """From whom the document went."""
        return self.cable.correspondence.sender

    @property
    def receiver(self) -> Party | None:
        """To whom it went."""
        return self.cable.correspondence.receiver

    def party_name(self, party: Party) -> etree._Element:
        """Return a party's name as the element that fits whom it means."""
        if party.entity is None:
            return element("name", party.name)
        name = _NAMES.get(party.entity.kind, "orgName")
        return element(name, party.name, attributes={"ref": f"#{party.entity.id}"})

    @property
    def id(self) -> str:
        """The document's xml:id: the archive's record, else the file's name."""
        if self.record:
            return f"wcda-{self.record}"
        stem = re.sub(r"\.[^.]*$", "", self.file)
        part = f"-{self.source.part}" if self.source.part else ""
        return "cable-" + (re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-") or "x") + part
