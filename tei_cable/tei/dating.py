"""The document's date in the header: its value, and how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.kinds import DATE, DATELINE
from tei_cable.model import Bracket, Certainty, DateValue
from tei_cable.tei.elements import date_attributes

if TYPE_CHECKING:
    from tei_cable.tei.facts import Facts


def dated(facts: Facts, value: DateValue | None) -> dict[str, str]:
    """Return the attributes of the document's date: those of a value, and who inferred it.

    A date that stands in square brackets, in its field or in every dateline that has it, is the
    editors' inference.
    """
    made = date_attributes(value)
    if made and _is_inferred(facts):
        return {**made, "cert": Certainty.MEDIUM.value, "resp": facts.editor}
    return made


def _is_inferred(facts: Facts) -> bool:
    if facts.page.date and "[" in facts.page.date.value:
        return True
    every = facts.cable.annotations
    lines = [a.span for a in every if a.kind is DATELINE]
    dates = [
        a.span
        for a in every
        if a.kind is DATE and a.detail == facts.date and any(x.contains(a.span) for x in lines)
    ]
    brackets = [a.span for a in every if isinstance(a.detail, Bracket)]
    inside = [any(b.overlaps(date) for b in brackets) for date in dates]
    return bool(inside) and all(inside)
