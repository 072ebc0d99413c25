"""A document with YAML front matter: fields between two lines `---`, then its text in Markdown.

Folded are: white space and wraps; YAML's keys, quotes and escapes, which are labels; the marks of
Markdown (headings, emphasis, rules, escapes, targets of links). A list of `Message Attributes` at
the end of the text is read as fields. A comment in the front matter is a field, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.characters import NOT_XML
from tei_cable.errors import SourceError
from tei_cable.model import Mark, Span
from tei_cable.readers import labelled, markdown, references, running
from tei_cable.readers.folding import each_line, lines_of
from tei_cable.readers.parts import cable, entry, field_of, metadata
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import yaml
    from yaml.nodes import Node

    from tei_cable.cable import Cable
    from tei_cable.findings import Finding
    from tei_cable.metadata import Entry
    from tei_cable.model import Source
    from tei_cable.readers.folding import Line

EXPECTED = "a text with front matter: fields as YAML between two lines '---'"
_KEY = re.compile(r"[\w\"'][\w \"'.-]*:(?:\s|$)|\? ")
_FRONT = re.compile(  # a rule in the text is followed by no such field
    r"^---[ \t]*(?:\r\n|\r|\n)(?=(?:[^\r\n]+(?:\r\n|\r|\n)){0,40}?"
    r"(?:title|date|doc_date|cable-[a-z]+):)",
    re.MULTILINE,
)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\r\n]*", re.MULTILINE)
_ATTRIBUTES = re.compile(r"(?:#+\s*)?Message Attributes", re.IGNORECASE)
_ESCAPES = re.compile(r"(\\)[\"\\/ ]|(')'")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_BLOCK = re.compile(r"[|>][^\r\n]*")


def starts(source: Source) -> list[int]:
    """Return the offset of each place where front matter begins."""
    return [match.start() for match in _FRONT.finditer(source.text)]


def declines(source: Source) -> str:
    """Say why the source has no front matter; "" if it has some."""
    words = (line.span.of(source.text) for line in each_line(source.text) if not line.blank)
    if next(words) != "---":
        return "the first line is not '---'"
    first = next((w for w in words if not w.startswith("#")), "")
    return "" if _KEY.match(first) else "no field follows the first line '---'"


def read(source: Source) -> Cable:
    """Read a document with front matter; SourceError if it has no end, is no YAML, or no text."""
    text = source.text
    lines = lines_of(text)
    first = next(at for at, line in enumerate(lines) if not line.blank)
    last = _end(source, lines, first)
    front = Span(lines[first].span.end, lines[last].span.start)
    entries, findings = _fields(source, front)
    comments = [
        Span(front.start + m.start(), front.start + m.end())
        for m in _COMMENT.finditer(front.of(text))
    ]
    comments = [c for c in comments if not any(e.field.span.overlaps(c) for e in entries)]
    entries += [e for c in comments if (e := _comment(text, c))]
    labels = [
        lines[first].span,
        lines[last].span,
        *_between(front, entries),
        *_inside(text, entries),
    ]
    body: Sequence[Line] = lines[last + 1 :]
    hidden = markdown.marks(text, body)
    body, more, labels_after = _attributes(text, body, hidden)
    cleared = running.clear(source, body)
    entries = references.sorted_out(text, body, entries)
    stated, told = references.stated_in_text(source, body, hidden, entries)
    every = [*entries, *stated, *cleared.entries, *more]
    if hidden:
        message = f"{len(hidden)} marks of Markdown are left out of the text"
        findings.append(tell(source, "TC108", message, hidden[0].start))
    return cable(
        source,
        cleared.lines,
        metadata(every),
        markup=(*labels, *labels_after, *cleared.markup),
        hidden=hidden,
        findings=(*findings, *told, *cleared.findings),
        marks=[Mark(x.span, "heading") for x in body if markdown.heading(text, x)],
    )


def _end(source: Source, lines: Sequence[Line], first: int) -> int:
    for at in range(first + 1, len(lines)):
        if lines[at].span.of(source.text) in ("---", "..."):
            return at
    line, _ = source.position(lines[first].span.start)
    problem = f"the front matter that begins in line {line} has no end"
    raise SourceError(source.name, problem, "a line '---' after its last field")


def _fields(source: Source, front: Span) -> tuple[list[Entry], list[Finding]]:
    """Read the fields; what YAML cannot hold (a control character) is a blank to it."""
    import yaml  # noqa: PLC0415 (only a document with front matter needs it)

    words = NOT_XML.sub(" ", front.of(source.text))
    try:
        root = yaml.compose(words, Loader=yaml.SafeLoader)
        leaves = list(_leaves(root, "", set())) if isinstance(root, yaml.MappingNode) else []
    except RecursionError as error:
        problem = "the front matter is nested too deep"
        raise SourceError(source.name, problem, EXPECTED) from error
    except yaml.MarkedYAMLError as error:
        raise SourceError(source.name, _problem(source, front, error), EXPECTED) from error
    except yaml.YAMLError as error:
        raise SourceError(source.name, f"the front matter is no YAML: {error}", EXPECTED) from error
    if not isinstance(root, yaml.MappingNode):
        raise SourceError(source.name, "the front matter has no fields", EXPECTED)
    entries: list[Entry] = []
    findings: list[Finding] = []
    for name, node in leaves:
        start = front.start + node.start_mark.index
        end = front.start + node.end_mark.index
        start, end = _unquoted(source.text, start, end)
        field = field_of(source.text, start, end, list(_escapes(source.text, start, end)))
        if not field:
            continue
        entries.append(entry(name, field))
        if field.value.split() != NOT_XML.sub("", node.value).split():
            message = f"the value of {name} has escapes of YAML, which are kept as written"
            findings.append(tell(source, "TC110", message, field.span.start))
    return entries, findings


def _problem(source: Source, front: Span, error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    what = error.problem or error.context or "unreadable"
    if not mark:
        return f"the front matter is no YAML: {what}"
    line, column = source.position(min(front.start + mark.index, len(source.text)))
    return f"line {line}, column {column}: the front matter is no YAML ({what})"


def _leaves(node: Node, name: str, seen: set[int]) -> Iterator[tuple[str, Node]]:
    """Yield every scalar with the path of its keys; what an alias repeats comes once."""
    import yaml  # noqa: PLC0415 (as above)

    if id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, yaml.ScalarNode):
        yield name or "field", node
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _leaves(item, name, seen)
    else:
        for key, value in node.value:
            label = key.value if isinstance(key.value, str) else "field"
            yield from _leaves(value, f"{name}.{label}" if name else label, seen)


def _unquoted(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a scalar's words stand: without anchor, tag, quotes, or the mark of a block."""
    if match := _PROPERTIES.match(text, start, end):
        start = match.end()
    if text[start:end][:1] in ("'", '"') and end - start > 1:
        return start + 1, end - 1
    if match := _BLOCK.match(text, start, end):
        return match.end(), end
    return start, end


