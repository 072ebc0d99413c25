"""The examples of an ODD, each judged by the grammar that the ODD makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.schema.build import generate
from tei_cable.schema.files import FILES
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.odd import TEI
from tei_cable.validation.explain import explain

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXAMPLES = "{http://www.tei-c.org/ns/Examples}"


def wrong_examples(odd: bytes) -> Iterator[tuple[int, str]]:
    """Yield line and fault of each example that breaks the grammar; ConfigError for no ODD.

    An example is the one element that an egXML holds, and all that is in it.
    """
    models = read_grammar(generate(odd)[FILES["rng"]])
    root = etree.fromstring(odd, etree.XMLParser(resolve_entities=False, collect_ids=False))
    for shown in root.iter(f"{_EXAMPLES}egXML"):
        for example in shown.iterchildren(f"{_EXAMPLES}*"):
            for problem in explain(_as_tei(example), models):
                yield problem.element.sourceline or 0, problem.message


def _as_tei(example: etree._Element) -> etree._ElementTree:
    """Turn an example into TEI where it stands, so that its elements keep their lines."""
    for node in example.iter(f"{_EXAMPLES}*"):
        node.tag = f"{{{TEI}}}{etree.QName(node).localname}"
    return etree.ElementTree(example)
