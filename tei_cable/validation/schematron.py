"""The constraints that a grammar can't express, by lxml's Schematron (XPath 1.0)."""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from threading import get_ident
from typing import Protocol, cast

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.validation.problem import Problem, unique

_SVRL = "{http://purl.oclc.org/dsdl/svrl}"


class _Schematron(Protocol):
    @property
    def validation_report(self) -> etree._ElementTree: ...

    def validate(self, tree: etree._ElementTree, /) -> bool: ...


@lru_cache(maxsize=16)
def _schema(_thread: int) -> _Schematron:
    """Compile the schema, one for each thread: it holds what was said last."""
    module = import_module("lxml.isoschematron")
    schema = module.Schematron(etree.parse(schema_file("sch")), store_report=True)
    return cast("_Schematron", schema)


def schematron_problems(tree: etree._ElementTree) -> list[Problem]:
    """Return the constraints that a document breaks; ConfigError when the schema is missing."""
    schema = _schema(get_ident())
    if schema.validate(tree):
        return []
    report = schema.validation_report
    said = [_problem(tree, failed) for failed in report.iter(f"{_SVRL}failed-assert")]
    return unique(said) or [Problem(tree.getroot(), "A constraint is broken.", code="TC404")]


def _problem(tree: etree._ElementTree, failed: etree._Element) -> Problem:
    message = " ".join("".join(map(str, failed.itertext())).split())
    found = tree.xpath(failed.get("location", "/*"))
    element = found[0] if isinstance(found, list) and etree.iselement(found[0]) else tree.getroot()
    return Problem(element, message, code="TC404")
