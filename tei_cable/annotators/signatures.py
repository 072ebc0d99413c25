"""What a line at the end of a document is: a leave-taking, a signature, an office, what follows.

A line of a closer may hold two of them: `31.X.62 A. NOVAK`, `Best wishes, NOVAK`.
"""

from __future__ import annotations

import re
from enum import Enum

from tei_cable.annotators import persons
from tei_cable.annotators.lines import (
    LETTERS,
    bare,
    count,
    date_at_end,
    dateline_at_end,
    ends_sentence,
    is_dateline,
)
from tei_cable.annotators.missions import missions
from tei_cable.authority import in_use, words
from tei_cable.model import EntityKind

_LEAVE = re.compile(
    r"(?:(?:i am|i remain|we are|we remain|believe me),? (?:dear )?(?:sir,? |excellency,? )?)?"
    r"(?:with (?:[\w,]+ )*?(?:greetings?|regards|respects?|compliments|wishes|esteem)\b"
    r"[\w ]*|(?:yours|sincerely|respectfully|cordially|faithfully|fraternally)\b[\w ]*"
    r"|(?:(?:best|kind|warm|kindest|warmest|personal) )+(?:regards|wishes|greetings)"
    r"|(?:as|love) (?:ever|always)|ever yours"
    r"|(?:comradely|communist|bolshevik|fraternal) greetings|regards)[,.!]?",
    re.IGNORECASE,
)
_ASSURES = re.compile(
    r"(?:(?:please )?accept|i (?:avail|take)|i am, (?:sir|excellency)|i have the honou?r to be)\b.*"
    r"(?:assuranc|consideration|respect|obedient|servant|esteem)",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\[\s?(?:\w+ )?(?:signature|signed)\b|[/(]\s?(?:s|sd|sgd|signed|signature)\.?\s?[/)]"
    r"|^(?:signed|sgd\.?|signature|signatures)(?:[:;,]| by\b|(?= [A-ZÀ-Ž])|$)|^s/",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[A-ZÀ-Ž][a-zà-ž]{0,2}\. ?){1,3}[A-ZÀ-Ž][\w'’ʼ-]+(?: [A-ZÀ-Ž][\w'’ʼ-]+){0,2}"
    r"|[A-ZÀ-Ž][\w'’ʼ-]+,? (?:[A-ZÀ-Ž][a-z]?\. ?){1,3}"
    r"|(?:[А-ЯЁ][а-яё]?\. ?){1,2}[А-ЯЁ][\w'’ʼ-]+|[А-ЯЁ][\w'’ʼ-]+ (?:[А-ЯЁ]\. ?)?[А-ЯЁ]\.?"
)
_RUSSIAN_OFFICE = re.compile(
    r"(?:чрезвычайный|полномочный|временный|первый|второй|третий|старший|главный|военный)?\s?"
    r"(?:посол|посланник|поверенный|советник|секретарь|атташе|консул|министр|председатель"
    r"|заместитель|зам\.|начальник|зав\.|заведующий|генерал\S*|полковник|президент|директор)\b",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"[A-ZÀ-Ž](?:['’ʼ][A-ZÀ-Ž])?[\w-]{2,}")
_ALONE = re.compile(
    rf"(?:[A-ZÀ-Ž](?:\w+|\.) ){{0,2}}{_SURNAME.pattern}(?:,? (?:[jJ]r|[sS]r|II|III)\.?)?"
)
_IN_ROUND = re.compile(r"\((?P<name>[^()]+)\)[.,]?$")
_DATE_FIRST = re.compile(r"(?P<date>\S*\d\S*(?: [A-Za-z]+,? \d{4})?),? (?P<name>[(A-ZÀ-Ž].*)")
_ITEM = re.compile(r"\[\d|\(?\w{1,4}\)\s|\d+[.．]\s|[-–—•*]\s?")
_ARCHIVAL = re.compile(r"\[[A-Z]{2,8} ?: ?[^\]]*\]")  # where the text is kept
_SENTENCE = re.compile(r"[.!?:;][\"”’')\]]*$")
SHORT = 12


class Closing(Enum):
    """What a part of a closing line is."""

    LEAVE = "leave"
    SIGNED = "signed"
    DATELINE = "dateline"


def takes_leave(line: str) -> bool:
    """Whether a closing line is a form of greeting: `With comradely greetings,`."""
    text = bare(line).text
    return _LEAVE.fullmatch(text) is not None or _assures(text)


def _assures(text: str) -> bool:
    return _ASSURES.match(text) is not None and count(text) <= 30


def is_signature(line: str) -> bool:
    """Whether a line says that it is signed, or is for the most part a person's name."""
    if _MARKED.search(line.strip()):
        return True
    text = bare(line).text
    in_round = _IN_ROUND.search(text)
    if in_round and (in_round.start() == 0 or has_office(text)):
        return is_name(in_round["name"]) or _SURNAME.fullmatch(in_round["name"]) is not None
    return is_name(text) or _ends_with_name(text)


def is_name(text: str) -> bool:
    """Whether the half at least of a text is a person's name, with or without a title."""
    text = text.strip(" ().,;/")
    if not text or count(text) > SHORT:
        return False
    if _NAME.fullmatch(text):
        return not _is_known_otherwise(text)
    return any(
        2 * (hit.end - hit.start) >= len(text)
        for form in dict.fromkeys((text, _lowered(text)))
        for hit in persons.hits_in_phrase(form)
    )


