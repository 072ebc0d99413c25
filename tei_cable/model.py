"""The values that flow between stages: frozen, and free of TEI and of any input format.

All offsets are code points and all spans half-open. `tei_cable.metadata` has the values that
describe a document, `tei_cable.cable` the one that holds it all.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from tei_cable.kinds import Kind


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Whether `other` lies within this span, edges included."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def crosses(self, other: Span) -> bool:
        """Whether they overlap and neither holds the other: what a tree cannot express."""
        return self.overlaps(other) and not (self.contains(other) or other.contains(self))

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]


BY_PLACE = attrgetter("start", "end")  # the order of spans, for sorts: many times as fast


class Medium(StrEnum):
    """What kind of file a text was taken from."""

    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class Mark:
    """What a word processor's file says of a stretch of its text: `title`, `heading`, `item`..."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to report about how a text was taken from its file, and at which offset."""

    code: str
    message: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it was handed in: its whole text, and the digest of its bytes.

    A PDF's or a word processor's text is what was taken out of the file, a form feed before each
    page but the first; `marks` and `remarks` tell what else the file said. Of the user's making
    are `reader` (the format, "" to detect it), `stated` (fields that the text does not say, as
    name and value: `("title", "Elms")`; `read_source` takes them from a file beside the source),
    and `part` (which document of several in one file this is, from 1; 0 for the whole file).
    """

    name: str
    text: str
    sha256: str
    encoding: str
    line_starts: tuple[int, ...]
    medium: Medium = Medium.TEXT
    marks: tuple[Mark, ...] = ()
    remarks: tuple[Remark, ...] = ()
    reader: str = ""
    stated: tuple[tuple[str, str], ...] = ()
    part: int = 0

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column (both from 1, columns in code points) of an offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def page(self, offset: int) -> int:
        """Return the page of an offset, from 1; pages begin at form feeds."""
        return self.text.count("\f", 0, offset) + 1


class Certainty(StrEnum):
    """How sure a claim is; the values of TEI's att.global.responsibility @cert."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def order(self) -> int:
        """0 for the surest, then upwards."""
        return _ORDER[self]


_ORDER = {cert: number for number, cert in enumerate(Certainty)}


@dataclass(frozen=True, slots=True)
class DateValue:
    """A calendar expression's value: W3C dates as TEI's att.datable.w3c takes them.

    One of `when`, `start` with `end`, or `not_before` with `not_after` is set; the others are "".
    """

    when: str = ""
    start: str = ""
    end: str = ""
    not_before: str = ""
    not_after: str = ""


class EntityKind(StrEnum):
    """What an entity is: the three lists of TEI's standOff."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "org"


@dataclass(frozen=True, slots=True)
class NamePart:
    """A stretch of a name with a part to play: forename, surname or roleName."""

    role: str
    span: Span


@dataclass(frozen=True, slots=True)
class Office:
    """What a person was, and in which years; None where a year is not known.

    A body has one at the most, without a name: from when, and until when, there was such a body.
    """

    name: str
    start: int | None = None
    end: int | None = None

    def covers(self, year: int) -> bool:
        """Whether the office was held in a year."""
        return (self.start or year) <= year <= (self.end or year)


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something with a name: one entry of the standOff, however often mentioned.

    `parts` are spans into `name`. `known` says whether an authority file holds the entity.
    """

    id: str
    kind: EntityKind
    name: str
    parts: tuple[NamePart, ...] = ()
    type: str = ""
    known: bool = True
    offices: tuple[Office, ...] = ()


