"""What the user states about a document, where its source does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.metadata import Field
from tei_cable.model import Span
from tei_cable.readers.parts import entry, tell

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.model import Source

_FIELDS = ("title", "date", "citation", "summary", "original_language")


def with_stated(cable: Cable, source: Source) -> Cable:
    """Return a cable with the stated fields that its source lacks.

    What the source says itself stays, and that the other was not used is reported.
    """
    fields, findings = cable.metadata, list(cable.findings)
    for name, value in source.stated:
        field = Field(" ".join(value.split()), Span(0, 0))
        key = name.replace("-", "_")
        own = getattr(fields, key) if key in _FIELDS else None
        if own:
            message = f"the {name} that was stated is not used: the source gives its own"
            findings.append(tell(source, "TC110", message, own.span.start))
        elif key in _FIELDS:
            fields = replace(fields, **{key: field})
        elif field.value:
            fields = replace(fields, entries=(*fields.entries, entry(name, field)))
    return replace(cable, metadata=fields, findings=tuple(findings))
