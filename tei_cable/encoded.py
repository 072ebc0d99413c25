"""Encodings to be compared: a text and what is tagged in it, read from TEI or from JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import SourceError
from tei_cable.model import Span

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("person", "place", "org", "date")
_TEI = "{http://www.tei-c.org/ns/1.0}"
_NAMES = {
    f"{_TEI}persName": "person",
    f"{_TEI}placeName": "place",
    f"{_TEI}orgName": "org",
    f"{_TEI}date": "date",
}
_ROLE = f"{_TEI}roleName"
_BLOCKS = frozenset(
    f"{_TEI}{name}" for name in ("p", "head", "item", "salute", "signed", "dateline", "div", "l")
)
_DATING = ("when", "from", "to", "notBefore", "notAfter")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or date in a text: its extent, the least that must be tagged, what it says.

    An optional mention counts neither as missed nor as found.
    """

    kind: str
    span: Span
    core: Span
    cert: str = "high"
    value: tuple[tuple[str, str], ...] = ()
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text and what is tagged in it."""

    text: str
    mentions: tuple[Mention, ...]


def read_tei(data: bytes, name: str) -> Encoded:
    """Read the body of a TEI file; SourceError if it has none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(name, f"not well-formed: {error}", "a TEI file") from error
    body = root.find(f".//{_TEI}body")
    if body is None:
        raise SourceError(name, "there is no text/body", "a TEI file")
    reader = _BodyReader()
    reader.walk(body)
    return Encoded("".join(reader.pieces), tuple(reader.mentions))


class _BodyReader:
    """Gathers the text of a body and the extents of its names."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.mentions: list[Mention] = []
        self._length = 0

    def walk(self, element: etree._Element) -> None:
        start = self._length
        self._put(element.text)
        core = start
        for number, child in enumerate(element):
            self.walk(child)
            if number == 0 and child.tag == _ROLE and len(element) + len(child.tail or "") > 1:
                core = self._length
            self._put(child.tail)
        if str(element.tag) in _BLOCKS:
            self._put("\n")
        kind = _NAMES.get(str(element.tag))
        if kind and not element.get("prev"):
            span = Span(start, self._length)
            self.mentions.append(_mention(element, kind, span, Span(core, self._length)))

    def _put(self, text: str | None) -> None:
        if text:
            self.pieces.append(text)
            self._length += len(text)


def _mention(element: etree._Element, kind: str, span: Span, core: Span) -> Mention:
    value = tuple((key, element.get(key, "")) for key in _DATING if element.get(key))
    nested = any(str(parent.tag) in _NAMES for parent in element.iterancestors())
    return Mention(kind, span, core, element.get("cert", "high"), value, optional=nested)


def read_gold(file: Path) -> Encoded:
    """Read a gold encoding: TEI, or JSON whose offsets are into the .txt beside it."""
    try:
        if file.suffix != ".json":
            return read_tei(file.read_bytes(), str(file))
        gold = json.loads(file.read_text("utf-8"))
        text = file.with_suffix(".txt").read_bytes().decode("utf-8")
        start, end = gold["body"]
        inside = [a for a in gold["annotations"] if start <= a["start"] and a["end"] <= end]
        mentions = (_of_json(a, start) for a in inside if a["type"] in KINDS)
        return Encoded(text[start:end], tuple(mentions))
    except OSError as error:
        raise SourceError(str(file), error.strerror or "cannot be read") from error
    except (KeyError, ValueError, TypeError) as error:
        raise SourceError(str(file), f"no gold encoding: {error!r}") from error


def _of_json(made: dict[str, object], offset: int) -> Mention:
    span = Span(int(str(made["start"])) - offset, int(str(made["end"])) - offset)
    core, iso = made.get("core"), made.get("iso")
    inner = Span(core[0] - offset, core[1] - offset) if isinstance(core, list) else span
    value = tuple(sorted((k, str(v)) for k, v in iso.items())) if isinstance(iso, dict) else ()
    optional = any(made.get(name) for name in ("nested", "weak", "relative"))
    return Mention(str(made["type"]), span, inner, value=value, optional=optional)
