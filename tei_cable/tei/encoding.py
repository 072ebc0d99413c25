"""The encodingDesc: how the text was treated, said in full sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable import __version__
from tei_cable.kinds import NOTE_TEXT, TABLE
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
    "next; a pb or a milestone with the rend “blank-line” stands where the source has a blank line."
)
_BARS = (
    "The bars between the cells of a table are not written; the rend of a row says which the "
    "source has: bars (between the cells), bars-before, bars-after or bars-around."
)
_FULL = (
    "Persons, places, organisations and dates were tagged, and square brackets classified, by "
    "software; cert says how sure each tag is, resp who makes the claim. No person has checked "
    "them."
)
_MINIMAL = (
    "Persons, places, organisations and dates were tagged, and square brackets classified, by "
    "software, which makes every such claim; cert says how sure a tag is where that is not high. "
    "No person has checked them."
)
_TYPES = {
    "cable": "Diplomatic cable",
    "telegram": "Telegram",
    "letter": "Letter",
    "memorandum": "Memorandum, or record of a conversation",
    "minutes": "Minutes of a meeting",
    "report": "Report",
    "document": "Document of another or an unknown type",
}


def write_encoding(facts: Facts, config: Config) -> etree._Element:
    """Return the encodingDesc."""
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
    paragraphs = {"unit": "paragraph", "match": "/TEI/text/body//p", "use": "@n"}
    return element(
        "encodingDesc",
        element("projectDesc", element("p", config.project or _PROJECT)),
        editorial,
        element("refsDecl", element("citeStructure", attributes=paragraphs)),
        element("classDecl", _taxonomy(facts)),
        element("appInfo", _application()),
    )


def _said(name: str, sentence: str, **attributes: str) -> etree._Element:
    return element(name, element("p", sentence), attributes=attributes)


def _punctuation(facts: Facts) -> list[etree._Element]:
    """Say which marks elements imply: brackets, and the bars of tables where there are any."""
    seen = {a.kind for a in facts.cable.annotations}
    said = [_brackets(notes=NOTE_TEXT in seen)]
    return [*said, element("p", _BARS)] if TABLE in seen else said


def _brackets(*, notes: bool) -> etree._Element:
    made = element("p", "In the body square brackets are not written. ")
    for number, name in enumerate(("supplied", "ex", "gap", "unclear", "reg", "note", "ref")):
        append_text(made, ", " if number else "")
        made.append(element("gi", name))
    append_text(made, " come from them and imply one on each side, except a note of the type ")
    append_text(made, "classification and a note at its end. " if notes else "classification. ")
    made.append(element("att", "rend"))
    append_text(
        made,
        " says which of them the source has where it lacks one, or where an element was split: "
        "open, close or none.",
    )
    return made


def _taxonomy(facts: Facts) -> etree._Element:
    type_ = facts.cable.correspondence.document_type
    category = element("category", element("catDesc", _TYPES[type_]), attributes={XML_ID: type_})
    return element("taxonomy", category, attributes={XML_ID: "document-types"})


def _application() -> etree._Element:
    attributes = {"ident": "tei_cable", "version": __version__, XML_ID: "tei_cable"}
    return element("application", element("label", "tei_cable"), attributes=attributes)
