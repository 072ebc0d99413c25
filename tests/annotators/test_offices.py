"""A bracket that is wholly an office stands in the name after it."""

from __future__ import annotations

import pytest

from tei_cable.kinds import PERSON, ROLE_NAME
from tests.annotators.cables import words_of


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "then [Deputy Commander in Chief] Jan Novak left",
            "[Deputy Commander in Chief] Jan Novak",
            "Deputy Commander in Chief",
        ),
        (
            "then [former Secretary of the port] Jan Novak left",
            "[former Secretary of the port] Jan Novak",
            "former Secretary of the port",
        ),
        (
            "then [now a member, future Ambassador to Poland] Jan Novak left",
            "[now a member, future Ambassador to Poland] Jan Novak",
            "now a member, future Ambassador to Poland",
        ),
    ],
)
def test_the_name_takes_the_whole_office_in(text: str, name: str, role: str) -> None:
    """The bracket is not cut where the shortest title of the office begins."""
    assert words_of(text, PERSON) == [name]
    assert words_of(text, ROLE_NAME) == [role]


@pytest.mark.parametrize(
    "text",
    [
        "then [the Secretary, in Gdynia] Jan Novak left",
        "then [members, future ambassadors] Jan Novak and Jan Nowak left",
        "then [head of the port], Jan Novak left",
        "then [head of the port]. Jan Novak left",
        "then [two former ministers] Jan Novak and Jan Nowak left",
    ],
)
def test_what_is_more_than_an_office_stays_outside(text: str) -> None:
    """A part that is no office, the office of several, or any mark between parts them."""
    names = words_of(text, PERSON)
    assert names != []
    assert not any(name.startswith("[") for name in names)
