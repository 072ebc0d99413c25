"""Where the stages meet: a source in, a TEI document and findings out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tei_cable.annotators import annotate
from tei_cable.annotators.correspondence import correspondence
from tei_cable.config import Config
from tei_cable.errors import InternalError
from tei_cable.findings import finding
from tei_cable.nest import nest
from tei_cable.readers import read
from tei_cable.tei import body_text, serialize, to_tei
from tei_cable.tei.body import writable
from tei_cable.verification import difference

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.findings import Finding
    from tei_cable.model import Cable, Source


@dataclass(frozen=True, slots=True)
class Result:
    """A converted document: its bytes, and what there is to say about the conversion."""

    xml: bytes
    findings: tuple[Finding, ...]


def convert(source: Source, config: Config | None = None) -> Result:
    """Turn a source into TEI.

    Raises SourceError if it is no cable, and InternalError if the text does not come back out of
    the TEI: then nothing is returned that could be written.
    """
    config = config or Config()
    cable = annotate(read(source))
    cable = replace(cable, correspondence=correspondence(cable))
    nesting = nest(cable.annotations, writable=lambda span: writable(cable.text, span))
    dropped = (
        finding(
            "TC301",
            f"“{a.span.of(cable.text)}” as {a.kind.name} ({a.rule}) crosses another tag",
            span=a.span,
        )
        for a in nesting.dropped
    )
    root = to_tei(cable, source, nesting.forest, config)
    _check(cable, root)
    findings = _located(source, cable, (*cable.findings, *dropped))
    return Result(serialize(root, config), findings)


def _check(cable: Cable, root: etree._Element) -> None:
    at = difference(cable.text, body_text(root).text)
    if at is not None:
        near = cable.text[max(0, at - 20) : at + 20]
        raise InternalError(f"the text would be lost near “{near}” (character {at})")


def _located(
    source: Source, cable: Cable, findings: tuple[Finding, ...]
) -> tuple[Finding, ...]:
    """Point findings into the source, and put them in the order of their places."""
    located = []
    for item in findings:
        if item.span is None:
            located.append(item)
            continue
        line, column = source.position(cable.origin.offset(item.span.start))
        located.append(replace(item, file=source.name, line=line, column=column))
    return tuple(sorted(located, key=lambda f: (f.line or 0, f.column or 0, f.code, f.message)))
