"""What a project decides: who publishes, under which licence, how much attribution is written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING

from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

DEFAULT_FILE = "tei_cable.toml"
_ADDRESS = re.compile(r"[^\s<>\"'&{}|\\^`\x00-\x1f]*")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
ATTRIBUTIONS = ("full", "minimal")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a conversion; each has a default, and none is read from the environment.

    `date` is the day of the encoding; without one none is written, so that the same source and
    settings always give the same bytes. `attribution` "minimal" leaves @resp off names and @cert
    off where it is high. `schema` is where the xml-model instructions point, without suffix.
    """

    publisher: str = ""
    licence: str = ""
    licence_target: str = ""
    project: str = ""
    date: date | None = None
    attribution: str = "full"
    schema: str = "tei_cable"

    def __post_init__(self) -> None:
        if self.attribution not in ATTRIBUTIONS:
            expected = " or ".join(ATTRIBUTIONS)
            raise ConfigError(f"attribution is {self.attribution!r}; expected {expected}")
        for name in ("schema", "licence_target"):
            if not _ADDRESS.fullmatch(getattr(self, name)):
                raise ConfigError(f"{name} is {getattr(self, name)!r}; expected an address (a URI)")
        for name in ("publisher", "licence", "project"):
            if _CONTROL.search(getattr(self, name)):
                raise ConfigError(f"{name} has control characters; expected text")


def load_config(path: Path) -> Config:
    """Read a `tei_cable.toml`; ConfigError if it can't be read or has an unknown key or type."""
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    table.pop("rules", None)  # which rules count is for the validator, which reads it itself
    known = {field.name for field in fields(Config)}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{path}: unknown key {key!r}; expected {', '.join(sorted(known))}")
        wanted = date if key == "date" else str
        if type(value) is not wanted:
            raise ConfigError(f"{path}: {key} is {value!r}; expected a {wanted.__name__}")
    return Config(**table)
