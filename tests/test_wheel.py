"""The package as users get it: the wheel, alone in a clean environment."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def _run(*command: str | Path, cwd: Path) -> str:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(c) for c in command],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`tei-cable` from a wheel built by way of the sdist, in an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = (sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT)
    _run(*build, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / "bin" / "python"
    _run(python, "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return python.parent / "tei-cable"


def test_the_wheel_converts_validates_and_verifies(command: Path, tmp_path: Path) -> None:
    """Schema, authority files and word lists are in the wheel and are found there."""
    source = ROOT / "samples" / "wcda-115114" / "input.txt"
    _run(command, "convert", source, "-o", "cable.xml", cwd=tmp_path)
    _run(command, "validate", "cable.xml", cwd=tmp_path)
    _run(command, "verify", "cable.xml", source, cwd=tmp_path)


def test_the_wheel_finds_its_own_schema(command: Path, tmp_path: Path) -> None:
    """`schema path` points into the installed package, not into a checkout."""
    path = Path(_run(command, "schema", "path", "rng", cwd=tmp_path).strip())
    assert path.is_file()
    assert command.parent.parent in path.parents


def test_the_wheel_explains_rules_and_elements(command: Path, tmp_path: Path) -> None:
    """The pages of the rules and the ODD are in the wheel, and reports can quote them."""
    assert _run(command, "rule", "TC403", cwd=tmp_path).startswith("# TC403 invalid\n")
    assert _run(command, "schema", "show", "gap", cwd=tmp_path).startswith("<gap>  ")
    report = ("--quiet", "--format", "sarif", "--warn", "TC402", "-")
    done = subprocess.run(
        [command, "validate", *report], input="<TEI>", capture_output=True, text=True, check=False
    )
    assert '"id": "TC402"' in done.stdout
