"""What is valid by our schema is valid TEI: the ODD, each content model, each attribute."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from tei_cable.errors import ConfigError
from tei_cable.schema import schema_file
from tei_cable.schema.datatypes import allows
from tei_cable.schema.grammar import read_grammar
from tei_cable.schema.odd import read_odd
from tei_cable.schema.patterns import counterexample, names
from tests.tei_all import jing, tei_all

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tei_cable.schema.grammar import Model
    from tei_cable.schema.values import Data, Values


def ours() -> Mapping[str, Model]:
    """Return our models."""
    return read_grammar(schema_file("rng").read_bytes())


@cache
def teis() -> Mapping[str, Model]:
    """Return the models of TEI's own schema."""
    return read_grammar(tei_all().read_bytes())


def test_the_odd_is_valid_tei() -> None:
    """TEI's own tools can read the ODD."""
    assert jing(tei_all(), schema_file("odd"), check_ids=False) == []


def test_each_content_model_is_included_in_that_of_tei() -> None:
    """There is no sequence of children that we allow and TEI doesn't."""
    for name, model in ours().items():
        assert counterexample(model.content, teis()[name].content) is None, name


def test_each_attribute_is_one_that_tei_has_there() -> None:
    """We add no attribute, and require what TEI requires."""
    for name, model in ours().items():
        assert model.attributes.keys() <= teis()[name].attributes.keys(), name
        required = {a for a, needed in teis()[name].attributes.items() if needed}
        assert all(model.attributes.get(a) for a in required), name


# datatypes whose values are all of the other one: (name, pattern) of ours and of TEI's
_WITHIN = {
    (("anyURI", r"\S+"), ("anyURI", "")),
    (("NCName", ""), ("Name", "")),
    (("nonNegativeInteger", ""), ("decimal", "")),
    (("string", ""), ("token", "")),
    (
        ("token", r"[\d]+(\.[\d]+){0,2}[a-z]?"),
        ("token", r"[\d]+[a-z]*[\d]*(\.[\d]+[a-z]*[\d]*){0,3}"),
    ),
}


def is_within(data: Data, values: Values) -> bool:
    """Return whether all values of a datatype are among the values."""
    key = (data.name, dict(data.facets).get("pattern", ""))
    others = {(other.name, dict(other.facets).get("pattern", "")) for other in values.data}
    return any(key == other or (key, other) in _WITHIN for other in others)


def test_each_value_that_an_attribute_allows_is_one_that_tei_allows() -> None:
    """A closed list is in TEI's list or datatype; a datatype of ours is one of TEI's there."""
    compared = 0
    not_compared = set()
    for name, model in ours().items():
        for attribute, values in model.values.items():
            other = teis()[name].values.get(attribute)
            if other is None:
                not_compared.add(attribute)
                continue
            compared += 1
            where = (name, attribute)
            assert all(allows(other, value) for value in values.listed), where
            assert other.free or all(is_within(data, other) for data in values.data), where
            assert other.free or other.many or not values.many, where
    assert compared > 900
    assert not_compared == {"otherLangs"}  # a list of no language or more, which holds ours
    assert all(m.values.keys() == m.attributes.keys() for m in ours().values())


def test_inclusion_is_not_vacuous() -> None:
    """A child that TEI doesn't allow would have been found."""
    found = counterexample(ours()["p"].content, teis()["date"].content)
    assert found == ("list",) or found in {("quote",), ("table",), ("label",), ("floatingText",)}


def test_each_element_can_be_reached_from_the_root() -> None:
    """No element is declared that no document can have."""
    models = ours()
    reached, todo = {"TEI"}, ["TEI"]
    while todo:
        for name in names(models[todo.pop()].content) - reached - {"#text"}:
            reached.add(name)
            todo.append(name)
    assert reached == models.keys()


def test_each_declaration_is_described() -> None:
    """Whoever reads the ODD finds a sentence about each element, attribute and listed value."""
    text = schema_file("odd").read_text("utf-8")
    assert text.count("<elementSpec ") == len(read_odd(text.encode()).elements)
    for kind in ("elementSpec", "classSpec", "macroSpec", "attDef", "valItem"):
        for piece in text.split(f"<{kind} ")[1:]:
            _, _, body = piece.partition(">")
            assert body.lstrip().startswith("<desc>"), piece[:80]


def test_a_grammar_with_an_unknown_pattern_is_refused() -> None:
    """A pattern that isn't understood is an error, not a looser model."""
    rng = b"""<grammar xmlns="http://relaxng.org/ns/structure/1.0">
      <start><element name="a"><externalRef href="b"/></element></start></grammar>"""
    with pytest.raises(ConfigError, match="externalRef is unknown"):
        read_grammar(rng)