class BracketFunction(StrEnum):
    """What a bracket does.

    The values are TEI's: @reason of supplied and gap, @type of note and ref.
    """

    WORDS = "subaudible"
    IDENTIFICATION = "identification"
    DATE = "date"
    OMITTED = "omitted"
    DAMAGE = "damage"
    EXPANSION = "expansion"
    UNCLEAR = "unclear"
    OMISSION = "sampling"
    ILLEGIBLE = "illegible"
    GLOSS = "gloss"
    REGULARISED = "regularised"
    EDITORIAL = "editorial"
    SIC = "sic"
    DOUBT = "doubt"
    HANDWRITING = "handwriting"
    SIGNATURE = "signature"
    NOTE_NUMBER = "noteAnchor"
    LOST = "lost"
    REDACTED = "redacted"
    GARBLED = "garbled"
    DELETED = "deleted"
    TERM = "term"
    CLASSIFICATION = "classification"
    PAGE_BREAK = "pageBreak"
    ABBREVIATED = "abbreviated"
    CORRECTION = "correction"
    NOTE_RETURN = "noteReturn"

    @property
    def joins(self) -> bool:
        """Whether the words inside read on with those outside: `[Nikita] Khrushchev`."""
        return self in _JOINING

    @property
    def interrupts(self) -> bool:
        """Whether the words outside read on as if the bracket was not there: `28 [sic] May`."""
        return self in _INTERRUPTING


_INTERRUPTING = frozenset({BracketFunction.SIC, BracketFunction.DOUBT, BracketFunction.REGULARISED})
_JOINING = frozenset(
    {
        BracketFunction.WORDS,
        BracketFunction.IDENTIFICATION,
        BracketFunction.DATE,
        BracketFunction.OMITTED,
        BracketFunction.DAMAGE,
        BracketFunction.EXPANSION,
        BracketFunction.UNCLEAR,
    }
)


class Delimiters(StrEnum):
    """The marks that a bracket is made of; the values are the tokens of @rend."""

    SQUARE = "square"
    DOUBLE = "double"
    BRACE = "brace"
    PARENTHESIS = "parenthesis"
    ROUND = "round"
    SLASH = "slash"

    @property
    def opening(self) -> str:
        """The characters that open the bracket."""
        return _DELIMITERS[self][0]

    @property
    def closing(self) -> str:
        """The characters that close the bracket."""
        return _DELIMITERS[self][1]


_DELIMITERS = {
    Delimiters.SQUARE: ("[", "]"),
    Delimiters.DOUBLE: ("[[", "]]"),
    Delimiters.BRACE: ("[", "}"),
    Delimiters.PARENTHESIS: ("[", ")"),
    Delimiters.ROUND: ("(", ")"),
    Delimiters.SLASH: ("/", "/"),
}


@dataclass(frozen=True, slots=True)
class Extent:
    """How much a gap lacks, in a unit (word, line, page); None where it is not told."""

    unit: str
    least: int | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Bracket:
    """What an annotation made from a bracket says, and which of its delimiters the source has.

    `extent` is a gap's; `place` says where on the page a hand wrote, "" where it is not told;
    `language` is the BCP 47 tag of the words, "" where it is the text's.
    """

    function: BracketFunction
    opened: bool = True
    closed: bool = True
    delimiters: Delimiters = Delimiters.SQUARE
    extent: Extent | None = None
    place: str = ""
    language: str = ""

    def inner(self, span: Span) -> Span:
        """Return the span of the words between the delimiters, `span` being that of the whole."""
        opening = len(self.delimiters.opening) if self.opened else 0
        closing = len(self.delimiters.closing) if self.closed else 0
        return Span(span.start + opening, span.end - closing)


@dataclass(frozen=True, slots=True)
class Mention:
    """What an annotation of a name says: whom it names."""

    entity: Entity


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page's beginning; `n` is the number of the page, "" where nobody tells it."""

    n: str = ""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The number or letter of an item or a note, without its punctuation; "" for a mere dash."""

    n: str = ""


Detail: TypeAlias = Bracket | Mention | DateValue | PageBreak | Numbered | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """A claim about a span of `Cable.text`: what it is, by which rule, how sure."""

    span: Span
    kind: Kind
    rule: str
    cert: Certainty = Certainty.HIGH
    detail: Detail = None
