"""Measuring an encoding against one made by hand."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tei_cable.encoded import Encoded, read_gold, read_tei
from tei_cable.errors import SourceError
from tei_cable.evaluation import evaluate

if TYPE_CHECKING:
    from pathlib import Path

GOLD = (
    "<p>The <orgName>Board</orgName> told <persName><roleName>Mr.</roleName> Dvorak</persName>"
    " in <placeName>Ruritania</placeName> on <date when='1962-11-02'>2 November</date>.</p>"
)


def _tei(body: str) -> Encoded:
    data = f"<TEI xmlns='http://www.tei-c.org/ns/1.0'><text><body>{body}</body></text></TEI>"
    return read_tei(data.encode(), "x.xml")


def _counts(made: str, kind: str, gold: str = GOLD) -> tuple[int, int, int, int]:
    tally = evaluate(_tei(gold), _tei(made)).kinds[kind]
    return tally.gold, tally.found, tally.exact, tally.loose


def test_an_encoding_agrees_with_itself() -> None:
    """Everything is found, nothing is at fault, and the dates are right."""
    score = evaluate(_tei(GOLD), _tei(GOLD))
    assert score.faults == []
    assert (score.total.precision, score.total.recall, score.total.f1) == (1, 1, 1)
    assert (score.kinds["date"].dated, score.kinds["date"].dated_right) == (1, 1)


@pytest.mark.parametrize(
    ("made", "kind", "counts"),
    [
        (GOLD.replace("<roleName>Mr.</roleName> ", "Mr. "), "person", (1, 1, 1, 1)),
        (
            GOLD.replace("<persName><roleName>Mr.</roleName> ", "Mr. <persName>"),
            "person",
            (1, 1, 1, 1),
        ),
        (GOLD.replace("Dvorak</persName> in", "Dvorak in</persName>"), "person", (1, 1, 0, 1)),
        (GOLD.replace("The <orgName>", "<orgName>The "), "org", (1, 1, 1, 1)),
        (GOLD.replace("<orgName>Board</orgName>", "Board"), "org", (1, 0, 0, 0)),
        (GOLD.replace("told", "<orgName>told</orgName>"), "org", (1, 2, 1, 1)),
        ("<p>" + GOLD.replace("<p>", "").replace(" on ", "</p> <p>on "), "place", (1, 1, 1, 1)),
    ],
)
def test_what_is_right_wrong_and_half_right(
    made: str, kind: str, counts: tuple[int, int, int, int]
) -> None:
    """Titles may be in or out, articles do not matter, edges do; layout is nothing."""
    assert _counts(made, kind) == counts


def test_faults_are_said_in_words() -> None:
    """What is missed, what is none, what has other edges or another date."""
    made = (
        GOLD.replace("<orgName>Board</orgName>", "Board")
        .replace("told", "<orgName>told</orgName>")
        .replace("1962-11-02", "1961-11-02")
        .replace("Ruritania</placeName> on", "Ruritania on</placeName>")
    )
    assert evaluate(_tei(GOLD), _tei(made), "doc").faults == [
        "doc: place: “Ruritania” is tagged as “Ruritania on”",
        "doc: org: “Board” is missed",
        "doc: org: “told” is none",
        "doc: 2 November: when=1962-11-02 is dated when=1961-11-02",
    ]


def test_nested_names_are_optional() -> None:
    """A place within a body's name counts neither way."""
    gold = "<p>the <orgName>Board of <placeName>Ruritania</placeName></orgName></p>"
    made = "<p>the <orgName>Board of Ruritania</orgName></p>"
    for one, other in ((gold, made), (made, gold)):
        score = evaluate(_tei(one), _tei(other))
        assert score.total.gold == 1 or score.kinds["place"].gold == 0
        assert score.total.recall == 1


def test_certainties_are_counted() -> None:
    """How many claims of each certainty are right."""
    made = GOLD.replace("<orgName>", "<orgName cert='medium'>").replace(
        "told", "<orgName cert='low'>told</orgName>"
    )
    score = evaluate(_tei(GOLD), _tei(made))
    assert dict(score.claimed) == {"high": 3, "medium": 1, "low": 1}
    assert {cert: score.right[cert] for cert in ("high", "medium", "low")} == {
        "high": 3,
        "medium": 1,
        "low": 0,
    }


def test_gold_with_offsets_is_read(tmp_path: Path) -> None:
    """JSON has spans into the text beside it, brackets included; what is weak is optional."""
    text = "Head\n\nThe Board told Mr. [Jan] Dvorak so."
    start = text.index("The")

    def made(words: str, kind: str, **more: object) -> dict[str, object]:
        at = text.index(words)
        return {"start": at, "end": at + len(words), "type": kind, **more}

    core = [text.index("[Jan]"), text.index(" so")]
    gold = {
        "body": [start, len(text)],
        "annotations": [
            made("Head", "org"),
            made("Board", "org", weak=True),
            made("Mr. [Jan] Dvorak", "person", core=core),
            made("so", "bracket"),
        ],
    }
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "a.json").write_text(json.dumps(gold), "utf-8")
    score = evaluate(
        read_gold(tmp_path / "a.json"),
        _tei("<p>The Board told Mr. <persName>Jan Dvorak</persName> so.</p>"),
    )
    assert (score.total.gold, score.total.exact, score.faults) == (1, 1, [])


def test_what_is_no_gold_is_refused(tmp_path: Path) -> None:
    """The error names the file."""
    (tmp_path / "a.json").write_text("{}", "utf-8")
    with pytest.raises(SourceError, match=r"a\.json"):
        read_gold(tmp_path / "a.json")
    with pytest.raises(SourceError, match=r"no text/body"):
        read_tei(b"<TEI/>", "b.xml")
    with pytest.raises(SourceError, match=r"not well-formed"):
        read_tei(b"<TEI>", "b.xml")
