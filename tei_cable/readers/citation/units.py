"""The units of a locator: fond and opis, record group and box, doboz, a file's number.

soviet     := (fond | opis | delo | papka | listy)+ in any order, and each in short or in full
chinese    := FILE "-" SUB "-" PART
hungarian  := SERIES country? | n "." doboz | item | number "/" year
german     := letters number ("/" number)*      polish := 6/77 w-86 t-1312
us         := RG n | Entry .. | Box n | Folder .. | MORI n | Lot 64 D 563
australian := A1838
"""

from __future__ import annotations

import re
from functools import cache

from tei_cable.metadata import CitationPart, CitationRole
from tei_cable.model import Span

LEAF = "leaf"
PAGE = "page"
YEAR = "year"
NOT_GIVEN = "not given"


_NUMBER = r"(?P<value>[A-ZА-Я]?-?\d+[-\w]*(?:/\d+)*)"
_RANGE = r"(?P<value>\d+(?:ob)?(?:[-–]\d+(?:ob)?)?)"
_END = r"(?=[,.;:)\]\s]|$)"

# (type of the unit, how it is written), in the order in which they are tried
_TABLE = (
    ("fond", rf"(?:fond|fund|f\.)(?: \(f\.\))? ?{_NUMBER}"),
    ("opis", rf"(?:opis['’]?|inventory|record|inv\.|op\.)(?: \(op\.\))? ?{_NUMBER}"),
    ("delo", rf"(?:delo|d\.|por\.|spr\.|a\. ?[eu]\.)(?: \(d\.\))? ?{_NUMBER}"),
    ("papka", rf"(?:papka|pap\.)(?: \(p\.\))? ?{_NUMBER}"),
    ("papka", rf"p\. ?{_NUMBER}(?=, (?:d\.|delo|ll?\.|listy?) ?\d)"),
    (LEAF, rf"(?:listy?|leaves|leaf|ll?\.|Bl\.|k\.|ark\.)(?: \(ll?\.\))? ?{_RANGE}"),
    (PAGE, rf"(?:pages?|pp?\.|S\.) ?{_RANGE}"),
    (NOT_GIVEN, r"(?P<value>[\w ]{3,40} not (?:given|known|specified))"),
    ("shelfmark", r"(?P<value>\d{3}-\d{5}-\d{2})"),
    ("series", r"(?P<value>[XVILMC]+-[A-Z]+-\d+-[a-z]+(?: [^\W\d_][\w. -]*)?)"),
    ("fond", r"(?P<value>(?:M-KS )?\d+)\. ?f\."),
    ("unit", r"(?P<value>\d+(?:/\d+)?)\. ?ő\. ?e"),
    ("box", r"(?P<value>\d+)\. ?(?:doboz|d\.)"),
    ("unit", r"ar\. ?j\. ?(?P<value>\d+)"),
    ("class", r"Class (?:Number|No\.) (?P<value>[\w.-]*\w)"),
    ("registration", r"Registration (?:Number|No\.) (?P<value>[\w.-]*\w)"),
    ("record-group", rf"(?:Record Group|RG)[ -]?{_NUMBER}"),
    ("entry", r"Entry (?P<value>[A-Z]{1,3}\d*[ -]?\d+[-A-Z]*|\d+[-\w]*)"),
    ("box", rf"Box(?:es)? (?:[Nn]o\. )?{_NUMBER}"),
    ("folder", r"Folder (?:[Nn]o\. ?)?(?P<value>[\"“‘'][^\"”’]+[\"”’']|\d+[-\w]*(?:/\d+)*)"),
    ("lot", r"Lot(?: File)? (?P<value>\d+ ?[A-Z] ?\d+)"),
    ("matter", rf"Matter {_NUMBER}"),
    ("reel", rf"(?:Reel|Microfilm|Roll) {_NUMBER}"),
    ("volume", r"(?:Volume|Vol\.|vol\.|Bd\.|Band|tom|sv\.|t\.) ?(?P<value>\d+[-\w]*)"),
    ("MORI", r"(?:[\w ]*document number )?MORI(?: DocID:?)? (?P<value>\d{4,})"),
    ("CREST", r"(?P<value>CIA-RDP[\w-]+)"),
    ("symbol", r"(?P<value>[AS]/(?:[A-Z]+[./])*[\w.]*\d[\w./]*)"),
    ("zespol", r"(?:zesp\.|z\. ?)?(?P<value>\d+/\d+)(?=,? w[.-])"),
    ("wiazka", r"w[.-] ?(?P<value>\d+)"),
    ("teczka", r"t[.-] ?(?P<value>\d+)"),
    ("series", r"(?P<value>A\d{3,5}(?:/\w+)?)"),
    ("part", r"(?:part (?P<value>\d+)|(?P<numeral>[ivxIVX]+)(?! ))"),
    ("file", r"(?:file|File)(?: [Nn]o\.)? (?P<value>[\w’'/.-]*[\w/]+)(?: \([^()]*\))?"),
    ("file", r"(?P<value>\d{3}[A-Z]?\.\d{2,}(?:/\d[\d-]*)?)"),
    (YEAR, r"(?P<value>(?:18|19|20)\d\d(?:[-–/](?:19|20)?\d\d)?)"),
    ("shelfmark", r"(?P<value>[A-Z]{1,3}\d+(?:-\d+)+|\d+(?:-\d+){2,})"),
    ("shelfmark", r"(?P<value>(?:[A-Z]{1,4} (?:[A-Z]+ )*)?(?:[IVX]+ )?\d+\w*(?:/\d+\w*)+)"),
    ("shelfmark", r"(?P<value>[A-Z]{1,4} \d+/[A-Z]+ (?:[IVX]+ )?\d+\w*(?:/\d+\w*)*)"),
    ("shelfmark", r"(?P<value>[A-Z]{1,4} \d+\w*)"),
)
_CASELESS = ("fond", "opis", "delo", "papka", LEAF, NOT_GIVEN)
_COUNTED = {"file", "shelfmark"}  # a bare number after one of these counts pages
_BARE = re.compile(rf"(?:\d+[-–]\d+|\d{{1,4}}){_END}")
_HUNGARIAN = (
    ("item", re.compile(rf"(?:\d+-\d+|[IVX]+-\d+|\d+/[a-z]|\d{{1,3}}){_END}")),
    ("number", re.compile(rf"\d{{4,6}}(?:/ ?\d{{4}})?{_END}")),
)


