"""The engines are independent of each other, and give the same verdict."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from copy import deepcopy
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest
from click.testing import CliRunner
from lxml import etree

from tei_cable.cli import main
from tei_cable.errors import ConfigError
from tei_cable.schema import schema_file
from tei_cable.validation import Engine, engines, validate, validate_by_jing
from tei_cable.validation import jing as jing_engine
from tei_cable.validation.engines import VALIDATORS
from tei_cable.validation.explain import cable_models
from tei_cable.validation.jing import why_unavailable
from tei_cable.validation.relaxng import relaxng_is_valid
from tests.schema.generate import spoil
from tests.tei_all import unavailable
from tests.validation.mutants import CONSTRUCTS, MUTANTS

if TYPE_CHECKING:
    from tests.validation.mutants import Mutant

_COUNT = 2000
_PARAGRAPHS = 3


@pytest.fixture(scope="module")
def java() -> None:
    """Skip the test where jing can't run."""
    if why_unavailable():
        unavailable(why_unavailable())


def samples() -> list[etree._Element]:
    """Return the samples, cut after a few paragraphs."""
    roots = []
    for path in sorted(Path("samples").glob("*/expected.xml")):
        root = etree.parse(path, etree.XMLParser(collect_ids=False)).getroot()
        for paragraph in root.findall("{*}text/{*}body/{*}div/{*}p")[_PARAGRAPHS:]:
            parent = paragraph.getparent()
            assert parent is not None
            parent.remove(paragraph)
        roots.append(root)
    return roots


def spoilt() -> list[bytes]:
    """Return mutants of the samples; the same ones each time."""
    roots, made = samples(), []
    for seed in range(_COUNT):
        random = Random(seed)  # noqa: S311 (no secret)
        root = deepcopy(roots[seed % len(roots)])
        for _ in range(random.randint(1, 3)):
            spoil(root, random)
        made.append(etree.tostring(root))
    return made


def is_valid(engine: Engine, data: bytes) -> bool:
    """Return the verdict of an engine about the grammar."""
    tree = etree.fromstring(data, etree.XMLParser(collect_ids=False)).getroottree()
    return not VALIDATORS[engine](tree)


@pytest.mark.usefixtures("java")
def test_engines_give_one_verdict_on_mutants_of_the_samples() -> None:
    """libxml2, the derivatives, xmlschema and jing agree on each of 2,000 documents."""
    documents = spoilt()
    judged = validate_by_jing(documents, [str(number) for number in range(_COUNT)])
    verdicts = [all(f.code != "TC403" for f in found) for found in judged]
    assert 0.05 < sum(verdicts) / _COUNT < 0.8
    for engine in (Engine.LXML, Engine.DERIVATIVE):
        assert [is_valid(engine, data) for data in documents] == verdicts, engine
    is_valid(Engine.XMLSCHEMA, documents[0])  # compiled once, for the processes to take over
    with ProcessPoolExecutor(2) as pool:
        slow = list(pool.map(partial(is_valid, Engine.XMLSCHEMA), documents, chunksize=50))
    assert slow == verdicts


def test_the_derivatives_know_all_that_the_grammar_says() -> None:
    """Each element is declared once, with the values of all its attributes: nothing is guessed."""
    root = etree.parse(schema_file("rng")).getroot()
    declared = [node.get("name") for node in root.iter("{*}element")]
    models = cable_models()
    assert sorted(map(str, declared)) == sorted(models)
    for name, model in models.items():
        assert model.values.keys() == model.attributes.keys(), name


@pytest.mark.parametrize("mutant", [None, *MUTANTS], ids=lambda m: m.new[:30] if m else "valid")
def test_a_large_document_is_judged_by_derivatives_alone(
    mutant: Mutant | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The verdict is that of libxml2, which is not asked: it would take twice the time."""
    text = mutant.text() if mutant else CONSTRUCTS.read_text("utf-8")
    text = text.replace("After it.</p>", f"After it.</p>{'<p><hi>x</hi></p>' * 1000}")
    tree = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)).getroottree()
    agreed = relaxng_is_valid(tree)
    monkeypatch.setattr(engines, "relaxng_is_valid", Mock(side_effect=AssertionError))
    assert (VALIDATORS[Engine.LXML](tree) == []) == agreed == (mutant is None)


@pytest.mark.usefixtures("java")
def test_jing_judges_many_files_in_one_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings come back to their files, whatever their names, with what is wrong besides."""
    run = Mock(wraps=jing_engine._run)
    monkeypatch.setattr(jing_engine, "_run", run)
    good = CONSTRUCTS.read_text("utf-8")
    texts = {
        "a b:1:2: error: x.xml": good,
        "b.xml": good.replace('rend="open"', 'rend="half"'),
        "c.xml": "<TEI",
        "d.xml": good.replace('target="#n1"', 'target="#n9"'),
        "e.xml": good.replace("<p>No.</p>", ""),
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["validate", *texts, "--engine", "jing"])
    places = [line.split(" ")[:3] for line in result.stdout.splitlines() if ": error TC" in line]
    assert [(place[0].split(":")[0], place[2]) for place in places] == [
        ("b.xml", "TC403"),
        ("c.xml", "TC402"),
        ("d.xml", "TC601"),
        ("e.xml", "TC403"),
    ]
    assert "    at /TEI/text/body/div/p[1]/supplied\n" in result.stdout
    assert "    at /TEI/text/body/div/sp\n" in result.stdout
    assert (result.exit_code, run.call_count) == (1, 1)


@pytest.mark.usefixtures("java")
@pytest.mark.parametrize("mutant", MUTANTS[::4], ids=lambda mutant: mutant.new[:30])
def test_jing_points_to_the_same_elements(mutant: Mutant) -> None:
    """Where jing sees the first error ours sees one, or in the element around it."""
    found = validate(mutant.text().encode(), "a.xml", engine=Engine.JING)
    assert found[0].xpath.startswith(
        tuple(xpath.partition("/@")[0] for _, xpath, _ in mutant.found)
    )


def test_without_java_jing_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine that can't run is named with its reason, and nothing is checked by another."""
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ConfigError, match="jing cannot run: Java is not on the path"):
        validate(CONSTRUCTS.read_bytes(), "a.xml", engine=Engine.JING)
    result = CliRunner().invoke(main, ["validate", str(CONSTRUCTS), "--engine", "jing"])
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.usefixtures("java")
def test_what_jing_cannot_use_is_an_error(tmp_path: Path) -> None:
    """A grammar that is none ends in a message, not in a clean verdict."""
    (tmp_path / "bad.rng").write_text("<grammar/>", "utf-8")
    tree = etree.parse(CONSTRUCTS)
    with pytest.raises(ConfigError, match="jing failed"):
        jing_engine.by_jing([(tree, CONSTRUCTS.read_bytes())], tmp_path / "bad.rng")
