"""Those who took part in a conversation, where a heading announces them one below the other.

`Present: A, B and C` in one line stays a paragraph with names, as editors leave it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.annotators.lines import bare, count, ends_sentence
from tei_cable.annotators.name_words import may_be_name
from tei_cable.annotators.persons import hits
from tei_cable.annotators.seen import are_free, seen_blocks
from tei_cable.annotators.signatures import has_office
from tei_cable.kinds import HEAD, ITEM, PARTICIPANTS
from tei_cable.model import Annotation, Certainty, Numbered, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tei_cable.cable import Cable

_HEADING = re.compile(
    r"(?:list of )?participants|(?:also |those )?present|in attendance|attendees|attended by"
    r"|members? of the delegations?",
    re.IGNORECASE,
)
_BLOCKS = 40  # from the beginning, among which the heading stands
_LONGEST = 25  # words of a name with its offices
_FEWEST = 2


def annotate(cable: Cable) -> Iterator[Annotation]:
    """Yield the list of participants near the beginning, with its heading and items, if any."""
    seen = seen_blocks(cable)
    rows = [block.of(cable.text) for block in cable.blocks[: 2 * _BLOCKS]]
    for number, row in enumerate(rows[:_BLOCKS]):
        if not _HEADING.fullmatch(bare(row).text.rstrip(": ")):
            continue
        end = _end(rows, number + 1)
        blocks = cable.blocks[number:end]
        if end - number > _FEWEST and end < len(cable.blocks) and are_free(blocks, seen):
            whole = Span(blocks[0].start, blocks[-1].end)
            yield Annotation(whole, PARTICIPANTS, "participants.list")
            yield Annotation(blocks[0], HEAD, "participants.heading")
            for block in blocks[1:]:
                yield Annotation(block, ITEM, "participants.name", Certainty.HIGH, Numbered())
            return


def _end(rows: Sequence[str], start: int) -> int:
    end = start
    while end < len(rows) and _names(rows[end]):
        end += 1
    return end


def _names(row: str) -> bool:
    """Whether a line is a person or an office-holder, and no sentence or heading."""
    text = bare(row).text
    first = text.split(" ", 1)[0]
    if not 0 < count(text) <= _LONGEST or not text[0].isupper() or ends_sentence(text):
        return False
    if re.match(r"\(?\w{1,3}[.)] [a-z]", text) or text.endswith(":"):
        return False
    named = any(hit.start == 0 for hit in hits(text))
    return named or has_office(text) or (count(text) <= 4 and may_be_name(first))
