"""What a document is, and from whom to whom it went: read off its title, addressee and closer.

Titles of the archive follow a few forms: `Cable from the Chinese Embassy in Cuba, '...'`,
`Report, Kovalev to Stalin`, `Letter from A to B`. What the title does not say, the addressee in
the opener and the signature in the closer may. Where a mission sits follows from its name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators import organisations, persons
from tei_cable.annotators.context import reference_date, sending_state
from tei_cable.annotators.document_types import UNKNOWN, document_type
from tei_cable.annotators.head_lines import is_heading
from tei_cable.annotators.letter_parts import first_names, known_by, outer
from tei_cable.annotators.lines import bare
from tei_cable.annotators.missions import ministries, missions
from tei_cable.annotators.name_words import may_be_name
from tei_cable.annotators.parties import addressed, routed
from tei_cable.annotators.posts import station
from tei_cable.annotators.roles import led, of_body, parts_after
from tei_cable.annotators.titles import Route, route, several
from tei_cable.authority import in_use, words
from tei_cable.findings import finding
from tei_cable.kinds import (
    BYLINE,
    DATELINE,
    PLACE,
    SALUTE,
    SIGNED,
)
from tei_cable.metadata import Correspondence, EntryRole, Party, StatedPlace
from tei_cable.model import Certainty, EntityKind, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind
    from tei_cable.metadata import Field
    from tei_cable.model import Entity, Source

_CONVERSATIONS = frozenset({"memorandum-of-conversation", "record-of-conversation"})
_FIRST_BLOCKS, _HEAD_BLOCKS, _SHORT_LINE = 2, 4, 100
_AND = re.compile(r",? and (?:the )?")
_AMBASSADOR = re.compile(r"\bAmbassador (?:to|in) (?:the )?")
_WORD = re.compile(r"[A-ZÀ-Ž][a-zß-ž][\w’'-]+")
_NAME = re.compile(r"(?:(?:[A-Z]\.[ -]?)+)?[A-ZÀ-Ž](?:[a-zß-ž]|[a-zß-ž’'-]+[A-ZÀ-Ž])[\w’'-]+")
_IN_BRACKETS = re.compile(r"[(\[](?P<name>[^()\[\]]+)[)\]]$")


def correspondence(cable: Cable) -> Correspondence:
    """Return what the document is and who wrote to whom; what nothing says is None."""
    title = cable.metadata.title.value if cable.metadata.title else ""
    named = _stated(cable, route(title), title)
    state = sending_state(cable)
    reference = reference_date(cable)
    year = reference.year if reference else None
    type_, genre = document_type(title)
    if (type_, genre) == (UNKNOWN, ""):
        type_, genre = _type_in_text(cable)
    senders = _stations(cable, EntryRole.SENDER) or _parties((named.sender,), state, year)
    senders = senders or _writer(cable, state)
    receivers = _stations(cable, EntryRole.RECEIVER) or _parties(named.receivers, state, year)
    receivers = receivers or _written(cable, SALUTE, state)
    writers = _authors(cable, state, year)
    if cable.metadata.values(EntryRole.SENDER) and all(map(_is_body, senders)):
        senders = (*senders, *filter(_is_someone, writers))  # who signed for the post
    author = tuple(filter(_may_write, _parties((named.author,), state, year)))
    if author:
        senders = ()
    if genre in _CONVERSATIONS and not named.receivers:  # nobody sent it: who wrote it down
        author, senders, receivers = author or senders[:1], (), ()
    senders, author, writers = (
        tuple(known_by(cable, party, SIGNED, BYLINE) for party in parties)
        for parties in (senders, author, writers)
    )
    receivers = tuple(known_by(cable, party, SALUTE) for party in receivers)
    place = _dateline_place(cable)
    if place:  # what the page says needs no conjecture
        senders = tuple(replace(sender, seat=None) for sender in senders)
    return Correspondence(
        type_,
        sender=next(iter(senders), None),
        receiver=next(iter(receivers), None),
        transmitter=_named(named.carrier, state, year) if named.carrier else None,
        genre=genre,
        author=next(iter(author), None),
        co_senders=senders[1:],
        co_receivers=receivers[1:],
        sent_from=place,
        stated_authors=writers,
    )


def _stated(cable: Cable, named: Route, title: str) -> Route:
    """Return the parties of a source with fields: as a bare title has them, or as fields do."""
    if cable.metadata.entries and not named.receivers:
        sender, receiver = addressed(title)
        named = replace(named, sender=sender or named.sender, receivers=_given(receiver))
    if stated := cable.metadata.values(EntryRole.SENDER):
        named = replace(named, sender=routed(stated[0]))
    if stated := cable.metadata.values(EntryRole.RECEIVER):
        named = replace(named, receivers=_given(routed(stated[0])))
    return named


def _given(name: str) -> tuple[str, ...]:
    return several(name) if name else ()


def _type_in_text(cable: Cable) -> tuple[str, str]:
    """Return type and genre that the first lines name.

    Where the source has no fields of its own a line has to be the name of a type and no more.
    """
    if not cable.metadata.entries:
        blocks = (block.of(cable.text) for block in cable.blocks[:_HEAD_BLOCKS])
        lines = (bare(line).text.strip() for block in blocks for line in block.split("\n"))
        named = (document_type(line) for line in lines if is_heading(line))
        return next((type_ for type_ in named if type_[0] != UNKNOWN), (UNKNOWN, ""))
    if any(entry.key == "FM" for entry in cable.metadata.entries):
        return "telegram", ""
    first = (block.of(cable.text) for block in cable.blocks[:_FIRST_BLOCKS])
    found = (document_type(line) for line in first if len(line) <= _SHORT_LINE)
    return next((type_ for type_ in found if type_[0] != UNKNOWN), (UNKNOWN, ""))


def _parties(phrases: Iterable[str], state: Entity | None, year: int | None) -> tuple[Party, ...]:
    """Return whom the words of a title mean; `A and B` are two where each is known to be one."""
    found: list[Party] = []
    for phrase in filter(None, phrases):
        parts = [_named(part, state, year) for part in _AND.split(phrase)]
        divided = len(parts) > 1 and (all(map(_is_party, parts)) or _surnames(parts))
        if parts[0].parts and not all(part.entity for part in parts):
            divided = False  # one person, two offices
        found += parts if divided else [_named(phrase, state, year)]
    return tuple(found)


def _authors(cable: Cable, state: Entity | None, year: int | None) -> tuple[Party, ...]:
    """Return whom the page's own field of authors means, one for each of its values."""
    field = cable.metadata.authors
    names = field.paragraphs if field else ()
    return tuple(replace(_named(name, state, year), seat=None) for name in names)


