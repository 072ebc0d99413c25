"""Authority files and word lists as the package reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

import tei_cable
from tei_cable.authority import (
    SURNAME,
    compiled,
    in_use,
    layered,
    repositories,
    shipped,
    using,
    words,
)
from tei_cable.authority.loader import _parse
from tei_cable.errors import ConfigError
from tei_cable.model import EntityKind, Office


def test_a_person_has_its_preferred_name_parts_and_offices() -> None:
    """All forms of an entry are one entity: its first name, with the parts told apart."""
    form = shipped().named("J.F. Kennedy", EntityKind.PERSON)
    assert form is not None
    person = form.entity
    assert (person.id, person.name, person.known) == ("kennedy-john", "John Kennedy", True)
    assert [(p.role, p.span.of(person.name)) for p in person.parts] == [
        ("forename", "John"),
        ("surname", "Kennedy"),
    ]
    assert [(p.role, p.span.of(form.text)) for p in form.parts] == [
        ("forename", "J.F."),
        ("surname", "Kennedy"),
    ]
    assert Office("President of the United States", 1961, 1963) in person.offices


def test_a_surname_says_that_it_is_one() -> None:
    """Surnames alone are forms of their own type."""
    form = shipped().named("Gromyko", EntityKind.PERSON)
    assert form is not None
    assert (form.type, form.entity.id) == (SURNAME, "gromyko-andrei")


@pytest.mark.parametrize(
    ("state", "capital"), [("poland", "warsaw"), ("cuba", "havana"), ("ussr", "moscow")]
)
def test_states_have_capitals(state: str, capital: str) -> None:
    """The seat of a state's government is a place that the files know."""
    assert shipped().capitals[state].id == capital


def test_every_form_is_found_by_itself() -> None:
    """No name of the files is out of reach: each leads to a form written like it."""
    authority = shipped()
    for form in authority.forms:
        found = authority.named(form.text, form.entity.kind, demonyms=form.type == "demonym")
        assert found is not None, form.text
        assert found.text == form.text


def test_what_is_shipped_is_read_once() -> None:
    """The files are parsed at the first use, and never again."""
    assert shipped() is shipped()


def test_repositories_go_by_all_their_names() -> None:
    """Two names of one archive lead to one value, with its place."""
    found = repositories()
    assert found["PRC FMA"].country_code == "CN"
    assert found["PRC FMA"].settlement == "Beijing"
    assert [name for name, one in found.items() if one is found["PRC FMA"]] != ["PRC FMA"]


def test_word_lists_have_no_comments() -> None:
    """A word list is its entries: comments and blank lines are left out."""
    assert "Ambassador" in words("titles")
    assert not any("#" in word or not word for word in words("titles"))


def test_a_broken_file_is_a_fault_of_the_configuration() -> None:
    """The error names the file and what is wrong with it."""
    with pytest.raises(ConfigError, match=r"^mine\.xml: not well-formed: "):
        _parse(b"<TEI>", "mine.xml")


def test_the_compiled_index_is_that_of_the_files() -> None:
    """What is shipped compiled is what the files say; edited files are compiled again."""
    index = Path(tei_cable.__file__).parent / "authority" / "index.json"
    assert index.read_bytes() == compiled(), "run: tei-cable authority build"


LAYER = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="zorkin-zarko">
<persName><forename>Zarko</forename> <surname>Zorkin</surname></persName>
<persName type="surname">Gromyko</persName></person>
</listPerson></standOff></TEI>"""


def test_a_layer_lies_over_the_shipped_files() -> None:
    """Its entries are known, and a name it claims is nobody else's; the rest stays known."""
    authority = layered([("mine.xml", LAYER)])
    for name in ("Zarko Zorkin", "Gromyko"):
        form = authority.named(name, EntityKind.PERSON)
        assert form is not None
        assert form.entity.id == "zorkin-zarko"
    full = authority.named("Andrei Gromyko", EntityKind.PERSON)
    assert full is not None
    assert full.entity.id == "gromyko-andrei"
    assert authority.capitals["cuba"].id == "havana"


def test_the_last_layer_is_on_top() -> None:
    """An entry takes the place of one with its id below."""
    again = LAYER.replace(b"Zarko</", b"Zoran</")
    authority = layered([("one.xml", LAYER), ("two.xml", again)])
    assert authority.named("Zarko Zorkin", EntityKind.PERSON) is None
    assert authority.named("Zoran Zorkin", EntityKind.PERSON) is not None


def test_an_authority_is_in_use_for_a_while() -> None:
    """Inside `using` another authority answers, before and after it the shipped one."""
    authority = layered([("mine.xml", LAYER)])
    with using(authority):
        assert in_use() is authority
    assert in_use() is shipped()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"<TEI/>", "no person, place or org"),
        (LAYER.replace(b' xml:id="zorkin-zarko"', b""), "without xml:id"),
        (b"<TEI>", "not well-formed"),
    ],
)
def test_a_layer_that_cannot_be_used_is_refused(data: bytes, message: str) -> None:
    """The error names the file and what is wrong with it."""
    with pytest.raises(ConfigError, match=rf"^mine\.xml.*{message}"):
        layered([("mine.xml", data)])
