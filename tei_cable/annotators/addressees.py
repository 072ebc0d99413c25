"""Lines that say from whom and to whom a document goes: labels of a memorandum, names, greetings.

`To: X`, `FM X`, `INFO X`, `Foreign Ministry,`, `To Comrade X`, `Dear Comrade X,`, `Excellency,`.
"""

from __future__ import annotations

import re

from tei_cable.annotators import persons
from tei_cable.annotators.lines import LETTERS, all_names, bare, count, ends_sentence
from tei_cable.annotators.marks import Role
from tei_cable.authority import in_use, words
from tei_cable.model import EntityKind

_LABELS = (  # (role, the labels of a memorandum that stand before a colon)
    (Role.BYLINE, r"from|fm|sender|sent by|author|sgd|prepared by|reported by"),
    (
        Role.ADDRESSEE,
        (
            r"to|sent to|addressee|info|rpt info|cc|copy to|copies to|through|thru|via|attention"
            r"|attn|for|for the attention of|recipient|distribution"
        ),
    ),
    (Role.SUBJECT, r"subject|subj|sub|re|concerning|regarding|in re|betr"),
    (
        Role.REFERENCE,
        (
            r"refs?|reference|references|reftels?|tags|e\.?o\.? ?\d*|our ref|your ref|in reply to"
            r"|in reply refer to|file|file no\.?"
        ),
    ),
    (Role.DATELINE, r"date|dated|place|place and date"),
    (Role.MARK, r"classification|precedence|security"),
)
_LABEL = tuple(
    (role, re.compile(rf"(?:{labels})(?:\.?:[-–—]?|(?=$))(?=\s|$)", re.IGNORECASE))
    for role, labels in _LABELS
)
_TELEGRAPH = (
    (Role.BYLINE, re.compile(r"(?:FM|FROM) (?=[A-Z])")),
    (Role.ADDRESSEE, re.compile(r"(?:TO|INFO|RU[A-Z]{3,6}/?|ZEN/?) (?=[A-Z])")),
    (Role.REFERENCE, re.compile(r"(?:TAGS|REF|E\.O\.)[: ]")),
)
_DTG = re.compile(r"(?:[OPRZY] )*(?:[OPRZY] ?)?\d{6}Z(?: [A-Z]{3} \d\d)?")
_TO = re.compile(
    r"(?:[Tt]o|TO)(?::| (?:the (?=[\w()/]*[A-ZÀ-Ž])|THE |comrades? |cdes?\. |all (?=[A-Z])"
    r"|(?=[A-ZÀ-Ž])|whom it may concern))"
)
_DEAR = re.compile(r"(?:My |MY )?(?:[Vv]ery |[Mm]ost |[Hh]ighly |[Dd]eeply )?(?:[Dd]ear|DEAR)\b")
_RESPECTED = re.compile(
    r"(?:(?:Very|Most|Highly|Deeply|Much) )?(?:Esteemed|Respected|Honou?red|Beloved|Revered)\b"
)
_GREETED = re.compile(
    r"(?:Your )?(?:Royal )?(?:Excellenc(?:y|ies)|Highness|Majesty|Eminence|Holiness|Honou?r)"
    r"|(?:Dear )?(?:Sirs?|Madam|Mesdames|Gentlemen|Friends|Comrades|Colleagues)(?: and \w+)?",
    re.IGNORECASE,
)
_GREETING_STOP = re.compile(r"[,!:](?: ?[-–—])?$")
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Cde|Com|Comr)\.? (?:[Tt]he )?\w+|Comrades? \w+|(?:M|Monsieur|Señor|Herr)\.? \w+"
)
_LONGEST = 12
_LONGEST_LABELLED = 40
_LONGEST_GREETING = 9


def label(line: str) -> tuple[Role, bool] | None:
    """Return what a labelled line says, and whether the label stands alone, its words below.

    None if the line has no label of a memorandum or a telegram.
    """
    text = bare(line).text
    if _DTG.fullmatch(text):
        return Role.DATELINE, False
    for role, pattern in _LABEL:
        match = pattern.match(text)
        if match and count(text) <= _LONGEST_LABELLED:
            alone = match.end() == len(text)
            written = ":" in match.group() or (text.isupper() or text.istitle())
            return (role, alone) if written and (not alone or _is_label(text)) else None
    if text.isupper() and count(text) <= _LONGEST and not ends_sentence(text):
        for role, pattern in _TELEGRAPH:
            if pattern.match(text):
                return role, False
    return None


def _is_label(text: str) -> bool:
    """Whether a label alone in its line can be one: small words (`for`) need their colon."""
    return text.endswith(":") or len(text) > len("from")


def addresses(line: str) -> bool:
    """Whether a line names an addressee: it is short, and begins or ends as one does."""
    text = bare(line).text
    tokens = LETTERS.findall(text)
    if not tokens or len(tokens) > _LONGEST:
        return False
    if re.fullmatch(r"To(?: the)?:?", text):  # the name stands below
        return True
    if ends_sentence(text) and not re.match(r"To (?:all|the|Comrades?) ", text):
        return False
    if _TO.match(text):
        return text[2:3] == ":" or _names(text[3:]) or _is_name(tokens[1:])
    ends = text.endswith((",", ":"))
    bodies = words("org-heads") | words("titles")
    return ends and all_names(text) and (not bodies.isdisjoint(tokens) or _is_body(text))


def _is_body(text: str) -> bool:
    """Whether a line is the name of a body that is known: `CC CPSU:`."""
    return in_use().named(text.rstrip(",: "), EntityKind.ORGANISATION) is not None


def _is_name(tokens: list[str]) -> bool:
    """Whether a few words may be a name: each has a capital, and none is an ordinary word."""
    few = 0 < len(tokens) <= 3
    return few and not any(t[0].islower() or t.lower() in words("function-words") for t in tokens)


def _names(text: str) -> bool:
    """Whether the words of an addressee have a person, a body or an office among them."""
    tokens = set(LETTERS.findall(text))
    bodies = words("org-heads") | words("titles") | {t.upper() for t in words("org-heads")}
    if not bodies.isdisjoint(tokens) or any(
        t.lower().removesuffix("s") in words("offices") for t in tokens
    ):
        return True
    known = next(in_use().find(text, EntityKind.ORGANISATION), None)
    return known is not None or "whom" in tokens or bool(persons.hits_in_phrase(text))


def greets(line: str) -> bool:
    """Whether a line is a salutation: `Dear Comrade X,`, `Mr. President,`, `Excellency!`."""
    text = bare(line).text
    if not 0 < count(text) <= _LONGEST_GREETING:
        return False
    stop = _GREETING_STOP.search(text)
    if _DEAR.match(text) or _RESPECTED.match(text):
        return stop is not None or (all_names(text) and not ends_sentence(text))
    if not stop:
        return False
    called = text[: stop.start()]
    if _GREETED.fullmatch(called):
        return True
    return stop.group()[0] != ":" and all_names(called) and _TITLED.match(called) is not None


def continues(line: str) -> bool:
    """Whether a line right below an addressee may go on with it: part of a name, or a place."""
    text = bare(line).text
    short = 0 < count(text) <= _LONGEST and not ends_sentence(text)
    return short and all_names(text) and not re.match(r"\(?\w{1,3}[.)．]", text)