def _stations(cable: Cable, role: EntryRole) -> tuple[Party, ...]:
    """Return the station, in a tuple, that a telegram's own field names; () if it names none."""
    stated = (station(routed(words)) for words in cable.metadata.values(role)[:1])
    return tuple(party for party in stated if party)


def _surnames(parts: Sequence[Party]) -> bool:
    """Whether each part is one word that can be a surname: `Critchley and Novak`."""
    names = [part.name for part in parts]
    return all(_WORD.fullmatch(name) and may_be_name(name) for name in names)


def _is_party(party: Party) -> bool:
    """Whether words are known to name a person or a body."""
    entity = party.entity
    return party.is_person or bool(entity and entity.kind is not EntityKind.PLACE)


def _named(phrase: str, state: Entity | None, year: int | None) -> Party:
    """Say whom a title's words mean: the body or person whose name is most of them."""
    people = list(persons.hits_in_phrase(phrase, year))
    hits = [*organisations.hits(phrase, state), *people]
    if person := led(phrase, people) or of_body(phrase, hits, year):
        seat, cert = _seat(phrase, state)
        parts = parts_after(phrase, person.end)
        return Party(phrase, person.entity, seat, cert, cert=person.cert, parts=parts)
    best = max(hits, key=lambda hit: hit.end - hit.start, default=None)
    entity = best.entity if best and 2 * (best.end - best.start) >= len(phrase) else None
    office = _names_office(phrase)
    if office and entity and entity.kind is not EntityKind.PERSON:
        entity = None
    entity = entity or _holder(phrase, year)
    if not entity and (place := in_use().named(phrase, EntityKind.PLACE)):
        entity = place.entity
    seat, cert = _seat(phrase, state)
    sure = best.cert if best and entity is best.entity else Certainty.MEDIUM
    shape = entity is None and not office and _is_surname(phrase)
    return Party(phrase, entity, seat, cert, is_person=office, by_shape=shape, cert=sure)


def _is_surname(phrase: str) -> bool:
    """Whether a phrase can be a surname, with initials or without: `Stedman`, `H. McNovak`."""
    return _NAME.fullmatch(phrase) is not None and may_be_name(phrase.rsplit(maxsplit=1)[-1])


