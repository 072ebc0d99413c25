"""HTML: a page of an archive's site, or the transcript of a document.

The document is what the `article` element holds, else `main`, else the body. If its text is a page
that another reader takes, that reader parts its fields from the document's text; else all of it is
the document's text. White space is one space, `br` a line break, any other block is parted by a
blank line; lines are never wrapped. Lists, tables, headings and notes are kept, `//` is a page
break. Tags, scripts, styles and navigation are markup; so is what stands outside the document, and
a finding says where that begins.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from tei_cable.characters import NOT_XML
from tei_cable.errors import SourceError
from tei_cable.readers import archive_flat, archive_new_site, archive_old_site, archive_page
from tei_cable.readers.decoded import Decoded, rebased
from tei_cable.readers.folding import lines_of
from tei_cable.readers.html_marks import MOST_LISTS, marks_of, too_deep
from tei_cable.readers.html_text import text_of
from tei_cable.readers.html_tokens import tokens
from tei_cable.readers.marks import annotations_of
from tei_cable.readers.page_parts import Parts, assemble
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.model import Source
    from tei_cable.readers.html_text import Written
    from tei_cable.readers.html_tokens import Token

EXPECTED = "an HTML file with the text of a document"
RULE = "reader.html"
_HTML = re.compile(
    r"[\ufeff\s]*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|main|article|section|div|p|span|table|h[1-6])\b",
    re.IGNORECASE | re.DOTALL,
)
_PAGES = (archive_page, archive_flat, archive_old_site, archive_new_site)


def declines(source: Source) -> str:
    """Say why the source is no HTML; "" if it is."""
    return "" if begins(source.text) else "it does not begin as HTML does"


def begins(text: str) -> bool:
    """Whether a text begins as HTML does: with a document type, or one of its usual tags."""
    return _HTML.match(text) is not None


def read(source: Source) -> Cable:
    """Read an HTML file; SourceError if there is no text in it."""
    every = list(tokens(source.text))
    candidates = map(partial(text_of, source.text), _candidates(every))
    written = [made for made in candidates if NOT_XML.sub("", made.text).strip()]
    if not written:
        raise SourceError(source.name, "there is no text in the HTML", "the document's text")
    for made in written:
        inner = _decoded(source, made)
        page = next((page for page in _PAGES if not page.declines(inner.source)), None)
        if page:
            cable = page.read(inner.source, wrapped=False)
            break
    else:
        made = written[0]
        inner = _decoded(source, made)
        cable = assemble(inner.source, Parts({}, (), lines_of(made.text)), wrapped=False)
    marks = marks_of(made.text, made.elements)
    cable = replace(cable, annotations=(*cable.annotations, *annotations_of(marks, cable, RULE)))
    return rebased(cable, source, inner, _findings(source, made))


def _decoded(source: Source, made: Written) -> Decoded:
    return Decoded.of(source, made.text, made.origin, made.markup)


def _candidates(every: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the file's tokens, those outside of what may be the document as mere markup."""
    for tag in ("article", "main"):
        begins = [n for n, token in enumerate(every) if token.tag == tag and not token.ends]
        ends = [n for n, token in enumerate(every) if token.tag == tag and token.ends]
        if begins and ends and begins[0] < ends[-1]:
            inside = range(begins[0], ends[-1] + 1)
            yield [t if n in inside else replace(t, outside=True) for n, t in enumerate(every)]
    yield list(every)


def _findings(source: Source, made: Written) -> Iterator[Finding]:
    """Say where the words begin that are left out, and lists that are nested too deeply."""
    if made.furniture:
        first = made.furniture[0]
        words = " ".join(first.of(source.text).split())[:40]
        message = (
            f"{len(made.furniture)} stretches of text outside of the document are left out, "
            f"the first is “{words}”"
        )
        start = first.start + len(first.of(source.text)) - len(first.of(source.text).lstrip())
        yield tell(source, "TC113", message, start)
    deep = too_deep(made.elements)
    if deep:
        message = (
            f"lists are nested more than {MOST_LISTS} deep: from here on their words are kept as "
            f"paragraphs"
        )
        begins_at = min(element.token.span.start for element in deep)
        yield tell(source, "TC108", message, begins_at)
