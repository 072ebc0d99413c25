"""Batches: each document is accounted for, whatever becomes of it."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tei_cable import Config, convert, decode
from tei_cable.annotators import spacy_persons
from tei_cable.batch.account import read_account
from tei_cable.batch.engine import Processes
from tei_cable.batch.items import Item, find_items
from tei_cable.batch.manifest import Manifest, read_manifest, versions
from tei_cable.batch.outputs import output_name, write_output
from tei_cable.batch.run import MANIFEST, Shard, convert_container, convert_folder
from tei_cable.batch.work import PAUSE, Outcome, Status, Task, batches, work
from tei_cable.errors import ConfigError, SourceError
from tei_cable.writing import replaced
from tests.batch.poison import poisoned_work
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGES = {f"d/{n}.txt": page(f"The harvest of {1950 + n} was good.").encode() for n in range(6)}


def _items(pages: dict[str, bytes] = PAGES) -> list[Item]:
    return [Item(name, Path(name), data) for name, data in pages.items()]


def _here(tasks: Iterable[Task], folder: Path | None, config: Config, /) -> Iterator[Outcome]:
    """An engine without processes."""
    for task in tasks:
        yield from work([task], folder, config)


def _tree(folder: Path) -> dict[str, bytes]:
    files = (p for p in folder.rglob("*.xml"))
    return {str(p.relative_to(folder)): p.read_bytes() for p in files}


def test_a_batch_makes_what_convert_makes(tmp_path: Path) -> None:
    """Each output is the same bytes as by itself, at a place that follows from its name."""
    summary = convert_folder(_items(), tmp_path, Config(), engine=Processes(jobs=2, batch=2))
    assert (summary.total, summary.clean) == (6, True)
    expected = {
        name.replace(".txt", ".xml"): convert(decode(data, name), Config()).xml
        for name, data in PAGES.items()
    }
    assert _tree(tmp_path) == expected


def test_bad_documents_are_named_and_the_others_converted(tmp_path: Path) -> None:
    """A crash, a hang, a bug, an empty file, one that is no UTF-8: each costs itself alone."""
    bad = {"crash": b"x", "hang": b"x", "raise": b"x", "empty": b"", "latin": b"caf\xe9"}
    items = _items({**PAGES, **bad})
    engine = Processes(jobs=2, timeout=1.0, batch=4, work=poisoned_work)
    summary = convert_folder(items, tmp_path, Config(), engine=engine)
    manifest = read_manifest(tmp_path / MANIFEST)
    assert {name: manifest[name].status for name in bad} == {
        "crash": Status.CRASHED,
        "hang": Status.TIMED_OUT,
        "raise": Status.CRASHED,
        "empty": Status.FAILED,
        "latin": Status.FAILED,
    }
    assert "exit code 3" in manifest["crash"].problem
    assert manifest["raise"].problem == "RuntimeError: a bug"
    assert (summary.total, summary.clean) == (11, False)
    assert len(_tree(tmp_path)) == len(PAGES)


def test_resume_leaves_what_is_done_and_redoes_what_changed(tmp_path: Path) -> None:
    """Input, settings and output count: each change makes a document to be done again."""
    convert_folder(_items(), tmp_path, Config(), engine=_here)
    again = convert_folder(_items(), tmp_path, Config(), engine=_here, resume=True)
    assert (again.unchanged, again.statuses) == (6, Counter())
    changed = {**PAGES, "d/1.txt": page("Another text.").encode()}
    (tmp_path / "d/2.xml").write_bytes(b"torn")
    (tmp_path / "d/3.xml").unlink()
    third = convert_folder(_items(changed), tmp_path, Config(), engine=_here, resume=True)
    assert (third.unchanged, third.statuses.total()) == (3, 3)
    other = Config(publisher="An archive")
    assert convert_folder(_items(), tmp_path, other, engine=_here, resume=True).unchanged == 0


def test_a_run_that_was_broken_off_is_taken_up(tmp_path: Path) -> None:
    """A torn last line of the manifest is passed over, and the document done again."""
    convert_folder(_items(), tmp_path, Config(), engine=_here)
    manifest = tmp_path / MANIFEST
    data = manifest.read_bytes()
    manifest.write_bytes(data[: data.index(b'{"end"') - 20])
    again = convert_folder(_items(), tmp_path, Config(), engine=_here, resume=True)
    assert (again.unchanged, again.statuses.total()) == (5, 1)
    assert {d.status for d in read_manifest(manifest).values()} == {Status.CONVERTED}


def test_long_names_that_begin_alike_do_not_share_a_place_while_they_are_written(
    tmp_path: Path,
) -> None:
    """What is half written has a name of its own for each target, the same in the next run."""
    one, other = (tmp_path / f"{'cable-from-the-embassy-' * 5}{n}.xml" for n in (1, 2))
    with replaced(one, alone=True) as first, replaced(other, alone=True) as second:
        assert first != second
        first.write_text("one")
        second.write_text("two")
    assert (one.read_text(), other.read_text()) == ("one", "two")
    with replaced(one, alone=True) as again:
        assert again == first
        again.write_text("three")


def test_two_runs_do_not_write_into_one_folder(tmp_path: Path) -> None:
    """The second is refused at once; another part of the batch is not."""
    made_with = versions(Config())
    with Manifest(tmp_path / MANIFEST, made_with):
        with pytest.raises(ConfigError, match="another run is working there"):
            convert_folder(_items(), tmp_path, Config(), engine=_here)
        convert_folder(_items(), tmp_path, Config(), engine=_here, shard=Shard(1, 2))


def test_parts_of_a_batch_are_disjoint_and_are_all_of_it(tmp_path: Path) -> None:
    """Whoever runs part i of n, in whatever order, the documents are the same."""
    parts = [
        convert_folder(_items(), tmp_path, Config(), engine=_here, shard=Shard(number, 3))
        for number in (3, 1, 2)
    ]
    assert sum(part.total for part in parts) == len(PAGES)
    assert len(_tree(tmp_path)) == len(PAGES)


def test_the_account_is_that_of_the_last_batch(tmp_path: Path) -> None:
    """A run that begins anew counts alone, one that resumes counts with what it resumed."""
    convert_folder(_items(), tmp_path, Config(), engine=_here)
    convert_folder(_items()[:2], tmp_path, Config(), engine=_here)
    assert len(read_account(tmp_path).done) == 2
    convert_folder(_items()[1:4], tmp_path, Config(), engine=_here, resume=True)
    assert sorted(read_account(tmp_path).done) == ["d/0.txt", "d/1.txt"]


def test_the_account_of_parts_leaves_out_other_divisions(tmp_path: Path) -> None:
    """The batch as a whole, or in another number of parts, was another batch; a gap is told."""
    for shard in (Shard(), Shard(1, 2), Shard(2, 3)):
        convert_folder(_items(), tmp_path, Config(), engine=_here, shard=shard)
    account = read_account(tmp_path)
    assert account.missing == ["manifest-1-of-3.jsonl", "manifest-3-of-3.jsonl"]
    assert all(Shard(2, 3).holds(name) for name in account.done)
    for number in (1, 3):
        convert_folder(_items(), tmp_path, Config(), engine=_here, shard=Shard(number, 3))
    account = read_account(tmp_path)
    assert (sorted(account.done), account.missing, account.open) == (sorted(PAGES), [], [])


def test_the_account_tells_a_run_that_has_not_ended(tmp_path: Path) -> None:
    """Its last line is missing: it is at work still, or was broken off."""
    convert_folder(_items(), tmp_path, Config(), engine=_here)
    manifest = tmp_path / MANIFEST
    data = manifest.read_bytes()
    manifest.write_bytes(data[: data.index(b'{"end"')])
    assert read_account(tmp_path).open == [MANIFEST]


@pytest.mark.parametrize(("number", "count"), [(0, 2), (3, 2)])
def test_a_part_that_is_not_there_is_an_error(number: int, count: int) -> None:
    """Parts are counted from 1."""
    with pytest.raises(ValueError, match="is no part"):
        Shard(number, count)


def test_two_documents_of_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    """The first is converted, the second fails and says why; letter case makes no difference."""
    data = next(iter(PAGES.values()))
    items = [Item("a.txt", Path("x"), data), Item("A.txt", Path("y"), data)]
    summary = convert_folder(items, tmp_path, Config(), engine=_here)
    assert summary.statuses == {Status.CONVERTED: 1, Status.FAILED: 1}
    assert "another document of the batch" in read_manifest(tmp_path / MANIFEST)["A.txt#2"].problem


def test_each_document_is_told_as_it_is_done(tmp_path: Path) -> None:
    """An outcome for what was worked on, None for what was left."""
    told: list[Outcome | None] = []
    convert_folder(_items(), tmp_path, Config(), engine=_here, each=told.append)
    assert [outcome.name for outcome in told if outcome] == list(PAGES)
    told.clear()
    convert_folder(_items(), tmp_path, Config(), engine=_here, each=told.append, resume=True)
    assert told == [None] * 6


@pytest.mark.parametrize("suffix", ["zip", "jsonl"])
def test_one_file_holds_all_documents_in_their_order(tmp_path: Path, suffix: str) -> None:
    """The order is that of the batch, whoever was done first; two runs give the same bytes."""
    target = tmp_path / f"all.{suffix}"
    versions_ = []
    for batch in (1, 4):
        engine = Processes(jobs=2, batch=batch)
        assert convert_container(_items(), target, Config(), engine=engine).clean
        versions_.append(target.read_bytes())
    assert versions_[0] == versions_[1]
    assert [p.name for p in tmp_path.iterdir()] == [target.name]
    if suffix == "zip":
        names = zipfile.ZipFile(target).namelist()
        assert names == [name.replace(".txt", ".xml") for name in PAGES]
    else:
        lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
        assert [line["name"] for line in lines] == list(PAGES)
        assert all(line["xml"].startswith("<?xml") for line in lines)


@pytest.mark.parametrize(
    ("name", "levels", "expected"),
    [
        ("a/b.txt", 0, "a/b.xml"),
        ("a/b.json", 0, "a/b.json.xml"),
        ("a/b.v2", 0, "a/b.v2.xml"),
        ("a/b.txt", 1, "30/a/b.xml"),
    ],
)
def test_the_place_of_an_output_follows_from_the_name(
    name: str, levels: int, expected: str
) -> None:
    """Text gives way to XML, other endings stay; levels of folders come from the digest."""
    found = output_name(name, levels=levels)
    assert found == expected if not levels else found.endswith("/a/b.xml")


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where the place is taken by a folder, it stays; nothing half written is left."""
    (tmp_path / "taken.xml").mkdir()
    with pytest.raises(SourceError, match=r"taken\.xml"):
        write_output(tmp_path / "taken.xml", b"data")
    assert [p.name for p in tmp_path.iterdir()] == ["taken.xml"]


