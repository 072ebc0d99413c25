"""Rules beyond the grammar: each is met by the constructs, and broken here; near misses are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import etree

from tei_cable.findings import RULES
from tei_cable.validation import VALIDATORS, Engine, validate
from tei_cable.validation.rules import rule_problems
from tests.validation.mutants import CONSTRUCTS

_P = "/TEI/text/body/div/p"
_HEADER = "/TEI/teiHeader"
_SENT = f"{_HEADER}/profileDesc/correspDesc/correspAction[1]"
_NOTHING = "points to nothing: no element of this document has that xml:id."
_CHOICE = "choice needs two readings that match: abbr and expan, orig and reg, or sic and corr."
_TWO_WAYS = (
    "date is dated in more than one way: use when alone, or from and to, or notBefore and notAfter."
)
_ENTRY = "not to the entry of"
_DIGEST = "00ff" * 16


def found(*changes: tuple[str, str]) -> list[tuple[str, str, str]]:
    """Return code, XPath and message of what is wrong with the constructs after some changes."""
    text = CONSTRUCTS.read_text("utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return [(f.code, f.xpath, f.message) for f in validate(text.encode(), "a.xml")]


POINTERS = [
    ('ref="#minister" cert', 'ref="#nobody" cert', f"{_P}[1]/persName[1]", 'ref="#nobody"'),
    ('source="#page"', 'source="#pages"', f"{_HEADER}/profileDesc/abstract", 'source="#pages"'),
    ('target="#n1"', 'target="#n2"', f"{_P}[3]/ref", 'target="#n2"'),
    ('hand="#clerk"', 'hand="#klerk"', f"{_P}[3]/add", 'hand="#klerk"'),
    ('who="#clerk"', 'who="#klerk"', "/TEI/text/body/div/sp", 'who="#klerk"'),
    (
        'corresp="#tei_cable"',
        'corresp="#cable"',
        f"{_HEADER}/fileDesc/titleStmt/respStmt[2]/name",
        'corresp="#cable"',
    ),
    (
        'resp="#translator-1 #translator-2"',
        'resp="#translator-1 #translator-3"',
        f"{_P}[1]/persName[1]/supplied",
        'resp="#translator-3"',
    ),
    (
        'passive="#ruritania"',
        'passive="#utopia"',
        "/TEI/standOff/listPlace/listRelation/relation",
        'passive="#utopia"',
    ),
]


@pytest.mark.parametrize(("old", "new", "xpath", "pointer"), POINTERS)
def test_a_pointer_that_leads_nowhere_is_reported(
    old: str, new: str, xpath: str, pointer: str
) -> None:
    """TC601 names the one pointer, at the element that has it."""
    assert found((old, new)) == [("TC601", xpath, f"{pointer} {_NOTHING}")]


def test_a_pointer_that_looks_misspelt_has_a_proposal() -> None:
    """The nearest xml:id is named."""
    text = CONSTRUCTS.read_text("utf-8").replace('who="#clerk"', 'who="#klerk"')
    (finding,) = validate(text.encode(), "a.xml")
    assert finding.fix == "perhaps #clerk is meant"


BROKEN: list[tuple[str, tuple[str, str], str, str]] = [
    (
        "TC602",
        ('ref="#minister" cert', 'ref="#strelsau" cert'),
        f"{_P}[1]/persName[1]",
        f'ref="#strelsau" of persName points to an element place, {_ENTRY} a person.',
    ),
    (
        "TC602",
        ('<placeName ref="#strelsau"><choice>', '<placeName ref="#legation"><choice>'),
        f"{_P}[2]/placeName",
        f'ref="#legation" of placeName points to an element org, {_ENTRY} a place.',
    ),
    (
        "TC602",
        ('<orgName ref="#legation">of', '<orgName ref="#clerk">of'),
        f"{_P}[1]/persName[1]/supplied/roleName/orgName",
        f'ref="#clerk" of orgName points to an element person, {_ENTRY} an organisation.',
    ),
    (
        "TC602",
        ('target="#telegram"', 'target="#kinds"'),
        f"{_HEADER}/profileDesc/textClass/catRef",
        'target="#kinds" of catRef points to an element taxonomy.',
    ),
    (
        "TC602",
        ('target="#n1"', 'target="#p1"'),
        f"{_P}[3]/ref",
        'target="#p1" of ref points to an element p.',
    ),
    (
        "TC602",
        ('who="#clerk"', 'who="#strelsau"'),
        "/TEI/text/body/div/sp",
        'who="#strelsau" of sp points to an element place.',
    ),
    (
        "TC603",
        ('ref="#minister" cert', 'ref="wd:Q1" cert'),
        f"{_P}[1]/persName[1]",
        'ref="wd:Q1" uses the prefix wd, which no prefixDef declares.',
    ),
    (
        "TC603",
        ('<placeName ref="#strelsau"><choice>', '<placeName ref="gn:x1"><choice>'),
        f"{_P}[2]/placeName",
        '"x1" of ref="gn:x1" is not what the prefix gn allows.',
    ),
    (
        "TC604",
        ('next="#s2"', ""),
        f"{_P}[1]/persName[2]/supplied",
        'The part that prev="#s1" points to does not point forward with next.',
    ),
    (
        "TC604",
        ('prev="#quote-1"', ""),
        f"{_P}[3]/quote[1]",
        'The part that next="#quote-2" points to does not point back with prev.',
    ),
    (
        "TC605",
        ('<date when="1950-02">', '<date when="1950-02" notBefore="1950-02-01">'),
        f"{_P}[1]/supplied/date",
        _TWO_WAYS,
    ),
    (
        "TC606",
        ('notBefore="1950-02-21" notAfter="1950-02-28"', 'notBefore="1950-03" notAfter="1950-02"'),
        f"{_P}[2]/date",
        'notBefore="1950-03" of date is later than notAfter="1950-02".',
    ),
    (
        "TC606",
        ('<occupation from="1949">', '<occupation from="1949" to="1948-12-31">'),
        "/TEI/standOff/listPerson/person[1]/occupation",
        'from="1949" of occupation is later than to="1948-12-31".',
    ),
    (
        "TC607",
        ('<date when="1950">1950<', '<date when="1951">1950<'),
        f"{_HEADER}/fileDesc/sourceDesc/bibl/date",
        '"1950" is 1950, but the attributes say when="1951".',
    ),
    (
        "TC607",
        ('<date when="1950-02-03">3 February', '<date when="1950-02-03">30 January'),
        "/TEI/text/body/div/opener/dateline/date",
        '"30 January 1950" is 1950-01-30, but the attributes say when="1950-02-03".',
    ),
    (
        "TC607",
        ('<date when="1950-02">February', '<date when="1950-02">1 March'),
        f"{_P}[1]/supplied/date",
        '"1 March" is 1950-03-01, but the attributes say when="1950-02".',
    ),
    (
        "TC608",
        ('<date when="1950-02-03">same day', "<date>same day"),
        "/TEI/text/body/div/closer/dateline/date",
        "The date of this dateline has no value that a program can read.",
    ),
    (
        "TC609",
        ('<date when="1950-02-03" evidence', '<date when="1950-02-04" evidence'),
        f"{_SENT}/date",
        "The document was sent on another date than creation says it was written.",
    ),
    (
        "TC609",
        ("the Minister</persName></corr", 'the Minister</persName><date when="1950-02-02"/></corr'),
        f"{_HEADER}/profileDesc/correspDesc/correspAction[2]/date",
        "The document was received before it was sent.",
    ),
    (
        "TC610",
        ('<correspAction type="received">', '<correspAction type="sent">'),
        f"{_HEADER}/profileDesc/correspDesc/correspAction[2]",
        "A letter is sent once: correspDesc has more than one correspAction of type sent.",
    ),
    ("TC611", ("<abbr>RPR</abbr>", "<orig>RPR</orig>"), f"{_P}[2]/choice", _CHOICE),
    ("TC611", (" b</corr>", " b</corr><corr>c</corr>"), f"{_P}[3]/choice", _CHOICE),
    (
        "TC612",
        ('n="3"><gap', 'n="1"><gap'),
        f"{_P}[3]",
        'Paragraph number "1" is used more than once.',
    ),
    ("TC613", ('n="3"><gap', 'n="4"><gap'), f"{_P}[3]", "Paragraph 4 follows paragraph 2."),
    ("TC613", ('xml:id="p1" n="1"', 'xml:id="p1"'), f"{_P}[2]", "Paragraph 2 follows nothing."),
    ("TC614", ("<p>After it.</p>", "<p> <lb/> <!-- no --></p>"), f"{_P}[4]", "<p> is empty."),
    (
        "TC614",
        (">Fritz</persName></item>", "/></item>"),
        "/TEI/text/body/div/list[1]/item[1]/persName",
        "<persName> is empty.",
    ),
    (
        "TC615",
        (_DIGEST, _DIGEST.upper()),
        f"{_HEADER}/fileDesc/sourceDesc/bibl/idno[2]",
        "This is no sha256 digest.",
    ),
    (
        "TC616",
        ("</change>", '</change><change when="2020-03-01">Reviewed.</change>'),
        f"{_HEADER}/revisionDesc/change[2]",
        "This change is newer than the one above it: the newest comes first.",
    ),
    (
        "TC617",
        ('xml:id="test-1"', 'xml:id="wcda-2"'),
        "/TEI/@xml:id",
        'xml:id="wcda-2" is not that of the idno of type WCDA, 1.',
    ),
    (
        "TC623",
        ("<author><orgName", '<title type="main">Again</title><author><orgName'),
        f"{_HEADER}/fileDesc/titleStmt",
        "titleStmt has more than one title of the type main.",
    ),
    *(
        (
            "TC624",
            ('<relatedItem type="reprinted"><bibl>', change),
            f"{_HEADER}/fileDesc/sourceDesc/bibl/relatedItem[1]",
            "relatedItem needs either target or a bibl in it.",
        )
        for change in (
            '<relatedItem target="#page"><bibl>x</bibl></relatedItem><relatedItem><bibl>',
            "<relatedItem/><relatedItem><bibl>",
        )
    ),
    (
        "TC618",
        ('unit="word" quantity="1"', 'quantity="1"'),
        f"{_P}[3]/gap[2]",
        "gap says how much is missing, but not of what: unit is missing.",
    ),
    (
        "TC619",
        ("<p>After it.</p>", '<p>"One" and “two”</p>'),
        f"{_P}[4]",
        "Straight and typographic quotation marks are mixed: 4 are straight, 2 typographic.",
    ),
    (
        "TC619",
        ("<p>After it.</p>", "<p>It's <hi>Rudolf’s</hi>, and he's glad</p>"),
        f"{_P}[4]/hi",
        "Straight and typographic apostrophes are mixed: 3 are straight, 1 typographic.",
    ),
    *(
        (
            "TC620",
            ("<p>After it.</p>", f"<p>After {word}.</p>"),
            f"{_P}[4]",
            f'"{word}" mixes letters and figures as a misreading does (l, I, O; 1, 0).',
        )
        for word in ("l950", "I950", "195l", "2O3", "2lst", "lst", "llth", "al1ied", "c0mrade")
    ),
    (
        "TC621",
        ("<p>After it.</p>", "<p>con\xadsulate</p>"),
        f"{_P}[4]",
        "The text has the character U+00AD (soft hyphen).",
    ),
    (
        "TC621",
        ("<p>After it.</p>", "<p>a\x96b</p>"),
        f"{_P}[4]",
        "The text has the character U+0096 (a control or private character).",
    ),
    (
        "TC622",
        ("<p>After it.</p>", '<p>x <pb n="2"/></p>'),
        f"{_P}[4]/pb/@n",
        "Page 2 follows page 2.",
    ),
    (
        "TC610",
        ('<correspAction type="sent">', '<correspAction type="transmitted">'),
        f"{_HEADER}/profileDesc/correspDesc",
        "This correspDesc has no correspAction of type sent.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "change", "xpath", "message"), BROKEN, ids=lambda value: str(value)[:24]
)
def test_a_broken_rule_is_reported_at_its_element(
    code: str, change: tuple[str, str], xpath: str, message: str
) -> None:
    """The finding has the code of its rule, says what is wrong, and points to the element."""
    assert found(change) == [(code, xpath, message)]


FINE = [
    ('ref="#minister" cert', 'ref="https://viaf.org/viaf/1" cert'),
    ('ref="#minister" cert', 'ref="people.xml#minister" cert'),
    ('ref="#minister" cert', 'ref="URN:isbn:1" cert'),
    ('ref="#minister" cert', 'ref="gn:12" cert'),
    ('resp="#translator-1 #translator-2"', 'resp="https://example.org/#a #translator-1"'),
    ('resp="#translator-1 #translator-2"', 'resp="#clerk"'),
    ('<ref type="noteAnchor" target="#n1">', '<ref target="#p1">'),
    ('<date when="1950-02">', "<date>"),
    ('<date when="1950-02">', '<date notBefore="1950-02-01">'),
    ('<date when="1950-02">', '<date from="1950-02" to="1950-02-01">'),
    ('<date when="1950-02">February', '<date when="1950-02">yesterday'),
    ('<date when="1950-02">February', '<date when="1950-02-14">February'),
    (
        '<date when="1950-02">Feb',
        '<date from="1950-01" to="1950-06">January to June</date><date>F',
    ),
    (
        '<date when="1950-02">Feb',
        '<date from="1949-10" to="1950-03">October to March</date><date>',
    ),
    ('<date when="1950-02">February', '<date when="1950-02-03">03.02.1950'),
    ('<date when="1950-02">February', '<date when="1950-03-02">03.02.1950'),
    ('<date when="1950-02">February', '<date when="1950-02">March <note>i.e. February</note>'),
    ('<date when="1950-02-03" evidence', '<date when="1950-02" evidence'),
    ('<date when="1950-02-03" evidence', '<date when="1950" evidence'),
    ('when="1950-02-03">same day', 'notAfter="1950-02-03">same day'),
    ("the Minister</persName></corr", 'the Minister</persName><date when="1950-02-03"/></corr'),
    ("<body><opener><salute>Dear friend</salute></opener>", "<body>"),
    ('<p n="1">x', '<p n="7">x'),
    ('n="3"><gap', 'n="A"><gap'),
    ("<p>After it.</p>", '<p n="4">After it.</p>'),
    (
        (
            '<sic>a</sic><corr><metamark function="sic" rend="none">sic, should be</metamark>'
            " b</corr>"
        ),
        "<corr>b</corr><sic>a</sic>",
    ),
    ("<p>After it.</p>", '<p><gap reason="lost"/></p>'),
    ("<p>After it.</p>", "<p><hi>x</hi></p>"),
    (_DIGEST, _DIGEST[::-1]),
    ('type="sha256"', 'type="shelfmark"'),
    *(
        ("<p>After it.</p>", f"<p>After {word}.</p>")
        for word in (
            "A1838",
            "P1",
            "page1",
            "IL28",
            "5l",
            "H2O",
            "<ref>al1ied</ref>",
            "196",
            "l",
            "II",
            "x.al1ied.org",
            "‘two’",
            "T'ien",
            "5' 3\u00d7",
            "1,000",
            "Cold1",
        )
    ),
    ("<p>After it.</p>", '<p><pb n="3"/>a<pb n="1"/>b<pb n="iv"/>c<pb n="2"/>d</p>'),
    ('<date when="1950-02-03">same day', "<date>[undated]"),
    ('<date when="1950-02-03">same day', "<date>n.d."),
    ('unit="word" quantity="1"', 'extent="a word"'),
    ("</change>", '</change><change when="2020">Begun.</change>'),
    ("</change>", "</change><change>Begun.</change>"),
    ("<author><orgName", '<title type="main" xml:lang="fr">Titre</title><author><orgName'),
    ("<author><orgName", '<title type="alt">Again</title><author><orgName'),
    ('<relatedItem type="reprinted"><bibl>', '<relatedItem target="#page"/><relatedItem><bibl>'),
]


@pytest.mark.parametrize("change", FINE, ids=lambda change: str(change[1])[:40])
def test_what_is_no_breach_is_not_reported(change: tuple[str, str]) -> None:
    """What is only like a breach is right."""
    assert found(change) == []


def test_paragraphs_of_a_letter_inside_may_be_counted_with_the_others() -> None:
    """A number that follows on the letter's last one is in sequence; another is not."""
    inside = ('<p n="1">x</p>', '<p n="4">x</p><p n="5">y</p>')
    assert found(inside, ("<p>After it.</p>", '<p n="6">After it.</p>')) == []
    (only,) = found(inside, ("<p>After it.</p>", '<p n="7">After it.</p>'))
    assert only == ("TC613", f"{_P}[4]", "Paragraph 7 follows paragraph 3.")


