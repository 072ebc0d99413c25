"""Lines between an opener and the text: the telegram that is answered, and what the text is about.

`Your 122.`, `Further to our telegram No. 40 of 3 May`; `The Price of Sugar` above a paragraph.
"""

from __future__ import annotations

import re

from tei_cable.annotators import persons
from tei_cable.annotators.head_lines import is_item
from tei_cable.annotators.lines import LETTERS, all_names, bare, count, date_at_end, ends_sentence
from tei_cable.authority import words

_MONTHS = r"January|February|March|April|May|June|July|August|September|October|November|December"
_NOUN = (
    r"(?:telegrams?|cablegrams?|cables?|messages?|letters?|savingrams?|airgrams?|telex(?:es)?"
    r"|despatch(?:es)?|dispatch(?:es)?|memorand(?:um|a)|minutes?|notes?)"
)
_LEAD = re.compile(
    r"(?:(?:Further|With (?:further )?reference|In reply|Reference|Re|Ref\.?):? (?:to )?)?"
    r"(?:[Yy]our|[Oo]ur|[Mm]y|[A-Z][a-z]+(?: [A-Z][a-z]+)?['’]s) "
)
_WORD = re.compile(  # of such a line
    rf"(?:immediately|preceding|{_NOUN}|Nos?\.?|and|of|dated|the|to|[A-Z]{{2,6}}|\([A-Z]\)"
    rf"|(?=\S*\d)[\w./()-]+|{_MONTHS}|&)?[,;.:]?"
)
_LONGEST_REFERENCE = 120
_LONGEST_TOPIC = 12  # words
_SHORTEST_TEXT = 12
_LONGEST_NAME = 3


def refers(row: str) -> bool:
    """Whether a line is no more than the number of another telegram: `Your 122 of 3 May.`."""
    text = bare(row).text
    lead = _LEAD.match(text) if len(text) <= _LONGEST_REFERENCE else None
    if lead is None or not any(c.isdigit() for c in text):
        return False
    return all(_WORD.fullmatch(word) for word in text[lead.end() :].split())


def names_topic(row: str, following: str) -> bool:
    """Whether a line says what the text below is about: short, a title's words, no sentence.

    A person's name alone says nothing of the kind, and nothing does above a line as short.
    """
    text = bare(row).text
    tokens = LETTERS.findall(text)
    below = LETTERS.findall(following)
    if not 0 < count(text) <= _LONGEST_TOPIC or len(below) < _SHORTEST_TEXT or text.isupper():
        return False
    figures = any(c.isdigit() for c in text) and date_at_end(text) is None and len(tokens) < 4
    if (
        is_item(row)
        or figures
        or not text[0].isalpha()
        or text[-1] in ",;:—–-!?"
        or following[0].islower()
    ):
        return False
    if not all_names(text) or (ends_sentence(text) and len(tokens) > _LONGEST_NAME + 1):
        return False
    if (
        tokens[0].lower() in words("function-words") - {"on", "the"}
        or len(max(tokens, key=len)) < 4
    ):
        return False
    return not (len(tokens) <= _LONGEST_NAME and persons.hits_in_phrase(text))
