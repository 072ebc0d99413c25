"""Who obtained, translated or edited the document, as the end of a citation says it.

    credit := VERB (("," | "and") VERB)* aim* "by" names | aim with a verb | NOUN "by" name
            | "courtesy of" name
    aim    := ("for" | "to" | "from") the body or language named
    names  := name affiliation? ((";" | "," | "and") name affiliation?)*

A name that does not have the shape of a person's is taken only where it is an abbreviation or
has a word like Embassy or Archive in it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span
from tei_cable.readers.citation.names import BODY_WORD, person_at

if TYPE_CHECKING:
    from collections.abc import Iterator

_VERB = (
    r"(?:annotated|compiled|contributed|copied|declassified|digitized|donated|edited|introduced"
    r"|obtained|prepared|provided|selected|submitted|supplied|transcribed|translated"
    r"|transliterated)"
)
_NOUN = r"(?:translations?|transcriptions?|transliterations?)"
_BODY = r"[A-Z][\w&]*(?:[ /](?:of |the |and |for )*[A-Z][\w&]*)*"
_AIM = re.compile(rf" (?:(?:for|to) (?:the )?(?P<programme>{_BODY})|from (?:the )?[A-Z]\w+)")
_WHAT = re.compile(
    rf"(?P<verbs>{_VERB}(?:(?:,? and |, ){_VERB})*|{_NOUN})(?= by | for | to | from )"
    r"|(?P<courtesy>(?:\w+ )?(?:\w+ )?courtesy of) (?:the )?",
    re.IGNORECASE,
)
_BY = re.compile(r" by (?:the )?")
_ORGANISATION = re.compile(
    rf"[A-Z]{{2,}}(?=[,.;)]|$)|(?:[^\W\da-z_][\w'’-]* (?:of |the |for )*){{0,5}}{BODY_WORD}"
    r"\w*(?: (?:of|in|for|at|the)(?= )|(?: [^\W\da-z_][\w'’-]*))*"
)
_IN_BRACKETS = re.compile(r" \((?P<body>[^()]+)\)")
_AFTER_COMMA = re.compile(rf", (?P<body>(?:[^\W\da-z_][\w'’-]* ){{0,5}}{BODY_WORD}[^,.;()]*)")
_BETWEEN = re.compile(r"(?:, and |, | and )(?:the )?")
_NEXT_CREDIT = re.compile(rf",? ?(?:and )?{_VERB}\b", re.IGNORECASE)


def read_credit(text: str, at: int) -> CitationPart | None:
    """Return the credit that begins at an offset; its detail is what was done."""
    what = _WHAT.match(text, at)
    if not what:
        return None
    done = (what["verbs"] or what["courtesy"]).lower()
    parts: list[CitationPart] = []
    position = what.end()
    while aim := _AIM.match(text, position):
        if aim["programme"]:
            span = Span(*aim.span("programme"))
            parts.append(CitationPart(span, CitationRole.PROGRAMME))
        position = aim.end()
    by = _BY.match(text, position)
    if by or what["courtesy"]:
        parts.extend(_names(text, by.end() if by else position, done))
    if not parts:
        return None
    end = parts[-1].span.end
    end += text[end : end + 1] == ")"
    if by and (aim := _AIM.match(text, end)) and aim["programme"]:
        parts.append(CitationPart(Span(*aim.span("programme")), CitationRole.PROGRAMME))
        end = aim.end()
    return CitationPart(Span(at, end), CitationRole.CREDIT, done, parts=tuple(parts))


def _names(text: str, at: int, done: str) -> Iterator[CitationPart]:
    """Yield each name, and the affiliation that stands with it."""
    role = _role(done)
    while end := person_at(text, at) or _body_end(text, at):
        is_person = person_at(text, at) == end
        yield CitationPart(Span(at, end), role if is_person else CitationRole.BODY, done)
        position = end
        if body := _IN_BRACKETS.match(text, end) or _AFTER_COMMA.match(text, end):
            yield CitationPart(Span(*body.span("body")), CitationRole.AFFILIATION)
            position = body.end()
        between = _BETWEEN.match(text, position)
        if not between or _NEXT_CREDIT.match(text, position):
            return
        at = between.end()


def _body_end(text: str, at: int) -> int | None:
    body = _ORGANISATION.match(text, at)
    return body.end() if body else None


def _role(done: str) -> CitationRole:
    if "translat" in done:
        return CitationRole.TRANSLATOR
    return CitationRole.EDITOR if "edited" in done else CitationRole.CONTRIBUTOR
