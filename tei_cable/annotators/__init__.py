"""Annotators: one phenomenon each, a `Cable` in, annotations and findings out.

Each sees what those before it have annotated, and none changes it; `settle` decides at the end
between those that cannot both be right.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.annotators import (
    brackets,
    capitals,
    consistency,
    dates,
    embedded,
    note_links,
    notes,
    organisations,
    participants,
    persons,
    places,
    quotations,
    recognised,
    signatories,
    spaced,
    starts,
    structure,
)
from tei_cable.annotators.offices import with_offices
from tei_cable.annotators.settle import settle
from tei_cable.authority import in_use
from tei_cable.model import Annotation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding

    Annotator = Callable[[Cable], Iterable[Annotation | Finding]]

ANNOTATORS: tuple[Annotator, ...] = (
    notes.annotate,
    brackets.annotate,
    spaced.annotate,
    embedded.annotate,
    participants.annotate,
    structure.annotate,
    quotations.annotate,
    dates.annotate,
    places.annotate,
    organisations.annotate,
    persons.annotate,
    signatories.annotate,
    consistency.annotate,
    note_links.annotate,
    recognised.annotate,
)


def annotate(cable: Cable, more: Sequence[Annotator] = ()) -> Cable:
    """Return the cable with everything that is recognised in it; `more` come after all others."""
    for annotator in (*ANNOTATORS, *more):
        made = list(annotator(cable))
        annotations = tuple(item for item in made if isinstance(item, Annotation))
        findings = tuple(item for item in made if not isinstance(item, Annotation))
        cable = replace(
            cable,
            annotations=(*cable.annotations, *annotations),
            findings=(*cable.findings, *findings),
        )
    whole = with_offices(cable.text, cable.annotations)
    annotations, findings = settle(cable.text, whole)
    _forget()
    return replace(cable, annotations=annotations, findings=(*cable.findings, *findings))


def _forget() -> None:
    """Let go what was kept of the text for all annotators: of a long one it is much."""
    starts.forget()
    capitals.forget()
    in_use().forget()
