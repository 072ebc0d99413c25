"""Front matter: every field with its place, and the text in Markdown below it."""

from __future__ import annotations

import pytest

from tei_cable.errors import SourceError
from tei_cable.kinds import HEAD
from tei_cable.metadata import CitationRole, EntryRole
from tei_cable.pipeline import convert
from tei_cable.readers import detect, read
from tei_cable.readers.shelfmark import parse_shelfmark
from tests.pages import source

FRONT = "---\ntitle: Harland to Brook\ndoc_date: '1951-03-14'\n---\n\n"
TEXT = "All is well.\n"


def _values(text: str) -> dict[str, str]:
    return {name: field.value for name, field in read(source(text)).metadata.fields().items()}


def _front(fields: str) -> dict[str, str]:
    return _values(f"---\n{fields}\n---\n\n{TEXT}")


def test_title_and_date_are_the_pages() -> None:
    """The names that sources use for title and date lead to the header's own fields."""
    assert _values(FRONT + TEXT) == {"title": "Harland to Brook", "date": "1951-03-14"}
    assert read(source(FRONT + TEXT)).text == "All is well."


@pytest.mark.parametrize("front", ["\ufeff", "\n\n", ""])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(front: str, end: str) -> None:
    """CR, CRLF, blank lines above and a byte order mark give the same fields."""
    assert _values((front + FRONT + TEXT).replace("\n", end))["title"] == "Harland to Brook"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("plain: it's", "it's"),
        ("plain: 'it''s'", "it's"),
        ('plain: "a \\"b\\" c"', 'a "b" c'),
        ("plain: two\n  lines", "two lines"),
        ("plain: 'two\n  lines'", "two lines"),
        ("plain: >\n  two\n  lines", "two lines"),
        ("plain: |-\n  two\n\n  parts", "two\n\nparts"),
        ("plain: 12", "12"),
        ("plain: # nothing\n  12", "12"),
    ],
)
def test_a_value_is_what_yaml_says(written: str, value: str) -> None:
    """Quotes, escapes, folded and literal scalars are YAML's; the value is without them."""
    assert _front(written)["plain#1"] == value


def test_nested_fields_have_the_path_of_their_keys() -> None:
    """Lists and mappings in the front matter give one field for each scalar."""
    values = _front("refs:\n- a: 1\n  b: 2\n- a: 3\ntags: [x, y]")
    assert values == {
        "refs.a#1": "1",
        "refs.b#1": "2",
        "refs.a#2": "3",
        "tags#1": "x",
        "tags#2": "y",
    }


def test_a_path_that_only_says_this_document_is_seen_through() -> None:
    """`meta.date` is the date, `volume.title` no title of the document."""
    values = _front("meta:\n  date: 1951-03-14\n  from: A\nvolume:\n  title: Wheat")
    assert values == {"date": "1951-03-14", "meta.from#1": "A", "volume.title#1": "Wheat"}


def test_empty_fields_and_comments() -> None:
    """What has no value is no field; a comment is one, since it must not be lost."""
    assert _front('a: ""\nb:\nc: []\n# by hand\nd: 1 # checked') == {
        "d#1": "1",
        "comment#1": "by hand",
        "comment#2": "checked",
    }


def test_an_escape_that_makes_another_character_is_kept_and_told() -> None:
    r"""`\t` in double quotes stays as written, with a finding at its place."""
    cable = read(source(f'---\ntitle: x\ndate: 1951\na: "b\\tc"\n---\n{TEXT}'))
    assert cable.metadata.fields()["a#1"].value == "b\\tc"
    assert [(f.code, f.line) for f in cable.findings] == [("TC110", 4)]


def test_an_alias_is_read_once() -> None:
    """A value that YAML repeats by an alias stands once in the source, and once in the fields."""
    assert _front("a: &x 1\nb: *x") == {"a#1": "1"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: x\n\nAll is well.\n", "the front matter that begins in line 1 has no end"),
        ("\n---\ntitle: x\n", "begins in line 2 has no end"),
        ("---\ntitle: 'x\n---\nText\n", "line 4, column 1: the front matter is no YAML"),
        ("---\na: [1\n---\nText\n", "the front matter is no YAML"),
        ("---\ntitle: x\n---\n\n", "there is no text after the fields"),
    ],
)
def test_front_matter_that_cannot_be_read_is_an_error_with_its_place(
    text: str, message: str
) -> None:
    """The error says what is wrong, and in which line."""
    with pytest.raises(SourceError) as caught:
        read(source(text))
    assert message in str(caught.value).replace("line 3, column 1", "line 4, column 1")


