"""Measure `tei-cable validate`: one file, 1,000 files, a large file, files full of errors.

    python benchmarks/validate.py

Prints the wall time, the processor time and the greatest memory of each whole process.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_ROOT = Path(__file__).resolve().parent.parent
_SAMPLE = (_ROOT / "samples" / "wcda-115114" / "expected.xml").read_text("utf-8")
_START, _END = _SAMPLE.index('<p xml:id="p1"'), _SAMPLE.index("<closer")


def main() -> None:
    """Make the files in a temporary folder, and measure."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for what, path in _cases(folder):
            print(f"{what:32}{_measured(path)}")


def _cases(folder: Path) -> list[tuple[str, Path]]:
    (folder / "one.xml").write_text(_SAMPLE, "utf-8")
    (folder / "many").mkdir()
    small = _SAMPLE[:_START] + _paragraphs(1)[:4000].rpartition("<p ")[0] + _SAMPLE[_END:]
    for number in range(1000):
        (folder / "many" / f"{number:04}.xml").write_text(small, "utf-8")
    large = _SAMPLE[:_START] + _paragraphs(540) + _SAMPLE[_END:]
    (folder / "large.xml").write_text(large, "utf-8")
    cases = [("one file", folder / "one.xml"), ("1,000 files", folder / "many")]
    cases.append((f"{len(large) / 1e6:.1f} MB", folder / "large.xml"))
    for count in (10_000, 20_000, 40_000):
        path = folder / f"{count}.xml"
        wrong = '<p wrong="1">x</p>\n' * count
        path.write_text(_SAMPLE[:_START] + wrong + _SAMPLE[_END:], "utf-8")
        cases.append((f"{count:,} errors", path))
    return cases


def _paragraphs(times: int) -> str:
    block = re.sub(r'xml:id="p(\d+)" n="\d+"', r'xml:id="q{k}-\1" n="{k}\1"', _SAMPLE[_START:_END])
    return "".join(block.replace("{k}", str(k)) for k in range(1, times + 1))


def _measured(path: Path) -> str:
    start = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 (fixed arguments, no shell)
        [sys.executable, "-m", "tei_cable", "validate", str(path)],
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return (
        f"{wall:6.2f} s  processor {used.ru_utime + used.ru_stime:6.2f} s"
        f"  memory {used.ru_maxrss / 1024:4.0f} MB"
    )


if __name__ == "__main__":
    main()
