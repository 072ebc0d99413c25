"""Brackets that speak of the page: gaps, sic, hands, signatures, remarks, numbers and breaks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tei_cable.model import BracketFunction, Certainty

if TYPE_CHECKING:
    from tei_cable.annotators.bracket_rules.context import Context, Decision

_F = BracketFunction
_NUMBER = "brackets.note-number"
_SURENESS = {
    "brackets.question": Certainty.LOW,
    "brackets.summary": Certainty.MEDIUM,
    "brackets.reference": Certainty.MEDIUM,
    "brackets.in-text": Certainty.MEDIUM,
}
_COUNT = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|half an?|an?)"
    r"(?:[ -](?:or|to) \w+)?"
)
_PIECES = (
    r"(?:words?|lines?|pages?|passages?|paragraphs?|sentences?|letters?|characters?|portions?"
    r"|sections?|parts?|figures?|digits?|names?|text|remainder|rest|document|end|beginning)"
)
_LOSS = (
    (r"illegible|unreadable|indecipherable|undecipherable|poor (?:scan\w*|copy)", _F.ILLEGIBLE),
    (
        r"redacted|excised|blacked out|blanked out|sanitized|withheld|censored|not declassified",
        _F.REDACTED,
    ),
    (r"garbled?", _F.GARBLED),
)
_PAGE = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|[ivxl]+)"
# (what the words between the brackets look like, what the bracket then does, the rule)
_VOCABULARY = (
    (r"\^?\d{1,3}|\*+|†|fn\.? ?\d{1,3}", _F.NOTE_NUMBER, "brackets.note-number"),
    (r"[.\s]*(?:…|\.\s?\.)[.…\s]*", _F.OMISSION, "brackets.ellipsis"),
    (
        (
            r"here follows?\b.*|there follows?\b.*|(?:[\w ,'’-]* )?(?:omitted|not included"
            r"|not (?:printed|translated|reproduced))(?:[.,:;].*| (?:here|from|by|as|in)\b.*)?"
        ),
        _F.OMISSION,
        "brackets.omitted",
    ),
    (
        (
            rf"(?:end of |new )?(?:page|p\.) {_PAGE}(?: ?(?:of|/) ?{_PAGE})?"
            r"|(?:new )?page[ -]?break"
            r"|new page|end of page"
        ),
        _F.PAGE_BREAK,
        "brackets.page-break",
    ),
    (
        (
            r"(?!.*\b(?:translator|editor|transcriber|author|is|was|were|be|been|not)\b)"
            r"(?:[\w.]+[ -]){0,4}(?:signatures?|signed|sgd\.?)"
            r"(?:\b(?! (?:an?|the|by the|in|on)\b).*)?"
        ),
        _F.SIGNATURE,
        "brackets.signature",
    ),
    (
        (
            r"(?!the (?:following|preceding)\b)(?:\w+ ){0,4}(?:crossed out|struck out"
            r"|struck through|deleted)(?: in the \w+)?"
        ),
        _F.DELETED,
        "brackets.illegible",
    ),
    *((rf".*\b(?:{loss})\b.*", function, "brackets.illegible") for loss, function in _LOSS),
    (
        rf"(?:sic\b.*)?\b{_PIECES}(?: [\w-]+){{0,3}} (?:missing|lost|cut off|torn off)\b.*",
        _F.LOST,
        "brackets.lost",
    ),
    (
        rf".*\b{_PIECES}(?: [\d-]+)?(?: (?:is|are))? (?:missing|lost|cut off|torn off)\b.*",
        _F.LOST,
        "brackets.lost",
    ),
    (rf"(?:.* )?missing {_PIECES}\b.*", _F.LOST, "brackets.lost"),
    (
        rf"(?:{_COUNT}|several|some|a few) {_PIECES} (?:is |are )?unclear",
        _F.ILLEGIBLE,
        "brackets.illegible",
    ),
    (r"sic\b.*|.*[,;] sic\b.*", _F.SIC, "brackets.sic"),
    (
        (
            r"(?:(?:the|this) )?(?:word|name|date|figure|number) should (?:probably |presumably )?"
            r"(?:be|read):? (?:[\"“‘'][^\"“”‘’]+[\"”’'][.]?|\d[\w.,%]*|(?-i:[A-Z])[\w'’-]+)"
        ),
        _F.SIC,
        "brackets.sic",
    ),
    (
        (
            r"(?:\w+ )?hand-?writ(?:ten|ing)\b.*|(?:in|on) the (?:\w+ ){0,2}margins?\b.*"
            r"|marginal(?:ia| note| comment)\b.*|written (?:by hand|in (?:pen|pencil|ink))\b.*"
            r"|(?:circled|underlined|annotated|initialed|initialled)\b.*"
        ),
        _F.HANDWRITING,
        "brackets.hand",
    ),
    (
        (
            r"(?:(?:strictly|top|most|very) )?(?:secret|confidential|restricted|unclassified"
            r"|classified)"
            r"|classification\b.*|eyes only|special (?:folder|file)"
        ),
        _F.CLASSIFICATION,
        "brackets.classification",
    ),
    (
        (
            r"(?:translator|editor|author|transcriber|interpreter|cwihp|nkidp)['’]?s?['’]?"
            r" (?:note|comment|remark)s?\b.*"
            r"|(?:note|source|footnote|stamp|seal|stamped)(?: (?:by|of|from|in)\b.*)?(?::.*)?"
            r"|the (?:following|preceding|last|next|rest) (?:\w+ )*(?:was|were|is|are|has)\b.*"
            r"|(?:(?:this|the) )?(?:word|date|figure|name|number|sentence|line)s? should"
            r" (?:probably |presumably )?(?:be|read)\b.*"
            r"|(?:emphasis|underlin\w+|italics|capitali[sz]ation) .*"
            r"|transliteration.*|transcription"
            r"|.*[-–—] ?(?:eds?|trans|tr)\.?|(?:eds?|trans|tr)\.:.*|typed\b.*|attachment:.*"
        ),
        _F.EDITORIAL,
        "brackets.remark",
    ),
    (r"\?", _F.DOUBT, "brackets.question"),
    (r".*\?", _F.UNCLEAR, "brackets.conjecture"),
    (r"(?:\w+ )?\w+ in (?:the )?(?:text|original|source)", _F.EDITORIAL, "brackets.in-text"),
    (
        (
            r"[A-Z]{2,8} ?: ?[A-Z][A-Za-z]{0,3} ?\d[^a-z]*\d.*|[A-Z]{2,8} ?: ?\d+[,;] ?\d+/\d.*"
            r"|[A-Z]{3,8} \d+/[\w.-]*\d.*,.*|(?:[A-Z]{2,8} ?: ?)?(?:[A-Z]+ )+"
            r"(?:PAPERS|COLLECTION|RECORDS|ARCHIVES|FILES)\b[^a-z]*"
            r"|[A-Z]{2,8} ?: ?[A-Z]+ (?:PAPERS|COLLECTION|RECORDS|ARCHIVES|FILES)\b.*"
            r"|On (?:the )?file .*\d.*|(?:See|Cf\.?) (?:also )?\w.*"
            r"|\d{1,4}(?:st|nd|rd|th) (?:plenary )?meeting"
        ),
        _F.EDITORIAL,
        "brackets.reference",
    ),
)
_PATTERNS = tuple(
    (re.compile(pattern, re.IGNORECASE if rule != "brackets.reference" else 0), function, rule)
    for pattern, function, rule in _VOCABULARY
)
_TALK = frozenset({_F.LOST, _F.ILLEGIBLE, _F.REDACTED, _F.GARBLED, _F.DELETED})
_REMARK = re.compile(r"(?:translator|editor|hand-?writ|\w+['’]s note)", re.IGNORECASE)
_SENTENCE = re.compile(r"[A-ZÀ-Ž].*[.]")
_SUMMARY = re.compile(
    r"(?:contains?|discusse[sd]|describes|summary|lists|reports)\b", re.IGNORECASE
)
_SUMMARY_WORDS = 5
_MOST_WORDS = 15


def page(context: Context) -> Decision | None:
    """Decide by an editor's vocabulary, or by a whole sentence in the place of a passage."""
    inner = context.inner
    for pattern, function, rule in _PATTERNS:
        if not pattern.fullmatch(inner) or (rule == _NUMBER and context.in_date):
            continue
        if function in _TALK and (_REMARK.match(inner) or len(context.tokens) > _MOST_WORDS):
            continue  # "Translator's note: the next word is illegible" is a remark
        if function is _F.DOUBT and context.asks:
            return _F.OMITTED, "brackets.punctuation", Certainty.MEDIUM
        sure = rule == "brackets.reference" and context.own
        return function, rule, Certainty.HIGH if sure else _SURENESS.get(rule, Certainty.HIGH)
    sentence = len(context.tokens) >= _SUMMARY_WORDS and _SENTENCE.fullmatch(inner)
    stands = context.block or (sentence and context.stands_for_item)
    if stands and (sentence or _SUMMARY.match(inner)):
        return _F.OMISSION, "brackets.summary", Certainty.MEDIUM
    return None
