"""The flat index of names: first word to longest form, as fast as a dictionary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Certainty, EntityKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from tei_cable.model import Entity, NamePart

_WORD = re.compile(r"\w+")
APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_SURENESS = {cert: number for number, cert in enumerate(Certainty)}
_SHORTEST_CAPITALS = 4
DEMONYM = "demonym"
SURNAME = "surname"


class Form(NamedTuple):
    """One way of writing an entity's name; `parts` are spans into `text`."""

    text: str
    entity: Entity
    type: str = ""
    cert: Certainty = Certainty.HIGH
    parts: tuple[NamePart, ...] = ()


@dataclass(frozen=True, slots=True)
class FormFound:
    """A form where it stands in a text: [start, end) in code points."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True, slots=True)
class Authority:
    """Everything known: the forms by kind of entity, and which city is which state's capital.

    `capitals` maps the id of a state to the entity of its seat of government.
    """

    forms: tuple[Form, ...]
    capitals: Mapping[str, Entity]
    _index: dict[tuple[EntityKind, bool], dict[str, list[Form]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        for form in self.forms:
            key = form.entity.kind, form.type == DEMONYM
            first = _WORD.search(form.text)
            if first:
                self._index.setdefault(key, {}).setdefault(first[0], []).append(form)
        for table in self._index.values():
            for forms in table.values():
                if len(forms) > 1:
                    forms.sort(key=lambda f: (-len(f.text), _SURENESS[f.cert], f.entity.id))

    def find(self, text: str, kind: EntityKind, *, demonyms: bool = False) -> Iterator[FormFound]:
        """Yield the known names of a kind in `text`, the longest at each place, none overlapping.

        A name must end where a word ends, and is not part of a hyphenated compound; it may be
        written in capitals, if its first word has enough of them to be no abbreviation. With
        `demonyms` the adjectives of places are sought instead of their names.
        """
        table = self._index.get((kind, demonyms), {})
        text = text.translate(APOSTROPHES)
        position = 0
        for word in _WORD.finditer(text):
            if word.start() < position:
                continue
            found = _longest(text, word.start(), table.get(word[0], ()))
            if found is None and len(word[0]) >= _SHORTEST_CAPITALS and word[0].isupper():
                forms = table.get(word[0].title(), ())
                found = _longest(text, word.start(), forms, capitals=True)
            if found:
                position = found.end
                yield found

    def bearers(self, form: Form) -> tuple[Form, ...]:
        """Return every form written just like this one, of the same kind of entity."""
        table = self._index[form.entity.kind, form.type == DEMONYM]
        first = _WORD.search(form.text)
        same = table[first[0]] if first else []
        return tuple(f for f in same if f.text == form.text)

    def named(self, text: str, kind: EntityKind, *, demonyms: bool = False) -> Form | None:
        """Return the form that is the whole of `text`, or None."""
        found = next(self.find(text, kind, demonyms=demonyms), None)
        return found.form if found and (found.start, found.end) == (0, len(text)) else None


def _longest(
    text: str, word_start: int, forms: Iterable[Form], *, capitals: bool = False
) -> FormFound | None:
    """Return the first of the forms, longest first, whose first word stands at a place."""
    for form in forms:
        written = form.text.upper() if capitals else form.text
        start = word_start if written[0].isalnum() else word_start - _lead(written)
        end = start + len(form.text)
        same = start >= 0 and text.startswith(written, start) and len(written) == len(form.text)
        if same and _stands_alone(text, start, end):
            return FormFound(start, end, form)
    return None


def _lead(written: str) -> int:
    """Return how many characters stand before the first word: one in `'s-Gravenhage`."""
    first = _WORD.search(written)
    return first.start() if first else 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if after.isalnum() and text[end - 1].isalnum():
        return False
    if after and after in "-–" and text[end + 1 : end + 2].isalpha():
        return False
    return not (before and before in "-–" and text[start - 2 : start - 1].isalpha())
