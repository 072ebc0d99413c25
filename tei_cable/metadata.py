"""The values that describe a document: the fields of its page, its citation, its parties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tei_cable.model import Certainty

if TYPE_CHECKING:
    from tei_cable.model import Entity, Span


@dataclass(frozen=True, slots=True)
class Field:
    """A value that the page gives about its document, and where in `Source.text` it stands.

    `value` has its white space folded; a blank line parts its paragraphs where it has several.
    """

    value: str
    span: Span

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The value's paragraphs."""
        return tuple(self.value.split("\n\n"))


class CitationRole(StrEnum):
    """What a part of a citation is."""

    TITLE = "title"
    DATE = "date"
    COLLECTION = "collection"
    REPOSITORY = "repository"
    SHELFMARK = "shelfmark"
    PAGES = "pages"
    TRANSLATOR = "translator"
    CONTRIBUTOR = "contributor"
    URL = "url"


@dataclass(frozen=True, slots=True)
class CitationPart:
    """A stretch of `Citation.text`; `detail` qualifies it (fond, opis; the verb of a credit)."""

    span: Span
    role: CitationRole
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """The page's own citation, white space folded, and its parts in order."""

    text: str
    parts: tuple[CitationPart, ...]

    def values(self, role: CitationRole, detail: str | None = None) -> tuple[str, ...]:
        """Return the words of every part with this role (and this detail, where one is given)."""
        return tuple(
            part.span.of(self.text)
            for part in self.parts
            if part.role is role and detail in (None, part.detail)
        )

    def first(self, role: CitationRole, detail: str | None = None) -> str:
        """Return the words of the first such part, or ""."""
        return next(iter(self.values(role, detail)), "")


class EntryRole(StrEnum):
    """What a field that the source names itself is good for, besides being kept as a note."""

    NOTE = "note"
    SENDER = "sender"
    RECEIVER = "receiver"
    IDENTIFIER = "identifier"
    KEYWORDS = "keywords"


@dataclass(frozen=True, slots=True)
class Entry:
    """A field under the source's own name for it; `key` is that name as one XML word."""

    key: str
    field: Field
    role: EntryRole = EntryRole.NOTE


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of the page, each None where the page has none."""

    title: Field | None = None
    date: Field | None = None
    citation: Field | None = None
    summary: Field | None = None
    credits: Field | None = None
    original_language: Field | None = None
    contents: Field | None = None
    entries: tuple[Entry, ...] = ()

    def fields(self) -> dict[str, Field]:
        """Return the fields that the page has, by name, in the page's usual order.

        An entry's name is its key, `#`, and its number among those of the same key.
        """
        every = {name: getattr(self, name) for name in self.__dataclass_fields__}
        found = {name: value for name, value in every.items() if isinstance(value, Field)}
        count: dict[str, int] = {}
        for entry in self.entries:
            count[entry.key] = count.get(entry.key, 0) + 1
            found[f"{entry.key}#{count[entry.key]}"] = entry.field
        return found

    def values(self, role: EntryRole) -> tuple[str, ...]:
        """Return the value of every entry with a role."""
        return tuple(entry.field.value for entry in self.entries if entry.role is role)


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or a receiver: the words that name it, whom they mean, and where it sits.

    `seat` follows from what the party is (an embassy sits in a capital), not from the page.
    """

    name: str
    entity: Entity | None = None
    seat: Entity | None = None
    seat_cert: Certainty = Certainty.MEDIUM


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What a document is, from whom to whom it went, and by whom, as far as it says so."""

    document_type: str = "document"
    sender: Party | None = None
    receiver: Party | None = None
    transmitter: Party | None = None


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive that holds originals, and where it is."""

    name: str
    settlement: str = ""
    country: str = ""
    country_code: str = ""
