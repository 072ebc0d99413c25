"""Bytes to a tree: well-formed, TEI, and with nothing declared that could reach outside.

A document type declaration is refused, so that no entity can be expanded and no file or address
be read; the prolog is scanned for one before the document is parsed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from tei_cable.findings import finding
from tei_cable.validation.location import locate
from tei_cable.validation.problem import Problem

if TYPE_CHECKING:
    from tei_cable.findings import Finding

TEI = "http://www.tei-c.org/ns/1.0"


class _PrologRead(Exception):  # noqa: N818 (not an error: it ends the scan)
    """The root element was reached; nothing was declared before it."""


class _Doctype(Exception):  # noqa: N818 (as above)
    """A document type declaration was met."""


def parse(data: bytes, name: str, *, corpus: bool = False) -> etree._ElementTree | Finding:
    """Return the tree of a TEI document (or `corpus`), or the finding that says why there is none.

    TC402 for what is not well-formed or declares a document type, TC403 for another root.
    """
    if not data.strip():
        return finding("TC402", "The file is empty.", file=name)
    refused = _scan_prolog(data, name)
    if refused is not None:
        return refused
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as error:
        return _not_well_formed(error, name)
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        return _declares_doctype(name, 1, 1)
    return _other_root(root, data, name, corpus=corpus) or tree


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        collect_ids=False,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


def _scan_prolog(data: bytes, name: str) -> Finding | None:
    scanner = expat.ParserCreate()
    scanner.DefaultHandler = _on_markup
    scanner.StartElementHandler = _on_element
    try:
        scanner.Parse(data, True)
    except _PrologRead:
        return None
    except _Doctype:
        place = scanner.CurrentLineNumber, scanner.CurrentColumnNumber + 1
        return _declares_doctype(name, *place)
    except expat.ExpatError as error:
        message = f"This is not XML: {expat.ErrorString(error.code)}."
        return finding("TC402", message, file=name, line=error.lineno, column=error.offset + 1)
    except (LookupError, ValueError) as error:
        fix = "save the file as UTF-8"
        return finding("TC402", f"The encoding cannot be read: {error}.", file=name, fix=fix)
    return None


def _on_markup(markup: str) -> None:
    if markup.startswith("<!") and not markup.startswith("<!--"):
        raise _Doctype


def _on_element(*_started: object) -> None:
    raise _PrologRead


def _declares_doctype(name: str, line: int, column: int) -> Finding:
    return finding(
        "TC402",
        "The file has a document type declaration (DOCTYPE); it is refused, as it could declare"
        " entities that read other files or grow without end.",
        file=name,
        line=line,
        column=column,
        fix="remove the DOCTYPE and write characters instead of the entities it declares",
    )


def _not_well_formed(error: etree.XMLSyntaxError, name: str) -> Finding:
    said = (error.msg or "unknown error").partition(", line ")[0]
    if "depth" in said and "HUGE" in said:
        return _too_deep(error, name)
    message = " ".join(said.split()).rstrip(" .")
    line, column = error.position
    return finding(
        "TC402",
        f"The XML is not well-formed: {message}.",
        file=name,
        line=max(line or 1, 1),
        column=max(column or 1, 1),
    )


def _too_deep(error: etree.XMLSyntaxError, name: str) -> Finding:
    line, column = error.position
    return finding(
        "TC402",
        "Elements are nested more than 256 deep; the file is refused, as no text needs that and"
        " programs that read it could run out of memory.",
        file=name,
        line=max(line or 1, 1),
        column=max(column or 1, 1),
        fix="look for a start tag whose end tag is missing, or take away the needless levels",
    )


def _other_root(root: etree._Element, data: bytes, name: str, *, corpus: bool) -> Finding | None:
    found = etree.QName(root)
    if found.text == f"{{{TEI}}}TEI" or (corpus and found.text == f"{{{TEI}}}teiCorpus"):
        return None
    where = f"in the namespace {found.namespace}" if found.namespace else "in no namespace"
    message = f"This is not a TEI document: its root is <{found.localname}> {where}."
    expected = (f"<TEI> in the namespace {TEI}",)
    return locate([Problem(root, message, expected=expected)], data, name)[0]
