"""Constraints that no grammar can express: each is met by the constructs, and broken here."""

from __future__ import annotations

import pytest

from tei_cable.validation import Engine, validate_bytes
from tests.validation.mutants import CONSTRUCTS

_P = "/TEI/text/body/div/p"
_NOTHING = "points to nothing: no element of this document has that xml:id."
_CHOICE = "choice needs two readings that match: abbr and expan, orig and reg, or sic and corr."
_TWO_WAYS = (
    "date is dated in more than one way: use when alone, or from and to, or notBefore and notAfter."
)
_NO_ORG = (
    'ref="#clerk" of orgName points to an element person, not to the entry of an organisation.'
)


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong with a document."""
    return [finding.code for finding in validate_bytes(text.encode(), "a.xml")]


def spoilt(old: str, new: str) -> str:
    """Return the constructs with the first occurrence of `old` replaced."""
    before = CONSTRUCTS.read_text("utf-8")
    assert old in before
    return before.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "xpath", "message"),
    [
        (
            'ref="#minister" cert',
            'ref="#nobody" cert',
            f"{_P}[1]/persName[1]",
            f'ref="#nobody" {_NOTHING}',
        ),
        (
            'source="#page"',
            'source="#pages"',
            "/TEI/teiHeader/profileDesc/abstract",
            f'source="#pages" {_NOTHING}',
        ),
        (
            '<author><orgName ref="#legation">',
            '<title type="main">Again</title><author><orgName ref="#legation">',
            "/TEI/teiHeader/fileDesc/titleStmt",
            "titleStmt has more than one title of the type main.",
        ),
        (
            '<relatedItem type="reprinted">',
            '<relatedItem type="reprinted" target="#page">',
            "/TEI/teiHeader/fileDesc/sourceDesc/bibl/relatedItem",
            "relatedItem needs either target or a bibl in it.",
        ),
        (
            'target="#n1"',
            'target="#n2"',
            f"{_P}[3]/ref",
            f'target="#n2" {_NOTHING}',
        ),
        (
            'hand="#clerk"',
            'hand="#klerk"',
            f"{_P}[3]/add",
            f'hand="#klerk" {_NOTHING}',
        ),
        (
            'who="#clerk"',
            'who="#klerk"',
            "/TEI/text/body/div/sp",
            f'who="#klerk" {_NOTHING}',
        ),
        (
            'corresp="#tei_cable"',
            'corresp="#cable"',
            "/TEI/teiHeader/fileDesc/titleStmt/respStmt[2]/name",
            f'corresp="#cable" {_NOTHING}',
        ),
        (
            'resp="#translator-1 #translator-2"',
            'resp="#translator-1 #translator-3"',
            f"{_P}[1]/persName[1]/supplied",
            f'resp="#translator-1 #translator-3" {_NOTHING}',
        ),
        (
            'cert="high" resp="#tei_cable"><supplied',
            'cert="high" resp="#cable"><supplied',
            f"{_P}[1]/persName[1]",
            f'resp="#cable" {_NOTHING}',
        ),
        (
            'passive="#ruritania"',
            'passive="#utopia"',
            "/TEI/standOff/listPlace/listRelation/relation",
            f'passive="#utopia" {_NOTHING}',
        ),
        (
            'ref="#minister" cert',
            'ref="#strelsau" cert',
            f"{_P}[1]/persName[1]",
            'ref="#strelsau" of persName points to an element place, not to the entry of a person.',
        ),
        (
            '<placeName ref="#strelsau"><choice>',
            '<placeName ref="#legation"><choice>',
            f"{_P}[2]/placeName",
            'ref="#legation" of placeName points to an element org, not to the entry of a place.',
        ),
        (
            '<orgName ref="#legation">of',
            '<orgName ref="#clerk">of',
            f"{_P}[1]/persName[1]/supplied/roleName/orgName",
            _NO_ORG,
        ),
        (
            '<date when="1950-02">',
            '<date when="1950-02" notBefore="1950-02-01">',
            f"{_P}[1]/supplied/date",
            _TWO_WAYS,
        ),
        ("<abbr>RPR</abbr>", "<orig>RPR</orig>", f"{_P}[2]/choice", _CHOICE),
        ("<corr>b</corr>", "<corr>b</corr><corr>c</corr>", f"{_P}[3]/choice", _CHOICE),
        (
            'n="2">On',
            'n="1">On',
            f"{_P}[1]",
            'Paragraph number "1" is used more than once.',
        ),
    ],
)
def test_a_broken_constraint_is_reported_at_its_element(
    old: str, new: str, xpath: str, message: str
) -> None:
    """The finding is a TC404, says what is wrong, and points to the element."""
    findings = validate_bytes(spoilt(old, new).encode(), "a.xml")
    assert {finding.code for finding in findings} == {"TC404"}
    assert (findings[0].xpath, findings[0].message) == (xpath, message)


@pytest.mark.parametrize(
    ("old", "new", "messages"),
    [
        (
            'next="#s2"',
            "",
            ['The part that prev="#s1" points to does not point forward with next.'],
        ),
        (
            'prev="#quote-1"',
            "",
            ['The part that next="#quote-2" points to does not point back with prev.'],
        ),
        (
            'prev="#s1"',
            'prev="#quote-1"',
            [
                'The part that next="#s2" points to does not point back with prev.',
                'The part that prev="#quote-1" points to does not point forward with next.',
            ],
        ),
    ],
)
def test_parts_that_do_not_answer_are_reported(old: str, new: str, messages: list[str]) -> None:
    """A chain of parts can be walked in both directions, or the break of it is named."""
    findings = validate_bytes(spoilt(old, new).encode(), "a.xml")
    assert [finding.message for finding in findings] == messages


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('ref="#minister" cert', 'ref="https://viaf.org/viaf/1" cert'),
        ('resp="#translator-1 #translator-2"', 'resp="https://example.org/people#ann"'),
        ('resp="#translator-1 #translator-2"', 'resp="https://example.org/#a #translator-1"'),
        ('resp="#translator-1 #translator-2"', 'resp="#clerk"'),
        ('<date when="1950-02">', "<date>"),
        ('<date when="1950-02">', '<date notBefore="1950-02-01">'),
        ('<body><opener><salute>Dear friend</salute></opener><p n="1">', '<body><p n="2">'),
        ("<sic>a</sic><corr>b</corr>", "<corr>b</corr><sic>a</sic>"),
    ],
)
def test_what_is_no_breach_is_not_reported(old: str, new: str) -> None:
    """Pointers to other places, dates given in one way, and numbers inside a letter are right."""
    assert codes(spoilt(old, new)) == []


def test_constraints_wait_for_the_grammar() -> None:
    """A document that is invalid is not judged by constraints: it may break them by being so."""
    text = spoilt('ref="#minister" cert', 'ref="#nobody" wrong="" cert')
    assert codes(text) == ["TC403"]


def test_constraints_are_checked_by_either_engine() -> None:
    """The choice of engine is about the grammar alone."""
    data = spoilt('target="#n1"', 'target="#n2"').encode()
    (found,) = validate_bytes(data, "a.xml", engine=Engine.XMLSCHEMA)
    assert found.code == "TC404"
