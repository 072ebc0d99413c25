"""The forms of calendar expressions: one pattern and one reading each.

Every pattern has the group `whole`; the other groups are what the readings in
`tei_cable.date_values` take. Where several forms fit a place, the longest wins.

Most dates are of few forms: one is sought only where its signs are (`tei_cable.date_windows`).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from tei_cable import date_values as values

_FULL = "|".join(form for m in values.MONTHS for form in (m, m.upper()))
_SHORT = "|".join(
    form for m in values.MONTHS if m != "May" for form in (m[:3], m[:3].upper(), m[:3].lower())
)
ANY_MONTH = rf"{_FULL}|(?:{_SHORT}|Sept|SEPT)\b\.?"
_MONTH = rf"(?P<month>{ANY_MONTH})"
_TO_MONTH = rf"(?P<to_month>{ANY_MONTH})"
_FULL_MONTH = rf"(?P<month>{_FULL})"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = r"(?:st|nd|rd|th|d|ST|ND|RD|TH)?"
_SIC = r"(?: \[sic\]| \[\?\])?"
_DAY = rf"(?:[“\"«](?P<quoted>{_D})[”\"»]|(?P<day>{_D}){_NTH}){_SIC}"
_PLAIN_DAY = rf"(?P<day>{_D}){_NTH}"
_ORDINALS = "|".join(values.ORDINALS)
_TO = r"(?: ?[-–—/] ?| (?:to|through|till|until) | TO | THROUGH )"
_DASH = r"(?: ?[-–—] ?| (?:to|through|till|until|into) | TO | THROUGH )"
_AND = r"(?:, (?:and )?| and )"
_OPEN = r"(?:(?:[Ff]rom|FROM|[Ss]ince) (?:the )?)?"
_FROM = rf"(?:(?P<two>[Bb]etween|BETWEEN) (?:the )?|{_OPEN})"
_TO_OTHER = rf"(?(two) (?:and|AND) |{_TO})"
_UNTIL = rf"{_DASH}(?P<last>{_D}){_NTH}"
_BETWEEN_DAYS = rf"(?:[Bb]etween|BETWEEN) (?:the )?{_PLAIN_DAY} (?:and|AND) (?P<last>{_D}){_NTH}"
ANY_YEAR = r"(?:1[89]|20)\d\d"
_YEAR = rf"(?P<year>{ANY_YEAR})"
_TO_YEAR = rf"(?P<to_year>{ANY_YEAR})"
_YY = r"['’]?(?P<short_year>\d\d)"
_RELATIVE = r"(?P<relative>this|the current|the present|next|last)"
_OF_YEAR = rf"(?:,? of)? {_RELATIVE} year"
_IN_YEAR = rf"(?:(?:,? ?(?:of )?){_YEAR}|,? ['’](?P<short_year>\d\d)\b|{_OF_YEAR})?"
_BEFORE, _AFTER = r"(?<![\w./-])(?<!\d,)", r"(?![\w/]|[-–]\w|—[A-Za-z]| [Mm]ovement|\.\d)"
_PART_WORD = (
    r"(?P<part>early|mid|late|EARLY|MID|LATE|beginning|start|middle|end|close"
    r"|first half|second half|first days|last days|Early|Mid|Late|Beginning|End)"
)
_OF = r"(?:[ -]|[ -]in | of (?:the (?:month|year) of )?)"
_OF_THE = r"(?:[ -]| of the )"
_TIME_OF_DAY = r"(?:(?:morning|afternoon|evening|night) of (?:the )?)?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_ON = rf"(?:{_WEEKDAY},? (?:the )?)?"
_SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_CUE = (
    r"\b(?i:in|of|by|from|till|year|years|since|until|after|before|during|for|to|into"
    r"|dated|early in"
    r"|late in|throughout|and) "
)
_NOT_COUNTED = (
    r"(?! ?(?:tons?|men|hours|hrs|people|persons|troops|dollars|pounds|rubles|roubles|miles|km"
    r"|kilometers|metres|meters|feet|aircraft|planes|soldiers|officers|copies|members|percent|%|z\b"
    r"|Z\b))"
)
_ROMAN = r"(?P<roman>XII|XI|X|IX|IV|V?I{1,3}|V)"


# words one of which is in a form
_RANGE = (*"-–—/", " to ", " TO ", " through ", " THROUGH ", " till ", " until ", " into ")
_BETWEEN = ("etween", "ETWEEN")
_NEARNESS = ("his ", "ast ", "ext ")
_PARTS = (
    *("early", "mid", "late", "EARLY", "MID", "LATE", "Early", "Mid", "Late"),
    *("eginning", "start", "end", "End", "close", "first", "second", "last"),
)


class Form(NamedTuple):
    """A form of calendar expressions: its pattern as it is written, its reading, and what is in it.

    `signs` are those of `tei_cable.date_windows`, all of them there; of `words` one is there, if
    there are any.
    """

    source: str
    reading: values.Reading
    signs: frozenset[str]
    words: tuple[str, ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first used: few forms are in any one text."""
        return _compiled(self.source)

    def may_be_in(self, window: str, signs: frozenset[str]) -> bool:
        """Whether a stretch of text with these signs can hold the form."""
        found = self.signs <= signs
        return found and (not self.words or any(word in window for word in self.words))


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


