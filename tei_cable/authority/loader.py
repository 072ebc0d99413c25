"""Authority files and word lists, read from the package once."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.authority.index import APOSTROPHES, Authority, Form, rows_of
from tei_cable.errors import ConfigError
from tei_cable.metadata import Repository
from tei_cable.model import Certainty, Entity, EntityKind, NamePart, Office, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from importlib.resources.abc import Traversable

    from lxml import etree

_TEI = "{http://www.tei-c.org/ns/1.0}"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_ENTRIES = {
    f"{_TEI}person": (EntityKind.PERSON, f"{_TEI}persName"),
    f"{_TEI}place": (EntityKind.PLACE, f"{_TEI}placeName"),
    f"{_TEI}org": (EntityKind.ORGANISATION, f"{_TEI}orgName"),
}
_PARTS = {f"{_TEI}{name}": name for name in ("forename", "surname", "roleName")}
_OCCUPATION = f"{_TEI}occupation"
_EXISTENCE = f"{_TEI}state"  # of a body: the years from which and to which there was one
_CERTS = {cert.value: cert for cert in Certainty}
_REPOSITORIES = "repositories.xml"
_FILES = ("persons.xml", "places.xml", "organisations.xml")
_INDEX = "index.json"
_IN_USE: ContextVar[Authority | None] = ContextVar("authority", default=None)


@cache
def shipped() -> Authority:
    """Return the authority that comes with the package: compiled, or from its files if edited."""
    sources = [_file(name).read_bytes() for name in _FILES]
    index = _file(_INDEX)
    if index.is_file():
        compiled = json.loads(index.read_bytes())
        if compiled["sources"] == digest(sources):
            return Authority.of_rows(compiled["entities"], compiled["tables"], compiled["capitals"])
    forms, capitals = _read(zip(_FILES, sources, strict=True))
    entities, tables = rows_of(forms)
    return Authority.of_rows(entities, tables, capitals)


def compiled() -> bytes:
    """Compile the package's authority files to its index."""
    sources = [_file(name).read_bytes() for name in _FILES]
    forms, capitals = _read(zip(_FILES, sources, strict=True))
    entities, tables = rows_of(forms)
    index = {
        "sources": digest(sources),
        "entities": entities,
        "tables": tables,
        "capitals": capitals,
    }
    text = json.dumps(index, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return (text + "\n").encode()


def digest(sources: Iterable[bytes]) -> str:
    """Return the SHA-256 of files' bytes, in order."""
    whole = hashlib.sha256()
    for data in sources:
        whole.update(data)
    return whole.hexdigest()


def layered(layers: Sequence[tuple[str, bytes]]) -> Authority:
    """Return the shipped authority with other files over it, the last one on top.

    A layer is a file's name and bytes. An entry of a layer takes the place of one with the same
    id below it, and its names are nobody else's of that kind any more. ConfigError if a file is
    not well-formed, has no entry, or an entry without id or name.
    """
    below = shipped()
    forms, capitals = list(below.forms), {s: c.id for s, c in below.capitals.items()}
    for name, data in layers:
        over, more = _read([(name, data)])
        if not over:
            raise ConfigError(f"{name}: no person, place or org with a name")
        ids = {form.entity.id for form in over}
        taken = {(f.text, f.entity.kind) for f in over if f.cert is not Certainty.LOW}
        kept = [f for f in forms if f.entity.id not in ids and (f.text, f.entity.kind) not in taken]
        forms = [*kept, *over]
        capitals |= more
    entities, tables = rows_of(forms)
    known = {row[0] for row in entities}
    capitals = {state: city for state, city in capitals.items() if city in known}
    return Authority.of_rows(entities, tables, capitals)


@lru_cache(maxsize=4)
def layered_files(files: tuple[str, ...]) -> Authority:
    """Return the shipped authority with these files over it; ConfigError if one can't be used."""
    if not files:
        return shipped()
    try:
        return layered([(file, Path(file).read_bytes()) for file in files])
    except OSError as error:
        raise ConfigError(f"{error.filename}: {error.strerror}") from error


def forms_of(data: bytes, name: str) -> Iterator[Form]:
    """Yield the names of an authority file; ConfigError if it cannot be read."""
    return _forms(_parse(data, name), name)


def in_use() -> Authority:
    """Return the authority in use: the shipped one, unless `using` says otherwise."""
    return _IN_USE.get() or shipped()


@contextmanager
def using(authority: Authority) -> Iterator[None]:
    """Use another authority than the shipped one for a while."""
    token = _IN_USE.set(authority)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def _read(files: Iterable[tuple[str, bytes]]) -> tuple[list[Form], dict[str, str]]:
    forms: list[Form] = []
    capitals: dict[str, str] = {}
    for name, data in files:
        root = _parse(data, name)
        forms.extend(_forms(root, name))
        capitals.update(_capitals(root))
    return forms, capitals


def _file(name: str) -> Traversable:
    return resources.files("tei_cable.authority") / name


@cache
def repositories() -> dict[str, Repository]:
    """Return the archives of the package by every name that citations give them."""
    root = _parse(_file(_REPOSITORIES).read_bytes(), _REPOSITORIES)
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
    file = _file("words") / f"{name}.txt"
    lines = (line.partition("#")[0].strip() for line in file.read_text("utf-8").splitlines())
    return frozenset(line for line in lines if line)


def _parse(data: bytes, name: str) -> etree._Element:
    from lxml import etree  # noqa: PLC0415 (not needed where all is compiled)

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"{name}: not well-formed: {error}") from error


def _forms(root: etree._Element, file: str) -> Iterator[Form]:
    for entry in root.iter(*_ENTRIES):
        if not entry.get(_ID):
            raise ConfigError(f"{file}:{entry.sourceline}: an entry without xml:id")
        kind, tag = _ENTRIES[str(entry.tag)]
        entity: Entity | None = None
        for name in entry.iterchildren(tag):
            text, parts = _name(name)
            if entity is None:
                offices = tuple(_office(o) for o in entry.iterchildren(_OCCUPATION, _EXISTENCE))
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
