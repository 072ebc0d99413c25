"""Mends change the attributes that are wrong and nothing else, once."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from tei_cable.cli import main
from tei_cable.errors import InternalError
from tei_cable.validation import Engine, problems_of
from tei_cable.validation.mend import mended
from tei_cable.validation.problem import Edit, Problem
from tests.schema.generate import spoil
from tests.validation.mutants import CONSTRUCTS

_GOOD = CONSTRUCTS.read_text("utf-8")


def mend(text: str) -> str:
    """Return a document after its mends."""
    return mended(text.encode(), "a.xml", lambda tree: problems_of(tree, Engine.LXML)).decode()


@pytest.mark.parametrize(
    ("spoilt", "whole"),
    [
        ("rend = 'Open'", "rend = 'open'"),
        ('rend="open"\n  cert="HIGH"', 'rend="open"\n  cert="high"'),
    ],
)
def test_a_value_in_other_letters_is_mended_where_it_stands(spoilt: str, whole: str) -> None:
    """Quotation marks, blanks and line breaks in the tag stay as they are."""
    assert mend(_GOOD.replace('rend="open"', spoilt)) == _GOOD.replace('rend="open"', whole)


@pytest.mark.parametrize("date", ["1950-2-3", "1950-02-3", "1950-2-03", " 1950-2-3 "])
def test_a_date_gets_its_zeros(date: str) -> None:
    """A day that exists is written as W3C wants it."""
    assert mend(_GOOD.replace('when="1950-02-03"', f'when="{date}"')) == _GOOD


def test_a_part_that_does_not_answer_is_made_to() -> None:
    """The attribute is added behind the others."""
    text = _GOOD.replace('xml:id="s2" prev="#s1" rend="close"', 'xml:id="s2" rend="close"')
    assert text != _GOOD
    assert mend(text) == text.replace('rend="close"', 'rend="close" prev="#s1"')


def test_a_dateline_gets_the_date_of_its_words() -> None:
    """Words that are a whole date have one value."""
    text = _GOOD.replace('<date when="1950-02-03">3 February 1950<', "<date>3 February 1950<")
    assert mend(text) == _GOOD


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('rend="open"', 'rend="half"'),
        ('when="1950-02-03"', 'when="1950-2-30"'),
        ('when="1950-02-03"', 'when="50-2-3"'),
        ('<date when="1950-02-03">same day', "<date>same day"),
        ('<date when="1950-02-03">3 February 1950', "<date>3 February"),
        ('<date when="1950-02-03">3 February 1950', "<date>3 <hi>February</hi> 1950"),
        ('prev="#s1"', 'prev="#quote-1"'),
        ('ref="#minister" cert', 'ref="#nobody" cert'),
    ],
)
def test_what_could_be_meant_in_two_ways_is_left(old: str, new: str) -> None:
    """A guess is no mend."""
    text = _GOOD.replace(old, new)
    assert text != _GOOD
    assert mend(text) == text


def test_later_layers_are_mended_in_the_same_run() -> None:
    """What a wrong value hid is found once it is right."""
    text = _GOOD.replace('rend="open"', 'rend="OPEN"').replace(
        '<date when="1950-02-03">3 February 1950<', "<date>3 February 1950<"
    )
    assert mend(text) == _GOOD


@pytest.mark.parametrize("seed", range(30))
def test_mending_twice_is_mending_once_and_keeps_the_text(seed: int) -> None:
    """On documents spoilt at random, no word and no element is touched."""
    random = Random(seed)  # noqa: S311 (no secret)
    root = etree.fromstring(_GOOD.encode(), etree.XMLParser(collect_ids=False))
    for _ in range(3):
        spoil(root, random)
    text = etree.tostring(root, encoding="unicode").replace('"low"', '"Low"')
    once = mend(text)
    assert mend(once) == once
    parser = etree.XMLParser(collect_ids=False)
    before, after = (etree.fromstring(each.encode(), parser) for each in (text, once))
    assert list(before.itertext()) == list(after.itertext())
    assert [e.tag for e in before.iter()] == [e.tag for e in after.iter()]


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_what_is_not_utf_8_is_left(encoding: str) -> None:
    """Bytes are changed in place, so their encoding has to be the usual one."""
    text = _GOOD.replace('rend="open"', 'rend="OPEN"').replace("UTF-8", encoding)
    data = text.encode(encoding)
    assert mended(data, "a.xml", lambda tree: problems_of(tree, Engine.LXML)) == data


def test_a_byte_order_mark_shifts_nothing() -> None:
    """Places are counted from the first byte."""
    text = "\ufeff" + _GOOD.replace('rend="open"', 'rend="OPEN"')
    assert mend(text) == "\ufeff" + _GOOD


def test_a_mend_that_would_change_more_is_not_made() -> None:
    """The result is compared with what was meant before it is used."""

    def judged(tree: etree._ElementTree) -> list[Problem]:
        element = next(tree.iter("{*}supplied"))
        return [Problem(element, "x", edits=(Edit(element, "no name", "y"),))]

    with pytest.raises((InternalError, ValueError)):
        mended(_GOOD.encode(), "a.xml", judged)


def run(*arguments: str) -> Result:
    """Run the command line."""
    return CliRunner().invoke(main, ["validate", *arguments])


def test_files_are_mended_and_the_summary_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what was wrong is written; rules that are ignored mend nothing."""
    monkeypatch.chdir(tmp_path)
    spoilt = _GOOD.replace('rend="open"', 'rend="OPEN"')
    Path("a.xml").write_text(spoilt, "utf-8")
    Path("b.xml").write_text(_GOOD, "utf-8")
    assert run("a.xml", "--fix", "--ignore", "TC403").exit_code == 0
    assert Path("a.xml").read_text("utf-8") == spoilt
    result = run("a.xml", "b.xml", "--fix")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "2 files checked, 2 valid, 0 errors, 1 file mended\n"
    assert Path("a.xml").read_text("utf-8") == _GOOD
    assert run("a.xml", "--fix").stderr == "1 file checked, 1 valid, 0 errors\n"


@pytest.mark.parametrize("arguments", [["-", "--fix"], [str(CONSTRUCTS), "--fix", "--engine=jing"]])
def test_what_cannot_be_mended_is_a_wrong_call(arguments: list[str]) -> None:
    """There is no file to write, or no engine that knows mends."""
    assert run(*arguments).exit_code == 2