def _escapes(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the characters that escape another in a quoted scalar, as YAML has it."""
    quote = text[start - 1 : start]
    for match in _ESCAPES.finditer(text, start, end):
        group = 1 if quote == '"' else 2
        if match[group] and quote in ("'", '"'):
            yield Span(*match.span(group))


def _comment(text: str, span: Span) -> Entry | None:
    field = field_of(text, span.start + 1, span.end)
    return entry("comment", field) if field else None


def _between(front: Span, entries: Sequence[Entry]) -> Iterator[Span]:
    """Yield what is left of the front matter: keys, quotes, list marks."""
    position = front.start
    for e in sorted(entries, key=lambda e: e.field.span):
        if e.field.span.start > position:
            yield Span(position, e.field.span.start)
        position = max(position, e.field.span.end)
    if position < front.end:
        yield Span(position, front.end)


def _inside(text: str, entries: Sequence[Entry]) -> Iterator[Span]:
    for e in entries:
        if text[e.field.span.start - 1] in "'\"":
            yield from _escapes(text, e.field.span.start, e.field.span.end)


def _attributes(
    text: str, lines: Sequence[Line], hidden: Sequence[Span]
) -> tuple[Sequence[Line], list[Entry], list[Span]]:
    """Part the list of `Message Attributes` from the end of a text: its fields and labels."""
    at = next((n for n, x in enumerate(lines) if _ATTRIBUTES.fullmatch(x.span.of(text))), None)
    if at is None or not any(labelled.label_of(text, line) for line in lines[at + 1 :]):
        return lines, [], []
    titles = [x for x in lines[at:] if _ATTRIBUTES.fullmatch(x.span.of(text))]
    rest = [x for x in lines[at:] if x not in titles and not markdown.is_rule(text, x)]
    rows = list(labelled.labelled(text, rest))
    early = [x for x in rest if not x.blank and x.span.end <= rows[0].label.start]
    entries = [e for row in rows if (e := row.entry(text, [*hidden, *(t.span for t in titles)]))]
    stray = (field_of(text, x.span.start, x.span.end, hidden) for x in early)
    entries += [entry("stamp", field) for field in stray if field]
    return lines[:at], entries, [*(t.span for t in titles), *(row.label for row in rows)]
