"""What a header is made of: the page's fields and citation, asked for by what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tei_cable.dates import parse
from tei_cable.languages import ENGLISH, UNDETERMINED, language_of, languages_of, tag_of
from tei_cable.metadata import CitationRole, names_nothing
from tei_cable.model import Certainty, DateValue, EntityKind
from tei_cable.tei.elements import SOFTWARE
from tei_cable.tei.fields import IDENTIFIERS, PAGE_IDENTIFIERS
from tei_cable.tei.names import element
from tei_cable.tei.people import credited, thanked

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.metadata import Citation, CitationPart, Metadata, Party
    from tei_cable.model import Source
    from tei_cable.tei.people import Credited

# archives that nothing on a page may name, by the host of its address
_HOSTS = {"digitalarchive.wilsoncenter.org": "Wilson Center Digital Archive"}
_NOT_NAMED = "the editors of the source, not named"
# where a telegram has its time group, and how it is written: R 012109Z MAR 74
_TIMED = ("cable-info", "date-time-group")
_TIME_GROUP = re.compile(
    r"\b(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)Z "
    r"(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) (?P<year>\d\d)\b",
    re.IGNORECASE,
)
_NAMES = {EntityKind.PERSON: "persName", EntityKind.PLACE: "placeName"}


@dataclass(frozen=True)  # without slots, so that what is asked often is found once
class Facts:
    """A cable and its source, as a cataloguer asks them."""

    cable: Cable
    source: Source
    allowed_languages: tuple[str, ...] = ()

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

    @cached_property
    def title(self) -> str:
        """The page's title, else the citation's, else the file's name."""
        if self.page.title:
            return self.page.title.value
        return self.cited(CitationRole.TITLE) or "".join(filter(str.isprintable, self.file))

    @property
    def titled(self) -> bool:
        """Whether the page or its citation gives a title, not only words that say there is none."""
        if self.page.title:
            return not names_nothing(self.page.title.value)
        return bool(self.cited(CitationRole.TITLE))

    @property
    def title_claim(self) -> dict[str, str]:
        """Whose title it is, as attributes: the page's, or the tool's, of a file's name."""
        if self.titled:
            return {"resp": "#archive"}
        return {"cert": Certainty.LOW.value, "resp": SOFTWARE}

    @property
    def file(self) -> str:
        """The file's name without its folders."""
        return re.split(r"[/\\]", self.source.name)[-1]

    @cached_property
    def date(self) -> DateValue | None:
        """The value of the page's date."""
        found = parse(self.page.date.value) if self.page.date else None
        return found.value if found else None

    @property
    def sent(self) -> DateValue | None:
        """When it was sent: the date, or the minute that a telegram's time group tells of it."""
        day = self.date.when if self.date else ""
        for entry in self.page.entries:
            match = _TIME_GROUP.search(entry.field.value) if entry.key in _TIMED else None
            if match and day[2:4] == match["year"] and day[8:] == match["day"]:
                return DateValue(when=f"{day}T{match['hour']}:{match['minute']}:00Z")
        return self.date

    @cached_property
    def page_url(self) -> CitationPart | None:
        """The address of the page in its citation."""
        found = self.citation.all(CitationRole.URL) if self.citation else ()
        pages = [part for part in found if part.detail]
        ends = [p for p in found if self.citation and self.citation.text.endswith(self._words(p))]
        return next(iter(pages or ends), None)

    @property
    def url(self) -> str:
        """The address of the page: what the page says, else what its citation names."""
        return self.page.url.value if self.page.url else self._words(self.page_url)

    @property
    def record(self) -> str:
        """The number of the archive's record, as the page or its address tells it."""
        if self.page.record_id:
            return self.page.record_id.value
        part = self.page_url
        return part.value if part and part.detail == "record" else ""

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """What identifies page and source, by type: all of `IDENTIFIERS` that are known."""
        part = self.page_url
        known = {"URI": self.url, "sha256": self.source.sha256}
        if part and part.detail:
            known[PAGE_IDENTIFIERS[part.detail]] = part.value
        if self.record:
            known[PAGE_IDENTIFIERS["record"]] = self.record
        return tuple((type_, known[type_]) for type_ in IDENTIFIERS if known.get(type_))

    def _words(self, part: CitationPart | None) -> str:
        return part.span.of(self.citation.text) if part and self.citation else ""

    @cached_property
    def collection(self) -> str:
        """The digital archive that published the page, "" where nothing names it."""
        fields = self.page.entries
        stated = (e.field.value for e in fields if e.key.lower() in ("publisher", "collection"))
        host = _HOSTS.get(urlsplit(self.url).hostname or "", "")
        return self.cited(CitationRole.COLLECTION) or next(stated, host)

    @property
    def host(self) -> str:
        """Who published the page, where nothing names a body: the host of its address."""
        return urlsplit(self.url).hostname or _NOT_NAMED

    @cached_property
    def credited(self) -> tuple[Credited, ...]:
        """Everyone whom the citation names for something done to the document."""
        return credited(self.citation)

    @property
    def editors(self) -> tuple[tuple[str, Credited], ...]:
        """Who translated or edited the text, each with the xml:id."""
        found = [person for person in self.credited if person.roles]
        count: dict[str, int] = {}
        named = []
        for person in found:
            role = person.roles[0]
            count[role] = count.get(role, 0) + 1
            named.append((role if count[role] == 1 else f"{role}-{count[role]}", person))
        return tuple(named)

    @property
    def editor(self) -> str:
        """Whose the brackets are, as @resp points to them."""
        ids = [f"#{id_}" for id_, person in self.editors if "translator" in person.roles]
        return " ".join(ids) or "#archive"

    @property
    def translated(self) -> bool:
        """Whether the text is a translation."""
        contents = self.page.contents.value if self.page.contents else ""
        by_someone = any("translator" in person.roles for person in self.credited)
        return by_someone or "translation" in contents.lower()

    @property
    def original_language(self) -> str:
        """The tag of the original's first language, "und" where the page does not tell it."""
        field = self.page.original_language
        return tag_of(field.paragraphs[0]) if field else UNDETERMINED

    @cached_property
    def languages(self) -> tuple[tuple[str, int], ...]:
        """The text's own languages, read off the text: tags, and shares in per cent."""
        allowed = self.allowed_languages
        if found := languages_of(self.cable.text, allowed):
            return found
        default = UNDETERMINED if self.translated else self.original_language
        if default == UNDETERMINED and not allowed:
            default = self._language_around
        if allowed and default not in allowed:
            default = allowed[0]
        return ((default, 100),)

    @property
    def _language_around(self) -> str:
        """English, if what the page says of a text too short to tell is in English."""
        if any(entry.key in ("FM", "cable-from") for entry in self.page.entries):
            return ENGLISH  # a telegram of the State Department
        fields = (self.page.title, self.page.summary, *(e.field for e in self.page.entries))
        found = language_of(" ".join(field.value for field in fields if field))
        return found if found == ENGLISH else UNDETERMINED

    @property
    def funders(self) -> tuple[str, ...]:
        """Whom the page thanks for support."""
        donors = self.page.donors.paragraphs if self.page.donors else ()
        return tuple(dict.fromkeys([*thanked(self.page.credits), *donors]))

    @property
    def language(self) -> str:
        """The tag of the language that most of the text is in."""
        return self.languages[0][0]

    @property
    def locators(self) -> tuple[CitationPart, ...]:
        """Where the original and its copies are kept."""
        return self.citation.all(CitationRole.LOCATOR) if self.citation else ()

    @property
    def sender(self) -> Party | None:
        """From whom the document went."""
        return self.cable.correspondence.sender

    @property
    def senders(self) -> tuple[Party, ...]:
        """Everyone from whom it went."""
        found = (self.sender, *self.cable.correspondence.co_senders)
        return tuple(party for party in found if party)

    @property
    def authors(self) -> tuple[Party, ...]:
        """Who wrote it: the author where one is named, else those who sent it."""
        if stated := self.cable.correspondence.stated_authors:
            return stated
        author = self.cable.correspondence.author
        return (author,) if author else self.senders

    @property
    def receivers(self) -> tuple[Party, ...]:
        """Everyone to whom it went."""
        letter = self.cable.correspondence
        return tuple(party for party in (letter.receiver, *letter.co_receivers) if party)

    def party_name(self, party: Party) -> etree._Element:
        """Return a party's name as the element that fits whom it means."""
        if party.entity is None:
            guess = {"cert": Certainty.LOW.value, "resp": SOFTWARE}
            claim = guess if party.by_shape else {}
            name = "persName" if party.is_person or party.by_shape else "name"
            return element(name, *_parted(party), attributes=claim)
        name = _NAMES.get(party.entity.kind, "orgName")
        claim = {"cert": party.cert.value, "resp": SOFTWARE}
        attributes = {"ref": f"#{party.entity.id}", **claim}
        return element(name, *_parted(party), attributes=attributes)

    def id(self, prefix: str = "") -> str:
        """Return the xml:id: a prefix, then the archive's record, else the file's name."""
        if re.fullmatch(r"[A-Za-z0-9-]+", self.record):
            return f"{prefix or 'wcda'}-{self.record}"
        part = self.page_url
        if part and part.detail:
            node = "node-" if part.detail == "node" else ""
            return f"{prefix or 'wcda'}-{node}{_id_part(part.value)}"
        stem = re.sub(r"\.[^.]*$", "", self.file)
        document = f"-{self.source.part}" if self.source.part else ""
        return f"{prefix or 'cable'}-{_id_part(stem)}{document}"


def _parted(party: Party) -> list[etree._Element | str]:
    """Return a party's words, with an element for each of its parts."""
    made: list[etree._Element | str] = []
    position = 0
    for part in party.parts:
        made += [party.name[position : part.span.start]]
        made += [element(part.role, part.span.of(party.name))]
        position = part.span.end
    return [*made, party.name[position:]]


def _id_part(words: str) -> str:
    return re.sub(r"[^A-Za-z0-9]+", "-", words).strip("-") or "x"
