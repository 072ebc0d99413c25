"""TEI: from a cable to a document, and from a document back to its text."""

from __future__ import annotations

from tei_cable.tei.document import serialize, to_tei
from tei_cable.tei.text import BodyText, body_text, element_text

__all__ = ["BodyText", "body_text", "element_text", "serialize", "to_tei"]