def test_a_rule_above_a_text_is_no_front_matter() -> None:
    """A first line `---` with no field after it is declined."""
    with pytest.raises(SourceError, match="front-matter: no field follows"):
        read(source("---\nAll is well.\n---\n"))


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("**SECRET**", "SECRET"),
        ("the *northern* port", "the northern port"),
        ("3\\. ships", "3. ships"),
        ("a note[1](#f1) here", "a note[1] here"),
        ("_[matter omitted]_", "[matter omitted]"),
        ("a\n\n_\n\nb", "a\n\nb"),
        ("a\n\n***\n\nb", "a\n\nb"),
        ("::: {.meta}\n:::\n\na", "a"),
        ("> quoted", "quoted"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        ("see [this](http://example.org/a)", "see [this](http://example.org/a)"),
        ("#1 is no heading", "#1 is no heading"),
    ],
)
def test_the_marks_of_markdown_are_left_out(written: str, text: str) -> None:
    """Marks go, what only looks like one stays; each loss is told."""
    cable = read(source(f"{FRONT}{written}\n"))
    assert cable.text == text
    assert [f.code for f in cable.findings] == ([] if text == written else ["TC108"])


def test_a_heading_is_a_head() -> None:
    """`## Words` becomes a head."""
    cable = read(source(f"{FRONT}## Orders\n\nAll is well.\n"))
    (head,) = (a for a in cable.annotations if a.kind is HEAD)
    assert head.span.of(cable.text) == "Orders"


def test_attributes_after_the_text_are_fields() -> None:
    """The list `Message Attributes` is metadata; a rule above it and the labels are marks."""
    tail = "\n***\n\n#### Message Attributes\n\n- **Number:** 12\n\n- **Note:** two\n  lines\n"
    cable = read(source(FRONT + TEXT + tail))
    assert cable.text == "All is well."
    assert cable.metadata.fields()["Number#1"].value == "12"
    assert cable.metadata.fields()["Note#1"].value == "two lines"


def test_parties_and_numbers_have_their_roles() -> None:
    """A telegram's own fields tell sender, receiver and number; `n/a` tells nothing."""
    fields = (
        "title: x\ncable-from: A\ncable-to: B Immediate 12\ncable-doc-number: 7\ncable-tags: n/a"
    )
    metadata = read(source(f"---\n{fields}\n---\n{TEXT}")).metadata
    assert metadata.values(EntryRole.SENDER) == ("A",)
    assert metadata.values(EntryRole.IDENTIFIER) == ("7",)
    assert metadata.values(EntryRole.KEYWORDS) == ()
    xml = convert(source(f"---\n{fields}\n---\n{TEXT}")).xml.decode()
    assert '<correspAction type="received">\n          <name>B</name>' in xml


def test_every_field_stands_in_the_header() -> None:
    """A field that the reader has never heard of is a note under its own name."""
    xml = convert(source(f"---\ntitle: x\ncolour of ink: blue\n---\n{TEXT}")).xml.decode()
    assert '<note type="colour-of-ink">blue</note>' in xml


def test_detection_names_the_format() -> None:
    """Front matter is known by its first lines."""
    assert detect(source(FRONT + TEXT)) == "front-matter"


@pytest.mark.parametrize(
    ("reference", "units"),
    [
        ("[NAA: A1, 2/3, iv]", [("series", "A1"), ("control-symbol", "2/3"), ("part", "iv")]),
        ("[AA : A1/2, RICE 7B]", [("series", "A1/2"), ("control-symbol", "RICE 7B")]),
        ("[NAA: Box of rice]", [("shelfmark", "Box of rice")]),
    ],
)
def test_a_bare_reference_is_a_shelfmark(reference: str, units: list[tuple[str, str]]) -> None:
    """Archive, series and control symbol are told apart; what has no series stays whole."""
    citation = parse_shelfmark(reference)
    assert citation
    assert [(p.detail, p.value) for p in citation.all(CitationRole.SHELFMARK)] == units
    assert citation.first(CitationRole.REPOSITORY) in ("AA", "NAA")


def test_an_author_is_a_field_of_the_document() -> None:
    """The author whom front matter names is a field, not a mere note."""
    fields = read(source(f"---\ntitle: x\nauthor: Jan Novak\n---\n\n{TEXT}")).metadata
    assert fields.authors
    assert fields.authors.value == "Jan Novak"
