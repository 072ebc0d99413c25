"""The sheets of Speeches/Documents: two columns parted, or the sheet declined."""

from __future__ import annotations

import pytest

from tei_cable.fidelity import unaccounted
from tei_cable.readers import archive_sheet, read
from tests.pages import source

SHEET = """1950          Speeches/Documents

Title: Talk of Eero Salo

Author:

Date: 14 May           Source:. AVPRF, f. 0135, ll. 20-21; translated
1950                   by Ada Brook, pp. 3-4

Description:. Salo hears of the harvest, and
of ships

The envoy called.
"""


def _values(text: str) -> dict[str, str]:
    return {name: f.value for name, f in read(source(text)).metadata.fields().items()}


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_columns_are_parted(end: str) -> None:
    """The date is what stands under the date, the source what stands under the source."""
    given_source = source(SHEET.replace("\n", end))
    assert _values(given_source.text) == {
        "title": "Talk of Eero Salo",
        "date": "14 May 1950",
        "citation": "AVPRF, f. 0135, ll. 20-21; translated by Ada Brook, pp. 3-4",
        "summary": "Salo hears of the harvest, and of ships",
    }
    assert read(given_source).text == "The envoy called."
    assert list(unaccounted(read(given_source), given_source)) == []


def test_an_empty_description_ends_on_its_line() -> None:
    """The text may follow at once."""
    text = SHEET.replace(" Salo hears of the harvest, and\nof ships\n", "")
    assert "summary" not in _values(text)
    assert read(source(text)).text == "The envoy called."


def test_a_date_alone_has_no_second_column() -> None:
    """Without a source all under the date is the date."""
    text = SHEET.replace("Source:. AVPRF, f. 0135, ll. 20-21; translated", "")
    text = text.replace("by Ada Brook, pp. 3-4", "")
    assert _values(text)["date"] == "14 May 1950"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (SHEET.replace("Speeches/", ""), "it does not begin with 'Speeches/Documents'"),
        (SHEET.replace("Author:", "By:"), "its labels are not Title, Author, Date and Description"),
        (
            SHEET.replace("1950                   by", "1950 (or one year later)  by"),
            "its columns Date and Source cannot be told apart",
        ),
    ],
)
def test_what_cannot_be_read_is_declined(text: str, reason: str) -> None:
    """Words across the edge of the columns are not guessed about."""
    assert archive_sheet.declines(source(text)) == reason
