"""What can't be parsed safely is a finding, and nothing outside the document is ever read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tei_cable.validation import VALIDATORS, validate
from tests.validation.mutants import CONSTRUCTS

if TYPE_CHECKING:
    from pathlib import Path

_TEI = '<TEI xmlns="http://www.tei-c.org/ns/1.0">'

_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE TEI>",
        '<!DOCTYPE TEI SYSTEM "http://localhost:1/tei.dtd">',
        '<!DOCTYPE TEI PUBLIC "-//x//y" "tei.dtd">',
        '<!DOCTYPE TEI [<!ENTITY e "text">]>',
        '<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE TEI [<!ENTITY % e SYSTEM "http://localhost:1/x">%e;]>',
        f'<!DOCTYPE TEI [<!ENTITY l0 "ha">{_LAUGHS}<!ENTITY e "&l9;">]>',
    ],
    ids=["bare", "system", "public", "entity", "external", "parameter", "laughs"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_declaration_is_refused(prolog: str, encoding: str) -> None:
    """Whatever it declares, the document is not read any further, and the place is named."""
    data = f"<?xml version='1.0'?>\n {prolog}{_TEI}&e;</TEI>".encode(encoding)
    (found,) = validate(data, "a.xml")
    assert (found.code, found.line) == ("TC402", 2)
    assert encoding == "utf-16" or found.column == 2
    assert "DOCTYPE" in found.message
    assert found.fix


def test_a_file_next_to_the_document_is_never_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No word of a local file gets into what is said about a document that refers to it."""
    (tmp_path / "secret.txt").write_text("the-secret", "utf-8")
    monkeypatch.chdir(tmp_path)
    uri = (tmp_path / "secret.txt").as_uri()
    include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{uri}" parse="text"/>'
    entity = f'<!DOCTYPE TEI [<!ENTITY e SYSTEM "{uri}">]>{_TEI}&e;</TEI>'
    for data in (f"{_TEI}{include}</TEI>", entity):
        for engine in VALIDATORS:
            assert "the-secret" not in str(validate(data.encode(), "a.xml", engine=engine))


@pytest.mark.parametrize(
    ("data", "message", "place"),
    [
        (b"", "The file is empty.", (None, None)),
        (b" \n ", "The file is empty.", (None, None)),
        (b"PK\x03\x04\x00\x00", "This is not XML: not well-formed (invalid token).", (1, 3)),
        (b"\x89PNG\r\n\x1a\n\x00", "This is not XML: not well-formed (invalid token).", (1, 1)),
        (b"A telegram.", "This is not XML: syntax error.", (1, 1)),
        (b"<!-- only a remark -->", "This is not XML: no element found.", (1, 23)),
        (b"<TEI", "This is not XML: unclosed token.", (1, 1)),
        (
            b"<?xml version='1.0' encoding='klingon'?><TEI/>",
            "The encoding cannot be read: unknown encoding: klingon.",
            (None, None),
        ),
    ],
)
def test_what_is_not_xml_is_said_to_be_none(
    data: bytes, message: str, place: tuple[int | None, int | None]
) -> None:
    """An empty, binary or plain file is one TC402 that says what it is not."""
    (found,) = validate(data, "a.xml")
    assert (found.code, found.message, found.file) == ("TC402", message, "a.xml")
    assert (found.line, found.column) == place


@pytest.mark.parametrize(
    ("body", "message", "line"),
    [
        ("<text>\n<p></text>", "Opening and ending tag mismatch: p line 2 and text", 2),
        ("\n\n&nbsp;", "Entity 'nbsp' not defined", 3),
        ("<p n='1' n='2'/>", "Attribute n redefined", 1),
        ("\n<p>a\x01</p>", "PCDATA invalid Char value 1", 2),
        ("\n<x:p/>", "Namespace prefix x on p is not defined", 2),
    ],
)
def test_what_is_not_well_formed_is_reported_with_its_line(
    body: str, message: str, line: int
) -> None:
    """The first fault is named, with its line; those that follow from it are not."""
    (found,) = validate(f"{_TEI}{body}</TEI>".encode(), "a.xml")
    assert (found.code, found.line) == ("TC402", line)
    assert found.message == f"The XML is not well-formed: {message}."
    assert found.column


def test_bytes_of_another_encoding_are_reported() -> None:
    """A Latin-1 letter in a file that is taken for UTF-8 is a finding, not an exception."""
    (found,) = validate(f"{_TEI}\nZ\xfcrich</TEI>".encode("latin-1"), "a.xml")
    assert (found.code, found.line) == ("TC402", 2)


def test_elements_nested_without_end_are_refused() -> None:
    """A document deeper than any cable can't exhaust the stack."""
    data = f"{_TEI}{'<p>' * 100_000}{'</p>' * 100_000}</TEI>".encode()
    (found,) = validate(data, "a.xml")
    assert (found.code, found.line) == ("TC402", 1)
    assert "nested more than 256 deep" in found.message
    assert found.fix


def test_elements_nested_up_to_the_limit_are_judged() -> None:
    """What is within the limit is a question for the grammar."""
    levels = 250
    data = f"{_TEI}{'<p>' * levels}{'</p>' * levels}</TEI>".encode()
    assert {found.code for found in validate(data, "a.xml")} == {"TC403"}


@pytest.mark.parametrize(
    ("data", "message", "xpath"),
    [
        (
            b"\n<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "its root is <html> in the namespace http://www.w3.org/1999/xhtml.",
            "/html",
        ),
        (
            b"\n<TEI/>",
            "its root is <TEI> in no namespace.",
            "/TEI",
        ),
        (
            b"\n<teiHeader xmlns='http://www.tei-c.org/ns/1.0'/>",
            "its root is <teiHeader> in the namespace http://www.tei-c.org/ns/1.0.",
            "/teiHeader",
        ),
    ],
)
def test_another_root_is_one_clear_finding(data: bytes, message: str, xpath: str) -> None:
    """What was found and what was expected are said, and nothing else."""
    (found,) = validate(data, "a.xml")
    assert (found.code, found.xpath) == ("TC403", xpath)
    assert found.message == f"This is not a TEI document: {message}"
    assert (found.line, found.column) == (2, 1)
    assert found.expected == ("<TEI> in the namespace http://www.tei-c.org/ns/1.0",)


def test_comments_and_instructions_change_nothing() -> None:
    """What stands between elements without being one does not shift the place of a finding."""
    text = CONSTRUCTS.read_text("utf-8").replace("<body>", "<!-- < --><?pi <x> ?><body><?pi?>")
    text = text.replace("<sp who", "<!-- <sp> --><sp wrong='' who")
    for engine in VALIDATORS:
        (found,) = validate(text.encode(), "a.xml", engine=engine)
        line = text.splitlines()[(found.line or 0) - 1]
        assert line[(found.column or 0) - 1 :].startswith(("<sp wrong", "wrong=''"))
        assert found.xpath.removesuffix("/@wrong") == "/TEI/text/body/div/sp"
