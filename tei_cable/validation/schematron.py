"""The constraints that a grammar can't express: Schematron, made into one XSLT 1.0 stylesheet.

Each pattern is one walk over the document, and a failure names its element by an id that a list
of all elements resolves; so the cost is that of the document, however much is broken.
"""

from __future__ import annotations

from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.stylesheet import to_xslt
from tei_cable.validation.problem import Problem, unique

_NOTHING_OUTSIDE = etree.XSLTAccessControl(  # type: ignore[call-arg]  # the stubs know none
    read_file=False, write_file=False, create_dir=False, read_network=False, write_network=False
)


def compiled(schema: etree._ElementTree) -> etree.XSLT:
    """Return a Schematron schema ready to run; it can read no file. ConfigError if unusable."""
    try:
        return etree.XSLT(to_xslt(schema), access_control=_NOTHING_OUTSIDE)
    except etree.XSLTParseError as error:
        raise ConfigError(f"the Schematron cannot be used: {error}") from error


def broken(constraints: etree.XSLT, tree: etree._ElementTree) -> list[Problem]:
    """Return what a stylesheet that `to_xslt` made finds broken."""
    report = constraints(tree).getroot()
    failed = report.findall("failed")
    if not failed:
        return []
    ids = (report.findtext("ids") or "").split()
    root = tree.getroot()
    elements = dict(zip(ids, tree.iter(etree.Element), strict=True))
    return unique(_problem(elements.get(str(node.get("id")), root), node) for node in failed)


def _problem(element: etree._Element, failed: etree._Element) -> Problem:
    return Problem(element, " ".join((failed.text or "").split()), code="TC404")
