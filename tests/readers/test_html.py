"""HTML: what is text, what is structure, what is markup; and where all of it stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tei_cable import kinds
from tei_cable.errors import SourceError
from tei_cable.fidelity import unaccounted
from tei_cable.model import Numbered
from tei_cable.pipeline import convert
from tei_cable.readers import html, read
from tei_cable.validation import validate
from tests.pages import BODY, page, source

TAGS = (
    *("p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "sup", "h2", "span", "nav"),
    *("article", "header", "section", "tbody", "a"),
)
PIECES = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *(f"</{tag}>" for tag in TAGS),
        *("<br>", "<ol start=3>", "<p hidden>", "<span class='a>b'>", "<li id=fn1>", "<td", "<b/>"),
        *("<script>x<p>y</script>", "<!--no-->", "&nbsp;", "&amp;", "&bogus;", "&#8212;", "&#0;"),
        *("&", "<", "one", "1", "[1]", "//", "[a]", "harvest.", "\u00a0", "\n", "\r\n", "\u0007"),
    ]
)
FILES = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join)


def text_of(body: str) -> str:
    """Return the text that is read from the body of an HTML file."""
    return html.read(source(f"<html><body>{body}</body></html>")).text


def structure(body: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each annotation."""
    cable = html.read(source(f"<html><body>{body}</body></html>"))
    return [(a.kind.name, a.span.of(cable.text)) for a in cable.annotations]


@settings(max_examples=200, deadline=None)
@given(FILES)
def test_nothing_of_a_file_is_lost(body: str) -> None:
    """Whatever tags there are, balanced or not: all is text or markup, and can be written."""
    given_source = source(f"<html><body><p>Rice</p>{body}")
    cable = read(given_source)
    assert list(unaccounted(cable, given_source)) == []
    assert cable.text
    assert cable.origin.span(0, len(cable.text)).end <= len(given_source.text)
    assert convert(given_source).xml


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n  two</p><p>three</p>", "One two\n\nthree"),
        ("<p>One<br>two<br><br>three</p>", "One\ntwo\n\nthree"),
        ("<div>One</div><div>two</div>", "One\ntwo"),
        ("One <b>t</b>wo<p>three", "One two\n\nthree"),
        ("<p>Caf&eacute; &amp; b&#x61;r &laquo;&nbsp;x&nbsp;&raquo;</p>", "Café & bar « x »"),
        ("<p>&nbsp;</p><p>R&D &bogus; 3 < 4</p>", "R&D &bogus; 3 < 4"),
        ("<p>a<script>var x = '<p>b</p>';</script>c</p>", "ac"),
        ("<style>p { }</style><!-- no --><nav><ul><li>Home</ul></nav><p>a</p>", "a"),
        ("<header>Site</header><p hidden>no</p><p>a</p><footer>End</footer>", "a"),
        ("<p title='a > b'>c</p>", "c"),
    ],
)
def test_blocks_are_lines_and_tags_are_nothing(body: str, text: str) -> None:
    """White space is folded, references are decoded, what no reader sees is left out."""
    assert text_of(body) == text


def test_the_article_is_the_document() -> None:
    """What stands outside of it is left out, and said with its place."""
    text = "<html><body>\n<p>Menu</p><article><header>Cable</header><p>Rice.</p></article>"
    cable = html.read(source(text))
    assert cable.text == "Cable\n\nRice."
    first = cable.findings[0]
    assert (first.code, first.line, first.column) == ("TC113", 2, 4)
    assert "“Menu”" in first.message


def test_a_labelled_page_is_found_in_its_html() -> None:
    """The readers of pages part the fields from the text; they find both on their lines."""
    inner = "".join(f"<p>{row}</p>\n" for row in page().replace("<http", "http").split("\n\n"))
    given_source = source("<html>" + inner.replace("200001>", "200001"))
    cable = read(given_source)
    assert cable.text == BODY
    assert cable.metadata.summary is not None
    assert cable.metadata.summary.span.of(given_source.text) == "A report on the harvest."
    assert cable.metadata.title is not None
    assert cable.metadata.title.value.startswith("Cable from the Chinese Embassy")


