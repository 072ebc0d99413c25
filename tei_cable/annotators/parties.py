"""From whom to whom, as bare titles say it: `Harland to Department of Grain`.

title := [KIND [NUMBER] [","]] ["from"] SENDER ["," ] "to" RECEIVER ["by" SENDER]
| KIND "by" SENDER ["to"|"for" RECEIVER]
"""

from __future__ import annotations

import re

_KIND = re.compile(
    r"""(?:(?:joint|draft|secret|outward|inward|circular|cabinet|exchange[ ]of)\s)?
    (?:c?able(?:gram)?|telegram|telex|letter|memorandum|minute|note|submission|message|despatch
    |dispatch|report|paper|brief|statement|aide[ -]memoire|communication|savingram|notes|cabinet
    submission)s?\b(?:\ (?:no\.?\ )?\d+)?,?\s""",
    re.IGNORECASE | re.VERBOSE,
)
_FROM = re.compile(r"from (?:the )?", re.IGNORECASE)
_BY = re.compile(r"\s+by (?:the )?", re.IGNORECASE)
_TO = re.compile(r",?\s+to (?:the )?|^to (?:the )?", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:to|for) (?:the )?", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:ambassador|minister|commissioner|representative|delegate|envoy|mission|adviser"
    r"|delegation|consul|charg[eé] d['’]affaires|secretary|legation|counsellor)s?$",
    re.IGNORECASE,
)
_PRECEDENCE = re.compile(
    r"(?:\s+(?:niact|immediate|priority|routine|flash|emergency))*(?:\s+\d+)?$", re.IGNORECASE
)
_NAME = re.compile(r"[A-ZÀ-Ž]")
_SENTENCE = re.compile(r"(?<!\w)['‘]|[“\"?!]|\.\s+[a-z]")
# what goes to somebody without writing to him
_NO_PARTY = re.compile(
    r"(?:visit|travel|trip|speech|address|reply|response|proposal|request|appeal|invitation|aid"
    r"|assistance|attitude|approach|remarks?|relief|shipment|airlift|supply|return|transfer"
    r"|exports?|loan|introduction|reaction|access|opposition|threat|guide|key|on|about|of|re)\b",
    re.IGNORECASE,
)


def addressed(title: str) -> tuple[str, str]:
    """Return sender and receiver of a title that is nothing but their names, "" for neither."""
    kind = _KIND.match(title)
    rest = title[kind.end() :] if kind else title
    if begins := _FROM.match(rest):
        rest = rest[begins.end() :]
    if _SENTENCE.search(rest) or _NO_PARTY.match(rest):
        return "", ""
    if kind and (by := re.match(r"by (?:the )?", rest, re.IGNORECASE)):
        return _parted(rest[by.end() :], _FOR)
    sender, receiver = _divided(rest)
    if kind and receiver and (by := _BY.search(receiver)):
        sender, receiver = sender or receiver[by.end() :], receiver[: by.start()]
    sender = sender if _NAME.match(sender) else ""
    receiver = receiver if _NAME.match(receiver) else ""
    return (sender, receiver) if kind or (sender and receiver) else ("", "")


def routed(words: str) -> str:
    """Return a telegram's party without its precedence and number: `SecState WashDC`."""
    return _PRECEDENCE.sub("", words)


def _parted(words: str, divider: re.Pattern[str]) -> tuple[str, str]:
    match = divider.search(words)
    return (words[: match.start()], words[match.end() :]) if match else (words, "")


def _divided(words: str) -> tuple[str, str]:
    """Divide at the first `to` that does not belong to an office (`Minister to the U.S.A.`)."""
    for match in _TO.finditer(words):
        comma = match.group().startswith(",")
        if match.start() == 0 or comma or not _OFFICE.search(words[: match.start()]):
            return words[: match.start()], words[match.end() :]
    return ("", "") if not _TO.search(words) else (words, "")
