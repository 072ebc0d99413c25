"""Authority files and word lists, read from the package once."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.authority.index import APOSTROPHES, Authority, Form
from tei_cable.errors import ConfigError
from tei_cable.metadata import Repository
from tei_cable.model import Certainty, Entity, EntityKind, NamePart, Office, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ENTRIES = {
    f"{_TEI}person": (EntityKind.PERSON, f"{_TEI}persName"),
    f"{_TEI}place": (EntityKind.PLACE, f"{_TEI}placeName"),
    f"{_TEI}org": (EntityKind.ORGANISATION, f"{_TEI}orgName"),
}
_REPOSITORIES = "repositories.xml"
_FILES = ("persons.xml", "places.xml", "organisations.xml")


@cache
def shipped() -> Authority:
    """Return the authority that comes with the package."""
    forms: list[Form] = []
    capitals: dict[str, str] = {}
    for name in _FILES:
        root = _parse((resources.files("tei_cable.authority") / name).read_bytes(), name)
        forms.extend(_forms(root))
        capitals.update(_capitals(root))
    entities = {form.entity.id: form.entity for form in forms}
    return Authority(tuple(forms), {state: entities[city] for state, city in capitals.items()})


@cache
def repositories() -> dict[str, Repository]:
    """Return the archives of the package by every name that citations give them."""
    root = _parse(
        (resources.files("tei_cable.authority") / _REPOSITORIES).read_bytes(), _REPOSITORIES
    )
    found: dict[str, Repository] = {}
    for entry in root.iter(f"{_TEI}org"):
        names = [_text(name) for name in entry.findall(f"{_TEI}orgName")]
        country = entry.find(f"{_TEI}placeName/{_TEI}country")
        repository = Repository(
            names[0],
            _text_of(entry.find(f"{_TEI}placeName/{_TEI}settlement")),
            _text_of(country),
            country.get("key", "") if country is not None else "",
        )
        found.update(dict.fromkeys(names, repository))
    return found


@cache
def words(name: str) -> frozenset[str]:
    """Return a word list of the package: one entry a line, `#` begins a comment."""
    file = resources.files("tei_cable.authority") / "words" / f"{name}.txt"
    lines = (line.partition("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


def _parse(data: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"{name}: not well-formed: {error}") from error


def _forms(root: etree._Element) -> Iterator[Form]:
    for entry in root.iter(*_ENTRIES):
        kind, tag = _ENTRIES[str(entry.tag)]
        names = [(_text(name), name) for name in entry.findall(tag)]
        if not names:
            continue
        preferred = Entity(
            id=entry.get(_ID, ""),
            kind=kind,
            name=names[0][0],
            parts=_parts(names[0][1]),
            type=entry.get("type", ""),
            offices=tuple(_office(o) for o in entry.findall(f"{_TEI}occupation")),
        )
        for text, name in names:
            cert = Certainty(name.get("cert", "high"))
            yield Form(
                text.translate(APOSTROPHES), preferred, name.get("type", ""), cert, _parts(name)
            )


def _office(element: etree._Element) -> Office:
    start, end = element.get("from"), element.get("to")
    return Office(_text(element), int(start) if start else None, int(end) if end else None)


def _text(element: etree._Element) -> str:
    return " ".join("".join(str(piece) for piece in element.itertext()).split())


def _text_of(element: etree._Element | None) -> str:
    return "" if element is None else _text(element)


def _parts(name: etree._Element) -> tuple[NamePart, ...]:
    """Return the forename and surname of a name, as spans into its folded text."""
    parts: list[NamePart] = []
    whole, position = _text(name), 0
    for child in name:
        words_ = _text(child)
        start = whole.find(words_, position)
        if start >= 0 and words_:
            position = start + len(words_)
            role = etree.QName(child).localname
            parts.append(NamePart(role, Span(start, position)))
    return tuple(part for part in parts if part.role in ("forename", "surname", "roleName"))


def _capitals(root: etree._Element) -> Iterator[tuple[str, str]]:
    for relation in root.iter(f"{_TEI}relation"):
        if relation.get("name") == "capital":
            yield relation.get("passive", "")[1:], relation.get("active", "")[1:]