def test_a_finding_points_into_the_file() -> None:
    """Line and column are those of the HTML, entities and tags counted."""
    text = "<html>\n<p>All &nbsp;is well.</p>\n<p>Caf&eacute; <b>the]</b> mill is new.</p>\n"
    found = [f for f in convert(source(text)).findings if f.code == "TC201"]
    assert [(f.line, f.column) for f in found] == [(3, text.split("\n")[2].index("]") + 1)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h2>Trade</h2><p>Rice.</p>", [("head", "Trade")]),
        (
            "<ul><li>rice</li><li>salt</li></ul>",
            [("item", "rice"), ("item", "salt"), ("list", "rice\n\nsalt")],
        ),
        (
            "<ul><li>aid:<ul><li>rice</li></ul></li></ul>",
            [
                ("item", "aid:\n\nrice"),
                ("item", "rice"),
                ("list", "aid:\n\nrice"),
                ("list", "rice"),
                ("paragraph", "aid:"),
            ],
        ),
        (
            "<table><tr><td>a</td><td></td></tr></table>",
            [("cell", ""), ("cell", "a"), ("row", "| a | |"), ("table", "| a | |")],
        ),
        ("<table><tr><td>a</td></tr><tr><td>b</td></tr></table>", []),
        (
            "<p>Rice<sup>1</sup> came.</p><p><sup>1</sup> Or wheat.</p>",
            [("label", "1"), ("note-anchor", "1"), ("note-text", "1 Or wheat.")],
        ),
        ("<p><sup>1</sup> No anchor.</p><p>10<sup>th</sup></p>", []),
        (
            "<p>Rice<sup>1</sup></p><ol class='footnotes'><li>wheat</li></ol>",
            [("note-anchor", "1"), ("note-text", "wheat")],
        ),
        ("<p>one // two</p><p>http://x</p>", [("page-break", "//")]),
        ("<ul><li><ul><li>rice</li></ul></li></ul>", [("item", "rice"), ("list", "rice")]),
    ],
)
def test_structure_is_kept(body: str, found: list[tuple[str, str]]) -> None:
    """Headings, lists, tables of data, notes and page breaks are annotated; layout is not."""
    assert sorted(structure(body)) == found


@pytest.mark.parametrize(
    ("start", "numbers"),
    [("<ol>", ["1", "2"]), ("<ol start='4'>", ["4", "5"]), ("<ol type=a>", ["a", "b"])],
)
def test_items_have_the_numbers_that_a_browser_shows(start: str, numbers: list[str]) -> None:
    """The numbers of an ordered list are not in its text; they are attributes."""
    cable = html.read(source(f"<html>{start}<li>rice<li>salt</ol>"))
    details = [a.detail for a in cable.annotations if a.kind is kinds.ITEM]
    assert [d.n for d in details if isinstance(d, Numbered)] == numbers


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (
            "<ul><li>one<br>two</li><li>three</li></ul>",
            "list:one\ntwo\n\nthree item:one\ntwo paragraph:one paragraph:two item:three",
        ),
        (
            "<ul><li><p>a</p><p>b<br>c</p></li></ul>",
            "list:a\n\nb\nc item:a\n\nb\nc paragraph:a paragraph:b paragraph:c",
        ),
        ("<ul><li>a</li><li><ol><li>b</li></ol></li></ul>", "list:b item:b"),
        ("<ul><li>a</li><li><blockquote><ol><li>b</ol></blockquote></ul>", "list:b item:b"),
        (
            "<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>",
            "list:a\n\nb\n\nc item:a item:b\n\nc paragraph:b list:c item:c",
        ),
        (
            "<ul><li>a</li><li><table><tr><td>b<td>c</table></li></ul>",
            "table:| b | c | row:| b | c | cell:b cell:c",
        ),
        (
            "<p>x<sup>1</sup></p><ul><li><p><sup>1</sup> Of rice.</p></li></ul>",
            "note-anchor:1 list:1 Of rice. item:1 Of rice.",
        ),
    ],
)
def test_items_hold_paragraphs_or_words_of_their_own(body: str, found: str) -> None:
    """An item of several lines has paragraphs; without words before its list it is no item."""
    made = sorted(html.read(source(body)).annotations, key=lambda a: (a.span.start, -a.span.end))
    text = html.read(source(body)).text
    assert " ".join(f"{a.kind.name}:{a.span.of(text)}" for a in made) == found


@pytest.mark.parametrize("cell", ["", "\ufffe ", "b\ufffe", "\ufffeb"])
def test_a_cell_may_hold_what_xml_cannot(cell: str) -> None:
    """Characters that are left out take no cell with them."""
    body = f"<p>x</p><table><tr><td>a</td><td>{cell}</td></tr></table><p>y</p>"
    assert [kind for kind, _ in structure(body)] == ["table", "row", "cell", "cell"]
    assert convert(source(body)).xml.count(b"<cell") == 2


def test_lists_that_are_nested_too_deeply_are_paragraphs() -> None:
    """Fifty lists stand in each other; what is deeper is kept as words, and that is said."""
    body = f"<p>x</p>{'<ul><li>a' * 300}{'</li></ul>' * 300}"
    given_source = source(body)
    result = convert(given_source)
    assert result.xml.count(b"<list") == 50
    assert [f.column for f in result.findings if f.code == "TC108"] == [1 + 8 + 50 * 9]
    assert validate(result.xml, "deep.xml") == []


def test_a_file_without_text_is_refused() -> None:
    """Navigation alone is no document."""
    with pytest.raises(SourceError, match="no text in the HTML"):
        html.read(source("<html><nav>Home</nav></html>"))


@pytest.mark.parametrize("text", ["Dear <b>friend</b>", "1 < 2", "<https://example.org> is"])
def test_a_text_with_angle_brackets_is_no_html(text: str) -> None:
    """HTML begins with one of its tags."""
    assert html.declines(source(text)) == "it does not begin as HTML does"
