"""The grammar that is made from an ODD accepts what the ODD declares, and nothing else."""

from __future__ import annotations

import pytest
from lxml import etree

from tei_cable.errors import ConfigError
from tei_cable.schema.odd import read_odd
from tei_cable.schema.rng import to_rng
from tests.schema.small import SMALL, varied


def accepts(odd: bytes, body: str) -> bool:
    """Return whether the grammar of an ODD accepts a div with this content."""
    grammar = etree.RelaxNG(etree.fromstring(to_rng(read_odd(odd))))
    div = etree.XML(f'<div xmlns="http://www.tei-c.org/ns/1.0">{body}</div>')
    return bool(grammar.validate(div))


@pytest.mark.parametrize(
    "body",
    [
        "<p/>",
        "<p n='1'>a <gap reason='lost'/> b</p><p/>",
        "<p/><gap reason='left-out' resp='#a #b'/>",
    ],
)
def test_what_is_declared_is_accepted(body: str) -> None:
    """Repeated and optional elements, mixed content, lists of values are as declared."""
    assert accepts(SMALL.encode(), body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<gap reason='lost'/>",
        "<p/><gap/>",
        "<p/><gap reason='other'/>",
        "<p/><gap reason='lost'>x</gap>",
        "<p/><gap reason='lost'/><gap reason='lost'/>",
        "<p/><gap reason='lost' resp=''/>",
        "<p reason='lost'/>",
        "<p/>text",
        "<p><p/></p>",
        "<p xmlns=''/>",
    ],
)
def test_what_is_not_declared_is_rejected(body: str) -> None:
    """A missing, surplus, misplaced or misnamed thing and a value off the list are invalid."""
    assert not accepts(SMALL.encode(), body)


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("teidata.count", "12", "-1"),
        ("teidata.enumerated", "one", "one two"),
        ("teidata.language", "ru-Latn", "not a language"),
        ("teidata.pointer", "#a", "#a #b"),
        ("teidata.prefix", "wd", "Wd"),
        ("teidata.temporal.w3c", "1962-11", "1962-13"),
        ("teidata.text", "any text", None),
        ("teidata.versionNumber", "0.1.0", "one"),
        ("teidata.word", "word", ""),
        ("teidata.xmlName", "a-1", "1-a"),
    ],
)
def test_datatypes_are_those_of_tei(key: str, good: str, bad: str | None) -> None:
    """Each datatype accepts a value of its kind and rejects another."""
    odd = varied('key="teidata.text"', f'key="{key}"')
    assert accepts(odd, f"<p n='{good}'/>")
    assert bad is None or not accepts(odd, f"<p n='{bad}'/>")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("teidata.text", "teidata.unheard", "teidata.unheard"),
        ('maxOccurs="unbounded"/>', 'minOccurs="2" maxOccurs="3"/>', r"\(2, 3\)"),
    ],
)
def test_what_cannot_be_expressed_is_refused(old: str, new: str, message: str) -> None:
    """An unknown datatype or occurrence is an error, not a looser grammar."""
    with pytest.raises(ConfigError, match=message):
        to_rng(read_odd(varied(old, new)))
