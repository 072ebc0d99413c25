"""`convert_many`: sources in, results out, in their order, whatever becomes of one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tei_cable import Config, ConfigError, convert, convert_many, decode, read_source
from tei_cable.annotators.spacy_persons import pipeline
from tei_cable.batch import many
from tests.batch.poison import poisoned_given
from tests.pages import page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tei_cable import Source

CONFIG = Config(publisher="An archive")


def _sources(count: int = 5, name: str = "harvest.txt") -> list[Source]:
    texts = (page(f"The harvest of {1950 + number} was good.") for number in range(count))
    return [decode(text.encode(), name) for text in texts]


def test_results_come_in_order_and_are_those_of_convert() -> None:
    """Sources of one name stay apart; settings reach the processes."""
    results = list(convert_many(iter(_sources()), CONFIG, jobs=2))
    assert results == [convert(source, CONFIG) for source in _sources()]
    assert {result.name for result in results} == {"harvest.txt"}


def test_a_file_that_cannot_be_converted_is_a_result_with_a_finding(tmp_path: Path) -> None:
    """It has no XML; those after it are converted."""
    (tmp_path / "bad.txt").write_bytes(b"caf\xe9")
    (tmp_path / "good.txt").write_text(page())
    paths = [tmp_path / name for name in ("bad.txt", "gone.txt", "good.txt")]
    bad, gone, good = convert_many(paths, jobs=1)
    assert (bad.xml, gone.xml) == (b"", b"")
    assert [(f.code, f.file) for f in (*bad.findings, *gone.findings)] == [
        ("TC801", str(paths[0])),
        ("TC801", str(paths[1])),
    ]
    assert bad.findings[0].message.startswith("failed: line 1, column 4: the byte 0xE9")
    assert gone.findings[0].message.startswith("failed: No such file or directory")
    assert (good.name, good.xml[:5]) == (str(paths[2]), b"<?xml")


def test_a_crash_costs_its_document_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its result stands in its place and says what happened."""
    monkeypatch.setattr(many, "convert_given", poisoned_given)
    sources = _sources(4)
    sources[2:2] = [decode(page().encode(), "crash")]
    results = list(convert_many(sources, jobs=2))
    assert [bool(result.xml) for result in results] == [True, True, False, True, True]
    assert "exit code 3" in results[2].findings[0].message


def test_sources_are_taken_as_they_are_needed() -> None:
    """A caller that stops early has not waited for all."""
    taken: list[int] = []

    def endless() -> object:
        number = 0
        while True:
            taken.append(number)
            yield from _sources(1)
            number += 1

    results = convert_many(endless(), jobs=1)  # type: ignore[arg-type]
    assert next(results).xml
    results.close()  # type: ignore[attr-defined]
    assert len(taken) < 1000


def test_threads_may_convert_at_once() -> None:
    """What each does is what one alone would do, with settings of its own."""
    configs = [Config(publisher=f"Archive {number}") for number in range(4)]
    (source,) = _sources(1)
    alone = [convert(source, config) for config in configs]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda config: convert(source, config), configs * 5)) == alone * 5
        batches = threads.map(lambda config: list(convert_many([source], config, jobs=1)), configs)
        assert [result for (result,) in batches] == alone


@pytest.mark.parametrize(("jobs", "timeout"), [(0, 1.0), (1, 0.0)])
def test_what_makes_no_sense_is_an_error_at_once(jobs: int, timeout: float) -> None:
    """Before a result is asked for."""
    with pytest.raises(ValueError, match="expected more than 0"):
        convert_many([], jobs=jobs, timeout=timeout)


def test_no_sources_have_no_results() -> None:
    """No process has anything to do."""
    assert list(convert_many([])) == []


def test_paths_are_read_as_read_source_reads_them(tmp_path: Path) -> None:
    """A name will do for a path; the fields of a file beside the source count."""
    (tmp_path / "side.txt").write_text("14 March 1951\n\n" + "All is well in the grove. " * 40)
    (tmp_path / "side.yaml").write_text("title: Elms\n")
    by_name, by_path = convert_many([str(tmp_path / "side.txt"), tmp_path / "side.txt"], jobs=1)
    assert b'<title type="main">Elms</title>' in by_name.xml
    assert by_name == by_path == convert(read_source(tmp_path / "side.txt"))


@pytest.mark.parametrize("wrong", [42, None, b"cable.txt"])
def test_what_is_no_source_is_told_after_the_results_before_it(wrong: object) -> None:
    """The error names the element; what was in hand is not lost for it."""
    given = [*_sources(3), wrong, *_sources(1)]
    results = convert_many(given, jobs=1)  # type: ignore[arg-type]
    assert [bool(next(results).xml) for _ in range(3)] == [True, True, True]
    with pytest.raises(TypeError, match=rf"sources\[3\] is a {type(wrong).__name__}; expected"):
        next(results)


def test_an_error_of_the_sources_is_raised_after_the_results_before_it() -> None:
    """The caller's own iterator may break; what it has given is converted."""

    def broken() -> Iterator[Source]:
        yield from _sources(2)
        raise LookupError("the archive is closed")

    results = convert_many(broken(), jobs=1)
    assert next(results).xml
    assert next(results).xml
    with pytest.raises(LookupError, match="the archive is closed"):
        next(results)


def test_settings_that_cannot_be_used_are_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is raised at once, whatever the sources; nothing is a failure of each document."""
    with pytest.raises(ConfigError, match=r"none\.xml: No such file"):
        convert_many(_sources(2), Config(authority=(str(tmp_path / "none.xml"),)))
    monkeypatch.setattr("tei_cable.annotators.spacy_persons.MODEL", "a_model_that_is_not_there")
    pipeline.cache_clear()
    with pytest.raises(ConfigError, match="is not installed"):
        convert_many(_sources(2), Config(spacy=True))


@pytest.mark.parametrize("one", ["cable.txt", decode(page().encode(), "cable.txt")])
def test_one_source_is_not_many(one: object) -> None:
    """A path would be taken letter by letter."""
    with pytest.raises(TypeError, match="expected many"):
        convert_many(one)  # type: ignore[arg-type]
