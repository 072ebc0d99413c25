"""What `convert` and `verify` ask about a source: its format, and what it does not say itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tei_cable.characters import unwritable
from tei_cable.errors import ConfigError
from tei_cable.sidecar import fields_of, read_sidecar, sidecar_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tei_cable.model import Source

_Command = TypeVar("_Command", bound="Callable[..., None]")
FORMATS = (
    "archive-record",
    "html",
    "archive-page",
    "archive-flat",
    "archive-old-site",
    "archive-new-site",
    "archive-sheet",
    "front-matter",
    "telegram",
    "key-value",
    "pdf",
    "docx",
    "plain",
)


def source_options(command: _Command) -> _Command:
    """Add `--from`, `--title` and `--set` to a command."""
    for option in (
        click.option(
            "--set",
            "settings",
            multiple=True,
            metavar="KEY=VALUE",
            help="A field that the source lacks (date=1962-11-02); may be repeated.",
        ),
        click.option("--title", help="The document's title, if the source has none."),
        click.option(
            "--from",
            "reader",
            type=click.Choice(FORMATS),
            help="The source's format (default: by its content).",
        ),
    ):
        command = option(command)
    return command


def stated(
    source: Source, reader: str | None, title: str | None, settings: Sequence[str]
) -> Source:
    """Return a source with what the user says of it, and what its sidecar file says.

    ConfigError if a setting is no `KEY=VALUE`, or has characters that XML cannot hold; SourceError
    if the sidecar cannot be read.
    """
    fields = dict(_sidecar(source.name))
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise ConfigError(f"--set {setting} is no field; expected KEY=VALUE")
        fields[key.strip()] = _writable(f"--set {key}", value.strip(), key)
    if title:
        fields["title"] = _writable("--title", title)
    return replace(source, reader=reader or "", stated=tuple(fields.items()))


def _writable(option: str, value: str, key: str = "") -> str:
    if found := unwritable(key + value):
        raise ConfigError(f"{option} has the character {found}, which XML cannot hold")
    return value


def _sidecar(name: str) -> tuple[tuple[str, str], ...]:
    path = Path(name)
    file = sidecar_of(path) if path.is_file() else None
    return fields_of(read_sidecar(file), str(file)) if file else ()
