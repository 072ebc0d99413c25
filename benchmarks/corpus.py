"""Documents for measurements: cables that nobody wrote, the same for the same seed.

Each has the fields of an archive's page, and a text with names, dates, quotations and brackets of
the common kinds.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE_HEAD = (
    "November 2, 1962\n\nReport on the harbour\n\nCitation:\n\n"
    "“Report on the harbour,” November 2, 1962, PRC FMA 109-00777-03, 21-22.\n\n"
    "Summary:\n\nA report.\n\n"
)
PAGE_WORDS = [
    "the",
    "talks",
    "on",
    "trade",
    "went",
    "on",
    "and",
    "they",
    "said",
    "that",
    "rice",
    "was",
    "not",
    "to",
    "be",
    "sent",
]

_POSTS = ("Warsaw", "Prague", "Budapest", "Ulaanbaatar", "Sofia", "Hanoi", "Belgrade", "Moscow")
_SUBJECTS = ("the Harvest", "Rail Freight", "the Coal Talks", "a Visit of Doctors", "the Ferry")
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August")
_WHO = (
    "Comrade Adamski",
    "Ambassador Holm",
    "Minister Petrov",
    "[Deputy Foreign Minister] Novak",
    "Deng [Xiaoping]",
    "the Embassy",
    "the Foreign Ministry",
    "Consul General Brandt",
    "Nikita Khrushchev",
    "Secretary [Jan] Kowal",
)
_DID = (
    "said that the wagons would come on {day}",
    "asked for {n} tons of rice, and was told that there were none",
    "went from {post} to {other} with the delegation",
    "did not answer the letter of {day}",
    "thought the price [of coal] too high for {n} mines",
    "told us “the matter is closed” before leaving {post}",
    "wished to see the lists [sic] once more",
    "signed for the ministry [one word illegible] in {post}",
    "spoke for {n} minutes on the agreement with {other}",
    "sent the papers back to {post} [...] without a word",
    "heard that the PLA [People's Liberation Army] had lent {n} lorries",
)
_PAGE = """{day}

Cable from the Chinese Embassy in {post}, 'On {subject}'

Citation:

“Cable from the Chinese Embassy in {post}, 'On {subject}',” {day}, PRC FMA 109-{box:05}-{item:02}, \
{first}-{last}. Translated by Ada Brook.

Summary:

A report on {summary}, sent by the embassy in {post}.

Original Language:

Chinese

Contents:

Translation - English

Foreign Ministry:

{text}

Embassy in {post}

{day}
"""


def documents(count: int, *, seed: int = 1, least: int = 500, most: int = 1000) -> Iterator[str]:
    """Yield pages whose texts have between `least` and `most` characters."""
    for number in range(count):
        rnd = random.Random(f"{seed} {number}")  # noqa: S311 (no secret)
        yield page(rnd, rnd.randint(least, most))


def page(rnd: random.Random, length: int) -> str:
    """Return a page whose text has about `length` characters."""
    post, subject = rnd.choice(_POSTS), rnd.choice(_SUBJECTS)
    first = rnd.randint(1, 90)
    return _PAGE.format(
        day=_day(rnd),
        post=post,
        subject=subject,
        summary=subject.lower(),
        box=rnd.randint(100, 4000),
        item=rnd.randint(1, 9),
        first=first,
        last=first + 2,
        text=text(rnd, length),
    )


def text(rnd: random.Random, length: int) -> str:
    """Return paragraphs of some sentences each, `length` characters at most and little less."""
    paragraphs, left = [], length
    while left > 0:
        sentences = [_sentence(rnd) for _ in range(rnd.randint(2, 6))]
        paragraph = " ".join(sentences)[:left].rpartition(" ")[0].rstrip(".") or "Received"
        paragraphs.append(f"{paragraph}.")
        left -= len(paragraph) + 3
    return "\n\n".join(paragraphs)


def _sentence(rnd: random.Random) -> str:
    post, other = rnd.sample(_POSTS, 2)
    did = rnd.choice(_DID).format(day=_day(rnd), n=rnd.randint(2, 900), post=post, other=other)
    who = rnd.choice(_WHO)
    return f"{who[0].upper()}{who[1:]} {did}."


def _day(rnd: random.Random) -> str:
    return f"{rnd.choice(_MONTHS)} {rnd.randint(1, 28)}, {rnd.randint(1950, 1969)}"
