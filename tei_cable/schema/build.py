"""Make the generated files from the ODD, and see whether those on the disk are in step."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError
from tei_cable.schema.files import FILES
from tei_cable.schema.odd import NOTE, read_odd
from tei_cable.schema.reference import as_markdown, read_reference
from tei_cable.schema.rng import to_rng
from tei_cable.schema.schematron import to_schematron
from tei_cable.schema.trang import digest, recorded_digest, to_xsd, why_unavailable

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DOCS = "../docs"


def generate(odd: bytes) -> Mapping[str, bytes]:
    """Return name and content of what Python alone makes from an ODD; ConfigError if unusable."""
    declared = read_odd(odd)
    return {
        FILES["rng"]: to_rng(declared),
        FILES["sch"]: to_schematron(declared),
        FILES["catalog"]: _catalog(),
    }


def _catalog() -> bytes:
    """Return an XML catalog by which editors find the schema under any address of its name."""
    names = [FILES[kind] for kind in ("rng", "xsd", "sch")]
    entries = [f'  <uri name="{name}" uri="{name}"/>' for name in names]
    entries += [f'  <uriSuffix uriSuffix="/{name}" uri="{name}"/>' for name in names]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">',
        f"  <!--{NOTE}-->",
        *entries,
        "</catalog>",
    ]
    return ("\n".join(lines) + "\n").encode()


def build(directory: Path) -> tuple[Path, ...]:
    """Write all generated files beside the ODD and return their paths; ConfigError if unable.

    In a checkout the page of the elements is written, too.
    """
    odd = _read(directory / FILES["odd"])
    made = dict(generate(odd))
    made.update(to_xsd(made[FILES["rng"]]))
    made.update(_pages(directory, odd))
    paths = []
    for name, content in made.items():
        path = directory / name
        _write(path, content)
        paths.append(path)
    return tuple(paths)


def _pages(directory: Path, odd: bytes) -> Mapping[str, bytes]:
    """Return the pages of the documentation that lies beside the schema, if it does."""
    if not (directory / _DOCS).is_dir():
        return {}
    return {f"{_DOCS}/reference/elements.md": as_markdown(read_reference(odd))}


def out_of_step(directory: Path) -> tuple[str, ...]:
    """Return a line for each generated file that is not what the ODD makes now.

    Where trang can't run, the W3C schema is judged by the digest that it records.
    """
    odd = _read(directory / FILES["odd"])
    made = dict(generate(odd))
    made.update(_pages(directory, odd))
    rng = made[FILES["rng"]]
    if not why_unavailable():
        made.update(to_xsd(rng))
        return _differences(directory, made)
    lines = _differences(directory, made)
    path = directory / FILES["xsd"]
    if not path.is_file():
        return (*lines, f"{path}: missing")
    if recorded_digest(path.read_bytes()) != digest(rng):
        return (*lines, f"{path}: made from another grammar")
    return lines


def _differences(directory: Path, made: Mapping[str, bytes]) -> tuple[str, ...]:
    judged = ((directory / name, content) for name, content in made.items())
    return tuple(f"{path}: {what}" for path, content in judged if (what := _what(path, content)))


def _what(path: Path, content: bytes) -> str:
    if not path.is_file():
        return "missing"
    found, wanted = path.read_bytes(), content
    if found == wanted:
        return ""
    pairs = zip_longest(found.splitlines(keepends=True), wanted.splitlines(keepends=True))
    for number, (is_, should_be) in enumerate(pairs, start=1):
        if is_ != should_be:
            return f"line {number} is {_quoted(is_)}, not {_quoted(should_be)}"
    return "differs"


def _quoted(line: bytes | None) -> str:
    return "missing" if line is None else repr(line.decode(errors="replace").strip())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"{path} cannot be read: {error.strerror}") from error


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise ConfigError(f"{path} cannot be written: {error.strerror}") from error
