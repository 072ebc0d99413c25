"""Problems to findings: the line and column of a start tag, and an XPath that people can read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.parsers import expat

from lxml import etree

from tei_cable.findings import finding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.findings import Finding
    from tei_cable.validation.problem import Problem


def locate(problems: Sequence[Problem], data: bytes, name: str) -> list[Finding]:
    """Return a finding for each problem, in the order of the document.

    `data` are the bytes that the elements of the problems were parsed from.
    """
    if not problems:
        return []
    places = start_tags(data)
    root = problems[0].element.getroottree().getroot()
    order = {element: index for index, element in enumerate(root.iter(etree.Element))}
    steps: dict[etree._Element, str] = {}
    return [
        _finding(problem, places[order[problem.element]], _xpath(problem.element, steps), name)
        for problem in sorted(problems, key=lambda problem: order[problem.element])
    ]


def start_tags(data: bytes) -> list[tuple[int, int]]:
    """Return line and column, both from 1, of each start tag of a well-formed document."""
    places: list[tuple[int, int]] = []
    parser = expat.ParserCreate()

    def on_element(_name: str, _attributes: object) -> None:
        places.append((parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    parser.StartElementHandler = on_element
    parser.Parse(data, True)
    return places


def _finding(problem: Problem, place: tuple[int, int], xpath: str, name: str) -> Finding:
    return finding(
        problem.code,
        problem.message,
        file=name,
        line=place[0],
        column=place[1],
        xpath=xpath,
        expected=problem.expected,
        fix=problem.fix,
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
