"""An ODD is read as plain values, and what isn't understood is refused."""

from __future__ import annotations

import pytest

from tei_cable.errors import ConfigError
from tei_cable.schema.odd import Attribute, Particle, read_odd
from tests.schema.small import SMALL, varied


def test_elements_classes_macros_and_constraints_are_read() -> None:
    """All that the ODD declares is there, in its order."""
    odd = read_odd(SMALL.encode())
    assert odd.start == ("div",)
    assert [element.name for element in odd.elements] == ["div", "p", "gap"]
    assert odd.classes == {"att.named": (Attribute("n", "teidata.text", False, False, ()),)}
    assert list(odd.macros) == ["macro.words"]
    assert [constraint.name for constraint in odd.constraints] == ["keys", "numbered"]


def test_a_content_model_keeps_its_groups_and_occurrences() -> None:
    """Sequence, minOccurs and maxOccurs are kept; unbounded has no upper bound."""
    (content,) = read_odd(SMALL.encode()).elements[0].content
    assert content == Particle(
        "sequence",
        parts=(
            Particle("elementRef", "p", high=None),
            Particle("elementRef", "gap", low=0),
        ),
    )


def test_an_attribute_keeps_its_list_and_its_usage() -> None:
    """A closed list, a required attribute and a list of values are told apart."""
    reason, resp = read_odd(SMALL.encode()).elements[2].attributes
    assert (reason.values, reason.required, reason.many) == (("lost", "left-out"), True, False)
    assert (resp.values, resp.required, resp.many) == ((), False, True)


def test_an_open_list_is_no_restriction() -> None:
    """Only a closed list limits the values."""
    odd = read_odd(varied('type="closed"', 'type="semi"'))
    assert odd.elements[2].attributes[0].values == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("schemaSpec", "specGrp", "no schemaSpec"),
        ("</TEI>", "", "not well-formed"),
        ('<elementRef key="gap" minOccurs="0"/>', "<classRef/>", "classRef is not understood"),
        ('<elementRef key="gap"/>', '<elementRef key="gone"/>', r"\['gone'\]"),
        ('<macroRef key="macro.words"/>', '<macroRef key="macro.gone"/>', "macro.gone"),
        ('<memberOf key="att.named"/>', '<memberOf key="att.gone"/>', "att.gone"),
        ('start="div"', 'start="body"', "body"),
        ('<dataRef key="teidata.text"/>', "", "n has no datatype"),
        ("<content><empty/></content>", "", "gap has no content"),
        ('<elementSpec ident="gap">', "<elementSpec>", "elementSpec has no ident"),
    ],
)
def test_what_is_not_understood_is_refused(old: str, new: str, message: str) -> None:
    """A declaration that would get lost ends the reading, and the message says which."""
    with pytest.raises(ConfigError, match=message):
        read_odd(varied(old, new))
