"""The sidecar of a source: a file of fields beside it, which say what the source does not.

The sidecar of `cable.txt` is `cable.yaml` or `cable.txt.yaml` in the same folder.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tei_cable.characters import unwritable
from tei_cable.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import yaml

SUFFIX = ".yaml"
_EXPECTED = "fields as YAML: 'title: ...'"


def sidecar_of(path: Path) -> Path | None:
    """Return the sidecar of a source file, None if it has none."""
    beside = (path.with_suffix(SUFFIX), path.with_name(path.name + SUFFIX))
    return next((file for file in beside if file != path and file.is_file()), None)


def read_sidecar(path: Path) -> bytes:
    """Return the bytes of a sidecar; SourceError if it can't be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), error.strerror or "cannot be read", _EXPECTED) from error


def fields_of(data: bytes, name: str) -> tuple[tuple[str, str], ...]:
    """Return the fields of a sidecar in order, blank ones left out; `name` is the file's.

    SourceError, with the line, if it is no YAML, a field is no single value, or a character
    cannot be written in XML.
    """
    if not data.strip():
        return ()
    import yaml  # noqa: PLC0415 (only a sidecar needs it)

    try:
        text = data.decode("utf-8-sig")
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise _error(name, line, f"a byte is not UTF-8 ({error.reason})") from error
    except yaml.MarkedYAMLError as error:
        raise _no_yaml(name, error) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, int(error.position)) + 1
        character = f"U+{ord(text[int(error.position)]):04X}"
        raise _error(name, line, f"YAML has no place for the character {character}") from error
    except RecursionError as error:
        raise SourceError(name, "it is nested too deep", _EXPECTED) from error
    return tuple(_fields(root, name)) if root is not None else ()


def _fields(root: yaml.Node, name: str) -> Iterator[tuple[str, str]]:
    import yaml  # noqa: PLC0415 (as above)

    if not isinstance(root, yaml.MappingNode):
        raise _error(name, root.start_mark.line + 1, "there is no field")
    for key, value in root.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            raise _error(name, line, "the name of a field is no single value")
        if not isinstance(value, yaml.ScalarNode):
            raise _error(name, value.start_mark.line + 1, "a field has no single value")
        if found := unwritable(key.value + value.value):
            raise _error(name, line, f"XML cannot hold the character {found}")
        if value.value.strip():
            yield key.value, value.value


def _error(name: str, line: int, problem: str) -> SourceError:
    return SourceError(name, f"line {line}: {problem}", _EXPECTED)


def _no_yaml(name: str, error: yaml.MarkedYAMLError) -> SourceError:
    what = " ".join((error.problem or error.context or "it cannot be read").split())
    mark = error.problem_mark or error.context_mark
    place = f"line {mark.line + 1}, column {mark.column + 1}: " if mark else ""
    return SourceError(name, f"{place}this is no YAML ({what})", _EXPECTED)
