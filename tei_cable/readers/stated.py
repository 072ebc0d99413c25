"""What the user states about a document, where its source does not say it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable.characters import unwritable
from tei_cable.errors import SourceError
from tei_cable.metadata import Field, Metadata
from tei_cable.model import Span
from tei_cable.readers.parts import entry
from tei_cable.readers.told import tell

if TYPE_CHECKING:
    from tei_cable.cable import Cable
    from tei_cable.model import Source

_STATED = ("title", "date", "citation", "summary", "original_language")


def with_stated(cable: Cable, source: Source) -> Cable:
    """Return a cable with the stated fields that its source lacks.

    What the source says itself stays, and that the other was not used is reported. SourceError if
    a stated field has a character that XML cannot hold.
    """
    named = cable.metadata.fields().items()
    own = {name: field for name, field in named if "#" not in name}
    entries, findings = list(cable.metadata.entries), list(cable.findings)
    for name, value in source.stated:
        if found := unwritable(name + " ".join(value.split())):
            problem = f"the {name} that was stated has the character {found}"
            raise SourceError(source.name, problem, "characters that XML can hold")
        field = Field(" ".join(value.split()), Span(0, 0))
        key = name.replace("-", "_")
        if key in own:
            message = f"the {name} that was stated is not used: the source gives its own"
            findings.append(tell(source, "TC110", message, own[key].span.start))
        elif key in _STATED:
            own[key] = field
        elif field.value:
            entries.append(entry(name, field))
    fields = Metadata.of(own, tuple(entries))
    return replace(cable, metadata=fields, findings=tuple(findings))
