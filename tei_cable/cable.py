"""The value that flows through the pipeline: a document read, and what was recognised in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tei_cable.metadata import Correspondence, Metadata

if TYPE_CHECKING:
    from tei_cable.findings import Finding
    from tei_cable.metadata import Citation
    from tei_cable.model import Annotation, Span
    from tei_cable.offsets import OffsetMap


@dataclass(frozen=True, slots=True)
class Cable:
    """A document read: its body's text, what the page says of it, what was recognised in it.

    `blocks` are the text's lines as the reader saw them, in order; between two of them stands
    one line break, or two for a blank line. `markup` are spans of `Source.text` that are labels,
    banners and delimiters; every other non-blank character is in a field or in the body.
    """

    text: str
    blocks: tuple[Span, ...]
    origin: OffsetMap
    metadata: Metadata = field(default_factory=Metadata)
    parsed_citation: Citation | None = None
    markup: tuple[Span, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    findings: tuple[Finding, ...] = ()
    correspondence: Correspondence = field(default_factory=Correspondence)
