"""Each rule says in a sentence what it looks at."""

from __future__ import annotations

import re
from pathlib import Path

from tei_cable.grounds import WORDS

ROOMS = ("readers", "annotators")
SOURCES = "".join(
    path.read_text("utf-8") for room in ROOMS for path in Path("tei_cable", room).rglob("*.py")
)
NAMES = (
    "reader|brackets|structure|opening|closing|embedded|participants|spaced|signatories|notes"
    "|quotations|dates|places|organisations|persons"
)
IDS = rf'"((?:{NAMES})\.[a-z-]+)"'


def test_every_rule_has_its_sentence_and_every_sentence_its_rule() -> None:
    """No element is made by a rule that says nothing, and no sentence is left over."""
    used = set(re.findall(IDS, SOURCES)) - {"places.xml", "organisations.xml", "persons.xml"}
    assert used == set(WORDS)


def test_rules_are_spelt_out_where_they_are_used() -> None:
    """No id is put together at run time: it could miss its sentence."""
    assert not re.search(rf'f"(?:{NAMES})\.', SOURCES)


def test_a_ground_is_a_sentence() -> None:
    """It begins with a capital, ends with a full stop, and fits in a line of a report."""
    for words in WORDS.values():
        assert words[0].isupper()
        assert words.endswith(".")
        assert len(words) <= 120
