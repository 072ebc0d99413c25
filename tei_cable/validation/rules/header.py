"""The header: its dates agree, its correspondence is whole, its changes and digest are in order."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from tei_cable.validation.document import children, is_tei, text_of
from tei_cable.validation.problem import XML, Problem
from tei_cable.validation.rules.periods import period_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from tei_cable.validation.document import Document
    from tei_cable.validation.rules.periods import Period

_LANGUAGE = f"{{{XML}}}lang"
_DESCRIBED = ("biblStruct", "biblFull", "listBibl", "msDesc", "ref", "ptr")
_DIGITS = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}


def header_problems(document: Document) -> Iterator[Problem]:
    """Yield TC609 for dates that exclude each other, TC610 for correspondence that is not whole.

    And TC615 for what is no digest, TC616 for changes that are not the newest first, TC623 for
    main titles after the first, TC624 for a related item that is named twice or not at all.
    """
    for statement in document.named("titleStmt"):
        yield from _titles(statement)
    for element in document.named("relatedItem"):
        yield from _related(element)
    created = [d for c in document.named("creation") for d in children(c, "date")]
    for description in document.named("correspDesc"):
        yield from _correspondence(description)
        yield from _dates(description, created)
    for element in document.named("idno"):
        yield from _digest(element)
    for element in document.named("revisionDesc"):
        yield from _changes(element)


def _titles(statement: etree._Element) -> Iterator[Problem]:
    main = (title for title in children(statement, "title") if title.get("type") == "main")
    languages = [title.get(_LANGUAGE) for title in main]
    if len(languages) > len(set(languages)):
        message = "titleStmt has more than one title of the type main."
        fix = "keep one, and give the others another type, such as sub or alt"
        yield Problem(statement, message, code="TC623", fix=fix)


def _related(element: etree._Element) -> Iterator[Problem]:
    if bool(element.get("target")) == bool([*children(element, "bibl", *_DESCRIBED)]):
        message = "relatedItem needs either target or a bibl in it."
        yield Problem(element, message, code="TC624", fix="point to the item, or describe it here")


def _correspondence(description: etree._Element) -> Iterator[Problem]:
    sent = [a for a in children(description, "correspAction") if a.get("type") == "sent"]
    for action in sent[1:]:
        message = "A letter is sent once: correspDesc has more than one correspAction of type sent."
        yield Problem(action, message, code="TC610", fix="use the type transmitted or redirected")
    if not sent and next(children(description, "correspAction"), None) is not None:
        message = "This correspDesc has no correspAction of type sent."
        fix = "say who sent the letter, from where or when"
        yield Problem(description, message, code="TC610", fix=fix)
    for action in children(description, "correspAction"):
        dated = any(period_of(date) for date in children(action, "date"))
        if not dated and not text_of(action):
            yield Problem(action, "This correspAction names nobody, no place and no date.", "TC610")


def _dates(description: etree._Element, created: list[etree._Element]) -> Iterator[Problem]:
    sent, received = _dated(description, "sent"), _dated(description, "received")
    written = [(date, found) for date in created if (found := period_of(date))]
    for date, when in sent:
        if written and not any(when.meets(other) for _, other in written):
            message = "The document was sent on another date than creation says it was written."
            yield Problem(date, message, code="TC609")
    if not sent:
        return
    for date, when in received:
        first = sent[0][1].first
        if first and when.last and when.last < first:
            yield Problem(date, "The document was received before it was sent.", code="TC609")


def _dated(description: etree._Element, kind: str) -> list[tuple[etree._Element, Period]]:
    actions = [a for a in children(description, "correspAction") if a.get("type") == kind]
    dates = [date for action in actions for date in children(action, "date")]
    return [(date, found) for date in dates if (found := period_of(date))]


def _digest(element: etree._Element) -> Iterator[Problem]:
    kind = (element.get("type") or "").lower().replace("-", "")
    length = _DIGITS.get(kind)
    if length and not re.fullmatch(rf"[0-9a-f]{{{length}}}", text_of(element)):
        expected = (f"{length} hexadecimal digits in small letters",)
        yield Problem(element, f"This is no {kind} digest.", code="TC615", expected=expected)


def _changes(element: etree._Element) -> Iterator[Problem]:
    changes = [c for c in element.iter("{*}change") if is_tei(c, "change")]
    dated = [(change, found) for change in changes if (found := period_of(change))]
    for (_, before), (change, after) in pairwise(dated):
        if before.last and after.first and after.first > before.last:
            message = "This change is newer than the one above it: the newest comes first."
            yield Problem(change, message, code="TC616", fix="put it further up")
