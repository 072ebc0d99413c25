"""Rivals are settled, and brackets learn what names they are in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tei_cable.annotators import annotate
from tei_cable.annotators.settle import settle
from tei_cable.kinds import (
    DATE,
    FORENAME,
    NOTE,
    ORGANISATION,
    PARAGRAPH,
    PERSON,
    PLACE,
    ROLE_NAME,
    SUPPLIED,
    Kind,
)
from tei_cable.model import (
    Annotation,
    Bracket,
    BracketFunction,
    Certainty,
    Entity,
    EntityKind,
    Mention,
    Span,
)
from tests.annotators.cables import cable, codes, marked, words_of

TEXT = "[Polish] Ambassador [Jan] Dvorak of Cuba left on 22 [May]."


def _on(words: str, kind: Kind, cert: Certainty = Certainty.HIGH, rule: str = "test") -> Annotation:
    start = TEXT.index(words)
    return Annotation(Span(start, start + len(words)), kind, rule, cert)


def _kept(*given: Annotation) -> list[tuple[str, Kind]]:
    return [(a.span.of(TEXT), a.kind) for a in settle(TEXT, given)[0]]


@pytest.mark.parametrize(
    ("outer", "inner", "stays"),
    [
        (ORGANISATION, PLACE, True),
        (ORGANISATION, PERSON, False),
        (ORGANISATION, ORGANISATION, False),
        (ORGANISATION, DATE, False),
        (PERSON, PERSON, False),
        (PERSON, PLACE, False),
        (PERSON, ORGANISATION, False),
        (PLACE, PLACE, False),
        (PLACE, ORGANISATION, False),
        (DATE, DATE, False),
        (DATE, PLACE, False),
    ],
)
def test_who_may_hold_whom(outer: Kind, inner: Kind, *, stays: bool) -> None:
    """A body may hold a place; nothing else holds a name, outside of a person's office."""
    kept = _kept(_on("Dvorak of Cuba", outer), _on("Cuba", inner))
    assert (("Cuba", inner) in kept) is stays
    assert ("Dvorak of Cuba", outer) in kept


@pytest.mark.parametrize(("inner", "stays"), [(PLACE, True), (ORGANISATION, True), (DATE, False)])
def test_an_office_within_a_person_may_name_places_and_bodies(inner: Kind, *, stays: bool) -> None:
    """`Ambassador of Cuba` within a person's name holds the place."""
    kept = _kept(_on(TEXT, PERSON), _on("Dvorak of Cuba", ROLE_NAME), _on("Cuba", inner))
    assert (("Cuba", inner) in kept) is stays


def test_of_two_names_of_one_span_the_surer_stays() -> None:
    """The same words are one name: the surer one, or the outer kind of two that are as sure."""
    unsure = _on("Cuba", ORGANISATION, Certainty.MEDIUM)
    assert _kept(unsure, _on("Cuba", PLACE)) == [("Cuba", PLACE)]
    assert _kept(_on("Cuba", PLACE), _on("Cuba", ORGANISATION)) == [("Cuba", ORGANISATION)]


_KNOWN = Entity("cuba", EntityKind.PLACE, "Cuba", (), known=True)
_GUESSED = Entity("person-jan", EntityKind.PERSON, "Jan", (), known=False)


@pytest.mark.parametrize(
    ("kept", "dropped"),
    [
        (_on("of Cuba", DATE), _on("[Jan] Dvorak of", ORGANISATION, Certainty.MEDIUM)),
        (
            replace(_on("of Cuba", PLACE), detail=Mention(_KNOWN)),
            replace(_on("[Jan] Dvorak of", PERSON), detail=Mention(_GUESSED)),
        ),
        (_on("Dvorak of Cuba", PLACE), _on("[Jan] Dvorak", PERSON)),
    ],
    ids=["certainty", "authority", "length"],
)
def test_of_two_names_that_cross_the_better_stays(kept: Annotation, dropped: Annotation) -> None:
    """The surer one, then the one that the authority files know, then the longer."""
    names, (item,) = settle(TEXT, [dropped, kept])
    assert names == (kept,)
    assert (item.code, item.span) == ("TC301", dropped.span)


def test_a_name_over_the_edge_of_a_block_goes_with_its_parts() -> None:
    """No name reaches from one block into the next, and no forename stands outside of a name."""
    blocks = [_on("[Polish] Ambassador", PARAGRAPH), _on("[Jan] Dvorak", PARAGRAPH)]
    person = _on("Ambassador [Jan]", PERSON)
    names, (item,) = settle(TEXT, [*blocks, person, _on("[Jan]", FORENAME)])
    assert set(names) == set(blocks)
    assert (item.code, item.span) == ("TC301", person.span)
    whole = _on("[Jan] Dvorak", PERSON)
    assert whole in settle(TEXT, [*blocks, whole])[0]


