"""Who had a hand in a document, as its citation and its credits say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tei_cable.metadata import CitationRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.metadata import Citation, Field

_CREDITS = re.compile(r"made possible with support from (?:the )?(?P<names>.+?)\.?$")
_AND = re.compile(r" and the |(?<=Foundation) and |, (?:and )?the ")
_VERBS = re.compile(r",? and |, ")
_ROLES = {"translat": "translator", "edit": "editor"}
_NAMED = (
    CitationRole.TRANSLATOR,
    CitationRole.EDITOR,
    CitationRole.CONTRIBUTOR,
    CitationRole.BODY,
)


@dataclass(frozen=True, slots=True)
class Credited:
    """A person or body that a citation names for something done to the document.

    `roles` are those that TEI's `editor` has; `deeds` are all others, in the citation's words.
    """

    name: str
    roles: tuple[str, ...]
    deeds: tuple[str, ...]
    affiliation: str = ""
    body: bool = False


def credited(citation: Citation | None) -> tuple[Credited, ...]:
    """Return everyone whom the citation credits, each name once for the same deeds."""
    return tuple(dict.fromkeys(_credited(citation))) if citation else ()


def _credited(citation: Citation) -> Iterator[Credited]:
    parts = [part for credit in citation.all(CitationRole.CREDIT) for part in credit.parts]
    for number, part in enumerate(parts):
        if part.role not in _NAMED:
            continue
        after = parts[number + 1 : number + 2]
        belongs = [p.span.of(citation.text) for p in after if p.role is CitationRole.AFFILIATION]
        deeds = _VERBS.split(part.detail)
        body = part.role is CitationRole.BODY
        roles = () if body else tuple(r for d in deeds if (r := _role(d)))
        others = tuple(d for d in deeds if body or not _role(d))
        yield Credited(part.span.of(citation.text), roles, others, "".join(belongs), body)


def _role(deed: str) -> str:
    return next((role for stem, role in _ROLES.items() if deed.startswith(stem)), "")


def thanked(credits_: Field | None) -> tuple[str, ...]:
    """Return whom the page thanks for support."""
    match = _CREDITS.search(credits_.value) if credits_ else None
    return tuple(_AND.split(match["names"])) if match else ()
