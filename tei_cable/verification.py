"""A TEI file held against its source: every difference with both its places."""

from __future__ import annotations

from tei_cable.arguments import expect
from tei_cable.fidelity import differences, unaccounted
from tei_cable.findings import Finding
from tei_cable.model import Source
from tei_cable.readers import read
from tei_cable.validation.location import locate
from tei_cable.validation.parse import parse
from tei_cable.validation.problem import Problem


def verify(data: bytes, name: str, source: Source) -> list[Finding]:
    """Return where a TEI file and its source differ: nothing, if nothing was lost.

    `name` is the TEI file as the user named it. Of each kind of difference the first is told.
    Raises SourceError if the source is no cable, TypeError for other things than bytes and a
    `Source`.
    """
    expect(data, bytes, "data", "the bytes of a TEI file")
    expect(source, Source, "source", "a Source, as read_source returns")
    cable = read(source)
    tree = parse(data, name)
    if isinstance(tree, Finding):
        return [tree]
    found = differences(cable, source, tree.getroot())
    problems = [Problem(d.element, d.message, d.code) for d in found]
    return [*locate(problems, data, name), *unaccounted(cable, source)]
