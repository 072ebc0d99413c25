"""XML catalogs of OASIS: which local file stands for an address."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from lxml import etree

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_C = "{urn:oasis:names:tc:entity:xmlns:xml:catalog}"
_NAMED = {"uri": ("name", "uri"), "system": ("systemId", "uri")}
_SUFFIXED = {"uriSuffix": "uriSuffix", "systemSuffix": "systemIdSuffix"}
_REWRITTEN = {
    "rewriteURI": ("uriStartString", "rewritePrefix"),
    "rewriteSystem": ("systemIdStartString", "rewritePrefix"),
}


def look_up(address: str, catalogs: Iterable[Path]) -> Path | None:
    """Return the file that the first catalog with an entry gives for an address, None if none.

    ConfigError where a catalog can't be read or leads to something that is not local.
    """
    for catalog in catalogs:
        found = _in_catalog(address, catalog, frozenset())
        if found is not None:
            return found
    return None


def local_path(address: str, base: Path) -> Path | None:
    """Return the path of a file: address, or of a relative one from the folder `base`."""
    parts = urlsplit(address)
    if parts.scheme == "file" and parts.netloc in {"", "localhost"}:
        return base / unquote(parts.path)
    if parts.scheme or parts.netloc:
        return None
    return base / unquote(parts.path) if parts.path else None


def _in_catalog(address: str, catalog: Path, within: frozenset[Path]) -> Path | None:
    if catalog.resolve() in within:
        return None
    try:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        root = etree.fromstring(catalog.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise ConfigError(f"the catalog {catalog} cannot be read: {error}") from error
    for entry in root.iter(etree.Element):
        target = _target(entry, address)
        if target:
            return _local(target, entry, catalog)
    for entry in root.iter(f"{_C}nextCatalog"):
        after = _local(entry.get("catalog", ""), entry, catalog)
        found = _in_catalog(address, after, within | {catalog.resolve()})
        if found is not None:
            return found
    return None


def _target(entry: etree._Element, address: str) -> str:
    kind = str(entry.tag).removeprefix(_C)
    if kind in _NAMED:
        name, uri = _NAMED[kind]
        return entry.get(uri, "") if entry.get(name) == address else ""
    if kind in _SUFFIXED:
        suffix = entry.get(_SUFFIXED[kind], "")
        return entry.get("uri", "") if suffix and address.endswith(suffix) else ""
    if kind in _REWRITTEN:
        start, prefix = (entry.get(attribute, "") for attribute in _REWRITTEN[kind])
        if start and address.startswith(start):
            return prefix + address.removeprefix(start)
    return ""


def _local(address: str, entry: etree._Element, catalog: Path) -> Path:
    base = entry.base
    folder = catalog.parent
    if base and (inside := local_path(base, folder)) is not None:
        folder = inside if base.endswith("/") else inside.parent
    found = local_path(address, folder)
    if found is None:
        raise ConfigError(f"the catalog {catalog} leads to {address}, which is no local file")
    return found
