"""What is wrong with an authority file: entries that cannot be used, names that will mislead."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tei_cable.authority.index import SURNAME
from tei_cable.authority.loader import forms_of, shipped, words
from tei_cable.errors import ConfigError
from tei_cable.findings import finding
from tei_cable.model import Certainty

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.authority.index import Form
    from tei_cable.findings import Finding

_SHORTEST = 2  # letters of a sure name


def check(name: str, data: bytes) -> Iterator[Finding]:
    """Yield what there is to say about an authority file, given its name and bytes."""
    try:
        forms = list(forms_of(data, name))
    except ConfigError as error:
        yield finding("TC701", str(error).removeprefix(f"{name}: "), file=name)
        return
    if not forms:
        yield finding("TC701", "there is no person, place or org with a name", file=name)
    yield from _offices(name, forms)
    sure = [form for form in forms if form.cert is not Certainty.LOW]
    yield from _shared(name, sure)
    yield from _ordinary(name, sure)
    yield from _claimed(name, sure)


def _offices(name: str, forms: Sequence[Form]) -> Iterator[Finding]:
    for entity in {form.entity.id: form.entity for form in forms}.values():
        for office in entity.offices:
            if office.start and office.end and office.end < office.start:
                years = f"{office.start}-{office.end}"
                message = f"{entity.id}: the office “{office.name}” ends before it begins: {years}"
                yield finding("TC701", message, file=name)


def _shared(name: str, sure: Sequence[Form]) -> Iterator[Finding]:
    bearers: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for form in sure:
        bearers[form.text, form.entity.kind.value].add(form.entity.id)
    for (text, _), ids in bearers.items():
        if len(ids) > 1:
            message = f"“{text}” names {' and '.join(sorted(ids))}"
            yield finding("TC702", message, file=name, fix='cert="low" on each of them')


def _ordinary(name: str, sure: Sequence[Form]) -> Iterator[Finding]:
    ordinary = words("common") | words("function-words")
    for form in sure:
        letters = sum(c.isalpha() for c in form.text)
        word = form.text.lower() in ordinary and form.type != SURNAME and not form.text.isupper()
        if word or letters < _SHORTEST:
            message = f"{form.entity.id}: “{form.text}” is an ordinary word as well"
            yield finding("TC702", message, file=name, fix='cert="low", or a fuller name')


def _claimed(name: str, sure: Sequence[Form]) -> Iterator[Finding]:
    for form in sure:
        other = shipped().named(form.text, form.entity.kind)
        if other and other.entity.id != form.entity.id and other.text == form.text:
            message = f"“{form.text}” is {form.entity.id}, no longer {other.entity.id}"
            yield finding("TC703", message, file=name)
