"""Which schema a document names in its xml-model instructions, and where that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tei_cable.errors import ConfigError
from tei_cable.schema.files import FILES, schema_directory
from tei_cable.validation.catalog import local_path, look_up
from tei_cable.validation.schemas import Schema, check_usable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PSEUDO = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INSTRUCTION = re.compile(r"<\?xml-model\s(.*?)\?>", re.DOTALL)
_ROOT = re.compile(r"<[\w:]")
_GRAMMARS = {
    "http://relaxng.org/ns/structure/1.0": ".rng",
    "http://www.w3.org/2001/XMLSchema": ".xsd",
}
_SCHEMATRON = "http://purl.oclc.org/dsdl/schematron"


@dataclass(frozen=True, slots=True)
class Named:
    """The schema that a document names, and a sentence for each part that could not be had."""

    schema: Schema
    missing: tuple[str, ...] = ()


def named_schema(head: str, folder: Path, catalogs: Sequence[Path]) -> Named:
    """Return the schema that a document of this folder names; the project's if it names none.

    `head` is the beginning of the document, at least up to its root. Addresses are looked up in
    the catalogs and as paths from the folder; nothing is fetched.
    """
    grammar: Path | None = None
    constraints: list[Path] = []
    missing: list[str] = []
    for address, language in _models(head):
        if language not in _GRAMMARS and language != _SCHEMATRON:
            continue
        path = look_up(address, catalogs) or local_path(address, folder)
        if path is None or not path.is_file():
            if not _is_own(address):
                missing.append(f"the schema {address} is not on this machine")
            continue
        if _is_copy(path):
            continue
        problem = _why_unusable(path, is_grammar=language in _GRAMMARS)
        if problem:
            missing.append(problem)
        elif language == _SCHEMATRON:
            constraints.append(path)
        else:
            grammar = grammar or path
    return Named(Schema(grammar, tuple(constraints)), tuple(missing))


def _models(head: str) -> Iterator[tuple[str, str]]:
    prolog = _COMMENT.sub("", head)
    root = _ROOT.search(prolog)
    for instruction in _INSTRUCTION.findall(prolog[: root.start()] if root else prolog):
        named = {name: one or other for name, one, other in _PSEUDO.findall(instruction)}
        if named.get("href"):
            yield named["href"], named.get("schematypens", "")


def _is_own(address: str) -> bool:
    """Whether an address ends in the name of a file of the project's schema."""
    return PurePosixPath(urlsplit(address).path).name in FILES.values()


def _is_copy(path: Path) -> bool:
    own = schema_directory() / path.name
    return path.name in FILES.values() and path.read_bytes() == own.read_bytes()


def _why_unusable(path: Path, *, is_grammar: bool) -> str:
    try:
        check_usable(Schema(path) if is_grammar else Schema(None, (path,)))
    except ConfigError as error:
        return str(error)
    return ""
