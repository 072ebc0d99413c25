"""Where the documents of a batch come from."""

from __future__ import annotations

import io
import json
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_cable.batch.items import Item, find_items, listed
from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from pathlib import Path


def _names(items: list[Item]) -> list[str]:
    return [item.name for item in items]


def test_a_folder_is_searched_through_in_order(tmp_path: Path) -> None:
    """Names are relative to the folder and sorted; what is hidden is left out."""
    for name in ("b/2.txt", "a.txt", "b/1.txt", ".git/x.txt", "b/.hidden"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    items = list(find_items([str(tmp_path)]))
    assert _names(items) == ["a.txt", "b/1.txt", "b/2.txt"]
    assert [item.read() for item in items] == [b"a.txt", b"b/1.txt", b"b/2.txt"]


def test_a_pattern_keeps_the_folders_that_it_leaves_open(tmp_path: Path) -> None:
    """`**` goes through folders; the names begin where the pattern does."""
    for name in ("x/1.txt", "y/z/2.txt", "y/3.pdf"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert _names(list(find_items([f"{tmp_path}/**/*.txt"]))) == ["x/1.txt", "y/z/2.txt"]


@pytest.mark.parametrize(
    ("given", "message"),
    [("nowhere", "there is no such file"), ("nowhere/*.txt", "no file matches the pattern")],
)
def test_an_input_that_is_not_there_is_an_error(tmp_path: Path, given: str, message: str) -> None:
    """A typing error must not look like an empty batch."""
    with pytest.raises(SourceError, match=message):
        list(find_items([str(tmp_path / given)]))


def test_an_archives_members_are_documents_in_a_folder_of_its_name(tmp_path: Path) -> None:
    """A member never leads out of the output folder, whatever it is called."""
    with zipfile.ZipFile(tmp_path / "box.zip", "w") as archive:
        archive.writestr("a/1.txt", "one")
        archive.writestr("../../etc/2.txt", "two")
    with tarfile.open(tmp_path / "crate.tar.gz", "w:gz") as tar:
        member = tarfile.TarInfo("/abs/3.txt")
        member.size = 5
        tar.addfile(member, io.BytesIO(b"three"))
    items = list(find_items([str(tmp_path / "box.zip"), str(tmp_path / "crate.tar.gz")]))
    assert _names(items) == ["box/a/1.txt", "box/etc/2.txt", "crate/abs/3.txt"]
    assert [item.read() for item in items] == [b"one", b"two", b"three"]


def test_a_line_of_json_is_a_document(tmp_path: Path) -> None:
    """Its name is its id, else the number of the line; the text is in the field asked for."""
    lines = [{"id": "d-1", "body": "one"}, {"body": "two"}, {"id": 3, "body": "three"}]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)) + "\n\n")
    items = list(find_items([str(path)], text_field="body"))
    assert _names(items) == ["all/d-1", "all/2", "all/3"]
    assert [item.read() for item in items] == [b"one", b"two", b"three"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [("{", "line 1 is not JSON"), ("[]", "no field 'text'"), ('{"text": 1}', "no field 'text'")],
)
def test_a_line_that_is_no_document_fails_alone(tmp_path: Path, line: str, problem: str) -> None:
    """The line is an item that cannot be read; those after it are."""
    (tmp_path / "all.jsonl").write_text(f'{line}\n{{"text": "good"}}\n')
    bad, good = find_items([str(tmp_path / "all.jsonl")])
    with pytest.raises(SourceError, match=problem):
        bad.read()
    assert good.read() == b"good"


@pytest.mark.parametrize("name", ["bad.zip", "bad.tar.gz"])
def test_an_archive_that_cannot_be_read_is_an_error(tmp_path: Path, name: str) -> None:
    """The message names the archive."""
    (tmp_path / name).write_bytes(b"not an archive")
    with pytest.raises(SourceError, match="the archive cannot be read"):
        list(find_items([str(tmp_path / name)]))


def test_a_list_has_an_input_on_each_line() -> None:
    """Blank lines and comments are passed over."""
    assert list(listed(["a.txt\n", "\n", "# not this\n", "  b c.txt \n"])) == ["a.txt", "b c.txt"]
