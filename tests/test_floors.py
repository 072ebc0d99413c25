"""The floor plan: imports run downwards, and neighbours on a floor do not import each other."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path("tei_cable")
# the package's own names, from the top down; its `__init__` imports what is asked of it, on use
FLOORS = (
    {"__main__"},
    {"cli"},
    {"batch"},
    {"pipeline", "verification", "explanation", "evaluation"},
    {"fidelity", "reporters"},
    {"readers", "annotators", "tei", "validation"},
    {"source", "nest", "encoded", "view", "languages", "report", "dates", "rule_pages", "schema"}
    | {"grounds", "notes", "config", "writing"},
    {"extraction", "authority", "cable", "date_windows", "sidecar"},
    {"date_forms"},
    {"date_context", "date_values", "findings", "metadata"},
    {"offsets", "spans"},
    {"model"},
    {"kinds", "characters", "errors", "arguments", "processors"},
)
FLOOR = {name: number for number, names in enumerate(FLOORS) for name in names}


def _imports() -> Iterator[tuple[str, str]]:
    """Yield who imports whom, by the names of modules and packages of the first level."""
    for path in sorted(PACKAGE.rglob("*.py")):
        who = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and who != "__init__":
                package, *rest = node.module.split(".")
                names = rest[:1] or [alias.name for alias in node.names]
                if package == PACKAGE.name:
                    yield from ((who, name) for name in names if name != "__version__")


def test_every_module_has_its_floor() -> None:
    """What is new is put somewhere, and what is gone is taken out."""
    found = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"}
    found |= {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert found - {"__init__"} == set(FLOOR)


def test_imports_run_downwards() -> None:
    """No module imports one of its own floor, or of one above."""
    found = set(_imports())
    assert ("cli", "pipeline") in found
    assert not {(a, b) for a, b in found if a != b and FLOOR[a] >= FLOOR[b]}
