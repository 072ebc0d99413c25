"""What a page of the archive's site says below the document's text: tags and information.

A label stands on a line of its own (or before its value, with a colon); its value is what follows
up to the next label. A list has a value on each line. A label without a value is only markup.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from tei_cable.model import Span
from tei_cable.readers.folding import Line
from tei_cable.readers.page_parts import field_of, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.metadata import Field

# what a site writes around any document; nothing of it says anything about this one
CHROME = re.compile(
    r"\W*(?:skip to (?:main )?content|search(?: in)?|menu|home|browse|topics|places|people|"
    r"collections|themes|(?:wilson center )?digital archive|international history declassified|"
    r"digital archive international history declassified|digitalarchive\.\S+|wilson center|"
    r"main navigation|breadcrumb|(?:show|hide) \w+|share(?: document| this)?|print|cite|citation|"
    r"get citation|download(?: document| pdf)?|view (?:document|original)(?: in)?|copy link|"
    r"original(?: scan| document)?|translation|transcription|scan|document|back to top|close|"
    r"summary|full text|view more|read more|show more)\W*",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"\W*(?:related (?:documents?|content|articles)|you may also (?:like|be interested in).*|"
    r"more (?:documents|like this)|about (?:us|the (?:digital )?archive)|contact(?: us)?|"
    r"privacy (?:policy|statement)|terms of (?:use|service)|(?:follow|connect with) us.*|"
    r"sign up.*newsletter.*|©.*|copyright ©?.*|(?:the )?woodrow wilson international center.*|"
    r"back to top)\W*",
    re.IGNORECASE,
)
_TAGS = {
    "author(s)": "authors",
    "author": "authors",
    "authors": "authors",
    "associated people & organizations": "persons",
    "associated people and organizations": "persons",
    "associated people": "persons",
    "contributor(s)": "contributors",
    "document contributors": "contributors",
    "associated places": "places",
    "associated topics": "topics",
    "subjects discussed": "subjects",
}
_INFORMATION = {
    "source": "citation",
    "original archive": "archive",
    "rights": "rights",
    "original uploaded date": "uploaded",
    "original upload date": "uploaded",
    "type": "type",
    "language": "original_language",
    "original language": "original_language",
    "record id": "record_id",
    "original classification": "classification",
    "donors": "donors",
}
_FIELDS = _TAGS | _INFORMATION
# fields that have a value on each line
_LISTS = frozenset(_TAGS.values()) | {"archive", "type", "original_language", "donors"}
_HEADING = "document information"
_SURE = (frozenset(_FIELDS) | {_HEADING}) - {
    "author",
    "authors",
    "source",
    "rights",
    "type",
    "language",
    "original language",
    "donors",
}
_BULLET = re.compile(r"[•*·▪–-]\s+")
_LONGEST_LABEL = max(map(len, _TAGS))
_FIRST_WORDS = frozenset(name.split()[0] for name in (*_FIELDS, _HEADING))


class Tail(NamedTuple):
    """The fields of a page's end, what of it is markup, and which lines of that are no labels."""

    fields: dict[str, Field]
    markup: list[Span]
    left_out: list[Line]


class _Label(NamedTuple):
    name: str
    span: Span
    rest: Line


def sure_labels(text: str, lines: Sequence[Line]) -> set[str]:
    """Return which labels there are that only the site's pages have."""
    return {label.name for line in lines if (label := _label(text, line))} & _SURE


def tail_start(text: str, lines: Sequence[Line], start: int = 0) -> int:
    """Return the first line, from `start` on, of the tags, the information or the footer."""
    labels = {n: label.name for n in range(start, len(lines)) if (label := _label(text, lines[n]))}
    first = next((n for n, name in labels.items() if name in _SURE), len(lines))
    # the labels right above, with their values, belong to it: "Author:" and a line
    for number in sorted((n for n in labels if n < first), reverse=True):
        if first - number > 2:
            break
        first = number
    footer = next((n for n in range(start, first) if _is_footer(text, lines[n])), first)
    return min(first, footer)


def read_tail(text: str, lines: Sequence[Line]) -> Tail:
    """Read the tags and the information of a page; what follows them is left out as markup."""
    markup: list[Span] = []
    values: dict[str, list[Line]] = {}
    left_out: list[Line] = []
    name = ""
    for number, line in enumerate(lines):
        if _is_footer(text, line):
            left_out += [rest for rest in lines[number:] if not rest.blank]
            break
        value = line
        if label := _label(text, line):
            markup.append(label.span)
            name, value = _FIELDS.get(label.name, ""), label.rest
        if bullet := _BULLET.match(text, value.span.start, value.span.end):
            markup.append(Span(bullet.start(), bullet.start() + 1))
            value = Line(Span(bullet.end(), value.span.end))
        if name:
            values.setdefault(name, []).append(value)
        elif not value.blank:
            left_out.append(value)
    left_out += _after_value(values.get(name, []), whole=name == "rights")
    made = {n: field_of(text, value, apart=n in _LISTS) for n, value in values.items()}
    fields = {n: field for n, field in made.items() if field}
    return Tail(fields, [*markup, *(line.span for line in left_out)], left_out)


def _after_value(value: list[Line], *, whole: bool) -> list[Line]:
    """Take from the last value, and return, what stands after its first paragraph."""
    begin = next((n for n, line in enumerate(value) if not line.blank), len(value))
    end = next((n for n in range(begin, len(value)) if value[n].blank), len(value))
    if whole:
        return []
    rest = [line for line in value[end:] if not line.blank]
    del value[end:]
    return rest


def _label(text: str, line: Line) -> _Label | None:
    """Return the label that a line is, or begins with."""
    head, colon, _ = text[line.span.start : line.span.end].partition(":")
    if "".join(head.split(maxsplit=1)[:1]).lower() not in _FIRST_WORDS:
        return None
    name = " ".join(head.split()).lower()
    if len(name) > _LONGEST_LABEL or not (name in _FIELDS or name == _HEADING):
        return None
    end = line.span.start + len(head) + len(colon)
    span = Span(line.span.start, end if colon else line.span.end)
    rest = text[span.end : line.span.end]
    start = line.span.end - len(rest.lstrip())
    return _Label(name, span, Line(Span(start, line.span.end)))


def _is_footer(text: str, line: Line) -> bool:
    return not line.blank and _FOOTER.fullmatch(words_of(text, line)) is not None
