"""Where the stages meet: a source in, a TEI document and findings out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tei_cable.annotators import annotate, spacy_persons
from tei_cable.annotators.correspondence import correspondence, unresolved
from tei_cable.arguments import expect
from tei_cable.authority import layered_files, using
from tei_cable.config import Config
from tei_cable.errors import InternalError, SourceError
from tei_cable.fidelity import differences, unaccounted
from tei_cable.findings import finding
from tei_cable.model import Medium, Source
from tei_cable.nest import nest
from tei_cable.readers import read
from tei_cable.tei import serialize, to_tei
from tei_cable.tei.body import writable

if TYPE_CHECKING:
    from lxml import etree

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding


@dataclass(frozen=True, slots=True)
class Result:
    """A converted document: its bytes, what there is to say about the conversion, its name.

    `name` is that of the source. `xml` is b"" only in results of `convert_many`, where a document
    could not be converted: then its one finding, TC801, says why.
    """

    xml: bytes = field(repr=False)
    findings: tuple[Finding, ...]
    name: str = ""


def convert(source: Source, config: Config | None = None) -> Result:
    """Turn a source into TEI.

    Raises SourceError if it is no cable or nested too deeply, and InternalError if a character of
    the source would be lost: then nothing is returned that could be written. Raises ConfigError
    where `check_config` does, TypeError if the source is no `Source`.
    """
    expect(source, Source, "source", "a Source, as read_source and decode return")
    expect(config or Config(), Config, "config", "a Config")
    try:
        return _convert(source, config or Config())
    except RecursionError:
        problem = "what it holds is nested too deeply to be encoded"
        raise SourceError(source.name, problem, "less than some hundred levels") from None


def check_config(config: Config) -> None:
    """Raise ConfigError for settings that no source can be converted with.

    A file of names can't be used, or spaCy is asked for and not installed.
    """
    layered_files(config.authority)
    if config.spacy:
        spacy_persons.pipeline()


def _convert(source: Source, config: Config) -> Result:
    with using(layered_files(config.authority)):
        more = (spacy_persons.annotator(spacy_persons.pipeline()),) if config.spacy else ()
        cable = annotate(read(source), more)
        letter = correspondence(cable)
        said = (*cable.findings, *unresolved(letter, cable.metadata.title, source))
        cable = replace(cable, correspondence=letter, findings=said)
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
    _check(cable, source, root)
    findings = _located(source, cable, (*cable.findings, *dropped))
    return Result(serialize(root, config), findings, source.name)


def _check(cable: Cable, source: Source, root: etree._Element) -> None:
    losses = [problem.message for problem in differences(cable, source, root)]
    losses += [item.message for item in unaccounted(cable, source)]
    if losses:
        raise InternalError(f"{source.name}: nothing is written, since {losses[0]}")


def _located(source: Source, cable: Cable, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Point findings into the source, and put them in the order of their places."""
    located = []
    for item in findings:
        if item.span is not None:
            line, column = source.position(cable.origin.offset(item.span.start))
            item = replace(item, file=source.name, line=line, column=column)  # noqa: PLW2901
        located.append(_paged(source, item))
    return tuple(sorted(located, key=lambda f: (f.line or 0, f.column or 0, f.code, f.message)))


def _paged(source: Source, item: Finding) -> Finding:
    """Name the page of a finding about a PDF, whose lines nobody can look up."""
    if source.medium is not Medium.PDF or not item.line or not item.column:
        return item
    offset = source.line_starts[item.line - 1] + item.column - 1
    return replace(item, message=f"{item.message} (page {source.page(offset)})")
