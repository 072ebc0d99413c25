"""What the reporters that write XML share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from typing import TextIO

_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def printable(text: str) -> str:
    """Return a text with what XML can't hold replaced."""
    return _UNWRITABLE.sub("\ufffd", text)


def write_xml(root: etree._Element, stream: TextIO) -> None:
    """Write a document, indented, with a declaration."""
    etree.indent(root)
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(etree.tostring(root, encoding="unicode") + "\n")
