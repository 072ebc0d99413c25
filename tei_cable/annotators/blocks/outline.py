"""Which labelled units make lists, which stand within which, and what belongs to their items.

One pass over the units with a stack of open lists. A label that goes on with the count of an open
list is its next item; what stood between belongs to the item before. What follows the last item
belongs to none. A list has two items at least, or one number that goes on with the count of a list
before: a heading may stand between.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from tei_cable.annotators.blocks.labels import Label, labels

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from tei_cable.annotators.blocks.units import Unit

_MOST_BETWEEN = 6  # paragraphs without a label between two items, unless they are headings
_MOST_SKIPPED = 3  # numbers that an excerpt may leave out
_HEADING_WORDS = 15
_SECOND = 2


@dataclass(slots=True)
class Item:
    """An item: its first unit and label, and what else belongs to it, lists among it.

    `short` says that it may be a heading, `loose` is what follows and may turn out
    to belong to it, while the list is open.
    """

    unit: int
    label: Label
    n: str
    short: bool
    inner: list[Part] = field(default_factory=list)
    loose: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class Listing:
    """A list; `guessed` if something between its items was taken to belong to them."""

    items: list[Item]
    style: str
    holder: Item | None = None
    direct: bool = True
    restarts: bool = False
    guessed: bool = False


Part: TypeAlias = "int | Listing"


def outline(units: Sequence[Unit], taken: Container[int]) -> list[Part]:
    """Return the numbers of units and the lists among them, in order.

    Units that are `taken` (headings, turns) end all lists.
    """
    outliner = _Outliner(units)
    for number, unit in enumerate(units):
        if number in taken:
            outliner.close_all()
            outliner.flow.append(number)
        elif unit.is_text:
            outliner.text(number)
        else:
            outliner.aside(number)
    outliner.close_all()
    return outliner.flow


class _Outliner:
    def __init__(self, units: Sequence[Unit]) -> None:
        self._units = units
        self._open: list[Listing] = []
        self._between = 0
        self._counted: dict[str, int] = {}  # the last number of each style of list
        self.flow: list[Part] = []

    def text(self, number: int) -> None:
        """Place a unit of running text: an item, or what follows one."""
        readings = labels(self._units[number].words)
        for depth in range(len(self._open) - 1, -1, -1):
            for label in readings:
                if self._goes_on(self._open[depth], label):
                    self._close_to(depth + 1, bounded=True)
                    self._next(self._open[depth], number, label)
                    return
        second = next(filter(self._follows_mistaken_one, readings), None)
        if second:
            self._next(self._open[-1], number, second)
        elif readings:
            self._start(number, readings[0])
        else:
            self._between += 1
            while self._open and self._between > _MOST_BETWEEN and not self._last.short:
                self._close_to(len(self._open) - 1)
            self._holder.append(number)

    def aside(self, number: int) -> None:
        """Place what is no running text: it ends no list, and makes no distance."""
        self._holder.append(number)

    def close_all(self) -> None:
        """Close every list."""
        self._close_to(0)
        self._between = 0

    @property
    def _last(self) -> Item:
        return self._open[-1].items[-1]

    @property
    def _holder(self) -> list[Part]:
        return self._last.loose if self._open else self.flow

    def _goes_on(self, listing: Listing, label: Label) -> bool:
        last = listing.items[-1].label
        if label.style != listing.style:
            return False
        if label.is_dash:
            return not self._between
        if last.last == label.value == 1:  # a crawl that counts each item from one
            return listing.restarts or len(listing.items) == 1
        most = 1 + _MOST_SKIPPED * ("1" in label.style)
        return not listing.restarts and last.last < label.value <= last.last + most

    def _follows_mistaken_one(self, label: Label) -> bool:
        """Whether a list that the label 2 goes on with was begun by `I.` or `l.` for `1.`.

        The first item then has that number, and its label stays as it is written.
        """
        if not self._open or len(self._open[-1].items) > 1 or label.value != _SECOND:
            return False
        listing, first = self._open[-1], self._last
        shape = first.label.style.replace("A-roman", "1").replace("a-roman", "1")
        if first.n not in ("I", "l") or shape != label.style:
            return False
        first.label = replace(first.label, style=label.style, value=1)
        first.n, listing.style, listing.guessed = "1", label.style, True
        return True

    def _next(self, listing: Listing, number: int, label: Label) -> None:
        last = listing.items[-1]
        listing.guessed = listing.guessed or bool(self._between)
        if not label.is_dash:
            step = label.value - last.label.last
            listing.guessed = listing.guessed or step != 1
            listing.restarts = listing.restarts or step == 0
        last.inner += last.loose
        last.loose = []
        n = str(len(listing.items) + 1) if listing.restarts else label.n
        listing.items.append(self._item(number, label, n))

    def _start(self, number: int, label: Label) -> None:
        nests = label.value == 1 and all(label.style != other.style for other in self._open)
        if not nests:
            self.close_all()
        holder = self._last if self._open else None
        direct = not (holder and holder.loose)
        made = Listing([self._item(number, label, label.n)], label.style, holder, direct)
        self._holder.append(made)
        self._open.append(made)
        self._between = 0

    def _item(self, number: int, label: Label, n: str) -> Item:
        self._between = 0
        words = self._units[number].words
        short = len(words.split()) <= _HEADING_WORDS and words[-1] not in ";,:?!"
        return Item(number, label, n, short and not label.is_dash)

    def _close_to(self, depth: int, *, bounded: bool = False) -> None:
        while len(self._open) > depth:
            self._close(self._open.pop(), bounded=bounded)

    def _close(self, listing: Listing, *, bounded: bool) -> None:
        """End a list: what may have belonged to its last item does not; one item is no list.

        If a list is `bounded` by the next item of an outer one, and each item before the last has
        something under it, the last one has, too.
        """
        last = listing.items[-1]
        alone = len(listing.items) == 1 and not self._goes_on_alone(listing)
        if not alone and not listing.restarts:
            self._counted[listing.style] = last.label.last
        released, last.loose = last.loose, []
        if released and bounded and not alone and all(item.inner for item in listing.items[:-1]):
            last.inner += released
            released, listing.guessed = [], True
        outer = self._holder
        outer.pop()
        if alone:
            outer += [last.unit, *last.inner]
        elif listing.holder is not None and listing.direct and not outer:
            listing.holder.inner.append(listing)
        else:
            outer.append(listing)
        outer += released

    def _goes_on_alone(self, listing: Listing) -> bool:
        """Whether a single number goes on with the count of a list that was ended before it."""
        label = listing.items[0].label
        counted = self._counted.get(listing.style) == label.value - 1
        found = counted and "1" in listing.style and listing.holder is None
        listing.guessed = listing.guessed or found
        return found
