"""Where the files of the schema lie: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES: Mapping[str, str] = {
    "odd": "tei_cable.odd",
    "rng": "tei_cable.rng",
    "xsd": "tei_cable.xsd",
    "sch": "tei_cable.sch",
    "catalog": "catalog.xml",
}

_PACKAGE = Path(__file__).resolve().parent.parent
_PLACES = (_PACKAGE / "schemas", _PACKAGE.parent / "schemas")


def schema_directory() -> Path:
    """Return the directory of the schema; ConfigError when the installation has none."""
    for place in _PLACES:
        if (place / FILES["odd"]).is_file():
            return place
    looked = " or ".join(map(str, _PLACES))
    raise ConfigError(f"the schema is not installed: there is no {FILES['odd']} in {looked}")


def schema_file(kind: str) -> Path:
    """Return the path of a file by its key in `FILES`; ConfigError when it is missing."""
    path = schema_directory() / FILES[kind]
    if not path.is_file():
        raise ConfigError(f"{path} is missing: `tei-cable schema build` makes it")
    return path
