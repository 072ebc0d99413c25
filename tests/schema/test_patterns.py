"""Derivatives of patterns agree with regular expressions."""

from __future__ import annotations

import re
from functools import reduce

from hypothesis import given
from hypothesis import strategies as st

from tei_cable.schema.patterns import (
    EMPTY,
    NOTHING,
    Pattern,
    choice,
    counterexample,
    derivative,
    expected,
    interleave,
    nullable,
    repeat,
    sequence,
    symbol,
)

# A pattern beside the regular expression that means the same.
Pair = tuple[Pattern, str]

_LETTERS: st.SearchStrategy[Pair] = st.sampled_from("abc").map(lambda n: (symbol(n), n))


def _extend(pairs: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
    two = st.tuples(pairs, pairs)
    return st.one_of(
        two.map(lambda p: (sequence(p[0][0], p[1][0]), f"(?:{p[0][1]}{p[1][1]})")),
        two.map(lambda p: (choice(p[0][0], p[1][0]), f"(?:{p[0][1]}|{p[1][1]})")),
        pairs.map(lambda p: (repeat(p[0]), f"(?:{p[1]})*")),
        pairs.map(lambda p: (choice(EMPTY, p[0]), f"(?:{p[1]})?")),
    )


PAIRS = st.recursive(_LETTERS, _extend, max_leaves=8)


def matches(pattern: Pattern, word: str) -> bool:
    """Return whether a pattern matches a word, a letter a name."""
    return nullable(reduce(derivative, word, pattern))


@given(PAIRS, st.text("abc", max_size=6))
def test_a_pattern_matches_what_its_regular_expression_matches(pair: Pair, word: str) -> None:
    """The derivatives of a pattern give the verdict of the regular expression."""
    assert matches(pair[0], word) == bool(re.fullmatch(pair[1], word))


@given(PAIRS, PAIRS, st.text("abc", max_size=6))
def test_an_included_pattern_has_no_word_of_its_own(one: Pair, two: Pair, word: str) -> None:
    """Where no counterexample is found, each word of the inner one is a word of the outer."""
    if counterexample(one[0], two[0]) is None and matches(one[0], word):
        assert matches(two[0], word)


@given(PAIRS, PAIRS)
def test_a_pattern_is_included_in_a_choice_that_offers_it(one: Pair, two: Pair) -> None:
    """Inclusion is found where it is certain."""
    assert counterexample(one[0], choice(one[0], two[0])) is None


def test_a_counterexample_is_the_shortest_word_that_fails() -> None:
    """The word leads to where the two patterns part."""
    a, b = symbol("a"), symbol("b")
    assert counterexample(sequence(a, b), sequence(a, a)) == ("a", "b")
    assert counterexample(repeat(a), a) == ()


def test_interleaved_patterns_match_in_any_mixture() -> None:
    """Both are matched whole, in any order, and neither may lack."""
    both = interleave(sequence(symbol("a"), symbol("b")), symbol("c"))
    assert [w for w in ("abc", "acb", "cab", "bac", "ab", "c") if matches(both, w)] == [
        "abc",
        "acb",
        "cab",
    ]
    assert interleave(NOTHING, symbol("a")) is NOTHING


def test_expected_names_are_those_that_may_come_next() -> None:
    """What may only come later is not expected now."""
    pattern = sequence(choice(EMPTY, symbol("b")), sequence(symbol("a"), symbol("c")))
    assert expected(pattern) == ("a", "b")
