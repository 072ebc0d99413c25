"""Pointers: each leads somewhere, to a thing of the right kind, by a prefix that is declared."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.validation.document import is_tei, name_of
from tei_cable.validation.problem import Edit, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml import etree

    from tei_cable.validation.document import Document

ATTRIBUTES = frozenset((
    "active", "ana", "copyOf", "corresp", "decls", "edRef", "exclude", "facs", "hand", "mutual",
    "new", "next", "passive", "prev", "ref", "rendition", "resp", "sameAs", "scheme", "select",
    "source", "spanTo", "synch", "target", "who", "wit",
))  # fmt: skip
# schemes that IANA has registered and editors use; anything else before a colon is a prefix
_SCHEMES = frozenset((
    "ark", "data", "doi", "file", "ftp", "geo", "git", "hdl", "http", "https", "info", "irc",
    "isbn", "issn", "mailto", "news", "nfs", "oid", "sftp", "ssh", "tag", "tel", "urn",
    "view-source", "ws", "wss",
))  # fmt: skip
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):(.*)", re.DOTALL)
_ENTRY_OF: Mapping[str, tuple[str, str]] = {
    "persName": ("person", "a person"),
    "placeName": ("place", "a place"),
    "orgName": ("org", "an organisation"),
}
_ALSO = {"persName": ("personGrp", "persona"), "placeName": (), "orgName": ()}
# what an attribute of an element points to, where only some elements will do
_TARGETS: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("catRef", "target"): ("category",),
    ("catRef", "scheme"): ("taxonomy",),
    ("classCode", "scheme"): ("taxonomy",),
    ("sp", "who"): ("person", "personGrp", "persona", "org", "role", "castItem", "persName"),
    ("relation", "active"): ("person", "personGrp", "place", "org", "event", "object"),
    ("relation", "passive"): ("person", "personGrp", "place", "org", "event", "object"),
    ("relation", "mutual"): ("person", "personGrp", "place", "org", "event", "object"),
}
_NOTES = ("note", "noteGrp")


def pointer_problems(document: Document) -> Iterator[Problem]:
    """Yield TC601 for what leads nowhere, TC602 to a wrong kind, TC603 by an unknown prefix.

    And TC604 for parts of one thing that do not point to each other.
    """
    prefixes = _prefixes(document)
    fine: set[tuple[object, ...]] = set()
    for name in sorted(ATTRIBUTES):
        for element in document.having[name]:
            value = str(element.get(name))
            known = (name, element.tag, value, element.get("type") if name == "target" else "")
            if known in fine:
                continue
            problems = list(_of(document, element, name, value, prefixes))
            yield from problems
            if not problems:
                fine.add(known)
    yield from _parts(document)


def _of(
    document: Document,
    element: etree._Element,
    name: str,
    value: str,
    prefixes: Mapping[str, list[re.Pattern[str] | None]],
) -> Iterator[Problem]:
    for pointer in value.split():
        if pointer.startswith("#"):
            yield from _local(document, element, name, pointer)
        elif ":" in pointer:
            yield from _prefixed(element, name, pointer, prefixes)


def _local(
    document: Document, element: etree._Element, name: str, pointer: str
) -> Iterator[Problem]:
    target = document.ids.get(pointer[1:])
    if target is None:
        message = (
            f'{name}="{pointer}" points to nothing: no element of this document has that xml:id.'
        )
        near = _nearest(pointer[1:], tuple(document.ids))
        yield Problem(element, message, code="TC601", fix=near)
        return
    own = name_of(element)
    if name == "ref" and own in _ENTRY_OF:
        kind, said = _ENTRY_OF[own]
        if not is_tei(target, kind, *_ALSO[own]):
            message = (
                f'ref="{pointer}" of {own} points to an element {name_of(target)},'
                f" not to the entry of {said}."
            )
            yield Problem(element, message, code="TC602", expected=(f"<{kind}>",))
        return
    kinds = _TARGETS.get((own, name), ())
    if (own, name, element.get("type")) == ("ref", "target", "noteAnchor"):
        kinds = _NOTES
    if kinds and not is_tei(target, *kinds):
        message = f'{name}="{pointer}" of {own} points to an element {name_of(target)}.'
        expected = tuple(f"<{kind}>" for kind in kinds)
        yield Problem(element, message, code="TC602", expected=expected)


def _prefixes(document: Document) -> dict[str, list[re.Pattern[str] | None]]:
    found: dict[str, list[re.Pattern[str] | None]] = {}
    for element in document.named("prefixDef"):
        found.setdefault(element.get("ident", ""), []).append(
            _compiled(element.get("matchPattern", ""))
        )
    return found


@cache
def _compiled(pattern: str) -> re.Pattern[str] | None:
    """Return a pattern of W3C Schema as one of Python; None where that can't be."""
    if "\\p{" in pattern or "\\P{" in pattern:
        return None
    try:
        return re.compile(pattern)
    except re.error:
        return None


def _prefixed(
    element: etree._Element,
    name: str,
    pointer: str,
    prefixes: Mapping[str, list[re.Pattern[str] | None]],
) -> Iterator[Problem]:
    match = _SCHEME.fullmatch(pointer)
    if match is None:
        return
    prefix, rest = match.groups()
    if prefix in prefixes:
        patterns = prefixes[prefix]
        if not any(pattern is None or pattern.fullmatch(rest) for pattern in patterns):
            expected = tuple(pattern.pattern for pattern in patterns if pattern)
            message = f'"{rest}" of {name}="{pointer}" is not what the prefix {prefix} allows.'
            yield Problem(element, message, code="TC603", expected=expected)
    elif prefix.lower() not in _SCHEMES:
        message = f'{name}="{pointer}" uses the prefix {prefix}, which no prefixDef declares.'
        fix = f"declare {prefix} in a prefixDef of the listPrefixDef, or write the whole address"
        yield Problem(element, message, code="TC603", expected=tuple(prefixes), fix=fix)


def _parts(document: Document) -> Iterator[Problem]:
    for name, other, said in (
        ("next", "prev", "does not point back with prev"),
        ("prev", "next", "does not point forward with next"),
    ):
        for element in document.having[name]:
            pointer = str(element.get(name))
            part = document.ids.get(pointer.removeprefix("#"))
            if part is None:
                continue
            own = element.get("{http://www.w3.org/XML/1998/namespace}id")
            if part.get(other) != f"#{own}":
                message = f'The part that {name}="{pointer}" points to {said}.'
                edits = (Edit(part, other, f"#{own}"),) if own and not part.get(other) else ()
                fix = f'give the part {other}="#{own}"' if edits else ""
                yield Problem(element, message, code="TC604", fix=fix, edits=edits)


@cache
def _nearest(name: str, ids: tuple[str, ...]) -> str:
    found = get_close_matches(name, ids, n=1)
    return f"perhaps #{found[0]} is meant" if found else ""
