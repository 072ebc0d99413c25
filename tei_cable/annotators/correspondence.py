"""What a document is, and from whom to whom it went: read off its title, addressee and closer.

Titles of the archive follow a few forms: `Cable from the Chinese Embassy in Cuba, '...'`,
`Report, Kovalev to Stalin`, `Letter from A to B`. What the title does not say, the addressee in
the opener and the signature in the closer may. Where a mission sits follows from its name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators import organisations, persons
from tei_cable.annotators.context import reference_date, sending_state
from tei_cable.annotators.lines import LETTERS, all_names
from tei_cable.annotators.missions import ministries, missions
from tei_cable.authority import shipped, words
from tei_cable.kinds import BYLINE, FLOATING_TEXT, ORGANISATION, PERSON, SALUTE, SIGNED
from tei_cable.metadata import Correspondence, Party
from tei_cable.model import Certainty, EntityKind, Mention

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.kinds import Kind
    from tei_cable.model import Entity

# (what a title says near its beginning, the type of the document)
_TYPES = (
    (
        re.compile(
            r"memorand(?:um|a) of (?:\w+ )*conversations?"
            r"|record of (?:\w+ )*(?:conversation|talk|meeting)",
            re.IGNORECASE,
        ),
        "memorandum",
    ),
    (re.compile(r"\bcable\b|cablegram", re.IGNORECASE), "cable"),
    (re.compile(r"telegram", re.IGNORECASE), "telegram"),
    (re.compile(r"\bletter\b", re.IGNORECASE), "letter"),
    (re.compile(r"\bminutes\b|stenographic", re.IGNORECASE), "minutes"),
    (re.compile(r"memorandum|\bnote\b", re.IGNORECASE), "memorandum"),
    (re.compile(r"\breport\b|\bsurvey\b", re.IGNORECASE), "report"),
)
_FROM = re.compile(
    r"^[\w ]*\b(?:cable|cablegram|telegram|letter|report|note|memorandum|message|dispatch|despatch"
    r"|airgram|savingram|telex|minute|submission)(?: (?:no\.? ?)?\d+)? (?:from|by) (?:the )?"
    r"(?P<names>.+)",
    re.IGNORECASE,
)
_COMMA = re.compile(r"^[\w ]+(?: No\. ?\w+)?, (?:the )?(?P<names>[A-ZÀ-Ž\[][^,]* [Tt]o .+)")
_NAMES_ONLY = re.compile(r"(?P<names>[A-ZÀ-Ž][^'‘“\"\[\]:;]*? to (?:the )?[A-ZÀ-Ž][^'‘“\":;]*)$")
_END = re.compile(
    r",? ['‘“\"].*|,? \((?!.*\) to ).*|, \d.*|,? (?:on|regarding|concerning|about) .*"
)
_TITLES = ("Mr ", "Mr. ", "Dr ", "Sir ", "Ambassador", "Minister", "Embassy", "Government")
_VIA = re.compile(r"\[(?:via|through|by way of) (?P<name>[^\[\]]+)\]")
_NO_DIVIDER = re.compile(
    r"\b(?:Ambassadors?|Envoy|Mission|Delegate|Representative|Minister|Commissioner|and|addressed)$"
)


def correspondence(cable: Cable) -> Correspondence:
    """Return what the document is and who wrote to whom; what nothing says is None."""
    title = cable.metadata.title.value if cable.metadata.title else ""
    sender, receiver, carrier = _parties(title)
    state = sending_state(cable)
    reference = reference_date(cable)
    year = reference.year if reference else None
    return Correspondence(
        _document_type(title),
        sender=_named(sender, state, year) if sender else _writer(cable, state),
        receiver=_named(receiver, state, year) if receiver else _written(cable, SALUTE, state),
        transmitter=_named(carrier, state, year) if carrier else None,
    )


def _document_type(title: str) -> str:
    """Return the type that the title names first; "document" where it names none."""
    head = _END.sub("", title)
    found = [(m.start(), n, type_) for n, (p, type_) in enumerate(_TYPES) if (m := p.search(head))]
    return min(found)[2] if found else "document"


def _parties(title: str) -> tuple[str, str, str]:
    """Return sender, receiver and who passed it on as the title names them, "" where it doesn't."""
    carrier = _VIA.search(title)
    via = carrier["name"] if carrier else ""
    title = " ".join(_VIA.sub("", title).split())
    match = _FROM.match(title) or _COMMA.match(title) or _names_only(title)
    if not match:
        return "", "", via
    names = _END.sub("", match["names"])
    for divider in reversed(list(re.finditer(r",? [tT]o (?:the )?", names))):
        if not _NO_DIVIDER.search(names[: divider.start()]):
            return names[: divider.start()], names[divider.end() :], via
    return names, "", via


