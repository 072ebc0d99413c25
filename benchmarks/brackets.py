"""How long a document takes to convert as its brackets grow in number.

    python benchmarks/brackets.py [--least 1000] [--doublings 4] [--seed 1] [SHAPE ...]

Each shape is a way for brackets to be many; a document of n, 2n, 4n ... brackets of it is made,
read and converted. The table has the seconds of processor time of each, and the exponent k of the
best fit of seconds = c * n ** k: 1 is linear.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import time
from typing import TYPE_CHECKING

from corpus import PAGE_HEAD, PAGE_WORDS

from tei_cable import convert, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_BRACKETS = (
    "[the delegation]",
    "[it]",
    "com[munist]",
    "[Nikita] Khrushchev",
    "Beiping [Beijing]",
    "22 [November]",
    "[sic]",
    "[?]",
    "[troops?]",
    "[one word missing]",
    "[...]",
    "[Translator's note: so in the text]",
    "PLA [People's Liberation Army]",
)


def _mixed(n: int, rnd: random.Random) -> list[str]:
    return [f"{rnd.choice(PAGE_WORDS)} {rnd.choice(_BRACKETS)}" for _ in range(n)]


def _one_paragraph(n: int, rnd: random.Random) -> str:
    return " ".join(_mixed(n, rnd))


def _many_paragraphs(n: int, rnd: random.Random) -> str:
    return ".\n\n".join(_mixed(n, rnd))


def _stray_opening(n: int, rnd: random.Random) -> str:
    return " ".join(f"[{rnd.choice(PAGE_WORDS)} and" for _ in range(n))


def _stray_closing(n: int, rnd: random.Random) -> str:
    return " ".join(f"{rnd.choice(PAGE_WORDS)}] and" for _ in range(n))


def _stray_remarks(n: int, rnd: random.Random) -> str:
    return " ".join(f"[Translator's note: {rnd.choice(PAGE_WORDS)} and" for _ in range(n))


def _nested(n: int, rnd: random.Random) -> str:
    return "[very " * n + rnd.choice(PAGE_WORDS) + " old]" * n


def _nests(n: int, rnd: random.Random) -> str:
    return " ".join(
        "[very [old [and [tired] men] of] the] sea " + rnd.choice(PAGE_WORDS) for _ in range(n // 4)
    )


def _quoted(n: int, rnd: random.Random) -> str:
    return " ".join(f'"{rnd.choice(PAGE_WORDS)} [said "it" to] them"' for _ in range(n))


def _over_paragraphs(n: int, rnd: random.Random) -> str:
    return " ".join(f"[{rnd.choice(PAGE_WORDS)} and\n\nthen] so." for _ in range(n))


SHAPES: dict[str, Callable[[int, random.Random], str]] = {
    "one-paragraph": _one_paragraph,
    "many-paragraphs": _many_paragraphs,
    "stray-opening": _stray_opening,
    "stray-closing": _stray_closing,
    "stray-remarks": _stray_remarks,
    "nested": _nested,
    "nests": _nests,
    "quoted": _quoted,
    "over-paragraphs": _over_paragraphs,
}


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return k of the least-squares fit of seconds = c * size ** k."""
    xs, ys = [math.log(n) for n in sizes], [math.log(s) for s in seconds]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return across / sum((x - x_mean) ** 2 for x in xs)


def _seconds(text: str) -> float:
    source = decode(text.encode(), "benchmark.txt")
    gc.collect()
    start = time.process_time()
    convert(source)
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--least", type=int, default=1000)
    parser.add_argument("--doublings", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"of {', '.join(SHAPES)}")
    options = parser.parse_args()
    sizes = [options.least * 2**step for step in range(options.doublings + 1)]
    print("shape".ljust(18), *(f"{n:>9}" for n in sizes), "  exponent")
    for name in options.shapes or SHAPES:
        rnd = random.Random(options.seed)  # noqa: S311 (no secret)
        seconds = [_seconds(f"{PAGE_HEAD}{SHAPES[name](n, rnd)}.\n") for n in sizes]
        row = " ".join(f"{s:>8.2f}s" for s in seconds)
        print(name.ljust(18), row, f"{exponent(sizes, seconds):>9.2f}", flush=True)


if __name__ == "__main__":
    main()
