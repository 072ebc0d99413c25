"""Places that the authority files know, as nouns: adjectives and peoples are no places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.hits import Hit, annotated
from tei_cable.authority import shipped
from tei_cable.model import Certainty, EntityKind
from tei_cable.view import View

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tei_cable.cable import Cable
    from tei_cable.model import Annotation

_AMOUNT = re.compile(r"\$ ?[\d.,]+ (?:(?:thousand|million|billion) )?$")


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield a place for each name of one."""
    view = View.of(cable)
    yield from annotated(cable, view, hits(view.text))


def hits(text: str) -> Iterator[Hit]:
    """Yield the known places of a text; uncertain forms (`Reading`) and currencies are left."""
    for found in shipped().find(text, EntityKind.PLACE):
        amount = _AMOUNT.search(text, max(0, found.start - 30), found.start)
        if found.form.cert is not Certainty.LOW and not amount:
            yield Hit(found.start, found.end, found.form.entity, "places.authority")