FORMS: tuple[Form, ...] = tuple(
    Form(pattern, reading, frozenset(signs.split()), *words)
    for signs, pattern, reading, *words in (
        # a day, or days of one month
        (
            "month",
            rf"{_BEFORE}(?P<whole>{_TIME_OF_DAY}{_ON}{_DAY} (?:of )?{_MONTH}{_IN_YEAR}){_AFTER}",
            values.day,
        ),
        (
            "month",
            (
                rf"{_BEFORE}(?P<whole>{_OPEN}{_TIME_OF_DAY}{_PLAIN_DAY}(?:{_UNTIL}|/(?P<or>{_D}))"
                rf" (?:of )?{_MONTH}{_IN_YEAR}){_AFTER}"
            ),
            values.days,
            _RANGE,
        ),
        (
            "month",
            rf"{_BEFORE}(?P<whole>{_BETWEEN_DAYS} (?:of )?{_MONTH}{_IN_YEAR}){_AFTER}",
            values.days,
            _BETWEEN,
        ),
        (
            "month",
            rf"{_BEFORE}(?P<whole>{_TIME_OF_DAY}{_ON}{_MONTH} {_DAY}{_IN_YEAR}){_AFTER}",
            values.day,
        ),
        (
            "month",
            (
                rf"{_BEFORE}(?P<whole>{_OPEN}{_TIME_OF_DAY}{_MONTH} {_PLAIN_DAY}"
                rf"(?:{_UNTIL}|/(?P<or>{_D})){_IN_YEAR}){_AFTER}"
            ),
            values.days,
            _RANGE,
        ),
        (
            "month",
            (
                rf"{_BEFORE}(?P<whole>(?:[Bb]etween|BETWEEN) {_MONTH} {_PLAIN_DAY} (?:and|AND)"
                rf" (?P<last>{_D}){_NTH}{_IN_YEAR}){_AFTER}"
            ),
            values.days,
            _BETWEEN,
        ),
        (
            "month",
            rf"{_BEFORE}(?P<whole>(?:the )?(?P<ordinal>{_ORDINALS}) of {_MONTH}{_IN_YEAR}){_AFTER}",
            values.day,
            (" of ",),
        ),
        ("month year", rf"{_BEFORE}(?P<whole>{_YEAR},? {_MONTH} {_PLAIN_DAY}){_AFTER}", values.day),
        ("month", rf"{_BEFORE}(?P<whole>{_PLAIN_DAY} {_MONTH} {_YY}){_AFTER}", values.day),
        # in figures
        (
            "year",
            rf"{_BEFORE}(?P<whole>{_YEAR}-(?P<number>0[1-9]|1[0-2])-(?P<day>\d\d)){_AFTER}",
            values.day,
            ("-",),
        ),
        (
            "",
            (
                rf"{_BEFORE}(?P<whole>(?P<day>{_D})(?P<dot>[./-]| ?\. ?){_ROMAN}(?P=dot)"
                rf"(?:{_YEAR}|(?P<short_year>\d\d))){_AFTER}"
            ),
            values.day,
            ("I", "V", "X"),
        ),
        (
            "figures",
            (
                rf"{_BEFORE}(?P<whole>(?P<first>\d\d?)(?P<dot>[./])(?P<second>\d\d?)(?P=dot)"
                rf"(?:{_YEAR}|(?P<short_year>\d\d))){_AFTER}"
            ),
            values.figures,
        ),
        (
            "group",
            (
                r"(?<![\w/])(?P<whole>(?P<day>\d\d)(?P<time>\d{4})[Zz](?: (?P<month>[A-Za-z]{3})"
                r"(?: (?P<short_year>\d\d)(?!\w)| (?P<year>\d{4})))?)(?!\w)"
            ),
            values.date_time_group,
        ),
        # a month, and what lies between two months or days
        ("month year", rf"{_BEFORE}(?P<whole>{_MONTH},? (?:of )?{_YEAR}){_AFTER}", values.month),
        ("month", rf"{_CUE}(?P<whole>{_FULL_MONTH}){_AFTER}(?! [A-Z\d]| revolution)", values.month),
        (
            "month",
            (
                rf"\b[Tt]he (?P<whole>{_FULL_MONTH})(?= (?:elections?|events|meetings?"
                rf"|talks|crisis|war|coup"
                r"|conference|plenum|agreements?|declaration|statement|note"
                r"|letter|riots)\b)"
            ),
            values.month,
            ("he ",),
        ),
        ("month", rf"{_BEFORE}(?P<whole>{_FULL_MONTH}{_OF_YEAR}){_AFTER}", values.month, ("year",)),
        (
            "month",
            rf"{_BEFORE}(?P<whole>(?P<relative_month>last|next|this) {_FULL_MONTH}){_AFTER}",
            values.relative_month,
            _NEARNESS,
        ),
        (
            "two-months",
            (
                rf"{_BEFORE}(?P<whole>{_FROM}(?:(?P<day>{_D}){_NTH} )?{_MONTH}(?:,? "
                rf"(?P<first_year>{ANY_YEAR}))?"
                rf"{_TO_OTHER}(?(day)(?P<to_day>{_D}){_NTH} ){_TO_MONTH}{_IN_YEAR}){_AFTER}"
            ),
            values.between,
        ),
        (
            "two-months",
            (
                rf"{_BEFORE}(?P<whole>{_FROM}{_MONTH} (?P<day>{_D}){_NTH}(?:, "
                rf"(?P<first_year>{ANY_YEAR}),?)?"
                rf"{_TO_OTHER}{_TO_MONTH} (?P<to_day>{_D}){_NTH}{_IN_YEAR}){_AFTER}"
            ),
            values.between,
        ),
        # parts of months, years and decades; seasons
        (
            "month",
            rf"{_BEFORE}(?P<whole>{_PART_WORD}{_OF}{_FULL_MONTH}{_IN_YEAR}){_AFTER}",
            values.part_of_month,
            _PARTS,
        ),
        (
            "year",
            rf"{_BEFORE}(?P<whole>{_PART_WORD}{_OF}(?:{_YEAR}|{_RELATIVE} year)){_AFTER}",
            values.part_of_year,
            _PARTS,
        ),
        (
            "year",
            (
                rf"{_BEFORE}(?P<whole>(?P<quarter>first|second|third|fourth|last) quarter of"
                rf" (?:{_YEAR}|{_RELATIVE} year)){_AFTER}"
            ),
            values.quarter,
            ("quarter",),
        ),
        (
            "decade",
            rf"{_BEFORE}(?P<whole>(?:{_PART_WORD}{_OF_THE})?(?P<decade>(?:1[89]|20)\d)0['’]?s)(?!\w)",
            values.decade,
        ),
        (
            "decade",
            rf"(?<=the )(?P<whole>(?:{_PART_WORD}[ -])?['’]?(?P<short_decade>[2-9])0['’]?s)(?!\w)",
            values.decade,
        ),
        (
            "season year",
            (
                rf"{_BEFORE}(?P<whole>{_SEASON}(?: of"
                rf"|,)? (?:{_YEAR}(?:[-–/](?P<to_short>\d\d(?:\d\d)?))?"
                rf"|{_RELATIVE} year)){_AFTER}"
            ),
            values.season,
        ),
        (
            "season",
            rf"{_BEFORE}(?P<whole>(?P<nearness>this|last|next|This|Last|Next) {_SEASON}){_AFTER}",
            values.near_season,
            _NEARNESS,
        ),
        (
            "season",
            (
                r"\b(?:in|by|until|for|of|during) (?:the |early "
                r"|late )?(?P<whole>(?P<bare>spring|summer"
                r"|autumn|fall|winter))(?=[,.;:)]| (?:or|and|we|they|the|a|with|when|if|after)\b)"
            ),
            values.nowhen,
        ),
        # years
        (
            "year",
            rf"{_BEFORE}(?P<whole>{_OPEN}{_YEAR}{_DASH}(?:{_TO_YEAR}|(?P<to_short>\d\d))){_AFTER}",
            values.years,
            _RANGE,
        ),
        (
            "year",
            rf"{_BEFORE}(?P<whole>(?:[Bb]etween) {_YEAR} and {_TO_YEAR}){_AFTER}",
            values.years,
            _BETWEEN,
        ),
        ("year", rf"{_CUE}(?P<whole>{_YEAR}){_AFTER}{_NOT_COUNTED}", values.year),
        ("year", rf"(?<=\()(?P<whole>{_YEAR})(?=[);,])", values.year, ("(",)),
        (
            "year",
            rf"\b[Tt]he (?P<whole>{_YEAR})(?= (?:and {ANY_YEAR} )?[A-Za-z]){_AFTER}{_NOT_COUNTED}",
            values.year,
            ("he ",),
        ),
        ("undated", r"(?:^|(?<=, )|(?<=\n))(?P<whole>[Uu]ndated)(?=[.\]\n]|$)", values.nowhen),
        # words that are reckoned from the document's day
        (
            "day",
            (
                r"\b(?P<whole>(?P<deictic>(?:[Yy]esterday|[Tt]omorrow|[Tt]his) (?:morning"
                r"|afternoon|evening|night)|[Ll]ast (?:night|evening)|[Tt]oday|[Yy]esterday"
                r"|[Tt]omorrow|[Tt]onight|TODAY|YESTERDAY|TOMORROW|TONIGHT"
                r"|(?:[Tt]he )?[Dd]ay (?:before yesterday|after tomorrow)))(?![\w-])"
            ),
            values.deictic,
        ),
        (
            "unit",
            (
                r"\b(?P<whole>(?P<nearness>[Tt]his|[Ll]ast|[Nn]ext) (?P<unit>month|year"
                r"|week))(?![\w-])"
                r"(?!['’]s)"
            ),
            values.near_unit,
        ),
        (
            "day",
            (
                rf"\b(?P<whole>(?:(?:[Ll]ast|[Nn]ext|[Tt]his|[Oo]n) )?{_WEEKDAY}"
                r"(?: (?:morning|afternoon|evening|night))?)(?![\w,]| \d)"
            ),
            values.nowhen,
        ),
    )
)
