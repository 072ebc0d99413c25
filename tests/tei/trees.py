"""Random structure for tests: blocks within blocks, as text with the annotations over it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from tei_cable import kinds
from tei_cable.model import Annotation, Numbered, PageBreak, Span

if TYPE_CHECKING:
    from tei_cable.kinds import Kind
    from tei_cable.model import Detail


@dataclass(frozen=True, slots=True)
class Tree:
    """A piece of text: an annotation's kind (None for mere text), its words or its parts."""

    kind: Kind | None
    words: str = ""
    parts: tuple[Tree, ...] = ()
    detail: Detail = None


@dataclass(slots=True)
class _Made:
    text: str = ""
    annotations: list[Annotation] = field(default_factory=list)

    def add(self, tree: Tree) -> None:
        start = len(self.text)
        self.text += tree.words
        for part in tree.parts:
            self.add(part)
        if tree.kind is not None:
            span = Span(start, len(self.text))
            self.annotations.append(Annotation(span, tree.kind, "reader.html", detail=tree.detail))


def annotated(trees: list[Tree]) -> tuple[str, list[Annotation]]:
    """Return the text of trees that stand one after another, and the annotations over it."""
    made = _Made()
    for tree in trees:
        made.add(tree)
    return made.text, made.annotations


_WORDS = st.lists(
    st.sampled_from(["rice", "(a)", "2.", "|", "Ada:", "//", "TRADE", "[1]", "\u00a0", "и", "a"]),
    min_size=1,
    max_size=4,
).map(" ".join)
_BREAKS = st.sampled_from(["\n", "\n\n"])


def _row(parts: list[Tree]) -> st.SearchStrategy[list[Tree]]:
    """Put breaks between blocks."""
    breaks = st.lists(_BREAKS, min_size=len(parts), max_size=len(parts))
    return breaks.map(
        lambda made: [
            piece
            for part, gap in zip(parts, made, strict=True)
            for piece in (Tree(None, gap), part)
        ][1:]
    )


def _rows(one: st.SearchStrategy[Tree], most: int = 3) -> st.SearchStrategy[list[Tree]]:
    return st.lists(one, min_size=1, max_size=most).flatmap(_row)


def _kind(kind: Kind) -> st.SearchStrategy[Tree]:
    return _WORDS.map(lambda words: Tree(kind, words))


def _joined() -> st.SearchStrategy[Tree]:
    """A paragraph that a page's mark breaks, in the line or between blank lines."""
    marks = st.tuples(_WORDS, st.sampled_from(["\n\n", " "]), _WORDS)
    return marks.map(
        lambda made: Tree(
            kinds.PARAGRAPH,
            made[0] + made[1],
            (
                Tree(kinds.PAGE_BREAK, "(p. 2)", detail=PageBreak("2")),
                Tree(None, made[1] + made[2]),
            ),
        )
    )


def _labelled() -> st.SearchStrategy[tuple[Tree, Tree]]:
    label = st.sampled_from(["1.", "(a)", "-", "[^1]:"])
    return st.tuples(label.map(lambda w: Tree(kinds.LABEL, w)), _WORDS).map(
        lambda pair: (pair[0], Tree(None, f" {pair[1]}"))
    )


def _numbered(kind: Kind, inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    """An item or a note: words alone, or paragraphs and lists after a paragraph."""
    alone = _labelled().map(lambda parts: Tree(kind, "", parts, Numbered("1")))
    first = _labelled().map(lambda parts: Tree(kinds.PARAGRAPH, "", parts))
    several = st.tuples(first, _rows(inner | _kind(kinds.PARAGRAPH), 2), _BREAKS).map(
        lambda made: Tree(kind, "", (made[0], Tree(None, made[2]), *made[1]), Numbered("2"))
    )
    return alone | several


def _list(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    return _rows(_numbered(kinds.ITEM, inner)).map(lambda made: Tree(kinds.LIST, "", tuple(made)))


def _speech() -> st.SearchStrategy[Tree]:
    gaps = st.sampled_from([" ", "\n", "\n\n"])
    return st.tuples(gaps, _rows(_kind(kinds.PARAGRAPH), 2)).map(
        lambda made: Tree(
            kinds.SPEECH, "", (Tree(kinds.SPEAKER, "Ada:"), Tree(None, made[0]), *made[1])
        )
    )


def _table() -> st.SearchStrategy[Tree]:
    cells = st.lists(st.sampled_from(["A", "B c", "", "1,5"]), min_size=1, max_size=4)
    shapes = st.tuples(cells, st.booleans(), st.booleans()).filter(
        lambda made: (made[0][0] or made[1]) and (made[0][-1] or made[2])
    )
    return _rows(shapes.map(_cells)).map(lambda made: Tree(kinds.TABLE, "", tuple(made)))


def _cells(made: tuple[list[str], bool, bool]) -> Tree:
    words, before, after = made
    parts = [Tree(None, "| ")] * before
    for number, cell in enumerate(words):
        parts += [Tree(None, "| ")] * (number > 0)
        parts += [Tree(kinds.CELL, cell), Tree(None, " " if cell else "")]
    last = Tree(None, "|") if after else Tree(None)
    if not after:
        parts = parts[:-1]
    return Tree(kinds.ROW, "", (*parts, last))


def _letter() -> st.SearchStrategy[Tree]:
    opener = Tree(kinds.OPENER, "", (Tree(kinds.SALUTE, "Dear Ada,"),))
    closer = Tree(kinds.CLOSER, "", (Tree(kinds.SIGNED, "Jan"),))
    return st.tuples(_BREAKS, _rows(_kind(kinds.PARAGRAPH)), _BREAKS).map(
        lambda made: Tree(
            kinds.FLOATING_TEXT,
            "",
            (opener, Tree(None, made[0]), *made[1], Tree(None, made[2]), closer),
        )
    )


def trees() -> st.SearchStrategy[list[Tree]]:
    """Blocks of every kind that stand one after another, lists within lists among them."""
    lists = _list(_list(_kind(kinds.PARAGRAPH)) | _table())
    mark = st.just(Tree(kinds.PAGE_BREAK, "(p. 1)", detail=PageBreak("1")))
    block = st.one_of(
        _kind(kinds.PARAGRAPH),
        _joined(),
        _kind(kinds.HEAD),
        lists,
        _speech(),
        _table(),
        _letter(),
        mark,
        _numbered(kinds.NOTE_TEXT, _list(_kind(kinds.PARAGRAPH))),
    )
    return _rows(block, 5)
