"""Which rules count: selected, ignored, or only warned of."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from tei_cable.config import PROJECT_FILE
from tei_cable.errors import ConfigError
from tei_cable.findings import RULES, Severity, finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from tei_cable.findings import Finding

_ALWAYS = frozenset(("TC401", "TC402"))
_KEYS = ("select", "ignore", "warn")


@dataclass(frozen=True, slots=True)
class Selection:
    """Rules by code (`TC601`), beginning of a code (`TC6`) or name (`dangling-pointer`).

    `select` empty means all. What can't be read (TC401, TC402) is reported even if it isn't
    selected, unless its whole code is ignored: a file that was not checked must not look clean.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for key in _KEYS:
            for entry in getattr(self, key):
                if not codes_of(entry):
                    raise ConfigError(
                        f"{key}: {entry!r} is no rule; `tei-cable rule` lists all of them"
                    )

    def keeps(self, code: str) -> bool:
        """Return whether findings of this code are reported."""
        if code in _ALWAYS:
            return code not in self.ignore and RULES[code].name not in self.ignore
        selected = not self.select or any(code in codes_of(entry) for entry in self.select)
        return selected and not any(code in codes_of(entry) for entry in self.ignore)

    def apply(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings that count, those of `warn` as warnings."""
        for item in findings:
            if not self.keeps(item.code):
                continue
            demoted = any(item.code in codes_of(entry) for entry in self.warn)
            grave = item.severity is Severity.ERROR
            yield replace(item, severity=Severity.WARNING) if demoted and grave else item

    def unused(self, codes: Iterable[str], file: str = "") -> Iterator[Finding]:
        """Yield a finding for each entry of `ignore` that none of these codes falls under."""
        seen = frozenset(codes)
        for entry in dict.fromkeys(self.ignore):
            if not seen & codes_of(entry):
                message = f"Nothing was found that the ignored rule {entry} would report."
                yield finding("TC405", message, file=file, fix=f"take {entry} off the list")


@cache
def codes_of(entry: str) -> frozenset[str]:
    """Return the codes that an entry stands for; none if it is no rule."""
    if not entry:
        return frozenset()
    return frozenset(c for c, r in RULES.items() if c.startswith(entry) or r.name == entry)


def load_selection(path: Path) -> Selection:
    """Read the table `rules` of a `tei_cable.toml`, or `tool.tei_cable.rules` of a pyproject.toml.

    ConfigError if it can't be used.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    if path.name == PROJECT_FILE:
        table = table.get("tool", {}).get("tei_cable", {})
    try:
        return _read(table.get("rules", {}))
    except ConfigError as error:
        raise ConfigError(f"{path}: rules: {error}") from error


def _read(table: Mapping[str, object]) -> Selection:
    if not isinstance(table, dict):
        raise ConfigError(f"found {table!r}; expected a table")
    entries: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"unknown key {key!r}; expected {', '.join(_KEYS)}")
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            raise ConfigError(f"{key} is {value!r}; expected a list of rules")
        entries[key] = tuple(value)
    return Selection(**entries)
