"""The flat index of names: first word to longest form, as fast as a dictionary.

An index is compiled to rows (lists of strings and numbers, as JSON has them) and makes forms of
them only where a text asks for them: loading thousands of names costs no more than reading a file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tei_cable.model import Certainty, Entity, EntityKind, NamePart, Office, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

_WORD = re.compile(r"\w+")
_HIGH_WORD = re.compile(r"[^a-z\W\d_](?<!\w.)\w*")  # that the letter is sought first makes it fast
APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_SHORTEST_CAPITALS = 4
_SHORTEST_KEPT = 200  # characters of a text whose finds are kept for the next who asks
_MOST_KEPT = 1 << 16
DEMONYM = "demonym"
SURNAME = "surname"

PartRow: TypeAlias = list[str | int]  # role, start, end
Row: TypeAlias = tuple[str, int, str, str, list[PartRow]]  # text, entity, type, cert, parts
EntityRow: TypeAlias = tuple[str, str, str, list[PartRow], str, list[list[str | int | None]]]
Table: TypeAlias = "dict[str, list[Row]]"
Beginning: TypeAlias = tuple[int, str, str]  # where a word stands, it, and in small letters


class Form(NamedTuple):
    """One way of writing an entity's name; `parts` are spans into `text`."""

    text: str
    entity: Entity
    type: str = ""
    cert: Certainty = Certainty.HIGH
    parts: tuple[NamePart, ...] = ()


Written: TypeAlias = tuple[str, int, Form]  # as it stands in texts, `_lead` of it, the form


class Spelling(NamedTuple):
    """A form without its entity: how a name is written, of which type, how sure."""

    text: str
    type: str
    cert: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FormFound:
    """A form where it stands in a text: [start, end) in code points."""

    start: int
    end: int
    form: Form


