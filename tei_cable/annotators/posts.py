"""The stations of the State Department's telegrams: `AmEmbassy La Paz`, `SecState WashDC`.

    station := HEAD city | "SecState" "WashDC"?

An embassy is its state's; a consulate has the city as its host.
"""

from __future__ import annotations

import re

from tei_cable.annotators.missions import MissionFound
from tei_cable.authority import in_use
from tei_cable.metadata import Party
from tei_cable.model import Certainty, EntityKind

_STATE = "United States"
_HEADS = {
    "amembassy": "Embassy",
    "amlegation": "Legation",
    "amconsul": "Consulate",
    "amconsulate": "Consulate",
    "amcongen": "Consulate General",
    "usmission": "Mission",
}
_POST = re.compile(rf"(?P<head>{'|'.join(_HEADS)}) (?P<city>.+)", re.IGNORECASE)
_DEPARTMENT = re.compile(
    r"(?:secstate|secretary of state|department of state)(?P<town>,? wash(?:ington)?,? ?d\.?c\.?)?",
    re.IGNORECASE,
)


def station(words: str) -> Party | None:
    """Return whom a telegram's field names as a station of the United States, None if none."""
    authority = in_use()
    state = authority.named(_STATE, EntityKind.PLACE)
    if match := _DEPARTMENT.fullmatch(words):
        department = authority.named("Department of State", EntityKind.ORGANISATION)
        capital = authority.capitals.get(state.entity.id) if state else None
        seat = capital if department else None
        entity = department.entity if department else None
        return Party(words, entity, seat, seat_stated=bool(match["town"]))
    post = _POST.fullmatch(words)
    city = post and authority.named(post["city"].title(), EntityKind.PLACE)
    if not post or not city or not state:
        return None
    head = _HEADS[post["head"].lower()]
    country = authority.state_of(city.entity) if head in ("Embassy", "Legation") else None
    host = country or city.entity
    mission = MissionFound(0, len(words), head, state.entity, host).entity
    return Party(words, mission, city.entity, Certainty.HIGH, seat_stated=True)
