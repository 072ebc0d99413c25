"""Engines agree: with each other, with jing, and on valid documents with TEI's own schema."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from tei_cable.schema import schema_file
from tei_cable.validation import VALIDATORS, Engine, validate
from tei_cable.validation.relaxng import relaxng_problems
from tei_cable.validation.xmlschema_engine import xmlschema_problems
from tei_cable.validation.xsd import xsd_problems
from tests.tei_all import jing, tei_all
from tests.validation.mutants import CONSTRUCTS, MUTANTS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.validation.mutants import Mutant


def place(text: str, line: int | None, column: int | None) -> str:
    """Return what stands at a line and column of a document."""
    assert line is not None
    assert column is not None
    return text.splitlines()[line - 1][column - 1 :]


@pytest.mark.parametrize("engine", VALIDATORS)
def test_the_constructs_are_valid(engine: Engine) -> None:
    """Each construct of the encoding is valid by each engine."""
    assert validate(CONSTRUCTS.read_bytes(), "a.xml", engine=engine) == []


def test_the_constructs_are_valid_tei() -> None:
    """TEI's own schema and ours accept them by jing, too."""
    assert jing(tei_all(), CONSTRUCTS, check_ids=False) == []
    assert jing(schema_file("rng"), CONSTRUCTS) == []


def test_the_constructs_show_each_element_of_the_schema() -> None:
    """No element is in the schema without an example that every engine has seen."""
    odd = schema_file("odd").read_text("utf-8")
    tree = etree.parse(CONSTRUCTS)
    shown = {etree.QName(element).localname for element in tree.iter(etree.Element)}
    assert shown == set(re.findall(r'<elementSpec ident="(\w+)"', odd))


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.new[:30])
def test_a_spoilt_document_is_reported_where_it_is_spoilt(mutant: Mutant) -> None:
    """Each error is found once, at the line and column of its start tag, with its XPath."""
    text = mutant.text()
    findings = validate(text.encode(), "a.xml")
    assert [(f.xpath, f.message) for f in findings] == [(x, m) for _, x, m in mutant.found]
    for finding, (tag, _, _) in zip(findings, mutant.found, strict=True):
        assert (finding.code, finding.file) == ("TC403", "a.xml")
        assert place(text, finding.line, finding.column).startswith(tag)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.new[:30])
def test_all_engines_reject_what_one_rejects(mutant: Mutant) -> None:
    """RELAX NG, W3C Schema by two processors: one verdict, and none without a word."""
    tree = etree.fromstring(mutant.text().encode(), etree.XMLParser(collect_ids=False))
    for problems in (relaxng_problems, xsd_problems, xmlschema_problems, *VALIDATORS.values()):
        assert problems(tree.getroottree()), problems


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.new[:30])
def test_the_second_engine_points_to_the_same_elements(mutant: Mutant) -> None:
    """Where an independent engine sees the first error, ours sees one."""
    data = mutant.text().encode()
    others = validate(data, "a.xml", engine=Engine.XMLSCHEMA)
    assert others[0].xpath in {xpath.partition("/@")[0] for _, xpath, _ in mutant.found}


def test_blanks_around_a_date_are_no_error(tmp_path: Path) -> None:
    """W3C Schema strips them before a value is judged, and so do jing and both of our engines."""
    text = CONSTRUCTS.read_text("utf-8").replace('when="1999"', 'when=" 1999 "')
    (tmp_path / "a.xml").write_text(text, "utf-8")
    assert jing(schema_file("rng"), tmp_path / "a.xml") == []
    for engine in (Engine.LXML, Engine.DERIVATIVE):
        assert validate(text.encode(), "a.xml", engine=engine) == []


def test_a_large_document_is_judged_as_a_small_one() -> None:
    """Above the size where the derivatives are asked first, the same is found."""
    text = CONSTRUCTS.read_text("utf-8")
    at = text.index("<closer")
    more = f"{text[:at]}{'<p>No.</p>' * 2500}{text[at:]}"
    assert validate(more.encode(), "a.xml") == []
    wrong = more.replace('rend="open"', 'rend="half"', 1)
    found, few = (
        validate(data.encode(), "a.xml")
        for data in (wrong, text.replace('rend="open"', 'rend="half"', 1))
    )
    assert [(f.xpath, f.message) for f in found] == [(f.xpath, f.message) for f in few] != []


def test_jing_rejects_the_spoilt_documents(tmp_path: Path) -> None:
    """The reference implementation of RELAX NG rejects each of them, too."""
    files = []
    for number, mutant in enumerate(MUTANTS):
        files.append(tmp_path / f"{number}.xml")
        files[-1].write_text(mutant.text(), "utf-8")
    said = "\n".join(jing(schema_file("rng"), *files))
    assert [file for file in files if f"{file}:" not in said] == []


def test_what_was_expected_is_listed() -> None:
    """The children, values and attributes that would do are named, and the nearest is proposed."""
    data = MUTANTS[0].text().encode()
    (child,) = validate(data, "a.xml")
    assert "<item>" in child.expected
    assert child.fix == "perhaps <item> is meant"
    text = CONSTRUCTS.read_text("utf-8")
    (value,) = validate(text.replace('rend="open"', 'rend="half"').encode(), "a.xml")
    assert value.expected[:3] == ("open", "close", "none")
    (attribute,) = validate(text.replace("who=", "whose=", 1).encode(), "a.xml")
    assert attribute.fix == "perhaps who is meant"


