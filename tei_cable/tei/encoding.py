"""The encodingDesc: how the text was treated, said in full sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable import __version__
from tei_cable.grounds import WORDS
from tei_cable.kinds import METAMARK, NOTE_TEXT, TABLE
from tei_cable.tei.genres import write_taxonomy
from tei_cable.tei.names import XML_ID, append_text, element

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.config import Config
    from tei_cable.tei.facts import Facts

_PROJECT = (
    "Encoded with tei_cable from the text that an archive publishes; no project description "
    "is configured."
)
_NOT_CORRECTED = (
    "Nothing was corrected: every character of the body stands as in the source. What looks "
    "wrong, such as a bracket or a quotation mark without its partner, is reported, not mended."
)
_NORMALIZED = (
    "Only white space was folded: runs of spaces, and line breaks where a line was merely "
    "wrapped (after a hyphen or a dash without a space). A blank line between blocks is implied; "
    "a single line break is lb. A paragraph that breaks off in mid-sentence was joined with the "
    "next; a pb or a milestone with the rend “blank-line” stands where the source has a blank "
    "line, a pb with the rend “new-page” where the source's file begins a page."
)
_BARS = (
    "The bars between the cells of a table are not written; the rend of a row says which the "
    "source has: bars (between the cells), bars-before, bars-after or bars-around."
)
_FULL = (
    "Persons, places, organisations and dates were tagged, and square brackets classified, by "
    "software; cert says how sure each tag is, resp who makes the claim, ana by which rule. No "
    "person has checked them."
)
_MINIMAL = (
    "Persons, places, organisations and dates were tagged, and square brackets classified, by "
    "software, which makes every such claim; cert says how sure a tag is where that is not high. "
    "No person has checked them."
)
# how parts are cited: "4" is a paragraph, "i4" an item, whatever numbers the source has
_CITED = (
    {"unit": "paragraph", "match": "/TEI/text/body//p[@n]", "use": "@n"},
    {"unit": "item", "match": "/TEI/text/body//item", "use": "@xml:id"},
)


def write_encoding(facts: Facts, config: Config, rules: frozenset[str]) -> etree._Element:
    """Return the encodingDesc; `rules` are those that `@ana` names in the body."""
    interpretation = _FULL if config.attribution == "full" else _MINIMAL
    editorial = element(
        "editorialDecl",
        _said("correction", _NOT_CORRECTED, status="unknown"),
        _said("normalization", _NORMALIZED),
        element("punctuation", *_punctuation(facts), attributes={"marks": "some"}),
        _said("quotation", "Quotation marks are kept in the text.", marks="all"),
        _said("hyphenation", "Hyphens at line ends are kept as they are.", eol="all"),
        _said("interpretation", interpretation),
        _said("stdVals", "Dates follow W3C and ISO 8601, languages BCP 47, countries ISO 3166-1."),
    )
    return element(
        "encodingDesc",
        element("projectDesc", element("p", config.project or _PROJECT)),
        editorial,
        element("refsDecl", *(element("citeStructure", attributes=unit) for unit in _CITED)),
        element("classDecl", write_taxonomy(facts.cable.correspondence), _rules(rules)),
        element("appInfo", _application()),
    )


_IMPLYING = ("supplied", "ex", "gap", "unclear", "add", "reg", "corr", "note", "ref")


def _said(name: str, sentence: str, **attributes: str) -> etree._Element:
    return element(name, element("p", sentence), attributes=attributes)


def _punctuation(facts: Facts) -> list[etree._Element]:
    """Say which marks elements imply: brackets, and the bars of tables where there are any."""
    seen = {a.kind for a in facts.cable.annotations}
    said = [_brackets(notes=NOTE_TEXT in seen, marks=METAMARK in seen)]
    return [*said, element("p", _BARS)] if TABLE in seen else said


def _brackets(*, notes: bool, marks: bool) -> etree._Element:
    made = element("p", "In the body the brackets of an editor are not written. ")
    for number, name in enumerate((*_IMPLYING, "metamark") if marks else _IMPLYING):
        append_text(made, ", " if number else "")
        made.append(element("gi", name))
    append_text(made, ", and the second form of a choice, come from them and imply a square one ")
    append_text(made, "on each side, except a note of the type classification")
    append_text(made, " and a note at the end of the text. " if notes else ". ")
    made.append(element("att", "rend"))
    append_text(
        made,
        " says which of them the source has where it lacks one, or where an element was split: "
        "open, close or none. Before that it names other marks than square brackets: double, "
        "brace and parenthesis (those that close the square one), round, slash; and square where "
        "none is implied.",
    )
    return made


def _rules(rules: frozenset[str]) -> etree._Element | None:
    """Return the taxonomy of the rules that were applied, each in one sentence."""
    if not rules:
        return None
    categories = [
        element("category", element("catDesc", WORDS[rule]), attributes={XML_ID: rule})
        for rule in sorted(rules)
    ]
    return element("taxonomy", *categories, attributes={XML_ID: "rules"})


def _application() -> etree._Element:
    attributes = {"ident": "tei_cable", "version": __version__, XML_ID: "tei_cable"}
    return element("application", element("label", "tei_cable"), attributes=attributes)
