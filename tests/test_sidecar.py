"""What a sidecar may say, and how it is told that it can't be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.errors import SourceError
from tei_cable.sidecar import fields_of, sidecar_of

if TYPE_CHECKING:
    from pathlib import Path


def test_fields_come_in_order_and_blank_ones_not_at_all() -> None:
    """A byte order mark is no part of the first name; a number stays as it is written."""
    data = "\ufefftitle: Elms\ndate: 1962-11-02\nplace:\n'no': \"ashes\\tand oaks\"\n".encode()
    expected = (("title", "Elms"), ("date", "1962-11-02"), ("no", "ashes\tand oaks"))
    assert fields_of(data, "a.yaml") == expected
    assert fields_of(b"# nothing\n", "a.yaml") == ()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"title: x\n? [a, b]\n: c\n", "line 2: the name of a field is no single value"),
        (b"title: x\nplace: [a]\n", "line 2: a field has no single value"),
        (b"- a\n", "line 1: there is no field"),
        (b"title: x\n a: b: c\n", "line 2, column 3: this is no YAML (mapping values"),
        (b"title: x\ndate: caf\xe9\n", "line 2: a byte is not UTF-8"),
        (b"title: x\ndate: a\x07b\n", "line 2: YAML has no place for the character U+0007"),
        (b'title: x\ndate: "\\a"\n', "line 2: XML cannot hold the character U+0007"),
        (b'title: x\ndate: "\\ud800"\n', "line 2: XML cannot hold the character U+D800"),
        (b"title: " + b"[" * 5000, "it is nested too deep"),
    ],
)
def test_what_is_no_field_is_told_with_its_line(data: bytes, problem: str) -> None:
    """Each way to be wrong has its own words, and the file's name."""
    with pytest.raises(SourceError) as told:
        fields_of(data, "a.yaml")
    assert str(told.value).startswith(f"a.yaml: {problem}")


def test_a_sidecar_is_found_by_its_name(tmp_path: Path) -> None:
    """It has the source's name, with or without its ending; it is not its own."""
    for name in ("a.txt", "b.txt", "c.yaml", "a.yaml", "b.txt.yaml", "ab.yaml"):
        (tmp_path / name).touch()
    assert sidecar_of(tmp_path / "a.txt") == tmp_path / "a.yaml"
    assert sidecar_of(tmp_path / "b.txt") == tmp_path / "b.txt.yaml"
    assert sidecar_of(tmp_path / "c.yaml") is None
