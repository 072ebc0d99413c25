"""Schemas of one's own: given, or named by the document; local, or not used."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tei_cable.cli import main
from tei_cable.schema import schema_file
from tei_cable.validation.jing import why_unavailable
from tests.schema.small import SMALL
from tests.tei_all import unavailable

_TEI = "http://www.tei-c.org/ns/1.0"
_RNG = f"""<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="{_TEI}"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><choice><ref name="TEI"/><ref name="corpus"/></choice></start>
  <define name="corpus"><element name="teiCorpus"><ref name="TEI"/></element></define>
  <define name="TEI"><element name="TEI">
    <optional><attribute name="n"><data type="integer"/></attribute></optional>
    <oneOrMore><element name="text"><text/></element></oneOrMore></element></define>
</grammar>"""
_XSD = f"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="{_TEI}"
  elementFormDefault="qualified"><xs:element name="TEI"><xs:complexType><xs:sequence>
    <xs:element name="text" type="xs:string" maxOccurs="9"/></xs:sequence>
    <xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element></xs:schema>"""
_SCH = f"""<schema xmlns="http://purl.oclc.org/dsdl/schematron"><ns prefix="t" uri="{_TEI}"/>
  <pattern><rule context="t:text"><assert test="normalize-space()">Say something.</assert></rule>
  </pattern></schema>"""