def test_faults_of_an_element_and_of_an_attribute_stand_side_by_side() -> None:
    """One is placed at its start tag, the other at the attribute."""
    text = CONSTRUCTS.read_text("utf-8").replace('rend="open"', 'rend="half"')
    found = validate(text.replace("<p>No.</p>", "").encode(), "a.xml")
    assert [(f.xpath[-20:], place(text, f.line, f.column)[:4]) for f in found[:1]] == [
        ("/p[1]/supplied/@rend", "rend")
    ]
    assert [f.message for f in found[1:]] == ["<sp> is not complete."]


def test_columns_count_characters() -> None:
    """A place after Cyrillic and other wide characters is exact in every encoding."""
    text = CONSTRUCTS.read_text("utf-8").replace(
        "<sp who", "<label>Грибков 𝔘</label><sp><p/><sp who"
    )
    text = text.replace("</sp>", "</sp></sp>").replace(' encoding="UTF-8"', "")
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        (finding,) = validate(text.encode(encoding), "a.xml")
        assert place(text, finding.line, finding.column).startswith("<sp who")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize(
    ("tag", "start", "xpath"),
    [
        ("<sp n='Грибков 𝔘 cert=' cert='half' who", "cert='half'", "@cert"),
        ("<sp\n   n='>'\n\n  cert = 'half'\n who", "cert = 'half'", "@cert"),
        ('<sp xmlns:y="urn:x" xmlns:x="urn:x" x:who="" who', 'x:who=""', "@who"),
        ("<sp xml:lang='no tag' who", "xml:lang='no tag'", "@xml:lang"),
    ],
)
def test_an_attribute_that_is_wrong_is_pointed_to(
    tag: str, start: str, xpath: str, encoding: str
) -> None:
    """Line and column are those of the attribute, wherever its tag is broken and however coded."""
    text = CONSTRUCTS.read_text("utf-8").replace("<sp who", tag).replace(' encoding="UTF-8"', "")
    (finding,) = validate(text.encode(encoding), "a.xml")
    assert place(text, finding.line, finding.column).startswith(start)
    assert finding.xpath == f"/TEI/text/body/div/sp/{xpath}"


def test_far_lines_are_exact() -> None:
    """Lines are counted beyond the 65,535 that libxml2 once could hold."""
    text = CONSTRUCTS.read_text("utf-8").replace("<sp who", "\n" * 70_000 + "<sp nobody='x' who", 1)
    (finding,) = validate(text.encode(), "a.xml")
    assert place(text, finding.line, finding.column).startswith("nobody='x'")


def test_importing_the_validator_loads_no_heavy_library() -> None:
    """What takes long to load is loaded when it is used."""
    code = (
        "import sys, tei_cable.validation, tei_cable.cli.validate;"
        "print([m for m in ('xmlschema', 'lxml.isoschematron') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_prefixed_elements_are_found_where_they_are() -> None:
    """A document that writes TEI with a prefix, or with two, is judged and located the same."""
    text = CONSTRUCTS.read_text("utf-8").replace('rend="open"', 'rend="half"')
    prefixed = re.sub(r"<(/?)(?=\w)", r"<\1t:", text).replace("xmlns=", "xmlns:t=")
    other = prefixed.replace('<t:p xml:id="p1"', '<u:p xmlns:u="http://www.tei-c.org/ns/1.0"')
    mixed = re.sub(r"(<u:p .*?)</t:p>", r"\1</u:p>", other, count=1)
    for version in (text, prefixed, mixed):
        (found,) = validate(version.encode(), "a.xml")
        assert found.xpath == "/TEI/text/body/div/p[1]/supplied/@rend"
        assert place(version, found.line, found.column).startswith('rend="half"')


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.new[:30])
def test_each_error_says_how_to_mend_it(mutant: Mutant) -> None:
    """By each engine there is a proposal, and by ours one that is made for the place."""
    for engine in VALIDATORS:
        found = validate(mutant.text().encode(), "a.xml", engine=engine)
        assert all(f.fix for f in found)
        if engine is Engine.LXML:
            assert not any("tei-cable rule" in f.fix for f in found)


@pytest.mark.parametrize(
    ("old", "new", "expected", "fix"),
    [
        ('when="1950-02-03">3', 'when="3.2.1950">3', "a date such as 1962-11-02", "write what was"),
        ('quantity="1"', 'quantity="many"', "a whole number", "write what was"),
        ('xml:lang="de-Latn"', 'xml:lang="a b"', "a language tag such as en", "write what was"),
        ('resp="#translator-1 #translator-2"', 'resp=""', "a pointer: #id", "write what was"),
        ('reason="sampling"', 'reason="lots"', "sampling, illegible, lost", "perhaps lost"),
        ('reason="sampling"', "", "sampling, illegible, lost", "add reason"),
        ("<p>No.</p>", "", "<p>", "add one of"),
        ("<p>After it.</p>", "<p><head/>x</p>", "<persName>", "put it into an element"),
        ("<p>After it.</p>", "<p><foo/>x</p>", "<persName>", "use an element that"),
        ("<body>", "<body>words", "<div>", "put the text into"),
        ("</postscript>", "</postscript><head/>", "the end of <div>", "move it to its place"),
        ('xml:id="p2"', 'xml:id="p1"', "", "give this element another xml:id"),
        ("<gi>pb</gi>", "<gi>p b</gi>", "a word: no blank in it", "write what was"),
    ],
)
def test_the_explanation_lists_all_that_was_expected(
    old: str, new: str, expected: str, fix: str
) -> None:
    """Datatypes are told in words, lists and content models whole; the mend fits the error."""
    text = CONSTRUCTS.read_text("utf-8")
    assert old in text
    finding = validate(text.replace(old, new, 1).encode(), "a.xml")[0]
    assert expected in ", ".join(finding.expected)
    assert not any(part.endswith(" more") for part in finding.expected)
    assert finding.fix.startswith(fix)
