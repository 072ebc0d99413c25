"""What other projects run in their CI: the hooks of pre-commit, the GitHub action, the image."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_HOOKS = Path(__file__).with_name("hooks")
_ROOT = Path(__file__).resolve().parent.parent.parent
_SAMPLES = sorted(_ROOT.glob("samples/*/expected.xml"))


def hooks() -> dict[str, dict[str, str]]:
    """Return the hooks by their ids; the file holds a flat list of names and values."""
    found: dict[str, dict[str, str]] = {}
    for block in (_ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").split("- ")[1:]:
        fields = dict(re.findall(r"^\s*([a-z_]+): (.+)$", block, re.MULTILINE))
        found[fields["id"]] = fields
    return found


def run(entry: str, *files: Path, cwd: Path = _ROOT) -> subprocess.CompletedProcess[str]:
    """Run the exact command line of a hook; its program is the one that is tested."""
    program, *arguments = entry.split()
    assert program == "tei-cable"
    return subprocess.run(
        [sys.executable, "-m", "tei_cable", *arguments, *map(str, files)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_hooks_have_what_pre_commit_asks_for() -> None:
    """Each hook says what it runs, and on which files."""
    assert set(hooks()) == {"tei-cable-validate", "tei-cable-fix"}
    for fields in hooks().values():
        assert {"id", "name", "description", "entry", "language", "types"} <= fields.keys()
        assert (fields["language"], fields["types"]) == ("python", "[xml]")


@pytest.mark.parametrize("hook", hooks())
def test_a_hook_lets_good_files_pass(hook: str) -> None:
    """It ends in 0 and changes nothing: on the examples, and on our own samples."""
    files = [*sorted(_HOOKS.glob("positive/*.xml")), *_SAMPLES]
    before = [file.read_bytes() for file in files]
    done = run(hooks()[hook]["entry"], *files)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"{len(files)} files checked, {len(files)} valid, 0 errors\n"
    assert [file.read_bytes() for file in files] == before


@pytest.mark.parametrize("file", sorted(_HOOKS.glob("negative/*.xml")), ids=lambda file: file.stem)
def test_a_hook_stops_a_bad_file(file: Path) -> None:
    """Each example of this folder is named by the code that it breaks."""
    done = run(hooks()["tei-cable-validate"]["entry"], file)
    assert done.returncode == 1
    assert f": error {file.stem} " in done.stdout


def test_the_hook_that_mends_passes_once_all_is_mended(tmp_path: Path) -> None:
    """Pre-commit sees the change of the file; the next run finds nothing."""
    good = (_HOOKS / "positive" / "constructs.xml").read_text("utf-8")
    file = tmp_path / "a.xml"
    file.write_text(good.replace('rend="open"', 'rend="Open"'), "utf-8")
    assert run(hooks()["tei-cable-fix"]["entry"], file).returncode == 0
    assert file.read_text("utf-8") == good


@pytest.mark.skipif(shutil.which("bash") is None, reason="the action runs in bash")
@pytest.mark.parametrize(
    ("files", "options", "status", "said"),
    [
        ("positive", "", 0, ""),
        ("positive\nnegative/*.xml", "", 1, "::error file=negative/TC402.xml,line=1,"),
        ("negative/TC601.xml", "--warn=TC601\n\n", 0, "::warning file=negative/TC601.xml,"),
        ("gone*", "", 2, ""),
    ],
)
def test_the_action_runs_as_it_is_written(
    tmp_path: Path, files: str, options: str, status: int, said: str
) -> None:
    """Its script takes lists of files and options from the environment, and nothing else."""
    text = (_ROOT / "action.yml").read_text("utf-8")
    script = re.sub(r"^ {8}", "", text.rpartition("run: |\n")[2], flags=re.MULTILINE)
    assert "${{" not in script
    program = tmp_path / "tei_cable" / "bin" / "tei-cable"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tei_cable "$@"\n', "utf-8")
    program.chmod(0o755)
    given = {"FILES": files, "OPTIONS": options, "FORMAT": "github", "OUTPUT": ""}
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],  # noqa: S607 (as GitHub does)
        cwd=_HOOKS,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "RUNNER_TEMP": str(tmp_path), **given},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, said in done.stdout) == (status, True), done.stderr


def test_the_image_copies_what_the_wheel_is_made_of() -> None:
    """Each path that the Dockerfile copies is there, and nothing that the wheel needs is left."""
    text = (_ROOT / "Dockerfile").read_text("utf-8")
    lines = re.findall(r"^COPY (?!--from)(.+) \S+$", text, re.MULTILINE)
    copied = {path for line in lines for path in line.split()}
    assert [path for path in copied if not (_ROOT / path).exists()] == []
    project = (_ROOT / "pyproject.toml").read_text("utf-8")
    included = re.search(r"force-include\]\n((?:\".+\n)+)", project)
    assert included is not None
    assert set(re.findall(r'^"([^"]+)" =', included[1], re.MULTILINE)) <= copied
    assert {"pyproject.toml", "README.md", "LICENSE", "tei_cable"} <= copied
    assert 'ENTRYPOINT ["tei-cable"]' in text
