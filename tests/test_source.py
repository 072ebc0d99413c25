"""Bytes become a source, or a clear error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.errors import SourceError
from tei_cable.source import decode, read_source

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Грибков".encode(), "utf-8"),
        ("Грибков".encode("utf-8-sig"), "utf-8-sig"),
        ("Грибков".encode("utf-16"), "utf-16"),
    ],
)
def test_text_is_decoded_by_its_byte_order_mark(data: bytes, encoding: str) -> None:
    """UTF-8 with and without a mark, and UTF-16 with one, are read; the mark is no text."""
    source = decode(data, "a.txt")
    assert (source.text, source.encoding) == ("Грибков", encoding)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (b"\x89PNG...", "the file is a PNG image, not text"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"text\0text", "zero byte at offset 4"),
        ("Grove".encode("utf-32"), "the file is in UTF-32"),
        ("\ufeffGrove".encode("utf-32-be"), "the file is in UTF-32"),
        ("\ufeffOak\nEl\0m".encode("utf-16-le"), "a zero character in line 2"),
        (b"first\nsecond \xe9t\xe9", "line 2, column 8: the byte 0xE9 is not UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    """The error names the file, what was found, and what was expected."""
    with pytest.raises(SourceError) as caught:
        decode(data, "cable.txt")
    assert str(caught.value).startswith("cable.txt: ")
    assert message in str(caught.value)
    assert "expected a text in UTF-8" in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that isn't there is an error with its name."""
    with pytest.raises(SourceError, match=r"nowhere\.txt: No such file"):
        read_source(tmp_path / "nowhere.txt")


def test_positions_count_from_one_over_every_line_end() -> None:
    """LF, CRLF and CR end lines; columns are code points."""
    source = decode("ab\r\nć\rx\ny".encode(), "a.txt")
    positions = [source.position(source.text.index(c)) for c in "abćxy"]
    assert positions == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]


def test_a_file_beside_the_source_is_read_with_it(tmp_path: Path) -> None:
    """Its fields are stated of the source; a name will do for a path, and it can be left out."""
    (tmp_path / "side.txt").write_text("The harvest was good.")
    (tmp_path / "side.yaml").write_text("title: Elms\n")
    source = read_source(str(tmp_path / "side.txt"))
    assert source == read_source(tmp_path / "side.txt")
    assert source.stated == (("title", "Elms"),)
    assert read_source(tmp_path / "side.txt", sidecar=False).stated == ()
    (tmp_path / "side.yaml").write_text("title: [a]\n")
    with pytest.raises(SourceError, match=r"side\.yaml: line 1"):
        read_source(tmp_path / "side.txt")
