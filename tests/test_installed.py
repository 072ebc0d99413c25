"""What the image and the action install, by their own lines, in an environment of its own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_ROOT = Path(__file__).parent.parent
_DOCKERFILE = (_ROOT / "Dockerfile").read_text("utf-8")


def copied(folder: Path) -> Path:
    """Return a folder with what the Dockerfile copies to build from, and nothing else."""
    for names, to in re.findall(r"^COPY (?!--from)(.+) (\S+)$", _DOCKERFILE, re.MULTILINE):
        for name in names.split():
            target = folder / (name if to == "./" else to)
            target.parent.mkdir(parents=True, exist_ok=True)
            if (_ROOT / name).is_dir():
                shutil.copytree(_ROOT / name, target)
            else:
                shutil.copy(_ROOT / name, target)
    return folder


def of_the_image(source: Path, folder: Path) -> str:
    """Return the line of the Dockerfile that installs, with a folder of the test for its own."""
    (line,) = re.findall(r"^RUN (python -m venv .+)$", _DOCKERFILE, re.MULTILINE)
    line = str(line).replace("/opt/tei_cable", str(folder / "tei_cable"))
    return f"cd '{source}' && {line.replace('python -m venv', f'{sys.executable} -m venv')}"


def of_the_action(source: Path, folder: Path) -> str:
    """Return the line of the action that installs, with what GitHub sets."""
    text = (_ROOT / "action.yml").read_text("utf-8")
    (line,) = re.findall(r"^ +run: (python3 -m venv .+)$", text, re.MULTILINE)
    return f"export ACTION_PATH='{source}' RUNNER_TEMP='{folder}'; {line}"


@pytest.mark.parametrize("install", [of_the_image, of_the_action], ids=["image", "action"])
def test_the_line_that_installs_makes_a_program_that_runs(
    install: Callable[[Path, Path], str], tmp_path: Path
) -> None:
    """The program finds its schema and the pages of its rules, and the licence is with it."""
    source = copied(tmp_path / "source")
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}

    def run(*command: str) -> str:
        done = subprocess.run(
            command, cwd=tmp_path, env=clean, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    run("bash", "-e", "-c", install(source, tmp_path))
    program = str(tmp_path / "tei_cable" / "bin" / "tei-cable")
    run(program, "validate", str(_ROOT / "samples" / "wcda-115114" / "expected.xml"))
    assert run(program, "rule", "TC403").startswith("# TC403 invalid\n")
    licences = tmp_path.glob("tei_cable/lib/*/site-packages/tei_cable-*/licenses/*")
    assert {path.name for path in licences} == {"LICENSE", "NOTICE"}
