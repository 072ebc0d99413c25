"""The compiled W3C schema of the xmlschema package, kept between runs: it takes seconds to make."""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, cast

from tei_cable.errors import SourceError
from tei_cable.writing import write_whole

if TYPE_CHECKING:
    from xmlschema import XMLSchema10


def compiled(xsd: Path) -> XMLSchema10:
    """Return the compiled schema of a file, from the user's cache if it is there.

    The cache is a file of the user's own under $XDG_CACHE_HOME or ~/.cache; whatever is wrong
    with it, the schema is compiled anew.
    """
    place = _place(xsd)
    with suppress(Exception):  # a damaged file can fail in any way
        if _is_ours(place):
            kept: object = pickle.loads(place.read_bytes())  # noqa: S301 (the user's own file)
            if type(kept).__name__ == "XMLSchema10":
                return cast("XMLSchema10", kept)
    from xmlschema import XMLSchema10  # noqa: PLC0415 (takes seconds to load, seldom needed)

    schema = XMLSchema10(str(xsd), allow="local", defuse="always")
    with suppress(OSError, SourceError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(place, pickle.dumps(schema))
    return schema


def _place(xsd: Path) -> Path:
    """Return where a schema is kept: by its content and all that could make it another."""
    digest = hashlib.sha256()
    for path in sorted(xsd.parent.glob("*.xsd")):
        digest.update(path.read_bytes())
    packages = (version(name) for name in ("xmlschema", "elementpath", "lxml"))
    digest.update("\n".join((str(xsd), sys.version, *packages)).encode())
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home, "tei_cable", f"xmlschema-{digest.hexdigest()[:32]}.pickle")


def _is_ours(path: Path) -> bool:
    """Whether nobody but the user can have written a file."""
    if not hasattr(os, "getuid"):
        return path.is_file()
    here = (path, path.parent)
    return all(p.stat().st_uid == os.getuid() and not p.stat().st_mode & 0o022 for p in here)
