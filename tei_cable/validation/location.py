"""Problems to findings: line and column of a start tag or attribute, and an XPath for people."""

from __future__ import annotations

import re
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from tei_cable.findings import finding
from tei_cable.validation.lines import split_lines
from tei_cable.validation.problem import XML, local

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.findings import Finding
    from tei_cable.validation.problem import Problem


_NAME = re.compile(r"<[^\s/>]+")
_ATTRIBUTE = re.compile(r"""\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')""")

Place = tuple[int, int]  # line and column, both from 1


def locate(problems: Sequence[Problem], data: bytes, name: str) -> list[Finding]:
    """Return a finding for each problem, in the order of the document.

    `data` are the bytes that the elements of the problems were parsed from.
    """
    if not problems:
        return []
    places = start_tags(data)
    root = problems[0].element.getroottree().getroot()
    order = {element: index for index, element in enumerate(root.iter(etree.Element))}
    text = _Text(data) if any(problem.attribute for problem in problems) else None
    steps: dict[etree._Element, str] = {}
    found = []
    for problem in sorted(problems, key=lambda problem: order[problem.element]):
        place, xpath = places[order[problem.element]], _xpath(problem.element, steps)
        if text and problem.attribute and problem.attribute in problem.element.attrib:
            written = text.attributes(place)
            place = next((written[n] for n in _as_written(problem) if n in written), place)
            xpath += f"/@{local(problem.attribute)}"
        found.append(_finding(problem, place, xpath, name))
    return found


class _Text:
    """The text of a file, and where each of its lines begins."""

    def __init__(self, data: bytes) -> None:
        lines = split_lines(data)
        self.text = "\n".join(lines)
        self.starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def attributes(self, tag: Place) -> dict[str, Place]:
        """Return where each attribute of a start tag begins, by its name as written."""
        line, column = tag
        start = self.starts[line - 1] + column - 1
        name = _NAME.match(self.text, start)
        end = name.end() if name else start
        places: dict[str, Place] = {}
        while found := _ATTRIBUTE.match(self.text, end):
            line += self.text.count("\n", end, found.start(1))
            places[found[1]] = (line, found.start(1) - self.starts[line - 1] + 1)
            line += self.text.count("\n", found.start(1), found.end())
            end = found.end()
        return places


def _as_written(problem: Problem) -> Iterator[str]:
    """Yield the names that the attribute can have in the file: with each prefix that is its own."""
    qualified = etree.QName(problem.attribute)
    if not problem.attribute.startswith("{") or qualified.namespace == XML:
        yield local(problem.attribute)
    for prefix, space in problem.element.nsmap.items():
        if prefix and space == qualified.namespace:
            yield f"{prefix}:{qualified.localname}"


def start_tags(data: bytes) -> list[Place]:
    """Return line and column, both from 1, of each start tag of a well-formed document."""
    places: list[Place] = []
    parser = expat.ParserCreate()

    def on_element(_name: str, _attributes: object) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = on_element
    parser.Parse(data, True)
    return places


def _finding(problem: Problem, place: Place, xpath: str, name: str) -> Finding:
    return finding(
        problem.code,
        problem.message,
        file=name,
        line=place[0],
        column=place[1],
        xpath=xpath,
        expected=problem.expected,
        fix=problem.fix or f"`tei-cable rule {problem.code}` says how",
    )


def _xpath(element: etree._Element, steps: dict[etree._Element, str]) -> str:
    path = [element, *element.iterancestors()]
    for step in path:
        if step not in steps:
            _number(step, steps)
    return "/" + "/".join(steps[step] for step in reversed(path))


def _number(element: etree._Element, steps: dict[etree._Element, str]) -> None:
    parent = element.getparent()
    siblings = [element] if parent is None else list(parent.iterchildren(etree.Element))
    names = [etree.QName(sibling).localname for sibling in siblings]
    totals, seen = Counter(names), Counter[str]()
    for sibling, name in zip(siblings, names, strict=True):
        seen[name] += 1
        steps[sibling] = f"{name}[{seen[name]}]" if totals[name] > 1 else name
