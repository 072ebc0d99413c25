"""The index of names: the longest form at each place, where words end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_cable.authority import DEMONYM, Authority, Form
from tei_cable.model import Certainty, Entity, EntityKind

PLACE, PERSON = EntityKind.PLACE, EntityKind.PERSON


def _form(
    text: str, id_: str, kind: EntityKind = PLACE, type_: str = "", cert: str = "high"
) -> Form:
    return Form(text, Entity(id_, kind, text), type_, Certainty(cert))


FORMS = (
    _form("Ruritania", "ruritania"),
    _form("Ruritania Minor", "minor"),
    _form("Ruritanian", "ruritania", type_=DEMONYM),
    _form("U.R.", "ruritania"),
    _form("Cote d'Or", "cote"),
    _form("Guinea-Minor", "guinea"),
    _form("Zenda", "zenda-low", cert="low"),
    _form("Zenda", "zenda-medium", cert="medium"),
    _form("Zenda", "zenda-person", PERSON),
    _form("Ros", "ros"),
    _form("'s-Ros", "s-ros"),
)
AUTHORITY = Authority(FORMS, {})


def _found(text: str, kind: EntityKind = PLACE, *, demonyms: bool = False) -> list[tuple[str, str]]:
    hits = AUTHORITY.find(text, kind, demonyms=demonyms)
    return [(text[h.start : h.end], h.form.entity.id) for h in hits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in Ruritania Minor", [("Ruritania Minor", "minor")]),
        ("in Ruritania", [("Ruritania", "ruritania")]),
        ("in Ruritania Minority", [("Ruritania", "ruritania")]),
        ("in Ruritanias", []),
        ("in ruritania", []),
        ("Ruritania's", [("Ruritania", "ruritania")]),
        ("the U.R. and", [("U.R.", "ruritania")]),
        ("Ruritania-Minor talks", []),
        ("pro-Ruritania", []),
        ("Ruritania–Zenda", []),
        ("Guinea-Minor", [("Guinea-Minor", "guinea")]),
        ("1-Ruritania", [("Ruritania", "ruritania")]),
        ("the Cote d'Or", [("Cote d'Or", "cote")]),
        ("the Cote d’Or", [("Cote d’Or", "cote")]),
        ("the Coteʼ d", []),
        ("IN RURITANIA MINOR", [("RURITANIA MINOR", "minor")]),
        ("the ROS", []),
        ("in ’s-Ros", [("’s-Ros", "s-ros")]),
        ("s-Ros", []),
        ("RURitania", []),
        (
            "Ruritania, Ruritania",
            [("Ruritania", "ruritania"), ("Ruritania", "ruritania")],
        ),
    ],
)
def test_the_longest_form_is_found_where_words_end(text: str, found: list[tuple[str, str]]) -> None:
    """Longest first, whole words only, no part of a compound; any apostrophe; capitals."""
    assert _found(text) == found


def test_a_name_may_begin_with_a_small_letter() -> None:
    """Such words are no names in themselves: the whole form must stand there, in its own case."""
    form = Form("van Ros", Entity("van-ros", PERSON, "van Ros"))
    authority = Authority([form], {})
    said = "van Ros, a van, savan Ros, the van Rose, VAN ROS and Van Ros: van Ros"
    assert [found.start for found in authority.find(said, PERSON)] == [0, said.rindex("van Ros")]


def test_first_wants_the_name_at_the_beginning() -> None:
    """The longest name with which a text begins is found, and none that follows."""
    found = AUTHORITY.first("Ruritania Minor, Zenda", PLACE)
    assert found is not None
    assert (found.start, found.end, found.form) == (0, 15, FORMS[1])
    assert AUTHORITY.first("’s-Ros", PLACE) is not None
    assert AUTHORITY.first("in Ruritania", PLACE) is None
    assert AUTHORITY.first("(Ruritania", PLACE) is None
    assert AUTHORITY.first("...", PLACE) is None


def test_of_two_bearers_the_surer_is_found() -> None:
    """Forms written alike are ordered by certainty, and all of a kind can be asked for."""
    (hit,) = AUTHORITY.find("Zenda", PLACE)
    assert hit.form.entity.id == "zenda-medium"
    bearers = [form.entity.id for form in AUTHORITY.bearers(hit.form)]
    assert bearers == ["zenda-medium", "zenda-low"]
    assert _found("Zenda", PERSON) == [("Zenda", "zenda-person")]


def test_demonyms_are_a_search_of_their_own() -> None:
    """Adjectives and peoples are found only where they are asked for."""
    assert _found("the Ruritanian side") == []
    assert _found("the Ruritanian side", demonyms=True) == [("Ruritanian", "ruritania")]
    assert _found("Ruritania", demonyms=True) == []


def test_named_wants_the_whole_text() -> None:
    """A name with anything beside it is not the name."""
    form = AUTHORITY.named("Ruritania Minor", PLACE)
    assert form == FORMS[1]
    assert AUTHORITY.named("the Ruritania Minor", PLACE) is None
    assert AUTHORITY.named("Ruritania Minor, Zenda", PLACE) is None
    assert AUTHORITY.named("", PLACE) is None


@given(st.lists(st.sampled_from(["Ruritania", "Minor", "-", "’", "RURITANIA", "x", " "])))
def test_forms_are_found_in_order_and_apart(pieces: list[str]) -> None:
    """Whatever the text, each find is the form as written, after the one before."""
    text = "".join(pieces)
    position = 0
    for hit in AUTHORITY.find(text, PLACE):
        assert position <= hit.start
        assert text[hit.start : hit.end].casefold() == hit.form.text.casefold()
        position = hit.end
