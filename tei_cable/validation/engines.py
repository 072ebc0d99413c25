"""Who judges the grammar: engines behind one interface, each loaded when it is used."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError
from tei_cable.schema.files import schema_file
from tei_cable.validation.explain import explain
from tei_cable.validation.relaxng import relaxng_is_valid, relaxng_problems
from tei_cable.validation.xmlschema_engine import xmlschema_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lxml import etree

    from tei_cable.validation.problem import Problem

_FEW_ELEMENTS = 2000


class Engine(StrEnum):
    """Who judges the grammar; JING needs Java and judges whole files, many at once."""

    LXML = "lxml"
    DERIVATIVE = "derivative"
    XMLSCHEMA = "xmlschema"
    JING = "jing"


def by_derivatives(tree: etree._ElementTree) -> list[Problem]:
    """Return what is wrong by the derivatives of the grammar; ConfigError if it is missing."""
    return list(explain(tree))


def _by_lxml(tree: etree._ElementTree) -> list[Problem]:
    """Take libxml2's verdict; why, the derivatives tell better, if they find anything.

    Of a large document the derivatives judge alone: they say the same of this grammar, and the
    time that libxml2 takes is twice theirs, and grows with the square of the number of errors.
    """
    if tree.xpath(f"/descendant::*[{_FEW_ELEMENTS + 1}]"):
        return by_derivatives(tree)
    if relaxng_is_valid(tree):
        return []
    return by_derivatives(tree) or relaxng_problems(tree)


VALIDATORS: Mapping[Engine, Callable[[etree._ElementTree], list[Problem]]] = {
    Engine.LXML: _by_lxml,
    Engine.DERIVATIVE: by_derivatives,
    Engine.XMLSCHEMA: xmlschema_problems,
}


def judge(tree: etree._ElementTree, engine: Engine, grammar: Path | None) -> list[Problem]:
    """Return what an engine says of a document, by the project's grammar or that of a file.

    JING is none of these engines. ConfigError if the engine can't use the grammar.
    """
    if grammar is None:
        return VALIDATORS[engine](tree)
    if engine is not Engine.LXML:
        raise ConfigError(f"the engine {engine} judges by the project's own schema only")
    from tei_cable.validation.schemas import grammar_problems  # noqa: PLC0415 (seldom needed)

    return grammar_problems(tree, grammar)


def relaxng_of(grammar: Path | None) -> Path | bytes:
    """Return the RELAX NG that jing judges by, the project's if there is no other."""
    if grammar is None:
        return schema_file("rng")
    if grammar.suffix == ".odd":
        from tei_cable.validation.schemas import made_from  # noqa: PLC0415 (seldom needed)

        return made_from(grammar)["rng"]
    if grammar.suffix != ".rng":
        raise ConfigError(f"jing judges by RELAX NG only, not by {grammar}")
    return grammar