def test_a_date_is_not_lost_to_a_guess_that_takes_its_month() -> None:
    """`4 March Foreign Ministry`: the date is sure, the body with `March` in its name is not."""
    text = "On 4 March Foreign Ministry officials met him there."
    assert words_of(text, DATE) == ["4 March"]


def test_a_finding_tells_what_gave_way_to_what() -> None:
    """TC302 names both readings."""
    outer, inner = _on("Dvorak of Cuba", PERSON, rule="a.b"), _on("Cuba", PLACE, rule="c.d")
    _, (item,) = settle(TEXT, [outer, inner])
    assert (item.code, item.span) == ("TC302", inner.span)
    assert item.message == (
        "“Cuba” is not tagged as place, since it stands in “Dvorak of Cuba”, tagged as person"
    )


@pytest.mark.parametrize(
    ("outer", "inner", "told"),
    [
        (_on("Cuba", PLACE), _on("Cuba", PLACE), False),
        (_on("Dvorak of Cuba", ORGANISATION), _on("Dvorak", ORGANISATION), False),
        (
            replace(_on("of Cuba", PLACE), detail=Mention(_KNOWN)),
            replace(_on("Cuba", PERSON), detail=Mention(_GUESSED)),
            False,
        ),
        (
            replace(_on("of Cuba", PERSON), detail=Mention(_GUESSED)),
            replace(_on("Cuba", PLACE), detail=Mention(_KNOWN)),
            True,
        ),
        (
            replace(_on("Dvorak of Cuba", PERSON), detail=Mention(_GUESSED)),
            replace(_on("Dvorak", ORGANISATION), detail=Mention(_GUESSED)),
            True,
        ),
    ],
    ids=["doublet", "one-kind", "guess-in-known", "known-in-guess", "two-guesses"],
)
def test_what_gave_way_is_told_where_it_may_have_been_right(
    outer: Annotation, inner: Annotation, *, told: bool
) -> None:
    """A part of a longer name of its kind, or a guess within a known name, needs no looking up."""
    assert [f.code for f in settle(TEXT, [outer, inner])[1]] == ["TC302"] * told


def test_the_parts_of_a_person_that_gave_way_go_with_it() -> None:
    """A forename stands only within a person that stays."""
    assert _kept(_on("[Jan] Dvorak", PERSON), _on("Jan", FORENAME)) == [
        ("[Jan] Dvorak", PERSON),
        ("Jan", FORENAME),
    ]
    assert _kept(_on("Jan", FORENAME)) == []


@pytest.mark.parametrize(
    ("text", "bracket", "function", "rule"),
    [
        ("then [Jan] Dvorak left", "[Jan]", "identification", "brackets.part-of-name"),
        ("then [Ambassador] Jan Dvorak", "[Ambassador]", "identification", "brackets.part-of-name"),
        ("left on 22 [May] then", "[May]", "date", "brackets.part-of-date"),
        ("as said [in the note]", "[in the note]", "subaudible", "brackets.function-word"),
        ("he told, [Gromyko] left", "[Gromyko]", "subaudible", "brackets.name"),
        ("we met J. Novak; to him [Novak] it", "[Novak]", "gloss", "brackets.pronoun-explained"),
        ("he told, [Great Things] left", "[Great Things]", "subaudible", "brackets.unclaimed"),
    ],
)
def test_supplied_words_learn_what_they_are_part_of(
    text: str, bracket: str, function: str, rule: str
) -> None:
    """A bracket within a person's name identifies, one within a date completes it."""
    made = annotate(cable(text, date="May 30, 1962"))
    (found,) = [a for a in made.annotations if a.kind in (SUPPLIED, NOTE)]
    assert isinstance(found.detail, Bracket)
    assert (found.span.of(text), found.detail.function, found.rule) == (bracket, function, rule)


def test_only_brackets_that_nobody_claims_in_the_end_are_reported() -> None:
    """TC203 is for what is still unclaimed when the names are known."""
    text = "he told, [Gromyko] left; he told, [Great Things] left"
    made = annotate(cable(text))
    assert [c for c in codes(made.findings, text) if c[0] == "TC203"] == [
        ("TC203", "[Great Things]")
    ]


def test_a_stray_bracket_in_a_name_stays_of_low_certainty() -> None:
    """Refining says more about the bracket, but not that it is sure."""
    text = "So it is. [Jan Dvorak left"
    made = annotate(cable("So it is. Jan] Dvorak left"))
    (found,) = [a for a in made.annotations if a.kind is SUPPLIED]
    assert found.detail == Bracket(BracketFunction.IDENTIFICATION, opened=False, closed=True)
    assert found.cert is Certainty.LOW
    assert marked(text, SUPPLIED) == [("[Jan Dvorak left", "brackets.unclaimed")]
