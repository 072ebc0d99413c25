"""The values that describe a document: the fields of its page, its citation, its parties."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tei_cable.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tei_cable.model import Entity, NamePart, Span
    from tei_cable.offsets import OffsetMap

# what a source has in the place of a title that it does not know
_NO_TITLE = re.compile(
    r"\W*(?:(?:no|without) (?:subject|title)|untitled|n/a|(?:subject|title) (?:is )?(?:not"
    r" (?:available|given|known|stated)|unavailable|unknown|missing|withheld|omitted))\W*",
    re.IGNORECASE,
)
# what stands between the parts of a citation and says nothing
_JOINT = re.compile(r"^(?:\W|\b(?:and|source)\b)+|(?:\W|\band\b)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Field:
    """A value that the page gives about its document, and where in `Source.text` it stands.

    `value` has its white space folded; a blank line parts its paragraphs, or its values, where it
    has several. `origin` says where each character of `value` stands, `span` from where to where;
    without an origin the value is all that stands there.
    """

    value: str
    span: Span
    origin: OffsetMap | None = None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The value's paragraphs."""
        return tuple(self.value.split("\n\n"))


def names_nothing(title: str) -> bool:
    """Whether words in the place of a title only say that there is none: `[no subject]`."""
    return _NO_TITLE.fullmatch(title) is not None


class CitationRole(StrEnum):
    """What a part of a citation is. The last four hold parts of their own."""

    TITLE = "title"
    DATE = "date"
    COLLECTION = "collection"
    URL = "url"

    REPOSITORY = "repository"
    SETTLEMENT = "settlement"
    HOLDING = "holding"
    SHELFMARK = "shelfmark"
    PAGES = "pages"

    TRANSLATOR = "translator"
    EDITOR = "editor"
    CONTRIBUTOR = "contributor"
    BODY = "body"
    AFFILIATION = "affiliation"
    PROGRAMME = "programme"

    AUTHOR = "author"
    WORK = "work"
    SCOPE = "scope"
    PLACE = "place"
    PUBLISHER = "publisher"
    YEAR = "year"

    LOCATOR = "locator"
    CREDIT = "credit"
    PUBLICATION = "publication"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class CitationPart:
    """A stretch of `Citation.text` and what it is.

    `detail` qualifies it: the type of a shelfmark (fond, box), the verbs of a credit, what a
    publication is to the document (reprinted, cited; "" for the source itself), that a work is a
    series. `value` is what the words stand for where they say more: of `fond 0100` the number, of
    a repository the name under which the authority file knows it. `parts` are in order inside
    `span`.
    """

    span: Span
    role: CitationRole
    detail: str = ""
    value: str = ""
    parts: tuple[CitationPart, ...] = ()

    def walk(self) -> Iterator[CitationPart]:
        """Yield the part and all its parts, in the order of the text."""
        yield self
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Citation:
    """The page's own citation, white space folded, and its parts in order."""

    text: str
    parts: tuple[CitationPart, ...]

    def walk(self) -> Iterator[CitationPart]:
        """Yield every part, outer before inner, in the order of the text."""
        for part in self.parts:
            yield from part.walk()

    def all(self, role: CitationRole) -> tuple[CitationPart, ...]:
        """Return every part with a role."""
        return tuple(part for part in self.walk() if part.role is role)

    def values(self, role: CitationRole, detail: str | None = None) -> tuple[str, ...]:
        """Return the words of every part with this role (and this detail, where one is given)."""
        found = (part for part in self.all(role) if detail in (None, part.detail))
        return tuple(part.span.of(self.text) for part in found)

    def first(self, role: CitationRole, detail: str | None = None) -> str:
        """Return the words of the first such part, or ""."""
        return next(iter(self.values(role, detail)), "")

    def rest(self) -> tuple[str, ...]:
        """Return the words that belong to no part, in stretches; what merely joins is no word.

        Words of a locator that are no unit of it, and no holding, are among them.
        """
        gaps = _gaps(self.parts, 0, len(self.text))
        for part in self.parts:
            if part.role is CitationRole.LOCATOR and not part.detail:
                gaps += _gaps(part.parts, part.span.start, part.span.end)
        stretches = (self.text[start:end] for start, end in sorted(gaps))
        return tuple(words for gap in stretches if (words := _JOINT.sub("", gap)))


def _gaps(parts: tuple[CitationPart, ...], start: int, end: int) -> list[tuple[int, int]]:
    """Return what of [start, end) lies between parts."""
    ends = [start, *(part.span.end for part in parts)]
    starts = [*(part.span.start for part in parts), end]
    return list(zip(ends, starts, strict=True))


class EntryRole(StrEnum):
    """What a field that the source names itself is good for, besides being kept as a note.

    An IDENTIFIER is the number of the original, not of the document in some edition. Those after
    KEYWORDS have a place of their own in the header (`PLACED`), instead of a note.
    """

    NOTE = "note"
    SENDER = "sender"
    RECEIVER = "receiver"
    IDENTIFIER = "identifier"
    KEYWORDS = "keywords"

    VOLUME_TITLE = "volume-title"
    VOLUME = "volume"
    DOCUMENT = "document"
    SERIES = "series"
    CONTROL_SYMBOL = "control-symbol"
    BARCODE = "barcode"
    REFERENCES = "references"

    CITED_SERIES = "cited-series"
    CITED_CONTROL_SYMBOL = "cited-control-symbol"
    CITED_BARCODE = "cited-barcode"
    CITED_REFERENCE = "cited-reference"