def _lowered(text: str) -> str:
    """Return a text in capitals as it would be written in small letters."""
    return re.sub(r"[^\W\d_]{2,}", lambda m: m[0].title() if m[0].isupper() else m[0], text)


def _ends_with_name(text: str) -> bool:
    """Whether a line is an office and its holder: `Ambassador of Poland in Cuba J. Novak`."""
    if count(text) > SHORT or not has_office(text) or ends_sentence(text):
        return False
    low = _lowered(text)
    last = list(persons.hits_in_phrase(low))[-1:]
    begins = low.split(" ", 1)[0].lower()
    return bool(last) and last[0].end == len(low) and begins not in words("function-words")


def may_be_name(line: str) -> bool:
    """Whether a line is one to three words with capitals that are no place, body or heading."""
    text = bare(line).text.strip(" ().")
    tokens = LETTERS.findall(text)
    known = words("section-words") | words("document-types")
    return (
        _ALONE.fullmatch(text) is not None
        and not any(t.lower() in known or t in words("org-heads") for t in tokens)
        and not any(_is_known_otherwise(t) for t in (text, *tokens))
    )


def _is_known_otherwise(text: str) -> bool:
    """Whether a name is a place's or a body's, or its words are common ones."""
    if any(len(t) > 1 and t.lower() in words("function-words") for t in LETTERS.findall(text)):
        return True
    authority = in_use()
    kinds = (EntityKind.PLACE, EntityKind.ORGANISATION)
    if any(authority.named(form, kind) for form in (text, text.title()) for kind in kinds):
        return True
    return text in words("org-heads") or text.lower() in words("offices") | words("marks")


def has_office(line: str) -> bool:
    """Whether a line names an office, or a body that may sign: an embassy, a committee."""
    text = bare(line).text
    tokens = LETTERS.findall(text)
    lowered = {t.lower() for t in tokens}
    heads = words("org-heads") | words("titles")
    return bool(
        lowered & words("offices")
        or _RUSSIAN_OFFICE.match(text)
        or any(t in heads or (t.isupper() and t.title() in heads) for t in tokens)
        or {"head", "deputy"} & lowered
        or next(missions(_lowered(text), None), None)
    )


def may_sign(line: str) -> bool:
    """Whether a line may belong to a signature: short, no sentence, no item, no quotation."""
    tokens = LETTERS.findall(line)
    other = _ITEM.match(line) or line[0] in '"“' or _ARCHIVAL.fullmatch(line)
    if not 0 < len(tokens) <= SHORT or other:
        return False
    if not _SENTENCE.search(line) or re.search(r",? [jJ]r\.$", line):
        return True
    return len(tokens) <= 4 and all(t[0].isupper() for t in tokens)


def closes_with_date(line: str) -> bool:
    """Whether a line is short and ends in a date after names alone, and is no sentence."""
    if is_dateline(line):
        return True
    text = bare(line).text
    at = date_at_end(text)
    if at is None or count(text) > SHORT or (text.endswith(".") and date_at_end(text[:-1]) is None):
        return False
    before = text[:at].strip(" ,(")
    written = [t for t in LETTERS.findall(before) if t.lower() not in words("function-words")]
    capital = bool(written) and all(t[0].isupper() for t in written) and before[0].isupper()
    signed = bool(written) and is_signature(line[: bare(line).cut(at)].strip())
    return (capital or signed) and not line.endswith(".")


def cut(line: str) -> tuple[tuple[Closing, int, int], ...]:
    """Return the parts of a closing line as (what, start, end), cut at the spaces between them."""
    form = bare(line)
    text = form.text
    if is_dateline(line):
        return ((Closing.DATELINE, 0, len(line)),)
    if takes_leave(line):
        return ((Closing.LEAVE, 0, len(line)),)
    leave = _LEAVE.match(text)
    if leave and leave.group().endswith(",") and text[leave.end() : leave.end() + 1] == " ":
        return _two(form.cut(leave.end() + 1), line, Closing.LEAVE, Closing.SIGNED)
    first = _DATE_FIRST.fullmatch(text)
    if first and date_at_end(first["date"]) == 0:
        return _two(form.cut(first.start("name")), line, Closing.DATELINE, Closing.SIGNED)
    at = dateline_at_end(text)
    if at and text[at - 1] == " ":
        return _two(form.cut(at), line, Closing.SIGNED, Closing.DATELINE)
    return ((Closing.SIGNED, 0, len(line)),)


def _two(
    at: int, line: str, one: Closing, other: Closing
) -> tuple[tuple[Closing, int, int], tuple[Closing, int, int]]:
    return (one, 0, at - 1), (other, at, len(line))


def dated_first(line: str) -> bool:
    """Whether a line is a date and then a name: `31.X.62 A. NOVAK`."""
    found = cut(line)
    whole = [what for what, _, _ in found] == [Closing.DATELINE, Closing.SIGNED]
    if not whole:
        return False
    name = line[found[1][1] :]
    return is_signature(name) or may_be_name(name)
