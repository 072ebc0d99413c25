"""The forms of calendar expressions, and what seasons and parts of years and months span."""

from __future__ import annotations

import re

_MONTHS = re.findall(
    r"\w+",
    "January February March April May June July August September October November December",
)
MONTH_NUMBERS = {name[:3].upper(): number for number, name in enumerate(_MONTHS, 1)}

_NAMES = [form for m in _MONTHS for form in (m, m.upper())]
_SHORT = [form for m in _MONTHS if m != "May" for form in (m[:3], m[:3].upper())]
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|(?:{'|'.join(_SHORT)}|Sept|SEPT)\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|ST|ND|RD|TH)?"
_TO = r"(?: ?[-–—] ?| (?:to|through) )"
_DAYS = rf"(?P<day>{_DAY}){_ORDINAL}(?:{_TO}(?P<last>{_DAY}){_ORDINAL})?"
_Y = r"(?:1[89]|20)\d\d"
YEAR = rf"(?P<year>{_Y})"
_OF_YEAR = r" of (?P<relative>this|the current|next|last) year"
_IN_YEAR = rf"(?:,? {YEAR}|{_OF_YEAR})?"
_UNTIL = r"(?: ?[-–—] ?| (?:to|through|till|until) )"
_CUE = r"\b(?i:in|of|by|from|till|year|since|until|after|before|during) "
_BEFORE, _AFTER = r"(?<![\w./-])", r"(?![\w/]|[-–—]\w| [Mm]ovement)"

_PART = r"(?P<part>early|mid|late|beginning|middle|end|spring|summer|autumn|fall)"
_OF = r"(?:[ -]| of (?:the month of )?)"
_FULL_MONTH = rf"(?P<month>{'|'.join(_NAMES)})"
_TIME_OF_DAY = r"(?:(?:morning|afternoon|evening|night) of (?:the )?)?"

FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_BEFORE}(?P<whole>{_TIME_OF_DAY}{_DAYS} (?:of )?{_MONTH}{_IN_YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<whole>{_TIME_OF_DAY}{_MONTH} {_DAYS}{_IN_YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<whole>{_MONTH},? (?:of )?{YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<whole>(?P<day>{_DAY})\.(?P<number>0?[1-9]|1[0-2])\.{YEAR}){_AFTER}",
        (
            rf"{_BEFORE}(?P<whole>(?:(?P<day>{_DAY}) )?{_FULL_MONTH}(?:,? (?P<first_year>{_Y}))?"
            rf"{_UNTIL}(?(day)(?P<to_day>{_DAY}) )(?P<to_month>{'|'.join(_NAMES)}){_IN_YEAR})"
            rf"{_AFTER}"
        ),
        rf"{_BEFORE}(?P<whole>{_PART}{_OF}(?:{_FULL_MONTH}(?:,? (?:of )?{YEAR})?)){_AFTER}",
        rf"{_BEFORE}(?P<whole>{_PART}{_OF}{YEAR}){_AFTER}",
        rf"{_BEFORE}(?P<whole>{YEAR}{_UNTIL}(?P<to>{_Y})){_AFTER}",
        rf"{_CUE}(?P<whole>{YEAR}){_AFTER}",
        rf"{_CUE}(?P<whole>{_FULL_MONTH}){_AFTER}(?! [A-Z\d])",
        rf"{_BEFORE}(?P<whole>{_FULL_MONTH}{_OF_YEAR}){_AFTER}",
    )
)
# the first and last month of a season or of a part of a year; the first and last day of a month's
OF_YEAR = {
    "spring": (3, 5),
    "summer": (6, 8),
    "autumn": (9, 11),
    "fall": (9, 11),
    "early": (1, 3),
    "beginning": (1, 3),
    "mid": (5, 8),
    "middle": (5, 8),
    "late": (10, 12),
    "end": (10, 12),
}
OF_MONTH = {
    "early": (1, 10),
    "beginning": (1, 10),
    "mid": (11, 20),
    "middle": (11, 20),
    "late": (21, 31),
    "end": (21, 31),
}
