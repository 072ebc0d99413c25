"""Validation: well-formed, then the grammar, then the constraints; findings, never exceptions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tei_cable.findings import Finding
from tei_cable.validation.explain import explain
from tei_cable.validation.location import locate
from tei_cable.validation.parse import parse
from tei_cable.validation.relaxng import relaxng_problems
from tei_cable.validation.rules import COVERED, rule_problems
from tei_cable.validation.schematron import schematron_problems
from tei_cable.validation.xmlschema_engine import xmlschema_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from tei_cable.validation.problem import Problem

__all__ = ["VALIDATORS", "Engine", "validate_bytes"]


class Engine(StrEnum):
    """Who judges the grammar."""

    LXML = "lxml"
    DERIVATIVE = "derivative"
    XMLSCHEMA = "xmlschema"


def by_derivatives(tree: etree._ElementTree) -> list[Problem]:
    """Return what is wrong by the derivatives of the grammar; ConfigError if it is missing."""
    return list(explain(tree))


def _by_lxml(tree: etree._ElementTree) -> list[Problem]:
    return by_derivatives(tree) or relaxng_problems(tree)


VALIDATORS: Mapping[Engine, Callable[[etree._ElementTree], list[Problem]]] = {
    Engine.LXML: _by_lxml,
    Engine.DERIVATIVE: by_derivatives,
    Engine.XMLSCHEMA: xmlschema_problems,
}


def validate_bytes(data: bytes, name: str, *, engine: Engine = Engine.LXML) -> list[Finding]:
    """Return what is wrong with a TEI file, in the order of the document; nothing if it is valid.

    `name` is the file as the user named it. Constraints and rules are checked once the grammar is
    met. ConfigError when the schema is missing from the installation.
    """
    tree = parse(data, name)
    if isinstance(tree, Finding):
        return [tree]
    problems = VALIDATORS[engine](tree) or [
        *schematron_problems(tree, COVERED),
        *rule_problems(tree),
    ]
    return locate(problems, data, name)
