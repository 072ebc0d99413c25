"""Convert an archive with five poisoned documents, undisturbed and disturbed, and compare.

    python benchmarks/archive.py --documents 100000 --folder /tmp/archive [--jobs 2]

N documents are made, and five that are not as they should be: one kills the worker that is given
it, one stalls it, one is no UTF-8, one is empty, one is large. All are converted twice with
`tei-cable convert`. In the second run a worker is killed, and twice the program itself (SIGKILL);
it goes on with `--resume`. Each statement that is printed is checked; the exit code is 1 if one
does not hold. Needs /proc.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus import documents, page

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ROOT = Path(__file__).resolve().parent.parent
_POISON = {
    "0000/crash.txt": "crashed",
    "0000/hang.txt": "timed-out",
    "0000/latin.txt": "failed",
    "0000/empty.txt": "failed",
    "0000/large.txt": "converted",
}
_LARGE = "0000/large.txt"
_MB = 1024  # kB


class Proof:
    """Statements, each printed with whether it holds."""

    def __init__(self) -> None:
        self.holds = True

    def __call__(self, statement: str, *, holds: bool) -> None:
        """Print a statement."""
        self.holds &= holds
        print(f"{'holds' if holds else 'FAILS'}  {statement}", flush=True)


class Run:
    """One output folder, and the program that works on it."""

    def __init__(self, options: argparse.Namespace, name: str) -> None:
        self.out = options.folder / name
        self.workers = options.folder / f"{name}-workers"
        self.workers.mkdir()
        self._options = options

    def start(self, *more: str) -> subprocess.Popen[bytes]:
        """Start the program."""
        options = self._options
        command = [sys.executable, str(_ROOT / "benchmarks" / "poisoned.py"), "convert"]
        command += [str(options.folder / "in"), "-o", str(self.out), "--date", "2026-01-31"]
        command += ["--jobs", str(options.jobs), "--timeout", str(options.timeout), *more]
        environment = {**os.environ, "WORKERS": str(self.workers), "PYTHONPATH": str(_ROOT)}
        errors = (self.out.parent / f"{self.out.name}.log").open("ab")
        return subprocess.Popen(command, env=environment, stderr=errors)  # noqa: S603 (own command)

    def lines(self) -> int:
        """Return how many lines the manifest has."""
        manifest = self.out / "manifest.jsonl"
        return manifest.read_bytes().count(b"\n") if manifest.exists() else 0

    def wait_for(self, process: subprocess.Popen[bytes], lines: int) -> bool:
        """Wait until the manifest has so many lines; False if the program ended before."""
        while self.lines() < lines:
            if process.poll() is not None:
                return False
            time.sleep(0.2)
        return True

    def statuses(self) -> Mapping[str, str]:
        """Return the last word of the manifest on each document."""
        lines = map(json.loads, (self.out / "manifest.jsonl").read_text("utf-8").splitlines())
        return {line["name"]: line["status"] for line in lines if "name" in line}

    def differing(self, other: Run) -> list[str]:
        """Return the files here that are not the same in another run, large.xml left out."""
        names = [path.relative_to(self.out) for path in self.out.rglob("*.xml")]
        return [
            str(name)
            for name in names
            if name.stem != Path(_LARGE).stem and not _same(self.out / name, other.out / name)
        ]

    def count(self) -> int:
        """Return how many TEI files there are."""
        return sum(1 for _ in self.out.rglob("*.xml"))

    def alive(self) -> list[int]:
        """Return the workers that are at work, the last started first."""
        pids = sorted((int(file.name) for file in self.workers.iterdir()), reverse=True)
        return [pid for pid in pids if Path("/proc", str(pid)).exists()]


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def main() -> int:
    """Make the documents, convert them twice, print what holds."""
    options = _options()
    shutil.rmtree(options.folder, ignore_errors=True)
    _timed(f"{options.documents} documents and 5 poisoned ones made", lambda: _make(options))
    proof = Proof()
    calm, disturbed = Run(options, "calm"), Run(options, "disturbed")
    seconds = _timed("converted undisturbed", lambda: _calm(calm, proof))
    rate = options.documents / seconds
    print(f"{'':7}{rate:.0f} documents/s, {rate / options.jobs:.0f} a process")
    _accounted(calm, options, proof)
    _memory(calm, proof)
    _timed("converted, disturbed", lambda: _disturbed(disturbed, calm, options, proof))
    _accounted(disturbed, options, proof)
    same = not disturbed.differing(calm) and not calm.differing(disturbed)
    proof("the files of the two runs are the same bytes", holds=same)
    if not options.keep:
        shutil.rmtree(options.folder)
    return 0 if proof.holds else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=2000)
    parser.add_argument("--folder", type=Path, default=Path("archive-benchmark"))
    parser.add_argument("--jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--timeout", type=float, default=90.0, help="seconds a document")
    parser.add_argument("--large", type=float, default=10.0, help="MB of the large document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", action="store_true", help="leave all files where they are")
    return parser.parse_args()


def _timed(what: str, do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    seconds = time.perf_counter() - started
    print(f"{'':7}{what}: {seconds:.1f} s", flush=True)
    return seconds


def _make(options: argparse.Namespace) -> None:
    for number, text in enumerate(documents(options.documents, seed=options.seed)):
        file = options.folder / "in" / f"{number // 1000:04}" / f"{number % 1000:03}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    good = next(documents(1, seed=options.seed)).encode()
    large = page(random.Random(options.seed), int(options.large * 1e6))  # noqa: S311 (no secret)
    poison = {"crash": good, "hang": good, "latin": good + b"caf\xe9", "empty": b""}
    for name, data in {**poison, "large": large.encode()}.items():
        (options.folder / "in" / "0000" / f"{name}.txt").write_bytes(data)


def _calm(run: Run, proof: Proof) -> None:
    code = run.start().wait()
    proof(f"undisturbed, the exit code is 1, since documents are bad ({code})", holds=code == 1)


def _disturbed(run: Run, calm: Run, options: argparse.Namespace, proof: Proof) -> None:
    process = run.start()
    if run.wait_for(process, options.documents // 5):
        os.kill(run.alive()[0], signal.SIGKILL)
    reached = run.wait_for(process, options.documents * 2 // 5)
    code = run.start("--resume").wait()
    proof(f"a second run in the same folder is refused with 2 ({code})", holds=code == 2)
    for share in (0.4, 0.7):
        reached = run.wait_for(process, int(options.documents * share)) and reached
        process.kill()
        process.wait()
        what = f"killed at {run.count()} of {calm.count()} files, none of them is half written"
        proof(what, holds=reached and not run.differing(calm))
        process = run.start("--resume")
    code = process.wait()
    proof(f"resumed to the end, the exit code is 1 ({code})", holds=code == 1)


def _accounted(run: Run, options: argparse.Namespace, proof: Proof) -> None:
    statuses = run.statuses()
    total = options.documents + len(_POISON)
    proof(f"{run.out.name}: {len(statuses)} of {total} documents are accounted for",
          holds=len(statuses) == total)  # fmt: skip
    for name, expected in _POISON.items():
        found = statuses.get(name)
        late = name == _LARGE and found == "timed-out"  # as it may be where much else goes on
        proof(f"{run.out.name}: {name} is {found}", holds=found == expected or late)
    good = [status for name, status in statuses.items() if name not in _POISON]
    converted = good.count("converted")
    what = f"{run.out.name}: all {options.documents} others are converted ({converted})"
    proof(what, holds=converted == options.documents)


def _memory(run: Run, proof: Proof) -> None:
    """Tell the memory of the workers that did not have the large document, and of the one."""
    most = 0
    for file in run.workers.iterdir():
        rows = [tuple(map(int, line.split())) for line in file.read_text().splitlines()]
        done = sum(row[0] for row in rows)
        large = next((n for n, row in enumerate(rows) if row[3]), None)
        before = rows if large is None else rows[:large]
        if before:
            fourth = before[len(before) // 4][1]
            print(
                f"{'':7}worker {file.name}: {done} documents; {fourth // _MB} MB after a fourth, "
                f"{before[-1][1] // _MB} MB at the end, {before[-1][2] // _MB} MB at most"
            )
            most = max(most, before[-1][2])
        if large is not None:
            print(
                f"{'':7}worker {file.name} had the large document: {rows[large][2] // _MB} MB at "
                f"most, {rows[large][1] // _MB} MB after it, {rows[-1][1] // _MB} MB at its end"
            )
    proof(f"workers with usual documents had {most // _MB} MB at most", holds=most < 200 * _MB)


if __name__ == "__main__":
    sys.exit(main())