class Authority:
    """Everything known: the forms by kind of entity, and which city is which state's capital.

    `capitals` maps the id of a state to the entity of its seat of government. Two authorities are
    the same only if they are one object.
    """

    def __init__(self, forms: Iterable[Form], capitals: Mapping[str, Entity]) -> None:
        self._rows, self._tables = rows_of(forms)
        self._capital_ids = {state: city.id for state, city in capitals.items()}
        self._capitals: dict[str, Entity] | None = None
        self._entities: dict[int, Entity] = {}
        self._forms: dict[tuple[str, str], list[Form]] = {}
        self._writings: dict[tuple[str, str, bool], list[Written]] = {}
        self._named: dict[tuple[str, EntityKind, bool], Form | None] = {}
        self._found: dict[str, tuple[str, tuple[FormFound, ...]]] = {}
        self._words: tuple[str, str, Sequence[Beginning]] = ("", "", ())

    @classmethod
    def of_rows(
        cls, entities: list[EntityRow], tables: dict[str, Table], capitals: dict[str, str]
    ) -> Authority:
        """Return the authority of compiled rows, as `rows_of` makes them."""
        made = cls((), {})
        made._rows, made._tables, made._capital_ids = entities, tables, capitals
        return made

    @property
    def forms(self) -> tuple[Form, ...]:
        """Every form, in no order that means anything; making them all takes its time."""
        return tuple(
            form
            for key, table in self._tables.items()
            for word in table
            for form in self._of(key, word)
        )

    @property
    def capitals(self) -> dict[str, Entity]:
        """The seat of government of each state, by the state's id."""
        if self._capitals is None:
            ids = {row[0]: number for number, row in enumerate(self._rows)}
            cities = self._capital_ids.items()
            self._capitals = {state: self._entity(ids[city]) for state, city in cities}
        return dict(self._capitals)

    def state_of(self, city: Entity) -> Entity | None:
        """Return the state whose seat of government a city is, None if it is none's."""
        state = next((s for s, seat in self._capital_ids.items() if seat == city.id), "")
        ids = {row[0]: number for number, row in enumerate(self._rows)}
        return self._entity(ids[state]) if state in ids else None

    def spellings(self, kind: EntityKind) -> Iterator[Spelling]:
        """Yield how each name of a kind is written, its demonyms left out."""
        for rows in self._tables.get(_key(kind), {}).values():
            for text, _, type_, cert, parts in rows:
                yield Spelling(text, type_, cert, tuple(str(part[0]) for part in parts))

    def find(self, text: str, kind: EntityKind, *, demonyms: bool = False) -> Iterator[FormFound]:
        """Yield the known names of a kind in `text`, the longest at each place, none overlapping.

        A name must end where a word ends, and is not part of a hyphenated compound; it may be
        written in capitals, if its first word has enough of them to be no abbreviation. With
        `demonyms` the adjectives of places are sought instead of their names.
        """
        key = _key(kind, demonyms=demonyms)
        if len(text) < _SHORTEST_KEPT:
            yield from self._find(key, *self._beginnings(text))
            return
        kept, found = self._found.get(key, ("", ()))
        if kept != text:
            found = tuple(self._find(key, *self._kept_beginnings(text)))
            self._found[key] = text, found
        yield from found

    def first(self, text: str, kind: EntityKind, *, demonyms: bool = False) -> FormFound | None:
        """Return the known name with which `text` begins, the longest there is, or None."""
        key = _key(kind, demonyms=demonyms)
        text = _plain(text)
        word = _WORD.search(text)
        if not word:
            return None
        found = self._at(text, key, word.start(), word[0], _small(word[0]))
        return found if found and found.start == 0 else None

    def _find(self, key: str, text: str, words: Iterable[Beginning]) -> Iterator[FormFound]:
        table = self._tables.get(key, {})
        position = 0
        for start, word, title in words:
            if start < position or (word not in table and title not in table):
                continue
            if found := self._at(text, key, start, word, title):
                position = found.end
                yield found

    def _at(self, text: str, key: str, start: int, word: str, title: str) -> FormFound | None:
        """Return the longest form whose first word is the one at `start`."""
        found = _longest(text, start, self._written(key, word))
        if found is None and title:
            found = _longest(text, start, self._written(key, title, capitals=True))
        return found

    def _kept_beginnings(self, text: str) -> tuple[str, Sequence[Beginning]]:
        """Return `_beginnings` of a text, kept for the next kind of which it is asked."""
        kept, plain, words = self._words
        if kept != text:
            plain, words = self._beginnings(text)
            self._words = text, plain, words
        return plain, words

    def _beginnings(self, text: str) -> tuple[str, list[Beginning]]:
        """Return a text with plain apostrophes, and its words with which forms can begin.

        Those are the words with capitals, and few others.
        """
        text = _plain(text)
        found = [(match.start(), match[0]) for match in _HIGH_WORD.finditer(text)]
        low = [(m.start(), m[0]) for m in self._low.finditer(text) if _begins_word(m)]
        words = sorted(found + low) if low else found
        return text, [(start, word, _small(word)) for start, word in words]

    def forget(self) -> None:
        """Let go what is kept of the text in which names were found last."""
        self._found.clear()
        self._words = "", "", ()

    def bearers(self, form: Form) -> tuple[Form, ...]:
        """Return every form written just like this one, of the same kind of entity."""
        first = _WORD.search(form.text)
        key = _key(form.entity.kind, demonyms=form.type == DEMONYM)
        same = self._of(key, first[0]) if first else []
        return tuple(f for f in same if f.text == form.text)

    def named(self, text: str, kind: EntityKind, *, demonyms: bool = False) -> Form | None:
        """Return the form that is the whole of `text`, or None."""
        asked = text, kind, demonyms
        if asked not in self._named:
            if len(self._named) >= _MOST_KEPT:
                self._named.clear()
            found = self.first(text, kind, demonyms=demonyms)
            self._named[asked] = found.form if found and found.end == len(text) else None
        return self._named[asked]

    @cached_property
    def _low(self) -> re.Pattern[str]:
        """The first words of forms that begin with a small letter or a figure, before the rest."""
        rests: dict[str, set[str]] = {}
        for table in self._tables.values():
            for word in (word for word in table if not _begins_high(word)):
                found = rests.setdefault(re.escape(word), set())
                found |= {re.escape(row[0].partition(word)[2]) for row in table[word]}
        low = (rf"{word}(?!\w)(?={'|'.join(sorted(rests[word]))})" for word in sorted(rests))
        return re.compile("|".join(low) or r"(?!)")

    def _of(self, key: str, word: str) -> list[Form]:
        """Return the forms that begin with a word, made at their first use."""
        rows = self._tables.get(key, {}).get(word)
        if rows is None:
            return []
        asked = key, word
        if asked not in self._forms:
            self._forms[asked] = [self._form(*row) for row in rows]
        return self._forms[asked]

    def _written(self, key: str, word: str, *, capitals: bool = False) -> list[Written]:
        """Return how the forms that begin with a word are written, the longest first."""
        if word not in self._tables.get(key, {}):
            return []
        asked = key, word, capitals
        if asked not in self._writings:
            forms = self._of(key, word)
            texts = [form.text.upper() if capitals else form.text for form in forms]
            rows = zip(texts, map(_lead, texts), forms, strict=True)
            self._writings[asked] = [row for row in rows if len(row[0]) == len(row[2].text)]
        return self._writings[asked]

    def _form(self, text: str, entity: int, type_: str, cert: str, parts: list[PartRow]) -> Form:
        return Form(text, self._entity(entity), type_, Certainty(cert), _parts(parts))

    def _entity(self, number: int) -> Entity:
        if number not in self._entities:
            id_, kind, name, parts, type_, offices = self._rows[number]
            held = tuple(Office(str(o[0]), _year(o[1]), _year(o[2])) for o in offices)
            made = Entity(id_, EntityKind(kind), name, _parts(parts), type_, offices=held)
            self._entities[number] = made
        return self._entities[number]


