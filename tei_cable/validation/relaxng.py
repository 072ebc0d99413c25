"""The grammar, by libxml2: a quick and exact verdict, with poor messages."""

from __future__ import annotations

from functools import lru_cache
from threading import get_ident

from lxml import etree

from tei_cable.schema.files import schema_file
from tei_cable.validation.problem import Paths, Problem, unique


@lru_cache(maxsize=16)
def _schema(_thread: int) -> etree.RelaxNG:
    """Compile the schema, one for each thread: it holds what was said last."""
    return etree.RelaxNG(etree.parse(schema_file("rng")))


def relaxng_is_valid(tree: etree._ElementTree) -> bool:
    """Return the verdict of the grammar; ConfigError when the schema is missing."""
    return bool(_schema(get_ident()).validate(tree))


def relaxng_problems(tree: etree._ElementTree) -> list[Problem]:
    """Return what libxml2 says against a document, in its own words; none if it is valid."""
    if relaxng_is_valid(tree):
        return []
    log = _schema(get_ident()).error_log
    paths = Paths(tree)
    said = unique(Problem(paths.element(e.path), f"{e.message}.") for e in log)
    return said or [Problem(tree.getroot(), "The document is not what the grammar allows.")]
