"""Whether names and dates can be recognised at all: the rules know them as English writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.findings import finding
from tei_cable.languages import ENGLISH, UNDETERMINED, language_of, name_of
from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding


def annotate(cable: Cable) -> Iterator[Finding]:
    """Yield a finding for a text in another language than English."""
    language = language_of(cable.text)
    if language not in (ENGLISH, UNDETERMINED):
        message = (
            f"the text is in {name_of(language)}: persons, places, organisations and dates are "
            "recognised in English only, so that they are not tagged, or by chance"
        )
        yield finding("TC117", message, span=Span(0, 1))
