"""Which TEI element each kind of annotation is, with which attributes.

An element that comes from square brackets implies both; `@rend` says which of them the source
has where it lacks one, or where a part of a split element stands for one, or none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tei_cable import kinds
from tei_cable.model import (
    Bracket,
    BracketFunction,
    Certainty,
    DateValue,
    Delimiters,
    Mention,
    Numbered,
    PageBreak,
)
from tei_cable.tei.names import XML_LANG

if TYPE_CHECKING:
    from tei_cable.kinds import Kind
    from tei_cable.model import Annotation, Extent
    from tei_cable.nest import Node

SOFTWARE = "#tei_cable"
_PLAIN = "structure.paragraph"  # the rule of what fits no other, which need not be said
# parts of an element that names their rule
_PARTS = frozenset(
    {
        kinds.ROLE_NAME,
        kinds.FORENAME,
        kinds.SURNAME,
        kinds.ORIGINAL,
        kinds.REGULARISED,
        kinds.EXPANDED,
        kinds.ABBREVIATION,
        kinds.FULL_FORM,
        kinds.WRONG,
        kinds.CORRECTION,
        kinds.LABEL,
        kinds.CELL,
        kinds.SPEAKER,
        kinds.DESCRIPTION,
    }
)

ELEMENTS: dict[Kind, str] = {
    kinds.OPENER: "opener",
    kinds.CLOSER: "closer",
    kinds.PARAGRAPH: "p",
    kinds.CLASSIFICATION: "note",
    kinds.SALUTE: "salute",
    kinds.SIGNED: "signed",
    kinds.DATELINE: "dateline",
    kinds.POSTSCRIPT: "postscript",
    kinds.PAGE_BREAK: "pb",
    kinds.BREAK: "milestone",
    kinds.QUOTE: "quote",
    kinds.ORGANISATION: "orgName",
    kinds.PERSON: "persName",
    kinds.PLACE: "placeName",
    kinds.DATE: "date",
    kinds.GAP: "gap",
    kinds.NOTE: "note",
    kinds.NOTE_ANCHOR: "ref",
    kinds.CHOICE: "choice",
    kinds.ORIGINAL: "orig",
    kinds.REGULARISED: "reg",
    kinds.ROLE_NAME: "roleName",
    kinds.FORENAME: "forename",
    kinds.SURNAME: "surname",
    kinds.EXPANDED: "expan",
    kinds.SUPPLIED: "supplied",
    kinds.UNCLEAR: "unclear",
    kinds.EXPANSION: "ex",
    kinds.LINE_BREAK: "lb",
    kinds.LIST: "list",
    kinds.ITEM: "item",
    kinds.LABEL: "label",
    kinds.HEAD: "head",
    kinds.SPEECH: "sp",
    kinds.SPEAKER: "speaker",
    kinds.TABLE: "table",
    kinds.ROW: "row",
    kinds.CELL: "cell",
    kinds.NOTE_TEXT: "note",
    kinds.FLOATING_TEXT: "floatingText",
    kinds.ABBREVIATION: "abbr",
    kinds.FULL_FORM: "expan",
    kinds.CORRECTION: "corr",
    kinds.SIC: "sic",
    kinds.WRONG: "sic",
    kinds.ADDITION: "add",
    kinds.METAMARK: "metamark",
    kinds.DESCRIPTION: "desc",
    kinds.BYLINE: "byline",
    kinds.PARTICIPANTS: "list",
    kinds.TELEGRAM_NUMBER: "idno",
    kinds.COPY_NUMBER: "idno",
    kinds.NUMBER: "note",
    kinds.SUBJECT: "note",
    kinds.REFERENCE: "note",
    kinds.REMARK: "note",
    kinds.TIME: "time",
    kinds.SPACED: "hi",
    kinds.ORNAMENT: "milestone",
}
_FIXED: dict[Kind, dict[str, str]] = {
    kinds.CLASSIFICATION: {"type": "classification"},
    kinds.TELEGRAM_NUMBER: {"type": "telegram"},
    kinds.COPY_NUMBER: {"type": "copy"},
    kinds.NUMBER: {"type": "number"},
    kinds.SUBJECT: {"type": "subject"},
    kinds.REFERENCE: {"type": "reference"},
    kinds.REMARK: {"type": "remark"},
    kinds.PARTICIPANTS: {"type": "participants"},
    kinds.SPACED: {"rend": "spaced"},
    kinds.ORNAMENT: {"unit": "section", "type": "ornament"},
}
_F = BracketFunction
# the notes whose brackets are square where @rend names no others; elsewhere all is spelt out
BRACKETED_NOTES: frozenset[str] = frozenset(
    {
        _F.GLOSS,
        _F.EDITORIAL,
        _F.SIC,
        _F.DOUBT,
        _F.HANDWRITING,
        _F.SIGNATURE,
        _F.TERM,
        _F.NOTE_NUMBER,
        _F.NOTE_RETURN,
    }
)

# elements whose words are written as they stand, whatever was recognised in them
OPAQUE = frozenset({kinds.GAP, kinds.NOTE_ANCHOR, kinds.EXPANSION}).union(
    kind for kind in ELEMENTS if kind.bare
)
CLAIMS = frozenset(kinds.NAME_KINDS)
# structure that the tool may not be sure of
_GUESSES = frozenset(
    {kinds.LIST, kinds.ITEM, kinds.HEAD, kinds.SPEECH, kinds.TABLE, kinds.NOTE_TEXT}
)
DATE_ATTRIBUTES = {
    "when": "when",
    "start": "from",
    "end": "to",
    "not_before": "notBefore",
    "not_after": "notAfter",
}


class Style(NamedTuple):
    """What of the attribution is written: whose the brackets are, and whether all is spelt out."""

    editor: str
    minimal: bool


def attributes(node: Node, style: Style) -> dict[str, str]:
    """Return the attributes of a node's element, in a fixed order; `@ana` names the rule."""
    made = _attributes(node, style)
    if not style.minimal and (rule := named_rule(node)):
        made["ana"] = f"#{rule}"
    return made