def test_a_line_that_is_none_is_passed_over(tmp_path: Path) -> None:
    """The warning tells the line; those after it count."""
    convert_folder(_items(), tmp_path, Config(), engine=_here)
    file = tmp_path / MANIFEST
    bad = b'{"name": "a"}\n[]\n{\n{"name": 1, "status": []}\n'
    file.write_bytes(bad + file.read_bytes())
    told: list[str] = []
    assert len(read_manifest(file, warn=told.append)) == len(PAGES)
    assert [message.split(": ")[1].split()[:2] for message in told] == [
        ["line", str(number)] for number in range(1, 5)
    ]


def test_what_former_runs_said_is_read_to_resume_them_only(tmp_path: Path) -> None:
    """A run that begins anew looks at no old line."""
    (tmp_path / MANIFEST).write_text("what\n")
    told: list[str] = []
    convert_folder(_items(), tmp_path, Config(), engine=_here, warn=told.append)
    assert told == []
    convert_folder(_items(), tmp_path, Config(), engine=_here, resume=True, warn=told.append)
    assert len(told) == 1


@pytest.mark.parametrize("name", ["out.zip", "out.jsonl"])
def test_a_container_that_fails_leaves_nothing(tmp_path: Path, name: str) -> None:
    """A run that is broken off leaves what was there, and nothing half written."""
    (tmp_path / name).write_text("old")

    def broken(tasks: Iterable[Task], folder: Path | None, config: Config, /) -> Iterator[Outcome]:
        yield from _here(tasks, folder, config)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        convert_container(_items(), tmp_path / name, Config(), engine=broken)
    assert [p.read_text() for p in tmp_path.iterdir()] == ["old"]