def test_each_part_of_a_broken_chain_is_reported() -> None:
    """Both ends of what does not meet are named."""
    messages = [message for _, _, message in found(('prev="#s1"', 'prev="#quote-1"'))]
    assert messages == [
        'The part that next="#s2" points to does not point back with prev.',
        'The part that prev="#quote-1" points to does not point forward with next.',
    ]


def test_a_part_of_a_chain_may_be_empty() -> None:
    """`[words [page 2]]`: the part after the page break holds no more than a bracket."""
    for part in ('<p next="#n2"/>', '<p prev="#n1"/>'):
        assert "TC614" not in {code for code, _, _ in found(("<p>After it.</p>", part))}


def test_an_action_that_says_nothing_is_reported() -> None:
    """A correspAction with an empty name is no description of anything."""
    name = '<persName ref="#minister">the Minister</persName></correspAction>'
    codes = {code for code, _, _ in found((name, "<persName/></correspAction>"))}
    assert codes == {"TC610", "TC614"}


def test_rules_wait_for_the_grammar() -> None:
    """A document that is invalid is not judged by rules: it may break them by being so."""
    (only,) = found(('ref="#minister" cert', 'ref="#nobody" wrong="" cert'))
    assert only[0] == "TC403"


@pytest.mark.parametrize("engine", VALIDATORS)
def test_rules_are_checked_by_each_engine(engine: Engine) -> None:
    """The choice of engine is about the grammar alone."""
    data = CONSTRUCTS.read_text("utf-8").replace('target="#n1"', 'target="#n2"').encode()
    (finding,) = validate(data, "a.xml", engine=engine)
    assert finding.code == "TC601"


