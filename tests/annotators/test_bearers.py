"""Who bears a surname: a full name in the text goes before an authority file."""

from __future__ import annotations

from tei_cable.annotators.persons import hits
from tei_cable.model import Certainty


def _who(text: str, year: int | None = None) -> list[tuple[str, str, Certainty]]:
    return [(text[h.start : h.end], h.entity.id, h.cert) for h in hits(text, year)]


def test_a_full_name_in_the_text_takes_its_surname_from_the_authority_file() -> None:
    """Who is named in full is meant by the surname, not whom a file knows by it."""
    found = _who("Talk with Oscar Guevara.\nGuevara left.", 1979)
    assert [(name, who) for name, who, _ in found] == [
        ("Oscar Guevara", "person-oscar-guevara"),
        ("Guevara", "person-oscar-guevara"),
    ]
    assert found[1][2] is Certainty.MEDIUM


def test_the_first_of_two_surnames_is_what_a_person_is_called_by() -> None:
    """The father's name alone means the person with both surnames."""
    found = _who("Walter Guevara Arze came. Guevara left.", 1979)
    assert found[1][:2] == ("Guevara", "guevara-walter")


def test_without_another_bearer_the_authority_file_tells() -> None:
    """A surname that nobody else in the text bears is the known person's."""
    assert _who("Guevara left.", 1961) == [("Guevara", "guevara-ernesto", Certainty.HIGH)]


def test_a_head_of_state_keeps_the_surname_but_is_no_longer_sure() -> None:
    """A relative named in full does not take the head of state's surname away."""
    found = _who("Stalin came with Vasily Stalin.", 1950)
    assert found[0] == ("Stalin", "stalin-joseph", Certainty.MEDIUM)


def test_whose_first_office_is_far_ahead_is_hardly_meant() -> None:
    """A surname alone is a namesake's, where its bearer held no office for a generation to come."""
    assert _who("Yeltsin left.", 1950) == [("Yeltsin", "person-yeltsin", Certainty.LOW)]
    assert _who("Yeltsin left.", 1992) == [("Yeltsin", "yeltsin-boris", Certainty.HIGH)]


def test_a_name_with_and_without_its_second_surname_is_one_person() -> None:
    """The shorter form of a full name has the entry of the longer."""
    found = _who("Hernan Siles came. Hernan Siles Zuazo left.", 1956)
    assert {who for _, who, _ in found} == {"siles-zuazo-hernan"}