# of the edition in which a document is printed; of its file in an archive's catalogue
PRINTED = (EntryRole.VOLUME_TITLE, EntryRole.VOLUME, EntryRole.DOCUMENT)
CATALOGUED = (EntryRole.SERIES, EntryRole.CONTROL_SYMBOL, EntryRole.BARCODE)
# of the file of another document, that a note names
CITED = {
    EntryRole.SERIES: EntryRole.CITED_SERIES,
    EntryRole.CONTROL_SYMBOL: EntryRole.CITED_CONTROL_SYMBOL,
    EntryRole.BARCODE: EntryRole.CITED_BARCODE,
    EntryRole.NOTE: EntryRole.CITED_REFERENCE,
}
PLACED = frozenset((*PRINTED, *CATALOGUED, *CITED.values(), EntryRole.REFERENCES))


@dataclass(frozen=True, slots=True)
class Entry:
    """A field under the source's own name for it; `key` is that name as one XML word."""

    key: str
    field: Field
    role: EntryRole = EntryRole.NOTE

    @property
    def place(self) -> str:
        """What the header knows it by: the key of its note, or `@` and the role that places it."""
        return f"@{self.role}" if self.role in PLACED else self.key


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
    record_id: Field | None = None
    url: Field | None = None
    authors: Field | None = None
    persons: Field | None = None
    places: Field | None = None
    topics: Field | None = None
    subjects: Field | None = None
    contributors: Field | None = None
    archive: Field | None = None
    rights: Field | None = None
    uploaded: Field | None = None
    type: Field | None = None
    classification: Field | None = None
    donors: Field | None = None
    entries: tuple[Entry, ...] = ()

    @classmethod
    def of(cls, fields: Mapping[str, Field], entries: tuple[Entry, ...] = ()) -> Metadata:
        """Make metadata of fields by name; TypeError for a name that is none."""
        named: dict[str, Any] = dict(fields)
        return cls(**named, entries=entries)

    def fields(self) -> dict[str, Field]:
        """Return the fields that the page has, by name, in the page's usual order.

        An entry's name is its place, `#`, and its number among those of the same place.
        """
        every = {name: getattr(self, name) for name in self.__dataclass_fields__}
        found = {name: value for name, value in every.items() if isinstance(value, Field)}
        count: dict[str, int] = {}
        for entry in self.entries:
            count[entry.place] = count.get(entry.place, 0) + 1
            found[f"{entry.place}#{count[entry.place]}"] = entry.field
        return found

    def values(self, role: EntryRole) -> tuple[str, ...]:
        """Return the value of every entry with a role."""
        return tuple(entry.field.value for entry in self.entries_of(role))

    def entries_of(self, *roles: EntryRole) -> tuple[Entry, ...]:
        """Return every entry with one of these roles, in the source's order."""
        return tuple(entry for entry in self.entries if entry.role in roles)


@dataclass(frozen=True, slots=True)
class Party:
    """A sender or a receiver: the words that name it, whom they mean, and where it sits.

    `seat` follows from what the party is (an embassy sits in a capital), not from the page, unless
    `seat_stated`. `is_person` says that the words name an office, whoever holds it; `by_shape`
    that they look like the name of a person, of whom nothing else is known. `cert` is how
    sure `entity` is; `parts` are spans into `name`: a roleName, an affiliation.
    """

    name: str
    entity: Entity | None = None
    seat: Entity | None = None
    seat_cert: Certainty = Certainty.MEDIUM
    is_person: bool = False
    by_shape: bool = False
    seat_stated: bool = False
    cert: Certainty = Certainty.MEDIUM
    parts: tuple[NamePart, ...] = ()


@dataclass(frozen=True, slots=True)
class StatedPlace:
    """The place that a dateline names: its words there, which place it is, and how sure."""

    name: str
    entity: Entity
    cert: Certainty


@dataclass(frozen=True, slots=True)
class Correspondence:
    """What a document is, from whom to whom it went, and by whom, as far as it says so.

    `genre` is finer than the type, "" where nothing finer is known. `author` wrote what was sent
    to nobody, as a diary. `sent_from` is the place of the dateline,
    `stated_authors` are those whom a field of the page names, in its order.
    """

    document_type: str = "document"
    sender: Party | None = None
    receiver: Party | None = None
    transmitter: Party | None = None
    genre: str = ""
    author: Party | None = None
    co_senders: tuple[Party, ...] = ()
    co_receivers: tuple[Party, ...] = ()
    sent_from: StatedPlace | None = None
    stated_authors: tuple[Party, ...] = ()


@dataclass(frozen=True, slots=True)
class Repository:
    """An archive that holds originals, and where it is.

    `doubtful` are those of its names that may mean something else too.
    """

    name: str
    settlement: str = ""
    country: str = ""
    country_code: str = ""
    doubtful: frozenset[str] = frozenset()
