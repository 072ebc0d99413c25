"""Each folder of samples/: its input becomes its expected TEI, valid, and with nothing lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from tei_cable import convert, read_source, validate, verify
from tei_cable.config import DEFAULT_FILE, Config, load_config
from tei_cable.reporters import write_text
from tests.tei_all import jing, tei_all

SAMPLES = sorted(p.parent for p in Path("samples").glob("*/input.*"))
cases = pytest.mark.parametrize("folder", SAMPLES, ids=lambda folder: folder.name)


def _input(folder: Path) -> Path:
    """Return a sample's input, whatever its format."""
    (found,) = folder.glob("input.*")
    return found


def _config(folder: Path) -> Config | None:
    """Return the settings of a sample that has some."""
    file = folder / DEFAULT_FILE
    return load_config(file) if file.is_file() else None


def _expect(path: Path, found: bytes, *, accept: bool) -> None:
    if accept:
        path.write_bytes(found)
    assert found.decode() == path.read_text("utf-8")


@cases
def test_sample_becomes_its_expected_tei(folder: Path, accept: bool) -> None:
    """The TEI of a sample is the one that was read line by line and accepted."""
    result = convert(read_source(_input(folder)), _config(folder))
    _expect(folder / "expected.xml", result.xml, accept=accept)


@cases
def test_sample_gives_its_expected_findings(folder: Path, accept: bool) -> None:
    """What is said about a sample, and where, is what was accepted."""
    result = convert(read_source(_input(folder)), _config(folder))
    report = io.StringIO()
    write_text([replace(f, file=_input(folder).name) for f in result.findings], report)
    _expect(folder / "findings.txt", report.getvalue().encode(), accept=accept)


@cases
def test_sample_is_valid_and_loses_nothing(folder: Path) -> None:
    """The expected TEI is valid here, and holds all of its input."""
    data = (folder / "expected.xml").read_bytes()
    assert validate(data, "expected.xml") == []
    assert verify(data, "expected.xml", read_source(_input(folder))) == []


@cases
def test_sample_is_valid_in_all_of_tei(folder: Path) -> None:
    """Jing accepts the expected TEI against TEI's own tei_all."""
    assert jing(tei_all(), folder / "expected.xml", check_ids=False) == []


@cases
def test_sample_says_what_it_shows(folder: Path) -> None:
    """Each sample has a README, since samples document the encoding."""
    assert (folder / "README.md").read_text("utf-8").startswith("# ")
