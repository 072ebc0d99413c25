"""How fast names and dates are recognised, and how the time grows with the document.

    python benchmarks/recognition.py [--pages 40] [--least 100000] [--doublings 3] [--seed 1]

The cables are made of an own vocabulary, with a name in about every tenth word and a date in about
every fiftieth; no two pages are the same. All times are of the processor, after as many other pages
have been converted. Printed are millions of characters recognised a second (persons, places,
organisations and dates, in a text that is read and whose brackets are), milliseconds for a whole
conversion a page of 4,096 characters, and the exponent k of the best fit of
seconds = c * length ** k for documents of growing length: 1 is linear.
"""

from __future__ import annotations

import argparse
import gc
import math
import random
import re
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from tei_cable import convert, decode
from tei_cable.annotators import ANNOTATORS, dates, organisations, persons, places
from tei_cable.model import Annotation
from tei_cable.readers import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tei_cable.cable import Cable
    from tei_cable.model import Source

_PAGE = 4096  # characters
_RECOGNISERS = (dates.annotate, places.annotate, organisations.annotate, persons.annotate)
_HEAD = (
    "November 2, 1962\n\nReport on the harbour\n\nCitation:\n\n"
    "“Report on the harbour,” November 2, 1962, PRC FMA 109-00777-03, 21-22.\n\n"
    "Summary:\n\nA report.\n\n"
)
_SYLLABLES = ("bar", "den", "kol", "lim", "mar", "nov", "pel", "rud", "sto", "tav", "ver", "zan")
_ENDINGS = ("ak", "ek", "ic", "in", "ov", "sky")
_FORENAMES = ("Anna", "Boris", "Carl", "Daniel", "Eva", "Felix", "Georg", "Helen", "Ivan", "Maria")
_TITLES = ("Ambassador", "Minister", "Comrade", "Mr.", "General", "Dr.")
_PLACES = ("Moscow", "Berlin", "London", "Prague", "Poland", "Hungary", "India", "Havana")
_BODIES = ("the Foreign Ministry", "the Ministry of Trade", "the Central Committee", "the Board")
_MONTHS = ("January", "March", "May", "July", "September", "November")
_WORDS = re.findall(
    r"\w+",
    "the talks on trade went on and they said that rice was not to be sent before the harbour is"
    " open again since the ships could not be loaded there while work on the quay goes slowly"
    " although more men have come to help with it as had been agreed between both sides at first",
)


def _name(rnd: random.Random) -> str:
    surname = rnd.choice(_SYLLABLES).title() + rnd.choice(_SYLLABLES) + rnd.choice(_ENDINGS)
    first = rnd.choice((f"{rnd.choice(_FORENAMES)} ", f"{rnd.choice(_TITLES)} ", "A. B. ", ""))
    return rnd.choice((first + surname, rnd.choice(_PLACES), rnd.choice(_BODIES)))


def _date(rnd: random.Random) -> str:
    month = rnd.choice(_MONTHS)
    day = rnd.randint(1, 28)
    return rnd.choice((f"on {day} {month} 1962", f"on {month} {day}", f"in {month} 1961", "today"))


def _sentence(rnd: random.Random) -> str:
    words = rnd.choices(_WORDS, k=rnd.randint(12, 28))
    for _ in range(len(words) // 10):
        words[rnd.randrange(1, len(words))] = _name(rnd)
    if rnd.random() < len(words) / 50:
        words.append(_date(rnd))
    if rnd.random() < 1 / 8:
        words[-1] = f"[{words[-1]}]"
    return f"{words[0].capitalize()} {' '.join(words[1:])}."


def _cable(length: int, rnd: random.Random) -> Source:
    """Return a cable of about so many characters."""
    pieces = [_HEAD]
    size = 0
    while size < length:
        paragraph = " ".join(_sentence(rnd) for _ in range(rnd.randint(2, 7)))
        pieces.append(f"{paragraph}\n\n")
        size += len(paragraph) + 2
    return decode("".join(pieces).encode(), "benchmark.txt")


def _read(source: Source) -> Cable:
    """Return a cable with all that is annotated before names and dates are."""
    cable = read(source)
    for annotator in ANNOTATORS[: ANNOTATORS.index(dates.annotate)]:
        made = tuple(item for item in annotator(cable) if isinstance(item, Annotation))
        cable = replace(cable, annotations=(*cable.annotations, *made))
    return cable


def _recognition(cable: Cable) -> float:
    gc.collect()
    start = time.process_time()
    for recognise in _RECOGNISERS:
        for _ in recognise(cable):
            pass
    return time.process_time() - start


def _conversion(source: Source) -> float:
    gc.collect()
    start = time.process_time()
    convert(source)
    return time.process_time() - start


def exponent(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """Return k of the least-squares fit of seconds = c * size ** k."""
    xs, ys = [math.log(n) for n in sizes], [math.log(s) for s in seconds]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    across = sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True))
    return across / sum((x - x_mean) ** 2 for x in xs)


def _pages(number: int, rnd: random.Random) -> None:
    for _ in range(number):
        convert(_cable(_PAGE, rnd))
    pages = [_cable(_PAGE, rnd) for _ in range(number)]
    whole = sum(map(_conversion, pages))
    cables = [_read(page) for page in pages]
    recognised = sum(map(_recognition, cables))
    length = sum(len(cable.text) for cable in cables)
    print(f"recognition  {length / recognised / 1e6:8.2f} MB/s")
    print(f"conversion   {whole / length * _PAGE * 1000:8.2f} ms a page of {_PAGE} characters")


def _growth(least: int, doublings: int, rnd: random.Random) -> None:
    lengths, recognised, whole = [], [], []
    for doubling in range(doublings + 1):
        source = _cable(least << doubling, rnd)
        cable = _read(source)
        lengths.append(len(cable.text))
        recognised.append(_recognition(cable))
        whole.append(_conversion(source))
        print(f"{lengths[-1]:>9} characters {recognised[-1]:8.3f} s {whole[-1]:8.3f} s")
    print(f"exponent     {exponent(lengths, recognised):8.2f}   {exponent(lengths, whole):8.2f}")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pages", type=int, default=40)
    parser.add_argument("--least", type=int, default=100_000)
    parser.add_argument("--doublings", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rnd = random.Random(options.seed)  # noqa: S311 (no secret)
    _pages(options.pages, rnd)
    _growth(options.least, options.doublings, rnd)


if __name__ == "__main__":
    main()
