"""Passages in double quotation marks, and marks without a partner."""

from __future__ import annotations

import pytest

from tei_cable.annotators import annotate, quotations
from tei_cable.kinds import QUOTE
from tei_cable.model import Annotation
from tests.annotators.cables import cable, codes, marked, words_of


def _stray(text: str) -> list[tuple[str, int]]:
    items = [f for f in quotations.annotate(cable(text)) if not isinstance(f, Annotation)]
    assert {code for code, _ in codes(items, text)} <= {"TC204"}
    return [(f.span.of(text), f.span.start) for f in items if f.span]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "no" twice.', ['"no"']),
        ('"No," he said, "not now."', ['"No,"', '"not now."']),
        ("He said “no” twice.", ["“no”"]),
        ("He said „nein“ twice.", ["„nein“"]),
        ("He said «no» twice.", ["«no»"]),
        ("He said »no« twice.", ["»no«"]),
        ("«He reads «News» today», they said.", ["«He reads «News» today»", "«News»"]),
        ('the ["free"] world', ['"free"']),
        ('so-called ("free") world', ['"free"']),
        ('He said "that [the delegation["s"] is] late" then.', ['"that [the delegation["s"']),
    ],
)
def test_double_marks_pair_within_a_block(text: str, quotes: list[str]) -> None:
    """Straight marks open before a word and close after one; typographic ones by their shape."""
    assert marked(text, QUOTE, annotator=quotations.annotate) == [
        (quote, "quotations.double") for quote in quotes
    ]


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ('He said "no and left.', [('"', 8)]),
        ('He said no" and left.', [('"', 10)]),
        ("He said no” and left.", [("”", 10)]),
        ("He said “no and left.", [("“", 8)]),
        ("He said «no and left.", [("«", 8)]),
        ("He said no» and left.", [("»", 10)]),
        ('He said «the "free» world', [('"', 13)]),
        ('He said "no\n\nand" left.', [('"', 8), ('"', 16)]),
        ("of peace and humanity.' Then", [("'", 22)]),
        ("of peace and humanity.’", [("’", 22)]),
        ("of peace.' Then 'peace.'", [("'", 9)]),
        ("since the '60s of peace.' Then", [("'", 24)]),
    ],
)
def test_a_mark_without_a_partner_is_reported(text: str, stray: list[tuple[str, int]]) -> None:
    """It stays in the text, and the finding points at it; no mark pairs over a blank line."""
    assert _stray(text) == stray


@pytest.mark.parametrize(
    "text",
    [
        "the workers' party and the delegates', both",
        "it's Cuba's",
        "'peace,' he said",
        "(‘peace.’)",
        "[He said] 'so.' and 'so!'",
    ],
)
def test_apostrophes_and_paired_single_marks_are_no_quotations(text: str) -> None:
    """Possessives, contractions and single marks that pair are neither quoted nor reported."""
    assert list(quotations.annotate(cable(text))) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said "the plan [of Poland] is good" then.', ['"the plan [of Poland] is good"']),
        ('He said [or "wrote" it] then.', ['"wrote"']),
        ('He said ["]no" then.', ['["]no"']),
        ('He said [wrote "no] or yes" then.', []),
    ],
)
def test_a_quotation_does_not_cross_a_bracket(text: str, quotes: list[str]) -> None:
    """Both marks stand in the same brackets; a supplied mark takes its brackets with it."""
    assert words_of(text, QUOTE) == quotes


def test_a_salutation_holds_no_quote() -> None:
    """TEI has no quote there; the marks stay, and are not called stray."""
    text = 'Dear "Comrade" Novak,\n\nHe said "no" then.'
    assert words_of(text, QUOTE) == ['"no"']
    assert [c for c, _ in codes(annotate(cable(text)).findings, text) if c == "TC204"] == []


_LONG = "He said to all who stood at the harbour that"


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        (f'{_LONG} "the rice and\n\nthe tea" were late.', ['"the rice and\n\nthe tea"']),
        (f'{_LONG} the rice and\n\n"the tea" were late.', ['"the tea"']),
        (f'{_LONG} "the rice is here.\n\nThe tea" was late.', []),
    ],
)
def test_a_quotation_over_the_edge_of_a_page_in_one_paragraph_pairs(
    text: str, quotes: list[str]
) -> None:
    """Where blocks are joined into one paragraph its marks pair; over two paragraphs none do."""
    assert words_of(text, QUOTE) == quotes
    stray = [c for c, _ in codes(annotate(cable(text)).findings, text) if c == "TC204"]
    assert bool(stray) is not bool(quotes)


@pytest.mark.parametrize(("count", "findings"), [(1, 1), (2, 2), (3, 1), (5, 1)])
def test_brackets_that_end_with_a_lone_mark_are_reported_together(
    count: int, findings: int
) -> None:
    """From three on they have one cause: one finding counts them and names the place of each."""
    blocks = [f'It was said. [written below: so it is {n}"]' for n in range(count)]
    text = "\n\n".join(blocks)
    made = [f for f in quotations.annotate(cable(text)) if not isinstance(f, Annotation)]
    assert [f.code for f in made] == ["TC204"] * findings
    assert made[0].span is not None
    assert made[0].span.start == text.index('"')
    told = " ".join(f.message for f in made)
    if findings == 1 < count:
        assert told.startswith(f"{count} brackets end with a quotation mark that has no partner")
        assert [f"“it is {n}”" in told for n in range(count)] == [False] + [True] * (count - 1)
