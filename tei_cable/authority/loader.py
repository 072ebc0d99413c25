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
_PARTS = {f"{_TEI}{name}": name for name in ("forename", "surname", "roleName")}
_OCCUPATION = f"{_TEI}occupation"
_CERTS = {cert.value: cert for cert in Certainty}
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
        forms = entry.findall(f"{_TEI}orgName")
        names = [_text_of(name) for name in forms]
        country = entry.find(f"{_TEI}placeName/{_TEI}country")
        repository = Repository(
            names[0],
            _text_of(entry.find(f"{_TEI}placeName/{_TEI}settlement")),
            _text_of(country),
            country.get("key", "") if country is not None else "",
            frozenset(_text_of(name) for name in forms if name.get("cert") == "low"),
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
        entity: Entity | None = None
        for name in entry.iterchildren(tag):
            text, parts = _name(name)
            if entity is None:
                offices = tuple(_office(o) for o in entry.iterchildren(_OCCUPATION))
                type_ = entry.get("type", "")
                entity = Entity(entry.get(_ID, ""), kind, text, parts, type_, offices=offices)
            form = text if text.isascii() else text.translate(APOSTROPHES)
            yield Form(form, entity, name.get("type", ""), _CERTS[name.get("cert", "high")], parts)


def _office(element: etree._Element) -> Office:
    start, end = (int(year) if year else None for year in map(element.get, ("from", "to")))
    return Office(_fold(element.text or ""), start, end)


def _text_of(element: etree._Element | None) -> str:
    return "" if element is None else _fold("".join(map(str, element.itertext())))


def _name(element: etree._Element) -> tuple[str, tuple[NamePart, ...]]:
    """Return a name with its white space folded, and its forename and surname as spans of it."""
    if not len(element):
        return _fold(element.text or ""), ()
    whole = _fold("".join(map(str, element.itertext())))
    parts: list[NamePart] = []
    position = 0
    for child in element:
        written = _fold(child.text or "")
        start = whole.find(written, position)
        role = _PARTS.get(str(child.tag))
        if role and written and start >= 0:
            position = start + len(written)
            parts.append(NamePart(role, Span(start, position)))
    return whole, tuple(parts)


def _fold(text: str) -> str:
    return " ".join(text.split())


def _capitals(root: etree._Element) -> Iterator[tuple[str, str]]:
    for relation in root.iter(f"{_TEI}relation"):
        if relation.get("name") == "capital":
            yield relation.get("passive", "")[1:], relation.get("active", "")[1:]
