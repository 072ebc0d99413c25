"""Several documents in one file: told, and split."""

from __future__ import annotations

import pytest

from tei_cable.pipeline import convert
from tei_cable.readers import read, split
from tei_cable.verification import verify
from tests.pages import page, source

FRONT = "---\ntitle: First\ndate: 1951-03-14\n---\n\nAll is well.\n\n---\n\nA rule, no end.\n\n"
TELEGRAM = "Message Text\nFM A\nTO B\n\nALL IS WELL.\n\nMessage Attributes\nNote: one\n\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (FRONT + FRONT.replace("First", "Second"), 12),
        (TELEGRAM + TELEGRAM, 10),
        (page() + "\n" + page("Other words."), 26),
    ],
)
def test_a_second_document_is_told_and_can_be_split_off(text: str, line: int) -> None:
    """Each part is one document, with its places in the whole file, and loses nothing."""
    told = [f for f in read(source(text)).findings if f.code == "TC107"]
    parts = split(source(text))
    assert [f.line for f in told] == [line]
    assert [part.part for part in parts] == [1, 2]
    assert parts[1].position(len(parts[1].text) - len(parts[1].text.lstrip()))[0] == line
    for part in parts:
        assert "TC107" not in [f.code for f in read(part).findings]
        assert verify(convert(part).xml, "out.xml", part) == []
    first, second = (convert(part).xml for part in parts)
    assert first != second


@pytest.mark.parametrize("text", [FRONT, TELEGRAM, page()])
def test_one_document_is_left_whole(text: str) -> None:
    """A rule in a text, or one set of labels, is no second document."""
    whole = source(text)
    assert split(whole) == [whole]
