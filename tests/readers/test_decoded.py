"""A cable read from a decoded text, told of the text that it was decoded from."""

from __future__ import annotations

from tei_cable.cable import Cable
from tei_cable.metadata import Entry, Field, Metadata
from tei_cable.model import Span
from tei_cable.offsets import Derivation
from tei_cable.readers.decoded import Decoded, rebased
from tei_cable.source import decode


def test_a_field_of_the_sources_own_goes_with_the_others() -> None:
    """Its stretch is one of the outer source; its key and its role stay."""
    outer = decode(b"<p>elm oak</p>", "a.html")
    made = Derivation(outer.text)
    made.copy(3, 10)
    text, origin = made.finish()
    inner = Decoded.of(outer, text, origin, [Span(0, 3), Span(10, 14)])
    own = Derivation(text)
    own.copy(4, 7)
    value, there = own.finish()
    entries = (Entry("tree", Field(value, Span(4, 7), there)),)
    whole = Derivation(text)
    whole.copy(0, 3)
    words, at = whole.finish()
    cable = Cable(words, (Span(0, 3),), at, Metadata.of({}, entries))
    (entry,) = rebased(cable, outer, inner).metadata.entries
    assert (entry.key, entry.field.value) == ("tree", "oak")
    assert entry.field.span.of(outer.text) == "oak"
