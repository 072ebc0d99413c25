"""Validation: well-formed, then the grammar, then the constraints; findings, never exceptions."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from tei_cable.findings import Finding
from tei_cable.validation.explain import explain
from tei_cable.validation.location import locate
from tei_cable.validation.parse import parse
from tei_cable.validation.problem import unique
from tei_cable.validation.relaxng import relaxng_is_valid, relaxng_problems
from tei_cable.validation.schematron import schematron_problems
from tei_cable.validation.xmlschema_engine import xmlschema_problems
from tei_cable.validation.xsd import xsd_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from tei_cable.validation.problem import Problem

__all__ = ["VALIDATORS", "Engine", "validate_bytes"]


class Engine(StrEnum):
    """Who judges the grammar."""

    LXML = "lxml"
    XMLSCHEMA = "xmlschema"


def _by_lxml(tree: etree._ElementTree) -> list[Problem]:
    if relaxng_is_valid(tree):
        return xsd_problems(tree)
    explained = unique([*explain(tree), *xsd_problems(tree, values_only=True)])
    return explained or xsd_problems(tree) or relaxng_problems(tree)


VALIDATORS: Mapping[Engine, Callable[[etree._ElementTree], list[Problem]]] = {
    Engine.LXML: _by_lxml,
    Engine.XMLSCHEMA: xmlschema_problems,
}


def validate_bytes(data: bytes, name: str, *, engine: Engine = Engine.LXML) -> list[Finding]:
    """Return what is wrong with a TEI file, in the order of the document; nothing if it is valid.

    `name` is the file as the user named it. Constraints are checked once the grammar is met.
    ConfigError when the schema is missing from the installation.
    """
    tree = parse(data, name)
    if isinstance(tree, Finding):
        return [tree]
    problems = VALIDATORS[engine](tree) or schematron_problems(tree)
    return locate(problems, data, name)
