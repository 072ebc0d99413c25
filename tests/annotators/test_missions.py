"""Missions and foreign ministries: whose they are, where they sit, what they are called."""

from __future__ import annotations

import pytest

from tei_cable.annotators.missions import ministries, missions
from tei_cable.authority import shipped
from tei_cable.model import EntityKind


@pytest.mark.parametrize(
    ("text", "words", "id_", "name"),
    [
        (
            "the Polish Embassy in Cuba said",
            "Polish Embassy in Cuba",
            "poland-embassy-cuba",
            "Poland. Embassy (Cuba)",
        ),
        (
            "Embassy of Poland in the Soviet Union",
            "Embassy of Poland in the Soviet Union",
            "poland-embassy-ussr",
            "Poland. Embassy (Soviet Union)",
        ),
        (
            "Embassy in the Soviet Union",
            "Embassy in the Soviet Union",
            "embassy-ussr",
            "Embassy (Soviet Union)",
        ),
        (
            "Consulate-General of China at Havana",
            "Consulate-General of China at Havana",
            "china-consulate-general-havana",
            "China. Consulate-General (Havana)",
        ),
        (
            "a Special Mission to Cuba",
            "Special Mission to Cuba",
            "special-mission-cuba",
            "Special Mission (Cuba)",
        ),
        ("the US Embassy", "US Embassy", "us-embassy", "United States. Embassy"),
        (
            "POLISH EMBASSY IN CUBA",
            "POLISH EMBASSY IN CUBA",
            "poland-embassy-cuba",
            "Poland. Embassy (Cuba)",
        ),
        (
            "the Cuban Trade Mission in Poland",
            "Cuban Trade Mission in Poland",
            "cuba-trade-mission-poland",
            "Cuba. Trade Mission (Poland)",
        ),
    ],
)
def test_each_form_of_a_mission(text: str, words: str, id_: str, name: str) -> None:
    """An owner before or after `of`, a host after `in`, `to` or `at`, in any combination."""
    (found,) = missions(text, None)
    assert text[found.start : found.end] == words
    assert (found.entity.id, found.entity.name) == (id_, name)
    assert found.entity.kind is EntityKind.ORGANISATION


@pytest.mark.parametrize(
    "text",
    ["the Embassy said", "the embassy in Cuba", "the Embassy's staff in Cuba", "Embassy, Cuba"],
)
def test_a_mission_of_nobody_and_nowhere_is_none(text: str) -> None:
    """Without an owner or a host the words name no body."""
    assert list(missions(text, None)) == []


def test_a_mission_without_an_owner_is_the_senders() -> None:
    """The sending state owns the missions that name only their host, and no others."""
    sender = shipped().named("Poland", EntityKind.PLACE)
    assert sender is not None
    text = "Embassy in Cuba and Chinese Embassy in Cuba"
    ids = [found.entity.id for found in missions(text, sender.entity)]
    assert ids == ["poland-embassy-cuba", "china-embassy-cuba"]


@pytest.mark.parametrize(
    ("text", "words", "id_"),
    [
        (
            "the Polish Foreign Ministry's note",
            "Polish Foreign Ministry",
            "poland-ministry-of-foreign-affairs",
        ),
        (
            "Ministry of Foreign Affairs of the USSR",
            "Ministry of Foreign Affairs of the USSR",
            "ussr-ministry-of-foreign-affairs",
        ),
        ("the USSR MFA", "USSR MFA", "ussr-ministry-of-foreign-affairs"),
    ],
)
def test_a_foreign_ministry_has_an_owner(text: str, words: str, id_: str) -> None:
    """The state stands before it, or after `of`; all names of it have one id."""
    (found,) = ministries(text)
    assert (text[found.start : found.end], found.entity.id) == (words, id_)


@pytest.mark.parametrize("text", ["the Foreign Ministry", "the Polish Ministry of Trade"])
def test_other_ministries_are_left_to_other_rules(text: str) -> None:
    """A ministry of no named state, or of other affairs, is not found here."""
    assert list(ministries(text)) == []
