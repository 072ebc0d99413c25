"""What a document says of itself that its recognisers need."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators.capitals import recased
from tei_cable.annotators.missions import missions
from tei_cable.dates import parse, reference_of
from tei_cable.view import View

if TYPE_CHECKING:
    from datetime import date

    from tei_cable.cable import Cable
    from tei_cable.model import DateValue, Entity


def reading(cable: Cable) -> View:
    """Return the view in which names are sought: brackets joined over, capitals made small."""
    view = View.of(cable)
    return replace(view, text=recased(view.text))


def document_date(cable: Cable) -> DateValue | None:
    """Return the value of the page's date field, None where it can't be read."""
    field = cable.metadata.date
    found = parse(field.value) if field else None
    return found.value if found else None


def reference_date(cable: Cable) -> date | None:
    """Return the day from which the text's dates without a year are reckoned."""
    return reference_of(document_date(cable))


def sending_state(cable: Cable) -> Entity | None:
    """Return the state whose mission the title names first, None where it names none."""
    title = cable.metadata.title
    found = next(missions(title.value, None), None) if title else None
    return found.owner if found else None
