"""Which characters XML 1.0 cannot hold."""

from __future__ import annotations

import re

# White space that XML lacks (vertical tab, form feed) is no part of it: readers fold that.
NOT_XML = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_UNWRITABLE = re.compile(rf"{NOT_XML.pattern}|[\v\f]")


def unwritable(text: str) -> str:
    """Return the first character that XML cannot hold as `U+0007`, "" if there is none."""
    found = _UNWRITABLE.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""
