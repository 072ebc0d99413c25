"""`convert_many`: sources in, results out, in their order, whatever becomes of one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from tei_cable import Config, convert, convert_many, decode
from tei_cable.batch import many
from tests.batch.poison import poisoned_given
from tests.pages import page

if TYPE_CHECKING:
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
