"""Measure tei_cable beside its peers, and write the table of docs/benchmarks.md.

    python benchmarks/table.py [--documents 200] [--write docs/benchmarks.md]

All figures are of one run on one machine; processor time is compared, as ratios to a floor: what
lxml takes to parse, check and write the TEI that tei_cable makes. Seconds change with the machine,
ratios hardly: a regression is a ratio that grew.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import platform
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from corpus import documents, page
from peers import ROWS

from tei_cable import __version__, convert, decode

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROOT = Path(__file__).resolve().parent.parent
_LENGTHS = (4_000, 8_000, 16_000, 32_000, 64_000)  # characters
_ALONE = ["-m", "tei_cable", "convert"]


class Row(NamedTuple):
    """A measured row: seconds of a document, peak in MB; or why there are none."""

    name: str
    seconds: float = 0.0
    peak: float = 0.0
    missing: str = ""


def main() -> None:
    """Measure, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--write", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make(folder, options.documents, options.seed)
        lines = list(_page(folder, options.documents, options.seed))
    text = "\n".join(lines) + "\n"
    if options.write:
        options.write.write_text(text, "utf-8")
    print(text)


def _make(folder: Path, count: int, seed: int) -> None:
    (folder / "in").mkdir()
    (folder / "out").mkdir()
    for number, text in enumerate(documents(count, seed=seed, least=3500, most=4500)):
        (folder / "in" / f"{number:04}.txt").write_text(text, "utf-8")
        xml = convert(decode(text.encode(), f"{number:04}.txt")).xml
        (folder / "out" / f"{number:04}.xml").write_bytes(xml)


def _page(folder: Path, count: int, seed: int) -> Iterator[str]:
    size_in, size_out = (_size(folder / where) for where in ("in", "out"))
    rows = [_measured(name, folder) for name in ROWS]
    base = next(row.seconds for row in rows if row.name.startswith("floor"))
    yield "# How fast it is\n\n<!-- written by `make bench` -->\n"
    yield (
        f"tei_cable {__version__}, Python {platform.python_version()}, {_cores()} cores; {count} "
        f"documents of the\nbenchmark's own words, {size_in / count / 1000:.1f} KB each, seed "
        f"{seed}; {size_out / count / 1000:.1f} KB of TEI for each. All in one\nrun; processor "
        "time of many documents in one process, start not counted. The **floor** is\nlxml, which "
        "parses, checks and writes tei_cable's output. Seconds change with the machine; a\n"
        "regression is a ratio that grew.\n"
    )
    yield "| | ms a document | × floor | peak MB | what it does less |"
    yield "|---|---:|---:|---:|---|"
    yield from (_cells(row, base) for row in rows)
    yield "\n## One document, the whole process\n\n| | s | peak MB |\n|---|---:|---:|"
    yield from _whole(folder)
    yield "\n## Growth and processes\n"
    yield from _growth(seed)
    yield from _processes(folder)
    yield from _rate(rows, count, size_in, size_out)


def _cells(row: Row, base: float) -> str:
    if row.missing:
        return f"| {row.name} | | | | {row.missing} |"
    each, ratio = row.seconds * 1000, row.seconds / base
    return f"| {row.name} | {each:.2f} | {ratio:.1f} | {row.peak:.0f} | {ROWS[row.name][2]} |"


def _measured(name: str, folder: Path) -> Row:
    output, _, peak = _run([str(_ROOT / "benchmarks" / "peers.py"), name, str(folder)])
    found = json.loads(output.splitlines()[-1]) if output else {"missing": "fails"}
    each = found.get("seconds", 0.0) / found.get("documents", 1)
    return Row(name, each, peak, found.get("missing", ""))


def _run(arguments: Sequence[str], program: str = sys.executable) -> tuple[bytes, float, float]:
    """Run a program; return its output, the seconds that passed, and its greatest memory in MB."""
    started = time.perf_counter()
    process = subprocess.Popen(  # noqa: S603 (own commands)
        [program, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    )
    output = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return output, time.perf_counter() - started, used.ru_maxrss / 1024


def _whole(folder: Path) -> Iterator[str]:
    source = str(folder / "in" / "0000.txt")
    runs = {"tei_cable convert": (sys.executable, [*_ALONE, source])}
    try:
        import pypandoc  # noqa: PLC0415 (a peer)

        runs["pandoc -t tei"] = (pypandoc.get_pandoc_path(), ["-s", "-t", "tei", source])
    except ImportError:
        yield "| pandoc -t tei | pypandoc is not installed | |"
    for name, (program, arguments) in runs.items():
        three = sorted(_run(arguments, program)[1:] for _ in range(3))
        yield f"| {name} | {three[1][0]:.2f} | {three[1][1]:.0f} |"


def _growth(seed: int) -> Iterator[str]:
    seconds = []
    for length in _LENGTHS:
        text = page(random.Random(seed), length)  # noqa: S311 (no secret)
        source = decode(text.encode(), "long.txt")
        convert(source)
        started = time.process_time()
        convert(source)
        seconds.append(time.process_time() - started)
    xs, ys = [math.log(n) for n in _LENGTHS], [math.log(s) for s in seconds]
    x, y = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((a - x) * (b - y) for a, b in zip(xs, ys, strict=True))
    exponent = across / sum((a - x) ** 2 for a in xs)
    yield (
        f"* From {_LENGTHS[0]:,} to {_LENGTHS[-1]:,} characters, time grows with the length to the "
        f"power of\n  **{exponent:.2f}** (1 is linear)."
    )


def _processes(folder: Path) -> Iterator[str]:
    if _cores() < 2:
        yield "* Two processes against one: not measured, there is one core."
        return
    seconds = []
    for jobs in (1, 2):
        out = folder / f"tei-{jobs}"
        arguments = [*_ALONE, str(folder / "in"), "-o", str(out), "--jobs", str(jobs)]
        seconds.append(_run(arguments)[1])
    alone, both = seconds
    yield (
        f"* `convert -j 2` is **{alone / both:.2f}** times as fast as `-j 1`, start included "
        f"({alone:.1f} s, {both:.1f} s)."
    )


def _rate(rows: Sequence[Row], count: int, size_in: int, size_out: int) -> Iterator[str]:
    seconds = next(row.seconds for row in rows if row.name == "tei_cable convert")
    rate, million = 1 / seconds, 3_000_000
    speed = size_in / count * rate / 1e6
    hours, times = million / rate / 3600, million / count / 1e9
    yield (
        f"* A core converts **{rate:.0f} documents/s** ({speed:.2f} MB/s). Three "
        f"million such documents are\n  {hours:.0f} core hours, {times * size_in:.0f} "
        f"GB in and {times * size_out:.0f} GB out."
    )


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def _cores() -> int:
    return len(os.sched_getaffinity(0))


if __name__ == "__main__":
    main()
