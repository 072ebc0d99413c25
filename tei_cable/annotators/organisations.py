"""Organisations: those the authority files know, missions and ministries, and head nouns.

A head noun (Ministry, Committee, Department ...) makes a name together with the capitalised
words before it, or with its "of ..." tail.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.context import sending_state
from tei_cable.annotators.hits import Hit, annotations, local_entity
from tei_cable.annotators.missions import MissionFound, ministries, missions
from tei_cable.authority import shipped, words
from tei_cable.kinds import SALUTE, SIGNED
from tei_cable.model import Certainty, EntityKind
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.model import Annotation, Cable, Entity

_NAME_WORD = r"[A-ZÀ-Ž][\w'’ʼ-]+"


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield an organisation for each name of one."""
    view = View.of(cable)
    sender = sending_state(cable)
    own = [a.span for a in cable.annotations if a.kind in (SALUTE, SIGNED)]

    def is_own(start: int, end: int) -> bool:
        return any(span.overlaps(view.span(start, end)) for span in own)

    found = list(hits(view.text, sender))
    for number, hit in enumerate(found):
        if hit.entity.id == _UNNAMED_MINISTRY and sender and is_own(hit.start, hit.end):
            entity = MissionFound(0, 0, "Ministry of Foreign Affairs", sender).entity
            rule = "organisations.own-ministry"
            found[number] = Hit(hit.start, hit.end, entity, rule, Certainty.MEDIUM)
    yield from annotations(cable, view, found)


_UNNAMED_MINISTRY = MissionFound(0, 0, "Ministry of Foreign Affairs", None).entity.id


def hits(text: str, sender: Entity | None = None) -> Iterator[Hit]:
    """Yield the organisations of a text; `sender` is the state whose missions lack an owner."""
    for known in shipped().find(text, EntityKind.ORGANISATION):
        if known.form.cert is not Certainty.LOW:
            yield Hit(known.start, known.end, known.form.entity, "organisations.authority")
    for mission in missions(text, sender):
        cert = Certainty.HIGH if mission.owner else Certainty.MEDIUM
        yield Hit(mission.start, mission.end, mission.entity, "organisations.mission", cert)
    for ministry in ministries(text):
        cert = Certainty.HIGH if ministry.owner else Certainty.MEDIUM
        yield Hit(ministry.start, ministry.end, ministry.entity, "organisations.ministry", cert)
    yield from _by_head_noun(text)


@cache
def _head_noun() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words("org-heads")), key=len, reverse=True))
    tail = rf"(?: (?:of|for|on) (?:the )?{_NAME_WORD}(?:(?:,| and|,? and the| of| of the)? {_NAME_WORD}){{0,6}})"
    return re.compile(rf"\b(?P<before>(?:{_NAME_WORD} ){{0,5}})(?P<head>(?:{heads}))\b(?P<tail>{tail}?)")


def _by_head_noun(text: str) -> Iterator[Hit]:
    for match in _head_noun().finditer(text):
        start = match.start()
        before = match["before"]
        while before and before.split(" ", 1)[0].lower() in words("function-words"):
            start += len(before.split(" ", 1)[0]) + 1
            before = text[start : match.start("head")]
        if before or match["tail"]:
            name = text[start : match.end()]
            entity = local_entity(EntityKind.ORGANISATION, name)
            yield Hit(start, match.end(), entity, "organisations.head-noun", Certainty.MEDIUM)
