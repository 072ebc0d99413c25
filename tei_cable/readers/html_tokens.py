"""The tokens of an HTML file with their offsets: tags, text, character references, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from tei_cable.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(
    r"(?P<comment><!--.*?(?:-->|\Z)|<[!?][^>]*>)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][\w:-]*)"
    r"(?P<attributes>(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+|[^>]*+)>"
    r"|(?P<reference>&(?:#\d+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*;))"
    r"|(?P<text>[^<&]+|[<&])",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
_RAW = frozenset({"script", "style", "textarea", "title", "noscript", "template", "svg", "iframe"})


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a file: a tag (`tag` is its name), words, a reference, or what says nothing.

    `value` is the text that a reference stands for, or the text itself; `attributes` is as written.
    `outside` says that it stands outside of the document.
    """

    span: Span
    tag: str = ""
    ends: bool = False
    value: str = ""
    attributes: str = ""
    outside: bool = False

    def get(self, name: str) -> str:
        """Return an attribute's value, "" if the tag has none such."""
        for match in _ATTRIBUTE.finditer(self.attributes):
            if match[1].lower() == name:
                return unescape(match[2] or match[3] or match[4] or name)
        return ""


def tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of an HTML file; they tile it. What a script holds is one comment."""
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:  # a tag that never ends
            yield Token(Span(position, len(text)))
            return
        span = Span(*match.span())
        position = span.end
        if match["tag"]:
            name = match["tag"].lower()
            yield Token(span, name, bool(match["end"]), attributes=match["attributes"])
            if name in _RAW and not match["end"]:
                closing = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, position)
                stop = closing.start() if closing else len(text)
                if stop > position:
                    yield Token(Span(position, stop))
                position = stop
        elif match["reference"]:
            value = unescape(match["reference"])
            yield Token(span, value=value)
        else:
            yield Token(span, value=match["text"] or "")
