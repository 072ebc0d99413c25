"""The text layer of a PDF: lines, a blank line between blocks, a form feed before each new page."""

from __future__ import annotations

import io
import logging
from typing import TYPE_CHECKING

from tei_cable.errors import SourceError
from tei_cable.extraction import Extracted, missing
from tei_cable.model import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

_EXPECTED = "a PDF with a text layer"
_NO_CHARACTER = "(cid:"  # what the library writes for a glyph that no character is known for


def extract(data: bytes, name: str) -> Extracted:
    """Return the text of a PDF's pages.

    Raises SourceError if the PDF is damaged, encrypted, or has no text (a scan), and if the
    library that reads PDFs is not installed.
    """
    try:
        from pdfminer.high_level import extract_pages  # noqa: PLC0415 (an extra)
        from pdfminer.layout import LTTextContainer  # noqa: PLC0415
        from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415
    except ImportError as error:
        raise missing(name, "a PDF", "pdf") from error
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    try:
        pages = [
            [box.get_text() for box in page if isinstance(box, LTTextContainer)]
            for page in extract_pages(io.BytesIO(data))
        ]
    except PDFPasswordIncorrect as error:
        raise SourceError(name, "the PDF is encrypted", _EXPECTED) from error
    except Exception as error:
        problem = f"the PDF cannot be read ({type(error).__name__}: {error})".replace(": )", ")")
        raise SourceError(name, problem, _EXPECTED) from error
    text = "\f".join(map(_page, pages))
    if not text.strip():
        count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        problem = f"the PDF has no text, only images ({count}): it has to go through OCR first"
        raise SourceError(name, problem, _EXPECTED)
    return Extracted(text, remarks=tuple(_remarks(text)))


def _page(boxes: Iterable[str]) -> str:
    return "\n".join("\n".join(map(str.rstrip, box.splitlines())) + "\n" for box in boxes)


def _remarks(text: str) -> Iterable[Remark]:
    at = text.find(_NO_CHARACTER)
    if at >= 0:
        count = text.count(_NO_CHARACTER)
        message = f"{count} glyphs of the PDF stand for no known character: they stay “(cid:…)”"
        yield Remark("TC110", message, at)