def test_each_rule_is_broken_somewhere_here() -> None:
    """No rule of this kind is without a test."""
    codes = {code for code in RULES if code.startswith("TC6")}
    assert codes - {code for code, *_ in BROKEN} == {"TC601"}


@pytest.mark.parametrize("code", sorted(code for code in RULES if code.startswith("TC6")))
def test_the_page_of_a_rule_shows_it_wrong_and_right(code: str) -> None:
    """Whoever looks a rule up sees both."""
    page = Path(f"docs/rules/{code}.md").read_text("utf-8")
    assert "**Wrong.**" in page
    assert len(re.findall(r"```xml\n.+?\n```", page, re.DOTALL)) == 2


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("in/test-1.xml", False),
        ("1.xml", False),
        ("expected.xml", False),
        ("12.xml", False),
        ("<stdin>", False),
        ("in/test-2.xml", True),
        ("2.xml", True),
    ],
)
def test_a_file_is_named_as_its_document(file: str, said: bool) -> None:
    """Where its name has the form of the xml:id; any other name says nothing."""
    found = validate(CONSTRUCTS.read_bytes(), file)
    assert [f.code for f in found] == ["TC617"] * said


def test_examples_of_tei_in_another_namespace_are_not_judged() -> None:
    """What a manual shows is no pointer, date or name of the manual."""
    text = CONSTRUCTS.read_text("utf-8").replace('who="#clerk"', 'who="#nobody"')
    tree = etree.fromstring(text.encode(), etree.XMLParser(collect_ids=False)).getroottree()
    assert [problem.code for problem in rule_problems(tree)] == ["TC601"]
    for element in tree.iter(etree.Element):
        element.tag = str(element.tag).replace("/ns/1.0", "/ns/Examples")
    assert rule_problems(tree) == []
