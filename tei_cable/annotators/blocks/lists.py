"""Lists become annotations; a row of numbered headings becomes headings.

Numbered paragraphs, as in telegrams, are the items of a list however long they are. But where
short lines with numbers have paragraphs under them, they are headings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.annotators.blocks.outline import Listing
from tei_cable.annotators.blocks.units import paragraph
from tei_cable.kinds import ITEM, LABEL, LIST
from tei_cable.model import Annotation, Certainty, Numbered, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.annotators.blocks.outline import Item, Part
    from tei_cable.annotators.blocks.units import Unit

_RULE = "structure.list"
_LONGEST_HEADING = 40  # words
_LONGEST_SENTENCE = 12  # words of a heading with a full stop


def with_headings(flow: Sequence[Part], units: Sequence[Unit]) -> Iterator[tuple[Part, bool]]:
    """Yield the parts of a text, each with whether it is a numbered heading.

    A list whose items are short and have paragraphs under them is taken apart.
    """
    for number, part in enumerate(flow):
        if not isinstance(part, Listing):
            yield part, False
            continue
        followed = isinstance(flow[number + 1], int) if number + 1 < len(flow) else False
        if not _heads(part, units, followed=followed):
            yield part, False
            continue
        for item in part.items:
            yield item.unit, item.short or _titles(units[item.unit])
            yield from with_headings(item.inner, units)


def _titles(unit: Unit) -> bool:
    """Whether a line is a heading among others: a long one, or a short one with a full stop."""
    stops = unit.words[-1] in ".;,?!"
    return len(unit.words.split()) <= (_LONGEST_SENTENCE if stops else _LONGEST_HEADING)


def _heads(listing: Listing, units: Sequence[Unit], *, followed: bool) -> bool:
    """Whether most items are short lines without a stop, and all but one have a text under them."""
    heads = [i for i in listing.items if i.short and units[i.unit].words[-1] != "."]
    under = [any(isinstance(part, int) for part in item.inner) for item in heads]
    if heads and heads[-1] is listing.items[-1]:
        under[-1] = under[-1] or followed
    return 2 * len(heads) > len(listing.items) and under.count(True) >= max(2, len(heads) - 1)


def annotate_list(listing: Listing, units: Sequence[Unit]) -> Iterator[Annotation]:
    """Yield a list with its items, their labels, and the lists in them."""
    start = units[listing.items[0].unit].span.start
    cert = Certainty.MEDIUM if listing.guessed or listing.restarts else Certainty.HIGH
    yield Annotation(Span(start, _end(listing, units)), LIST, _RULE, cert)
    for item in listing.items:
        yield from _item(item, units)


def _item(item: Item, units: Sequence[Unit]) -> Iterator[Annotation]:
    unit = units[item.unit]
    inner = _within(item, units)
    end = max((_part_end(part, units) for part in inner), default=unit.span.end)
    span = Span(unit.span.start, end)
    yield Annotation(span, ITEM, _RULE, detail=Numbered(item.n))
    yield Annotation(unit.part(0, item.label.end), LABEL, _RULE)
    if inner:
        yield paragraph(unit)
    for part in inner:
        if isinstance(part, Listing):
            yield from annotate_list(part, units)
        elif units[part].is_text:
            yield paragraph(units[part])


def _within(item: Item, units: Sequence[Unit]) -> list[Part]:
    """Return what stands in an item under its first unit; asides at the end stand after it."""
    inner = list(item.inner)
    while inner and isinstance(inner[-1], int) and not units[inner[-1]].is_text:
        inner.pop()
    return inner


def _end(listing: Listing, units: Sequence[Unit]) -> int:
    item = listing.items[-1]
    inner = _within(item, units)
    return _part_end(inner[-1], units) if inner else units[item.unit].span.end


def _part_end(part: Part, units: Sequence[Unit]) -> int:
    return _end(part, units) if isinstance(part, Listing) else units[part].span.end
