"""The encodingDesc: how the text was treated, said in full sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable import __version__
from tei_cable.grounds import WORDS
from tei_cable.kinds import DATE, METAMARK, NOTE_TEXT, ORGANISATION, PERSON, PLACE, TABLE
from tei_cable.languages import ENGLISH, UNDETERMINED, name_of
from tei_cable.model import Bracket, Medium
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
_FORM = (
    " What the source says by its form only, such as bold letters or the marks of Markdown, is not "
    "written."
)
_HYPHENS = (
    "A hyphen at the end of a line is kept. The line end after it is not, so that nothing tells "
    "it from the hyphen of a compound."
)
_BARS = (
    "The bars between the cells of a table are not written; the rend of a row says which the "
    "source has: bars (between the cells), bars-before, bars-after or bars-around."
)
# what was recognised in the text, and what is said of it
_RECOGNISED = {PERSON: "persons", PLACE: "places", ORGANISATION: "organisations", DATE: "dates"}
_FULL = (
    " by software; cert says how sure each tag is, resp who makes the claim, ana by which rule. No "
    "person has checked them."
)
_MINIMAL = (
    " by software, which makes every such claim; cert says how sure a tag is where that is not "
    "high. No person has checked them."
)
_NOTHING = "no name, date or bracket was recognised; the parts of the text were tagged"
_FOREIGN = (
    " The software recognises names and dates in English only: in {}, the language of this text, "
    "what it does not tag may well be a name."
)
# how parts are cited: "4" is a paragraph, "i4" an item, whatever numbers the source has
_CITED = (
    {"unit": "paragraph", "match": "/TEI/text/body//p[@n]", "use": "@n"},
    {"unit": "item", "match": "/TEI/text/body//item", "use": "@xml:id"},
)


def write_encoding(facts: Facts, config: Config, rules: frozenset[str]) -> etree._Element:
    """Return the encodingDesc; `rules` are those that `@ana` names in the body."""
    claimed = _FULL if config.attribution == "full" else _MINIMAL
    editorial = element(
        "editorialDecl",
        _said("correction", _NOT_CORRECTED, status="unknown"),
        _said("normalization", _NORMALIZED + _FORM * _formed(facts)),
        element("punctuation", *_punctuation(facts), attributes={"marks": "some"}),
        _said("quotation", "Quotation marks are kept in the text.", marks="all"),
        _said("hyphenation", _HYPHENS, eol="all"),
        _said("interpretation", _interpretation(facts, claimed)),
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


def _formed(facts: Facts) -> bool:
    """Whether the reader left out what only a form says; of a PDF it tells of hyphens alone."""
    codes = {item.code for item in facts.cable.findings}
    return "TC108" in codes and facts.source.medium is not Medium.PDF


def _said(name: str, sentence: str, **attributes: str) -> etree._Element:
    return element(name, element("p", sentence), attributes=attributes)


def _interpretation(facts: Facts, claimed: str) -> str:
    """Say what of the text was recognised, and whether it could be."""
    seen = {a.kind for a in facts.cable.annotations}
    tagged = _listed([name for kind, name in _RECOGNISED.items() if kind in seen])
    brackets = any(isinstance(a.detail, Bracket) for a in facts.cable.annotations)
    done = f"{tagged} were tagged" if tagged else "square brackets were classified"
    done += ", and square brackets classified," if tagged and brackets else ""
    said = f"{(done if tagged or brackets else _NOTHING).capitalize()}{claimed}"
    foreign = facts.language not in (ENGLISH, UNDETERMINED)
    return said + _FOREIGN.format(name_of(facts.language)) * foreign


def _listed(names: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


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
