"""Names in a row, names alone, particles with capitals, and what takes them for something else."""

from __future__ import annotations

import pytest

from tei_cable.annotators import organisations, persons, places


def _found(text: str, rule: str = "") -> list[str]:
    hits = persons.hits(text, 1962)
    return [text[h.start : h.end] for h in hits if not rule or h.rule == f"persons.{rule}"]


@pytest.mark.parametrize(
    ("text", "rule", "found"),
    [
        ("told Comrades Zorkin and Petrin that", "titled-row", ["Zorkin", "Petrin"]),
        ("Messrs. Black, White and Zorkin left", "titled-row", ["Black", "White", "Zorkin"]),
        ("the Ambassadors Jan Zorkin and Petrin", "titled-row", ["Petrin"]),
        ("the Ambassadors Zorkin of Cuba", "titled-row", []),
        ("the Comrades Everybody liked", "titled-row", []),
        ("the Ministers Meeting took place", "titled-row", []),
        ("saw Mr. Zorkin, Petrin and Green.", "listed", ["Petrin", "Green"]),
        ("saw (Petrin, Mr. Zorkin) there", "listed", ["Petrin"]),
        ("saw Mr. Zorkin, Jr. there", "listed", []),
        ("saw Mr. Zorkin, Warsaw and Cuba", "listed", []),
        ("saw Mr. Zorkin and Treasury men", "listed", []),
        ("Dear Zorkin:\nThank you", "saluted", ["Zorkin"]),
        ("My dear Walter,\nThank you", "saluted", ["Walter"]),
        ("Dear Colleague:\nThank you", "saluted", []),
        ("a dear Zorkin: he", "saluted", []),
        ("he saw Van Zorkin and von Petrin", "particled", ["Van Zorkin", "von Petrin"]),
        ("with d'Orvain there", "particled", ["d'Orvain"]),
        ("the Charge d'Affaires there", "particled", []),
        ("a coup d'état there", "particled", []),
        ("Avenida 16 de Julio", "particled", []),
        ("it was Campbell's statement", "common-surname", ["Campbell"]),
        ("the Campbell Plan", "common-surname", []),
        ("at Fort Campbell", "common-surname", []),
        ("near Campbell, with", "common-surname", []),
        ("a price for Green products", "common-surname", []),
    ],
)
def test_names_that_stand_in_rows_or_alone(text: str, rule: str, found: list[str]) -> None:
    """A title in the plural or a person beside them tells names; so does a list of surnames."""
    assert _found(text, rule) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("saw the Director of Protocol Carlos Zorkin there", ["Carlos Zorkin"]),
        ("saw Mr. La Zorkin there", ["Mr. La Zorkin"]),
        ("saw Carlos De la Zorkin there", ["Carlos De la Zorkin"]),
        ("saw Prime Minister Lyons there", ["Prime Minister Lyons"]),
        ("saw Ambassador Lyons there", []),
        ("the President Warsaw chose", []),
        ("General Cutler said so", ["General Cutler"]),
        ("the General Order said so", []),
        ("See Charge D'Affaires on it", []),
        ("HE TOLD AMBASSADOR CUTLER THAT", ["AMBASSADOR CUTLER"]),
        ("THE AMBASSADOR THOUGHT IT GOOD", []),
        ("the Minister of Mines Zorkin left", ["Minister of Mines Zorkin"]),
        ("with Warwick Zorkin. Mr. Warwick Zorkin", ["Warwick Zorkin", "Mr. Warwick Zorkin"]),
        ("the Chancellor and President Zorkin met", ["President Zorkin"]),
        ("the Tunku and Mr. Zorkin met", ["Tunku", "Mr. Zorkin"]),
        (
            "Prime Minister and Foreign Minister Zorkin left",
            ["Prime Minister and Foreign Minister Zorkin"],
        ),
    ],
)
def test_titles_and_particles_before_a_name(text: str, found: list[str]) -> None:
    """An office before a forename hides none, and an office is one person's if it can be."""
    assert _found(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Castro Government said", []),
        ("the Whole Cabinet said", []),
        ("Arrive Government Palace", []),
        ("Your Excellency's Government said", []),
        ("the International Community said", []),
        ("the Provisional Government said", ["Provisional Government"]),
        ("the Zorkin Government said", ["Zorkin Government"]),
        ("the Central European Cabinet said", ["Central European Cabinet"]),
    ],
)
def test_what_is_no_body_though_a_head_noun_stands_there(text: str, found: list[str]) -> None:
    """A person's government is no body of that name, nor are ordinary words before it."""
    assert [text[h.start : h.end] for h in organisations.hits(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("some US$102,595 were paid", []),
        ("some US $280 million were paid", []),
        ("the US spent $5", ["US"]),
        ("in Middle Europe", ["Middle Europe"]),
    ],
)
def test_money_is_no_place(text: str, found: list[str]) -> None:
    """The letters before the sign of a currency name no state."""
    assert [text[h.start : h.end] for h in places.hits(text)] == found
