"""Structure that a reader has seen is left alone; what stands around it is recognised as ever."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings

from tei_cable import kinds
from tei_cable.annotators import annotate
from tei_cable.config import Config
from tei_cable.findings import Severity
from tei_cable.model import Annotation, Numbered, Span
from tei_cable.nest import nest
from tei_cable.tei import body_text, serialize, to_tei
from tei_cable.tei.body import writable
from tei_cable.validation import validate
from tests.annotators.cables import cable
from tests.pages import source
from tests.tei.trees import Tree, annotated, trees

TEXT = (
    "Foreign Ministry,\n\nThey ask for:\n\n[1] rice\n\n[2] salt\n\nWe agreed.\n\n"
    "Embassy in Cuba\n\n2 November 1962\n\n[1] See the cable of May."
)


def _over(words: str, kind: kinds.Kind, n: str | None = None) -> Annotation:
    start = TEXT.index(words)
    detail = None if n is None else Numbered(n)
    return Annotation(Span(start, start + len(words)), kind, "reader.test", detail=detail)


def _annotations() -> list[tuple[str, str]]:
    seen = (
        _over("[1] rice\n\n[2] salt", kinds.LIST),
        _over("[1] rice", kinds.ITEM, "1"),
        _over("[1]", kinds.LABEL),
        _over("[2] salt", kinds.ITEM, "2"),
        _over("[2]", kinds.LABEL),
        _over("[1] See the cable of May.", kinds.NOTE_TEXT, "1"),
    )
    made = annotate(replace(cable(TEXT), annotations=seen)).annotations
    ordered = sorted(made, key=lambda a: (a.span.start, -a.span.end, a.kind.rank))
    return [(a.kind.name, a.span.of(TEXT)) for a in ordered if a.kind.rank <= 5]


def test_the_blocks_of_a_reader_are_left_alone() -> None:
    """A list and a note that the reader saw stay; opener, paragraphs and closer are found."""
    found = [pair for pair in _annotations() if pair[0] in ("list", "paragraph", "note-text")]
    assert found == [
        ("paragraph", "They ask for:"),
        ("list", "[1] rice\n\n[2] salt"),
        ("paragraph", "We agreed."),
        ("note-text", "[1] See the cable of May."),
    ]


def test_the_closer_is_sought_before_the_notes() -> None:
    """Notes at the end do not hide the signature and the date above them."""
    closing = [pair for pair in _annotations() if pair[0] in ("closer", "dateline", "opener")]
    assert closing == [
        ("opener", "Foreign Ministry,"),
        ("closer", "Embassy in Cuba\n\n2 November 1962"),
        ("dateline", "2 November 1962"),
    ]


def test_the_brackets_of_a_label_are_text() -> None:
    """`[1]` before an item is its label, no anchor of a note."""
    made = annotate(
        replace(
            cable("a [2]\n\n[1] b"),
            annotations=(Annotation(Span(7, 10), kinds.LABEL, "reader.test"),),
        )
    )
    anchors = [a.span for a in made.annotations if a.kind is kinds.NOTE_ANCHOR]
    assert anchors == [Span(2, 5)]


def _over_blocks(text: str, **seen: kinds.Kind) -> list[str]:
    """Return the names of the messages and lists of participants, where words are seen so."""
    spans = [(text.index(words), words, kind) for words, kind in seen.items()]
    held = [Annotation(Span(at, at + len(w)), kind, "reader.test") for at, w, kind in spans]
    made = annotate(replace(cable(text), annotations=tuple(held))).annotations
    return [a.kind.name for a in made if a.kind in (kinds.FLOATING_TEXT, kinds.PARTICIPANTS)]


def test_no_message_is_made_over_what_a_reader_saw() -> None:
    """A heading that a reader saw in a quoted letter ends no message, and none is made there."""
    text = "A report.\n\n“Dear Jan,\n\nRice is good.\n\nTrade\n\nAda Novak”\n\nIt ends here."
    assert _over_blocks(text) == ["floating-text"]
    assert _over_blocks(text, Trade=kinds.HEAD) == []


def test_no_participants_are_made_of_what_a_reader_saw() -> None:
    """Names that a reader saw as a heading are no participants; nor are those in a message."""
    names = "Participants:\n\nJan Novak, Chairman\n\nAda Wolska, Secretary"
    assert _over_blocks(f"{names}\n\nThe talk began at noon.") == ["participants"]
    assert _over_blocks(f"{names}\n\nThe talk began at noon.", Participants=kinds.HEAD) == []
    message = f"A report.\n\n“Dear Jan,\n\n{names}\n\nJan Novak”\n\nIt ends here."
    assert _over_blocks(message) == ["floating-text"]


@settings(deadline=None)
@given(trees())
def test_whatever_a_reader_sees_becomes_valid(tree: list[Tree]) -> None:
    """Structure that keeps to the contract of `kinds` is valid TEI and gives its text back."""
    before, after = "A report.\n\n", "\n\nHe met Khrushchev.\n\nJan Novak\n\n2 May 1962"
    inner, annotations = annotated(tree)
    text = before + inner + after
    moved = tuple(
        replace(a, span=Span(a.span.start + len(before), a.span.end + len(before)))
        for a in annotations
    )
    made = annotate(replace(cable(text), annotations=moved))
    forest = nest(made.annotations, writable=lambda span: writable(text, span)).forest
    root = to_tei(made, source(text), forest, Config())
    assert body_text(root).text == text
    found = validate(serialize(root, Config()), "read.xml")
    assert [f for f in found if f.severity is Severity.ERROR] == []
