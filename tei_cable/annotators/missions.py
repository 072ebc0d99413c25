"""Diplomatic missions and foreign ministries: whose they are, and where they sit.

    mission  := owner HEAD in? | HEAD "of" owner in? | HEAD in
    in       := ("in" | "to" | "at") host
    ministry := owner HEAD | HEAD "of" owner

An owner is a state's name or its adjective. An entry's name follows the form of library
authority files: `China. Embassy (Soviet Union)`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import slug
from tei_cable.annotators.starts import matches, places
from tei_cable.authority import in_use
from tei_cable.model import Entity, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.authority.index import FormFound

# the first words of the patterns
_MISSIONS = frozenset(
    re.findall(
        r"\S+",
        "Permanent Special Mission Embassy EMBASSY Legation Consulate High Trade",
    )
)
_MINISTRIES = frozenset({"Ministry", "Foreign", "MFA"})
_MISSION = re.compile(
    r"\b(?P<head>(?:Permanent |Special )?Mission|Embassy|EMBASSY|Legation|Consulate[ -]General"
    r"|Consulate|High Commission|Trade Mission)\b"
)
_MINISTRY = re.compile(
    r"\b(?P<head>Ministry (?:of|for) Foreign Affairs|Foreign Ministry|Foreign Office"
    r"|MFA)\b"
)
_OF = re.compile(r" of (?:the )?", re.IGNORECASE)
_IN = re.compile(r" (?:in|to|at) (?:the )?", re.IGNORECASE)
FOREIGN_MINISTRY = "Ministry of Foreign Affairs"


@dataclass(frozen=True, slots=True)
class MissionFound:
    """A mission or ministry in a text: code points [start, end), its owner and its host."""

    start: int
    end: int
    head: str
    owner: Entity | None
    host: Entity | None = None

    @property
    def entity(self) -> Entity:
        """The entry for this body."""
        owner = self.owner.name if self.owner else ""
        host = f" ({self.host.name})" if self.host else ""
        name = f"{owner}. {self.head}{host}" if owner else f"{self.head}{host}"
        owner_id, host_id = (e.id if e else "" for e in (self.owner, self.host))
        id_ = "-".join(part for part in (owner_id, slug(self.head), host_id) if part)
        return Entity(id_, EntityKind.ORGANISATION, name, known=False)


class _Places:
    """The places of a text by where they begin and where they end."""

    def __init__(self, text: str) -> None:
        authority = in_use()
        places = list(authority.find(text, EntityKind.PLACE))
        demonyms = list(authority.find(text, EntityKind.PLACE, demonyms=True))
        self.at: dict[int, FormFound] = {f.start: f for f in places}
        self.before: dict[int, FormFound] = {f.end: f for f in [*places, *demonyms]}


def missions(text: str, sender: Entity | None) -> Iterator[MissionFound]:
    """Yield the embassies, legations and consulates of a text that has an owner or a host.

    A mission without an owner is the `sender`'s, if a sending state is given.
    """
    found = list(matches(_MISSION, text, places(text, _MISSIONS)))
    states = _Places(text if found else "")
    for match in found:
        start, end = match.span()
        owner = states.before.get(start - 1)
        if owner:
            start = owner.start
        elif owner := _after(text, end, _OF, states):
            end = owner.end
        host = _after(text, end, _IN, states)
        if host:
            end = host.end
        if owner or host:
            state = owner.form.entity if owner else sender
            head = match["head"].title()
            yield MissionFound(start, end, head, state, host.form.entity if host else None)


def ministries(text: str) -> Iterator[MissionFound]:
    """Yield the foreign ministries of a text whose owner the words name."""
    found = list(matches(_MINISTRY, text, places(text, _MINISTRIES)))
    states = _Places(text if found else "")
    for match in found:
        start, end = match.span()
        owner = states.before.get(start - 1)
        if owner:
            start = owner.start
        elif owner := _after(text, end, _OF, states):
            end = owner.end
        if owner:
            yield MissionFound(start, end, FOREIGN_MINISTRY, owner.form.entity)


def _after(text: str, end: int, preposition: re.Pattern[str], places: _Places) -> FormFound | None:
    match = preposition.match(text, end)
    return places.at.get(match.end()) if match else None
