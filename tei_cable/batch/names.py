"""Names of documents that may be names of files, on every system and in every report."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePosixPath
from urllib.parse import quote

ARCHIVES = (".zip", ".jsonl", ".tar.gz", ".tar", ".tgz")  # the files that hold documents
_LONGEST = 200  # bytes: file systems allow 255, and `.xml` and more is added
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def safe_name(name: str) -> str:
    """Return a relative path, with forward slashes, that leads out of no folder.

    What no name should have (control characters, bytes that are no UTF-8) is percent-encoded; a
    part that is too long is shortened, with a digest of the whole.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    return "/".join(_short(_encoded(p)) for p in parts if p not in ("..", "/", ".")) or "document"


def _encoded(part: str) -> str:
    return _UNPRINTABLE.sub(lambda found: _percent(found.group()), part)


def _percent(character: str) -> str:
    try:
        return quote(character.encode("utf-8", "surrogateescape"), safe="")
    except UnicodeEncodeError:  # half a pair of surrogates, from JSON
        return quote(character.encode("utf-8", "surrogatepass"), safe="")


def _short(part: str) -> str:
    data = part.encode()
    if len(data) <= _LONGEST:
        return part
    suffix = PurePosixPath(part).suffix
    suffix = suffix if suffix.isascii() and len(suffix) <= len(".jsonl") else ""
    mark = f"~{hashlib.sha256(data).hexdigest()[:12]}{suffix}"
    return data[: _LONGEST - len(mark)].decode("utf-8", "ignore") + mark
