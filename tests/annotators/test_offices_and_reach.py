"""Titles and offices that belong to a name, and how far names of bodies and places reach."""

from __future__ import annotations

import pytest

from tei_cable.annotators import organisations, persons, places


def _persons(text: str, year: int | None = None) -> list[str]:
    return [text[hit.start : hit.end] for hit in persons.hits(text, year)]


def _bodies(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in organisations.hits(text)]


@pytest.mark.parametrize(
    "name",
    [
        "Prime Minister and Foreign Minister Zhou Enlai",
        "Admiral of the Fleet Sir Dudley Pound",
        "Lieut.-Colonel Smith",
        "The Rt. Hon. Ernest Bevin",
        "c. Mikoyan",
        "Chief of the General Staff Marshal Vasilevsky",
        "Mr. CURTIN",
    ],
)
def test_titles_and_offices_before_a_name_are_part_of_it(name: str) -> None:
    """Every title and office that stands right before a name belongs to it."""
    assert _persons(f"Then {name} said this.") == [name]


@pytest.mark.parametrize("text", ["in Kong Kong today", "the General Considerations of it"])
def test_what_is_no_name_is_no_person(text: str) -> None:
    """A syllable said twice and a title before an ordinary plural are nobody."""
    assert _persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Federation of Labor Li Lisan leads", ["Federation of Labor"]),
        ("views of the Malaysian Government on Indonesian plans", ["Malaysian Government"]),
        ("the U.N.R.R.A. came", ["U.N.R.R.A."]),
        ("the U.N. came", ["U.N."]),
        ('the "Ross Archiv" has it', ["Ross Archiv"]),
        ("the Chief of the Naval Staff said", []),
        ("Marshal of the Royal Air Force Lord Portal said", []),
        ("the Royal Air Force came", ["Royal Air Force"]),
    ],
)
def test_a_body_reaches_no_further_than_its_name(text: str, names: list[str]) -> None:
    """A person's name, a subject and an office's title are no part of a body, nor it of them."""
    assert sorted(set(_bodies(text))) == names


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("Bikini Atoll", "Marshall Islands"),
        ("Hankou", "Wuhan"),
        ("Kwantung", "Liaodong"),
        ("Kalimantan Utara", "Borneo"),
    ],
)
def test_a_part_of_a_place_is_a_place_of_its_own(part: str, whole: str) -> None:
    """A part is no other name of the whole: they have entries of their own."""
    found = places.hits(f"from {part} to {whole}")
    assert len({hit.entity.id for hit in found}) == 2
    assert all(hit.entity.known for hit in found)
