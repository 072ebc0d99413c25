"""What the tags of HTML do to a text: which part blocks, which hold no part of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.readers.html_tokens import Token

LINES = frozenset({"div", "dt", "dd", "tr", "td", "th", "caption", "label", "legend"})
BLOCKS = frozenset(
    (
        *("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr"),
        *("table", "thead", "tbody", "tfoot", "html", "body", "main", "article", "section"),
        *("header", "footer", "dl", "figure", "figcaption", "address", "fieldset", "center"),
        *("details", "summary"),
    )
)
_SKIPPED = frozenset(
    (
        *("script", "style", "noscript", "template", "svg", "iframe", "head", "title", "nav"),
        *("aside", "form", "button", "select", "textarea", "dialog", "menu", "object", "video"),
        *("audio", "canvas", "math"),
    )
)
FURNITURE = frozenset({"header", "footer"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
VOID = frozenset(
    (
        *("br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source"),
        *("track", "wbr"),
    )
)


def skips(token: Token, *, inside: bool) -> bool:
    """Whether a tag begins what is no part of a document; a header within an article is one."""
    closed = token.attributes.rstrip().endswith("/") or token.tag in VOID
    if not token.tag or token.ends or closed:
        return False
    return (
        token.tag in _SKIPPED
        or (token.tag in FURNITURE and not inside)
        or token.get("role") in _ROLES
        or token.get("hidden") != ""
    )


def data_tables(tokens: Sequence[Token]) -> frozenset[int]:
    """Return which tokens begin a table of data: a row has two cells, and no table is in it."""
    found: set[int] = set()
    stack: list[list[int]] = []  # where it begins, cells in this row, most cells, tables in it
    for number, token in enumerate(tokens):
        if token.tag == "table" and not token.ends:
            if stack:
                stack[-1][3] += 1
            stack.append([number, 0, 0, 0])
        elif token.tag == "table" and stack:
            begin, _, most, nested = stack.pop()
            if most > 1 and not nested:
                found.add(begin)
        elif stack and token.tag == "tr":
            stack[-1][1] = 0
        elif stack and token.tag in ("td", "th") and not token.ends:
            stack[-1][1] += 1
            stack[-1][2] = max(stack[-1][1:3])
    return frozenset(found)
