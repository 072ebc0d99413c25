"""PDF and .docx: their text is taken out, and read like any other."""

from __future__ import annotations

import io
import runpy
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tei_cable import kinds
from tei_cable.errors import SourceError
from tei_cable.model import Medium
from tei_cable.pipeline import convert
from tei_cable.readers import detect, read
from tei_cable.source import decode, read_source

PDF = Path("samples/pdf/input.pdf")
DOCX = Path("samples/docx/input.docx")


def test_the_scripts_make_the_samples(tmp_path: Path) -> None:
    """The committed files are what the committed scripts write."""
    made = runpy.run_path("samples/pdf/make.py")["document"]()
    assert made == PDF.read_bytes()
    runpy.run_path("samples/docx/make.py")["write"](tmp_path / "made.docx")
    with zipfile.ZipFile(tmp_path / "made.docx") as made_file, zipfile.ZipFile(DOCX) as file:
        names = file.namelist()
        assert names == made_file.namelist()
        assert [file.read(name) for name in names] == [made_file.read(name) for name in names]


def test_a_pdf_is_its_text_with_form_feeds() -> None:
    """Lines, blank lines between blocks, a form feed before each page; the digest is the file's."""
    source = read_source(PDF)
    assert source.medium is Medium.PDF
    assert source.text.count("\f") == 2
    assert "comes. He says that the northern port is free" in source.text
    assert detect(source) == "pdf"


def test_findings_about_a_pdf_name_the_page() -> None:
    """Line and column are the extracted text's; the page is the PDF's."""
    told = {f.code: f for f in convert(read_source(PDF)).findings}
    assert told["TC205"].message.endswith("(page 2)")


def test_a_pdf_without_text_is_an_error() -> None:
    """A scan has to go through OCR first."""
    blank = runpy.run_path("samples/pdf/make.py")
    data = PDF.read_bytes()
    for lines in blank["_PAGES"]:
        for _, words in lines:
            data = data.replace(words.encode(), b" " * len(words))
    data = data.replace(b"Papers of the Grain Office", b" " * 26)
    for n in b"123":
        data = data.replace(b"(%c) Tj" % n, b"( ) Tj")
    with pytest.raises(SourceError, match=r"no text, only images \(3 pages\).*OCR"):
        decode(data, "scan.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing more", PDF.read_bytes()[:400]])
def test_a_damaged_pdf_is_an_error(data: bytes) -> None:
    """What the library cannot read is an error in one line."""
    with pytest.raises(SourceError, match=r"broken\.pdf: the PDF (cannot be read|has no text)"):
        decode(data, "broken.pdf")


@pytest.mark.parametrize(("file", "library"), [(PDF, "pdfminer"), (DOCX, "docx")])
def test_a_missing_library_is_named_with_its_command(
    file: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the extra the error says how to install it."""
    loaded = [name for name in sys.modules if name.split(".")[0] == library]
    for name in (library, *loaded):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(SourceError, match=r'pip install "tei_cable\[(pdf|docx)\]"'):
        read_source(file)


def test_a_docx_keeps_its_structure() -> None:
    """Headings, list, table and note of the file are those of the TEI."""
    cable = read(read_source(DOCX))
    found: dict[str, list[str]] = {}
    for a in cable.annotations:
        found.setdefault(a.kind.name, []).append(a.span.of(cable.text))
    assert found[kinds.HEAD.name] == [
        "Letter from Harland to the Minister of Grain",
        "What is wanted",
    ]
    assert found[kinds.ITEM.name] == ["1. pilots;", "2. coal;", "3. an answer."]
    assert found[kinds.CELL.name] == ["Port", "Ships", "Lindholm", "2", "Eastport", ""]
    assert found[kinds.NOTE_TEXT.name] == ["[1] Two of them, as of 12 March 1951."]


def test_what_a_docx_says_by_its_form_is_told() -> None:
    """Bold letters and running heads are left out, each with one finding."""
    codes = [f.code for f in convert(read_source(DOCX)).findings]
    assert (codes.count("TC108"), codes.count("TC105")) == (1, 1)


def _docx(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(DOCX) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                head, tail = data.split(b"<w:body>")[0], b"</w:body></w:document>"
                data = head + b"<w:body>" + body.encode() + tail
            new.writestr(name, data)
    return made.getvalue()


def test_deleted_text_breaks_and_tabs_of_a_docx() -> None:
    """Deleted words go, inserted ones stay; tabs are blanks, page breaks form feeds."""
    body = (
        "<w:p><w:r><w:t>All</w:t><w:tab/><w:t>is</w:t></w:r><w:del><w:r><w:delText>not</w:delText>"
        "</w:r></w:del><w:ins><w:r><w:t> well.</w:t></w:r></w:ins></w:p>"
        '<w:p><w:r><w:br w:type="page"/><w:t>Next.</w:t></w:r></w:p>'
    )
    source = replace(decode(_docx(body), "a.docx"), reader="docx")
    cable = read(source)
    assert cable.text == "All is well.\n\nNext."
    assert [a.kind for a in cable.annotations] == [kinds.PAGE_BREAK]
    assert any("deleted" in f.message for f in cable.findings)


def test_a_table_with_bars_in_its_cells_is_no_table() -> None:
    """Where a cell holds a bar the row could not be read back, so its lines stay lines."""
    cell = "<w:tc><w:p><w:r><w:t>a | b</w:t></w:r></w:p></w:tc>"
    source = decode(_docx(f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"), "a.docx")
    cable = read(source)
    assert cable.text == "a | b | a | b"
    assert kinds.TABLE not in [a.kind for a in cable.annotations]


@pytest.mark.parametrize("body", ["", "<w:p/>"])
def test_an_empty_docx_is_an_error(body: str) -> None:
    """No text, no cable."""
    with pytest.raises(SourceError, match=r"the \.docx has no text"):
        decode(_docx(body), "a.docx")


def test_a_docx_may_hold_another_format() -> None:
    """Fields above a text are read in a .docx as in a text."""
    words = ("Title: A Letter", "Date: 14 March 1951", "Ink: blue", "All is well.")
    body = "".join(f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>" for w in words)
    assert detect(decode(_docx(body), "a.docx")) == "key-value"


def test_a_damaged_docx_says_so_and_names_no_class() -> None:
    """A .docx whose text is no XML is refused in words, not with the name of an exception."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", "elm")
    with pytest.raises(SourceError, match="docx is damaged and cannot be read") as told:
        decode(made.getvalue(), "a.docx")
    assert "Error:" not in str(told.value)
