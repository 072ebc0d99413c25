"""Persons from a model: only where nothing else is found, of low certainty, only if asked for."""

from __future__ import annotations

import importlib.util
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tei_cable.annotators import annotate, spacy_persons
from tei_cable.config import Config, load_config
from tei_cable.errors import ConfigError
from tei_cable.kinds import PERSON
from tei_cable.model import Certainty
from tei_cable.pipeline import convert
from tei_cable.source import decode
from tests.annotators.cables import cable as cable_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

TEXT = "Then Zorkin spoke at Gromyko's house in Warsaw on Monday; the rest of it was Petrin's."
LEAD = "Warsaw, 3 May 1958\n\n"
installed = importlib.util.find_spec(spacy_persons.MODEL) is not None


@dataclass(frozen=True)
class _Entity:
    start_char: int
    end_char: int
    label_: str


@dataclass(frozen=True)
class _Document:
    ents: tuple[_Entity, ...]


class _Model:
    """Takes each of some words for an entity with a label."""

    def __init__(self, labels: dict[str, str]) -> None:
        self._labels = labels

    def pipe(self, texts: Iterable[str]) -> Iterator[_Document]:
        for text in texts:
            found = sorted((text.find(word), word) for word in self._labels if word in text)
            yield _Document(
                tuple(_Entity(at, at + len(word), self._labels[word]) for at, word in found)
            )


def _found(text: str, labels: dict[str, str]) -> list[tuple[str, Certainty]]:
    cable = annotate(cable_of(text), [spacy_persons.annotator(_Model(labels))])
    return [
        (a.span.of(cable.text), a.cert)
        for a in cable.annotations
        if a.kind is PERSON and a.rule == "persons.spacy"
    ]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({"Petrin's": "PERSON"}, ["Petrin"]),
        ({"Petrin": "ORG"}, []),
        ({"Gromyko's house": "PERSON"}, []),
        ({"Warsaw": "PERSON"}, []),
        ({"Monday": "PERSON"}, []),
        ({"rest": "PERSON"}, []),
    ],
)
def test_a_model_fills_gaps_only(labels: dict[str, str], found: list[str]) -> None:
    """A person is taken over where no rule finds a name, and with low certainty."""
    assert _found(TEXT, labels) == [(name, Certainty.LOW) for name in found]


def test_each_line_keeps_its_place() -> None:
    """Places in a line are places in the text."""
    assert [w for w, _ in _found("It rains.\n\nThere went Petrin home.", {"Petrin": "PERSON"})] == [
        "Petrin"
    ]


def test_no_model_is_asked_unless_it_is_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the setting nothing is loaded; with it, and without the extra, an error says so."""
    monkeypatch.setattr(spacy_persons, "MODEL", "no_model_of_that_name")
    spacy_persons.pipeline.cache_clear()
    source = decode(f"{LEAD}{TEXT}".encode(), "x.txt")
    assert b"Warsaw" in convert(source, Config()).xml
    with pytest.raises(ConfigError, match=r"not installed.*tei_cable\[spacy\]"):
        convert(source, Config(spacy=True))


def test_the_setting_is_read_from_a_file(tmp_path: Path) -> None:
    """`spacy = true` asks for the model; a word is no setting."""
    file = tmp_path / "tei_cable.toml"
    file.write_text("spacy = true\n", encoding="utf-8")
    assert load_config(file).spacy
    file.write_text('spacy = "yes"\n', encoding="utf-8")
    with pytest.raises(ConfigError, match="expected a bool"):
        load_config(file)


@pytest.mark.skipif(not installed, reason=f"the extra spacy ({spacy_persons.MODEL}) is missing")
def test_the_same_text_gives_the_same_persons() -> None:
    """The real model finds a name that no rule does, twice alike."""
    spacy_persons.pipeline.cache_clear()
    source = decode(f"{LEAD}His cousin Lubosh lives there.".encode(), "x.txt")
    first = convert(source, Config(spacy=True)).xml
    assert b"#persons.spacy" in first
    assert convert(source, Config(spacy=True)).xml == first