_ODD = SMALL.replace('start="div"', 'start="TEI"').replace(
    "</schemaSpec>",
    """
  <elementSpec ident="TEI"><desc>A document.</desc>
    <content><elementRef key="div"/></content></elementSpec></schemaSpec>""",
)
_PENS = {
    "rng": "http://relaxng.org/ns/structure/1.0",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "sch": "http://purl.oclc.org/dsdl/schematron",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a working directory with schemas of each kind."""
    monkeypatch.chdir(tmp_path)
    schemas = {"own.rng": _RNG, "own.xsd": _XSD, "own.sch": _SCH, "own.odd": _ODD}
    for name, text in schemas.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def run(body: str, *options: str, prolog: str = "") -> Result:
    """Validate a document with this body."""
    Path("a.xml").write_text(f'{prolog}<TEI xmlns="{_TEI}">{body}</TEI>', "utf-8")
    return CliRunner().invoke(main, ["validate", "a.xml", *options])


def pi(address: str, kind: str) -> str:
    """Return an instruction that names a schema."""
    return f"<?xml-model href='{address}' schematypens=\"{_PENS[kind]}\"?>\n"


@pytest.mark.parametrize(
    ("schema", "good", "bad"),
    [
        ("own.rng", "<text>a</text>", "<text>a</text><p/>"),
        ("own.xsd", "<text>a</text>", "<text>a</text><p/>"),
        ("own.odd", "<div><p n='1'>a</p></div>", "<div><gap/></div>"),
    ],
)
def test_a_document_is_judged_by_the_schema_given(schema: str, good: str, bad: str) -> None:
    """The project's own schema has no say; what is wrong is told with its XPath."""
    assert run(good, "--schema", schema).exit_code == 0
    result = run(bad, "--schema", schema)
    assert result.exit_code == 1
    assert ": error TC403 " in result.stdout
    assert "    at /TEI/" in result.stdout


def test_constraints_of_an_odd_are_checked() -> None:
    """What its Schematron says is said of the document."""
    result = run("<div><p>a</p></div>", "--schema", "own.odd")
    assert "error TC404 no number" in result.stdout


def test_constraints_can_be_given_beside_a_grammar() -> None:
    """--schematron adds to --schema."""
    options = ("--schema", "own.rng", "--schematron", "own.sch")
    assert run("<text>a</text>", *options).exit_code == 0
    result = run("<text> </text>", *options)
    assert result.exit_code == 1
    assert "error TC404 Say something." in result.stdout


def test_the_root_of_a_corpus_is_right_where_the_schema_allows_it() -> None:
    """TeiCorpus is TEI; the project's own schema has no use for it."""
    text = f'<teiCorpus xmlns="{_TEI}"><TEI><text>a</text></TEI></teiCorpus>'
    Path("c.xml").write_text(text, "utf-8")
    assert CliRunner().invoke(main, ["validate", "c.xml", "--schema", "own.rng"]).exit_code == 0
    assert CliRunner().invoke(main, ["validate", "c.xml"]).exit_code == 1


@pytest.mark.parametrize("kind", ["rng", "xsd"])
def test_the_schema_that_a_document_names_is_taken_if_it_is_local(kind: str) -> None:
    """A path counts from the folder of the document, and a file: address is one."""
    for address in (f"own.{kind}", f"./own.{kind}", Path(f"own.{kind}").resolve().as_uri()):
        assert run("<text>a</text>", prolog=pi(address, kind)).exit_code == 0
        assert run("<p/>", prolog=pi(address, kind)).exit_code == 1


def test_the_schematron_that_a_document_names_is_checked() -> None:
    """Grammar and constraints may both be named."""
    result = run("<text/>", prolog=pi("own.rng", "rng") + pi("own.sch", "sch"))
    assert "error TC404 Say something." in result.stdout


def test_the_schema_given_goes_before_the_one_that_is_named() -> None:
    """An option is meant as it is said."""
    assert run("<text>a</text>", "--schema", "own.rng", prolog=pi("gone.rng", "rng")).stdout == ""


def test_an_instruction_in_a_comment_names_nothing() -> None:
    """What is commented out is out."""
    result = run("<p/>", prolog=f"<!-- {pi('gone.rng', 'rng')} -->")
    assert "TC406" not in result.stdout


@pytest.mark.parametrize("address", ["https://example.org/own.rng", "gone.rng", "//host/own.rng"])
def test_a_schema_that_is_not_local_is_told_and_never_fetched(address: str) -> None:
    """The project's own schema judges instead, and a warning says so."""
    result = run("<text>a</text>", prolog=pi(address, "rng"))
    assert f"warning TC406 The schema {address} is not on this machine." in result.stdout
    assert "error TC403" in result.stdout


@pytest.mark.parametrize("address", ["https://example.org/tei_cable.rng", "x/tei_cable.rng"])
def test_the_projects_own_schema_is_always_at_hand(address: str) -> None:
    """Its name is enough."""
    assert "TC406" not in run("<text/>", prolog=pi(address, "rng")).stdout


def test_a_copy_of_the_projects_schema_is_the_projects_schema() -> None:
    """It is judged with all rules of the project."""
    Path("tei_cable.rng").write_bytes(schema_file("rng").read_bytes())
    result = run("<tex/>", prolog=pi("tei_cable.rng", "rng"))
    assert "<tex> is not allowed in <TEI>." in result.stdout


def test_a_schema_that_cannot_be_used_is_told_when_it_is_named() -> None:
    """A broken schema beside the document is a warning; the run goes on."""
    Path("broken.sch").write_text("<schema", "utf-8")
    Path("other.rnc").write_text("start = element TEI { text }", "utf-8")
    result = run("<text/>", prolog=pi("broken.sch", "sch") + pi("other.rnc", "rng"))
    assert result.stdout.count("warning TC406") == 2


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--schema", "gone.rng"], "gone.rng cannot be used: "),
        (["--schema", "own.sch"], "is no schema; expected .rng, .xsd, .odd"),
        (["--schema", "remote.rng"], "nothing is fetched from the network"),
        (["--schema", "deep.xsd"], "nothing is fetched from the network"),
        (["--schematron", "own.rng"], "not understood"),
        (["--schema", "own.rng", "--engine", "derivative"], "own schema only"),
        (["--catalog", "gone.xml"], "the catalog gone.xml cannot be read"),
    ],
)
def test_a_schema_that_cannot_be_used_ends_in_2_when_it_is_given(
    options: list[str], message: str
) -> None:
    """Nothing was judged as it was asked for."""
    start = "<xs:element n"
    remote = '<externalRef href="http://localhost:1/x.rng"/>'
    Path("remote.rng").write_text(_RNG.replace("<text/>", remote), "utf-8")
    inner = '<xs:import namespace="urn:x" schemaLocation="https://localhost:1/x.xsd"/>'
    Path("inner.xsd").write_text(_XSD.replace(start, f"{inner}{start}", 1), "utf-8")
    include = '<xs:include schemaLocation="inner.xsd"/>'
    Path("deep.xsd").write_text(_XSD.replace(start, f"{include}{start}", 1), "utf-8")
    result = run("<text/>", *options, prolog=pi("x.rng", "rng"))
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_catalog_says_where_a_schema_is() -> None:
    """An address of the network leads to a local file: by its name, its beginning, or another."""
    Path("in").mkdir()
    Path("in/own.rng").write_text(_RNG, "utf-8")
    address = "https://example.org/x.rng"
    entries = {
        "a.xml": f'<uri name="{address}" uri="in/own.rng"/>',
        "b.xml": f'<group xml:base="in/"><uri name="{address}" uri="own.rng"/></group>',
        "c.xml": '<rewriteURI uriStartString="https://example.org/x" rewritePrefix="in/own"/>',
        "d.xml": '<nextCatalog catalog="e.xml"/>',
        "e.xml": '<nextCatalog catalog="d.xml"/><nextCatalog catalog="a.xml"/>',
    }
    Path("cat").mkdir()
    for name, entry in entries.items():
        text = f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entry}</catalog>'
        Path(name).write_text(text, "utf-8")
    model = pi("https://example.org/x.rng", "rng")
    for name in entries:
        Path("doc.xml").write_text(f'{model}<TEI xmlns="{_TEI}"><text>a</text></TEI>', "utf-8")
        result = CliRunner().invoke(main, ["validate", "doc.xml", "--catalog", name])
        assert (result.exit_code, result.stdout) == (0, ""), name


def test_a_catalog_that_leads_to_the_network_is_refused() -> None:
    """A catalog is no way round the rule."""
    entry = '<uri name="https://example.org/x.rng" uri="https://example.org/y.rng"/>'
    text = f'<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">{entry}</catalog>'
    Path("cat.xml").write_text(text, "utf-8")
    model = pi("https://example.org/x.rng", "rng")
    result = run("<text>a</text>", "--catalog", "cat.xml", prolog=model)
    assert result.exit_code == 2
    assert "which is no local file" in result.stderr


@pytest.mark.parametrize("schema", ["own.rng", "own.odd"])
def test_jing_judges_by_other_schemas_too(schema: str) -> None:
    """The grammar of a file, or the one made from an ODD."""
    if why_unavailable():
        unavailable(why_unavailable())
    good = {"own.rng": "<text>a</text>", "own.odd": "<div><p n='1'>a</p></div>"}[schema]
    assert run(good, "--schema", schema, "--engine", "jing").exit_code == 0
    result = run("<x/>", "--schema", schema, "--engine", "jing")
    assert result.exit_code == 1
    assert 'error TC403 Element "x" not allowed' in result.stdout