def test_the_items_of_a_folder_make_a_batch(tmp_path: Path) -> None:
    """From files on disk to files on disk."""
    source, target = tmp_path / "in", tmp_path / "out"
    (source / "d").mkdir(parents=True)
    for name, data in PAGES.items():
        (source / name).write_bytes(data)
    assert convert_folder(find_items([str(source)]), target, Config(), engine=_here).clean
    assert len(_tree(target)) == len(PAGES)


def test_resume_sees_a_change_of_each_file_that_names_come_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Word lists and the index count as the authority files do; code is the version's."""
    (tmp_path / "words").mkdir()
    for name in ("persons.xml", "index.json", "words/offices.txt", "loader.py"):
        (tmp_path / name).write_text("one")
    monkeypatch.setattr("tei_cable.batch.manifest.files", lambda _: tmp_path)
    seen = [versions(Config())["authority"]]
    for name in ("persons.xml", "index.json", "words/offices.txt"):
        (tmp_path / name).write_text("two")
        seen.append(versions(Config())["authority"])
    assert len(set(seen)) == 4
    (tmp_path / "loader.py").write_text("two")
    assert versions(Config())["authority"] == seen[-1]


def test_resume_sees_another_model_of_spacy(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it finds is the model's, so its version counts where it is asked."""
    numbers = {"spacy": "3.8.1", spacy_persons.MODEL: "3.8.0"}
    monkeypatch.setattr(spacy_persons, "version", numbers.__getitem__)
    one = versions(Config(spacy=True))
    numbers[spacy_persons.MODEL] = "3.8.9"
    assert one != versions(Config(spacy=True))
    assert "model" not in versions(Config())


def test_what_waits_for_a_slow_document_is_bounded(tmp_path: Path) -> None:
    """No more are handed out until it is done; all of them come out, in their order."""
    taken: list[str] = []

    def items() -> Iterator[Item]:
        for number in range(60):
            name = "hang" if number == 0 else f"{number:02}.txt"
            taken.append(name)
            yield Item(name, Path(name), PAGES["d/0.txt"])

    done: list[tuple[str, int]] = []

    def each(outcome: Outcome | None) -> None:
        assert outcome
        done.append((outcome.name, len(taken)))

    engine = Processes(jobs=2, timeout=3.0, batch=1, work=poisoned_work)
    target = tmp_path / "all.jsonl"
    convert_container(items(), target, Config(), engine=engine, early=8, each=each)
    assert [name for name, _ in done] == taken
    assert len(taken) == 60
    first, taken_by_then = done[0]
    assert first == "hang"
    assert taken_by_then <= 8 + 4 + 1


def test_a_pause_ends_a_batch() -> None:
    """What is at hand is worked on; () says that there is no more for now."""
    one, two, three = (Task(item, "") for item in _items()[:3])
    made = list(batches([one, PAUSE, PAUSE, two, three], 2))
    assert made == [(one,), (), (two, three)]
