"""The page of each rule: what it checks, why, an example, and how to mend it."""

from __future__ import annotations

from pathlib import Path

from tei_cable.errors import ConfigError

_PACKAGE = Path(__file__).resolve().parent
_PLACES = (_PACKAGE / "rules", _PACKAGE.parent / "docs" / "rules")


def rule_page(code: str) -> str:
    """Return the page of a rule as Markdown; ConfigError when the installation lacks it."""
    for place in _PLACES:
        path = place / f"{code}.md"
        if path.is_file():
            return path.read_text("utf-8")
    raise ConfigError(f"the page of {code} is not installed")
