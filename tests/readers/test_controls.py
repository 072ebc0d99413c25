"""Characters that XML cannot hold are reported once each."""

from __future__ import annotations

from tei_cable.readers.controls import left_out_characters
from tei_cable.source import decode


def test_each_character_is_one_finding_with_count_and_first_place() -> None:
    """Thousands of them are two lines of report, not thousands."""
    source = decode(b"an\x07 elm\n" + b"\x01\x07" * 500 + b"\x01", "a.txt")
    found = [(f.line, f.column, f.message) for f in left_out_characters(source)]
    assert found == [
        (1, 3, "the control character U+0007 is left out, in 501 places"),
        (2, 1, "the control character U+0001 is left out, in 501 places"),
    ]


def test_one_place_is_not_counted() -> None:
    """A single one says so by itself; a text without has none."""
    (told,) = left_out_characters(decode(b"a\x07b", "a.txt"))
    assert told.message == "the control character U+0007 is left out"
    assert not list(left_out_characters(decode(b"a\tb\x0c", "a.txt")))
