"""Documents made from the schema: all engines and TEI's own schema accept them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_cable.schema import schema_file
from tei_cable.validation import VALIDATORS, Engine
from tei_cable.validation.relaxng import relaxng_is_valid
from tei_cable.validation.xsd import xsd_problems
from tests.schema.generate import Generator, spoil
from tests.tei_all import jing, tei_all

if TYPE_CHECKING:
    from pathlib import Path

_SEEDS = range(30)
_MANY = range(500)  # for jing, which judges all in one run


def document(seed: int) -> etree._Element:
    """Return the document of a seed."""
    return Generator(Random(seed)).document()  # noqa: S311 (it is to be repeatable, not secret)


def spoilt(seed: int) -> etree._Element:
    """Return the document of a seed with one change, which may leave it valid."""
    root = document(seed)
    spoil(root, Random(seed))  # noqa: S311 (as above)
    return root


def write(root: etree._Element, path: Path) -> Path:
    """Write a document and return its path."""
    path.write_bytes(etree.tostring(root, encoding="utf-8"))
    return path


def parsed(root: etree._Element) -> etree._ElementTree:
    """Return the tree as it is read from a file."""
    parser = etree.XMLParser(collect_ids=False)
    return etree.fromstring(etree.tostring(root), parser).getroottree()


@pytest.fixture(scope="module")
def valid(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return the files of the generated documents."""
    directory = tmp_path_factory.mktemp("generated")
    return [write(document(seed), directory / f"{seed}.xml") for seed in _MANY]


def test_generated_documents_are_varied() -> None:
    """Nearly all elements of the schema occur in them, so that the tests below say something."""
    seen = {e.tag for seed in _SEEDS for e in document(seed).iter(etree.Element)}
    assert len(seen) > 120


@pytest.mark.parametrize("engine", VALIDATORS)
def test_generated_documents_are_valid_by_each_engine(engine: Engine) -> None:
    """What the content models allow, the engine accepts."""
    for seed in _SEEDS:
        problems = VALIDATORS[engine](parsed(document(seed)))
        assert problems == [], seed


def test_generated_documents_are_valid_tei(valid: list[Path]) -> None:
    """What our schema allows, TEI allows, values of attributes included."""
    assert jing(schema_file("rng"), *valid) == []
    assert jing(tei_all(), *valid, check_ids=False) == []


def test_engines_agree_on_spoilt_documents(tmp_path: Path) -> None:
    """Four engines give one verdict on each document, and some of either kind occur."""
    verdicts = {}
    for seed in _SEEDS:
        tree = parsed(spoilt(seed))
        ours = relaxng_is_valid(tree)
        verdicts[write(tree.getroot(), tmp_path / f"{seed}.xml")] = ours
        assert ours == (xsd_problems(tree) == []), seed
        for validate in VALIDATORS.values():
            assert ours == (validate(tree) == []), seed
    assert set(verdicts.values()) == {True, False}
    said = "\n".join(jing(schema_file("rng"), *verdicts))
    assert {path: f"{path}:" not in said for path in verdicts} == verdicts
