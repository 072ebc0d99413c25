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
# the code that a rule has for what a pattern of the project's Schematron says in XPath; all are
# covered, so that the Schematron need not be run where the rules are
TWINS: Mapping[str, str] = {
    "pointers-resolve": "TC601",
    "parts-answer": "TC604",
    "one-way-to-date": "TC605",
    "one-main-title": "TC623",
    "paragraph-number-once": "TC612",
    "related-item-once": "TC624",
    "gap-unit": "TC618",
    "choice-of-two": "TC611",
    "category-names-a-category": "TC602",
    "scheme-names-a-taxonomy": "TC602",
    "anchor-leads-to-a-note": "TC602",
    "who-names-a-speaker": "TC602",
    "active-names-an-entry": "TC602",
    "passive-names-an-entry": "TC602",
    "prefixes-declared": "TC603",
    "from-before-to": "TC606",
    "notBefore-before-notAfter": "TC606",
    "digest-form": "TC615",
    "persName-names-a-person": "TC602",
    "placeName-names-a-place": "TC602",
    "orgName-names-a-org": "TC602",
}


def rule_problems(tree: etree._ElementTree, file: str = "") -> list[Problem]:
    """Return what is wrong by the rules; the document should be valid by its grammar.

    `file` is the name of the document's file, "" where it has none.
    """
    document = Document(tree, POINTER_ATTRIBUTES | DATE_ATTRIBUTES)
    found = [problem for rule in RULES for problem in rule(document)]
    return [*found, *identity_problems(document, file)]
