"""What is nested too deep is told, and does not break the reader."""

from __future__ import annotations

import pytest

from tei_cable.errors import SourceError
from tei_cable.readers import detect, read
from tei_cable.readers.json_text import leaves, members
from tei_cable.source import decode

DEEP = 5000


@pytest.mark.parametrize(
    "data",
    [
        '{"text_body": "All is well.", "a": ' + "[" * DEEP + "]" * DEEP + "}",
        '{"text_body": "All is well.", "a": ' + '{"a":' * DEEP + "1" + "}" * DEEP + "}",
        "---\ntitle: " + "[" * DEEP + "]" * DEEP + "\n---\nAll is well.\n",
    ],
)
def test_what_is_nested_too_deep_is_refused(data: str) -> None:
    """JSON or YAML of thousands of levels is a source that can't be read, with its reason."""
    with pytest.raises(SourceError, match="nested too deep"):
        read(decode(data.encode(), "a.txt"))


def test_brackets_in_a_string_nest_nothing() -> None:
    """A text may have as many as it likes; some levels of lists are read."""
    text = '{"a": "' + "[" * DEEP + '\\"{", "b": ' + "[" * 50 + '"elm"' + "]" * 50 + "}"
    found = {key: [leaf.text for leaf in leaves(text, span)] for key, span in members(text)}
    assert found["b"] == ["elm"]
    assert found["a"] == ["[" * DEEP + '"{']


@pytest.mark.parametrize(
    ("data", "nearest"),
    [
        ('{"a": 1}', "archive-record: it has none of the keys"),
        ("Dear diary,\n", "plain: it is short"),
        ("---\nnothing\n", "front-matter: no field follows"),
        ("Oaks\n\nCitation: elms\n", "archive-page: there is no label but"),
    ],
)
def test_the_nearest_format_is_told_first(data: str, nearest: str) -> None:
    """The first line has one reason; each reader has a line of its own below."""
    with pytest.raises(SourceError) as told:
        detect(decode(data.encode(), "a.txt"))
    first, *lines = str(told.value).splitlines()
    assert first.startswith(f"a.txt: this is no cable that can be read (as {nearest}")
    assert len([line for line in lines if line.startswith("  ")]) == 14
    assert any(line.startswith(f"  {nearest}") for line in lines)
