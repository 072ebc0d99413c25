"""Schemas other than the project's own: RELAX NG, W3C Schema, or an ODD, from local files only."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from threading import get_ident
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.grammar import read_grammar
from tei_cable.validation.explain import explain
from tei_cable.validation.problem import Paths, Problem, unique
from tei_cable.validation.schematron import broken, compiled
from tei_cable.validation.xsd import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tei_cable.schema.grammar import Model

_REFERRING = ("include", "externalRef", "import", "redefine", "override")
_KINDS = (".rng", ".xsd", ".odd")


@dataclass(frozen=True, slots=True)
class Schema:
    """A grammar by its file (.rng, .xsd or .odd), and files of Schematron beside it.

    Without a `grammar` that of the project is meant.
    """

    grammar: Path | None = None
    constraints: tuple[Path, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.grammar is not None and self.grammar.suffix not in _KINDS:
            raise ConfigError(f"{self.grammar} is no schema; expected {', '.join(_KINDS)}")


def grammar_problems(tree: etree._ElementTree, grammar: Path) -> list[Problem]:
    """Return what is wrong by the grammar of a file; ConfigError if it can't be used."""
    if grammar.suffix == ".xsd":
        schema = _xsd(grammar, get_ident())
        return [] if schema.validate(tree) else problems_of(schema, tree)
    relaxng = _relaxng(grammar, get_ident())
    if relaxng.validate(tree):
        return []
    models = _models(grammar)
    explained = list(explain(tree, models)) if models else []
    if explained:
        return explained
    paths = Paths(tree)
    said = (Problem(paths.element(e.path), f"{e.message}.") for e in relaxng.error_log)
    return unique(said) or [Problem(tree.getroot(), "The document is not what the grammar allows.")]


def constraint_problems(tree: etree._ElementTree, schema: Schema) -> list[Problem]:
    """Return the constraints of a schema that a document breaks: of its ODD, and of its files."""
    found: list[Problem] = []
    if schema.grammar is not None and schema.grammar.suffix == ".odd":
        found += broken(_odd_constraints(schema.grammar, get_ident()), tree)
    for path in schema.constraints:
        found += broken(_constraints(path, get_ident()), tree)
    return unique(found)


def check_usable(schema: Schema) -> None:
    """Raise ConfigError if a schema can't be used; what is compiled is kept."""
    if schema.grammar is not None:
        _xsd(schema.grammar, get_ident()) if schema.grammar.suffix == ".xsd" else _relaxng(
            schema.grammar, get_ident()
        )
    for path in schema.constraints:
        _constraints(path, get_ident())


@lru_cache(maxsize=16)
def _xsd(path: Path, _thread: int) -> etree.XMLSchema:
    try:
        return etree.XMLSchema(_parsed(path))
    except etree.LxmlError as error:
        raise _unusable(path, error) from error


@lru_cache(maxsize=16)
def _relaxng(path: Path, _thread: int) -> etree.RelaxNG:
    try:
        if path.suffix == ".odd":
            return etree.RelaxNG(etree.fromstring(made_from(path)["rng"]))
        return etree.RelaxNG(_parsed(path))
    except etree.LxmlError as error:
        raise _unusable(path, error) from error


@lru_cache(maxsize=16)
def _models(path: Path) -> Mapping[str, Model] | None:
    """Return the models of a grammar that is flat enough to be explained, else None."""
    try:
        data = made_from(path)["rng"] if path.suffix == ".odd" else path.read_bytes()
        return read_grammar(data)
    except (ConfigError, OSError):
        return None


@lru_cache(maxsize=16)
def _odd_constraints(path: Path, _thread: int) -> etree.XSLT:
    return compiled(etree.ElementTree(etree.fromstring(made_from(path)["sch"])))


@lru_cache(maxsize=16)
def _constraints(path: Path, _thread: int) -> etree.XSLT:
    return compiled(_parsed(path))


@lru_cache(maxsize=4)
def made_from(odd: Path) -> Mapping[str, bytes]:
    """Return the "rng" and the "sch" of a self-contained ODD; ConfigError if it is another."""
    from tei_cable.schema.build import generate  # noqa: PLC0415 (for ODDs alone)

    try:
        made = generate(odd.read_bytes())
    except OSError as error:
        raise _unusable(odd, error) from error
    return {name.rpartition(".")[2]: data for name, data in made.items()}


def _parsed(path: Path) -> etree._ElementTree:
    """Parse a schema once it is sure that it, and all it includes, is local."""
    for part in _parts(path, set()):
        for node in part.iter(etree.Element):
            _refuse_remote(node, path)
    return etree.parse(path, _parser())


def _parts(path: Path, seen: set[Path]) -> Iterator[etree._ElementTree]:
    if path.resolve() in seen:
        return
    seen.add(path.resolve())
    try:
        tree = etree.parse(path, _parser())
    except (OSError, etree.XMLSyntaxError) as error:
        raise _unusable(path, error) from error
    yield tree
    for node in tree.iter(*(f"{{*}}{name}" for name in _REFERRING)):
        inner = node.get("href") or node.get("schemaLocation")
        if inner and not urlsplit(inner).scheme and (path.parent / inner).is_file():
            yield from _parts(path.parent / inner, seen)


def _refuse_remote(node: etree._Element, path: Path) -> None:
    if etree.QName(node).localname in _REFERRING:
        address = node.get("href") or node.get("schemaLocation") or ""
        if urlsplit(address).scheme not in {"", "file"}:
            raise ConfigError(f"{path} refers to {address}: nothing is fetched from the network")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def _unusable(path: Path, error: Exception) -> ConfigError:
    said = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return ConfigError(f"the schema {path} cannot be used: {said}")