def rows_of(forms: Iterable[Form]) -> tuple[list[EntityRow], dict[str, Table]]:
    """Compile forms to rows: the entities, and for each kind first word to rows, longest first."""
    entities: list[EntityRow] = []
    numbers: dict[str, int] = {}
    tables: dict[str, Table] = {}
    for form in forms:
        first = _WORD.search(form.text)
        if not first:
            continue
        entity = form.entity
        if entity.id not in numbers:
            numbers[entity.id] = len(entities)
            entities.append(_entity_row(entity))
        table = tables.setdefault(_key(entity.kind, demonyms=form.type == DEMONYM), {})
        row = (form.text, numbers[entity.id], form.type, form.cert.value, _part_rows(form.parts))
        table.setdefault(first[0], []).append(row)
    for table in tables.values():
        for rows in table.values():
            rows.sort(key=lambda r: (-len(r[0]), Certainty(r[3]).order, entities[r[1]][0]))
    return entities, tables


def _entity_row(entity: Entity) -> EntityRow:
    offices: list[list[str | int | None]] = [[o.name, o.start, o.end] for o in entity.offices]
    parts = _part_rows(entity.parts)
    return entity.id, entity.kind.value, entity.name, parts, entity.type, offices


def _part_rows(parts: Iterable[NamePart]) -> list[PartRow]:
    return [[part.role, part.span.start, part.span.end] for part in parts]


def _parts(rows: Iterable[PartRow]) -> tuple[NamePart, ...]:
    return tuple(NamePart(str(role), Span(int(start), int(end))) for role, start, end in rows)


def _year(value: str | int | None) -> int | None:
    return None if value is None else int(value)


def _key(kind: EntityKind, *, demonyms: bool = False) -> str:
    return DEMONYM if demonyms else kind.value


def _begins_high(word: str) -> bool:
    return not (word[0].isdigit() or word[0] == "_" or "a" <= word[0] <= "z")


def _plain(text: str) -> str:
    """Return a text with the one apostrophe that the forms have."""
    if text.isascii():
        return text
    return text.replace("’", "'").replace("ʼ", "'").replace("‘", "'")


def _small(word: str) -> str:
    """Return a word in capitals as a name is written, "" if it is none or an abbreviation."""
    return word.title() if len(word) >= _SHORTEST_CAPITALS and word.isupper() else ""


def _begins_word(match: re.Match[str]) -> bool:
    return not _WORD.match(match.string, max(match.start() - 1, 0), match.start())


def _longest(text: str, word_start: int, forms: Iterable[Written]) -> FormFound | None:
    """Return the first of the forms, longest first, whose first word stands at a place."""
    for written, lead, form in forms:
        start = word_start - lead
        if start >= 0 and text.startswith(written, start):
            end = start + len(written)
            if _stands_alone(text, start, end):
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
    if text[end - 1] == "." and after.isupper() and text[end + 1 : end + 2] == ".":
        return False  # `U.N.` in `U.N.R.R.A.`
    if after and after in "-–" and text[end + 1 : end + 2].isalpha():
        return False
    return not (before and before in "-–" and text[start - 2 : start - 1].isalpha())