def unit_at(text: str, at: int, end: int, before: list[CitationPart]) -> CitationPart | None:
    """Return the unit at an offset that ends before `end`; `before` are those that precede it."""
    types = [part.detail for part in before]
    if types and (found := _after(text, at, end, types)):
        return found
    for type_, written in _TABLE:
        match = _pattern(type_, written).match(text, at)
        if match and match.end() <= end and (type_ != "part" or types):
            value = match["value"] or match.groupdict().get("numeral") or ""
            return _part(Span(*match.span()), type_, value)
    return None


@cache
def _pattern(type_: str, written: str) -> re.Pattern[str]:
    """Compile a pattern of the table when it is first tried: most citations need a few of them."""
    return re.compile(written + _END, re.IGNORECASE if type_ in _CASELESS else 0)


def _after(text: str, at: int, end: int, types: list[str]) -> CitationPart | None:
    """Return a number that means something only by what stands before it."""
    if "box" in types and "series" in types:
        for type_, pattern in _HUNGARIAN:
            match = pattern.match(text, at, end)
            if match and type_ not in types:
                return _part(Span(*match.span()), type_, match.group())
    if types[-1] in (*_COUNTED, LEAF, PAGE) and (match := _BARE.match(text, at, end)):
        type_ = types[-1] if types[-1] in (LEAF, PAGE) else PAGE
        return _part(Span(*match.span()), type_, match.group())
    return None


def _part(span: Span, type_: str, value: str) -> CitationPart:
    if type_ == NOT_GIVEN:
        return CitationPart(span, CitationRole.REMARK, type_)
    role = CitationRole.PAGES if type_ in (LEAF, PAGE) else CitationRole.SHELFMARK
    return CitationPart(span, role, type_, value)
