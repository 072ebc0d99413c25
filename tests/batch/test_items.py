"""Where the documents of a batch come from."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import zipfile
from typing import TYPE_CHECKING

import pytest

from tei_cable.batch.archives import LARGEST
from tei_cable.batch.items import Item, find_items
from tei_cable.batch.names import safe_name
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


@pytest.mark.parametrize("name", ["bad.zip", "bad.tar.gz", "bad.tgz", "bad.tar"])
def test_an_archive_that_cannot_be_read_fails_alone(tmp_path: Path, name: str) -> None:
    """It is an item of its own name; the sources after it are read."""
    (tmp_path / name).write_bytes(b"not an archive")
    (tmp_path / "good.txt").write_text("good")
    bad, good = find_items([str(tmp_path / name), str(tmp_path / "good.txt")])
    with pytest.raises(SourceError, match=f"{name}: the archive cannot be read"):
        bad.read()
    assert good.read() == b"good"


def test_a_damaged_member_fails_alone(tmp_path: Path) -> None:
    """A member whose bytes are spoilt, or which is too large, is told; the next is read."""
    path = tmp_path / "box.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("1.txt", "one " * 100)
        archive.writestr("2.txt", b" " * (LARGEST + 1))
        archive.writestr("3.txt", "three")
    data = bytearray(path.read_bytes())
    start = data.index(b"1.txt") + len("1.txt")
    data[start : start + 4] = b"\xff\xff\xff\xff"
    path.write_bytes(data)
    damaged, large, good = find_items([str(path)])
    with pytest.raises(SourceError, match=r"box/1\.txt: it cannot be unpacked: "):
        damaged.read()
    with pytest.raises(SourceError, match="it is larger than 64 MB"):
        large.read()
    assert good.read() == b"three"


def test_a_broken_off_archive_gives_what_is_whole(tmp_path: Path) -> None:
    """What stands before the damage is read, and the damage told."""
    path = tmp_path / "crate.tar.gz"
    with tarfile.open(path, "w:gz") as tar:
        for name in ("1.txt", "2.txt"):
            member = tarfile.TarInfo(name)
            member.size = 100_000
            tar.addfile(member, io.BytesIO(hashlib.shake_256(name.encode()).digest(100_000)))
    path.write_bytes(path.read_bytes()[:150_000])
    first, *_, told = find_items([str(path)])
    assert (first.name, len(first.read())) == ("crate/1.txt", 100_000)
    with pytest.raises(SourceError, match=r"crate\.tar\.gz: the archive cannot be read"):
        told.read()


def test_a_line_that_is_too_large_or_deep_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is never held whole; the line after it is read. A number of too many digits is none."""
    monkeypatch.setattr("tei_cable.batch.archives.LARGEST", 200_000)
    lines = ['{"text": "' + "a" * 500_000 + '"}', "[" * 100_000, "1" * 5000, '{"text": "good"}']
    (tmp_path / "all.jsonl").write_text("\n".join(lines) + "\n")
    large, deep, digits, good = find_items([str(tmp_path / "all.jsonl")])
    assert [x.problem.split(":")[0] for x in (large, deep, digits)] == [
        "line 1",
        "line 2 is nested too deep",
        "line 3 is not JSON",
    ]
    assert (good.name, good.read()) == ("all/4", b"good")


def test_files_are_named_from_their_common_folder(tmp_path: Path) -> None:
    """Two of one name stay two; one alone has its bare name; the sidecar is no document."""
    for name in ("x/a.txt", "y/z/a.txt", "x/a.yaml", "x/alone.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    files = [str(tmp_path / name) for name in ("x/a.txt", "y/z/a.txt")]
    assert _names(list(find_items(files))) == ["x/a.txt", "y/z/a.txt"]
    assert _names(list(find_items(files[:1]))) == ["a.txt"]
    items = list(find_items([str(tmp_path / "x")]))
    assert _names(items) == ["a.txt", "alone.yaml"]
    assert items[0].sidecar == tmp_path / "x/a.yaml"


def test_an_input_that_is_not_there_stops_before_the_first(tmp_path: Path) -> None:
    """Nothing is worked on if one of the inputs is a typing error."""
    (tmp_path / "a.txt").touch()
    with pytest.raises(SourceError, match="nowhere: there is no such file"):
        next(find_items([str(tmp_path / "a.txt"), str(tmp_path / "nowhere")]))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("a/b.txt", "a/b.txt"),
        ("Größe 100%.txt", "Größe 100%.txt"),
        ("a\0b\nc.txt", "a%00b%0Ac.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("\ud800.txt", "%ED%A0%80.txt"),
        ("../..", "document"),
    ],
)
def test_a_name_is_made_safe(name: str, safe: str) -> None:
    """What no name should have is encoded; all else stays as it is."""
    assert safe_name(name) == safe


def test_a_long_name_is_shortened_and_stays_its_own() -> None:
    """Two that differ at the end only do so still; the ending is kept."""
    one, other = (safe_name(f"d/{'ж' * 300}{n}.txt") for n in (1, 2))
    assert one != other
    assert one.endswith(".txt")
    assert all(len(part.encode()) <= 200 for part in one.split("/"))


def test_a_file_that_several_inputs_mean_is_taken_once(tmp_path: Path) -> None:
    """As the first names it, however it is reached; a link beside it is another document."""
    (tmp_path / "in/more").mkdir(parents=True)
    (tmp_path / "in/more/a.txt").touch()
    (tmp_path / "way").symlink_to(tmp_path / "in")
    given = [str(tmp_path / name) for name in ("in", "in/more", "in/**/*.txt", "way/more")]
    assert _names(list(find_items(given))) == ["more/a.txt"]
    (tmp_path / "in/more/b.txt").symlink_to(tmp_path / "in/more/a.txt")
    assert _names(list(find_items(given))) == ["more/a.txt", "more/b.txt"]
