"""Organisations: those the authority files know, missions and ministries, and head nouns.

A head noun (Ministry, Committee, Department ...) makes a name together with the capitalised
words before it, or with its "of ..." tail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.annotators.context import sending_state
from tei_cable.annotators.hits import Hit, annotated, local_entity
from tei_cable.annotators.missions import FOREIGN_MINISTRY, MissionFound, ministries, missions
from tei_cable.authority import shipped, words
from tei_cable.kinds import SALUTE, SIGNED
from tei_cable.model import Certainty, EntityKind
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation, Entity

_SOME_MINISTRY = "foreign-ministry"  # the authority's entry for a ministry of no named state
_EVENTS = frozenset({"Congress", "Conference"})  # bodies only under a name of their own
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_NAME_WORD = r"[A-ZÀ-Ž][\w'’ʼ-]+"


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield an organisation for each name of one."""
    view = View.of(cable)
    sender = sending_state(cable)
    own = [a.span for a in cable.annotations if a.kind in (SALUTE, SIGNED)]

    def resolved(hit: Hit) -> Hit:
        span = view.span(hit.start, hit.end)
        named = hit.entity.id != _SOME_MINISTRY
        if named or sender is None or not any(s.overlaps(span) for s in own):
            return hit
        entity = MissionFound(0, 0, FOREIGN_MINISTRY, sender).entity
        rule = "organisations.own-ministry"
        return replace(hit, entity=entity, rule=rule, cert=Certainty.MEDIUM)

    yield from annotated(cable, view, map(resolved, hits(view.text, sender)))


def hits(text: str, sender: Entity | None = None) -> Iterator[Hit]:
    """Yield the organisations of a text; `sender` is the state whose missions lack an owner."""
    for known in shipped().find(text, EntityKind.ORGANISATION):
        if known.form.cert is not Certainty.LOW:
            yield Hit(known.start, known.end, known.form.entity, "organisations.authority")
    for mission in missions(text, sender):
        cert = Certainty.HIGH if mission.owner else Certainty.MEDIUM
        yield Hit(mission.start, mission.end, mission.entity, "organisations.mission", cert)
    for ministry in ministries(text):
        yield Hit(ministry.start, ministry.end, ministry.entity, "organisations.ministry")
    yield from _by_head_noun(text)


@cache
def _head_noun() -> re.Pattern[str]:
    heads = "|".join(sorted(map(re.escape, words("org-heads")), key=len, reverse=True))
    joint = "(?: and| of| of the)?"
    tail = rf"(?: (?:of|for|on) (?:the )?{_NAME_WORD}(?:{joint} {_NAME_WORD}){{0,6}})"
    return re.compile(
        rf"\b(?P<before>(?:{_NAME_WORD} ){{0,5}})(?P<head>(?:{heads}))\b(?P<tail>{tail}?)"
    )


def _by_head_noun(text: str) -> Iterator[Hit]:
    for match in _head_noun().finditer(text):
        start = match.start()
        before = match["before"]
        while before and before.split(" ", 1)[0].lower() in words("function-words"):
            start += len(before.split(" ", 1)[0]) + 1
            before = text[start : match.start("head")]
        if match["head"] in _EVENTS and (match["tail"] or before.count(" ") < 2):
            continue
        name = _POSSESSIVE.sub("", text[start : match.end()])
        end = start + len(name)
        if (before or match["tail"]) and not shipped().named(name, EntityKind.PLACE):
            entity = local_entity(EntityKind.ORGANISATION, name)
            yield Hit(start, end, entity, "organisations.head-noun", Certainty.MEDIUM)
