"""The text of a .docx: paragraphs, tables and notes, with their styles as marks.

Paragraphs are parted by blank lines; a row of a table is a line, its cells parted by ` | `; a
note is `[1]` in the text and `[1] ...` after it. What the file holds besides is reported: letter
forms, deleted text, running heads, numbers that the word processor makes.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.extraction import Extracted, missing
from tei_cable.model import Mark, Remark, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from docx.document import Document
    from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOTES = {"footnote": "footnotes", "endnote": "endnotes"}
_BREAKS = {"page": "\f"}
_STYLES = (("title", "title"), ("heading", "heading"), ("list", "item"))
# (an element that says something the text does not, what to report of it)
_UNSAID = (
    (("b", "i", "u"), "bold, italic and underlined letters are not marked in the TEI"),
    (("del",), "text marked as deleted is left out"),
    (("numPr",), "numbers and bullets that the word processor makes are not in the text"),
)


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a .docx.

    Raises SourceError if it is damaged or has no text, and if the library that reads it is not
    installed.
    """
    try:
        from docx import Document as load  # noqa: N813, PLC0415 (an extra)
    except ImportError as error:
        raise missing(name, "a .docx", "docx") from error
    try:
        document = load(io.BytesIO(data))
        writer = _Writer(document)
        writer.body(document.element.body)
        writer.notes()
    except Exception as error:
        why = " ".join(str(error).split()) or type(error).__name__
        problem = f"the .docx is damaged and cannot be read ({why})"
        raise SourceError(name, problem, "a Word document") from error
    text = "".join(writer.pieces)
    if not text.strip():
        raise SourceError(name, "the .docx has no text", "a Word document with text")
    remarks = (*_unsaid(document), *_running_heads(document))
    return Extracted(text, tuple(writer.marks), remarks)


class _Writer:
    """Writes the text of one document, and gathers its marks."""

    def __init__(self, document: Document) -> None:
        self.pieces: list[str] = []
        self.marks: list[Mark] = []
        self._document = document
        self._length = 0
        self._referred: list[tuple[str, str]] = []

    def body(self, parent: etree._Element) -> None:
        """Write paragraphs and tables; what wraps them (a content control) is looked into."""
        for child in parent:
            if child.tag == f"{_W}p":
                self._paragraph(child)
            elif child.tag == f"{_W}tbl":
                self._table(child)
            elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
                self.body(child)

    def notes(self) -> None:
        """Write the notes that the text refers to, in the order of their numbers."""
        parts = {kind: self._part(kind) for kind in _NOTES}
        for number, (kind, id_) in enumerate(list(self._referred), 1):
            part = parts[kind]
            if part is None:
                continue
            for note in part.iter(f"{_W}{kind}"):
                if note.get(f"{_W}id") == id_:
                    self._put(" ".join([f"[{number}]", *self._lines(note)]), "note")

    def _paragraph(self, paragraph: etree._Element) -> None:
        words = "".join(self._words(paragraph))
        if words.strip():
            self._put(words, self._style(paragraph))

    def _table(self, table: etree._Element) -> None:
        rows = [
            [" ".join(self._lines(cell)) for cell in row.findall(f"{_W}tc")]
            for row in table.findall(f"{_W}tr")
        ]
        rows = [cells for cells in rows if any(cells)]
        barred = any("|" in cell for cells in rows for cell in cells)
        if rows:
            self._put("\n".join(map(_row, rows)), "" if barred else "table")

    def _lines(self, parent: etree._Element) -> Iterator[str]:
        for paragraph in parent.iter(f"{_W}p"):
            words = " ".join("".join(self._words(paragraph)).split())
            if words:
                yield words

    def _words(self, parent: etree._Element) -> Iterator[str]:
        for child in parent:
            if child.tag in (f"{_W}del", f"{_W}moveFrom", _FALLBACK):
                continue
            name = str(child.tag).removeprefix(_W)
            if name == "t":
                yield child.text or ""
            elif name in ("tab", "ptab"):
                yield "\t"
            elif name in ("br", "cr"):
                yield _BREAKS.get(child.get(f"{_W}type", ""), "\n")
            elif name == "noBreakHyphen":
                yield "-"
            elif name.removesuffix("Reference") in _NOTES:
                self._referred.append((name.removesuffix("Reference"), child.get(f"{_W}id", "")))
                yield f"[{len(self._referred)}]"
            elif name != "pPr":
                yield from self._words(child)

    def _put(self, words: str, mark: str) -> None:
        start = self._length
        if mark:
            self.marks.append(Mark(Span(start, start + len(words)), mark))
        for piece in (words, "\n\n"):
            self.pieces.append(piece)
            self._length += len(piece)

    def _style(self, paragraph: etree._Element) -> str:
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        id_ = style.get(f"{_W}val", "") if style is not None else ""
        names = {s.style_id: s.name or "" for s in self._document.styles}
        name = names.get(id_, id_).lower()
        return next((mark for begin, mark in _STYLES if name.startswith(begin)), "")

    def _part(self, kind: str) -> etree._Element | None:
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith(f"/{_NOTES[kind]}"):
                from lxml import etree  # noqa: PLC0415

                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                return etree.fromstring(relation.target_part.blob, parser)
        return None


def _row(cells: Sequence[str]) -> str:
    """Return a row as a line; bars stand around it where a cell at its edge is empty."""
    row = " | ".join(cells)
    return row if cells[0] and cells[-1] else f"| {row} |"


def _unsaid(document: Document) -> Iterator[Remark]:
    body = document.element.body
    found = [
        message
        for names, message in _UNSAID
        if any(body.find(f".//{_W}{name}") is not None for name in names)
    ]
    if found:
        yield Remark("TC108", "; ".join(found))


def _running_heads(document: Document) -> Iterator[Remark]:
    heads = {
        paragraph.text.strip()
        for section in document.sections
        for part in (section.header, section.footer)
        for paragraph in part.paragraphs
    }
    for words in sorted(heads - {""}):
        yield Remark("TC105", f"the running head “{words}” is left out")
