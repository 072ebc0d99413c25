"""What a RELAX NG grammar says of a value: a list to choose from, datatypes, or a list of such."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Nodes = Sequence[etree._Element]  # noqa: SLF001 (the name that lxml's types have)
    Defines = Mapping[str, Nodes]

_RNG = "{http://relaxng.org/ns/structure/1.0}"


@dataclass(frozen=True, slots=True)
class Data:
    """A datatype of W3C Schema: its name and its facets as (name, value)."""

    name: str
    facets: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Values:
    """What a value may be: one of `listed`, or of one of the datatypes; any if it is `free`.

    `many` is for a list of such values, parted by blanks.
    """

    listed: tuple[str, ...] = ()
    data: tuple[Data, ...] = ()
    many: bool = False
    free: bool = False


def read_values(nodes: Nodes, defines: Defines) -> Values | None:
    """Return what the patterns allow as a value; None where that is more than `Values` can say.

    `defines` are the named patterns of the grammar.
    """
    if len(nodes) != 1:
        return None if nodes else Values(free=True)
    node = nodes[0]
    match etree.QName(node).localname:
        case "data":
            return _data(node)
        case "choice":
            return _either([read_values([child], defines) for child in patterns(node)])
        case "list":
            return _list(node, defines)
        case "ref":
            named = defines.get(node.get("name", ""), ())
            return read_values([child for one in named for child in patterns(one)], defines)
        case kind:
            return _LEAVES[kind](node) if kind in _LEAVES else None


_LEAVES: Mapping[str, Callable[[etree._Element], Values]] = {
    "text": lambda _: Values(free=True),
    "value": lambda node: Values(listed=(" ".join((node.text or "").split()),)),
}


def patterns(node: etree._Element) -> list[etree._Element]:
    """Return the children that are RELAX NG; documentation between them is none."""
    return [c for c in node.iterchildren(etree.Element) if str(c.tag).startswith(_RNG)]


def _list(node: etree._Element, defines: Defines) -> Values | None:
    (inner, *others) = patterns(node)
    if others or inner.tag != f"{_RNG}oneOrMore":
        return None
    one = read_values(patterns(inner), defines)
    return None if one is None or one.many else replace(one, many=True)


def _data(node: etree._Element) -> Values | None:
    if node.find(f"{_RNG}except") is not None:
        return None
    facets = ((p.get("name", ""), p.text or "") for p in node.iterchildren(f"{_RNG}param"))
    return Values(data=(Data(node.get("type", ""), tuple(facets)),))


def _either(parts: list[Values | None]) -> Values | None:
    known = [part for part in parts if part is not None and not part.many]
    if len(known) != len(parts):
        return None
    return Values(
        listed=tuple(value for part in known for value in part.listed),
        data=tuple(data for part in known for data in part.data),
        free=any(part.free for part in known),
    )
