"""Organisations: those the authority files know, missions and ministries, and head nouns.

A head noun (Ministry, Committee, Department ...) makes a name together with the capitalised
words before it, or with its "of ..." tail.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.acronyms import defined, posts, repeated, symbols
from tei_cable.annotators.context import reading, reference_date, sending_state
from tei_cable.annotators.generic_bodies import OWNERLESS, owned
from tei_cable.annotators.hits import Hit, annotated, in_designator, local_entity
from tei_cable.annotators.missions import FOREIGN_MINISTRY, MissionFound, ministries, missions
from tei_cable.annotators.name_words import may_be_name
from tei_cable.annotators.org_heads import by_head_noun
from tei_cable.annotators.starts import cues, matches, places
from tei_cable.authority import in_use, words
from tei_cable.kinds import SALUTE, SIGNED
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation, Entity

_PAPERS = re.compile(
    r"\b(?:newspapers?|papers?|daily|dailies|weekly|magazine|journal|organ|news agency),?"
    r" (?P<titles>"
    r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}(?:(?:,| and|, and)"
    r" [A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}){0,3})"
)
_PAPER_WORDS = frozenset(
    re.findall(
        r"\S+",
        "newspaper newspapers paper papers daily dailies weekly magazine journal organ news",
    )
)
_TITLE = re.compile(r"[A-ZÀ-Ž][\w'’-]+(?: [A-ZÀ-Ž][\w'’-]+){0,2}")
_RANK = re.compile(r"\b(?:Chiefs?|Marshals?) of (?:the )?$")
_LONGEST_RANK = 20
_CONGRESS = re.compile(r"\b(?:[Tt]he|by|of|in|to) (?P<name>Congress)\b(?! of| [A-Z])")
_BEFORE_CONGRESS = frozenset({"The", "the", "by", "of", "in", "to"})
_PARTY_CONGRESS = re.compile(
    r"Party Congress|\d(?:th|st|nd|rd) (?:\w+ )?Congress|\bCC\b|Central Committee|CPSU|Politburo"
)
_CUES = (  # the names that a pattern has, and the pattern
    (
        ("State", "Treasury", "Defense", "AID"),
        re.compile(
            r"\b(?:told|informed|asked|with|that|by|press|from|to)"
            r" (?P<name>State|Treasury|Defense|AID)"
            r"(?= (?:that|and|AID|has|had|should|would|of|to|for|is)\b|[.,;])"
        ),
    ),
    (
        ("Senate", "Cabinet", "Presidium"),
        re.compile(r"\b[Tt]he (?P<name>Senate|Cabinet|Presidium)\b(?! of| [A-Z])"),
    ),
    (
        ("AA", "BArch", "TNA", "PRO", "NARA"),
        re.compile(
            r"(?<![^\W_])(?P<name>AA|NAA|BArch|TNA|PRO|NARA)(?= ?:|, [A-Z]{1,4} ?\d|,? FO\b)"
        ),
    ),
    (
        ("SC ", "GA "),
        re.compile(r"(?<![\w/])(?P<name>SC|GA)(?= (?:meeting|resolution|session|debate|members?))"),
    ),
)


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield an organisation for each name of one."""
    view = reading(cable)
    sender = sending_state(cable)
    reference = reference_date(cable)
    own = [a.span for a in cable.annotations if a.kind in (SALUTE, SIGNED)]

    def resolved(hit: Hit) -> Hit:
        span = view.span(hit.start, hit.end)
        some = hit.rule == OWNERLESS and hit.entity.name == FOREIGN_MINISTRY
        if not some or sender is None or not any(s.overlaps(span) for s in own):
            return hit
        entity = MissionFound(0, 0, FOREIGN_MINISTRY, sender).entity
        rule = "organisations.own-ministry"
        return replace(hit, entity=entity, rule=rule, cert=Certainty.MEDIUM)

    timely = (_of_its_time(hit, reference) for hit in hits(view.text, sender))
    yield from annotated(cable, view, map(resolved, timely))


def _of_its_time(hit: Hit, reference: date | None) -> Hit:
    """Return a hit; one of a body that did not exist in the document's year names another."""
    lived = hit.entity.offices
    if not reference or not lived or any(period.covers(reference.year) for period in lived):
        return hit
    another = local_entity(EntityKind.ORGANISATION, hit.entity.name)
    return replace(hit, entity=another, rule="organisations.other-time", cert=Certainty.LOW)


def hits(text: str, sender: Entity | None = None) -> Iterator[Hit]:
    """Yield the organisations of a text; `sender` is the state whose missions lack an owner."""
    met = [hit for hit in (*_named(text, sender), *by_head_noun(text)) if not _in_rank(text, hit)]
    named = list(owned(text, met, sender))
    yield from named
    yield from defined(text, named)
    yield from posts(text)
    yield from symbols(text)
    yield from _papers(text)
    yield from _by_cue(text)
    yield from _congress(text)
    yield from repeated(text)


def _named(text: str, sender: Entity | None) -> Iterator[Hit]:
    for known in in_use().find(text, EntityKind.ORGANISATION):
        sure = known.form.cert is not Certainty.LOW
        if sure and not in_designator(text, known.start, known.end):
            yield Hit(known.start, known.end, known.form.entity, "organisations.authority")
    for mission in missions(text, sender):
        cert = Certainty.HIGH if mission.owner else Certainty.MEDIUM
        yield Hit(mission.start, mission.end, mission.entity, "organisations.mission", cert)
    for ministry in ministries(text):
        yield Hit(ministry.start, ministry.end, ministry.entity, "organisations.ministry")


def _in_rank(text: str, hit: Hit) -> bool:
    """Whether a body is part of a rank or an office: `Marshal of the Royal Air Force`."""
    return _RANK.search(text, max(0, hit.start - _LONGEST_RANK), hit.start) is not None


def _papers(text: str) -> Iterator[Hit]:
    """Find what is called a newspaper, and what is listed after it."""
    for match in matches(_PAPERS, text, places(text, _PAPER_WORDS)):
        for title in _TITLE.finditer(match["titles"]):
            start = match.start("titles") + title.start()
            if title.group() not in words("titles") and may_be_name(title.group()):
                entity = local_entity(EntityKind.ORGANISATION, title.group())
                end = start + len(title.group())
                yield Hit(start, end, entity, "organisations.newspaper", Certainty.MEDIUM)


def _congress(text: str) -> Iterator[Hit]:
    """Find `the Congress` as a parliament, where no party holds congresses."""
    found = list(matches(_CONGRESS, text, cues(text, _BEFORE_CONGRESS)))
    if not found or _PARTY_CONGRESS.search(text):
        return
    for match in found:
        entity = local_entity(EntityKind.ORGANISATION, "Congress")
        yield Hit(*match.span("name"), entity, "organisations.congress", Certainty.LOW)


def _by_cue(text: str) -> Iterator[Hit]:
    """Find words that are bodies only in their place: `told State`, `the Congress`, `AA: A1838`."""
    for names, pattern in _CUES:
        for match in pattern.finditer(text) if any(name in text for name in names) else ():
            entity = local_entity(EntityKind.ORGANISATION, match["name"])
            yield Hit(*match.span("name"), entity, "organisations.cue", Certainty.LOW)