def _names_only(title: str) -> re.Match[str] | None:
    """Match a title that is no more than who wrote to whom: `Novak to Department of Trade`.

    Before the first "to" must stand a person, a body or an office, and no other word.
    """
    match = _NAMES_ONLY.match(title)
    if not match or not all_names(match["names"]):
        return None
    sender, receiver = re.split(r",? to (?:the )?", match["names"], maxsplit=1)
    if sender.isalpha():
        return match if _may_be_party(sender) and _is_party(receiver) else None
    found = [*organisations.hits(sender), *persons.hits(sender)]
    return match if any(hit.start == 0 for hit in found) or sender.startswith(_TITLES) else None


def _is_party(phrase: str) -> bool:
    """Whether words name persons or a body: surnames alone, or with an office or a body's head."""
    tokens = LETTERS.findall(phrase)
    bodies = words("org-heads") | words("titles")
    offices = any(t in bodies or t.lower() in words("offices") for t in tokens)
    return offices or all(t == "and" or _may_be_party(t) for t in tokens)


def _may_be_party(word: str) -> bool:
    """Whether a single word may be a surname: no place, no kind of document, no common word."""
    place = shipped().named(word, EntityKind.PLACE)
    common = words("document-types") | words("function-words")
    return word[0].isupper() and place is None and word.lower() not in common


def _named(phrase: str, state: Entity | None, year: int | None) -> Party:
    """Say whom a title's words mean: the body or person whose name is most of them."""
    hits = [*organisations.hits(phrase, state), *persons.hits(phrase, year)]
    best = max(hits, key=lambda hit: hit.end - hit.start, default=None)
    entity = best.entity if best and 2 * (best.end - best.start) >= len(phrase) else None
    if entity and entity.kind is EntityKind.ORGANISATION and _names_office(phrase):
        entity = None
    seat, cert = _seat(phrase, state)
    return Party(phrase, entity, seat, cert)


def _names_office(phrase: str) -> bool:
    """Whether a phrase begins with an office: its holder is meant, not the body it belongs to."""
    first = phrase.split(" ", 1)[0].lower()
    return first in words("offices") or first == "head"


def _writer(cable: Cable, state: Entity | None) -> Party | None:
    """Return the party that the head of the text, or else its signature, names as the writer."""
    return _written(cable, BYLINE, state) or _written(cable, SIGNED, state)


def _written(cable: Cable, kind: Kind, state: Entity | None) -> Party | None:
    """Return the party that a part of the text, no letter within it, names first."""
    inner = [a.span for a in cable.annotations if a.kind is FLOATING_TEXT]
    places = [
        a.span
        for a in cable.annotations
        if a.kind is kind and not any(text.contains(a.span) for text in inner)
    ]
    for name in sorted(cable.annotations, key=lambda a: a.span):
        if name.kind not in (ORGANISATION, PERSON) or not isinstance(name.detail, Mention):
            continue
        if any(place.contains(name.span) for place in places):
            written = name.span.of(cable.text)
            seat, cert = _seat(written, state)
            if seat is None and kind is SALUTE and _is_ministry_of(name.detail.entity, state):
                seat = shipped().capitals.get(state.id) if state else None
            return Party(written, name.detail.entity, seat, cert)
    return None


def _is_ministry_of(entity: Entity, state: Entity | None) -> bool:
    return (
        state is not None
        and entity.kind is EntityKind.ORGANISATION
        and entity.id.startswith(f"{state.id}-")
    )


def _seat(phrase: str, state: Entity | None) -> tuple[Entity | None, Certainty]:
    """Return where a mission or a foreign ministry sits, by its own name."""
    capitals = shipped().capitals
    for mission in missions(phrase, state):
        if mission.host:
            return capitals.get(mission.host.id, mission.host), Certainty.HIGH
    for ministry in ministries(phrase):
        if ministry.owner:
            return capitals.get(ministry.owner.id), Certainty.MEDIUM
    return None, Certainty.MEDIUM
