"""Rules beyond the grammar: what must be true of a document as a whole, a code for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.validation.document import Document
from tei_cable.validation.rules.dates import ATTRIBUTES as DATE_ATTRIBUTES
from tei_cable.validation.rules.dates import date_problems
from tei_cable.validation.rules.header import header_problems
from tei_cable.validation.rules.identity import identity_problems
from tei_cable.validation.rules.pointers import ATTRIBUTES as POINTER_ATTRIBUTES
from tei_cable.validation.rules.pointers import pointer_problems
from tei_cable.validation.rules.structure import structure_problems
from tei_cable.validation.rules.text import text_problems

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from lxml import etree

    from tei_cable.validation.problem import Problem

RULES: Sequence[Callable[[Document], Iterator[Problem]]] = (
    pointer_problems,
    date_problems,
    header_problems,
    structure_problems,
    text_problems,
)
# the code of each constraint that is checked by the project's Schematron alone
CODES: Mapping[str, str] = {"gap-unit": "TC618"}
# patterns of the project's Schematron that say in XPath what these rules say with more detail
COVERED = frozenset(
    (
        "pointers-resolve",
        "parts-answer",
        "one-way-to-date",
        "paragraph-number-once",
        "choice-of-two",
        "persName-names-a-person",
        "placeName-names-a-place",
        "orgName-names-a-org",
    )
)


def rule_problems(tree: etree._ElementTree, file: str = "") -> list[Problem]:
    """Return what is wrong by the rules; the document should be valid by its grammar.

    `file` is the name of the document's file, "" where it has none.
    """
    document = Document(tree, POINTER_ATTRIBUTES | DATE_ATTRIBUTES)
    found = [problem for rule in RULES for problem in rule(document)]
    return [*found, *identity_problems(document, file)]
