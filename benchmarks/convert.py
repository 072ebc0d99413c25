"""How long each stage of a conversion takes, and whether the time is linear in the text.

    python benchmarks/convert.py [--sizes 4 100 300 1000] [--seed 1]

A letter of each size (in thousands of characters) is made, and converted. The table has the
milliseconds of processor time of each stage for 4,096 characters, the best of a few runs; below is
the exponent k of the best fit of seconds = c * size ** k over the sizes from 100 on: 1 is linear.
"""

from __future__ import annotations

import argparse
import math
import random
import time
from typing import TYPE_CHECKING

from corpus import PAGE_HEAD, PAGE_WORDS

from tei_cable import decode, pipeline, validate

if TYPE_CHECKING:
    from collections.abc import Callable

_NAMES = (
    "Ambassador Shang Baode",
    "the Ministry of Foreign Affairs",
    "Washington",
    "on 3 October 1962",
    "[the delegation]",
    "com[munist]",
)
_STAGES = ("read", "annotate", "correspondence", "nest", "to_tei", "_check", "serialize")
_LARGE = 100


def letter(size: int, rnd: random.Random) -> str:
    """Return a page whose text has about so many characters, a name or bracket in every line."""
    paragraphs, length = [], 0
    while length < size:
        words = [rnd.choice(_NAMES if rnd.random() < 0.1 else PAGE_WORDS) for _ in range(90)]
        paragraphs.append(f"They wrote that {' '.join(words)}.")
        length += len(paragraphs[-1])
    return PAGE_HEAD + "\n\n".join(paragraphs) + "\n"


def _timed(
    call: Callable[..., object], spent: dict[str, float], name: str
) -> Callable[..., object]:
    def timed(*args: object, **named: object) -> object:
        start = time.process_time()
        made = call(*args, **named)
        spent[name] = spent.get(name, 0) + time.process_time() - start
        return made

    return timed


def measured(text: str) -> dict[str, float]:
    """Return the seconds of each stage of converting and validating a text."""
    source = decode(text.encode(), "benchmark.txt")
    spent: dict[str, float] = {}
    own = {name: getattr(pipeline, name) for name in _STAGES}
    try:
        for name, call in own.items():
            setattr(pipeline, name, _timed(call, spent, name))
        made = pipeline.convert(source)
    finally:
        for name, call in own.items():
            setattr(pipeline, name, call)
    _timed(validate, spent, "validate")(made.xml, "benchmark.xml")
    return spent


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", type=int, nargs="+", default=[4, 100, 300, 1000])
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rnd = random.Random(options.seed)  # noqa: S311 (no secret)
    rows = []
    for size in options.sizes:
        text = letter(size * 1000, rnd)
        runs = [measured(text) for _ in range(20 if size < _LARGE else 1)]
        best = {name: min(run[name] for run in runs) for name in runs[0]}
        rows.append((len(text), best))
    stages = list(rows[0][1])
    print("stage".ljust(16), *(f"{length:>9,}" for length, _ in rows), "   exponent")
    for stage in [*stages, "all"]:
        taken = [best[stage] if stage in best else sum(best.values()) for _, best in rows]
        shown = (f"{s / n * 4096e3:>9.2f}" for (n, _), s in zip(rows, taken, strict=True))
        large = [(n, s) for (n, _), s in zip(rows, taken, strict=True) if n >= _LARGE * 1000]
        print(stage.strip("_").ljust(16), *shown, f"{exponent(large):>10.2f}")


def exponent(points: list[tuple[int, float]]) -> float:
    """Return k of the least-squares fit of seconds = c * size ** k; not a number for one point."""
    if len(points) < 2:
        return math.nan
    xs, ys = [math.log(n) for n, _ in points], [math.log(max(s, 1e-6)) for _, s in points]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return across / sum((x - x_mean) ** 2 for x in xs)


if __name__ == "__main__":
    main()
