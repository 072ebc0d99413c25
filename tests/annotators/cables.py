"""Cables made from a few words, and what recognisers say about them, in short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tei_cable.annotators import annotate
from tei_cable.cable import Cable
from tei_cable.metadata import Citation, CitationPart, CitationRole, Field, Metadata
from tei_cable.model import Annotation, Mention, Span
from tei_cable.offsets import without

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tei_cable.findings import Finding
    from tei_cable.kinds import Kind

_PIECES = """
    Gromyko Castro [Fidel] Comrade Ambassador Cuba Soviet US Us -Cuban Embassy in the of to Union
    Foreign Ministry, 2 22 [November] November 1962 Jan Novak Novak's Li [Xian]nian A. CC CPSU
    [CPSU] [sic] [...] " “ ” it. [ ] Committee SECRET Copy No. 3 To: Dear NOVAK p.m. N o t e (Novak)
"""
_WORDS = [*_PIECES.split(), "\n", "\n\n"]


def cable(text: str, *, title: str = "", date: str = "", pages: str = "") -> Cable:
    """Make a cable of a text whose lines are its blocks, as a reader would hand it over."""
    lines = re.finditer(r"[^\n]+", text)
    _, origin = without(text, [])
    citation = Citation(pages, (CitationPart(Span(0, len(pages)), CitationRole.PAGES),))
    return Cable(
        text,
        tuple(Span(*line.span()) for line in lines),
        origin,
        Metadata(
            title=Field(title, Span(0, 0)) if title else None,
            date=Field(date, Span(0, 0)) if date else None,
        ),
        citation if pages else None,
    )


def marked(
    text: str,
    *kinds: Kind,
    annotator: Callable[[Cable], Iterable[Annotation | Finding]] | None = None,
    title: str = "",
    date: str = "",
) -> list[tuple[str, str]]:
    """Return the words of each annotation of these kinds with its rule, in order of place."""
    made = cable(text, title=title, date=date)
    items = annotate(made).annotations if annotator is None else annotator(made)
    found = [a for a in items if isinstance(a, Annotation) and a.kind in kinds]
    return [(a.span.of(text), a.rule) for a in sorted(found, key=lambda a: a.span)]


def named(text: str, kind: Kind, *, title: str = "", date: str = "") -> list[tuple[str, str]]:
    """Return the words of each name of a kind in a text, and the id of whom they name."""
    made = annotate(cable(text, title=title, date=date))
    return [
        (a.span.of(text), a.detail.entity.id)
        for a in sorted(made.annotations, key=lambda a: a.span)
        if a.kind is kind and isinstance(a.detail, Mention)
    ]


def words_of(text: str, kind: Kind, *, title: str = "", date: str = "") -> list[str]:
    """Return the words of each annotation of a kind that the whole chain leaves."""
    return [words for words, _ in marked(text, kind, title=title, date=date)]


def codes(items: Iterable[Finding], text: str) -> list[tuple[str, str]]:
    """Return the code of each finding and the words it points at."""
    return [(f.code, f.span.of(text) if f.span else "") for f in items]


def texts() -> st.SearchStrategy[str]:
    """Texts of words that recognisers stumble over, with stray brackets and line breaks."""
    joined = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=25).map(" ".join)
    lines = joined.map(lambda text: re.sub(r" *(\n+) *", r"\1", text).strip())
    return lines.map(lambda text: re.sub(r"\n{3,}", "\n\n", text)).filter(bool)
