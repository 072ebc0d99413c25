"""The ODD as people read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tei_cable.schema import schema_directory, schema_file
from tei_cable.schema.build import out_of_step
from tei_cable.schema.reference import as_markdown, as_text, read_reference
from tei_cable.validation.catalog import look_up
from tests.schema.small import SMALL

_EXAMPLE = """<exemplum><egXML xmlns="http://www.tei-c.org/ns/Examples">
      <gap reason="lost"/>
        <gap reason="left-out"/>
    </egXML></exemplum></elementSpec>"""


def small() -> bytes:
    """Return the small ODD with descriptions and an example."""
    text = SMALL.replace(
        '<elementSpec ident="gap">', '<elementSpec ident="gap"><desc>What\n is lost.</desc>'
    )
    text = text.replace(
        '<valItem ident="lost"/>', '<valItem ident="lost"><desc>gone</desc></valItem>'
    )
    head, _, tail = text.rpartition("</elementSpec>")
    return f"{head}{_EXAMPLE}{tail}".encode()


def test_an_element_is_shown_with_all_that_the_odd_says() -> None:
    """Description, attributes with their lists, content, parents and examples."""
    assert as_text(read_reference(small())["gap"]) == (
        "<gap>  What is lost.\n"
        "\n"
        "Attributes:\n"
        "  reason  (required)\n"
        "\n"
        "      lost: gone\n"
        "      left-out: \n"
        "  resp\n"
        "\n"
        "      value: a pointer: #id, prefix:id or an address; several are parted by blanks\n"
        "\n"
        "Content:\n"
        "  nothing\n"
        "\n"
        "Stands in:\n"
        "  div, p\n"
        "\n"
        "Example:\n"
        '  <gap reason="lost"/>\n'
        '    <gap reason="left-out"/>\n'
    )


@pytest.mark.parametrize(
    ("name", "content"), [("div", "(p+, gap?)"), ("p", "(text | gap)*"), ("gap", "nothing")]
)
def test_content_is_shown_as_a_model(name: str, content: str) -> None:
    """Macros are written out, and occurrences marked."""
    assert read_reference(small())[name].content == content


def test_the_page_has_a_section_for_each_element() -> None:
    """In the order of their names."""
    text = as_markdown(read_reference(small())).decode()
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## div",
        "## gap",
        "## p",
    ]
    assert "| `reason` (required) | `lost` (gone), `left-out` () |  |" in text


def test_the_committed_page_is_in_step() -> None:
    """It is what `schema build` writes beside this checkout."""
    page = Path("docs/reference/elements.md")
    assert page.read_bytes() == as_markdown(read_reference(schema_file("odd").read_bytes()))
    assert out_of_step(schema_directory()) == ()


@pytest.mark.parametrize("address", ["tei_cable.rng", "https://example.org/a/tei_cable.rng"])
def test_the_catalog_finds_the_schema_by_any_address_of_its_name(address: str) -> None:
    """An editor that uses it opens the local file."""
    found = look_up(address, [schema_file("catalog")])
    assert found == schema_file("rng")
    assert look_up("https://example.org/other.rng", [schema_file("catalog")]) is None