def named_rule(node: Node) -> str:
    """Return the rule that a node's element names; "" for the plainest, and for mere parts."""
    annotation = node.annotation
    return "" if annotation.rule == _PLAIN or annotation.kind in _PARTS else annotation.rule


def _attributes(node: Node, style: Style) -> dict[str, str]:
    annotation = node.annotation
    kind, detail = annotation.kind, annotation.detail
    if kind in _FIXED:
        return _FIXED[kind]
    if isinstance(detail, Bracket):
        return _bracket(node, detail, style)
    if isinstance(detail, PageBreak):
        number = {"n": detail.n} if detail.n else {}
        known = annotation.cert is Certainty.HIGH
        return number if known else {**number, **_claim(annotation, style)}
    if kind is kinds.BREAK:
        return {"unit": "paragraph", "type": "split", **_claim(annotation, style)}
    if kind in CLAIMS or kind is kinds.TIME:
        return {**_value(annotation), **_claim(annotation, style)}
    return _structure(annotation, style)


def _structure(annotation: Annotation, style: Style) -> dict[str, str]:
    """Return an item's or a note's number, and how sure the tool is where it is not sure."""
    kind, detail = annotation.kind, annotation.detail
    made = {"n": detail.n} if isinstance(detail, Numbered) and detail.n else {}
    if kind is kinds.NOTE_TEXT:
        made["place"] = "end"
    if kind in _GUESSES and annotation.cert is not Certainty.HIGH:
        made.update(_claim(annotation, style))
    return made


def _value(annotation: Annotation) -> dict[str, str]:
    detail = annotation.detail
    if isinstance(detail, Mention):
        return {"ref": f"#{detail.entity.id}"}
    if isinstance(detail, DateValue):
        return date_attributes(detail)
    return {}


def date_attributes(value: DateValue | None) -> dict[str, str]:
    """Return the W3C date attributes of a value, none for None."""
    values = {tei: getattr(value, name, "") for name, tei in DATE_ATTRIBUTES.items()}
    return {tei: text for tei, text in values.items() if text}


def _claim(annotation: Annotation, style: Style) -> dict[str, str]:
    """Say who made a claim, and how sure it is."""
    cert = {"cert": annotation.cert.value}
    if not style.minimal:
        return {**cert, "resp": SOFTWARE}
    return {} if annotation.cert is Certainty.HIGH else cert


def _bracket(node: Node, detail: Bracket, style: Style) -> dict[str, str]:
    function, kind = detail.function, node.annotation.kind
    made: dict[str, str] = {}
    if kind in (kinds.SUPPLIED, kinds.GAP):
        made["reason"] = function.value
    elif kind in (kinds.NOTE, kinds.NOTE_ANCHOR):
        made["type"] = function.value
    elif kind is kinds.METAMARK:
        made["function"] = function.value
    elif kind is kinds.ADDITION and detail.place:
        made["place"] = detail.place
    if detail.language:
        made[XML_LANG] = detail.language
    made.update(_extent(detail.extent))
    if kind is kinds.UNCLEAR and not (detail.opened or detail.closed):
        made["resp"] = SOFTWARE  # the brackets' extent over the word before is the tool's guess
    else:
        made["resp"] = style.editor
    low = function is BracketFunction.UNCLEAR
    cert = Certainty.LOW if low else node.annotation.cert
    if cert is not Certainty.HIGH:
        made["cert"] = cert.value
    if rend := bracket_rend(node, detail):
        made["rend"] = rend
    return made


def _extent(extent: Extent | None) -> dict[str, str]:
    """Return how much a gap lacks: @quantity where that is sure, else @atLeast and @atMost."""
    if extent is None:
        return {}
    if extent.least is None:
        return {"unit": extent.unit}
    if extent.least == extent.most:
        return {"unit": extent.unit, "quantity": str(extent.least)}
    return {"unit": extent.unit, "atLeast": str(extent.least), "atMost": str(extent.most)}


def bracket_rend(node: Node, detail: Bracket) -> str:
    """Return the delimiters that a part has in the source: "" for both of a square bracket.

    Their name if they are not square, and open, close or none: `double`, `open`, `double-open`.
    """
    whole = node.annotation.span
    opened = detail.opened and node.span.start == whole.start
    closed = detail.closed and node.span.end == whole.end
    if not (opened or closed):
        return "none"
    is_note = node.annotation.kind in (kinds.NOTE, kinds.NOTE_ANCHOR)
    spelt_out = is_note and detail.function not in BRACKETED_NOTES
    odd = detail.delimiters is not Delimiters.SQUARE or spelt_out
    tokens = [detail.delimiters.value] if odd else []
    if not (opened and closed):
        tokens.append("open" if opened else "close")
    return "-".join(tokens)
