"""From whom to whom a document went, as its title says.

    title := KIND number? ("from" | "of") SENDER "to" RECEIVERS | KIND "," SENDER "to" RECEIVERS
           | KIND "from" SENDER | KIND "to" RECEIVERS ("from" SENDER)? | KIND "by" SENDER
           | "From the diary of" AUTHOR | AUTHOR "'s" ("recollections" | "notes" | ...)
           and anywhere "[via" CARRIER "]"

A title of a conversation names those who spoke: they are nobody's sender and receiver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_KIND = (
    r"(?:aide[- ]m[eé]moire|airgram|cable|cablegram|ciphergram|circular|despatch|dispatch"
    r"|instructions?|letter|memorandum|message|minute|note(?: verbale)?|paper|report|submission"
    r"|telegram|telex)"
)
_NUMBER = r"(?:,? (?:no\.? ?)?\d[\w./-]*)?"
_LED = rf"^(?:[\w’'-]+ )*?{_KIND}{_NUMBER},?"
_FROM = re.compile(rf"{_LED} from (?:the )?(?P<names>.+)", re.IGNORECASE)
_OF = re.compile(
    r"^(?:[\w’'-]+ )*?(?:cable|letter|message|telegram) of (?:the )?(?P<names>.+ to .+)",
    re.IGNORECASE,
)
_COMMA = re.compile(
    rf"^[\w ]*\b(?i:{_KIND}){_NUMBER}, (?:the )?(?P<names>[A-ZÀ-Ž\[][^,]*(?:, [^,]+,)? (?i:to) .+)"
)
_AFTER = re.compile(
    rf"^(?:the )?(?P<sender>[^,]+), (?:[\w]+ ){{0,2}}{_KIND} to (?:the )?(?P<receiver>.+)$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"{_LED} to (?:the )?(?P<receiver>.+?)(?:,? from (?:the )?(?P<sender>.+))?$", re.IGNORECASE
)
_BY = re.compile(
    rf"{_LED} (?:prepared |written )?by (?:the )?(?P<sender>.+?)"
    r"(?: to (?:the )?(?P<receiver>.+))?$",
    re.IGNORECASE,
)
_DIARY = re.compile(
    r"(?:from )?(?:the )?(?:diary|journal)(?: entry)? (?:of|by) (?:the )?(?P<author>[^,:;]+)",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"(?i:from )?(?i:the )?(?P<author>[A-ZÀ-Ž][^,:;'’‘“\"()\[\]]*)(?:['’]s|(?<=s)['’])"
    r" (?:[a-z-]+ ){0,2}(?i:recollections?|reminiscences|memoirs?|diary|diaries|journal|notes?"
    r"|impressions)\b"
)
_VIA = re.compile(r"\[(?:via|through|by way of) (?P<name>[^\[\]]+)\]")
_CONVERSATION = re.compile(
    r"\b(?:conversations?|talks?|meetings?|discussions?)\b (?:with|between|of)\b", re.IGNORECASE
)
_DIVIDER = re.compile(r",? to (?:the )?", re.IGNORECASE)
_NEVER = re.compile(r"\b(?:Ambassadors?|Delegate|Envoy|Mission|Representative)$")
_SELDOM = re.compile(r"\b(?:Advis[eo]r|Assistant|Counsel|Minister|Secretary)$")  # to whom they are
_AND_TO = re.compile(r",? and to (?:the )?", re.IGNORECASE)
_NAME = re.compile(r"[A-ZÀ-Ž\[]")
# what of a title is no part of a name: a sub-title, a remark in brackets, a date, a subject
_END = re.compile(
    r",? ['‘“\"].*"
    r"|,? \((?:\d.*|drafts?\b.*|excerpts?\b.*|fragments?\b.*|no\..*|parts? .*|summary\b.*)\)?$"
    r"|,? (?:on )?\d{1,2} [A-Z][a-z]+ \d{4}.*|, (?:[A-Z][a-z]+ )?\d.*|, No\.? ?\d.*"
    r"|, (?:top secret|secret|urgent)\b.*",
    re.IGNORECASE,
)
_SUBJECT = re.compile(r",? (?:on|regarding|concerning|about) .*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Route:
    """The words of a title that name the parties; "" or () where it names none."""

    sender: str = ""
    receivers: tuple[str, ...] = ()
    carrier: str = ""
    author: str = ""


def without_remarks(title: str) -> str:
    """Return a title without its sub-title, its date and what is said of it in brackets."""
    return _END.sub("", title)


def head_of(title: str) -> str:
    """Return a title without all these and without its subject."""
    return _SUBJECT.sub("", without_remarks(title))


def route(title: str) -> Route:
    """Return whom a title names as sender, receivers, carrier and author."""
    carrier = _VIA.search(title)
    via = carrier["name"] if carrier else ""
    title = " ".join(_VIA.sub("", title).split())
    if diary := _DIARY.match(title) or _OWN.match(title):
        return Route(author=diary["author"], carrier=via)
    if match := _FROM.match(title) or _COMMA.match(title) or _OF.match(title):
        names = head_of(match["names"])
        if not _DIVIDER.search(names) and _DIVIDER.search(without_remarks(match["names"])):
            names = without_remarks(match["names"])  # `the Task Force on Rice to ...`
        return _between(names, via)
    head = head_of(title)
    match = _TO.match(head) or _BY.match(head) or _AFTER.match(head)
    if not match or _CONVERSATION.search(head):
        return Route(carrier=via)
    sender, receiver = (match[name] or "" for name in ("sender", "receiver"))
    sender = sender if _NAME.match(sender) else ""
    return Route(sender, several(receiver) if _NAME.match(receiver) else (), via)


def _between(names: str, carrier: str) -> Route:
    """Divide `A to B` at the last `to` that belongs to no office and begins no second receiver."""
    others = [m.start() + len(m.group()) for m in _AND_TO.finditer(names)]
    found = [
        (bool(_SELDOM.search(names[: m.start()])), -m.start(), m)
        for m in _DIVIDER.finditer(names)
        if m.end() not in others and not _NEVER.search(names[: m.start()])
    ]
    if not found:
        return Route(names, (), carrier)
    divider = min(found)[2]
    return Route(names[: divider.start()], several(names[divider.end() :]), carrier)


def several(names: str) -> tuple[str, ...]:
    """Return the receivers that `and to` parts."""
    return tuple(name for name in _AND_TO.split(names) if name)
