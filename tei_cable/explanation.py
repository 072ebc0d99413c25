"""Why a TEI file is tagged as it is: for each tag its rule, its certainty and its words.

Everything is read from the file itself: `@ana` names the rule of a tag, and the taxonomy of
rules in the header says it in a sentence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from tei_cable.findings import Finding
from tei_cable.grounds import WORDS
from tei_cable.tei import element_text
from tei_cable.tei.fields import PLACES, field_elements
from tei_cable.tei.names import TEI, XML_ID
from tei_cable.validation.location import start_tags
from tei_cable.validation.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ENTRIES = frozenset(f"{TEI}{name}" for name in ("person", "place", "org"))
_CLAIMS = ("type", "reason", "ref", "target", "n", "when", "from", "to", "notBefore", "notAfter")


@dataclass(frozen=True, slots=True)
class Explanation:
    """One tag: where it starts (line and column, from 1), what it is, who says so, and why.

    `claims` are the attributes that say what the tag means, as written; `rule` is "" where the
    file names none, and `ground` where nothing says it in words.
    """

    line: int
    column: int
    element: str
    claims: tuple[str, ...]
    words: str
    rule: str
    ground: str
    cert: str
    resp: str


def explain(data: bytes, name: str, line: int | None = None) -> list[Explanation] | Finding:
    """Return an explanation for each tag of a TEI file that says something of the source.

    With a line (from 1) only for the tags that start on it, or else on the nearest line above on
    which one does. Returns a finding if the file is not XML. Raises ValueError if it has no such
    line.
    """
    tree = parse(data, name)
    if isinstance(tree, Finding):
        return tree
    length = data.rstrip().count(b"\n") + 1
    if line is not None and not 1 <= line <= length:
        raise ValueError(f"there is no line {line}: the file has {length}")
    root = tree.getroot()
    placed = zip(root.iter(etree.Element), start_tags(data), strict=True)
    made = list(_explanations(root, placed))
    if line is None:
        return made
    nearest = max((e.line for e in made if e.line <= line), default=0)
    return [e for e in made if e.line == nearest]


def _explanations(
    root: etree._Element, placed: Iterable[tuple[etree._Element, tuple[int, int]]]
) -> Iterator[Explanation]:
    grounds = _grounds(root)
    fields = {e: field for field in PLACES for e in field_elements(root, field)}
    body = root.find(f"{TEI}text/{TEI}body")
    in_body = set() if body is None else set(body.iter(etree.Element))
    mentions = Counter(element.get("ref") for element in in_body)
    for element, place in placed:
        if element in in_body:
            rule = element.get("ana", "").removeprefix("#")
            yield _explanation(element, place, element_text(element), rule, grounds.get(rule, ""))
        elif element in fields:
            ground = f"The page's field {fields[element]}, word for word."
            yield _explanation(element, place, _folded(element), "", ground)
        elif element.tag in _ENTRIES:
            ground = _entry_ground(mentions[f"#{element.get(XML_ID, '')}"])
            yield _explanation(element, place, _folded(element), "", ground)
        elif (entry := element.getparent()) is not None and entry.tag in _ENTRIES:
            ground = _entry_ground(mentions[f"#{entry.get(XML_ID, '')}"])
            yield _explanation(element, place, _folded(element), "", ground)


def _entry_ground(mentions: int) -> str:
    if mentions == 0:
        return "Only the header points to this entry."
    if mentions == 1:
        return "One mention in the text points to this entry."
    return f"{mentions} mentions in the text point to this entry."


def _grounds(root: etree._Element) -> Mapping[str, str]:
    """Return what each rule says: the file's own words, else this version's."""
    taxonomies = (t for t in root.iter(f"{TEI}taxonomy") if t.get(XML_ID) == "rules")
    said = {c.get(XML_ID, ""): _folded(c) for t in taxonomies for c in t.iter(f"{TEI}category")}
    return {**WORDS, **said}


def _folded(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _explanation(
    element: etree._Element, place: tuple[int, int], words: str, rule: str, ground: str
) -> Explanation:
    claims = tuple(f'{key}="{element.get(key)}"' for key in _CLAIMS if element.get(key))
    return Explanation(
        *place,
        etree.QName(element).localname,
        claims,
        " ".join(words.split()),
        rule,
        ground,
        element.get("cert", ""),
        element.get("resp", ""),
    )