def _is_body(party: Party) -> bool:
    """Whether a party is known to be a body."""
    return bool(party.entity and party.entity.kind is EntityKind.ORGANISATION)


def _may_write(party: Party) -> bool:
    """Whether a party can keep a diary: all but places can."""
    return not (party.entity and party.entity.kind is EntityKind.PLACE)


def _is_someone(party: Party) -> bool:
    """Whether a party is a person, known or by the shape of the name."""
    return party.by_shape or bool(party.entity and party.entity.kind is EntityKind.PERSON)


def _holder(phrase: str, year: int | None) -> Entity | None:
    """Return the person whose name stands in brackets after an office or a pseudonym."""
    name = _IN_BRACKETS.search(phrase)
    if not name:
        return None
    titled = f"{phrase[: name.start()]}{name['name']}"  # as if the office stood before the name
    start, end = name.start(), len(titled)
    hits = persons.hits_in_phrase(titled, year)
    return next((hit.entity for hit in hits if hit.start <= start and hit.end == end), None)


def _names_office(phrase: str) -> bool:
    """Whether a phrase names an office: its holder is meant, not the body it belongs to."""
    before = re.split(r" (?:of|in|to|at|for|from) | \(", phrase, maxsplit=1)[0].lower().split()
    return any(word in words("offices") or word == "head" for word in before)


def _writer(cable: Cable, state: Entity | None) -> tuple[Party, ...]:
    """Return the party that the head of the text, or else its signature, names as the writer."""
    return _written(cable, BYLINE, state) or _written(cable, SIGNED, state)


def _written(cable: Cable, kind: Kind, state: Entity | None) -> tuple[Party, ...]:
    """Return the parties that parts of the text name first: bodies or persons.

    Of addressees each line of the opener names one; of all other parts the first is meant.
    """
    found: dict[str, Party] = {}
    for name, mention in first_names(cable, kind):
        written = name.span.of(cable.text)
        seat, cert = _seat(written, state)
        if seat is None and kind is SALUTE and _is_ministry_of(mention.entity, state):
            seat = in_use().capitals.get(state.id) if state else None
        party = Party(written, mention.entity, seat, cert, cert=name.cert)
        found.setdefault(mention.entity.id, party)
    return tuple(found.values())


def unresolved(letter: Correspondence, title: Field | None, source: Source) -> Iterator[Finding]:
    """Yield what there is to say of a sender or receiver of whom no entry is known."""
    line, column = source.position(title.span.start if title else 0)
    senders = (letter.sender, *letter.co_senders)
    receivers = (letter.receiver, *letter.co_receivers)
    for role, parties in (("sender", senders), ("receiver", receivers)):
        for party in parties:
            if party and not party.entity:
                message = f"who the {role} “{party.name}” is, is not known"
                yield finding("TC115", message, file=source.name, line=line, column=column)


def _dateline_place(cable: Cable) -> StatedPlace | None:
    """Return the place that the datelines name first."""
    lines = outer(cable, DATELINE)
    named = (a for a in sorted(cable.annotations, key=lambda a: a.span) if a.kind is PLACE)
    for name in named:
        if isinstance(name.detail, Mention) and any(line.contains(name.span) for line in lines):
            return StatedPlace(name.span.of(cable.text), name.detail.entity, name.cert)
    return None


def _is_ministry_of(entity: Entity, state: Entity | None) -> bool:
    return (
        state is not None
        and entity.kind is EntityKind.ORGANISATION
        and entity.id.startswith(f"{state.id}-")
    )


def _seat(phrase: str, state: Entity | None) -> tuple[Entity | None, Certainty]:
    """Return where a mission, its head or a foreign ministry sits, by its own name."""
    capitals = in_use().capitals
    for mission in missions(phrase, state):
        if mission.host:
            return capitals.get(mission.host.id, mission.host), Certainty.HIGH
    for ministry in ministries(phrase):
        if ministry.owner:
            return capitals.get(ministry.owner.id), Certainty.MEDIUM
    if posted := _AMBASSADOR.search(phrase):
        found = in_use().find(phrase[posted.end() :], EntityKind.PLACE)
        host = next((place for place in found if place.start == 0), None)
        return (capitals.get(host.form.entity.id) if host else None), Certainty.MEDIUM
    return None, Certainty.MEDIUM
