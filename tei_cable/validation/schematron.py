"""The constraints that a grammar can't express: Schematron, made into one XSLT 1.0 stylesheet.

Each pattern is one walk over the document, and a failure names its element by an id that a list
of all elements resolves; so the cost is that of the document, however much is broken.
"""

from __future__ import annotations

from functools import cache, lru_cache
from threading import get_ident
from types import MappingProxyType
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.files import schema_file
from tei_cable.schema.stylesheet import to_xslt
from tei_cable.validation.problem import Problem, unique

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_NOTHING_OUTSIDE = etree.XSLTAccessControl(  # type: ignore[call-arg]  # the stubs know none
    read_file=False, write_file=False, create_dir=False, read_network=False, write_network=False
)


@lru_cache(maxsize=16)
def _own(_thread: int, without: frozenset[str]) -> etree.XSLT:
    """Compile the schema, one for each thread, without the patterns that are checked elsewhere."""
    return compiled(etree.parse(schema_file("sch")), without)


def compiled(schema: etree._ElementTree, without: Collection[str] = ()) -> etree.XSLT:
    """Return a Schematron schema ready to run; it can read no file. ConfigError if unusable."""
    try:
        return etree.XSLT(to_xslt(schema, without), access_control=_NOTHING_OUTSIDE)
    except etree.XSLTParseError as error:
        raise ConfigError(f"the Schematron cannot be used: {error}") from error


def schematron_problems(
    tree: etree._ElementTree,
    without: Collection[str] = (),
    codes: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Return the constraints that a document breaks; ConfigError when the schema is missing.

    `without` names the patterns that are left out, `codes` those that have a code of their own.
    """
    left_out = frozenset(without)
    if not _own_patterns() - left_out:
        return []
    return broken(_own(get_ident(), left_out), tree, codes)


@cache
def _own_patterns() -> frozenset[str]:
    schema = etree.parse(schema_file("sch"))
    return frozenset(str(pattern.get("id")) for pattern in schema.iter("{*}pattern"))


def broken(
    constraints: etree.XSLT,
    tree: etree._ElementTree,
    codes: Mapping[str, str] = MappingProxyType({}),
) -> list[Problem]:
    """Return what a stylesheet that `to_xslt` made finds broken."""
    report = constraints(tree).getroot()
    failed = report.findall("failed")
    if not failed:
        return []
    ids = (report.findtext("ids") or "").split()
    root = tree.getroot()
    elements = dict(zip(ids, tree.iter(etree.Element), strict=True))
    return unique(_problem(elements.get(str(node.get("id")), root), node, codes) for node in failed)


def _problem(element: etree._Element, failed: etree._Element, codes: Mapping[str, str]) -> Problem:
    code = codes.get(str(failed.get("pattern")), "TC404")
    return Problem(element, " ".join((failed.text or "").split()), code=code)
