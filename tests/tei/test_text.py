"""The text of a TEI body, read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from lxml import etree

from tei_cable.readers import read
from tei_cable.tei import body_text
from tei_cable.tei.names import NAMESPACE, TEI
from tests.pages import converted, page, source
from tests.strategies import pages

# what holds words: white space between its children is one of the text
_MIXED = frozenset(
    f"{TEI}{name}"
    for line in (
        "p note salute signed dateline byline head quote supplied unclear gap expan ref time hi",
        "persName placeName orgName roleName forename surname date sic corr orig reg abbr",
        "foreign add fw label",
    )
    for name in line.split()
)


def _document(body: str) -> etree._Element:
    return etree.fromstring(f'<TEI xmlns="{NAMESPACE}"><text><body>{body}</body></text></TEI>')


def _text(body: str) -> str:
    return body_text(_document(body)).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one</p><lb/><p>two</p>", "one\ntwo"),
        ("<p>one<lb/>two</p>", "one\ntwo"),
        ("<p>one <pb/>two</p>", "one two"),
        ('<p>one <pb rend="blank-line"/>two</p>', "one\n\ntwo"),
        ('<p>one <pb rend="new-page"/>two</p>', "one\n\ntwo"),
        ("<p>one</p><pb/><p>two</p>", "one\n\ntwo"),
        ("<pb/><p>one</p>", "one"),
        ("<p> one\n   two\t</p>", "one two"),
        ("<p>a\u00a0b \u2028 c</p>", "a\u00a0b \u2028 c"),
        ("<head>one</head><div><p>two</p></div>", "one\n\ntwo"),
        ("<opener><salute>a</salute><lb/><salute>b</salute></opener><p>c</p>", "a\nb\n\nc"),
        ("<closer>loose <signed>a</signed></closer>", "loose\n\na"),
        ("<list><item>a</item><item>b</item></list>", "a\n\nb"),
        ("<sp><speaker>A:</speaker><p>b</p></sp>", "A:\n\nb"),
        ("", ""),
    ],
)
def test_blocks_and_breaks(body: str, text: str) -> None:
    """Blocks are parted by a blank line, an lb is a line break; white space is folded."""
    assert _text(body) == text


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<supplied>x</supplied>", "a [x] b"),
        ('<supplied rend="open">x</supplied>', "a [x b"),
        ('<supplied rend="close">x</supplied>', "a x] b"),
        ('<supplied rend="none">x</supplied>', "a x b"),
        ("<expan>c<ex>d</ex></expan>", "a c[d] b"),
        ("<unclear>x?</unclear>", "a [x?] b"),
        ("<gap><desc>...</desc></gap>", "a [...] b"),
        ('<note type="gloss">x</note>', "a [x] b"),
        ('<note type="sic">sic</note>', "a [sic] b"),
        ('<note type="classification">x</note>', "a x b"),
        ("<note>x</note>", "a x b"),
        ('<ref type="noteAnchor">1</ref>', "a [1] b"),
        ('<ref target="#x">1</ref>', "a 1 b"),
        ("<supplied>x <supplied>y</supplied></supplied>", "a [x [y]] b"),
        ("<persName><surname>x</surname></persName>", "a x b"),
    ],
)
def test_brackets_are_put_back(inner: str, text: str) -> None:
    """An element that comes from brackets has those that its rend leaves it."""
    assert _text(f"<p>a {inner} b</p>") == text


def test_a_document_without_a_body_has_no_text() -> None:
    """No body, no text, and no element that holds any of it."""
    empty = body_text(etree.fromstring(f'<TEI xmlns="{NAMESPACE}"/>'))
    assert empty.text == ""
    assert empty.element_at(0) is None


def test_each_character_knows_its_element() -> None:
    """The element that holds a word is found from the word's offset."""
    body = body_text(_document("<p>one <supplied>two</supplied> three</p>"))
    tags = []
    for word in ("one", "[", "two", "]", "three"):
        found = body.element_at(body.text.index(word))
        assert found is not None
        tags.append(str(found.tag).removeprefix(TEI))
    assert tags == ["p", "supplied", "supplied", "supplied", "p"]


def test_comments_and_instructions_are_no_text() -> None:
    """What stands in a comment or an instruction is not read, what stands after it is."""
    assert _text("<!-- x --><p>on<!-- x -->e <?x y?>two</p><?x y?>") == "one two"


@settings(deadline=None, max_examples=60)
@given(pages())
def test_the_text_does_not_change_when_another_tool_indents_the_file(given_text: str) -> None:
    """Indenting what holds only elements, and comments between, change nothing of the text."""
    text = read(source(given_text)).text
    root = etree.fromstring(converted(given_text).xml)
    body = root.find(f"{TEI}text")
    assert body is not None
    for parent in body.iter(etree.Element):
        if len(parent) and parent.tag not in _MIXED:
            parent.text = "\n\n\t"
            for child in parent:
                child.tail = "\n\n\t"
    for parent in list(body.iter(f"{TEI}p", f"{TEI}div", f"{TEI}supplied")):
        comment = etree.Comment(" read ")
        comment.tail, parent.text = parent.text, None
        parent.insert(0, comment)
        parent.append(etree.ProcessingInstruction("checked", "yes"))
    assert body_text(root).text == text


def test_a_converted_page_gives_its_text_back() -> None:
    """Brackets of every sort, strays among them, come back as they were."""
    text = (
        "Foreign Ministry,\n\n[It] said: com[munist] [...] and [troops?] [sic].\n\n"
        "He] met [Nikita] Khrushchev on 22 [November] [1]; [then\n\n"
        "he] left [a [very] old town."
    )
    assert body_text(etree.fromstring(converted(page(text)).xml)).text == text


def test_white_space_of_another_tool_at_an_elements_edge_says_nothing() -> None:
    """An element that holds only elements may have been indented; between them is a space."""
    words = "<supplied>\n  <forename>Jan</forename>\n  <surname>Wolski</surname>\n </supplied>"
    root = etree.fromstring(
        f'<TEI xmlns="{NAMESPACE}"><text><body><div><p>met {words}.</p></div></body></text></TEI>'
    )
    assert body_text(root).text == "met [Jan Wolski]."
