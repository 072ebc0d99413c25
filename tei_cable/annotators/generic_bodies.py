"""Bodies that many states and parties have: whose `Politburo` or `Foreign Office` it is.

The text tells: it names one of them with its owner, or speaks of the state whose body is called
just so. Else it is a body of its own that nobody is known to own, of low certainty.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, local_entity
from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.model import Entity

OWNED = "organisations.owner-elsewhere"
OWNERLESS = "organisations.no-owner"
_CALLED = (  # how such a body is called, the form of its entry first
    ("Central Committee", "CC"),
    ("Chiefs of Staff",),
    ("Communist Party",),
    ("Council of Ministers",),
    ("Foreign Office",),
    ("General Staff",),
    ("Ministry of Foreign Affairs", "Foreign Ministry", "MFA", "Ministry for Foreign Affairs"),
    ("National Assembly",),
    ("Politburo",),
    ("Political Bureau",),
    ("Senate",),
)
_GENERIC = {name: names for names in _CALLED for name in names}
_CALLED_SO = {  # the state whose body has no other name, and the words that speak of it
    "Foreign Office": ("uk", r"British|Britain|United Kingdom|U\.?K\.?(?!\w)|London|Whitehall"),
    "Politburo": ("ussr", r"Soviet|USSR|CPSU|Moscow|VKP"),
    "Political Bureau": ("ussr", r"Soviet|USSR|CPSU|Moscow|VKP"),
    "Senate": ("us", r"United States|U\.S\.|US|American|Washington"),
}
_OTHERS = {  # of whom the same words may speak, if they are named as well
    "Foreign Office": r"Federal (?:Chancellor|Government|Republic|President)|Bonn|Auswärtig\w+"
    r"|Reich|Wilhelmstrasse",
    "Politburo": r"Chinese|China|CCP|CPC|SED|Polish|Vietnam\w*|Korea\w*|Hungar\w+|PUWP|Czech\w*"
    r"|Bulgaria\w*|Roman?ia\w*|Cuba\w*|GDR",
    "Political Bureau": r"Chinese|China|CCP|CPC|SED|Polish|Vietnam\w*|Korea\w*|Hungar\w+|PUWP",
    "Senate": r"Brazil\w*|French|France|Ital\w+|Philippin\w+|Chile\w*|Australia\w*|Canad\w+"
    r"|Bolivia\w*|Argentin\w+|Mexic\w+|Turk\w+",
}


def owned(text: str, found: Sequence[Hit], sender: Entity | None) -> Iterator[Hit]:
    """Yield hits, those of generic bodies with the owner that the text tells, or with none."""
    told: dict[str, tuple[Entity | None, str, Certainty]] = {}
    for hit in found:
        name = text[hit.start : hit.end]
        if name not in _GENERIC:
            yield hit
            continue
        if hit.rule != "organisations.authority":
            continue  # a file has the same words
        if name not in told:
            told[name] = _owner(text, name, found, sender)
        entity, rule, cert = told[name]
        yield replace(hit, entity=entity or hit.entity, rule=rule, cert=cert)


def _owner(
    text: str, name: str, found: Sequence[Hit], sender: Entity | None
) -> tuple[Entity | None, str, Certainty]:
    """Return which body a generic name is in the text, None for the one of the authority files."""
    named = _named_with_owner(text, name, found)
    if len(named) == 1:
        return next(iter(named.values())), OWNED, Certainty.MEDIUM
    if not named and _called_so(text, name, sender):
        return None, OWNED, Certainty.MEDIUM
    local = local_entity(EntityKind.ORGANISATION, _GENERIC[name][0])
    return local, OWNERLESS, Certainty.LOW


def _named_with_owner(text: str, name: str, found: Sequence[Hit]) -> dict[str, Entity]:
    """Return the bodies of that name that the text gives with whose they are."""
    entities: dict[str, Entity] = {}
    for hit in found:
        written = text[hit.start : hit.end]
        better = written not in entities or hit.entity.known
        if better and any(_owner_beside(written, called) for called in _GENERIC[name]):
            entities[written] = hit.entity
    return {entity.id: entity for entity in entities.values()}


def _owner_beside(written: str, name: str) -> bool:
    """Whether a name begins or ends with a shorter one, with nothing that joins two bodies."""
    beside = written.startswith(f"{name} ") or written.endswith(f" {name}")
    return beside and " and " not in written


def _called_so(text: str, name: str, sender: Entity | None) -> bool:
    if name not in _CALLED_SO:
        return False
    state, words = _CALLED_SO[name]
    if sender and sender.id == state:
        return True
    others = re.search(rf"\b(?:{_OTHERS[name]})\b", text)
    return sender is None and not others and re.search(rf"\b(?:{words})", text) is not None
