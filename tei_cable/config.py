"""What a project decides: who publishes, under which licence, how much attribution is written."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from tei_cable.arguments import path_of
from tei_cable.characters import unwritable
from tei_cable.errors import ConfigError

if TYPE_CHECKING:
    import os
    from pathlib import Path

DEFAULT_FILE = "tei_cable.toml"
PROJECT_FILE = "pyproject.toml"
_TABLE = b"[tool.tei_cable"
_TYPES: dict[str, type] = {"date": date, "languages": list, "spacy": bool}  # every other is a str
_ADDRESS = re.compile(r"[^\s<>\"'&{}|\\^`\x00-\x1f]*")
_ID = re.compile(r"(?:[A-Za-z][A-Za-z0-9_-]*)?")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
VERSION = "{version}"
ATTRIBUTIONS = ("full", "minimal")


@dataclass(frozen=True, slots=True)
class Config:
    """Settings of a conversion; each has a default, and none is read from the environment.

    `date` is the day of the encoding; without one none is written, so that the same source and
    settings always give the same bytes. `attribution` "minimal" leaves @resp off names and @cert
    off where it is high. `schema` is where the xml-model instructions point, without suffix;
    `{version}` in it stands for the version of tei_cable.
    `id_prefix` begins each document's xml:id, in place of "wcda" or "cable". `languages` are the
    BCP 47 tags of all languages that the texts may be in, the likeliest first; () for any.
    `authority` are files of names that lie over the shipped ones, the last on top. With `spacy`
    the extra of that name is asked for the persons that no rule finds.
    """

    publisher: str = ""
    edition: str = "Automatic encoding, not reviewed"
    licence: str = ""
    licence_target: str = ""
    project: str = ""
    id_prefix: str = ""
    languages: tuple[str, ...] = ()
    date: date | None = None
    attribution: str = "full"
    schema: str = "tei_cable"
    authority: tuple[str, ...] = ()
    spacy: bool = False

    def __post_init__(self) -> None:
        if self.attribution not in ATTRIBUTIONS:
            expected = " or ".join(ATTRIBUTIONS)
            raise ConfigError(f"attribution is {self.attribution!r}; expected {expected}")
        for name in ("schema", "licence_target"):
            if not _ADDRESS.fullmatch(getattr(self, name).replace(VERSION, "")):
                raise ConfigError(f"{name} is {getattr(self, name)!r}; expected an address (a URI)")
        if not _ID.fullmatch(self.id_prefix):
            expected = "letters, digits, “-” and “_”, a letter first"
            raise ConfigError(f"id_prefix is {self.id_prefix!r}; expected {expected}")
        for tag in self.languages:
            if not _TAG.fullmatch(tag):
                raise ConfigError(f"languages has {tag!r}; expected BCP 47 tags as “en”")
        for name in ("publisher", "edition", "licence", "project"):
            if found := unwritable(getattr(self, name)):
                raise ConfigError(f"{name} has control characters ({found}); expected text")


def find_config(folder: Path) -> Path | None:
    """Return the nearest settings file of a folder or of those above it, None if there is none.

    In each folder `tei_cable.toml` comes before a `pyproject.toml` with a table for this tool.
    """
    for place in (folder, *folder.parents):
        own, project = place / DEFAULT_FILE, place / PROJECT_FILE
        if own.is_file():
            return own
        if project.is_file() and _TABLE in project.read_bytes():
            return project
    return None


def load_config(path: str | os.PathLike[str]) -> Config:
    """Read a `tei_cable.toml`, or the table `tool.tei_cable` of a `pyproject.toml`.

    Raises ConfigError if it can't be read or has an unknown key or a wrong type, TypeError if
    `path` is none.
    """
    path = path_of(path, "path")
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if path.name == PROJECT_FILE:
        table = _table(_table(table, "tool", path), "tei_cable", path)
    table.pop("rules", None)  # which rules count is for the validator, which reads it itself
    known = {field.name for field in fields(Config)}
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"{path}: unknown key {key!r}; expected {', '.join(sorted(known))}")
        if key == "authority":
            table[key] = _files(value, path)
            continue
        wanted = _TYPES.get(key, str)
        if type(value) is not wanted:
            raise ConfigError(f"{path}: {key} is {value!r}; expected a {wanted.__name__}")
    if not all(isinstance(tag, str) for tag in table.get("languages", [])):
        raise ConfigError(f"{path}: languages is {table['languages']!r}; expected a list of str")
    if "languages" in table:
        table["languages"] = tuple(table["languages"])
    return Config(**table)


def _table(tables: dict[str, Any], name: str, path: Path) -> dict[str, Any]:
    table = tables.get(name, {})
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: {name} is {table!r}; expected a table")
    return table


def _files(value: object, path: Path) -> tuple[str, ...]:
    """Return the files that a list names, those of relative names beside the configuration."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise ConfigError(f"{path}: authority is {value!r}; expected a list of files")
    return tuple(str(path.parent / item) for item in value)
