"""The kinds of annotation: how deep each stands, and whether it may be cut to fit.

Rigid kinds are placed first, by rank, and are outer where two cover the same words; splittable
ones are cut where they cross what is placed. MARKUP is never placed: its characters are implied
by the annotation they delimit.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """What an annotation is; `rank` orders kinds from outer to inner.

    What is splittable never stands around a kind that `cuts`, unless around a rigid one that holds
    it: it is cut at its edges. So a paragraph is in no bracket, and a choice has its two forms.
    """

    name: str
    rank: int
    splittable: bool = False
    cuts: bool = False


MARKUP = Kind("markup", -1)

OPENER = Kind("opener", 0, cuts=True)
CLOSER = Kind("closer", 0, cuts=True)
POSTSCRIPT = Kind("postscript", 0, cuts=True)
PARAGRAPH = Kind("paragraph", 1, cuts=True)
CLASSIFICATION = Kind("classification", 1, cuts=True)
SALUTE = Kind("salute", 1, cuts=True)
SIGNED = Kind("signed", 1, cuts=True)
DATELINE = Kind("dateline", 1, cuts=True)

PAGE_BREAK = Kind("page-break", 5)
BREAK = Kind("break", 5)
QUOTE = Kind("quote", 15, splittable=True)

ORGANISATION = Kind("organisation", 20)
PERSON = Kind("person", 21)
PLACE = Kind("place", 22)
DATE = Kind("date", 23)
NAME_KINDS = (ORGANISATION, PERSON, PLACE, DATE)

GAP = Kind("gap", 24, splittable=True)
NOTE = Kind("note", 24, splittable=True)
NOTE_ANCHOR = Kind("note-anchor", 24, splittable=True)

CHOICE = Kind("choice", 24)
ORIGINAL = Kind("original", 25, cuts=True)
REGULARISED = Kind("regularised", 25, cuts=True)
ABBREVIATION = Kind("abbreviation", 25, cuts=True)
FULL_FORM = Kind("full-form", 25, cuts=True)
CORRECTION = Kind("correction", 25, cuts=True)
WRONG = Kind("wrong", 25, cuts=True)
SIC = Kind("sic", 27)
ADDITION = Kind("addition", 24, splittable=True)
FOREIGN = Kind("foreign", 32, splittable=True)

ROLE_NAME = Kind("role-name", 25)
FORENAME = Kind("forename", 26)
SURNAME = Kind("surname", 26)

EXPANDED = Kind("expanded", 28)
SUPPLIED = Kind("supplied", 30, splittable=True)
UNCLEAR = Kind("unclear", 30, splittable=True)
EXPANSION = Kind("expansion", 31, splittable=True)
