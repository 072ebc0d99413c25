"""The examples of an ODD are judged by what the ODD declares."""

from __future__ import annotations

from tei_cable.schema import schema_file
from tei_cable.validation.examples import wrong_examples


def test_the_examples_of_the_schema_are_right() -> None:
    """What `schema show` prints can be copied."""
    assert list(wrong_examples(schema_file("odd").read_bytes())) == []


def test_a_wrong_example_is_named_with_its_line() -> None:
    """A slip in an example is seen where the developer has to mend it."""
    before = "<gi>pb</gi>"
    text = schema_file("odd").read_text("utf-8")
    assert before in text
    line = text[: text.index(before)].count("\n") + 1
    wrong = wrong_examples(text.replace(before, '<gi no="">pb</gi>', 1).encode())
    assert list(wrong) == [(line, "The attribute no is not allowed on <gi>.")]
