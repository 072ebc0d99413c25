"""What `convert` and `verify` ask about a source: its format, and what it does not say itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from tei_cable.errors import ConfigError, SourceError

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
_SIDECAR = ".yaml"


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

    The sidecar of `cable.txt` is `cable.yaml` or `cable.txt.yaml` beside it. ConfigError if a
    setting is no `KEY=VALUE`; SourceError if the sidecar cannot be read.
    """
    fields = dict(_sidecar(source.name))
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals or not key.strip() or not value.strip():
            raise ConfigError(f"--set {setting} is no field; expected KEY=VALUE")
        fields[key.strip()] = value.strip()
    if title:
        fields["title"] = title
    return replace(source, reader=reader or "", stated=tuple(fields.items()))


def _sidecar(name: str) -> list[tuple[str, str]]:
    path = Path(name)
    if not path.is_file():
        return []
    beside = (path.with_suffix(_SIDECAR), path.with_name(path.name + _SIDECAR))
    file = next((f for f in beside if f.is_file() and f != path), None)
    return _read(file) if file else []


def _read(file: Path) -> list[tuple[str, str]]:
    import yaml  # noqa: PLC0415 (only a sidecar needs it)

    try:
        root = yaml.compose(file.read_text("utf-8"), Loader=yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        problem = " ".join(str(error).split())
        raise SourceError(str(file), problem, "fields as YAML: 'title: ...'") from error
    if root is None:
        return []
    pairs = root.value if isinstance(root, yaml.MappingNode) else [(root, root)]
    found = []
    for key, value in pairs:
        if not isinstance(value, yaml.ScalarNode) or key is value:
            line = value.start_mark.line + 1
            problem = f"line {line}: a field has no single value"
            raise SourceError(str(file), problem, "fields as YAML: 'title: ...'")
        if value.value.strip():
            found.append((str(key.value), value.value))
    return found
