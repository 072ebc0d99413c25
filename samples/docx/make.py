"""Write `input.docx`: styles, a list, a table, a footnote, bold letters, and a running head."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = ("styles", "footnotes", "header")


def _p(words: str, style: str = "", *, after: str = "", bold: bool = False) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    form = "<w:rPr><w:b/></w:rPr>" if bold else ""
    run = f'<w:r>{form}<w:t xml:space="preserve">{words}</w:t></w:r>'
    return f"<w:p>{properties}{run}{after}</w:p>"


def _row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{_p(cell)}</w:tc>" for cell in cells) + "</w:tr>"


_NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
_BODY = "".join(
    [
        _p("Letter from Harland to the Minister of Grain", "Title"),
        _p("Lindholm, 14 March 1951"),
        _p("SECRET", bold=True),
        _p("The harvest was good, and the ships [for the north] are ready.", after=_NOTE),
        _p("What is wanted", "Heading1"),
        _p("We ask for three things:"),
        _p("1. pilots;", "ListParagraph"),
        _p("2. coal;", "ListParagraph"),
        _p("3. an answer.", "ListParagraph"),
        "<w:tbl>"
        + _row("Port", "Ships")
        + _row("Lindholm", "2")
        + _row("Eastport", "")
        + "</w:tbl>",
        _p("Harland"),
    ]
)
_FILES = {
    "[Content_Types].xml": (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{part}+xml"/>'
            for part in _PARTS
        )
        + "</Types>"
    ),
    "_rels/.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATION}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>"
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{_RELATION}/{part}" Target="{part}.xml"/>'
            for n, part in enumerate(_PARTS, 1)
        )
        + "</Relationships>"
    ),
    "word/document.xml": (
        f"<w:document {_NS} {_R}><w:body>{_BODY}"
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/></w:sectPr>'
        "</w:body></w:document>"
    ),
    "word/styles.xml": (
        f"<w:styles {_NS}>"
        + "".join(
            f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/></w:style>'
            for id_, name in (
                ("Title", "Title"),
                ("Heading1", "heading 1"),
                ("ListParagraph", "List Paragraph"),
            )
        )
        + "</w:styles>"
    ),
    "word/footnotes.xml": (
        f'<w:footnotes {_NS}><w:footnote w:type="separator" w:id="0"/>'
        f'<w:footnote w:id="2">{_p("Two of them, as of 12 March 1951.")}</w:footnote>'
        "</w:footnotes>"
    ),
    "word/header.xml": f"<w:hdr {_NS}>{_p('Papers of the Grain Office')}</w:hdr>",
}


def write(path: Path) -> None:
    """Write the .docx; the same bytes each time."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _FILES.items():
            archive.writestr(zipfile.ZipInfo(name), _XML + content)


if __name__ == "__main__":
    write(Path(__file__).with_name("input.docx"))
