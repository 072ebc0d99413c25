"""The compiled schema is kept, and never trusted more than the schema itself."""

from __future__ import annotations

import os
import pickle
import shutil
from pathlib import Path

import pytest
from lxml import etree
from xmlschema import XMLSchema10

from tei_cable.schema import schema_directory
from tei_cable.validation import xmlschema_cache
from tests.validation.mutants import CONSTRUCTS, MUTANTS


@pytest.fixture
def xsd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a small schema, with a cache of its own."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    text = '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="{}"/></schema>'
    path = tmp_path / "schemas" / "a.xsd"
    path.parent.mkdir()
    path.write_text(text.format("a"), "utf-8")
    return path


def kept(xsd: Path) -> list[Path]:
    """Return the files of the cache."""
    return sorted((xsd.parent.parent / "cache" / "tei_cable").glob("*"))


def test_a_schema_is_compiled_once(xsd: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second time it comes from the cache and gives the same verdicts."""
    xmlschema_cache.compiled(xsd)
    (file,) = kept(xsd)
    assert file.suffix == ".pickle"
    monkeypatch.setattr("xmlschema.XMLSchema10", None)
    again = xmlschema_cache.compiled(xsd)
    assert again.is_valid(etree.fromstring("<a/>"))
    assert not again.is_valid(etree.fromstring("<b/>"))


def test_a_changed_schema_is_compiled_anew(xsd: Path) -> None:
    """What is kept is kept for the bytes of the schema."""
    xmlschema_cache.compiled(xsd)
    xsd.write_text(xsd.read_text("utf-8").replace('"a"', '"b"'), "utf-8")
    assert xmlschema_cache.compiled(xsd).is_valid(etree.fromstring("<b/>"))
    assert len(kept(xsd)) == 2


@pytest.mark.parametrize("data", [b"", b"not a pickle", pickle.dumps(["other"])])
def test_a_damaged_file_is_replaced(xsd: Path, data: bytes) -> None:
    """It costs time, and nothing else."""
    xmlschema_cache.compiled(xsd)
    (file,) = kept(xsd)
    file.write_bytes(data)
    assert isinstance(xmlschema_cache.compiled(xsd), XMLSchema10)
    assert kept(xsd)[0].stat().st_size > len(data)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions are those of POSIX")
def test_a_file_that_others_can_write_is_not_read(
    xsd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pickle can run code, so only the user's own is opened."""
    xmlschema_cache.compiled(xsd)
    (file,) = kept(xsd)
    file.chmod(0o666)
    monkeypatch.setattr(pickle, "loads", None)
    assert isinstance(xmlschema_cache.compiled(xsd), XMLSchema10)


def test_a_cache_that_cannot_be_written_is_done_without(
    xsd: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A read-only home is no error."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(xsd))
    assert isinstance(xmlschema_cache.compiled(xsd), XMLSchema10)


def test_the_kept_schema_of_the_project_judges_as_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is lost on the way to the cache and back."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    copied = Path(shutil.copytree(schema_directory(), tmp_path / "schemas"))
    schemas = [xmlschema_cache.compiled(copied / "tei_cable.xsd") for _ in range(2)]
    texts = [CONSTRUCTS.read_text("utf-8"), *(mutant.text() for mutant in MUTANTS)]
    for text in texts:
        root = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False))
        assert schemas[0].is_valid(root) == schemas[1].is_valid(root)
