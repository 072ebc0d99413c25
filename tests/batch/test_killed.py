"""A program that is killed: its workers end, and its output is free for the next run."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tei_cable import Config
from tei_cable.batch.manifest import Manifest, versions
from tei_cable.batch.run import MANIFEST

STUCK = """
import sys
from pathlib import Path
from tei_cable import Config
from tei_cable.batch.engine import Processes
from tei_cable.batch.items import Item
from tei_cable.batch.run import convert_folder
from tests.batch.poison import stuck_work

if __name__ == "__main__":
    engine = Processes(jobs=1, work=stuck_work)
    convert_folder([Item("a", Path("a"), b"a")], Path(sys.argv[1]), Config(), engine=engine)
"""
UNGUARDED = STUCK.replace('if __name__ == "__main__":', "if True:")


def _script(folder: Path, text: str) -> list[str]:
    script = folder / "script.py"
    script.write_text(text)
    return [sys.executable, str(script), str(folder)]


def _is_there(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
    return state.rpartition(")")[2].split()[0] != "Z"


def _wait_for(happens: object, seconds: float = 60) -> bool:
    assert callable(happens)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not happens():
        time.sleep(0.05)
    return bool(happens())


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_workers_end_with_the_program_that_is_killed(tmp_path: Path) -> None:
    """SIGKILL for the program alone: its worker, though it hangs, ends, and the lock is free."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    process = subprocess.Popen(_script(tmp_path, STUCK), env=environment, stderr=subprocess.DEVNULL)
    file = tmp_path / "worker"
    assert _wait_for(lambda: file.exists() and file.read_text().endswith("\n"))
    worker = int(file.read_text())
    assert _is_there(worker)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with Manifest(tmp_path / MANIFEST, versions(Config())) as manifest:
        assert manifest.before == {}
    assert _wait_for(lambda: not _is_there(worker), 20)


def test_workers_that_die_as_they_start_are_an_error(tmp_path: Path) -> None:
    """A script that starts workers when it is imported says so, and does not go on for ever."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path.cwd()), *sys.path])}
    done = subprocess.run(
        _script(tmp_path, UNGUARDED), env=environment, check=False, capture_output=True, text=True
    )
    assert done.returncode == 1
    assert "the worker processes die as they start" in done.stderr.splitlines()[-1]
